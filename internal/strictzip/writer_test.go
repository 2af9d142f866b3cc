package strictzip

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// noise returns n bytes that deflate to about three quarters.
func noise(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 1))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.IntN(64)) + ' '
	}
	return string(b)
}

var samples = []struct{ name, data string }{
	{"mimetype", "application/vnd.oasis.opendocument.text"},
	{"empty.xml", ""},
	{"word/document.xml", strings.Repeat("<w:p/>", 1000)},
	{"media/image1.png", noise(1, 3000)},
	{"big.xml", noise(2, 3<<20)},
	{"big.png", noise(3, 2<<20)},
	{"名簿.txt", "漢字"},
}

func write(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b)
	for _, x := range samples {
		f, err := w.Create(x.name)
		if err != nil {
			t.Fatal(err)
		}
		for data := x.data; data != ""; { // in uneven pieces
			n := min(len(data), 7000)
			if _, err := io.WriteString(f, data[:n]); err != nil {
				t.Fatal(err)
			}
			data = data[n:]
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriter(t *testing.T) {
	first := write(t)
	if !bytes.Equal(first, write(t)) {
		t.Error("the same input gave other bytes")
	}
	a := mustOpen(t, first)
	if len(a.Residue) > 0 {
		t.Errorf("residue: %v", a.Residue)
	}
	std, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range samples {
		e, f := a.Entries[i], std.File[i]
		if got, err := contents(e); err != nil || got != x.data || e.Name != x.name {
			t.Errorf("%s: %d bytes of %d, %v", x.name, len(got), len(x.data), err)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != x.data || f.Name != x.name || len(f.Extra) > 0 {
			t.Errorf("archive/zip, %s: %d bytes of %d, %v", x.name, len(got), len(x.data), err)
		}
	}
	if m := a.Entries[0].Method; m != Store {
		t.Errorf("mimetype has method %d", m)
	}
	if m := a.Entries[5].Method; m != Store {
		t.Errorf("big.png has method %d", m)
	}
}

func TestWriter_copy(t *testing.T) {
	m := streamed(true, false)
	m.extra, m.comment = field(0x1234, "note"), "note"
	source := build("note", "tail", m, member{name: "漢", data: "x"})
	var b bytes.Buffer
	w := NewWriter(&b)
	a := mustOpen(t, source)
	for i, e := range a.Entries {
		if err := w.CopyAs(fmt.Sprintf("new/%d", i), e); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Copy(a.Entries[1]); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b.Bytes(), []byte("note")) || bytes.Contains(b.Bytes(), []byte("tail")) {
		t.Error("residue was copied")
	}
	c := mustOpen(t, b.Bytes())
	if len(c.Residue) > 0 || len(c.Entries) != 3 || !c.Entries[2].UTF8 || c.Entries[0].flags != 0 {
		t.Errorf("%v, %v", c.Residue, c.Entries)
	}
	if got, err := contents(c.Entries[0]); got != "hello" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if y := c.Entries[0].Modified.Year(); y != 1980 {
		t.Errorf("year %d", y)
	}
}

func TestWriter_refuses(t *testing.T) {
	for _, names := range [][]string{{"a", "A"}, {"../a"}, {""}, {"/a"}} {
		w := NewWriter(io.Discard)
		var err error
		for _, name := range names {
			_, err = w.Create(name)
		}
		if !errors.Is(err, ErrName) {
			t.Errorf("%q: %v", names, err)
		}
	}
	w := NewWriter(io.Discard)
	first, _ := w.Create("a")
	if _, err := w.Create("b"); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Write([]byte("x")); err == nil {
		t.Error("wrote to an entry that had ended")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Create("c"); err == nil {
		t.Error("created an entry in a closed archive")
	}
}

// FuzzOpen holds that every byte is accounted for, that whatever we accept archive/zip reads in the same way, and that a copy of it opens.
func FuzzOpen(f *testing.F) {
	f.Add(build("", "", member{name: "a", data: "hello", method: Deflate}, member{name: "d/"}))
	f.Add(build("note", "tail", streamed(true, false), member{name: "b", extra: field(0x1234, "x"), after: "gap"}))
	f.Add(build("", "", streamed(false, true), member{name: "\x8a\xbf", lextra: field(extraZip64, "\x00\x00\x00\x00\x00\x00\x00\x00")}))
	f.Add(append([]byte("prefix"), build("", "", member{name: "a", data: "x"})...))
	f.Fuzz(func(t *testing.T, file []byte) {
		a, err := open(file)
		if err != nil {
			return
		}
		accounted(t, file, a)
		std, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
			return // it knows fewer forms of the end records and extra fields
		}
		if len(std.File) != len(a.Entries) {
			t.Fatalf("%d entries, archive/zip has %d", len(a.Entries), len(std.File))
		}
		w := NewWriter(io.Discard)
		for i, e := range a.Entries {
			got, err := contents(e)
			if err != nil || e.IsDir() {
				continue
			}
			r, err := std.File[i].Open()
			if err != nil {
				continue
			}
			want, err := io.ReadAll(r)
			if err == nil && string(want) != got {
				t.Fatalf("%q differs", e.Name)
			}
			if err := w.Copy(e); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// accounted checks that residues, records and data cover the file, and that residues do not overlap data.
func accounted(t *testing.T, file []byte, a *Archive) {
	p := &parser{ctx: context.Background(), a: &Archive{r: bytes.NewReader(file), size: int64(len(file))}, r: bytes.NewReader(file), size: int64(len(file))}
	for _, step := range []func() error{p.findEnd, p.readDirectory, p.readLocals, p.account} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	seen := make([]bool, len(file))
	mark := func(from, to int64) {
		for i := from; i < to; i++ {
			seen[i] = true
		}
	}
	for _, s := range p.spans {
		mark(s.off, s.end)
	}
	for _, r := range a.Residue {
		mark(r.Offset, r.Offset+r.Size)
	}
	if i := bytes.IndexByte(boolBytes(seen), 0); i >= 0 {
		t.Fatalf("byte %d is not accounted for", i)
	}
}

func boolBytes(seen []bool) []byte {
	b := make([]byte, len(seen))
	for i, s := range seen {
		if s {
			b[i] = 1
		}
	}
	return b
}

func BenchmarkInflate(b *testing.B) {
	var file bytes.Buffer
	w := NewWriter(&file)
	f, _ := w.Create("a.xml")
	data := strings.Repeat(`<c r="A1" s="1" t="s"><v>`+noise(1, 6)+`</v></c>`, 300_000)
	io.WriteString(f, data)
	w.Close()
	a := mustOpen(b, file.Bytes())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := a.Entries[0].Open(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			b.Fatal(err)
		}
		r.Close()
	}
}
