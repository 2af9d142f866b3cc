package pdf

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/font"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"
)

// readSimple reads a font of single-byte codes: Type 1, TrueType, Type 3 (9.6).
func (f *File) readSimple(out *Font, d, descriptor types.Dict) {
	out.simple = new([256]code)
	names := f.encoding(out, d, descriptor)
	unicode := f.toUnicode(d["ToUnicode"])
	core := coreFont(out.Base)
	plain := !out.type3 && descriptor["FontFile"] == nil && descriptor["FontFile2"] == nil && descriptor["FontFile3"] == nil
	for i := range out.simple {
		c := &out.simple[i]
		c.n, c.space = 1, i == ' '
		if c.text = names[i]; unicode != nil {
			if s, ok := unicode.text(uint32(i)); ok {
				c.text = s
			}
		}
		if c.text == "" && i < ' ' && plain {
			c.text = " " // no glyph: readers draw nothing
		}
		c.white, c.block = blank(c.text), box(c.text)
		c.width = coreWidth(core, names[i])
	}
	f.simpleWidths(out, d, descriptor)
}

// simpleWidths enters the Widths array; outside it MissingWidth holds.
func (f *File) simpleWidths(out *Font, d, descriptor types.Dict) {
	a := f.Array(d["Widths"])
	if a == nil {
		return
	}
	scale := 0.001
	if out.type3 {
		scale = out.matrix[0]
	}
	missing, _ := f.Number(descriptor["MissingWidth"])
	for i := range out.simple {
		out.simple[i].width = missing * scale
	}
	start := f.Int(d["FirstChar"])
	for i, o := range a {
		if at := start + i; at >= 0 && at < 256 {
			w, _ := f.Number(o)
			out.simple[at].width = w * scale
		}
	}
}

// encoding returns the character of each code: from the base encoding, Differences, or the encoding of an embedded Type 1 program.
func (f *File) encoding(out *Font, d, descriptor types.Dict) (names [256]string) {
	enc := f.Resolve(d["Encoding"])
	base := f.Name(enc)
	dict, _ := enc.(types.Dict)
	if dict != nil {
		base = f.Name(dict["BaseEncoding"])
	}
	symbolic := f.Int(descriptor["Flags"])&4 != 0
	switch {
	case base == "WinAnsiEncoding":
		names = charmapNames(charmap.Windows1252)
	case base == "MacRomanEncoding" || base == "" && f.Name(d["Subtype"]) == "TrueType" && symbolic:
		names = charmapNames(charmap.Macintosh)
	case out.type3:
	case base == "" && strings.HasPrefix(out.Base, "Symbol"):
		names = symbolNames()
	case base == "" && strings.Contains(out.Base, "Dingbats"):
		// a code of its own: the characters are no letters
	default:
		names = standardNames()
		if dict["BaseEncoding"] == nil {
			f.builtIn(descriptor, &names)
		}
	}
	if base == "" && d["ToUnicode"] == nil && descriptor["FontFile2"] != nil {
		f.symbols(descriptor["FontFile2"], &names)
	}
	f.differences(dict, func(code int, name string) { names[code] = glyphText(name) })
	return names
}

// differences calls fn for what an encoding changes of its base (9.6.5).
func (f *File) differences(encoding types.Dict, fn func(code int, name string)) {
	at := 0
	for _, o := range f.Array(encoding["Differences"]) {
		switch v := f.Resolve(o).(type) {
		case types.Integer:
			at = int(v)
		case types.Name:
			if at >= 0 && at < 256 {
				fn(at, f.Name(v))
			}
			at++
		}
	}
}

// procNames returns the names of the procedures of a Type 3 font by code.
func (f *File) procNames(d types.Dict) *[256]string {
	out := &[256]string{}
	f.differences(f.Dict(d["Encoding"]), func(code int, name string) { out[code] = name })
	return out
}

