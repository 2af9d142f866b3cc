package wml

import (
	"bytes"
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A Patch is a part of a piece that lies under an object: bytes of its text.
type Patch struct{ Piece, From, To int }

// patches are those of a paragraph.
type patches struct{ sure, perhaps []Patch }

// A page is what a section says of its pages (17.6.13 pgSz, 17.6.11 pgMar, 17.6.5 docGrid), in twips.
type page struct {
	width, height, left, right, top, bottom, pitch float64
	columns                                        bool
}

var plainPage = page{11906, 16838, 1701, 1701, 1985, 1701, 0, false}

func (p page) text() float64 { return max(p.width-p.left-p.right, 720) }
func (p page) body() float64 { return max(p.height-p.top-p.bottom, 720) }

// A frame is where paragraphs stand: y is where the next one begins. Across, 0 is the left margin; down, where the story begins.
type frame struct{ x, width, y float64 }

// A flow estimates where the text of a story stands, to tell what floating objects cover. Widths of letters are those of Japanese fixed
// pitch, an em or half of it; heights follow the grid or 1.3 em. So it is right to some millimetres near an object's anchor.
type flow struct {
	ctx     context.Context
	w       *walker
	st      *Story
	page    page
	next    []page // of the sections to come
	pageTop float64
	frames  []frame
	tables  []flowTable
	covers  []rect
	text    strings.Builder // in the object that is open
	placed  []*placedPara
	out     map[int]*patches
	count   int // of objects
}

// A flowTable is an open table.
type flowTable struct {
	x           float64
	columns     []float64 // where they end, from x
	top, bottom float64   // of the row
	height      float64   // least height of the row
}

// A placedPara is a paragraph whose letters have their places.
type placedPara struct {
	n       int
	glyphs  []glyph
	y0, y1  float64
	already map[Patch]bool
}

// A glyph is a letter that a reader sees.
type glyph struct {
	Patch
	x0, x1, y0, y1 float64
}

// Bounds of the estimate: a story with more floating objects is a drawing.
const (
	maxObjects = 2000
	maxPlaced  = 400
)

// floats reports whether a story has anything that may cover text, without reading it as XML.
func floats(ctx context.Context, st *Story) bool {
	r, err := st.Part.Open(ctx)
	if err != nil {
		return false
	}
	defer r.Close()
	buf := make([]byte, 64<<10)
	keep := 0
	for {
		n, err := r.Read(buf[keep:])
		have := buf[:keep+n]
		wraps := bytes.Contains(have, []byte("wrap")) && (bytes.Contains(have, []byte("wrapNone")) || bytes.Contains(have, []byte("wrapPolygon")))
		if wraps || bytes.Contains(have, []byte("position:absolute")) {
			return true
		}
		if err != nil {
			return false
		}
		keep = copy(buf, have[max(0, len(have)-32):])
	}
}

// patchesOf returns what floating objects cover of the paragraphs of a story, by number. A story that can't be read is reported where
// it is walked.
func (d *Document) patchesOf(ctx context.Context, st *Story) map[int]*patches {
	if st.Part == nil || st.Kind == Comments || st.Kind == Glossary {
		return nil
	}
	if out, ok := d.patches[st]; ok {
		return out
	}
	if d.patches == nil {
		d.patches = map[*Story]map[int]*patches{}
	}
	d.patches[st] = nil
	if !floats(ctx, st) {
		return nil
	}
	fl := &flow{ctx: ctx, st: st, page: plainPage, out: map[int]*patches{}}
	fl.next = d.pages(ctx)
	fl.turn()
	fl.frames = []frame{{width: fl.page.text()}}
	r, err := st.Part.Open(ctx)
	if err != nil {
		return nil
	}
	defer r.Close()
	v := &Visitor{Start: fl.start, End: fl.end, Para: fl.para}
	fl.w = newWalker(ctx, d, st, v)
	if fl.w.walk(r) != nil {
		return nil
	}
	d.patches[st] = fl.out
	return fl.out
}

// pages reads the pages of the sections of the body, in their order.
func (d *Document) pages(ctx context.Context) []page {
	var list []page
	cur := plainPage
	_ = scan(ctx, d.Main, func(s *xmlscan.Scanner) bool {
		if s.Kind() == xmlscan.End && s.Is("sectPr") {
			list = append(list, cur)
			cur = plainPage
		}
		if s.Kind() != xmlscan.Start || !isWord(s) {
			return len(list) < maxObjects
		}
		length := func(name string) float64 { return float64(measure(s, name, 20)) }
		switch string(s.LocalBytes()) {
		case "pgSz":
			cur.width, cur.height = max(length("w"), 1440), max(length("h"), 1440)
		case "pgMar":
			cur.left, cur.right, cur.top, cur.bottom = length("left"), length("right"), abs(length("top")), abs(length("bottom"))
		case "cols":
			n, _ := Attr(s, "num")
			cur.columns = cur.columns || n != "" && n != "1"
		case "docGrid":
			if kind, _ := Attr(s, "type"); kind == "lines" || kind == "linesAndChars" || kind == "snapToChars" {
				cur.pitch = length("linePitch")
			}
		}
		return true
	})
	return list
}

func abs(f float64) float64 { return max(f, -f) }

// turn begins the next section.
func (fl *flow) turn() {
	if len(fl.next) > 0 {
		fl.page, fl.next = fl.next[0], fl.next[1:]
	}
}

func (fl *flow) frame() *frame { return &fl.frames[len(fl.frames)-1] }

// here reports whether what is open belongs to the flow: not to the text of an object, nor to a copy for older programs.
func (fl *flow) here() bool {
	return len(fl.w.boxes) == 1 && fl.w.index("Fallback") < 0 && fl.w.deleted == 0
}

func (fl *flow) start(s *xmlscan.Scanner, e *Element) error {
	switch f := fl.w.float(); {
	case f == nil && fl.here() && e.Word:
		fl.startWord(s, e.Local)
	case f != nil && f.depth == s.Depth() && fl.here():
		fl.text.Reset()
	}
	return nil
}

func (fl *flow) end(s *xmlscan.Scanner, e *Element) error {
	switch f := fl.w.float(); {
	case f != nil && s.Depth() == f.depth && fl.here():
		if fl.count < maxObjects && fl.w.para() != nil && f.opaque(fl.text.String()) {
			fl.count++
			at := *fl.frame()
			at.y += fl.before(fl.w.para())
			place := f.place(fl, at)
			for _, r := range f.covers(fl.ctx) {
				fl.cover(r.at(place))
			}
		}
	case f == nil && e.Word && fl.here():
		fl.endWord(e.Local)
	}
	return nil
}

// para places a paragraph; one in an object is what the object says.
func (fl *flow) para(p *Para) error {
	switch {
	case fl.w.float() != nil:
		fl.text.WriteString(p.Shown())
	case fl.here():
		fl.set(p)
	}
	return nil
}
