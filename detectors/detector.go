// Package detectors finds personal data in plain text. It knows no files: it is given a text and the labels that stand beside it
// (a column head, a form label, a mail header), and says what it found, how sure it is, and why.
//
// A [Detector] is one value in one file, with examples of what it finds and of what it must leave alone. [All] lists them; a
// [Set] runs several over a text in one go and settles overlaps.
package detectors

import "iter"

// Sureness says how sure a match is. It is ordered; there are no scores.
type Sureness uint8

const (
	Shape  Sureness = iota + 1 // the format alone; listed, but counts nowhere
	Likely                     // format and one piece of evidence: a label, a typed column, a dictionary
	Proven                     // two independent pieces of evidence, or a check digit and a label
)

// String returns the name that the JSON report prints.
func (s Sureness) String() string {
	switch s {
	case Shape:
		return "shape"
	case Likely:
		return "likely"
	case Proven:
		return "proven"
	}
	return ""
}

// A Match is one piece of personal data in a text.
type Match struct {
	Detector   string // the ID of the detector: "phone"
	Start, End int    // byte offsets into the text as it was given, End exclusive
	Sure       Sureness
	Because    string // the evidence in words, never the value: "column head 氏名"
	Part       int    // from 1, if the value is split over neighbouring cells and this is one of them; see [Set.Parts]
}

// A Detector finds one kind of personal data.
type Detector struct {
	ID     string // stable, printed in reports: "my-number"
	JA, EN string // what a report calls it
	Step   int    // severity of the kind, 0 (note) to 4 (gravest)

	// Person says that one value of this kind identifies a person, so that a table row holding one is counted as somebody.
	Person bool

	// Heads are column heads and form labels that announce this kind, folded as [ja.Label] does: "氏名", "電話番号".
	Heads []string

	// Valid reports whether a whole cell could be a value of this kind. It types columns; nil means any text that is not empty.
	Valid func(cell string) bool

	// Find yields the matches in text. Labels hold what stands beside it, nearest first; a label made by [Column.Label] tells
	// the type of the whole column.
	Find func(text string, labels []string) iter.Seq[Match]

	Hits, Misses []Example // what Find must match with Likely or more, and what it must not

	// What our own detectors have besides.
	scan      func(t *textState, k *Detector)      // finds in a text that is already folded and lexed; Find is made from it
	on        trigger                              // what of a text calls for it; a label that speaks of it does besides
	plausible func(cell string) bool               // a cell that fits a typed column although Valid does not know it
	distinct  func(cell string) bool               // a cell that is of this kind also without any head; nil means Valid
	headless  int                                  // share of distinct cells, in percent, that types a column without a head; 0: never
	short     func(t *textState, cell string) bool // a cell of a full column that needs no longer look; see cell.go
	wordy     bool                                 // its trigger counts only in a text that holds one of its words
	words     []string                             // context words for, within 40 characters before the value
	against   []string                             // context words against

	shortBecause string // what the long way says of such a cell's format
}

// An Example is a text with its labels, for a detector's own tests and for the manual. People in it are invented.
type Example struct {
	Text   string
	Labels []string
}
