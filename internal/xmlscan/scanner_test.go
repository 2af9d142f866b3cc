package xmlscan

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

func scan(doc string) *Scanner { return New(context.Background(), strings.NewReader(doc)) }

// dump writes the tokens of a document on one line.
func dump(s *Scanner) string {
	var b strings.Builder
	for s.Next() {
		switch s.Kind() {
		case Start:
			fmt.Fprintf(&b, "<%s", s.Name())
			s.Attrs(func(_ string, local, value []byte) bool {
				fmt.Fprintf(&b, " %s=%s", local, value)
				return true
			})
			fmt.Fprintf(&b, ">%d", s.Depth())
		case End:
			fmt.Fprintf(&b, "</%s>%d", s.Name(), s.Depth())
		case Text:
			fmt.Fprintf(&b, "[%s]", s.Text())
		case Comment:
			fmt.Fprintf(&b, "(%s)", s.Text())
		case ProcInst:
			fmt.Fprintf(&b, "?%s:%s?", s.Local(), s.Text())
		}
	}
	if s.Err() != nil {
		fmt.Fprintf(&b, "!%v", s.Err())
	}
	return b.String()
}

func TestScanner(t *testing.T) {
	for _, x := range []struct{ doc, want string }{
		{``, ``},
		{`<a/>`, `<a>1</a>1`},
		{`<a><b x='1'/>t</a>`, `<a>1<b x=1>2</b>2[t]</a>1`},
		{`<?xml version="1.0"?><a></a >`, `?xml:version="1.0"?<a>1</a>1`},
		{"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\n<a/>\n", "[]?xml:version='1.0' encoding='utf-8'?[\n]<a>1</a>1[\n]"},
		{`<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x6F22;</a>`, `<a>1[<>&"'A漢]</a>1`},
		{`<a b="&lt;&#10;x` + "\n\ty" + `" c='"'/>`, "<a b=<\nx  y c=\">1</a>1"},
		{"<a>1\r\n2\r3&#13;</a>", "<a>1[1\n2\n3\r]</a>1"},
		{`<a>x<![CDATA[<&]]]>y</a>`, `<a>1[x][<&]][y]</a>1`},
		{`<a><!-- x > y --><?p q="1"?></a>`, `<a>1( x > y )?p:q="1"?</a>1`},
		{`<氏名 属性="1">漢</氏名>`, `<氏名 属性=1>1[漢]</氏名>1`},
		{`<a><b><b><c/></b></b></a>`, `<a>1<b>2<b>3<c>4</c>4</b>3</b>2</a>1`},
	} {
		if got := dump(scan(x.doc)); got != x.want {
			t.Errorf("%q:\ngot  %q\nwant %q", x.doc, got, x.want)
		}
		if got := dump(New(context.Background(), iotest.OneByteReader(strings.NewReader(x.doc)))); got != x.want {
			t.Errorf("%q, byte by byte:\ngot  %q\nwant %q", x.doc, got, x.want)
		}
	}
}

