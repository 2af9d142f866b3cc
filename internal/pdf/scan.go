package pdf

import (
	"bytes"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// A Scan is what stands where in the bytes of a file, found without the cross-reference table: a second reading, which accounts for
// every byte. What is not a header, an object, a cross-reference section, a trailer or white space is a gap.
type Scan struct {
	Header     int          // offset of %PDF-; -1: none
	Defs       []Definition // in the order of the bytes
	Xrefs      []Span       // cross-reference tables, with their trailers
	EOFs       []int        // offsets behind each %%EOF
	Gaps       []Span       // bytes that belong to nothing
	Linearized bool
	Headers    int // lines that begin a file; more than one: it can be read as several files

	// Revisions are the ends of the earlier revisions: each prefix of the file that is a file of its own, to which objects were
	// added later (7.5.6). Most files have none.
	Revisions []int

	data   []byte
	starts []int // startxref values, beside EOFs
	byNum  map[int]int
}

// A Span is a range of bytes.
type Span struct{ Start, End int }

// A Definition is an indirect object as it stands in the bytes: "N G obj … endobj".
type Definition struct {
	Num, Gen    int
	Start, End  int // End is behind endobj
	Body        int // offset behind "obj"
	Stream      Span
	Superseded  bool // a later definition has the same number
	Misfit      bool // the declared length of the stream does not lead to its end: readers differ on what it holds
	Unended     bool // no endobj
	null        bool
	maintenance bool // object stream, cross-reference stream or linearisation dictionary
}

// at returns the definition of object n at an offset, or the one that starts within white space of it.
func (s *Scan) at(offset int64, n int) (*Definition, bool) {
	i, ok := s.byNum[n]
	if !ok {
		return nil, false
	}
	d := &s.Defs[i]
	return d, int64(d.Start) >= offset-2 && int64(d.Start) <= offset+int64(max(0, s.Header))+2
}

// scanFile reads the layout of the bytes.
func scanFile(data []byte) *Scan {
	s := &Scan{Header: -1, data: data, byNum: map[int]int{}}
	for pos := 0; pos < len(data); {
		pos = s.top(pos)
	}
	for i := range s.Defs {
		d := &s.Defs[i]
		if j, ok := s.byNum[d.Num]; ok {
			s.Defs[j].Superseded = true
		}
		s.byNum[d.Num] = i
	}
	s.findRevisions()
	return s
}

// Bytes returns the bytes of a span.
func (s *Scan) Bytes(sp Span) []byte { return s.data[sp.Start:sp.End] }

// top reads one thing at the top level of the file and returns the offset behind it.
func (s *Scan) top(pos int) int {
	data := s.data
	switch c := data[pos]; {
	case isSpace(c):
		return pos + 1
	case c == '%':
		return s.comment(pos)
	case c >= '0' && c <= '9':
		if end := s.object(pos); end > pos {
			return end
		}
	case hasWord(data, pos, "xref"):
		return s.xref(pos)
	case hasWord(data, pos, "trailer"):
		end := skipDict(data, pos+len("trailer"))
		s.Xrefs = append(s.Xrefs, Span{pos, end})
		return end
	case hasWord(data, pos, "startxref"):
		end := pos + len("startxref")
		for end < len(data) && isSpace(data[end]) {
			end++
		}
		n, after, _ := number(data, end)
		s.starts = append(s.starts, n)
		return after
	}
	end := pos
	for end < len(data) && !isSpace(data[end]) && (end == pos || data[end] != '%') {
		end++
	}
	s.gap(pos, end)
	return end
}

// gap notes bytes that belong to nothing; neighbours become one.
func (s *Scan) gap(start, end int) {
	if n := len(s.Gaps); n > 0 && len(bytes.TrimLeft(s.data[s.Gaps[n-1].End:start], "\x00\t\n\f\r ")) == 0 {
		s.Gaps[n-1].End = end
		return
	}
	s.Gaps = append(s.Gaps, Span{start, end})
}

// comment reads a comment. The header, the binary mark behind it and the end-of-file marks are what every file has.
func (s *Scan) comment(pos int) int {
	end := pos
	for end < len(s.data) && s.data[end] != '\n' && s.data[end] != '\r' {
		end++
	}
	line := s.data[pos:end]
	switch {
	case bytes.HasPrefix(line, []byte("%%EOF")):
		end = pos + len("%%EOF")
		s.EOFs = append(s.EOFs, end)
	case bytes.HasPrefix(line, []byte("%PDF-")) && len(line) <= 16:
		s.Headers++
		if s.Header < 0 {
			s.Header = pos
		} else {
			s.gap(pos, end)
		}
	case s.Header >= 0 && pos <= s.Header+24 && len(line) <= 16:
	default:
		s.gap(pos, end)
	}
	return end
}

// xref reads a cross-reference table up to its trailer.
func (s *Scan) xref(pos int) int {
	end := pos + len("xref")
	for end < len(s.data) {
		c := s.data[end]
		if !isSpace(c) && (c < '0' || c > '9') && c != 'n' && c != 'f' {
			break
		}
		end++
	}
	s.Xrefs = append(s.Xrefs, Span{pos, end})
	return end
}

// findRevisions decides which ends of file are those of earlier revisions.
func (s *Scan) findRevisions() {
	for i, end := range s.EOFs {
		if i < len(s.starts) && s.starts[i] == 0 || i == 0 && s.Linearized {
			continue // the first part of a linearised file
		}
		if n := len(s.Defs); n > 0 && s.Defs[n-1].Start >= end || len(s.Xrefs) > 0 && s.Xrefs[len(s.Xrefs)-1].Start >= end {
			s.Revisions = append(s.Revisions, end)
		}
	}
}

// guard refuses numbers that would make a reader allocate what the file does not hold.
func (s *Scan) guard() error {
	over := &limits.Error{Name: "objects", Limit: maxObjects}
	data := s.data
	for pos := 0; ; {
		i := bytes.Index(data[pos:], []byte("obj"))
		if i < 0 {
			break
		}
		if objectNumberBefore(data, pos+i) > maxObjects {
			return over
		}
		pos += i + 3
	}
	for _, key := range [...]string{"/Size", "/Index", "/N"} {
		for pos := 0; ; {
			i := bytes.Index(data[pos:], []byte(key))
			if i < 0 {
				break
			}
			pos += i + len(key)
			if largest(data, pos) > maxObjects && s.structural(pos) {
				return over
			}
		}
	}
	for _, x := range s.Xrefs {
		if !s.bounded(x) {
			return over
		}
	}
	return nil
}

// structural reports whether an offset lies where keys of the file's own structure stand: in a trailer or in a dictionary, not in the data
// of a stream.
func (s *Scan) structural(pos int) bool {
	for _, d := range s.Defs {
		if pos >= d.Stream.Start && pos < d.Stream.End {
			return false
		}
		if d.Start > pos {
			break
		}
	}
	return true
}

// bounded checks the subsections of a cross-reference table: "first count".
func (s *Scan) bounded(x Span) bool {
	for line := range bytes.FieldsFuncSeq(s.data[x.Start:x.End], func(r rune) bool { return r == '\n' || r == '\r' }) {
		if f := bytes.Fields(line); len(f) == 2 {
			first, _, ok1 := number(f[0], 0)
			count, _, ok2 := number(f[1], 0)
			if ok1 && ok2 && (first > maxObjects || count > maxObjects) {
				return false
			}
		}
	}
	return true
}

// objectNumberBefore returns N of "N G obj" whose "obj" stands at pos, or 0.
func objectNumberBefore(data []byte, pos int) int {
	back := func(p int) (start int) {
		for p > 0 && isSpace(data[p-1]) {
			p--
		}
		end := p
		for p > 0 && data[p-1] >= '0' && data[p-1] <= '9' && end-p < 12 {
			p--
		}
		return p
	}
	gen := back(pos)
	if gen == pos {
		return 0
	}
	start := back(gen)
	n, _, _ := number(data, start)
	return n
}

// largest returns the largest number of those that follow a key, alone or in an array.
func largest(data []byte, pos int) int {
	most := 0
	for end := min(pos+4096, len(data)); pos < end; {
		switch c := data[pos]; {
		case isSpace(c) || c == '[':
			pos++
		case c >= '0' && c <= '9':
			n, after, _ := number(data, pos)
			most, pos = max(most, n), after
		default:
			return most
		}
	}
	return most
}
