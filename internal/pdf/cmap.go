package pdf

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/internal/cid"
)

// A cmap maps codes to CIDs, or to Unicode (9.7.5, 9.10.3).
type cmap struct {
	spaces   []cid.Space
	cids     []cid.Range
	texts    []textRange
	vertical bool
	use      string // the predefined one that it extends
	base     *cmap  // what it extends
}

// A textRange maps codes to text. Without a list the last character counts up with the code.
type textRange struct {
	lo, hi uint32
	text   string
	list   []string
}

// maxRanges bounds what a character map may hold: more than there are characters.
const maxRanges = 200_000

// readCMap reads a character map. It is PostScript by rule and a list of ranges in fact.
func readCMap(data []byte) *cmap {
	m := &cmap{}
	l := &Lexer{Data: data}
	var last []Token // operands since the last operator
	for {
		t := l.Next()
		switch {
		case t.Kind == EOF:
			m.sort()
			return m
		case t.Kind != Operator:
			if len(last) < 1<<20 {
				last = append(last, t)
			}
			continue
		}
		switch string(t.Bytes) {
		case "endcodespacerange":
			m.addSpaces(last)
		case "endcidrange":
			m.addCIDs(last, 3)
		case "endcidchar":
			m.addCIDs(last, 2)
		case "endbfchar":
			m.addChars(last)
		case "endbfrange":
			m.addRanges(last)
		case "usecmap":
			if n := len(last); n > 0 && last[n-1].Kind == Name {
				m.use = string(last[n-1].Bytes)
			}
		case "def":
			if n := len(last); n >= 2 && last[n-2].Kind == Name && string(last[n-2].Bytes) == "WMode" {
				m.vertical = last[n-1].Num == 1
			}
		case "true", "false", "null":
			continue
		}
		last = last[:0]
	}
}

func bigEndian(b []byte) (n uint32) {
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

func (m *cmap) addSpaces(t []Token) {
	for ; len(t) >= 2; t = t[2:] {
		if n := len(t[0].Bytes); n >= 1 && n <= 4 && n == len(t[1].Bytes) && len(m.spaces) < 1000 {
			m.spaces = append(m.spaces, cid.Space{N: n, Lo: bigEndian(t[0].Bytes), Hi: bigEndian(t[1].Bytes)})
		}
	}
}

func (m *cmap) addCIDs(t []Token, n int) {
	for ; len(t) >= n && len(m.cids) < maxRanges; t = t[n:] {
		m.cids = append(m.cids, cid.Range{Lo: bigEndian(t[0].Bytes), Hi: bigEndian(t[n-2].Bytes), CID: uint32(max(0, t[n-1].Num))})
	}
}

func (m *cmap) addChars(t []Token) {
	for ; len(t) >= 2 && len(m.texts) < maxRanges; t = t[2:] {
		lo := bigEndian(t[0].Bytes)
		m.texts = append(m.texts, textRange{lo: lo, hi: lo, text: targetText(t[1])})
	}
}

func targetText(t Token) string {
	switch t.Kind {
	case String:
		if len(t.Bytes) == 1 {
			return string(rune(t.Bytes[0]))
		}
		return utf16Text(t.Bytes, 1, 0)
	case Name:
		return glyphText(string(t.Bytes))
	}
	return ""
}

func (m *cmap) addRanges(t []Token) {
	for len(t) >= 3 && len(m.texts) < maxRanges {
		r := textRange{lo: bigEndian(t[0].Bytes), hi: bigEndian(t[1].Bytes)}
		if t[2].Kind != ArrayOpen {
			r.text = targetText(t[2])
			t = t[3:]
		} else {
			t = t[3:]
			for len(t) > 0 && t[0].Kind != ArrayClose {
				r.list = append(r.list, targetText(t[0]))
				t = t[1:]
			}
			if len(t) > 0 {
				t = t[1:]
			}
		}
		m.texts = append(m.texts, r)
	}
}

func (m *cmap) sort() {
	slices.SortStableFunc(m.cids, func(a, b cid.Range) int { return cmp.Compare(a.Lo, b.Lo) })
	slices.SortStableFunc(m.texts, func(a, b textRange) int { return cmp.Compare(a.lo, b.lo) })
}

// text returns the Unicode of a code. Where ranges overlap, the one that starts last counts.
func (m *cmap) text(c uint32) (string, bool) {
	i, ok := slices.BinarySearchFunc(m.texts, c, func(r textRange, c uint32) int { return cmp.Compare(r.lo, c) })
	for ok && i+1 < len(m.texts) && m.texts[i+1].lo == c {
		i++
	}
	if !ok {
		i--
	}
	if i < 0 || c > m.texts[i].hi {
		return "", false
	}
	r := m.texts[i]
	s := r.text
	switch off := c - r.lo; {
	case r.list != nil:
		if int(off) >= len(r.list) {
			return "", false
		}
		s = r.list[off]
	case off > 0:
		last, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n] + string(last+rune(off))
	}
	return s, readable(s)
}

// readable reports whether a mapping tells anything: some writers map to nothing, to NUL, or to the replacement character.
func readable(s string) bool {
	for _, r := range s {
		if r != 0 && r != utf8.RuneError {
			return true
		}
	}
	return false
}

// cid returns the CID of a code.
func (m *cmap) cid(c uint32) (uint32, bool) {
	for depth := 0; m != nil && depth < maxBases; depth++ {
		i, ok := slices.BinarySearchFunc(m.cids, c, func(r cid.Range, c uint32) int { return cmp.Compare(r.Lo, c) })
		if !ok {
			i--
		}
		if i >= 0 && c <= m.cids[i].Hi {
			return m.cids[i].CID + c - m.cids[i].Lo, true
		}
		m = m.base
	}
	return 0, false
}

// codespaces returns the ranges by which strings are cut into codes; none if the map does not say.
func (m *cmap) codespaces() []cid.Space {
	for depth := 0; m != nil && depth < maxBases; depth++ {
		if len(m.spaces) > 0 {
			return m.spaces
		}
		m = m.base
	}
	return nil
}

// maps reports whether the map, or what it extends, leads to CIDs.
func (m *cmap) maps() bool { return m != nil && (len(m.cids) > 0 || m.base.maps()) }

// maxBases bounds how far maps extend each other.
const maxBases = 8

// predefined returns a map of Adobe-Japan1 by its name, with what it extends; nil if there is none.
func predefined(name string) *cmap {
	var first, last *cmap
	for range maxBases {
		t := cid.Lookup(name)
		if t == nil {
			break
		}
		m := &cmap{spaces: t.Spaces, cids: t.Ranges, vertical: t.Vertical}
		if last == nil {
			first = m
		} else {
			last.base = m
		}
		last, name = m, t.Use
	}
	return first
}

// toUnicode reads a ToUnicode entry; nil if there is none that maps anything.
func (f *File) toUnicode(o types.Object) *cmap {
	if o == nil || f.Name(o) != "" {
		return nil
	}
	data, _ := f.Stream(o)
	if m := readCMap(data); len(m.texts) > 0 {
		return m
	}
	return nil
}
