package inspect

import (
	"cmp"
	"iter"
	"slices"
)

// distinct returns the number of different people: those of the tables, copies counted once, and for prose the largest count over
// the kinds of identifiers of values that no table row holds.
func (p *people) distinct() int {
	known := map[uint64]bool{} // a row's hashes, each with its slot, once it is counted
	unnamed, byName := p.sorted()
	n, note := 0, len(p.prose) > 0 || len(unnamed) > 0
	for rows := range byName {
		n += p.cluster(rows, known, note)
	}
	return n + nameless(unnamed, known) + p.proseOnly(known)
}

// sorted returns the rows that hold a person without a name, sorted, and those of each name. Names come in no order, from buckets:
// sorting a million rows at once would take ten times as long.
func (p *people) sorted() (unnamed []*row, byName iter.Seq[[]*row]) {
	chunks := make([]*chunk, 0, len(p.chunks))
	for _, c := range p.chunks {
		chunks = append(chunks, c)
	}
	size := 1
	for size < p.rows/4 {
		size *= 2
	}
	heads, next := make([]int32, size), make([]int32, len(chunks)*chunkRows) // 1 + the number of a row
	for i, c := range chunks {
		for j := range c {
			switch r := &c[j]; {
			case !r.person:
			case r.name == 0:
				unnamed = append(unnamed, r)
			default:
				bucket := &heads[r.name%uint64(size)]
				next[i*chunkRows+j], *bucket = *bucket, int32(i*chunkRows+j+1)
			}
		}
	}
	slices.SortFunc(unnamed, (*row).compare)
	return unnamed, func(yield func([]*row) bool) {
		var rows []*row
		for _, at := range heads {
			rows = rows[:0]
			for ; at != 0; at = next[at-1] {
				rows = append(rows, &chunks[(at-1)/chunkRows][(at-1)%chunkRows])
			}
			if !sameName(rows) {
				slices.SortFunc(rows, func(a, b *row) int { return cmp.Compare(a.name, b.name) })
			}
			for rest := rows; len(rest) > 0; {
				same := 1
				for same < len(rest) && rest[same].name == rest[0].name {
					same++
				}
				if !yield(rest[:same]) {
					return
				}
				rest = rest[same:]
			}
		}
	}
}

func sameName(rows []*row) bool {
	for _, r := range rows {
		if r.name != rows[0].name {
			return false
		}
	}
	return true
}

// compare puts what has most that tells people apart first.
func (r *row) compare(o *row) int {
	if r.name != o.name {
		return cmp.Compare(o.name, r.name)
	}
	for i := range r.ids {
		if r.ids[i] != o.ids[i] {
			return cmp.Compare(o.ids[i], r.ids[i])
		}
	}
	return 0
}

// cluster counts the people among rows with one name. Rows that contradict each other in a birth date, phone or mail address are
// different people.
func (p *people) cluster(rows []*row, known map[uint64]bool, note bool) int {
	if note {
		for _, r := range rows {
			remember(r, known)
		}
	}
	n := p.alike(rows)
	if n == 0 {
		slices.SortFunc(rows, (*row).compare)
		n = p.merged(rows)
	}
	if n > manyOfOneName {
		return len(rows)
	}
	return n
}

// manyOfOneName is the number of people from which a "name" is none, but a word that many cells hold.
const manyOfOneName = 1000

// alike counts the people among rows that all have the same of what tells people apart, as those of a table do: then rows are one
// person only if they are equal in it. It returns 0 for others.
func (p *people) alike(rows []*row) int {
	for _, r := range rows {
		for i := range telling {
			if (r.ids[i] == 0) != (rows[0].ids[i] == 0) {
				return 0
			}
		}
	}
	size := 4
	for size < 2*len(rows) {
		size *= 2
	}
	p.table = slices.Grow(p.table[:0], size)[:size] // 1 + the number of a row
	clear(p.table)
	n := 0
	for i, r := range rows {
		h := uint64(r.ids[0])*0x9E3779B97F4A7C15 ^ uint64(r.ids[1])*0xBF58476D1CE4E5B9 ^ uint64(r.ids[2])*0x94D049BB133111EB ^ uint64(r.ids[3])*0xD6E8FEB86659FD93
		slot := int(h >> 20 % uint64(size))
		for p.table[slot] != 0 && !rows[p.table[slot]-1].agrees(r) {
			slot = (slot + 1) % size
		}
		if p.table[slot] == 0 {
			p.table[slot] = int32(i + 1)
			n++
		}
	}
	return n
}

// merged counts the people among sorted rows.
func (p *people) merged(rows []*row) int {
	persons := p.persons[:0]
	defer func() { p.persons = persons }()
	lead := 0 // the first slot that any row has
	for lead < telling-1 && rows[0].ids[lead] == 0 {
		lead++
	}
	first := 0 // the first person that has the same in that slot as the last one
next:
	for _, r := range rows {
		from := 0
		if id := r.ids[lead]; id != 0 {
			if n := len(persons); n > 0 && persons[n-1].ids[lead] != id {
				first = n
			}
			from = first
		}
		for i := from; i < len(persons); i++ {
			if persons[i].agrees(r) {
				persons[i].merge(r)
				continue next
			}
		}
		persons = append(persons, *r)
		if len(persons) > manyOfOneName {
			break // stay linear
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
		for _, slot := range [...]int{slotNumber, slotOther, slotMail, slotPhone, slotAddress} {
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
	case "patient-id", "student-id":
		return slotKey(slotNumber, id)
	}
	return slotKey(slotOther, id)
}
