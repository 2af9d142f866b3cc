package pdf

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// A plain file is read as pdfcpu reads it, to the last object.
func Test_plain_files_are_read_as_pdfcpu_reads_them(t *testing.T) {
	plain, all := 0, 0
	err := filepath.WalkDir("../../testdata", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".pdf") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all++
		if same(t, path, data) {
			plain++
		}
		return nil
	})
	if err != nil || plain < all/3 {
		t.Errorf("%d of %d files are plain: %v", plain, all, err)
	}
}

// same reads a file both ways and reports whether it is plain.
func same(t *testing.T, name string, data []byte) bool {
	t.Helper()
	scan := scanFile(data)
	if scan.guard() != nil {
		return false
	}
	got, err := readPlain(context.Background(), scan, Configuration())
	if err != nil {
		return false
	}
	want, err := readTable(context.Background(), data, Configuration())
	if err != nil {
		t.Errorf("%s: pdfcpu does not read it: %v", name, err)
		return true
	}
	if !reflect.DeepEqual(headOf(got), headOf(want)) {
		t.Errorf("%s: %v, want %v", name, headOf(got), headOf(want))
	}
	if len(got.Table) != len(want.Table) {
		t.Errorf("%s: %d objects, want %d", name, len(got.Table), len(want.Table))
	}
	for n, w := range want.Table {
		g := got.Table[n]
		if g == nil || g.Free != w.Free || !reflect.DeepEqual(g.Object, w.Object) || *g.Offset != *w.Offset || *g.Generation != *w.Generation {
			t.Errorf("%s: object %d: %v, want %v", name, n, g, w)
		}
	}
	return true
}

// headOf is what a table says beside its objects.
func headOf(c *model.Context) []any {
	return []any{c.Root, c.Info, c.ID, c.Encrypt, *c.Size, c.MaxObjNr, c.HeaderVersion, c.RootVersion, c.Read.EolCount, c.AdditionalStreams}
}

// Whatever is plain at all is read as pdfcpu reads it.
func FuzzPlain(f *testing.F) {
	for _, body := range []string{
		"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[]/Count 0>>\nendobj\n",
		"1 0 obj\n<</A (x) /B <20> /C[1 2.5 true null]>>\nendobj\n2 0 obj\n<</Length 3 0 R/Filter/FlateDecode>>\nstream\nabc\nendstream\nendobj\n3 0 obj\n3\nendobj\n",
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		data := []byte("%PDF-1.4\n" + body)
		scan := scanFile(data)
		var table strings.Builder
		fmt.Fprintf(&table, "xref\n0 1\n0000000000 65535 f \n")
		for _, d := range scan.Defs {
			fmt.Fprintf(&table, "%d 1\n%010d %05d n \n", d.Num, d.Start, d.Gen)
		}
		fmt.Fprintf(&table, "trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(data))
		same(t, "fuzz", append(data, table.String()...))
	})
}
