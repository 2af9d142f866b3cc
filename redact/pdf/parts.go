package pdf

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// editAttachments drops what leads to attached files (7.11.4): file specifications, and the annotations that show a pin for one. The
// name tree and the lists of associated files lose their entries when they are written.
func (j *job) editAttachments() error {
	if len(j.attachments) == 0 {
		return nil
	}
	for n := range j.attachments {
		j.dropped[n] = true
	}
	for _, n := range j.numbers() {
		d := j.dict(j.object(n))
		if d == nil || j.dropped[n] {
			continue
		}
		if j.leads(d) || j.leadsTo(d["FS"]) {
			j.dropped[n] = true
		}
	}
	j.inlineSpecs()
	return nil
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

func (j *job) leadsTo(o object) bool {
	d := j.f.Dict(o)
	return d != nil && j.leads(d)
}

// inlineSpecs removes file specifications that stand in an array themselves: name trees and lists of associated files.
func (j *job) inlineSpecs() {
	for _, n := range j.numbers() {
		d := j.dict(j.object(n))
		for _, key := range []string{"Names", "AF"} {
			a, direct := d[key].(types.Array)
			if !direct {
				continue
			}
			kept := j.withoutSpecs(a, key == "Names")
			if len(kept) < len(a) {
				j.edit(n)[key] = kept
			}
		}
	}
	root := j.f.Catalog()
	names := j.dict(root["Names"])
	if files := j.dict(names["EmbeddedFiles"]); files != nil {
		a := j.array(files["Names"])
		kept := j.withoutSpecs(a, true)
		if len(kept) == len(a) || j.f.Ctx.Root == nil {
			return
		}
		// The tree may stand in the catalog itself: then it is written anew there.
		cat := j.edit(int(j.f.Ctx.Root.ObjectNumber))
		j.sub(j.subAt(cat, "Names"), "EmbeddedFiles")["Names"] = kept
	}
}

// subAt returns the dictionary in an entry for changing, be it an object of its own or not.
func (j *job) subAt(d types.Dict, key string) types.Dict {
	if n := pdf.ObjectNumber(d[key]); n > 0 {
		return j.edit(n)
	}
	return j.sub(d, key)
}

func (j *job) withoutSpecs(a types.Array, pairs bool) types.Array {
	var kept types.Array
	for i := 0; i < len(a); i++ {
		v := a[i]
		if pairs && i+1 < len(a) {
			v = a[i+1]
		}
		goes := j.leadsTo(v)
		if !goes {
			kept = append(kept, a[i])
		}
		if pairs && i+1 < len(a) {
			i++
			if !goes {
				kept = append(kept, a[i])
			}
		}
	}
	return kept
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