func TestScanner_refused(t *testing.T) {
	for _, x := range []struct {
		doc  string
		want error
		at   int64
	}{
		{`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, ErrDoctype, 0},
		{`<a><!DOCTYPE a></a>`, ErrDoctype, 3},
		{`<a></b>`, ErrSyntax, 3},
		{`<a></aa>`, ErrSyntax, 3},
		{`<a>`, ErrSyntax, 3},
		{`<a`, ErrSyntax, 2},
		{`<a><b`, ErrSyntax, 5},
		{`<a/><b/>`, ErrSyntax, 4},
		{`<a/>x`, ErrSyntax, 4},
		{`x<a/>`, ErrSyntax, 0},
		{`</a>`, ErrSyntax, 0},
		{` `, ErrSyntax, 1},
		{`<a b="1" b="2"/>`, ErrSyntax, 9},
		{`<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>`, ErrSyntax, 0},
		{`<a b="1"c="2"/>`, ErrSyntax, 8},
		{`<a b=1/>`, ErrSyntax, 5},
		{`<a b/>`, ErrSyntax, 4},
		{`<a b="<"/>`, ErrSyntax, 6},
		{`<a>&x;</a>`, ErrSyntax, 3},
		{`<a>& </a>`, ErrSyntax, 3},
		{`<a b="&#0;"/>`, ErrSyntax, 6},
		{`<a>&#xD800;</a>`, ErrSyntax, 3},
		{`<a>&#xFFFE;</a>`, ErrSyntax, 3},
		{`<a>&#99999999999;</a>`, ErrSyntax, 3},
		{`<a>x]]></a>`, ErrSyntax, 4},
		{`<a><!-- -- --></a>`, ErrSyntax, 8},
		{`<p:a/>`, ErrSyntax, 0},
		{`<a p:b=""/>`, ErrSyntax, 0},
		{`<a xmlns:p=""/>`, ErrSyntax, 0},
		{`<a:b:c xmlns:a="u"/>`, ErrSyntax, 1},
		{`<1a/>`, ErrSyntax, 1},
		{`<a><?xml version="1.0"?></a>`, ErrSyntax, 3},
		{` <?xml version="1.0"?><a/>`, ErrSyntax, 1},
		{`<?xml version="1.1"?><a/>`, ErrSyntax, 0},
		{"<a>\x01</a>", ErrSyntax, 3},
		{"<a>\xff</a>", ErrSyntax, 3},
		{"<a>x\xe6\xbc", ErrSyntax, 4},
		{"<a>\xef\xbf\xbf</a>", ErrSyntax, 3},
		{"<a>\xed\xa0\x80</a>", ErrSyntax, 3},
		{`<?xml version="1.0" encoding="utf-7"?><a/>`, ErrEncoding, 0},
		{`<?xml version="1.0" encoding="utf-16"?><a/>`, ErrEncoding, 0},
		{"\xef\xbb\xbf" + `<?xml version="1.0" encoding="shift_jis"?><a/>`, ErrEncoding, 3},
		{"\xff\xfe\x00\x00<\x00\x00\x00", ErrEncoding, 0},
		{`<?xml version="1.0" encoding="us-ascii"?><a>漢</a>`, ErrSyntax, 44},
		{`<?xml version="1.0" encoding="shift_jis"?><a>` + "\xff</a>", ErrSyntax, 45},
	} {
		s := scan(x.doc)
		for s.Next() {
		}
		var e *Error
		if !errors.Is(s.Err(), x.want) || !errors.As(s.Err(), &e) || e.Offset != x.at {
			t.Errorf("%q: got %v, want %v at %d", x.doc, s.Err(), x.want, x.at)
		}
		if s.Next() || len(s.Raw()) > 0 {
			t.Errorf("%q: goes on after an error", x.doc)
		}
	}
}

func TestScanner_limits(t *testing.T) {
	ctx := limits.With(context.Background(), limits.NewBudget(limits.Limits{XMLDepth: 3}))
	var limit *limits.Error
	if s := New(ctx, strings.NewReader(`<a><a><a/></a></a>`)); dump(s) == "" || s.Err() != nil {
		t.Error(s.Err())
	}
	if s := New(ctx, strings.NewReader(`<a><a><a><a/></a></a></a>`)); dump(s) == "" || !errors.As(s.Err(), &limit) {
		t.Error(s.Err())
	}
	if s := scan(`<a b="` + strings.Repeat("x", maxToken) + `"/>`); dump(s) == "" || !errors.As(s.Err(), &limit) {
		t.Error(s.Err())
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	if s := New(done, strings.NewReader(`<a/>`)); s.Next() || !errors.Is(s.Err(), context.Canceled) {
		t.Error(s.Err())
	}
	broken := errors.New("disk")
	if s := New(context.Background(), io.MultiReader(strings.NewReader(`<a>`), iotest.ErrReader(broken))); dump(s) == "" || !errors.Is(s.Err(), broken) {
		t.Error(s.Err())
	}
}

func TestNamespaces(t *testing.T) {
	s := scan(`<a xmlns="d" xmlns:p="u"><p:b p:x="1" x="2" xml:lang="ja"><c xmlns="" xmlns:p="v" p:x="3"/><p:d/></p:b></a>`)
	var got []string
	for s.Next() {
		if s.Kind() == End {
			continue
		}
		u, _ := s.AttrNS("u", "x")
		v, _ := s.AttrNS("v", "x")
		x, _ := s.Attr("x")
		lang, _ := s.AttrNS(XML, "lang")
		got = append(got, fmt.Sprintf("%s|%s u=%s v=%s x=%s %s", s.Space(), s.Local(), u, v, x, lang))
	}
	want := []string{"d|a u= v= x= ", "u|b u=1 v= x=2 ja", "|c u= v=3 x= ", "u|d u= v= x= "}
	if fmt.Sprint(got) != fmt.Sprint(want) || s.Err() != nil {
		t.Errorf("got %q, %v", got, s.Err())
	}
}

type appendOrder interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

func TestEncodings(t *testing.T) {
	head := func(enc string) string { return `<?xml version="1.0" encoding="` + enc + `"?>` }
	body := `<a 属="値">漢字</a>`
	sjis, _ := japanese.ShiftJIS.NewEncoder().String(body)
	euc, _ := japanese.EUCJP.NewEncoder().String(body)
	latin, _ := charmap.ISO8859_1.NewEncoder().String(`<a>café</a>`)
	for name, x := range map[string]struct{ doc, want string }{
		"utf16le":         {utf16String(head("utf-16")+body+"<!--𠮷-->", binary.LittleEndian, true), head("UTF-8") + body + "<!--𠮷-->"},
		"utf16be":         {utf16String(head("UTF-16")+body, binary.BigEndian, true), head("UTF-8") + body},
		"utf16le_no_mark": {utf16String(head("utf-16")+body, binary.LittleEndian, false), head("UTF-8") + body},
		"utf16be_no_mark": {utf16String(body, binary.BigEndian, false), body},
		"utf16_long":      {utf16String("<a>"+strings.Repeat("漢𠮷", 100_000)+"</a>", binary.LittleEndian, true), "<a>" + strings.Repeat("漢𠮷", 100_000) + "</a>"},
		"shift_jis":       {head("Shift_JIS") + sjis, head("UTF-8") + body},
		"euc_jp":          {head("EUC-JP") + euc, head("UTF-8") + body},
		"latin1":          {head("ISO-8859-1") + latin, head("UTF-8") + `<a>café</a>`},
		"ascii":           {head("US-ASCII") + "<a/>", head("UTF-8") + "<a/>"},
		"utf8":            {head("UTF-8") + body, head("UTF-8") + body},
	} {
		t.Run(name, func(t *testing.T) {
			s := New(context.Background(), iotest.HalfReader(strings.NewReader(x.doc)))
			var raw strings.Builder
			for s.Next() {
				raw.Write(s.Raw())
			}
			if s.Err() != nil || raw.String() != x.want {
				t.Errorf("%v: %.200q", s.Err(), raw.String())
			}
		})
	}
	for _, doc := range []string{
		utf16String(head("utf-8")+body, binary.LittleEndian, true),
		utf16String("<a>", binary.LittleEndian, true) + "\x00\xd8a\x00",
		utf16String("<a/>", binary.LittleEndian, true) + "x",
	} {
		if s := scan(doc); dump(s) == "" || s.Err() == nil {
			t.Errorf("%q was accepted", doc)
		}
	}
}

// utf16String encodes doc, with a byte order mark or without.
func utf16String(doc string, order appendOrder, mark bool) string {
	var b []byte
	if mark {
		doc = "\ufeff" + doc
	}
	for _, u := range utf16.Encode([]rune(doc)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// TestLongTokens holds that windows are invisible: tokens of any length and at any place come out whole, text in pieces that end nowhere
// in the middle of something.
func TestLongTokens(t *testing.T) {
	for _, n := range []int{window - 10, window - 1, window, window + 1, 3 * window, maxText + 5, 3*maxText + 7} {
		for _, unit := range []string{"x", "漢", "&amp;", "]", "\r\n", "&#x6F22;"} {
			text := strings.Repeat(unit, n/len(unit))
			doc := `<a b="` + strings.Repeat("y", n%maxToken) + `">` + text + `<!--` + strings.Repeat("z", n) + `--></a>`
			s := scan(doc)
			var raw, got strings.Builder
			for s.Next() {
				raw.Write(s.Raw())
				if s.Kind() == Text {
					got.Write(s.Text())
				}
			}
			want := strings.NewReplacer("&amp;", "&", "\r\n", "\n", "&#x6F22;", "漢").Replace(text)
			if s.Err() != nil || raw.String() != doc || got.String() != want {
				t.Errorf("%d of %q: %v, raw %t, text %t", n, unit, s.Err(), raw.String() == doc, got.String() == want)
			}
		}
	}
}

func TestSkip(t *testing.T) {
	s := scan(`<a><b><b/>x</b><c/></a>`)
	s.Next()
	s.Next()
	if !s.Skip() || s.Kind() != End || s.Depth() != 2 || !s.Is("b") {
		t.Errorf("%v %s", s.Kind(), s.Name())
	}
	s.Next()
	if !s.Is("c") || !s.SelfClosing() || !s.Skip() || s.Kind() != End || len(s.Raw()) != 0 || !s.Is("c") {
		t.Errorf("%v %s", s.Kind(), s.Name())
	}
}

func TestEscape(t *testing.T) {
	text := "<a b='c' \"d\">&\t\r\n漢\x01\ufffe"
	doc := append(Escape([]byte(`<x y="`), text), `">`...)
	doc = append(Escape(doc, text), `</x>`...)
	s := New(context.Background(), bytes.NewReader(doc))
	want := strings.NewReplacer("\x01", "\ufffd", "\ufffe", "\ufffd").Replace(text)
	s.Next()
	if got, _ := s.Attr("y"); string(got) != want {
		t.Errorf("attribute %q", got)
	}
	s.Next()
	if got := s.Text(); string(got) != want {
		t.Errorf("text %q", got)
	}
}

func TestAllocs(t *testing.T) {
	few, many := sheet(1000), sheet(10_000)
	allocs := func(doc []byte) float64 {
		return testing.AllocsPerRun(3, func() {
			if err := scanAll(bytes.NewReader(doc)); err != nil {
				t.Fatal(err)
			}
		})
	}
	if a, b := allocs(few), allocs(many); b > a+5 {
		t.Errorf("%.0f allocations for 1,000 rows, %.0f for 10,000", a, b)
	}
}
