package detectors

import (
	"strings"
	"unsafe"

	"github.com/sumikeshi/sumikeshi/detectors/internal/sum64"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A label is what one of a text's labels says. Labels repeat from cell to cell, so each is worked out once and kept.
type label struct {
	text    string // as it was given
	folded  string // as ja.Label folds it
	head    head
	column  Column // when the label is that of a typed column
	because string // "column head 氏名" or "label 氏名"
	share   string // "40 of 41 cells fit"
	words   uint64 // bits of the detectors that have a word for in it
	against uint64 // bits of the detectors that have a word against in it
	example bool   // it says that an example stands beside
	office  bool   // it says that what stands beside is the contact of an organisation
}

// A labelSet is what the labels of a text say together. The cells of a column share their labels, so it is kept too.
type labelSet struct {
	labels    []*label
	column    Column
	columnBit uint64
	share     string
	speaks    uint64
	office    bool
	short     []shortWay
	done      uint64     // bits of the detectors that base is filled in for
	base      []evidence // by bit: what the labels and the column say of a value, wherever it stands
}

// addLabels takes the labels of the text.
func (t *textState) addLabels(labels []string) {
	near := &t.near[(uintptr(unsafe.Pointer(unsafe.SliceData(labels)))>>4)%uintptr(len(t.near))]
	if *near != nil && (*near).is(labels) {
		t.with = *near
		return
	}
	h := sum64.String(uint64(len(labels)), labels[0])
	for _, l := range labels[1:] {
		h = h*31 + uint64(len(l))
	}
	slot := &t.setCache[h%uint64(len(t.setCache))]
	if *slot == nil {
		*slot = &labelSet{base: make([]evidence, len(t.set.byBit))}
		t.fill(*slot, labels)
	} else if !(*slot).is(labels) {
		t.fill(*slot, labels)
	}
	t.with, *near = *slot, *slot
}

// is reports whether l was made of these labels. They may be borrowed, so their text counts and not where it stands.
func (l *labelSet) is(labels []string) bool {
	if len(l.labels) != len(labels) {
		return false
	}
	for i, known := range l.labels {
		if known.text != labels[i] {
			return false
		}
	}
	return true
}

// fill works out what labels say.
func (t *textState) fill(l *labelSet, labels []string) {
	l.labels, l.column, l.columnBit, l.share, l.speaks, l.office, l.done = l.labels[:0], Column{}, 0, "", 0, false, 0
	for _, s := range labels {
		k := t.label(s)
		l.labels = append(l.labels, k)
		l.speaks |= k.head.bit | k.words
		l.office = l.office || k.office
		if k.column.Kind == "" && k.column.Against == "" {
			continue
		}
		if l.column.Kind == "" {
			l.column, l.share, l.columnBit = k.column, k.share, k.head.bit
		} else if k.column.Kind == organisation {
			l.column.Against = organisation // another column of the same row names an organisation
		}
	}
	t.shorten(l)
}

// label returns what one label says.
func (t *textState) label(s string) *label {
	slot := &t.labelCache[sum64.String(0, s)%uint64(len(t.labelCache))]
	if *slot == nil || (*slot).text != s {
		*slot = t.set.label(strings.Clone(s)) // labels may be borrowed
	}
	return *slot
}

// label works a label out.
func (s *Set) label(text string) *label {
	if c, ok := ParseColumn(text); ok {
		return &label{
			text: text, column: c, head: head{kind: c.Kind, against: c.Against, bit: s.bit(c.Kind)}, because: "column head " + c.Head,
			share: itoa(c.Valid) + " of " + itoa(c.Total) + " cells fit",
		}
	}
	l := &label{text: text, folded: ja.Label(text)}
	if len(l.folded) <= maxHead {
		l.head, _ = s.ready().heads.look(l.folded)
	}
	l.because = "label " + short(text)
	strong := false
	for _, w := range s.ready().words.find(nil, l.folded) {
		strong = strong || w.flags&strongOffice != 0
		if k := l.head.kind; k != organisation && k != place && k != statistic {
			l.words |= w.speaks
		}
		l.against |= w.against
		l.example = l.example || w.flags&exampleNear != 0
	}
	l.office = strong && (l.head.bit == 0 || l.head.against == organisation) || l.head.kind == "" && officeName(text)
	return l
}

// short returns a label for a report, cut to a readable length.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n++; n > 16 {
			return s[:i] + "…"
		}
	}
	return s
}
