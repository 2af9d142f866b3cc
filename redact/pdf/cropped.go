package pdf

import (
	"math"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// croppedAreas returns what lies around the seen part of the pictures that are mostly cropped.
func (d *drawing) croppedAreas() []area {
	if !d.p.cropped {
		return nil
	}
	var list []area
	for _, c := range d.c.CroppedPictures(d.f) {
		q := &d.c.Paints[c.Picture]
		whole := q.Matrix.Box(pdf.Rect{X1: 1, Y1: 1})
		for _, r := range pdf.Around(whole, d.f.Grown(q, c.Seen)) {
			if !r.Empty() {
				list = append(list, area{Quad: inspect.Upright(r.X0, r.Y0, r.X1, r.Y1), order: math.MaxInt, only: q})
			}
		}
	}
	return list
}
