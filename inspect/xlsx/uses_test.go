package xlsx

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Every cell of every string is remembered, in order, whatever does not fit into four bytes.
func TestUses(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var u uses
	want := map[int][]use{}
	for range 200_000 {
		id := r.IntN(100)
		if r.IntN(3) > 0 {
			id = r.IntN(90_000)
		}
		context, row := uint32(1+r.IntN(2500)), 1+r.IntN(1<<20)
		if r.IntN(100) == 0 {
			row += 1 << 20
		}
		u.add(id, context, row)
		want[id] = append(want[id], use{context, uint32(row)})
	}
	var buf []use
	for id := range 100_000 {
		if buf = u.of(id, buf); !slices.Equal(buf, want[id]) {
			t.Fatalf("string %d: %v, want %v", id, buf, want[id])
		}
	}
}