// ProcCodes returns the codes of the procedures of a Type 3 font, by the names of those; nil if not only the font tells.
func (f *File) ProcCodes(n int) map[string][]uint32 {
	d := f.Dict(f.Object(n))
	encoding := f.Dict(d["Encoding"])
	if encoding["Differences"] == nil || encoding["BaseEncoding"] != nil {
		return nil
	}
	out := map[string][]uint32{}
	for code, name := range f.procNames(d) {
		if name != "" {
			out[name] = append(out[name], uint32(code))
		}
	}
	return out
}

// symbols reads the codes of an embedded TrueType program without an encoding.
func (f *File) symbols(o types.Object, names *[256]string) {
	data, err := f.Stream(o)
	if err != nil {
		return
	}
	for code, text := range symbolCodes(data) {
		if text != "" {
			names[code] = text
		}
	}
}

// builtIn reads the encoding of an embedded program.
func (f *File) builtIn(descriptor types.Dict, names *[256]string) {
	if data, err := f.Stream(descriptor["FontFile3"]); err == nil {
		if program := readCFF(sfntCFF(data)); program != nil && program.codes != [256]int{} {
			*names = [256]string{}
			for code, g := range program.codes {
				if g > 0 && g < len(program.names) {
					names[code] = glyphText(program.names[g])
				}
			}
		}
		return
	}
	if descriptor["FontFile"] != nil {
		f.clearText(descriptor["FontFile"], names)
	}
}

// clearText reads the encoding of a Type 1 font program: "dup 65 /A put" in its clear text.
func (f *File) clearText(o types.Object, names *[256]string) {
	data, _ := f.Stream(o)
	start := bytes.Index(data, []byte("/Encoding"))
	if start < 0 {
		return
	}
	data = data[start:min(len(data), start+16<<10)]
	if bytes.HasPrefix(data, []byte("/Encoding StandardEncoding")) {
		return
	}
	if end := bytes.Index(data, []byte("readonly")); end > 0 {
		data = data[:end]
	}
	*names = [256]string{}
	fields := bytes.Fields(data)
	for i := 0; i+3 < len(fields); i++ {
		if string(fields[i]) != "dup" || len(fields[i+2]) < 2 || fields[i+2][0] != '/' {
			continue
		}
		if n, err := strconv.Atoi(string(fields[i+1])); err == nil && n >= 0 && n < 256 {
			names[n] = glyphText(string(fields[i+2][1:]))
		}
	}
}

func charmapNames(m *charmap.Charmap) (names [256]string) {
	for i := 32; i < 256; i++ {
		if r := m.DecodeByte(byte(i)); r != '\uFFFD' && r >= ' ' && (r < 0x7F || r > 0x9F) {
			names[i] = string(r)
		}
	}
	return names
}

// coreFont returns the name of the standard font (9.6.2.2) that a font is, or that stands in for it; "" if none does.
func coreFont(name string) string {
	plain := strings.NewReplacer(" ", "", "-", "", ",", "", "PSMT", "", "MT", "").Replace(name)
	bold := strings.Contains(plain, "Bold")
	italic := strings.Contains(plain, "Italic") || strings.Contains(plain, "Oblique")
	family := func(regular, b, i, bi string) string {
		return [...]string{regular, b, i, bi}[boolBit(bold, 1)|boolBit(italic, 2)]
	}
	switch {
	case strings.HasPrefix(plain, "Times"):
		return family("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic")
	case strings.HasPrefix(plain, "Courier"):
		return family("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique")
	case plain == "Symbol", plain == "ZapfDingbats":
		return plain
	}
	return family("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique")
}

func boolBit(b bool, bit int) int {
	if b {
		return bit
	}
	return 0
}

// coreWidth returns the width of a character in a standard font.
func coreWidth(core, char string) float64 {
	r, n := rune(0), 0
	for _, r = range char {
		n++
	}
	if n == 1 {
		if w, err := font.CharWidth(core, r); err == nil {
			return float64(w) / 1000
		}
	}
	return 0.5
}
