package samples

// rng is a small generator (splitmix64) whose sequence can never change under us, so that the same seed is the same bytes.
type rng struct{ state uint64 }

// newRNG returns a generator for a seed.
func newRNG(seed uint64) *rng { return &rng{seed*0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019} }

func (r *rng) next() uint64 {
	r.state += 0x9E3779B97F4A7C15
	z := r.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// intn returns a number from 0 to n-1.
func (r *rng) intn(n int) int { return int(r.next() % uint64(n)) }

// between returns a number from lo to hi, both included.
func (r *rng) between(lo, hi int) int { return lo + r.intn(hi-lo+1) }

// digits returns n random digits.
func (r *rng) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + r.intn(10))
	}
	return string(b)
}

// pick returns one element of list.
func pick[T any](r *rng, list []T) T { return list[r.intn(len(list))] }

// seedOf turns a name into a seed (FNV-1a), so that each sample has people of its own.
func seedOf(name string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return h
}
