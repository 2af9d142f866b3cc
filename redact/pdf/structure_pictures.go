package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// unmarkPictures takes pages that became pictures out of the document's structure (14.7.5): they hold no marked content any more, and a
// reader that follows the tags must not be led to where there is nothing.
func (j *job) unmarkPictures() error {
	gone, parents := map[int]bool{}, map[int]bool{}
	for n := range j.pictures {
		page := j.f.Pages[n-1]
		gone[page.Obj] = true
		if key, ok := j.f.Number(page.Dict["StructParents"]); ok {
			parents[int(key)] = true
			delete(j.edit(page.Obj), "StructParents")
		}
	}
	if len(parents) == 0 {
		return nil
	}
	for _, n := range j.numbers() {
		d, ok := j.resolve(j.object(n)).(types.Dict)
		if !ok || d["S"] == nil || d["P"] == nil || d["K"] == nil {
			continue
		}
		if kept, changed := j.unmark(d["K"], pdf.ObjectNumber(d["Pg"]), gone); changed {
			if d = j.edit(n); kept == nil {
				delete(d, "K")
			} else {
				d["K"] = kept
			}
		}
	}
	j.dropParents(parents)
	return nil
}

// unmark returns the children of a structure element without marked content of those pages: nil if nothing is left.
func (j *job) unmark(kids types.Object, page int, gone map[int]bool) (types.Object, bool) {
	switch v := j.resolve(kids).(type) {
	case types.Integer:
		if gone[page] {
			return nil, true
		}
	case types.Dict:
		if j.name(v["Type"]) != "MCR" || v["Stm"] != nil {
			return kids, false
		}
		if own := pdf.ObjectNumber(v["Pg"]); own > 0 {
			page = own
		}
		if gone[page] {
			return nil, true
		}
	case types.Array:
		var kept types.Array
		changed := false
		for _, k := range v {
			if left, _ := j.unmark(k, page, gone); left == nil {
				changed = true
				continue
			}
			kept = append(kept, k)
		}
		if changed && len(kept) == 0 {
			return nil, true
		}
		return kept, changed
	}
	return kids, false
}

// dropParents takes entries out of the tree that leads from content to its structure (14.7.5.4).
func (j *job) dropParents(keys map[int]bool) {
	root := j.f.Catalog()["StructTreeRoot"]
	tree := j.f.Dict(root)["ParentTree"]
	nodes := map[int]bool{}
	j.f.Tree(tree, func(node int, key, _ types.Object) {
		if keys[j.f.Int(key)] {
			nodes[node] = true
		}
	}, map[int]bool{})
	for n := range nodes {
		d := j.edit(n)
		if at := pdf.ObjectNumber(root); n == 0 && at > 0 {
			d = j.sub(j.edit(at), "ParentTree")
		}
		if d == nil {
			continue
		}
		var kept types.Array
		for list := j.array(d["Nums"]); len(list) >= 2; list = list[2:] {
			if !keys[j.f.Int(list[0])] {
				kept = append(kept, list[0], list[1])
			}
		}
		d["Nums"] = kept
	}
}
