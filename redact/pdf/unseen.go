package pdf

import (
	"fmt"
	"slices"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
	photos "github.com/sumikeshi/sumikeshi/internal/picture"
)

// cutUnseen takes out of the code what draws nothing: remarks, outlines below boxes, and pictures that are transparent all over. A picture that no other page
// draws goes with its use.
func (d *drawing) cutUnseen() error {
	if d.p.remarks {
		for _, r := range d.c.Remarks {
			var with []byte
			if d.c.Contents[r.Content].Data[r.Start] != '%' {
				with = []byte("()") // a key without a value is none
			}
			d.cut(r.Content, splice{r.Start, r.End, with})
		}
	}
	if err := d.cutNotes(); err != nil {
		return err
	}
	if d.p.outlines {
		for _, c := range d.c.CoveredDrawings() {
			for _, i := range c.Paints {
				q := &d.c.Paints[i]
				d.cut(q.Content, splice{q.First, q.End, nil})
			}
		}
	}
	if !d.p.clear {
		return nil
	}
	for i := range d.c.Paints {
		q := &d.c.Paints[i]
		switch {
		case q.Kind != pdf.Image:
		case d.f.Clear(q):
			d.cut(q.Content, splice{q.Start, q.End, nil})
			d.replaced[q.Obj] = true
		default:
			d.used[q.Obj] = true
		}
	}
	return nil
}

// cut notes a splice, unless one of the content covers it already.
func (d *drawing) cut(content int, s splice) {
	if !slices.ContainsFunc(d.cuts[content], func(o splice) bool { return o.start <= s.start && s.end <= o.end }) {
		d.cuts[content] = append(d.cuts[content], s)
	}
}

// noteUses notes which pictures of the page are drawn no longer, and which still are.
func (d *drawing) noteUses() {
	for _, u := range d.c.Uses {
		if u.Content < 0 {
			d.used[u.Obj] = true // by a pattern
			continue
		}
		gone := slices.ContainsFunc(d.cuts[u.Content], func(s splice) bool { return len(s.with) == 0 && s.start <= u.Start && u.End <= s.end })
		if gone {
			d.replaced[u.Obj] = true
		} else if u.Image {
			d.used[u.Obj] = true
		}
	}
}

// cutNotes takes out of inline images what they say beside their pixels.
func (d *drawing) cutNotes() error {
	if !d.p.notes {
		return nil
	}
	for _, p := range d.c.Photos {
		out, _, err := photos.Strip(d.c.Contents[p.Content].Data[p.Start:p.End])
		if err != nil || p.Fixed {
			return fmt.Errorf("%w: an inline image", ErrDraw)
		}
		d.cut(p.Content, splice{p.Start, p.End, out})
	}
	return nil
}
