package redact

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/residue"
)

// A Promise is what a copy must keep: fingerprints of what was taken out, sums of what must still be seen, and how many things of
// each place were left on purpose. It holds no value of the document. It can be carried to another process.
type Promise struct {
	gone   residue.Set
	seen   seen
	left   map[string]int // by place and container
	plan   Plan
	masked map[string]int
	notes  []Note
	pages  int              // of PDF files, compared with the source's as pixels
	never  residue.Set      // what a reader may not see anywhere in the copy
	boxes  map[string][]box // by page: what was blacked out
	struck []Struck

	pictures map[string]bool // by page: those that became pictures

	// Calculated says that results of formulas were worked out, by code that can't be interrupted: a worker should do no more work.
	Calculated bool

	macroFree bool
}

// A Struck is one place that was blacked out because a person marked it.
type Struck struct {
	N      int        `json:"n"`    // from 1, page by page from the top
	Page   int        `json:"page"` // from 1
	Box    [4]float64 `json:"box"`  // as [inspect.Box]
	Reason string     `json:"reason"`
	Label  string     `json:"label"` // as it is written on the box
	fix    inspect.BlackOut
}

// A Note is something that a person should know about a copy, such as a cell that could not be frozen.
type Note struct {
	Where string `json:"where"`
	JA    string `json:"ja"`
	EN    string `json:"en"`
}

func newPromise() *Promise {
	return &Promise{seen: seen{}, left: map[string]int{}, boxes: map[string][]box{}, pictures: map[string]bool{}}
}

// wire is the form of a promise between processes, but for the fingerprints: they go before it as they are, since there may be millions.
type wire struct {
	Seen   map[string]sum
	Left   map[string]int
	Plan   Plan
	Masked map[string]int
	Notes  []Note
	Never  []byte
	Boxes  map[string][]box
	Struck []Struck
	Pages  int

	Pictures map[string]bool
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (p *Promise) MarshalBinary() ([]byte, error) {
	var buf bytes.Buffer
	w := wire{p.seen, p.left, p.plan, p.masked, p.notes, p.never.Append(nil), p.boxes, p.struck, p.pages, p.pictures}
	if err := gob.NewEncoder(&buf).Encode(w); err != nil {
		return nil, err
	}
	gone := p.gone.Size()
	out := make([]byte, 0, lengthBytes+gone+buf.Len())
	out = binary.BigEndian.AppendUint64(out, uint64(gone))
	return append(p.gone.Append(out), buf.Bytes()...), nil
}

// lengthBytes is the size of the number before the fingerprints that says how many bytes they take.
const lengthBytes = 8

var errShort = errors.New("redact: a promise is cut off")

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (p *Promise) UnmarshalBinary(data []byte) error {
	if len(data) < lengthBytes {
		return errShort
	}
	gone, data := binary.BigEndian.Uint64(data), data[lengthBytes:]
	if gone > uint64(len(data)) {
		return errShort
	}
	var w wire
	if err := gob.NewDecoder(bytes.NewReader(data[gone:])).Decode(&w); err != nil {
		return err
	}
	*p = Promise{seen: w.Seen, left: w.Left, plan: w.Plan, masked: w.Masked, notes: w.Notes, boxes: w.Boxes, struck: w.Struck, pages: w.Pages, pictures: w.Pictures}
	if p.seen == nil {
		p.seen = seen{}
	}
	if err := p.never.SetBytes(w.Never); err != nil {
		return err
	}
	return p.gone.SetBytes(data[:gone])
}

// Plan returns the plan that the copy was made by.
func (p *Promise) Plan() Plan { return p.plan }
