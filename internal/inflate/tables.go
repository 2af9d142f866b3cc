package inflate

import "math/bits"

// The first bits of a code look up what it means; longer codes link to a second table behind the first.
const (
	litBits  = 11
	distBits = 8
	litMask  = 1<<litBits - 1
	distMask = 1<<distBits - 1

	maxCode   = 15 // bits of a code
	litCodes  = 286
	distCodes = 30
	endBlock  = 256
)

// An entry of a table holds from the lowest bit on: 6 bits for how many bits the code takes with its extra bits, 2 of nothing, 4 for how
// many it takes without, 4 flags, and 16 for what it means: a byte, the least length or distance, or where the second table begins. An
// entry that links has the bits of the second table's index in place of the first number.
const (
	isLiteral = 1 << 12
	isOdd     = 1 << 13 // neither a literal nor a match: nothing, if no other flag is set
	isLink    = 1 << 14
	isEnd     = 1 << 15
)

// Two codes at least begin with the bits of each link, so there are no more second tables than half of the codes.
type tables struct {
	lits    [1<<litBits + litCodes/2<<(maxCode-litBits)]uint32
	dists   [1<<distBits + distCodes/2<<(maxCode-distBits)]uint32
	lengths [litCodes + distCodes]uint8
}

// A meaning is an entry without the bits of its code.
type meaning struct {
	entry uint32
	extra uint32 // bits behind the code
}

var (
	litMeanings   = literals()
	distMeanings  = matches(distCodes, 1, 4, 2)
	orderMeanings = orders()
)

// literals are the bytes, the end of the block, and the lengths of matches (RFC 1951, 3.2.5). Two more codes of the fixed table mean nothing.
func literals() []meaning {
	var ms []meaning
	for c := range uint32(endBlock) {
		ms = append(ms, meaning{entry: c<<16 | isLiteral})
	}
	ms = append(ms, meaning{entry: isOdd | isEnd})
	ms = append(ms, matches(litCodes-endBlock-1, 3, 8, 4)...)
	ms[litCodes-1] = meaning{entry: maxMatch << 16}
	return append(ms, meaning{entry: isOdd}, meaning{entry: isOdd})
}

// matches are n lengths or distances from first on, of which the first plain ones have no extra bits, and then each group one more.
func matches(n int, first, plain, group uint32) []meaning {
	ms := make([]meaning, 0, n+2)
	for i, base := uint32(0), first; len(ms) < n; i++ {
		extra := uint32(0)
		if i >= plain {
			extra = (i-plain)/group + 1
		}
		ms = append(ms, meaning{base << 16, extra})
		base += 1 << extra
	}
	if n == distCodes {
		ms = append(ms, meaning{entry: isOdd}, meaning{entry: isOdd})
	}
	return ms
}

// orders are the codes of code lengths: each means itself.
func orders() []meaning {
	ms := make([]meaning, 19)
	for i := range ms {
		ms[i].entry = uint32(i)<<16 | isLiteral
	}
	return ms
}

// build makes the table of a canonical code from the lengths of its codes. It refuses what no encoder makes: codes that collide, and codes
// that leave something out, but for a single one of one bit, and none at all.
func build(table []uint32, root int, lengths []uint8, meanings []meaning) error {
	var count, next [maxCode + 1]int
	for _, n := range lengths {
		count[n]++
	}
	count[0] = 0
	code, most := 0, 0
	for n := 1; n <= maxCode; n++ {
		code <<= 1
		next[n] = code
		code += count[n]
		if count[n] > 0 {
			most = n
		}
		if code > 1<<n {
			return ErrCorrupt
		}
	}
	clear(table[:1<<root])
	if code != 1<<maxCode {
		if most > 1 {
			return ErrCorrupt
		}
		for i := range 1 << root {
			table[i] = isOdd
		}
	}
	second, end := max(most-root, 0), 1<<root // the bits of second tables, and where the next one goes
	for i, n := range lengths {
		if n == 0 {
			continue
		}
		n := int(n)
		e := meanings[i].entry | uint32(n)<<8 | uint32(n) + meanings[i].extra
		c := int(bits.Reverse16(uint16(next[n])) >> (16 - n))
		next[n]++
		if n <= root {
			for ; c < 1<<root; c += 1 << n {
				table[c] = e
			}
			continue
		}
		link := &table[c&(1<<root-1)]
		if *link == 0 {
			*link = uint32(end)<<16 | isOdd | isLink | uint32(second)
			end += 1 << second
		}
		at := int(*link >> 16)
		for c >>= root; c < 1<<second; c += 1 << (n - root) {
			table[at+c] = e
		}
	}
	return nil
}

// fixed sets the tables of blocks that bring none (3.2.6).
func (f *Reader) fixed() error {
	var lengths [litCodes + 2]uint8
	for i := range lengths {
		switch {
		case i < 144, i >= 280:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		default:
			lengths[i] = 7
		}
	}
	if err := build(f.lits[:], litBits, lengths[:], litMeanings); err != nil {
		return err
	}
	for i := range distCodes + 2 {
		lengths[i] = 5
	}
	return build(f.dists[:], distBits, lengths[:distCodes+2], distMeanings)
}

// orderOfLengths is the order in which the lengths of the codes of lengths stand.
var orderOfLengths = [...]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// dynamic reads the tables that a block begins with (3.2.7).
func (f *Reader) dynamic() error {
	v, err := f.take(14)
	if err != nil {
		return err
	}
	lits, dists, n := v&31+endBlock+1, v>>5&31+1, v>>10+4
	if lits > litCodes || dists > distCodes {
		return ErrCorrupt
	}
	var order [19]uint8
	for _, i := range orderOfLengths[:n] {
		if v, err = f.take(3); err != nil {
			return err
		}
		order[i] = uint8(v)
	}
	if err := build(f.dists[:], distBits, order[:], orderMeanings); err != nil {
		return err
	}
	lengths := f.lengths[:lits+dists]
	if err := f.codeLengths(lengths); err != nil {
		return err
	}
	if err := build(f.lits[:], litBits, lengths[:lits], litMeanings); err != nil {
		return err
	}
	return build(f.dists[:], distBits, lengths[lits:], distMeanings)
}

// codeLengths reads the lengths of the codes, with the code of lengths in the table of distances.
func (f *Reader) codeLengths(lengths []uint8) error {
	for i := 0; i < len(lengths); {
		if err := f.more(); err != nil {
			return err
		}
		f.refill()
		e := f.dists[f.bits&distMask]
		if e&isOdd != 0 {
			return f.bad()
		}
		f.bits >>= e & 63
		f.nbits -= uint(e & 63)
		times, length := 1, uint8(e>>16)
		if length >= 16 {
			if length == 16 && i == 0 {
				return ErrCorrupt
			}
			more, err := f.take([...]uint{2, 3, 7}[length-16])
			if err != nil {
				return err
			}
			times = [...]int{3, 3, 11}[length-16] + more
			if length > 16 {
				length = 0
			} else {
				length = lengths[i-1]
			}
		}
		if i+times > len(lengths) {
			return f.bad()
		}
		for range times {
			lengths[i] = length
			i++
		}
	}
	return nil
}
