package ooxml

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/samples"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// usual returns the fixes that most workbooks get: hidden sheets dropped, pivot tables flattened, charts cut, comments, thumbnails and
// printer settings dropped, properties stripped.
func usual(t *testing.T, book []byte) (fixes []inspect.Fix, kept []string) {
	t.Helper()
	ctx := context.Background()
	pkg, err := opc.Open(ctx, bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	wb, err := sml.ReadWorkbook(ctx, pkg)
	if err != nil {
		t.Fatal(err)
	}
	for _, sh := range wb.Sheets {
		if sh.State == sml.Visible {
			kept = append(kept, sh.Name)
		} else if sh.Part != nil {
			fixes = append(fixes, inspect.DropSheet{Part: sh.Part.Name})
		}
	}
	for _, verb := range []struct {
		relType string
		fix     func(part string) inspect.Fix
	}{
		{"pivotCacheDefinition", func(p string) inspect.Fix { return inspect.Flatten{Part: p} }},
		{"chart", func(p string) inspect.Fix { return inspect.Literal{Part: p} }},
		{"comments", func(p string) inspect.Fix { return inspect.DropPart{Part: p} }},
		{"threadedComment", func(p string) inspect.Fix { return inspect.DropPart{Part: p} }},
		{"metadata/thumbnail", func(p string) inspect.Fix { return inspect.DropPart{Part: p} }},
		{"printerSettings", func(p string) inspect.Fix { return inspect.DropPart{Part: p} }},
		{"metadata/core-properties", func(p string) inspect.Fix { return inspect.Strip{Part: p} }},
		{"extended-properties", func(p string) inspect.Fix { return inspect.Strip{Part: p} }},
		{"sharedStrings", func(p string) inspect.Fix { return inspect.BlankStrings{Part: p} }},
	} {
		for _, r := range pkg.ByType(verb.relType) {
			if r.Part != nil {
				fixes = append(fixes, verb.fix(r.Part.Name))
			}
		}
	}
	return fixes, kept
}

// TestReaders cleans the project's samples and opens the copies with readers that share no code with this package: what they show of the
// sheets that stay is the same before and after.
func TestReaders(t *testing.T) {
	books, err := filepath.Glob("../../testdata/*/*/*.xls[xm]")
	if err != nil {
		t.Fatal(err)
	}
	if len(books) == 0 {
		t.Skip("no samples in testdata")
	}
	all := map[string][]byte{}
	for _, path := range books {
		book, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(book, []byte("PK")) {
			continue // encrypted: no package before it is unlocked
		}
		all[strings.Join(strings.Split(filepath.ToSlash(path), "/")[3:], "_")] = book
	}
	for seed := range uint64(6) {
		all[fmt.Sprintf("random_%d.xlsx", seed)] = samples.Random(seed)
	}
	dir := t.TempDir()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			book := all[name]
			fixes, kept := usual(t, book)
			clean(t, book, nil, fixes...)
			var out bytes.Buffer
			notes, err := Rewrite(context.Background(), asSource(book), fixes, nil, &out)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), out.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			if notes.UncachedCount == 0 { // else there was nothing to show
				sameRows(t, book, out.Bytes(), kept)
			}
		})
	}
	t.Run("openpyxl", func(t *testing.T) { openWithPython(t, dir) })
	t.Run("LibreOffice", func(t *testing.T) { openWithOffice(t, dir) })
}

// shown is a row without the empty cells at its end: an empty text is shown like no cell.
func shown(row []string) []string {
	for len(row) > 0 && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row
}

// sameRows compares what excelize shows.
func sameRows(t *testing.T, before, after []byte, kept []string) {
	t.Helper()
	a, err := excelize.OpenReader(bytes.NewReader(before))
	if err != nil {
		t.Skipf("excelize does not open the sample: %v", err)
	}
	defer a.Close()
	b, err := excelize.OpenReader(bytes.NewReader(after))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := b.GetSheetList(); !slices.Equal(got, kept) {
		t.Errorf("sheets %q, want %q", got, kept)
	}
	for _, sheet := range kept {
		old, errA := a.GetRows(sheet)
		now, errB := b.GetRows(sheet)
		if errA != nil || errB != nil {
			t.Errorf("%s: %v, %v", sheet, errA, errB)
		}
		for i := range old {
			if i >= len(now) && len(shown(old[i])) > 0 || i < len(now) && !slices.Equal(shown(old[i]), shown(now[i])) {
				t.Errorf("%s, row %d differs", sheet, i+1)
				break
			}
		}
	}
}

func openWithPython(t *testing.T, dir string) {
	python, err := exec.LookPath("/usr/bin/python3")
	if err != nil || exec.Command(python, "-c", "import openpyxl").Run() != nil {
		t.Skip("no python3 with openpyxl")
	}
	const script = `import glob,sys,warnings,openpyxl
warnings.simplefilter("ignore")
for f in glob.glob(sys.argv[1]+"/*"): openpyxl.load_workbook(f)`
	if out, err := exec.Command(python, "-c", script, dir).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// openWithOffice converts the copies of one case, since starting the office takes longer than all the rest.
func openWithOffice(t *testing.T, dir string) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no LibreOffice, or a short run")
	}
	books, _ := filepath.Glob(filepath.Join(dir, "cases_hidden-roster_*"))
	if len(books) == 0 {
		t.Skip("no such case")
	}
	into, profile := t.TempDir(), t.TempDir()
	args := append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "ods", "--outdir", into}, books...)
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	made, _ := filepath.Glob(filepath.Join(into, "*.ods"))
	if len(made) != len(books) {
		t.Errorf("%d of %d copies were opened", len(made), len(books))
	}
}
