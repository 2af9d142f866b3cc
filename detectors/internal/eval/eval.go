// Package eval writes documents whose personal data is known, to measure the detectors with. Everybody in them is invented. The
// same seed writes the same documents.
//
// A document is written from a template: text with {kind} where a value of that kind goes, and {#kind} where something goes that
// is nobody's. The offsets of the values are noted while writing, never searched for afterwards. Templates belong to families, and
// the families are held apart: those for development are for looking at, those for testing only for figures.
package eval

import (
	"math/rand/v2"
	"strings"
)

// A Span is a value where it stands.
type Span struct {
	Kind       string // the ID of its detector
	Start, End int    // byte offsets
}

// Either begins the kind of a value that counts neither as missed nor as a false alarm: the name of somebody in office, or what belongs to
// two kinds.
const Either = "~"

// A Doc is one text with what stands beside it and the values in it.
type Doc struct {
	Family string
	Text   string
	Labels []string
	Spans  []Span
}

// A Table is rows of cells under heads; each cell is a document.
type Table struct {
	Family string
	Heads  []string
	Rows   [][]Doc
}

// A Side says what a family is for.
type Side uint8

const (
	Development Side = iota // to look at
	Test                    // for figures
	Second                  // by a second hand
	Third                   // by a third hand
	Fourth                  // by a fourth hand
	FifthSeen               // by a fifth hand, to look at
	Fifth                   // by a fifth hand, held
	SixthSeen               // by a sixth hand, to look at
	Sixth                   // by a sixth hand, held
)

// A Family is templates by one plan.
type Family struct {
	Name  string
	Side  Side
	Texts []string // templates of running text, forms, mails
	Heads []string // of a table; its cells are in Cells
	Cells []string
}

// A writer writes one document.
type writer struct {
	rand   *rand.Rand
	style  style
	people []*person
	hand   *hand
	text   strings.Builder
	spans  []Span
}

// Texts writes n documents for each template of the families of one side.
func Texts(seed uint64, side Side, n int) []Doc {
	var out []Doc
	for _, f := range families() {
		if f.Side != side {
			continue
		}
		for i, template := range f.Texts {
			for k := range n {
				r := rand.New(rand.NewPCG(seed, uint64(k)<<32|uint64(i)<<16|hash(f.Name)))
				d := write(r, newStyle(r), template, handOf(side))
				d.Family = f.Name
				out = append(out, d)
			}
		}
	}
	return out
}

// Tables writes one table of n rows for each family of one side that has heads.
func Tables(seed uint64, side Side, n int) []Table {
	var out []Table
	for _, f := range families() {
		if f.Side != side || len(f.Heads) == 0 {
			continue
		}
		r := rand.New(rand.NewPCG(seed, hash(f.Name)))
		t, s := Table{Family: f.Name, Heads: f.Heads}, newStyle(r)
		for range n {
			w := writer{rand: r, style: s, hand: &hand{}}
			var row []Doc
			for _, cell := range f.Cells {
				row = append(row, w.write(cell))
			}
			t.Rows = append(t.Rows, row)
		}
		out = append(out, t)
	}
	return out
}

// Negatives writes documents without any personal data.
func Negatives(seed uint64, side Side, n int) []Doc {
	var out []Doc
	templates := negatives
	switch side {
	case Second:
		templates = secondNegatives
	case Third:
		templates = thirdNegatives
	case Fourth:
		templates = fourthNegatives
	case FifthSeen, Fifth:
		templates = fifthNegatives
	case SixthSeen, Sixth:
		templates = sixthNegatives
	}
	for i, template := range templates {
		for k := range n {
			r := rand.New(rand.NewPCG(seed, uint64(i)<<32|uint64(k)))
			d := write(r, newStyle(r), template, handOf(side))
			d.Family = "negative"
			out = append(out, d)
		}
	}
	return out
}

func write(r *rand.Rand, s style, template string, h *hand) Doc {
	w := writer{rand: r, style: s, hand: h}
	if h.second || h.third || h.stock != nil {
		w.style.call = r.IntN(8)
	}
	return w.write(template)
}

func handOf(side Side) *hand {
	switch side {
	case Second:
		return &secondHand
	case Third:
		return &thirdHand
	case Fourth:
		return &fourthHand
	case FifthSeen:
		return &fifthSeenHand
	case Fifth:
		return &fifthHand
	case SixthSeen:
		return &sixthSeenHand
	case Sixth:
		return &sixthHand
	}
	return &hand{}
}

// write writes a template with the people of the writer.
func (w *writer) write(template string) Doc {
	w.text.Reset()
	w.spans = nil
	for {
		before, rest, ok := strings.Cut(template, "{")
		w.text.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		w.value(name)
		template = after
	}
	return Doc{Text: w.text.String(), Spans: w.spans}
}

// value writes a placeholder: name, 2.name for a second person, #jan for something that is nobody's, sex=f for what stands there word by word.
func (w *writer) value(name string) {
	if noise, ok := strings.CutPrefix(name, "#"); ok {
		w.text.WriteString(w.noise(noise))
		return
	}
	either, who := "", 0
	if strings.HasPrefix(name, Either) {
		either, name = Either, name[1:]
	}
	if len(name) > 2 && name[1] == '.' {
		who, name = int(name[0]-'1'), name[2:]
	}
	for len(w.people) <= who {
		w.people = append(w.people, w.hand.person(w.rand))
	}
	kind, value, literal := strings.Cut(name, "=")
	if !literal {
		kind, value = w.people[who].value(name, w.rand, w.style)
	}
	start := w.text.Len()
	w.text.WriteString(value)
	w.spans = append(w.spans, Span{either + kind, start, w.text.Len()})
}

func hash(s string) (h uint64) {
	for _, c := range []byte(s) {
		h = h*131 + uint64(c)
	}
	return h & 0xFFFF
}
