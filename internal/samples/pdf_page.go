package samples

import (
	"fmt"
	"strings"
)

// A leaf is a page that is being drawn: A4, in points from the lower left corner.
type leaf struct {
	d       *pdf
	content strings.Builder
	fonts   string // further fonts of the resources
	objects string // XObjects of the resources
	states  string // graphics states of the resources
	more    string // further entries of the resources
	entries string // further entries of the page
	annots  []int
}

// Colours as operands.
const (
	black = "0 0 0"
	white = "1 1 1"
	grey  = "0.85 0.85 0.85"
	navy  = "0.1 0.2 0.45"
)

func (d *pdf) page() *leaf { return &leaf{d: d} }

// draw adds operators.
func (l *leaf) draw(format string, args ...any) { fmt.Fprintf(&l.content, format+"\n", args...) }

// text shows a line of text in the block font.
func (l *leaf) text(x, y, size float64, color, s string) {
	l.draw("BT %s rg /F1 %g Tf %g %g Td %s Tj ET", color, size, x, y, l.d.font.hex(s))
}

// box fills a rectangle.
func (l *leaf) box(x, y, w, h float64, color string) {
	l.draw("q %s rg %.6g %.6g %.6g %.6g re f Q", color, x, y, w, h)
}

// cover fills the rectangle that a text of the block font takes.
func (l *leaf) cover(x, y, size float64, color, s string) {
	l.box(x-1, y-size*0.2, width(s, size)+2, size*1.2, color)
}

// object names an XObject in the resources and returns its name.
func (l *leaf) object(n int) string {
	name := fmt.Sprintf("X%d", n)
	if use := fmt.Sprintf("/%s %d 0 R ", name, n); !strings.Contains(l.objects, use) {
		l.objects += use
	}
	return name
}

// annot adds an annotation, given without its brackets.
func (l *leaf) annot(format string, args ...any) int {
	n := l.d.add("<< /Type /Annot "+format+" >>", args...)
	l.annots = append(l.annots, n)
	return n
}

// resources are the entries of the page's resources.
func (l *leaf) resources() string {
	s := fmt.Sprintf("/Font << /F1 %d 0 R %s>>", pdfFont, l.fonts)
	if l.objects != "" {
		s += " /XObject << " + l.objects + ">>"
	}
	if l.states != "" {
		s += " /ExtGState << " + l.states + ">>"
	}
	return s + l.more
}

// end adds the page to the document and returns the numbers of its content stream and of itself.
func (l *leaf) end() (content, page int) {
	content = l.d.stream("", l.content.String())
	annots := ""
	if len(l.annots) > 0 {
		annots = fmt.Sprintf(" /Annots [%s]", refs(l.annots))
	}
	page = l.d.add("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << %s >> /Contents %d 0 R%s%s >>",
		pdfTree, l.resources(), content, annots, l.entries)
	l.d.pages = append(l.d.pages, page)
	return content, page
}

// form adds a form XObject that is drawn with the page's resources so far.
func (l *leaf) form(bbox, content string) int {
	return l.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%s] /Resources << %s >>", bbox, l.resources()), content)
}

// picture adds an RGB image of one colour.
func (d *pdf) picture(w, h int, pixel func(x, y int) [3]byte) int {
	var b strings.Builder
	for y := range h {
		for x := range w {
			p := pixel(x, y)
			b.Write(p[:])
		}
	}
	return d.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8", w, h), b.String())
}
