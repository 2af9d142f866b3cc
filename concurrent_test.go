package sumikeshi_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// Test_one_inspector_serves_many_at_once holds what [inspect.Inspector] promises; it is worth most under the race detector.
func Test_one_inspector_serves_many_at_once(t *testing.T) {
	in := sumikeshi.NewInspector(sumikeshi.Options{})
	for _, path := range []string{
		"testdata/xlsx/hidden-sheet/dirty.xlsx", "testdata/xlsx/pivot-cache/dirty.xlsx", "testdata/ooxml/embedded-file/dirty.xlsx", "testdata/zip/residue/dirty.zip",
	} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		src := sourceOf(path, data)
		results := make([]*inspect.Result, 8)
		var all sync.WaitGroup
		for i := range results {
			all.Go(func() { results[i] = in.Check(context.Background(), src) })
		}
		all.Wait()
		for _, r := range results[1:] {
			if d := cmp.Diff(results[0].Counts, r.Counts); d != "" || r.Verdict != results[0].Verdict || r.People != results[0].People {
				t.Errorf("%s: two looks at the same file differ: %s", path, d)
			}
		}
	}
}
