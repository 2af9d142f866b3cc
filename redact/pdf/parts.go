package pdf

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// editAttachments drops attached files (7.11.4). What leads to them goes when it is written: see [job.attaches]. The tree of their names
// is written anew as one leaf, since its nodes repeat them.
func (j *job) editAttachments() error {
	for n := range j.attachments {
		j.dropped[n] = true
	}
	tree := j.dict(j.dict(j.f.Catalog()["Names"])["EmbeddedFiles"])
	if len(j.attachments) == 0 || tree == nil || j.f.Ctx.Root == nil {
		return nil
	}
	var kept types.Array
	j.f.Tree(tree, func(_ int, key, v types.Object) {
		if spec := j.f.Dict(v); spec != nil && !j.attaches(spec) {
			kept = append(kept, key, v)
		}
	}, map[int]bool{})
	names := j.subAt(j.edit(int(j.f.Ctx.Root.ObjectNumber)), "Names")
	if names["EmbeddedFiles"] = (types.Dict{"Names": kept}); len(kept) == 0 {
		delete(names, "EmbeddedFiles")
	}
	return nil
}

// editAttached writes those attached files anew that stay and change, with what tells of their bytes (7.11.4, Table 45). When they were
// written is told no more.
func (j *job) editAttached() error {
	for _, n := range slices.Sorted(maps.Keys(j.attached)) {
		if j.dropped[n] {
			continue
		}
		data, err := j.f.Stream(j.f.Object(n))
		if err != nil {
			return fmt.Errorf("%w: attached file %d", ErrUnknown, n)
		}
		data, err = j.attached[n](data)
		if err != nil {
			return err
		}
		if data == nil {
			continue
		}
		dict, sum := maps.Clone(j.edit(n)), md5.Sum(data)
		dict["Params"] = types.Dict{"Size": types.Integer(len(data)), "CheckSum": types.HexLiteral(hex.EncodeToString(sum[:]))}
		if j.changed[n], err = newStream(dict, data); err != nil {
			return err
		}
	}
	return nil
}

// attaches reports whether a dictionary is there for a file that goes: its specification, wherever that stands, or the annotation that
// shows a pin for it.
func (j *job) attaches(d types.Dict) bool {
	return len(j.attachments) > 0 && (j.leads(d) || j.leads(j.f.Dict(d["FS"])))
}

// dead reports whether a value is an action that goes to a place in an attached file (12.6.4.4), and attached files go.
func (j *job) dead(d types.Dict) bool {
	return len(j.attachments) > 0 && j.name(d["S"]) == "GoToE" && d["T"] != nil
}

// leads reports whether a file specification leads to a stream that goes.
func (j *job) leads(d types.Dict) bool {
	for _, o := range j.f.Dict(d["EF"]) {
		if j.attachments[pdf.ObjectNumber(o)] {
			return true
		}
	}
	return false
}

// editFields drops form fields with all that hangs under them (12.7.4). Lists of fields and of annotations lose them when they are
// written.
func (j *job) editFields() error {
	for n := range j.fields {
		if j.dict(j.object(n)) == nil {
			return fmt.Errorf("%w: field %d", ErrUnknown, n)
		}
		j.dropField(n, 0)
	}
	return nil
}

func (j *job) dropField(n, depth int) {
	if n == 0 || j.dropped[n] || depth > 50 {
		return
	}
	kids := j.array(j.dict(j.object(n))["Kids"])
	j.dropped[n] = true
	for _, kid := range kids {
		j.dropField(pdf.ObjectNumber(kid), depth+1)
	}
}

// editOutlines drops entries of the outline with those under them, and ties their neighbours together (12.3.3).
func (j *job) editOutlines() error {
	if len(j.bookmarks) == 0 {
		return nil
	}
	root := pdf.ObjectNumber(j.f.Catalog()["Outlines"])
	if root == 0 {
		return fmt.Errorf("%w: no outline", ErrUnknown)
	}
	if j.outline(root, map[int]bool{}, 0) == 0 {
		j.dropped[root] = true
	}
	return nil
}

// outline writes the links among the children of an entry anew and returns how many there are.
func (j *job) outline(parent int, seen map[int]bool, depth int) int {
	var kids []int
	had := 0
	for n := pdf.ObjectNumber(j.dict(j.object(parent))["First"]); n > 0 && !seen[n] && depth < 100; n = pdf.ObjectNumber(j.dict(j.object(n))["Next"]) {
		seen[n] = true
		had++
		if j.bookmarks[n] {
			j.dropped[n] = true
			continue
		}
		kids = append(kids, n)
		j.outline(n, seen, depth+1)
	}
	if len(kids) == had {
		return had
	}
	j.tie(parent, kids)
	return len(kids)
}

func (j *job) tie(parent int, kids []int) {
	ref := func(n int) object { return *types.NewIndirectRef(n, 0) }
	d := j.edit(parent)
	for _, key := range []string{"First", "Last", "Count"} {
		delete(d, key)
	}
	for i, n := range kids {
		kid := j.edit(n)
		delete(kid, "Prev")
		delete(kid, "Next")
		if i > 0 {
			kid["Prev"] = ref(kids[i-1])
		}
		if i+1 < len(kids) {
			kid["Next"] = ref(kids[i+1])
		}
	}
	if len(kids) > 0 {
		d["First"], d["Last"], d["Count"] = ref(kids[0]), ref(kids[len(kids)-1]), types.Integer(len(kids))
	}
}
