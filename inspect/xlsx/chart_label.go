package xlsx

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// pointLabels follows the labels of a series: which of its points show the cell that they take a text from ([MS-ODRAWXML] 2.24.3.14
// datalabelsRange, 2.24.3.85 showDataLabelsRange), and which texts are only the stand-in of a field (21.1.2.2.4 fld).
type pointLabels struct {
	all    bool         // points without a label of their own do
	own    map[int]bool // what the others do
	drawn  map[string]bool
	point  int  // the label that is being read
	in     int  // its depth, 0 outside
	asks   bool // it asks for its cell
	rich   bool // it has a text of its own
	field  bool // in which a field stands for the cell
	off    bool
	fields int // depth of a field, 0 outside

	ranged bool // inside of the texts that cells give
	entry  bool // inside of an entry of the table of fields
	shown  bool // the point or the entry that is being read is drawn
}

// any reports whether a label of the series shows its cell.
func (l *pointLabels) any() bool {
	for _, shows := range l.own {
		if shows {
			return true
		}
	}
	return l.all
}

func (l *pointLabels) start(s *xmlscan.Scanner) {
	switch string(s.LocalBytes()) {
	case "ser":
		*l = pointLabels{own: map[int]bool{}, drawn: map[string]bool{}}
	case "dLbl":
		l.in, l.point, l.asks, l.rich, l.field, l.off = s.Depth(), -1, false, false, false, false
	case "idx":
		if l.in > 0 && l.point < 0 {
			l.point = numberOf(s, "val")
		}
	case "delete":
		l.off = l.off || l.in > 0 && s.Depth() == l.in+1 && on(s)
	case "tx":
		l.rich = l.rich || l.in > 0
	case "fld":
		l.startField(s)
	case "showDataLabelsRange":
		if l.in > 0 {
			l.asks = on(s)
		} else {
			l.all = on(s)
		}
	case "datalabelsRange":
		l.ranged = true
	case "dlblFTEntry":
		l.entry, l.shown = true, false
	case "pt":
		if l.ranged {
			point := numberOf(s, "idx")
			shows, own := l.own[point]
			l.shown = shows || !own && l.all
		}
	}
}

func (l *pointLabels) startField(s *xmlscan.Scanner) {
	kind, _ := s.Attr("type")
	switch string(kind) {
	case "CELLREF":
		if id, ok := s.Attr("id"); ok && l.drawn != nil {
			l.drawn[string(id)] = true
		}
	case "CELLRANGE":
		l.field = true
	case "SERIESNAME", "CATEGORYNAME", "VALUE", "PERCENTAGE", "BUBBLESIZE", "XVALUE", "YVALUE":
	default:
		return
	}
	l.fields = s.Depth()
}

// entryOf takes the identifier of an entry of the table of fields: it is drawn if a field has it.
func (l *pointLabels) entryOf(id string) { l.shown = l.drawn[id] }

func (l *pointLabels) end(s *xmlscan.Scanner) {
	switch {
	case s.Depth() == l.fields:
		l.fields = 0
	case s.Depth() == l.in:
		if l.in = 0; l.own != nil && l.point >= 0 {
			l.own[l.point] = !l.off && (l.field || l.asks && !l.rich)
		}
	case s.Is("datalabelsRange"):
		l.ranged = false
	case s.Is("dlblFTEntry"):
		l.entry = false
	}
}

// standIn reports whether a text that is being read is not drawn as it stands: a field's, one that no field asks for, or in a label what
// only separates its fields.
func (l *pointLabels) standIn(text string) bool {
	return l.fields > 0 || l.entry && !l.shown || l.in > 0 && strings.IndexFunc(text, wordy) < 0
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// numberOf returns an attribute that counts from 0, or -1.
func numberOf(s *xmlscan.Scanner, name string) int {
	v, _ := s.Attr(name)
	n, err := strconv.Atoi(string(v))
	if err != nil {
		return -1
	}
	return n
}
