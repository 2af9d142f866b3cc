package sumikeshi_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
	"github.com/sumikeshi/sumikeshi/redact"
)

// sourceOf returns bytes as a source with the name that the sample has.
func sourceOf(name string, data []byte) *inspect.Source {
	return &inspect.Source{Name: filepath.Base(name), ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
}

// optionsOf reads what a want.json would give to "sumikeshi clean".
func optionsOf(t *testing.T, args []string) redact.Options {
	t.Helper()
	var o redact.Options
	for len(args) > 0 {
		pair := args[:min(2, len(args))]
		args = args[len(pair):]
		switch pair[0] {
		case "--keep-comments":
			o.Keep, args = append(o.Keep, sumikeshi.Comments()...), append(slices.Clone(pair[1:]), args...)
		case "--keep-attachments":
			o.Keep, args = append(o.Keep, sumikeshi.Attachments()...), append(slices.Clone(pair[1:]), args...)
		case "--mask":
			o.Mask = append(o.Mask, strings.Split(pair[1], ",")...)
		case "--drop-sheet":
			o.DropSheets = append(o.DropSheets, pair[1])
		case "--keep-sheets":
			o.KeepSheets = append(o.KeepSheets, pair[1])
		case "--filtered":
			o.Filtered = pair[1]
		case "--policy":
			o.Policy = pair[1]
		default:
			t.Fatalf("%s in a want.json", pair[0])
		}
	}
	return o
}

// A built is a copy that is not proved yet, with what it has to keep.
type built struct {
	in      *inspect.Inspector
	name    string
	before  []byte
	copied  []byte
	promise *redact.Promise
}

// build makes the copy of a sample; a copy that can't be made is an error only if the sample says that there is one.
func build(t *testing.T, c *samples.Case) *built {
	t.Helper()
	data, err := os.ReadFile(c.Path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, src := context.Background(), sourceOf(c.Path, data)
	b := &built{in: sumikeshi.NewInspector(sumikeshi.Options{}), name: c.Path, before: data}
	o := optionsOf(t, c.Clean.Args)
	plan, err := redact.NewPlan(redact.View(b.in, o).Check(ctx, src), o)
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if b.promise, err = redact.Build(ctx, b.in, src, plan, &buf); err != nil {
		if c.Clean.Exit != nil && *c.Clean.Exit < 2 {
			t.Fatalf("there is no copy: %v", err)
		}
		return nil
	}
	b.copied = buf.Bytes()
	return b
}

// prove holds bytes to the promise of the copy.
func (b *built) prove(data []byte) (*inspect.Result, error) {
	_, after, err := redact.Prove(context.Background(), b.in, sourceOf(b.name, data), b.promise)
	return after, err
}

// Test_every_place holds each hiding place to its samples: what is dirty is found, taken out and gone from every byte, what a
// reader saw is there, and a trap is not reported.
func Test_every_place(t *testing.T) {
	cases := allCases(t)
	for _, p := range sumikeshi.NewInspector(sumikeshi.Options{}).Places() {
		for _, c := range cases {
			if c.Dir != p.ID {
				continue
			}
			t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
				t.Parallel()
				if strings.HasPrefix(c.File, "dirty") {
					dirty(t, p, &c)
				} else if n := look(t, c.Path).Counts.Places[p.ID]; n > 0 && slices.Contains(c.Absent, p.ID) {
					t.Errorf("found %d times where there is none", n)
				}
			})
		}
	}
}

func look(t *testing.T, path string) *inspect.Result {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	res, err := sumikeshi.Check(context.Background(), sourceOf(path, data), sumikeshi.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func dirty(t *testing.T, p *inspect.Place, c *samples.Case) {
	if look(t, c.Path).Counts.Places[p.ID] == 0 {
		t.Error("it is not found")
	}
	if c.Clean == nil {
		return
	}
	b := build(t, c)
	if b == nil {
		return
	}
	after, err := b.prove(b.copied)
	if err != nil {
		t.Fatal(err)
	}
	taken, left := 0, 0
	for _, e := range b.promise.Plan().Take {
		if e.Place == p.ID {
			taken += e.Count
		}
	}
	for _, e := range b.promise.Plan().Leave {
		if e.Place == p.ID {
			left += e.Count
		}
	}
	if p.Action == inspect.Take && (taken == 0 || left > 0) {
		t.Errorf("%d taken and %d left of a place that is always taken", taken, left)
	}
	if n := after.Counts.Places[p.ID]; n > left {
		t.Errorf("%d in the copy, %d left on purpose", n, left)
	}
	gone(t, c, b)
}

// gone searches the copy with eyes of its own.
func gone(t *testing.T, c *samples.Case, b *built) {
	was, is := samples.Layers(b.before), samples.Layers(b.copied)
	for _, s := range c.Clean.Gone {
		if samples.Holds(is, s) {
			t.Errorf("%q is still in the copy", s)
		}
	}
	for _, s := range c.Clean.Kept {
		if samples.Holds(was, s) && !samples.Holds(is, s) {
			t.Errorf("%q is lost", s)
		}
	}
}

// Test_a_fix_that_does_nothing_fails_the_proof hands the proof the original instead of the copy, as a fix would that was never
// carried out; and copies into which a part that went is put back, with nothing leading to it.
func Test_a_fix_that_does_nothing_fails_the_proof(t *testing.T) {
	known := sumikeshi.NewInspector(sumikeshi.Options{}).Places()
	for _, c := range allCases(t) {
		ours := slices.ContainsFunc(known, func(p *inspect.Place) bool { return p.ID == c.Dir })
		if !ours || !strings.HasPrefix(c.File, "dirty") || c.Clean == nil {
			continue
		}
		t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
			t.Parallel()
			b := build(t, &c)
			if b == nil || len(b.promise.Plan().Take) == 0 {
				return
			}
			if _, err := b.prove(b.before); !errors.Is(err, redact.ErrLeft) {
				t.Errorf("the original passes as its own clean copy: %v", err)
			}
			for name, data := range b.lost(t) {
				if _, err := b.prove(repack(t, b.copied, nil, map[string][]byte{name: data})); !errors.Is(err, redact.ErrLeft) {
					t.Errorf("%s is back, and the proof holds: %v", name, err)
				}
			}
		})
	}
}

