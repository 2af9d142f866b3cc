package inspect

import "github.com/sumikeshi/sumikeshi/detectors"

// people counts table rows that hold a person, and distinct people over the file. It keeps hashes of values, never values.
type people struct {
	chunks map[int64]*chunk
	free   []chunk                    // made ahead, since they are small
	prose  map[string]map[uint64]bool // distinct values outside tables, by detector
	rows   int

	recent [1024]struct { // chunks that were asked for, by the end of their numbers
		at int64
		*chunk
	}

	persons []row   // of one name, while they are counted
	table   []int32 // of their rows
}

// A row is what is known of one table row: hashes of what identifies its person, 0 where there is nothing.
type row struct {
	name   uint64
	ids    [idSlots]uint32
	person bool
	half   detectors.NameHalf // what name is, as long as it may be half a name
}

// The slots of row.ids. Two rows with one name are the same person unless one of the first four differs.
const (
	slotBirth = iota
	slotPhone
	slotMail
	slotNumber // numbers that one list gives a person one of: patient-id, student-id
	slotOther  // numbers that belong to one person: my-number, bank-account …
	slotAddress
	idSlots
	telling = slotOther // the slots below tell people of one name apart
)

// A rowKey is one match as it is booked for a row.
type rowKey struct {
	kind   int
	slot   int // slotName, slotNone, or one of row.ids
	hash   uint64
	person bool
	later  bool               // not the first part of its value
	half   detectors.NameHalf // of a name
}

const (
	slotName = -1
	slotNone = -2
	slotPart = -3 // part of a value that is split over cells: somebody is in the row, but the part tells nobody apart
)

// slotOf returns the slot of what a detector finds.
func slotOf(d *detectors.Detector) int {
	switch d.ID {
	case "name":
		return slotName
	case "birth-date":
		return slotBirth
	case "phone":
		return slotPhone
	case "email":
		return slotMail
	case "address":
		return slotAddress
	case "patient-id", "student-id":
		return slotNumber
	}
	if d.Person {
		return slotOther
	}
	return slotNone
}

// key returns what a match of that kind says about the row that it stands in.
func (t *tally) key(kind int, m *detectors.Match, value string) rowKey {
	d := t.kinds.list[kind]
	k := rowKey{kind: kind, slot: t.kinds.slots[kind], person: d.Person}
	switch {
	case m.Part > 0:
		k.slot, k.later = slotPart, m.Part > 1
	case k.slot != slotNone:
		k.hash = detectors.Key(d.ID, value)
		if k.slot == slotName {
			k.half = detectors.HalfOf(value)
		}
	}
	return k
}

// book enters the keys into a row.
func (p *people) book(th *thing, record int64, keys []rowKey) {
	r := p.row(record)
	for i := range keys {
		k := &keys[i]
		switch {
		case k.slot == slotNone:
			continue
		case k.slot == slotPart:
		case k.slot == slotName:
			r.named(k)
		case r.ids[k.slot] == 0:
			r.ids[k.slot] = uint32(k.hash) | 1
		}
		if k.person && !r.person {
			r.person = true
			p.rows++
			th.Rows++
		}
	}
}

// named enters a name: the first one of the row is that of its person, and what a second cell has of the first is joined to it, where
// 姓 and 名 have a column each.
func (r *row) named(k *rowKey) {
	switch {
	case r.name == 0:
		r.name, r.half = k.hash, k.half
	case r.half.Completes(k.half):
		r.name, r.half = r.name+k.hash, 0
	}
}

// A chunk is neighbouring rows of one table space.
type chunk [chunkRows]row

// chunkRows is small, since a form is a table of one row, and a long document may have one on each page.
const chunkRows = 8

func (p *people) row(record int64) *row {
	at := record / chunkRows
	slot := &p.recent[at%int64(len(p.recent))]
	if slot.chunk == nil || slot.at != at {
		if p.chunks == nil {
			p.chunks = map[int64]*chunk{}
		}
		c := p.chunks[at]
		if c == nil {
			c = p.newChunk()
			p.chunks[at] = c
		}
		slot.at, slot.chunk = at, c
	}
	return &slot.chunk[record%chunkRows]
}

// newChunk takes the next of the chunks that were made ahead.
func (p *people) newChunk() *chunk {
	if len(p.free) == 0 {
		p.free = make([]chunk, 64)
	}
	c := &p.free[0]
	p.free = p.free[1:]
	return c
}

// single notes a value outside any table.
func (p *people) single(detector string, hash uint64) {
	if p.prose == nil {
		p.prose = map[string]map[uint64]bool{}
	}
	set := p.prose[detector]
	if set == nil {
		set = map[uint64]bool{}
		p.prose[detector] = set
	}
	set[hash] = true
}
