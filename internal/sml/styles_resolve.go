package sml

// resolve turns what was read into formats.
func (rd *stylesReader) resolve() *Styles {
	out := &Styles{plain: plainFormat, palette: rd.palette}
	for _, x := range rd.cells {
		out.formats = append(out.formats, rd.format(x))
	}
	if len(out.formats) > 0 {
		out.plain = out.formats[0]
	}
	for _, x := range rd.dxfs {
		out.dxfs = append(out.dxfs, rd.resolveDxf(x))
	}
	return out
}

// format resolves one of the cellXfs. What it does not say it takes from its cell style (18.8.10).
func (rd *stylesReader) format(x xf) CellFormat {
	if x.parent >= 0 && x.parent < len(rd.parents) {
		p := rd.parents[x.parent]
		inherit := func(a *int, b int) {
			if *a < 0 {
				*a = b
			}
		}
		inherit(&x.font, p.font)
		inherit(&x.fill, p.fill)
		inherit(&x.number, p.number)
	}
	f := plainFormat
	letters := font{size: 11}
	if i := max(x.font, 0); i < len(rd.fonts) {
		letters = rd.fonts[i]
	}
	if c, ok := rd.palette.resolve(letters.color); ok {
		f.Font = c
	}
	sure := true
	if i := max(x.fill, 0); i < len(rd.fills) {
		f.Ground, f.Filled, sure = rd.ground(rd.fills[i])
	}
	f.Shade = Medium
	if sure {
		f.Shade = f.Ground.shade()
	}
	if code, ok := rd.numbers[x.number]; ok {
		f.Number = ParseNumberFormat(code)
		f.Date = isDate(code)
	} else {
		f.Date = builtinDate(x.number)
	}
	f.Look = look(&f, letters, sure)
	if sure {
		f.Look |= rd.inked(&f)
	}
	if x.shrinks {
		f.Look |= Shrinks
	}
	return f
}

func look(f *CellFormat, letters font, sure bool) Look {
	var l Look
	if sure && sameColor(f.Font, f.Ground) {
		l |= SameColor
		if f.Filled && f.Ground.dark() {
			l |= Blacked
		}
	}
	if !letters.readable() {
		l |= Tiny
	}
	if f.Number.hides() {
		l |= Blank
	}
	return l
}

// inked returns what of a number format is painted in the colour of the ground.
func (rd *stylesReader) inked(f *CellFormat) Look {
	var l Look
	for _, x := range [...]struct {
		name string
		bit  Look
	}{{f.Number.textInk, TextInk}, {f.Number.ink, NumberInk}} {
		if i, ok := inkIndex(x.name); ok && i < len(rd.palette.indexed) && sameColor(rd.palette.indexed[i], f.Ground) {
			l |= x.bit
		}
	}
	return l
}

// ground returns the colour behind a text, whether it is more than the sheet's, and whether it is known: a gradient has many, unless they
// are one.
func (rd *stylesReader) ground(f fill) (c Color, filled, sure bool) {
	white := plainFormat.Ground
	switch {
	case f.gradient:
		c, sure = rd.gradient(f.stops)
		return c, true, sure
	case f.pattern == "" || f.pattern == "none":
		return white, false, true
	}
	fg, ok := rd.palette.resolve(f.fg)
	if !ok {
		fg = Color{} // a pattern without a colour is painted in the automatic one
	}
	if f.pattern == "solid" {
		return fg, true, true
	}
	bg, ok := rd.palette.resolve(f.bg)
	if !ok {
		bg = white
	}
	return mix(fg, bg, dots(f.pattern)), true, true
}

// gradient returns the colour of a gradient whose colours can't be told apart.
func (rd *stylesReader) gradient(stops []colorRef) (Color, bool) {
	var first Color
	for i, stop := range stops {
		c, ok := rd.palette.resolve(stop)
		if i == 0 {
			first = c
		}
		if !ok || !sameColor(c, first) {
			return plainFormat.Ground, false
		}
	}
	return first, len(stops) > 0 && len(stops) < maxStops
}

// dots returns how much of the ground a pattern (18.18.55) paints in its foreground colour, in eighths.
func dots(pattern string) int {
	switch pattern {
	case "gray125", "gray0625":
		return 1
	case "lightGray":
		return 2
	case "darkGray":
		return 6
	}
	return 4
}

// mix returns n eighths of one colour and the rest of another.
func mix(a, b Color, n int) Color {
	var out Color
	for i := range out {
		out[i] = uint8((int(a[i])*n + int(b[i])*(8-n)) / 8)
	}
	return out
}

// resolveDxf resolves a differential format, in which a plain fill has its colour as background (18.8.14).
func (rd *stylesReader) resolveDxf(x rawDxf) Dxf {
	var out Dxf
	out.Font, out.HasFont = rd.palette.resolve(x.font)
	if x.filled {
		plain := x.fill.pattern == "" || x.fill.pattern == "solid"
		out.Fill, out.HasFill = rd.palette.resolve(x.fill.bg)
		if plain && !out.HasFill {
			out.Fill, out.HasFill = rd.palette.resolve(x.fill.fg)
		}
		out.Unsure = x.fill.gradient || !plain && x.fill.pattern != "none"
	}
	if x.code != "" {
		out.Number, out.Numbers = ParseNumberFormat(x.code), true
	}
	return out
}

// builtinDate reports whether a built-in number format (18.8.30) shows a date, including those of Japanese Excel.
func builtinDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58
}
