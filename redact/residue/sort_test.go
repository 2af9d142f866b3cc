package residue

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func Test_prints_are_sorted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	makes := map[string]func(i int) print{
		"none alike":      func(int) print { return print{r.Uint64(), r.Uint64()} },
		"few keys":        func(int) print { return print{r.Uint64() % 3 << 40, r.Uint64()} },
		"one key":         func(int) print { return print{7, r.Uint64()} },
		"many times each": func(int) print { return print{r.Uint64() % 5, r.Uint64() % 5} },
		"all alike":       func(int) print { return print{1, 2} },
		"backwards":       func(i int) print { return print{1 << 63, uint64(1<<40 - i)} },
		"last byte":       func(i int) print { return print{1, uint64(i * 7 % 256)} },
	}
	for name, mk := range makes {
		for _, n := range []int{0, 1, 2, fewPrints, fewPrints + 1, 5000} {
			got := make([]print, n)
			for i := range got {
				got[i] = mk(i)
			}
			want := slices.Clone(got)
			slices.SortFunc(want, comparePrints)
			if sortPrints(got); !slices.Equal(got, want) {
				t.Errorf("%s, %d: not sorted", name, n)
			}
		}
	}
}

func BenchmarkSort(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	from := make([]print, 400_000)
	for i := range from {
		from[i] = print{uint64(0x0030_0039_0030_0030) + r.Uint64()%2000, r.Uint64()}
	}
	ps := make([]print, len(from))
	for name, sort := range map[string]func([]print){
		"radix": sortPrints, "comparing": func(ps []print) { slices.SortFunc(ps, comparePrints) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				copy(ps, from)
				sort(ps)
			}
		})
	}
}
