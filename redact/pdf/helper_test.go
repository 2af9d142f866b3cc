package pdf

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// cases returns the PDF samples with something to take out.
func cases(t *testing.T) []samples.Case {
	t.Helper()
	all, err := samples.Cases("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	var list []samples.Case
	for _, c := range all {
		if strings.HasSuffix(c.File, ".pdf") {
			list = append(list, c)
		}
	}
	if len(list) < 40 {
		t.Fatalf("only %d samples", len(list))
	}
	return list
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t testing.TB, data []byte) *pdf.File {
	t.Helper()
	f, err := pdf.Open(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// pageFixes are what takes all hidden text out of the pages, and the annotations that cover it.
func pageFixes(f *pdf.File) []inspect.Fix {
	var fixes []inspect.Fix
	known := map[inspect.Fix]bool{}
	add := func(x inspect.Fix) {
		if !known[x] {
			known[x] = true
			fixes = append(fixes, x)
		}
	}
	for _, p := range f.Pages {
		c, err := f.Draw(context.Background(), p, nil)
		if err != nil {
			return nil
		}
		c.Judge(f)
		for i := range c.Glyphs {
			g := &c.Glyphs[i]
			if g.Cause != pdf.Seen {
				add(inspect.EraseBox{Page: p.N, Of: g.Cause.String()})
			}
			if g.Cause == pdf.UnderAnnot && g.Cover >= 0 {
				add(inspect.DropAnnotation{Page: p.N, N: c.Annots[c.Paints[g.Cover].Annot].N})
			}
		}
	}
	return fixes
}

func rewrite(t testing.TB, data []byte, fixes ...inspect.Fix) []byte {
	t.Helper()
	var out bytes.Buffer
	src := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
	if _, err := Rewrite(context.Background(), src, fixes, nil, nil, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// tool returns the path of a program, or skips the test: in CI it has to be there.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing", name)
		}
		t.Skipf("%s is not installed", name)
	}
	return path
}

// run runs a program and returns what it prints.
func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(tool(t, name), args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("%s: %v: %s", name, err, errs.Bytes())
	}
	return out
}

// file writes data to a file of the test.
func file(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
