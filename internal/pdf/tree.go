package pdf

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxEntries bounds the nodes of a name or number tree that are looked at.
const maxEntries = 100_000

// Tree calls fn for the entries of a name or number tree (7.9.6, 7.9.7): the object number of the node they stand in, 0 if that is no
// object of its own, the name or number, and what it stands for. The nodes are noted in seen, by their object numbers.
func (f *File) Tree(root types.Object, fn func(node int, key, v types.Object), seen map[int]bool) {
	todo := []types.Object{root}
	for steps := 0; len(todo) > 0 && steps < maxEntries; steps++ {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		n, node := ObjectNumber(o), f.Dict(o)
		if node == nil || n > 0 && seen[n] {
			continue
		}
		if n > 0 {
			seen[n] = true
		}
		for _, key := range [...]string{"Names", "Nums"} {
			for list := f.Array(node[key]); len(list) >= 2; list = list[2:] {
				fn(n, list[0], list[1])
			}
		}
		todo = append(todo, f.Array(node["Kids"])...)
	}
}

// Destinations calls fn for the named destinations (12.3.2.4) in the order in which a fix counts them: those of the name tree, then those
// of the dictionary that older files have. The nodes of the tree are noted in seen.
func (f *File) Destinations(fn func(name string, to types.Object), seen map[int]bool) {
	cat := f.Catalog()
	f.Tree(f.Dict(cat["Names"])["Dests"], func(_ int, key, v types.Object) { fn(f.Text(key), v) }, seen)
	old := f.Dict(cat["Dests"])
	for _, key := range slices.Sorted(maps.Keys(old)) {
		fn(NameText(key), old[key])
	}
}

// NameText reads a name as text.
func NameText(name string) string {
	if s, err := types.DecodeName(name); err == nil {
		name = s
	}
	return DecodeText([]byte(name))
}
