package detectors

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A Column is what the head and a sample of the cells of one table column say about the whole of it.
type Column struct {
	Kind    string // the ID of a detector, or "organisation", "place", "statistic"; "" when nothing is said
	Head    string // the head as it stands in the document, without line breaks; "" for a column typed by its cells
	Valid   int    // cells of the sample that could be a value of the kind; for names, that a dictionary knows
	Total   int    // cells of the sample
	Against string // what speaks against personal data: "organisation", "place" or "statistic"
	Parts   int    // neighbouring columns that hold one value together; 0 for one that holds whole values
	Part    int    // which of them this is, from 1
}

// columnMark begins the label of a column. WORD JOINER has no width and begins no label of a document, since those are trimmed
// of it.
const columnMark = "\u2060column\x1f"

// Label encodes the column as one label, to be passed to [Set.Find] among the others. [ParseColumn] is its inverse.
func (c Column) Label() string {
	head := strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, c.Head)
	return columnMark + c.Kind + "\x1f" + head + "\x1f" + strconv.Itoa(c.Valid) + "\x1f" + strconv.Itoa(c.Total) + "\x1f" + c.Against + "\x1f" + strconv.Itoa(c.Parts) + "\x1f" + strconv.Itoa(c.Part)
}

// ParseColumn decodes a label that [Column.Label] made.
func ParseColumn(label string) (Column, bool) {
	rest, ok := strings.CutPrefix(label, columnMark)
	if !ok {
		return Column{}, false
	}
	f := strings.Split(rest, "\x1f")
	if len(f) != 7 {
		return Column{}, false
	}
	var n [4]int
	for i, at := range [...]int{2, 3, 5, 6} {
		var err error
		if n[i], err = strconv.Atoi(f[at]); err != nil {
			return Column{}, false
		}
	}
	return Column{Kind: f[0], Head: f[1], Valid: n[0], Total: n[1], Against: f[4], Parts: n[2], Part: n[3]}, true
}

// Column types a table column from the texts of the one or two header rows above it (outermost first; may be empty) and a
// sample of its cells that are not blank (up to 64 are looked at).
//
// A strong head types the column when at least three in ten cells fit; a weak one needs six in ten. Without a head, a column is
// typed by its cells where they speak for themselves: names (half are a surname and a given name), mail addresses, phone
// numbers, addresses.
func (s *Set) Column(heads []string, cells []string) Column {
	cells = cells[:min(len(cells), 64)]
	h, text := s.headOf(heads)
	if h.kind == "" || h.kind == other {
		if c := s.headless(cells); c.Kind != "" && (h.kind == "" || c.Kind == "email") {
			return c
		}
		return Column{Head: text, Total: len(cells)}
	}
	c := Column{Kind: h.kind, Head: text, Total: len(cells), Against: h.against}
	switch h.kind {
	case organisation, place, statistic:
		c.Against = h.kind
		return c
	}
	k := s.Detector(h.kind)
	if k == nil {
		return Column{Head: text, Total: len(cells)}
	}
	fit := s.count(k, cells, &c)
	if k.ID == "name" && repeats(cells, c.Valid) {
		return Column{Kind: statistic, Head: text, Total: len(cells), Against: statistic}
	}
	if fit*10 < len(cells)*3 || h.weak && c.Valid*10 < len(cells)*6 {
		return Column{Head: text, Total: len(cells)}
	}
	return c
}

// repeats reports whether the cells are few words over and over that no dictionary knows as names: results such as 承認 and 却下 look
// like names of foreigners.
func repeats(cells []string, known int) bool {
	distinct := map[string]bool{}
	for _, c := range cells {
		distinct[c] = true
	}
	if len(cells) < 3 || len(distinct)*4 > len(cells) || known*10 >= len(cells)*3 {
		return false
	}
	foreign := 0 // グエン・ティ・フオン comes every week
	for c := range distinct {
		if strings.ContainsAny(strings.TrimSpace(c), " \u3000・＝") && nameLike(fold(c)) {
			foreign++
		}
	}
	return foreign*2 < len(distinct)
}

// headOf finds the head that says most: the texts joined ("保護者" over "氏名"), then the nearest, then the outer one.
func (s *Set) headOf(heads []string) (head, string) {
	joined := ""
	for _, h := range heads {
		joined += h
	}
	if len(heads) > 1 {
		if h, ok := s.ready().heads.look(ja.Label(joined)); ok && h.kind != other {
			return h, short(joined)
		}
	}
	var weak head
	var text string
	for i := len(heads) - 1; i >= 0; i-- {
		h, ok := s.ready().heads.look(ja.Label(heads[i]))
		switch {
		case ok && h.kind != other:
			return h, short(heads[i])
		case ok && weak.kind == "":
			weak, text = h, short(heads[i])
		}
	}
	return weak, text
}

// count counts the cells that fit k into c.Valid and returns how many could be values at all. For names that is more: a
// foreign name fits its column although no dictionary has it.
func (s *Set) count(k *Detector, cells []string, c *Column) (fit int) {
	for _, cell := range cells {
		if k.Valid == nil || k.Valid(cell) {
			c.Valid++
			fit++
		} else if k.plausible != nil && k.plausible(cell) {
			fit++
		}
	}
	return fit
}

// headless types a column that has no head, or one that says nothing.
func (s *Set) headless(cells []string) Column {
	if len(cells) < 5 {
		return Column{}
	}
	for _, k := range s.detectors {
		if k.headless == 0 {
			continue
		}
		n, distinct := 0, k.distinct
		if distinct == nil {
			distinct = k.Valid
		}
		for _, cell := range cells {
			if distinct(cell) {
				n++
			}
		}
		if n*100 >= len(cells)*k.headless {
			return Column{Kind: k.ID, Valid: n, Total: len(cells)}
		}
	}
	return Column{}
}
