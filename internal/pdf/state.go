package pdf

// A state is the graphics state (8.4), as far as it decides what a reader sees, with the text state (9.3).
type state struct {
	ctm           Matrix
	clip          int // of [Canvas.clips]; -1: the page
	fill, stroke  Color
	fillSpace     *colorSpace
	strokeSpace   *colorSpace
	fillPattern   *sketch // the cell of a tiling pattern; nil: a colour, or a shading
	strokePattern *sketch
	alpha         float64 // ca
	strokeAlpha   float64 // CA
	group         float64 // of the transparency groups around
	blend         string
	masked        bool // a soft mask is on
	veiled        bool // one is on for a group around
	lineWidth     float64
	lineCap       int
	dashed        bool
	font          *Font
	fontName      string
	size          float64 // Tf
	charSpace     float64
	wordSpace     float64
	horizontal    float64 // Tz, 1 = 100 %
	leading       float64
	rise          float64
	mode          int
	hidden        bool // in a layer that is off
}

func newState() state {
	return state{
		ctm: Identity, clip: -1, fill: black, stroke: black, fillSpace: grayspace, strokeSpace: grayspace,
		alpha: 1, strokeAlpha: 1, group: 1, blend: "Normal", lineWidth: 1, horizontal: 1,
	}
}

// opaque reports whether paint in a colour hides what lies below: alpha, soft masks and blend modes let it through. A dark colour
// that is multiplied hides as well, a light one that is screened too.
func (s *state) opaque(c Color, alpha float64) bool {
	if alpha*s.group < 0.95 || s.masked || s.veiled {
		return false
	}
	switch s.blend {
	case "", "Normal", "Compatible":
		return true
	case "Multiply", "Darken", "ColorBurn":
		return c.Known && c.Luminance() < 0.15
	case "Screen", "Lighten", "ColorDodge":
		return c.Known && c.Luminance() > 0.9
	}
	return false
}
