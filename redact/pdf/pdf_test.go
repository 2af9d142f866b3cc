package pdf

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/redact/residue"
)

// TestRewrite_Structure holds what every copy is: one revision, whole for another reader, the same bytes each time, and its own copy.
func TestRewrite_Structure(t *testing.T) {
	for _, c := range cases(t) {
		t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
			data := read(t, c.Path)
			fixes := pageFixes(open(t, data))
			copied := rewrite(t, data, fixes...)
			if !bytes.Equal(copied, rewrite(t, data, fixes...)) {
				t.Error("two copies differ")
			}
			if !bytes.Equal(copied, rewrite(t, copied)) {
				t.Error("a copy of the copy differs")
			}
			f := open(t, copied)
			if n := len(f.Scan.EOFs); n != 1 || len(f.Scan.Revisions) > 0 || len(f.Scan.Gaps) > 0 {
				t.Errorf("%d ends, revisions %v, gaps %v", n, f.Scan.Revisions, f.Scan.Gaps)
			}
			if defs, objects := f.Orphans(); len(defs)+len(objects) > 0 {
				t.Errorf("objects that nothing leads to: %v %v", defs, objects)
			}
			_, picture := f.Dict(f.Pages[0].Resources["XObject"])[pictureName]
			for _, fix := range pageFixes(f) {
				if picture && fix == (inspect.EraseBox{Page: 1, Of: "ocr"}) { // the text of the picture
					continue
				}
				t.Errorf("still hidden: %+v", fix)
			}
		})
	}
}

// TestRewrite_Qpdf lets qpdf judge the copies.
func TestRewrite_Qpdf(t *testing.T) {
	tool(t, "qpdf")
	for _, c := range cases(t) {
		data := read(t, c.Path)
		path := file(t, "copy.pdf", rewrite(t, data, pageFixes(open(t, data))...))
		if out := run(t, "qpdf", "--check", path); !strings.Contains(string(out), "No syntax or stream encoding errors") {
			t.Errorf("%s/%s: %s", c.Dir, c.File, out)
		}
	}
}

// onPage are the folders whose texts stand in the content of pages.
func onPage(dir string) bool {
	for _, s := range []string{"pdf/covered-text", "pdf/invisible-text", "pdf-patients", "pdf-black", "pdf-white"} {
		if strings.Contains(dir, s) {
			return true
		}
	}
	return false
}

// TestRewrite_Text holds that other programs find nothing of what was hidden, and all that was not.
func TestRewrite_Text(t *testing.T) {
	for _, c := range cases(t) {
		if c.Clean == nil || !onPage(c.Dir) {
			continue
		}
		t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
			data := read(t, c.Path)
			copied := rewrite(t, data, pageFixes(open(t, data))...)
			var set residue.Set
			for _, s := range c.Clean.Gone {
				set.Add(s, true)
			}
			set.Freeze()
			hits, err := set.Search(context.Background(), bytes.NewReader(copied), int64(len(copied)))
			if err != nil || len(hits) > 0 {
				t.Errorf("residue: %v, %v", hits, err)
			}
			path := file(t, "copy.pdf", copied)
			for name, out := range map[string][]byte{
				"pdftotext":       run(t, "pdftotext", "-raw", path, "-"),
				"pdftotext boxes": run(t, "pdftotext", "-bbox", path, "-"),
				"mutool":          run(t, "mutool", "draw", "-q", "-F", "text", path),
				"mutool boxes":    run(t, "mutool", "draw", "-q", "-F", "stext", path),
				"qpdf":            run(t, "qpdf", "--qdf", "--object-streams=disable", path, "-"),
			} {
				text := squeeze(string(out))
				for _, s := range c.Clean.Gone {
					if strings.Contains(text, squeeze(s)) {
						t.Errorf("%s still reads %q", name, s)
					}
				}
				for _, s := range c.Clean.Kept {
					if (name == "pdftotext" || name == "mutool") && !strings.Contains(text, squeeze(s)) {
						t.Errorf("%s does not read %q", name, s)
					}
				}
			}
		})
	}
}

func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "　", "", "\n", "").Replace(s)
}

// TestRewrite_Looks holds that two renderers draw the copies as they drew the originals. Outside of applied redactions nothing may
// differ but the edges of letters.
func TestRewrite_Looks(t *testing.T) {
	renderers := map[string][]string{
		"mutool":   {"draw", "-q", "-r", "100", "-F", "ppm", "-o", "-"},
		"pdftoppm": {"-r", "100"},
	}
	for name, args := range renderers {
		tool(t, name)
		for _, c := range cases(t) {
			if strings.Contains(c.File, "redact") || strings.Contains(c.Dir, "redact") {
				continue
			}
			if name == "pdftoppm" && c.File == "dirty-highlight.pdf" {
				continue // poppler draws highlights its own way, not by their appearance
			}
			if c.File == "dirty-hatching.pdf" {
				continue // what shows of the letters between the lines goes with them
			}
			data := read(t, c.Path)
			fixes := pageFixes(open(t, data))
			if len(fixes) == 0 {
				continue
			}
			before := run(t, name, append(args, c.Path)...)
			after := run(t, name, append(args, file(t, "copy.pdf", rewrite(t, data, fixes...)))...)
			if n, all := differing(before, after); len(before) == 0 || n*10_000 > all {
				t.Errorf("%s: %s/%s: %d of %d pixels differ", name, c.Dir, c.File, n, all)
			}
		}
	}
}

// differing counts the pixels of two pictures in the format PPM that differ visibly.
func differing(a, b []byte) (n, all int) {
	if len(a) != len(b) {
		return max(len(a), len(b)), max(len(a), len(b))
	}
	for i := 0; i+2 < len(a); i += 3 {
		d := 0
		for k := range 3 {
			d += max(int(a[i+k])-int(b[i+k]), int(b[i+k])-int(a[i+k]))
		}
		if d > 24 {
			n++
		}
	}
	return n, len(a) / 3
}

// TestRewrite_Redact holds that a redaction is applied: the text is gone and a box stands in its place.
func TestRewrite_Redact(t *testing.T) {
	data := read(t, "../../testdata/cases/pdf-patients-own/redact.pdf")
	copied := rewrite(t, data, inspect.EraseBox{Page: 1, Of: "redact"})
	f := open(t, copied)
	c, err := f.Draw(context.Background(), f.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	boxes := 0
	for _, p := range c.Paints {
		if p.Kind == pdf.Fill && p.Opaque && p.Color.Luminance() < 0.1 {
			boxes++
		}
	}
	if boxes != 2 || len(c.Annots) != 0 {
		t.Errorf("%d boxes, %d annotations", boxes, len(c.Annots))
	}
}

// TestRewrite_Refuses holds that a fix which does not fit is an error and not a copy without it.
func TestRewrite_Refuses(t *testing.T) {
	data := read(t, "../../testdata/pdf/covered-text/dirty.pdf")
	for _, fix := range []inspect.Fix{
		inspect.EraseBox{Page: 9, Of: "covered"},
		inspect.EraseBox{Page: 1, Of: "magic"},
		inspect.DropAnnotation{Page: 1, N: 4},
		inspect.DropEntry{Obj: 999, Key: "A"},
		inspect.DropField{Obj: 999},
		inspect.DropBookmark{Obj: 9},
		inspect.DropSheet{Part: "x"},
	} {
		src := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
		var out bytes.Buffer
		if _, err := Rewrite(context.Background(), src, []inspect.Fix{fix}, nil, nil, &out); !errors.Is(err, ErrUnknown) {
			t.Errorf("%+v: %v", fix, err)
		}
	}
}
