package pdf

import "slices"

// SubsetCFF returns a program in the Compact Font Format in which only the glyphs of those CIDs have outlines (Adobe Technical Note 5176):
// of a font that is not keyed by CIDs they are the numbers of the glyphs. Everything else stays where it is. The CIDs of the other
// glyphs go too. It is nil if the program is not understood.
func SubsetCFF(data []byte, keep map[uint32]bool) []byte {
	program := readCFF(data)
	if program == nil {
		return nil
	}
	r := cffReader{data}
	_, at := r.index(int(data[2]))
	tops, _ := r.index(at)
	top := cffDict(tops[0])
	start := first0(top[17])
	items, end := r.index(start)
	if kind := top[0xC00+6]; len(items) == 0 || len(kind) > 0 && kind[0] != 2 || r.uint(start, 2) != len(items) {
		return nil
	}
	live := func(g int) bool {
		if g == 0 || program.cids == nil {
			return g == 0 || keep[uint32(g)]
		}
		return g < len(program.cids) && keep[program.cids[g]]
	}
	out := slices.Clone(data)
	var body []byte
	size := r.uint(start+2, 1)
	for g := range len(items) + 1 {
		putUint(out[start+3+g*size:], size, len(body)+1)
		switch {
		case g == len(items):
		case live(g):
			body = append(body, items[g]...)
		default:
			body = append(body, endChar)
		}
	}
	from := start + 3 + (len(items)+1)*size
	if len(body) > end-from { // an empty outline is no shorter than one byte
		return nil
	}
	clear(out[from:end])
	copy(out[from:], body)
	if program.cids != nil && !hideCIDs(out, first0(top[15]), len(items), live) {
		return nil
	}
	return out
}

const endChar = 14 // the operator that ends an outline

func putUint(b []byte, size, v int) {
	for i := size - 1; i >= 0; i-- {
		b[i] = byte(v)
		v >>= 8
	}
}

// hideCIDs takes the CIDs of glyphs that are gone out of the charset. Ranges are cut only where they tell nothing else.
func hideCIDs(data []byte, at, glyphs int, live func(int) bool) bool {
	r := cffReader{data}
	if at <= 2 {
		return true
	}
	format := r.uint(at, 1)
	if at++; format > 2 {
		return false
	}
	for g := 1; g < glyphs && at+2+format <= len(data); {
		more := 0
		if format > 0 {
			more = r.uint(at+2, format)
		}
		if !slices.ContainsFunc(numbersFrom(g, more+1), live) {
			putUint(data[at:], 2, 0)
		}
		g += more + 1
		at += 2 + format
	}
	return true
}

func numbersFrom(first, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = first + i
	}
	return out
}
