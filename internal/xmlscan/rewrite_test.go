package xmlscan

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

func rewrite(t *testing.T, doc string, edit func(s *Scanner, out *Out) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := Rewrite(context.Background(), strings.NewReader(doc), &b, edit); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRewrite(t *testing.T) {
	on := func(name string, do func(out *Out)) func(*Scanner, *Out) error {
		return func(s *Scanner, out *Out) error {
			if s.Kind() == Start && s.Is(name) {
				do(out)
			}
			return nil
		}
	}
	const doc = "<?xml version='1.0'?>\r\n<a  x = '1' ><!-- c --><b y=\"2\" z='3' /><b>t<c/>&amp;</b>\n</a>"
	for _, x := range []struct {
		name string
		edit func(*Scanner, *Out) error
		want string
	}{
		{"nothing", on("q", nil), doc},
		{"drop", on("b", (*Out).Drop), "<?xml version='1.0'?>\r\n<a  x = '1' ><!-- c -->\n</a>"},
		{"drop_inner", on("c", (*Out).Drop), strings.Replace(doc, "<c/>", "", 1)},
		{"replace", on("b", func(o *Out) { o.Replace([]byte("<n/>")) }), "<?xml version='1.0'?>\r\n<a  x = '1' ><!-- c --><n/><n/>\n</a>"},
		{"content", on("b", func(o *Out) { o.SetContent([]byte("n")) }), "<?xml version='1.0'?>\r\n<a  x = '1' ><!-- c --><b y=\"2\" z='3'>n</b><b>n</b>\n</a>"},
		{"insert", on("c", func(o *Out) { o.Insert([]byte("<n/>")) }), strings.Replace(doc, "<c/>", "<n/><c/>", 1)},
		{"set", on("a", func(o *Out) { o.SetAttr("x", `"<`) }), strings.Replace(doc, "'1'", `"&quot;&lt;"`, 1)},
		{"set_new", on("b", func(o *Out) { o.SetAttr("n", "4"); o.SetAttr("y", "5") }), strings.Replace(strings.Replace(doc, `<b y="2" z='3' />`, `<b y="5" z='3' n="4" />`, 1), "<b>", `<b n="4" y="5">`, 1)},
		{"set_twice", on("c", func(o *Out) { o.SetAttr("n", "4"); o.SetAttr("n", "5") }), strings.Replace(doc, "<c/>", `<c n="5"/>`, 1)},
		{"delete", on("b", func(o *Out) { o.DelAttr("y"); o.DelAttr("q") }), strings.Replace(doc, ` y="2" z='3' />`, ` z='3' />`, 1)},
		{"delete_all", on("b", func(o *Out) { o.DelAttr("y"); o.DelAttr("z") }), strings.Replace(doc, ` y="2" z='3' />`, ` />`, 1)},
		{"text", func(s *Scanner, out *Out) error {
			if s.Kind() == Text && !s.Blank() {
				out.Replace(Escape(nil, strings.ToUpper(string(s.Text()))+"<"))
			}
			return nil
		}, strings.Replace(strings.Replace(doc, ">t<", ">T&lt;<", 1), "&amp;", "&amp;&lt;", 1)},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := rewrite(t, doc, x.edit); got != x.want {
				t.Errorf("got  %q\nwant %q", got, x.want)
			}
		})
	}
}

func TestRewrite_errors(t *testing.T) {
	stop := errors.New("stop")
	err := Rewrite(context.Background(), strings.NewReader("<a/>"), &bytes.Buffer{}, func(*Scanner, *Out) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("got %v", err)
	}
	drop := func(_ *Scanner, out *Out) error { out.Drop(); return nil }
	if err := Rewrite(context.Background(), strings.NewReader("<a><b></a>"), &bytes.Buffer{}, drop); !errors.Is(err, ErrSyntax) {
		t.Errorf("got %v", err)
	}
}

// TestRewrite_large compares the rewriting of a sheet with the tokens that are left.
func TestRewrite_large(t *testing.T) {
	doc := string(sheet(20_000))
	got := rewrite(t, doc, func(s *Scanner, out *Out) error {
		if s.Kind() == Start && s.Is("f") {
			out.Drop()
		}
		return nil
	})
	var want strings.Builder
	for i, part := range strings.Split(doc, "<f>") {
		if i > 0 {
			_, part, _ = strings.Cut(part, "</f>")
		}
		want.WriteString(part)
	}
	if got != want.String() {
		t.Error("differs")
	}
}

func TestRewrite_utf16(t *testing.T) {
	doc := utf16String(`<?xml version='1.0' encoding='UTF-16' standalone="yes"?><a><b>漢</b><c/></a>`, binary.LittleEndian, true)
	got := rewrite(t, doc, func(s *Scanner, out *Out) error {
		if s.Kind() == Start && s.Is("c") {
			out.Drop()
		}
		return nil
	})
	if want := `<?xml version='1.0' encoding='UTF-8' standalone="yes"?><a><b>漢</b></a>`; got != want {
		t.Errorf("got %q", got)
	}
}

func Test_a_bare_copy_has_no_remarks(t *testing.T) {
	const doc = "<?xml version='1.0'?>\r\n<!-- 1 --><a x='1' b:y='2' xmlns:b='2'><?p 2?>t<!--3--><c><!--4--></c>\n</a><!--5-->"
	for _, x := range []struct {
		name string
		edit func(*Scanner, *Out) error
		want string
	}{
		{"only", func(*Scanner, *Out) error { return nil }, "<?xml version='1.0'?>\r\n<a x='1' b:y='2' xmlns:b='2'>t<c></c>\n</a>"},
		{"with other changes", func(s *Scanner, o *Out) error {
			if s.Kind() == Start {
				o.MapAttrs(func(space string, _, value []byte) string { return space + string(value) + "&" })
			}
			if s.Is("c") {
				o.Drop()
			}
			return nil
		}, "<?xml version='1.0'?>\r\n<a x=\"1&amp;\" b:y=\"22&amp;\" xmlns:b='2'>t\n</a>"},
	} {
		var b bytes.Buffer
		if err := RewriteBare(context.Background(), strings.NewReader(doc), &b, x.edit); err != nil || b.String() != x.want {
			t.Errorf("%s: %v\ngot  %q\nwant %q", x.name, err, b.String(), x.want)
		}
	}
}

func Test_a_watch_sees_what_a_reader_skips(t *testing.T) {
	var seen []string
	ctx := Watched(context.Background(), func(s *Scanner) { seen = append(seen, string(s.Raw())) })
	s := New(ctx, strings.NewReader("<a><b><!--c--></b>d</a>"))
	s.Next()
	s.Next()
	s.Skip()
	for s.Next() {
	}
	if got := strings.Join(seen, ""); got != "<a><b><!--c--></b>d</a>" {
		t.Error(got)
	}
}