// lost returns the parts of the original that the copy has no longer. Relationships that lead nowhere hold nothing.
func (b *built) lost(t *testing.T) map[string][]byte {
	was, is := parts(t, b.before), parts(t, b.copied)
	for name := range was {
		if _, there := is[name]; there || strings.HasSuffix(name, ".rels") {
			delete(was, name)
		}
	}
	return was
}

// parts returns the entries of a ZIP file; none of another file.
func parts(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return out
	}
	for _, f := range z.File {
		if out[f.Name], err = entry(f); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func entry(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// repack writes a ZIP file anew with parts changed and others added at its end.
func repack(t *testing.T, data []byte, change map[string]func([]byte) []byte, add map[string][]byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	put := func(name string, data []byte) {
		e, err := w.Create(name)
		if err == nil {
			_, err = e.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range z.File {
		part, err := entry(f)
		if err != nil {
			t.Fatal(err)
		}
		if fn := change[f.Name]; fn != nil {
			part = fn(part)
		}
		put(f.Name, part)
	}
	for name, data := range add {
		put(name, data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// Test_each_lock_fails_alone spoils a good copy in one way at a time.
func Test_each_lock_fails_alone(t *testing.T) {
	cases := allCases(t)
	c := &cases[slices.IndexFunc(cases, func(c samples.Case) bool { return c.Dir == "xlsx/hidden-sheet" && c.File == "dirty.xlsx" })]
	b := build(t, c)
	who := c.Clean.Gone[0]
	after := func(old, with string) func([]byte) []byte {
		return func(b []byte) []byte {
			s := strings.Replace(string(b), old, with, 1)
			if s == string(b) {
				t.Fatalf("no %s", old)
			}
			return []byte(s)
		}
	}
	references := func(s string) string {
		var out strings.Builder
		for _, r := range s {
			fmt.Fprintf(&out, "&#%d;", r)
		}
		return out.String()
	}
	const sheet, theme = "xl/worksheets/sheet1.xml", "xl/theme/theme1.xml"
	if _, err := b.prove(repack(t, b.copied, nil, nil)); err != nil {
		t.Errorf("packing the copy anew breaks it: %v", err)
	}
	for name, x := range map[string]struct {
		lock   int
		change map[string]func([]byte) []byte
		add    map[string][]byte
	}{
		"a part that nothing leads to":  {2, nil, map[string][]byte{"xl/worksheets/sheet9.xml": []byte("<worksheet/>")}},
		"a hidden row":                  {2, map[string]func([]byte) []byte{sheet: after(`<row r="8"`, `<row hidden="1" r="8"`)}, nil},
		"a comment in the markup":       {2, map[string]func([]byte) []byte{sheet: after("<sheetData>", "<!-- "+who+" --><sheetData>")}, nil},
		"a section of character data":   {2, map[string]func([]byte) []byte{sheet: after("<sheetData>", "<![CDATA["+who+"]]><sheetData>")}, nil},
		"the name of a theme":           {3, map[string]func([]byte) []byte{theme: after(` name="`, ` name="`+who)}, nil},
		"a theme, spelt in references":  {3, map[string]func([]byte) []byte{theme: after(` name="`, ` name="`+references(who))}, nil},
		"a visible cell that is lost":   {4, map[string]func([]byte) []byte{sheet: after(`<c r="A8"`, `<c r="A9"`)}, nil},
		"a visible number that differs": {4, map[string]func([]byte) []byte{sheet: after(`<v>120</v>`, `<v>121</v>`)}, nil},
	} {
		_, err := b.prove(repack(t, b.copied, x.change, x.add))
		var proof *redact.ProofError
		if !errors.As(err, &proof) || !errors.Is(err, redact.ErrLeft) || proof.Lock != x.lock {
			t.Errorf("%s: want lock %d to fail, got %v", name, x.lock, err)
		} else if strings.Contains(err.Error(), who) {
			t.Errorf("%s: the error holds what it is about", name)
		}
	}
}

// Test_cleaning_is_steady holds that the same file gives the same copy, and that there is nothing to take out of a copy.
func Test_cleaning_is_steady(t *testing.T) {
	for _, c := range allCases(t) {
		if !strings.HasPrefix(c.Dir, "cases/") || c.Clean == nil || c.Clean.Exit == nil {
			continue
		}
		t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(c.Path)
			if err != nil {
				t.Fatal(err)
			}
			o := optionsOf(t, c.Clean.Args)
			if look(t, c.Path).Verdict == inspect.NotRead {
				return // no format reads it yet
			}
			one, two := clean(t, c.Path, data, o), clean(t, c.Path, data, o)
			if !bytes.Equal(one, two) {
				t.Error("two copies of one file differ")
			}
			if again := clean(t, c.Path, one, redact.Options{}); !bytes.Equal(one, again) {
				t.Errorf("the copy of a copy differs from it: %d and %d bytes", len(one), len(again))
			}
		})
	}
}

func clean(t *testing.T, name string, data []byte, o redact.Options) []byte {
	t.Helper()
	var buf bytes.Buffer
	if _, err := sumikeshi.Clean(context.Background(), sourceOf(name, data), &buf, sumikeshi.Options{}, o); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
