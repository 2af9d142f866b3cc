package zip

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// entry is a member of an archive made for a test.
type entry struct {
	name, content string
	stored        bool
}

func archive(t testing.TB, comment string, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if e.stored {
			h.Method = zip.Store
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, e.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.SetComment(comment), w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func source(raw []byte) *inspect.Source {
	return &inspect.Source{Name: "a.zip", ReaderAt: bytes.NewReader(raw), Size: int64(len(raw))}
}

// items returns the items of an archive, with the contents of their children as text.
func items(t *testing.T, ctx context.Context, raw []byte) (out []inspect.Item, contents []string) {
	t.Helper()
	doc, err := Format{}.Open(ctx, source(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	for it, err := range doc.Items(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		content := ""
		if it.Child != nil {
			b, err := io.ReadAll(it.Child.Reader())
			if err != nil || it.Child.Name != it.Text {
				t.Fatal(it.Child.Name, err)
			}
			content = string(b)
		}
		out, contents = append(out, *it), append(contents, content)
	}
	return out, contents
}

func Test_members(t *testing.T) {
	long := strings.Repeat("氏名,山田太郎\n", 1000)
	raw := archive(t, "", entry{"フォルダ/", "", true}, entry{"フォルダ/名簿.csv", long, false}, entry{"b.txt", "stored", true}, entry{"empty.txt", "", true})
	if !(Format{}).Recognize(source(raw)) {
		t.Fatal("not recognised")
	}
	got, contents := items(t, context.Background(), raw)
	want := []entry{{"フォルダ/", "", false}, {"フォルダ/名簿.csv", long, false}, {"b.txt", "stored", false}, {"empty.txt", "", false}}
	if len(got) != len(want) {
		t.Fatalf("%d items", len(got))
	}
	for i, it := range got {
		w := want[i]
		if it.Where != (inspect.Part{Part: w.name}) || it.Text != w.name || it.Place != nil || it.Unread != "" || contents[i] != w.content {
			t.Errorf("%+v, %q", it, contents[i])
		}
		if (it.Child != nil) != (w.content != "") {
			t.Errorf("%s: child %v", w.name, it.Child)
		}
	}
}

func Test_residue(t *testing.T) {
	raw := append(archive(t, "担当 山田太郎", entry{"a.txt", "x", true}), "after the end"...)
	_, err := Format{}.Open(context.Background(), source(raw))
	var un *inspect.UnreadError
	if err != nil && (!errors.As(err, &un) || un.Reason != inspect.Corrupt) {
		t.Fatal(err)
	}
	raw = archive(t, "担当 山田太郎", entry{"a.txt", "x", true})
	got, _ := items(t, context.Background(), raw)
	it := got[0]
	if len(got) != 2 || it.Place != Residue || it.Text != "担当 山田太郎" || it.Fix != (inspect.Rebuild{}) || it.Inside || it.Empty {
		t.Errorf("%+v", got)
	}
}

func Test_system_files(t *testing.T) {
	raw := archive(t, "", entry{"a.txt", "x", true}, entry{"__MACOSX/._a.txt", "\x00\x05", true}, entry{"写真/Thumbs.db", "x", true})
	got, _ := items(t, context.Background(), raw)
	for i, it := range got {
		if hidden := it.Place == SystemFile && it.Child == nil && it.Fix == (inspect.DropPart{Part: it.Text}); hidden != (i > 0) {
			t.Errorf("%+v", it)
		}
	}
}

func Test_unread_members(t *testing.T) {
	raw := archive(t, "", entry{"a.txt", strings.Repeat("abc", 100), false}, entry{"b.txt", "fine", true})
	broken := bytes.Clone(raw)
	i := bytes.Index(broken, []byte("a.txt")) + 8 // in the deflate stream
	broken[i] ^= 0x10
	got, contents := items(t, context.Background(), broken)
	if got[0].Unread != inspect.Corrupt || got[0].Child != nil || contents[1] != "fine" {
		t.Errorf("%+v", got)
	}
	ctx := limits.With(context.Background(), limits.NewBudget(limits.Limits{Held: 100}))
	if got, _ := items(t, ctx, raw); got[0].Unread != inspect.Limit || got[1].Child == nil {
		t.Errorf("%+v", got)
	}
}

func Test_a_spent_budget_ends_the_archive(t *testing.T) {
	ctx := limits.With(context.Background(), limits.NewBudget(limits.Limits{Inflated: 100}))
	doc, err := Format{}.Open(ctx, source(archive(t, "", entry{"a.txt", strings.Repeat("abc", 100), false}, entry{"b.txt", "fine", true})))
	if err != nil {
		t.Fatal(err)
	}
	var last error
	for _, err := range doc.Items(ctx) {
		last = err
	}
	if inspect.ReasonOf(last) != inspect.Limit {
		t.Error(last)
	}
}

func Test_recognize_leaves_packages_alone(t *testing.T) {
	for _, e := range []entry{{"[Content_Types].xml", "<Types/>", false}, {"[content_types].XML", "", false}, {"mimetype", "application/vnd.oasis.opendocument.text", true}} {
		if (Format{}).Recognize(source(archive(t, "", e))) {
			t.Errorf("%s is taken for a plain archive", e.name)
		}
	}
	if (Format{}).Recognize(source([]byte("PK, said the text"))) {
		t.Error("a text is taken for an archive")
	}
}

func Test_open_refuses(t *testing.T) {
	raw := archive(t, "", entry{"a.txt", "x", true})
	for name, bad := range map[string][]byte{"cut": raw[:len(raw)-10], "twice": append(bytes.Clone(raw), raw...)} {
		_, err := Format{}.Open(context.Background(), source(bad))
		var un *inspect.UnreadError
		if !errors.As(err, &un) || un.Reason != inspect.Corrupt || un.Advice.JA == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(archive(f, "c", entry{"a.txt", "hello", false}, entry{"b/", "", true}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		ctx := limits.With(context.Background(), limits.NewBudget(limits.Limits{Inflated: 1 << 20, Held: 1 << 19}))
		src := source(raw)
		(Format{}).Recognize(src)
		doc, err := Format{}.Open(ctx, src)
		if err != nil {
			return
		}
		for it, err := range doc.Items(ctx) {
			if err == nil && it.Child == nil && it.Unread == "" && it.Place == nil && it.Text == "" {
				t.Errorf("a member is passed over: %+v", it)
			}
		}
	})
}

func Test_a_damaged_workbook_is_not_called_a_zip(t *testing.T) {
	for name, want := range map[string]string{"名簿.XLSX": "Excel", "資料.zip": "ZIP"} {
		_, err := Format{}.Open(t.Context(), &inspect.Source{Name: name, ReaderAt: strings.NewReader("PK\x03\x04"), Size: 4})
		var un *inspect.UnreadError
		if !errors.As(err, &un) || !strings.Contains(un.Advice.JA, want) || !strings.Contains(un.Advice.EN, want) {
			t.Errorf("%s: %v, advice %q", name, err, un.Advice)
		}
	}
}
