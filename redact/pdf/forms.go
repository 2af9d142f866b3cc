package pdf

import (
	"crypto/sha256"
	"fmt"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// contents composes every content anew, the innermost first, and decides what each name leads to.
func (d *drawing) contents() error {
	for i := len(d.c.Contents) - 1; i >= 0; i-- {
		if d.c.Contents[i].Parent >= 0 || d.c.Contents[i].Annot >= 0 {
			if err := d.form(i); err != nil {
				return err
			}
		}
	}
	return nil
}

// form makes the object that one use of a form is to draw: the form itself if nothing in it changes.
func (d *drawing) form(i int) error {
	c := &d.c.Contents[i]
	vanishes := c.Parent < 0 && d.drops(&d.c.Annots[c.Annot]) && !d.stays(c.Annot)
	names := d.rename(i)
	switch {
	case c.Obj == 0 || vanishes:
		return nil
	case len(d.cuts[i]) == 0 && len(names) == 0 && len(d.bind[i]) == 0:
		d.used[c.Obj] = true
		return nil
	}
	data := apply(c.Data, d.cuts[i])
	old := d.dict(d.object(c.Obj))
	dict := maps.Clone(old)
	if !c.Inherited && len(d.bind[i]) > 0 {
		dict["Resources"] = d.bound(c.Resources, d.bind[i])
	}
	for _, key := range []string{"PieceInfo", "LastModified", "Metadata", "OPI"} {
		delete(dict, key)
	}
	n, err := d.once(fmt.Sprint(c.Obj, d.bind[i]), dict, data)
	if err != nil {
		return err
	}
	d.replaced[c.Obj] = true
	d.target[i] = n
	if c.Parent < 0 {
		d.states[c.Annot] = *types.NewIndirectRef(n, 0)
	}
	return nil
}

// once adds a stream, or returns the number of the same one if it was added before: letterheads are on every page.
func (j *job) once(kind string, dict types.Dict, data []byte) (int, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s", kind, data)
	key := [sha256.Size]byte(h.Sum(nil))
	if n, ok := j.made[key]; ok {
		return n, nil
	}
	ref, err := j.addStream(dict, data)
	j.made[key] = int(ref.ObjectNumber)
	return j.made[key], err
}

// rename decides what the names by which a content draws forms are to lead to. If all uses of a name become the same object the name
// leads to that; otherwise the uses that differ get names of their own. It returns the names that change.
func (d *drawing) rename(i int) map[string]int {
	changed := map[string]int{}
	for k := i + 1; k < len(d.c.Contents); k++ {
		child := &d.c.Contents[k]
		if child.Parent != i || d.target[k] == child.Obj {
			continue
		}
		owner := d.own[i]
		if d.bind[owner] == nil {
			d.bind[owner] = map[string]int{}
		}
		name := child.Name
		if to, ok := d.bind[owner][name]; ok && to != d.target[k] || d.drawnElsewhere(owner, k) {
			name = d.fresh(owner, d.target[k])
			cut := splice{child.Start, child.End, append(appendName(nil, name), " Do"...)}
			d.cuts[i] = append(d.cuts[i], cut)
		}
		d.bind[owner][name] = d.target[k]
		changed[name] = d.target[k]
	}
	return changed
}

// drawnElsewhere reports whether a content with the same resources draws the unchanged form under the same name.
func (d *drawing) drawnElsewhere(owner, k int) bool {
	child := &d.c.Contents[k]
	for m := range d.c.Contents {
		o := &d.c.Contents[m]
		if m == k || o.Parent < 0 || o.Name != child.Name || o.Obj != child.Obj || d.own[o.Parent] != owner {
			continue
		}
		if d.target[m] == o.Obj && d.untouched(m) {
			return true
		}
	}
	return false
}

// untouched reports whether nothing changes in a content and in what it draws.
func (d *drawing) untouched(i int) bool {
	if len(d.cuts[i]) > 0 {
		return false
	}
	for k := i + 1; k < len(d.c.Contents); k++ {
		if d.c.Contents[k].Parent == i && !d.untouched(k) {
			return false
		}
	}
	return true
}

// fresh returns a name for an object that the resources don't have yet.
func (d *drawing) fresh(owner, target int) string {
	taken := d.dict(d.c.Contents[owner].Resources["XObject"])
	for n := 1; ; n++ {
		name := fmt.Sprintf("Sk%d", n)
		if to, ok := d.bind[owner][name]; ok && to == target {
			return name
		} else if _, used := taken[name]; !ok && !used {
			return name
		}
	}
}

// bound returns resources in which names lead to other objects.
func (d *drawing) bound(res types.Dict, bind map[string]int) types.Dict {
	res = maps.Clone(res)
	if res == nil {
		res = types.Dict{}
	}
	x := d.sub(res, "XObject")
	for name, n := range bind {
		x[name] = *types.NewIndirectRef(n, 0)
	}
	return res
}

// dropUnused drops the forms and pictures that were rewritten wherever they are used: another page's resources may still name them. Pages that
// were not rewritten are drawn once more, only to see which forms they use.
func (j *job) dropUnused() error {
	if len(j.replaced) == 0 {
		return nil
	}
	var c *pdf.Canvas
	for _, p := range j.f.Pages {
		if j.pages[p.N] != nil {
			continue
		}
		var err error
		if c, err = j.f.Draw(j.ctx, p, c); err != nil {
			return err
		}
		for i := range c.Contents {
			j.used[c.Contents[i].Obj] = true
		}
		for i := range c.Paints {
			j.used[c.Paints[i].Obj] = true
		}
	}
	for n := range j.replaced {
		if !j.used[n] {
			j.dropped[n] = true
		}
	}
	return nil
}
