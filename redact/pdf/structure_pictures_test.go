package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// Test_tags_lead_to_no_picture holds that the structure of a document does not lead to marked content of a page that became a picture, and
// that it stays as it is if the page does.
func Test_tags_lead_to_no_picture(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash("../../testdata/pdf/stray-text/dirty-structure.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, picture := range []bool{false, true} {
		tt := &tiers{f: open(t, data), fixes: []inspect.Fix{inspect.Rebuild{}}, pictures: map[int]bool{}}
		if picture {
			tt.pictures[1] = true
		}
		out, _, err := tt.attempt(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, out)
		marks, parents := 0, 0
		for _, n := range f.Objects() {
			if _, ok := f.Dict(f.Object(n))["K"].(types.Integer); ok {
				marks++
			}
		}
		f.Tree(f.Dict(f.Catalog()["StructTreeRoot"])["ParentTree"], func(int, types.Object, types.Object) { parents++ }, map[int]bool{})
		_, tagged := f.Pages[0].Dict["StructParents"]
		if want := !picture; (marks == 1) != want || (parents == 1) != want || tagged != want {
			t.Errorf("picture %t: %d marks, %d entries of the parent tree, the page has its own: %t", picture, marks, parents, tagged)
		}
	}
}
