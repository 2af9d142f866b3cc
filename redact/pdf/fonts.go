package pdf

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A cast is the characters that the copy shows in a font, and whether it shows fewer than the source did.
type cast struct {
	shown map[string]bool
	codes map[uint32]bool // of the same characters
	lost  bool
}

func (j *job) cast(font *pdf.Font) *cast {
	c := j.casts[font.Obj]
	if c == nil {
		c = &cast{shown: map[string]bool{}, codes: map[uint32]bool{}}
		j.casts[font.Obj] = c
	}
	return c
}

// remember notes in which fonts a page that was rewritten shows what.
func (d *drawing) remember() error {
	d.note(d.c, func(g *pdf.Glyph) bool { return !d.gone(g) })
	return nil
}

// note notes the characters of a canvas, those that stay and those that don't.
func (j *job) note(c *pdf.Canvas, stays func(*pdf.Glyph) bool) {
	show, of := int32(-1), (*cast)(nil)
	for i := range c.Glyphs {
		g := &c.Glyphs[i]
		if g.Show != show {
			show, of = g.Show, j.cast(c.ShowOf(g).Font)
		}
		if stays(g) {
			of.shown[g.Text], of.codes[g.Code] = true, true
		} else {
			of.lost = true
		}
	}
	for i := range c.Contents {
		j.drawnForms[c.Contents[i].Obj] = true
	}
}

// pruneFonts takes from the fonts of which characters went what else tells them: the entries of the maps to Unicode, of the encoding,
// and of the lists of glyphs, but for what the copy shows. Not only what went is taken: a gap in a whole alphabet would tell it.
func (j *job) pruneFonts() error {
	if err := j.castPictures(); err != nil {
		return err
	}
	lost := false
	for _, c := range j.casts {
		lost = lost || c.lost
	}
	if !lost {
		return nil
	}
	if err := j.castRest(); err != nil {
		return err
	}
	maps, forms := map[int]*cast{}, j.formFonts()
	for _, n := range j.numbers() { // a map that fonts share keeps what any of them shows
		if c := j.casts[n]; c != nil {
			if u := pdf.ObjectNumber(j.f.Dict(j.f.Object(n))["ToUnicode"]); u > 0 {
				all := maps[u]
				if all == nil {
					all = &cast{shown: map[string]bool{}}
					maps[u] = all
				}
				all.lost = all.lost || c.lost && !forms[n]
				for s := range c.shown {
					all.shown[s] = true
				}
			}
		}
	}
	for u, c := range maps {
		if !c.lost {
			continue
		}
		if data := j.f.Unicode(*types.NewIndirectRef(u, 0), func(s string) bool { return c.shown[s] }); data != nil {
			s, err := newStream(nil, data)
			if err != nil {
				return err
			}
			j.changed[u] = s
		}
	}
	for n, c := range j.casts {
		if c.lost && n > 0 && !forms[n] {
			j.pruneFont(n, c)
		}
	}
	return j.prunePrograms(forms)
}

// castPictures notes what pages showed that became pictures: nothing of it is drawn in its font any more, but for what annotations show.
func (j *job) castPictures() error {
	for n := range j.pictures {
		c, err := j.f.Draw(j.ctx, j.f.Pages[n-1], nil)
		if err != nil {
			return err
		}
		j.note(c, func(g *pdf.Glyph) bool { return c.ShowOf(g).Annot >= 0 })
	}
	return nil
}

// pruneFont prunes the encoding of one font, and the lists of what its program holds.
func (j *job) pruneFont(n int, c *cast) {
	d := j.edit(n)
	if enc := j.dict(d["Encoding"]); enc["Differences"] != nil {
		names := j.array(enc["Differences"])
		out := make(types.Array, len(names))
		for i, v := range names {
			if out[i] = v; j.name(v) != "" && j.name(d["Subtype"]) != "Type3" && !c.shown[pdf.GlyphText(j.name(v))] {
				out[i] = types.Name(".notdef")
			}
		}
		j.sub(d, "Encoding")["Differences"] = out
	}
	if widths := j.array(d["Widths"]); widths != nil { // of a simple font: the widths of what went tell it (9.6.2)
		first, out := j.f.Int(d["FirstChar"]), slices.Clone(widths)
		for i := range out {
			if code := first + i; code < 0 || !c.codes[uint32(code)] {
				out[i] = types.Integer(0)
			}
		}
		d["Widths"] = out
	}
	holders := []types.Dict{d}
	for _, o := range j.array(d["DescendantFonts"]) {
		if at := pdf.ObjectNumber(o); at > 0 {
			holders = append(holders, j.edit(at))
		}
	}
	for _, h := range holders {
		if at := pdf.ObjectNumber(h["FontDescriptor"]); at > 0 {
			list := j.edit(at)
			delete(list, "CIDSet")
			delete(list, "CharSet")
		}
	}
}

// castRest notes what pages show that were not rewritten, and what patterns, masks and forms show that no page draws.
func (j *job) castRest() error {
	var c *pdf.Canvas
	draw := func(p *pdf.Page) (err error) {
		if c, err = j.f.Draw(j.ctx, p, c); err == nil {
			j.note(c, func(*pdf.Glyph) bool { return true })
		}
		return err
	}
	for _, p := range j.f.Pages {
		if j.pages[p.N] == nil {
			if err := draw(p); err != nil {
				return err
			}
		}
	}
	for _, n := range j.numbers() {
		o := j.f.Object(n)
		dict := j.f.Dict(o)
		if !pdf.IsStream(o) || j.drawnForms[n] || j.dropped[n] || j.stripped[n] || j.f.Name(dict["Subtype"]) != "Form" && j.f.Int(dict["PatternType"]) != 1 {
			continue
		}
		if err := draw(j.f.Alone(n)); err != nil {
			return err
		}
	}
	return nil
}

// formFonts returns the fonts in which forms are filled in: they are whole, and what is typed has to be found again.
func (j *job) formFonts() map[int]bool {
	out := map[int]bool{}
	form := j.f.Dict(j.f.Catalog()["AcroForm"])
	for _, o := range j.f.Dict(j.f.Dict(form["DR"])["Font"]) {
		out[pdf.ObjectNumber(o)] = true
	}
	return out
}
