package biff12

import (
	"fmt"
	"io"
)

// Styles reads a styles part (2.1.7.50): what decides whether a reader sees a cell's text.
func Styles(r io.Reader) *Part {
	p := newPart(r, "styleSheet")
	list := "" // the list that is open
	in := func(name string) {
		if list == name {
			return
		}
		if list != "" {
			p.close(list)
		}
		if list = name; name != "" {
			p.open(name)
		}
	}
	end := p.end
	p.end = func() {
		in("")
		end()
	}
	p.each = func(kind int, f *fields) bool {
		switch kind {
		case brtFmt:
			in("numFmts")
			p.tag("numFmt", "numFmtId", itoa(f.u16()), "formatCode", f.text())
		case brtFont:
			in("fonts")
			p.font(f)
		case brtFill:
			in("fills")
			p.fill(f)
		case brtBeginStyleXFs:
			in("cellStyleXfs")
		case brtBeginCellXFs:
			in("cellXfs")
		case brtXF:
			p.format(f)
		case brtEndStyleXFs, brtEndCellXFs:
			in("")
		default:
			return false
		}
		return true
	}
	return p
}

// font reads a BrtFont (2.4.655).
func (p *Part) font(f *fields) {
	height := f.u16()
	f.take(10)
	p.open("font")
	p.tag("sz", "val", ftoa(float64(height)/20))
	p.color("color", f)
	p.close("font")
}

// patterns are the fills (2.4.652), as far as they are told apart.
var patterns = map[int]string{0: "none", 1: "solid"}

func (p *Part) fill(f *fields) {
	pattern, ok := patterns[f.u32()]
	if !ok {
		pattern = "mediumGray"
	}
	p.open("fill")
	p.open("patternFill", "patternType", pattern)
	p.color("fgColor", f)
	p.color("bgColor", f)
	p.close("patternFill")
	p.close("fill")
}

// color reads a BrtColor (2.5.6).
func (p *Part) color(name string, f *fields) {
	kind, index, tint := f.u8()>>1, f.u8(), int16(f.u16())
	r, g, b := f.u8(), f.u8(), f.u8()
	f.u8()
	shade := ""
	if tint != 0 {
		shade = ftoa(float64(tint) / 32767)
	}
	switch kind {
	case 0:
		p.tag(name, "auto", "1")
	case 1:
		p.tag(name, "indexed", itoa(index), "tint", shade)
	case 2:
		p.tag(name, "rgb", fmt.Sprintf("FF%02X%02X%02X", r, g, b), "tint", shade)
	case 3:
		p.tag(name, "theme", itoa(index), "tint", shade)
	}
}

// format reads a BrtXF (2.4.876).
func (p *Part) format(f *fields) {
	parent, number, font, fill := f.u16(), f.u16(), f.u16(), f.u16()
	style := itoa(parent)
	if parent == 0xFFFF {
		style = ""
	}
	p.tag("xf", "numFmtId", itoa(number), "fontId", itoa(font), "fillId", itoa(fill), "xfId", style)
}
