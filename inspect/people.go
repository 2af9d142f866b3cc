package inspect

import (
	"cmp"
	"slices"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// people counts table rows that hold a person, and distinct people over the file. It keeps hashes of values, never values.
type people struct {
	chunks map[int64]*chunk
	prose  map[string]map[uint64]bool // distinct values outside tables, by detector
	rows   int

	persons []row // of one name, while they are counted
}

// A row is what is known of one table row: hashes of what identifies its person, 0 where there is nothing.
type row struct {
	name   uint64
	ids    [idSlots]uint32
	person bool
}

// The slots of row.ids. Two rows with one name are the same person unless one of the first three differs.
const (
	slotBirth = iota
	slotPhone
	slotMail
	slotOther // numbers that belong to one person: my-number, student-id, bank-account …
	slotAddress
	idSlots
	telling = slotOther // the slots below tell people of one name apart
)

// A rowKey is one match as it is booked for a row.
type rowKey struct {
	slot   int // -1: the name
	hash   uint64
	person bool
}

// keysOf returns what the matches of a finding say about the row that it stands in.
func (p *people) keysOf(dst []rowKey, t *tally, f *Finding) []rowKey {
	for _, m := range f.Matches {
		if m.Sure < detectors.Likely {
			continue
		}
		d := t.detector(m.Detector)
		k := rowKey{slot: slotOther, person: d.Person}
		switch m.Detector {
		case "name":
			k.slot = -1
		case "birth-date":
			k.slot = slotBirth
		case "phone":
			k.slot = slotPhone
		case "email":
			k.slot = slotMail
		case "address":
			k.slot = slotAddress
		default:
			if !d.Person {
				continue
			}
		}
		k.hash = detectors.Key(m.Detector, f.Text[m.Start:m.End])
		dst = append(dst, k)
	}
	return dst
}

// book enters the keys into a row.
func (p *people) book(th *thing, record int64, keys []rowKey) {
	r := p.row(record)
	for _, k := range keys {
		if k.slot < 0 {
			if r.name == 0 {
				r.name = k.hash
			}
		} else if r.ids[k.slot] == 0 {
			r.ids[k.slot] = uint32(k.hash) | 1
		}
		if k.person && !r.person {
			r.person = true
			p.rows++
			th.Rows++
		}
	}
}

// A chunk is neighbouring rows of one table space.
type chunk [chunkRows]row

const chunkRows = 256

func (p *people) row(record int64) *row {
	if p.chunks == nil {
		p.chunks = map[int64]*chunk{}
	}
	c := p.chunks[record/chunkRows]
	if c == nil {
		c = new(chunk)
		p.chunks[record/chunkRows] = c
	}
	return &c[record%chunkRows]
}

// single notes a value outside any table.
func (p *people) single(detector, value string) {
	if p.prose == nil {
		p.prose = map[string]map[uint64]bool{}
	}
	set := p.prose[detector]
	if set == nil {
		set = map[uint64]bool{}
		p.prose[detector] = set
	}
	set[detectors.Key(detector, value)] = true
}

// distinct returns the number of different people: those of the tables, copies counted once, and for prose the largest count over
// the kinds of identifiers of values that no table row holds.
func (p *people) distinct() int {
	rows := make([]*row, 0, p.rows)
	for _, c := range p.chunks {
		for i := range c {
			if c[i].person {
				rows = append(rows, &c[i])
			}
		}
	}
	slices.SortFunc(rows, func(a, b *row) int {
		return cmp.Or(cmp.Compare(b.name, a.name), slices.Compare(b.ids[:], a.ids[:]))
	})
	known := map[uint64]bool{} // a row's hashes, each with its slot, once it is counted
	n := 0
	for len(rows) > 0 {
		same := 1
		for same < len(rows) && rows[same].name == rows[0].name {
			same++
		}
		if rows[0].name == 0 {
			n += nameless(rows[:same], known)
		} else {
			n += p.cluster(rows[:same], known, len(p.prose) > 0 || rows[len(rows)-1].name == 0)
		}
		rows = rows[same:]
	}
	return n + p.proseOnly(known)
}

// cluster counts the people among rows with one name. Rows that contradict each other in a birth date, phone or mail address are
// different people.
func (p *people) cluster(rows []*row, known map[uint64]bool, note bool) int {
	persons := p.persons[:0]
	defer func() { p.persons = persons }()
next:
	for _, r := range rows {
		if note {
			remember(r, known)
		}
		for i := range persons {
			if persons[i].agrees(r) {
				persons[i].merge(r)
				continue next
			}
		}
		persons = append(persons, *r)
		if len(persons) > 1000 { // a "name" of a thousand people is no name; stay linear
			return len(rows)
		}
	}
	return len(persons)
}

func (r *row) agrees(o *row) bool {
	for i := range telling {
		if r.ids[i] != 0 && o.ids[i] != 0 && r.ids[i] != o.ids[i] {
			return false
		}
	}
	return true
}

func (r *row) merge(o *row) {
	for i, id := range o.ids {
		if r.ids[i] == 0 {
			r.ids[i] = id
		}
	}
}

// nameless counts rows without a name by the strongest thing that identifies them, unless a counted row holds it too.
func nameless(rows []*row, known map[uint64]bool) int {
	n := 0
	for _, r := range rows {
		fresh, any := true, false
		for _, slot := range [...]int{slotOther, slotMail, slotPhone, slotAddress} {
			if r.ids[slot] == 0 {
				continue
			}
			any = true
			if known[slotKey(slot, r.ids[slot])] {
				fresh = false
			}
			break
		}
		if fresh && any {
			n++
			remember(r, known)
		} else if !any {
			n++ // identified by something that has no slot
		}
	}
	return n
}

func remember(r *row, known map[uint64]bool) {
	if r.name != 0 {
		known[r.name] = true
	}
	for slot, id := range r.ids {
		if id != 0 {
			known[slotKey(slot, id)] = true
		}
	}
}

func slotKey(slot int, id uint32) uint64 { return uint64(slot+1)<<32 | uint64(id) }

// proseOnly returns the largest number, over the kinds, of distinct values outside tables that no counted row holds.
func (p *people) proseOnly(known map[uint64]bool) int {
	most := 0
	for kind, set := range p.prose {
		n := 0
		for h := range set {
			if !known[proseKey(kind, h)] {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// proseKey is the key under which a counted row would hold the value.
func proseKey(kind string, h uint64) uint64 {
	id := uint32(h) | 1
	switch kind {
	case "name":
		return h
	case "phone":
		return slotKey(slotPhone, id)
	case "email":
		return slotKey(slotMail, id)
	case "address":
		return slotKey(slotAddress, id)
	}
	return slotKey(slotOther, id)
}
