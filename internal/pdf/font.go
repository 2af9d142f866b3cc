package pdf

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A Font turns the codes of strings into characters and widths (9.5 to 9.10).
type Font struct {
	Obj       int    // object number; 0 if it stands in the resources themselves
	Base      string // BaseFont
	Composite bool   // codes may have several bytes
	Vertical  bool

	// Unknown names what keeps the font's text from being read: a character map that is not known here. Empty if nothing does;
	// single codes may still have no Unicode.
	Unknown string

	type3     bool
	procs     types.Dict // of the glyphs of a Type 3 font
	procNames *[256]string
	drawn     map[byte]*sketch
	resources types.Dict
	symbols   bool // bullets and formulas: codes without Unicode say nothing
	matrix    Matrix
	ascent    float64 // of the em
	descent   float64
	simple    *[256]code
	cid       *cidFont
	pages     [256]*[256]code // of two-byte codes, filled as they are met
	rare      map[uint32]code
}

// A code is what a character code stands for.
type code struct {
	text   string
	width  float64 // of the em
	down   float64 // vertical advance, negative
	vx, vy float64 // from the horizontal to the vertical origin
	n      uint8   // bytes; 0: not looked up yet
	white  bool    // its text draws nothing
	block  bool    // its text is a box: rows of them are typed over what is to be hidden
	space  bool    // the single-byte code 32, which word spacing widens
}

// font returns a font; those that are objects are read once.
func (f *File) font(o types.Object) *Font {
	n := ObjectNumber(o)
	if font, ok := f.fonts[n]; ok && n > 0 {
		return font
	}
	font := f.readFont(f.Dict(o))
	if font.Obj = n; n > 0 {
		f.fonts[n] = font
	}
	return font
}

func (f *File) readFont(d types.Dict) *Font {
	font := &Font{Base: f.Name(d["BaseFont"]), matrix: Matrix{0.001, 0, 0, 0.001, 0, 0}}
	if _, rest, ok := strings.Cut(font.Base, "+"); ok && strings.IndexByte(font.Base, '+') == 6 {
		font.Base = rest
	}
	font.symbols = symbolFont(font.Base)
	descriptor := f.Dict(d["FontDescriptor"])
	switch f.Name(d["Subtype"]) {
	case "Type0":
		font.Composite = true
		descendant := types.Dict(nil)
		if a := f.Array(d["DescendantFonts"]); len(a) > 0 {
			descendant = f.Dict(a[0])
		}
		descriptor = f.Dict(descendant["FontDescriptor"])
		f.readComposite(font, d, descendant)
	case "Type3":
		font.type3 = true
		if m := f.Numbers(d["FontMatrix"]); len(m) == 6 {
			font.matrix = Matrix(m)
		}
		font.procs, font.resources = f.Dict(d["CharProcs"]), f.Dict(d["Resources"])
		font.procNames = f.procNames(d)
		f.readSimple(font, d, descriptor)
	default:
		f.readSimple(font, d, descriptor)
	}
	f.readHeight(font, d, descriptor)
	return font
}

// readHeight decides how far the characters reach above and below the line. Descriptors are often wrong; what is unlikely is not
// believed.
func (f *File) readHeight(font *Font, d, descriptor types.Dict) {
	font.ascent, font.descent = 0.8, -0.2
	if font.Composite {
		font.ascent, font.descent = 0.88, -0.12
	}
	if font.type3 {
		if box, ok := f.Rect(d["FontBBox"]); ok && !box.Empty() {
			b := font.matrix.Box(box)
			font.ascent, font.descent = b.Y1, b.Y0
		}
		return
	}
	if a, ok := f.Number(descriptor["Ascent"]); ok && a >= 500 && a <= 1000 {
		font.ascent = a / 1000
	}
	if dn, ok := f.Number(descriptor["Descent"]); ok && dn <= -100 && dn >= -350 {
		font.descent = dn / 1000
	}
}

// symbolFont reports fonts of bullets, arrows and formulas, by the names that they usually have.
func symbolFont(name string) bool {
	name = strings.ToLower(name)
	for _, s := range [...]string{"symbol", "dingbat", "wingding", "webding", "math", "bullet", "cmsy", "cmex", "cmmi", "msam", "msbm", "icon", "awesome", "marlett"} {
		if strings.Contains(name, s) {
			return true
		}
	}
	return false
}

// next returns what the first code of a string stands for. The string is not empty.
func (f *Font) next(b []byte) (c *code, raw uint32) {
	if f.simple != nil {
		return &f.simple[b[0]], uint32(b[0])
	}
	n := f.cid.length(b)
	for _, x := range b[:n] {
		raw = raw<<8 | uint32(x)
	}
	if n == 2 {
		page := f.pages[raw>>8]
		if page == nil {
			page = new([256]code)
			f.pages[raw>>8] = page
		}
		c = &page[raw&255]
		if c.n == 0 {
			*c = f.cid.lookup(raw, n)
		}
		return c, raw
	}
	key := raw | uint32(n)<<28
	hit, ok := f.rare[key]
	if !ok {
		hit = f.cid.lookup(raw, n)
		if f.rare == nil {
			f.rare = map[uint32]code{}
		}
		if len(f.rare) < 1<<16 {
			f.rare[key] = hit
		}
	}
	return &hit, raw
}

// Symbols reports whether the font is one of bullets, arrows or formulas, by its name: codes without Unicode then say nothing.
func (f *Font) Symbols() bool { return f.symbols }
