package zip

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

func sample(t *testing.T) *inspect.Source {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range [][2]string{{"フォルダ/", ""}, {"フォルダ/名簿.csv", strings.Repeat("山田太郎\n", 100)}, {"b.txt", "keep"}, {"c.txt", "secret"}, {"d.txt", "blank me"}} {
		f, err := w.Create(e[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, e[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SetComment("担当 山田太郎"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &inspect.Source{Name: "a.zip", ReaderAt: bytes.NewReader(b.Bytes()), Size: int64(b.Len())}
}

func Test_rewrite(t *testing.T) {
	mask := func(name string, src *inspect.Source, w io.Writer) (bool, error) {
		raw, err := io.ReadAll(src.Reader())
		if err != nil {
			return false, err
		}
		switch name {
		case "d.txt":
			return true, nil
		case "フォルダ/名簿.csv":
			_, err = w.Write(bytes.ReplaceAll(raw, []byte("太郎"), []byte("●●")))
			return true, err
		}
		return false, nil
	}
	drop := func(name string) bool { return name == "c.txt" }
	var out, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&out, &again} {
		if err := Rewrite(context.Background(), sample(t), mask, drop, w); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same archive gives other bytes")
	}
	r, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	want := [][2]string{{"フォルダ/", ""}, {"フォルダ/名簿.csv", strings.Repeat("山田●●\n", 100)}, {"b.txt", "keep"}, {"d.txt", ""}}
	if len(r.File) != len(want) || r.Comment != "" || bytes.Contains(out.Bytes(), []byte("担当")) {
		t.Fatalf("%d members, comment %q", len(r.File), r.Comment)
	}
	for i, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(rc)
		if err != nil || f.Name != want[i][0] || string(got) != want[i][1] || f.NonUTF8 {
			t.Errorf("%s: %q, %v", f.Name, got, err)
		}
	}
}

func Test_rewrite_without_a_function_copies(t *testing.T) {
	var out bytes.Buffer
	if err := Rewrite(context.Background(), sample(t), nil, nil, &out); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil || len(r.File) != 5 {
		t.Fatal(err)
	}
}

func Test_rewrite_refuses_a_liar(t *testing.T) {
	liar := func(_ string, _ *inspect.Source, w io.Writer) (bool, error) {
		_, err := io.WriteString(w, "x")
		return false, err
	}
	if err := Rewrite(context.Background(), sample(t), liar, nil, io.Discard); err == nil {
		t.Error("what was written would have got lost")
	}
}
