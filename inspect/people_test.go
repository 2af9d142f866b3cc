package inspect

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// book enters rows given by name and phone into one table space.
func bookRows(p *people, space int, rows ...[2]uint64) {
	th := &thing{}
	for i, r := range rows {
		var keys []rowKey
		if r[0] != 0 {
			keys = append(keys, rowKey{slot: slotName, hash: r[0], person: true})
		}
		if r[1] != 0 {
			keys = append(keys, rowKey{slot: slotPhone, hash: r[1], person: true})
		}
		p.book(th, Record(space, i+1), keys)
	}
}

// Two patients of one surname are two people where their numbers differ.
func TestPeople_numbers(t *testing.T) {
	var p people
	for i, number := range []uint64{21, 22, 21} {
		p.book(&thing{}, Record(1, i+1), []rowKey{{slot: slotName, hash: 1, person: true}, {slot: slotNumber, hash: number << 1, person: true}})
	}
	if n := p.distinct(); n != 2 {
		t.Errorf("people = %d, want 2", n)
	}
}

// 姓 and 名 in a column each: two people of one surname and nothing else are two.
func TestPeople_halves(t *testing.T) {
	for _, tt := range []struct {
		first, second [2]string
		people        int
	}{
		{[2]string{"阿部", "さくら"}, [2]string{"阿部", "和子"}, 2},
		{[2]string{"さくら", "阿部"}, [2]string{"さくら", "山口"}, 2},
		{[2]string{"阿部", "さくら"}, [2]string{"阿部", "さくら"}, 1},
		{[2]string{"阿部さくら", "阿部和子"}, [2]string{"阿部さくら", "阿部恵"}, 1}, // the second is somebody else, a guardian
	} {
		var p people
		for i, names := range [][2]string{tt.first, tt.second} {
			for _, n := range names {
				p.book(&thing{}, Record(1, i+1), []rowKey{{slot: slotName, hash: detectors.Key("name", n), person: true, half: detectors.HalfOf(n)}})
			}
		}
		if n := p.distinct(); n != tt.people {
			t.Errorf("%v, %v: people = %d, want %d", tt.first, tt.second, n, tt.people)
		}
	}
}

func TestPeople_distinct(t *testing.T) {
	tests := []struct {
		name   string
		spaces [][][2]uint64
		prose  map[string][]string
		people int
		rows   int
	}{
		{"one table", [][][2]uint64{{{1, 11}, {2, 12}, {3, 13}}}, nil, 3, 3},
		{"the same row twice", [][][2]uint64{{{1, 11}, {1, 11}}}, nil, 1, 2},
		{"one name, two phones", [][][2]uint64{{{1, 11}, {1, 12}}}, nil, 2, 2},
		{"a copy with fewer columns", [][][2]uint64{{{1, 11}, {2, 12}}, {{1, 0}, {2, 0}}}, nil, 2, 4},
		{"a copy without names", [][][2]uint64{{{1, 11}, {2, 12}}, {{0, 11}, {0, 12}}}, nil, 2, 4},
		{"phones only", [][][2]uint64{{{0, 11}, {0, 12}, {0, 11}}}, nil, 2, 3},
		{"prose: the largest kind, not the sum", nil, map[string][]string{"name": {"山田太郎", "佐藤花子"}, "phone": {"090-1111-2222"}}, 2, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p people
			for i, rows := range tt.spaces {
				bookRows(&p, i+1, rows...)
			}
			for kind, values := range tt.prose {
				for _, v := range values {
					p.single(kind, detectors.Key(kind, v))
				}
			}
			if got := p.distinct(); got != tt.people {
				t.Errorf("people = %d, want %d", got, tt.people)
			}
			if p.rows != tt.rows {
				t.Errorf("rows = %d, want %d", p.rows, tt.rows)
			}
		})
	}
}

// Rows of one name are merged as if each were held against everybody before it.
func TestPeople_cluster(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		rows := make([]*row, 1+r.IntN(12))
		for i := range rows {
			rows[i] = &row{name: 1, person: true}
			for slot := range telling {
				rows[i].ids[slot] = uint32(r.IntN(4)) * uint32(r.IntN(2))
			}
		}
		slices.SortFunc(rows, (*row).compare)
		var persons []row
	next:
		for _, r := range rows {
			for i := range persons {
				if persons[i].agrees(r) {
					persons[i].merge(r)
					continue next
				}
			}
			persons = append(persons, *r)
		}
		var p people
		if got := p.cluster(rows, nil, false); got != len(persons) {
			t.Fatalf("%d people, one by one %d", got, len(persons))
		}
	}
}
