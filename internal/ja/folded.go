package ja

import (
	"encoding/binary"
	"unicode/utf8"
	"unsafe"
)

// Folded is a folded text that knows where each of its bytes came from. The zero value is ready; it may be used again, and then
// allocates only when a text is longer than those before.
type Folded struct {
	Text  []byte // the folded text
	marks []mark
	size  int // length of the original
}

// A mark says how the folded text from offset "at" on, up to the next mark, comes from the original text from offset "from" on.
type mark struct {
	at, from int
	how      way
}

type way uint8

const (
	together way = iota // the bytes stand together for the original bytes up to those of the next mark
	copied              // byte for byte
	narrowed            // each byte stands for a wide character of three
)

// Fold folds s for reading; see the package documentation for what changes.
func (f *Folded) Fold(s string) { f.FoldFrom(s, 0) }

// FoldFrom folds s, of which the caller knows that nothing changes before offset from, where a character begins.
func (f *Folded) FoldFrom(s string, from int) {
	t := tables()
	f.Text, f.marks, f.size = f.Text[:0], f.marks[:0], len(s)
	start, same := 0, from > 0 // start of the pending run of unchanged bytes
	if same {
		f.marks = append(f.marks, mark{0, 0, copied})
	}
	wide := -1 // where the last run of wide characters ends
	for i := from; i < len(s); {
		if n := t.unchanged(s[i:]); n > 0 {
			if !same {
				f.mark(i, copied)
				start, same = i, true
			}
			i += n
			continue
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = decode(s, i)
		}
		if r < utf8.RuneSelf || (r < 0x10000 && t.page[r] == 0 && r != 'ー') {
			if !same {
				f.mark(i, copied)
				start, same = i, true
			}
			i += n
			continue
		}
		if same {
			f.Text = append(f.Text, s[start:i]...)
		}
		if n == 3 && len(t.texts[t.page[r]]) == 1 {
			if same = false; i != wide {
				f.mark(i, narrowed)
			}
			f.Text = append(f.Text, t.texts[t.page[r]][0])
			i += 3
			wide = i
			continue
		}
		to, used, back := t.fold(f.Text, s, i, r, n)
		if back > 0 && (!same || i-start < back) {
			to, back = t.texts[t.page[r]], 0 // the kana before is itself folded: leave the mark alone
		}
		same = false
		f.Text = f.Text[:len(f.Text)-back]
		if len(to) > 0 {
			f.mark(i-back, together)
			f.Text = append(f.Text, to...)
			f.mark(i+used, together) // what is dropped after this must not be counted to it
		}
		i += used
	}
	if same {
		f.Text = append(f.Text, s[start:]...)
	}
}

// mark adds a mark at the end of the folded text, or changes the one that is there for the same place.
func (f *Folded) mark(from int, how way) {
	if n := len(f.marks); n > 0 && f.marks[n-1].at == len(f.Text) && f.marks[n-1].from == from {
		f.marks[n-1].how = how
		return
	}
	f.marks = append(f.marks, mark{len(f.Text), from, how})
}

// unchanged returns how many bytes of s stay as they are for certain, by a look at four at a time; the last few are left out.
func (t *table) unchanged(s string) int {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	for len(b) > 3 {
		w := binary.LittleEndian.Uint32(b)
		if w&0x80 == 0 {
			b = b[1:]
			continue
		}
		if c := byte(w); c < 0xE1 || c >= 0xED || w&0xC0C000 != 0x808000 {
			break
		}
		if r := uint16(w&0xF<<12 | w>>2&0xFC0 | w>>16&0x3F); t.page[r] != 0 || r == 'ー' {
			break
		}
		b = b[3:]
	}
	return len(s) - len(b)
}

// decode returns the rune at s[i:] and its length, like utf8.DecodeRuneInString; Japanese is nearly always three bytes.
func decode(s string, i int) (rune, int) {
	if i+2 < len(s) {
		if a, b, c := s[i], s[i+1], s[i+2]; 0xE1 <= a && a < 0xED && b&0xC0 == 0x80 && c&0xC0 == 0x80 {
			return rune(a&0xF)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F), 3
		}
	}
	return utf8.DecodeRuneInString(s[i:])
}

// Span returns what is [Folded.Start] of start and [Folded.End] of end, which must be greater.
func (f *Folded) Span(start, end int) (from, to int) {
	a := f.find(start)
	b := a
	for b+1 < len(f.marks) && f.marks[b+1].at < end {
		b++
	}
	return f.startAt(a, start), f.endAt(b, end)
}

// Start returns the offset in the original of the character that holds the folded byte at i.
func (f *Folded) Start(i int) int { return f.startAt(f.find(i), i) }

// startAt is Start for a byte behind mark k, or -1.
func (f *Folded) startAt(k, i int) int {
	if k < 0 {
		return f.end(i)
	}
	switch m := &f.marks[k]; m.how {
	case copied:
		return m.from + i - m.at
	case narrowed:
		return m.from + 3*(i-m.at)
	}
	return f.marks[k].from
}

// End returns the offset in the original just behind the character that holds the folded byte before i, so that
// original[Start(a):End(b)] is what folded[a:b] stands for.
func (f *Folded) End(i int) int {
	if i <= 0 {
		return f.Start(0)
	}
	return f.endAt(f.find(i-1), i)
}

// endAt is End for a byte behind mark k, or -1.
func (f *Folded) endAt(k, i int) int {
	if k < 0 {
		return f.end(i)
	}
	switch m := &f.marks[k]; m.how {
	case copied:
		return m.from + i - m.at
	case narrowed:
		return m.from + 3*(i-m.at)
	}
	if k+1 < len(f.marks) {
		return f.marks[k+1].from
	}
	return f.size
}

// find returns the index of the last mark at or before folded offset i, or -1. Of several marks at one offset the last counts.
func (f *Folded) find(i int) int {
	low, high := 0, len(f.marks)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if f.marks[mid].at > i {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low - 1
}

// end is the answer for offsets that no mark covers: a text of which nothing is left.
func (f *Folded) end(i int) int {
	return min(max(i, 0), f.size)
}
