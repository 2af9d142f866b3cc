// Package sum64 hashes short strings to 64 bits, with the same result in every process and on every machine. It is no
// cryptographic hash: what it hashes can be guessed back, so sums are never printed or stored.
package sum64

import "math/bits"

// Odd constants without pattern, as in wyhash.
const (
	k0 = 0xa0761d6478bd642f
	k1 = 0xe7037ed1a0b428db
	k2 = 0x8ebc6af09c88c6e3
)

// String returns the sum of s, begun with seed: sums of one string with two seeds are unrelated.
func String(seed uint64, s string) uint64 {
	h := seed ^ k0
	n := uint64(len(s))
	for len(s) > 16 {
		h = mix(word(s)^k1, word(s[8:])^h)
		s = s[16:]
	}
	var a, b uint64
	switch {
	case len(s) >= 8:
		a, b = word(s), word(s[len(s)-8:])
	case len(s) >= 4:
		a, b = half(s), half(s[len(s)-4:])
	case len(s) > 0:
		a = uint64(s[0])<<16 | uint64(s[len(s)/2])<<8 | uint64(s[len(s)-1])
	}
	return mix(k2^n, mix(a^k1, b^h))
}

// mix multiplies to 128 bits and folds them.
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// word reads eight bytes, the lowest first.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// half reads four bytes, the lowest first.
func half(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
