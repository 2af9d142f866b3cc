package pdf

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A program is an embedded font program and the composite fonts that use it.
type program struct {
	key   string // of the descriptor
	fonts []int
	cids  map[uint32]bool // that the copy shows in any of them
	lost  bool
	bound bool // something else draws with it: it stays whole
}

// prunePrograms takes the outlines and widths of characters that no page shows any more out of the fonts of which some went: the shape of a
// character tells it as well as its name. Fonts in which forms are filled in stay whole; so do simple fonts and those with maps of their
// own, which are counted in [Notes.Outlines].
func (j *job) prunePrograms(forms map[int]bool) error {
	programs := map[int]*program{}
	for _, n := range j.numbers() {
		if j.f.Name(j.f.Dict(j.f.Object(n))["Type"]) == "Font" {
			j.countProgram(programs, n, forms)
		}
	}
	for n, c := range j.casts {
		if c.lost && !j.dropped[n] && j.wholeProgram(n) {
			j.notes.Outlines++
		}
		if n == 0 { // it stands in the resources themselves, and may use any program
			return nil
		}
	}
	for _, n := range slices.Sorted(maps.Keys(programs)) {
		if p := programs[n]; p.lost && !p.bound {
			if err := j.pruneProgram(n, p); err != nil {
				return err
			}
		}
	}
	return j.pruneProcs(forms)
}

// countProgram notes what the copy shows of the program of a font.
func (j *job) countProgram(programs map[int]*program, n int, forms map[int]bool) {
	d := j.f.Dict(j.f.Object(n))
	if j.f.Name(d["Subtype"]) != "Type0" {
		return // a simple font, or the descendant of a composite one
	}
	at, key := j.f.Program(n)
	if at == 0 {
		if a := j.f.Array(d["DescendantFonts"]); len(a) == 1 { // with a map of its own: what it uses of the program is not known
			descriptor := j.f.Dict(j.f.Dict(a[0])["FontDescriptor"])
			for _, key := range [...]string{"FontFile2", "FontFile3"} {
				if o := pdf.ObjectNumber(descriptor[key]); o > 0 {
					programs[o] = &program{bound: true}
				}
			}
		}
		return
	}
	p := programs[at]
	if p == nil {
		p = &program{key: key, cids: map[uint32]bool{}}
		programs[at] = p
	}
	p.fonts = append(p.fonts, n)
	p.bound = p.bound || forms[n]
	if c := j.casts[n]; c != nil {
		p.lost = p.lost || c.lost
		if p.cids != nil {
			maps.Copy(p.cids, c.codes)
		}
	}
}

// wholeProgram reports whether a font embeds a program that is not pruned.
func (j *job) wholeProgram(n int) bool {
	d := j.f.Dict(j.f.Object(n))
	if a := j.f.Array(d["DescendantFonts"]); len(a) > 0 {
		if at, _ := j.f.Program(n); at > 0 {
			return false
		}
		d = j.f.Dict(a[0])
	}
	descriptor := j.f.Dict(d["FontDescriptor"])
	return descriptor["FontFile"] != nil || descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil
}

// pruneProgram writes one program anew.
func (j *job) pruneProgram(n int, p *program) error {
	data, err := j.f.Stream(j.f.Object(n))
	if err != nil {
		j.notes.Outlines++
		return nil
	}
	var out []byte
	if p.key == "FontFile2" {
		keep := map[uint32]bool{}
		for _, font := range p.fonts {
			maps.Copy(keep, j.f.GlyphsOf(j.descendant(font), p.cids))
		}
		out = pdf.SubsetTrueType(data, keep)
	} else {
		out = pdf.SubsetCFF(data, p.cids)
	}
	if out == nil {
		j.notes.Outlines++
		return nil
	}
	dict := maps.Clone(j.edit(n))
	if p.key == "FontFile2" {
		dict["Length1"] = types.Integer(len(out))
	}
	if j.changed[n], err = newStream(dict, out); err != nil {
		return err
	}
	for _, font := range p.fonts {
		j.pruneWidths(font, p.cids)
	}
	return nil
}

func (j *job) descendant(font int) types.Dict {
	return j.f.Dict(j.f.Array(j.f.Dict(j.f.Object(font))["DescendantFonts"])[0])
}

// pruneWidths writes the widths of a composite font anew (9.7.4.3).
func (j *job) pruneWidths(font int, cids map[uint32]bool) {
	n := pdf.ObjectNumber(j.f.Array(j.f.Dict(j.f.Object(font))["DescendantFonts"])[0])
	if n == 0 {
		return
	}
	for key, size := range map[string]int{"W": 1, "W2": 3} {
		if j.f.Dict(j.f.Object(n))[key] == nil {
			continue
		}
		kept := types.Array{}
		j.f.CIDRuns(j.f.Dict(j.f.Object(n))[key], size, func(cid uint32, v []float64) {
			if !cids[cid] {
				return
			}
			list := make(types.Array, len(v))
			for i := range v {
				list[i] = types.Float(v[i] * 1000)
			}
			kept = append(kept, types.Integer(cid), list)
		})
		j.edit(n)[key] = kept
	}
}

// pruneProcs takes the procedures of Type 3 glyphs that no page shows out of the fonts of which some went (9.6.4).
func (j *job) pruneProcs(forms map[int]bool) error {
	for _, n := range slices.Sorted(maps.Keys(j.casts)) {
		c, d := j.casts[n], j.f.Dict(j.f.Object(n))
		if !c.lost || n == 0 || forms[n] || j.f.Name(d["Subtype"]) != "Type3" {
			continue
		}
		keep, all := map[string]bool{}, j.f.ProcCodes(n)
		if all == nil {
			j.notes.Outlines++
			continue
		}
		for name, codes := range all {
			keep[name] = slices.ContainsFunc(codes, func(code uint32) bool { return c.codes[code] })
		}
		font := j.edit(n)
		var procs types.Dict
		if at := pdf.ObjectNumber(font["CharProcs"]); at > 0 {
			procs = j.edit(at)
		} else {
			procs = j.sub(font, "CharProcs")
		}
		for name := range procs {
			if !keep[name] {
				delete(procs, name)
			}
		}
	}
	return nil
}
