package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// A Canvas is what the content of one page draws: the page's own content, the forms it uses, and the appearances of its
// annotations on top. Everything refers to everything else by index. Boxes are in default user space, in points.
type Canvas struct {
	Page     *Page
	Contents []Content
	Shows    []Show
	Glyphs   []Glyph
	Paints   []Paint
	Annots   []Annot
	Rules    []Rule
	Marks    []Mark
	Problems []Problem
	Images   int      // images drawn where a reader sees them
	Layered  int      // paints in layers that are off
	Remarks  []Remark // comments in the code
	Photos   []Photo  // JPEG files among the inline images
	Faint    int      // paints too small to hide anything
	Uses     []Use    // of forms and images, seen or not

	// Doubtful is set by [Canvas.Judge] if there is text of which only pixels can tell whether a reader sees it.
	Doubtful bool

	uncolored bool // of the procedure of a Type 3 glyph: it takes the colour of the text (d1)

	lines []segment
	clips []clip
	judge *judge // the last one, for its memory

	content []byte // memory of the page's content
}

// A Content is one use of a piece of content code. A form that is drawn twice is two contents, so that each use can be rewritten
// alone: copy Data under a new name, and rename the operand of the Do in the parent.
type Content struct {
	Parent     int        // the content that draws it; -1: the page itself, or the appearance of an annotation
	Start, End int        // in the parent's Data: the operation that draws it, from its first operand on
	Name       string     // under which the parent's resources hold it
	Obj        int        // object number of the form; 0 for the page
	Annot      int        // the annotation whose appearance it belongs to; -1: none
	Resources  types.Dict // of this content; those of the parent if it has none
	Inherited  bool       // Resources are those of the parent
	Matrix     Matrix     // from the space in which it begins to the page
	Data       []byte     // decoded; of a page: its content streams, joined by line feeds
}

// A Show is one operation that shows text: Tj, TJ, ' or ".
type Show struct {
	Content    int
	Start, End int    // in Content.Data, from the first operand to the end of the operator
	Op         string // "Tj", "TJ", "'" or "\""
	Font       *Font
	FontName   string  // in the resources
	Size       float64 // of the font on the page, in points; 0 if nothing can be seen of it
	Mode       int     // text rendering mode (9.3.6)
	Fill       Color
	Stroke     Color
	Alpha      float64    // of the fill; of the stroke in the modes that only stroke
	Order      int        // in the order of painting, shared with [Paint.Order]
	Annot      int        // the annotation in whose appearance it stands; -1: none
	Hidden     bool       // it stands in a layer that is off
	Mark       int        // innermost of [Canvas.Marks]; -1: none
	Dir        [2]float64 // of writing, on the page; of vertical text that of its lines' tops
	clip       int
	textClip   int // the clip that the text itself became; -1: none
	masked     bool
}

// A Glyph is one character code that a show operation shows.
type Glyph struct {
	Text string // Unicode; empty if the font does not tell
	Box  Rect   // of the character's cell: from descender to ascender, as wide as it advances
	X, Y float64
	Show int32 // in [Canvas.Shows]

	// Where the code stands: element of the TJ array (0 for the other operators), byte offset in that string once its escapes are
	// resolved, and the number of its bytes.
	Elem, Pos int32
	N         uint8

	Cause Cause // set by [Canvas.Judge]
	Cover int32 // for causes that have one: the paint that hides it; else -1

	Code uint32 // as it stands in the string

	// Kern is the number that, in a TJ array, moves as far as this glyph: put it, or the sum for neighbours, where the glyph was,
	// and nothing that follows moves.
	Kern float64

	core  Rect // where its ink is likely to be
	white bool // its text is a space or the like: it draws nothing
	again bool // it is hidden, but drawn again where a reader sees it
	void  bool // the glyph draws nothing: of a Type 3 font
}

// Space reports whether the glyph is a space or another character that draws nothing.
func (g *Glyph) Space() bool { return g.white }

// A PaintKind says what painted.
type PaintKind uint8

const (
	Fill PaintKind = iota + 1
	Stroke
	Image
	InlineImage
	Shading
	Pattern
)

// A Paint is something painted that is no text.
type Paint struct {
	Kind       PaintKind
	Box        Rect // within its clip
	Color      Color
	Opaque     bool // nothing shows through where it is painted
	Order      int
	Content    int
	Start, End int // in Content.Data: the painting operator; for inline images from BI to EI
	First      int // of a path: where the operations that build it begin; -1 if they are needed for something else too
	Name       string
	Obj        int          // of an image
	Annot      int          // -1: none
	Matrix     Matrix       // of an image: from the unit square to the page
	Alpha      float32      // 1: it lets nothing through by itself
	Dense      float32      // of a tiling pattern: the share of its area that is painted
	mask       types.Object // of an image: what says where it is painted; nil: all over
	shape      shape
	clip       int
}

// An Annot is an annotation of the page (12.5).
type Annot struct {
	N       int // index in the page's Annots
	Obj     int // object number; 0: it stands in the array itself
	Dict    types.Dict
	Subtype string
	Rect    Rect
	Flags   int
	Shown   bool // a reader sees it on the screen
}

// Flags of annotations (12.5.3).
const (
	FlagHidden = 1 << 1
	FlagPrint  = 1 << 2
	FlagNoView = 1 << 5
)

// A Mark is a marked-content sequence with properties (14.6) that replace or name its text, or that belong to a layer.
type Mark struct {
	Parent     int // the enclosing one; -1: none
	Content    int
	Start, End int // in Content.Data: the BDC operation
	Close      int // after the EMC; 0: it is never closed
	Tag        string
	ActualText string
	Alt        string
	Expansion  string // E
	HasActual  bool
	MCID       int // -1: none
	Layer      bool
	Hidden     bool // by its layer, or by that of an enclosing one
}

// A Use is an operation that draws a form or an image.
type Use struct {
	Content    int
	Start, End int // in Content.Data
	Obj        int // object number of what it draws
	Image      bool
	Off        bool // it belongs to a layer that is off
}

// A Remark is a comment in the code of a content (7.2.4), or a string among the operands that no reader has a use for.
type Remark struct {
	Content    int
	Start, End int // in Content.Data: from the % to the end of the line, or the string with what encloses it
}

// A Photo is an inline image whose data are a JPEG file as it came from a camera (8.9.7).
type Photo struct {
	Content    int
	Start, End int  // of the data, in Content.Data
	Fixed      bool // the code says how long the data are
}

// A Problem is something that kept part of the page from being read.
type Problem struct {
	Kind ProblemKind
	What string // "font F1": names of the file's structure, never its text
}

// A ProblemKind says why.
type ProblemKind uint8

const (
	Unsupported ProblemKind = iota + 1 // text in an encoding that is not known here
	Damaged                            // a stream or operator that can't be read
	OverLimit                          // a bound was hit
)

// ShowOf returns the operation that shows a glyph.
func (c *Canvas) ShowOf(g *Glyph) *Show { return &c.Shows[g.Show] }
