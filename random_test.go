package sumikeshi_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
	"github.com/sumikeshi/sumikeshi/redact"
)

var seeds = flag.Int("seeds", 32, "how many random workbooks are cleaned")

// Test_random_workbooks cleans workbooks whose sheets read one another in every way, and holds the copies to what the locks do not
// see: another reader shows the same values, nothing dangles, no reference is broken, and cleaning is final.
func Test_random_workbooks(t *testing.T) {
	for seed := range uint64(*seeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			book := samples.Random(seed)
			o := randomOptions(t, book, seed)
			copied, err := cleaned(book, o)
			var refused *redact.OptionError
			if errors.As(err, &refused) {
				return // every sheet would go
			}
			if err != nil {
				t.Fatalf("%+v: %v", o, err)
			}
			if again, err := cleaned(book, o); err != nil || !bytes.Equal(copied, again) {
				t.Errorf("cleaned twice, the copies differ (%v)", err)
			}
			if again, err := cleaned(copied, redact.Options{Policy: o.Policy, Mask: o.Mask, Filtered: o.Filtered}); err != nil || !bytes.Equal(copied, again) {
				t.Errorf("a copy of the copy differs (%v)", err)
			}
			whole(t, parts(t, copied))
			forgotten(t, parts(t, copied), sameValues(t, book, copied, o))
		})
	}
}

func cleaned(book []byte, o redact.Options) ([]byte, error) {
	var out bytes.Buffer
	_, err := sumikeshi.Clean(context.Background(), sourceOf("book.xlsx", book), &out, sumikeshi.Options{}, o)
	return out.Bytes(), err
}

// randomOptions varies what is asked for.
func randomOptions(t *testing.T, book []byte, seed uint64) redact.Options {
	switch seed % 6 {
	case 4:
		return redact.Options{Filtered: redact.FilteredPublish, Mask: []string{"phone", "name"}}
	case 5:
		return redact.Options{Filtered: redact.FilteredBlank}
	case 1:
		return redact.Options{Policy: redact.PolicyStrict}
	case 2:
		return redact.Options{Mask: []string{"all"}}
	case 3:
		res, err := sumikeshi.Check(context.Background(), sourceOf("book.xlsx", book), sumikeshi.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return redact.Options{DropSheets: []string{res.Sheets[int(seed/4)%len(res.Sheets)].Name}}
	}
	return redact.Options{}
}

// forgotten checks that nothing of the copy refers to a sheet which is not there.
func forgotten(t *testing.T, parts map[string][]byte, dropped []string) {
	t.Helper()
	for _, sheet := range dropped {
		quoted := regexp.QuoteMeta(strings.ReplaceAll(sheet, "'", "''"))
		refers := regexp.MustCompile(`['>(,;&"]` + quoted + `'?!|:` + quoted + `'!|'` + quoted + `:`)
		for name, part := range parts {
			if m := refers.Find(bytes.ReplaceAll(part, []byte("&#39;"), []byte("'"))); m != nil {
				t.Errorf("%s refers to a sheet that was dropped: %s", name, m)
			}
		}
	}
}

// sameValues compares what excelize shows in the cells that a reader of the original saw, and returns the sheets that were dropped.
func sameValues(t *testing.T, before, after []byte, o redact.Options) (dropped []string) {
	t.Helper()
	a, errA := excelize.OpenReader(bytes.NewReader(before))
	b, errB := excelize.OpenReader(bytes.NewReader(after))
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	defer a.Close()
	defer b.Close()
	for _, sheet := range b.GetSheetList() {
		if visible, err := a.GetSheetVisible(sheet); err != nil || !visible && !slices.Equal(b.GetSheetList(), []string{sheet}) {
			t.Errorf("%s is in the copy (%v)", sheet, err)
		}
		for row := 1; row <= 24; row++ {
			for col := 1; col <= 9; col++ {
				at := inspect.Cell{Row: row, Col: col}.Ref()
				if rowShown, _ := a.GetRowVisible(sheet, row); !rowShown {
					continue
				}
				if colShown, _ := a.GetColVisible(sheet, inspect.ColumnName(col)); !colShown {
					continue
				}
				old, _ := a.GetCellValue(sheet, at)
				now, _ := b.GetCellValue(sheet, at)
				if old != now && !(len(o.Mask) > 0 && strings.Contains(now, "●●●")) {
					t.Errorf("%s!%s shows %q, was %q", sheet, at, now, old)
				}
			}
		}
	}
	return slices.DeleteFunc(a.GetSheetList(), func(sheet string) bool { return slices.Contains(b.GetSheetList(), sheet) })
}

var (
	relTag    = regexp.MustCompile(`<Relationship [^>]*>`)
	attrOf    = regexp.MustCompile(`(\w+)="([^"]*)"`)
	relUse    = regexp.MustCompile(`\br:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]*)"`)
	override  = regexp.MustCompile(`<Override [^>]*PartName="/([^"]*)"`)
	sheetTag  = regexp.MustCompile(`<sheet [^>]*>`)
	tabNumber = regexp.MustCompile(`(?:localSheetId|activeTab|firstSheet)="(\d+)"`)
)

// whole checks that a package refers to nothing that it does not have, and that no formula is broken.
func whole(t *testing.T, parts map[string][]byte) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if bytes.Contains(parts[name], []byte("#REF!")) {
			t.Errorf("%s has #REF!", name)
		}
		if strings.HasSuffix(name, ".rels") {
			relationships(t, parts, name)
		}
	}
	for _, m := range override.FindAllSubmatch(parts["[Content_Types].xml"], -1) {
		if parts[string(m[1])] == nil {
			t.Errorf("a content type for %s, which is not there", m[1])
		}
	}
	book := parts["xl/workbook.xml"]
	tabs := len(sheetTag.FindAll(book, -1))
	for _, m := range tabNumber.FindAllSubmatch(book, -1) {
		var n int
		if _, err := fmt.Sscan(string(m[1]), &n); err != nil || n >= tabs {
			t.Errorf("%s with %d sheets", m[0], tabs)
		}
	}
}

// relationships checks a part of relationships in both directions.
func relationships(t *testing.T, parts map[string][]byte, name string) {
	t.Helper()
	dir, base := path.Split(name)
	source := path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(base, ".rels"))
	ids := map[string]bool{}
	for _, tag := range relTag.FindAll(parts[name], -1) {
		attrs := map[string]string{}
		for _, m := range attrOf.FindAllSubmatch(tag, -1) {
			attrs[string(m[1])] = string(m[2])
		}
		if ids[attrs["Id"]] {
			t.Errorf("%s: %s twice", name, attrs["Id"])
		}
		ids[attrs["Id"]] = true
		target := strings.TrimPrefix(attrs["Target"], "/")
		if target == attrs["Target"] {
			target = path.Join(path.Dir(source), target)
		}
		if attrs["TargetMode"] != "External" && parts[target] == nil {
			t.Errorf("%s leads to %s, which is not there", name, target)
		}
	}
	for _, m := range relUse.FindAllSubmatch(parts[source], -1) {
		if !ids[string(m[1])] {
			t.Errorf("%s uses %s, which is not there", source, m[1])
		}
	}
}
