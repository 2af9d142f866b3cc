package sum64

import (
	"strconv"
	"strings"
	"testing"
)

// Sums travel between processes, so they may not change by accident.
func TestStable(t *testing.T) {
	for s, want := range map[string]uint64{"": 0xd153941f83d0cc19, "山田": 0xc355f2e81aac0090} {
		if got := String(1, strings.Clone(s)); got != want {
			t.Errorf("%q: %x, then %x", s, want, got)
		}
	}
	if String(1, "山田太郎") == String(2, "山田太郎") {
		t.Error("the seed does nothing")
	}
}

func TestSpread(t *testing.T) {
	seen := map[uint64]string{}
	low := map[uint64]int{}
	for i := range 200_000 {
		s := strconv.Itoa(i * 7919)
		h := String(3, s)
		if other, ok := seen[h]; ok {
			t.Fatalf("%s and %s collide", s, other)
		}
		seen[h] = s
		low[h%1024]++
	}
	for k, n := range low {
		if n < 100 || n > 320 {
			t.Errorf("bucket %d holds %d of 200000", k, n)
		}
	}
}
