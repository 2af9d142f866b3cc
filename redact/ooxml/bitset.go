package ooxml

// A bitset remembers which shared strings are used: one bit each, since there may be millions.
type bitset []uint64

func (b *bitset) set(n int) {
	if i := n >> 6; i >= len(*b) {
		*b = append(*b, make([]uint64, i-len(*b)+1+len(*b)/2)...)
	}
	(*b)[n>>6] |= 1 << (n & 63)
}

func (b bitset) has(n int) bool { return n>>6 < len(b) && b[n>>6]&(1<<(n&63)) != 0 }
