package residue

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// pdfHead is how far from its start a file may announce itself as PDF; readers look that far.
const pdfHead = 1024

func isPDF(head []byte) bool {
	return bytes.Contains(head[:min(len(head), pdfHead)], []byte("%PDF-"))
}

// errSealed says that a copy is encrypted, so that nothing can be said about it.
var errSealed = errors.New("residue: the copy is encrypted")

// A pdfFile is a PDF taken apart by its keywords alone: no cross-reference table is believed, and no reader of the program's own
// is asked. Everything between "stream" and "endstream" is a stream; everything else is text with strings in it.
type pdfFile struct {
	sr      *search
	name    string
	data    []byte
	streams []pdfStream
	objects map[int]string          // texts of objects that are no streams, and dictionaries of those that are
	named   map[string][]int        // objects that a resource name refers to, anywhere in the file
	maps    map[int]*toUnicode      // ToUnicode maps by object
	fonts   map[string][]*toUnicode // by resource name
}

// A pdfStream is a stream with the text of its dictionary.
type pdfStream struct {
	obj  int
	dict string
	raw  []byte
	end  int // offset in the file, behind the data
}

// pdf searches a PDF file.
func (sr *search) pdf(name string, data []byte, depth int) error {
	f := &pdfFile{sr: sr, name: name, data: data, objects: map[int]string{}, named: map[string][]int{}, maps: map[int]*toUnicode{}, fonts: map[string][]*toUnicode{}}
	between := f.split()
	for _, text := range between {
		if encrypted.Match(text) {
			return errSealed
		}
		f.index(text)
	}
	if err := f.readObjects(); err != nil {
		return err
	}
	for _, text := range between {
		f.objectText("file", text)
	}
	for i := range f.streams {
		if err := sr.ctx.Err(); err != nil {
			return err
		}
		if err := f.stream(&f.streams[i], depth); err != nil {
			return err
		}
	}
	return nil
}

var (
	encrypted = regexp.MustCompile(`/Encrypt[\s<]`)
	objectAt  = regexp.MustCompile(`(\d{1,10})\s+\d{1,5}\s+obj\b`)
	reference = regexp.MustCompile(`/([^\s/\[\]<>(){}%]+)\s+(\d{1,10})\s+\d{1,5}\s+R\b`)
	lengthKey = regexp.MustCompile(`/Length\s+(\d{1,10})\s*(?:/|>>|\s[^\d\s])`)
)

// split finds the streams and returns what lies between them.
func (f *pdfFile) split() (between [][]byte) {
	at := 0
	for from := 0; ; {
		i := bytes.Index(f.data[from:], []byte("stream"))
		if i < 0 {
			return append(between, f.data[at:])
		}
		i += from
		from = i + len("stream")
		if !bytes.HasSuffix(bytes.TrimRight(f.data[at:i], " \t\r\n\f\x00"), []byte(">>")) {
			continue
		}
		text := f.data[at:i]
		start := from
		if start < len(f.data) && f.data[start] == '\r' {
			start++
		}
		if start < len(f.data) && f.data[start] == '\n' {
			start++
		}
		s := f.newStream(text, start)
		between = append(between, text)
		f.streams = append(f.streams, s)
		at, from = s.end, s.end
	}
}

// newStream makes a stream of the data that begins at start; text is what stands before it, with its dictionary at the end.
func (f *pdfFile) newStream(text []byte, start int) pdfStream {
	s := pdfStream{dict: string(text)}
	if all := objectAt.FindAllSubmatchIndex(text, -1); len(all) > 0 {
		last := all[len(all)-1]
		s.obj, _ = strconv.Atoi(string(text[last[2]:last[3]]))
		s.dict = string(text[last[1]:])
	}
	end := -1
	if m := lengthKey.FindStringSubmatch(s.dict); m != nil {
		n, _ := strconv.Atoi(m[1])
		if start+n <= len(f.data) && bytes.HasPrefix(bytes.TrimLeft(f.data[start+n:min(len(f.data), start+n+20)], " \r\n"), []byte("endstream")) {
			end = start + n
		}
	}
	if end < 0 {
		if i := bytes.Index(f.data[start:], []byte("endstream")); i >= 0 {
			end = start + i
		} else {
			end = len(f.data)
		}
	}
	s.raw, s.end = f.data[start:end], end
	return s
}

// index notes the objects and the references by name in a text between streams.
func (f *pdfFile) index(text []byte) {
	all := objectAt.FindAllSubmatchIndex(text, -1)
	for i, m := range all {
		n, _ := strconv.Atoi(string(text[m[2]:m[3]]))
		end := len(text)
		if i+1 < len(all) {
			end = all[i+1][0]
		}
		f.objects[n] += string(text[m[1]:end])
	}
	f.references(text)
}

func (f *pdfFile) references(text []byte) {
	for _, m := range reference.FindAllSubmatch(text, -1) {
		n, _ := strconv.Atoi(string(m[2]))
		f.named[string(m[1])] = append(f.named[string(m[1])], n)
	}
}

// readObjects opens the object streams and the ToUnicode maps.
func (f *pdfFile) readObjects() error {
	for i := range f.streams {
		s := &f.streams[i]
		if !s.is("ObjStm") {
			continue
		}
		data, err := f.decode(s)
		if err != nil {
			return err
		}
		f.references(data)
		f.packed(s, data)
	}
	for i := range f.streams {
		s := &f.streams[i]
		if s.is("ObjStm") || s.is("XRef") || s.is("Image") || len(s.raw) > 4<<20 {
			continue
		}
		if !f.isMap(s.obj) {
			continue
		}
		data, err := f.decode(s)
		if err != nil {
			return err
		}
		f.maps[s.obj] = parseToUnicode(data)
	}
	return nil
}

// isMap reports whether some object uses the stream as its ToUnicode map.
func (f *pdfFile) isMap(obj int) bool {
	for _, n := range f.named["ToUnicode"] {
		if n == obj {
			return true
		}
	}
	return false
}

var packedAt = regexp.MustCompile(`/First\s+(\d{1,9})`)

// packed notes the objects of an object stream: pairs of numbers and offsets, then the objects.
func (f *pdfFile) packed(s *pdfStream, data []byte) {
	m := packedAt.FindStringSubmatch(s.dict)
	if m == nil {
		return
	}
	first, _ := strconv.Atoi(m[1])
	if first > len(data) {
		return
	}
	nums := strings.Fields(string(data[:first]))
	for i := 0; i+1 < len(nums); i += 2 {
		n, err1 := strconv.Atoi(nums[i])
		from, err2 := strconv.Atoi(nums[i+1])
		to := len(data) - first
		if i+3 < len(nums) {
			to, _ = strconv.Atoi(nums[i+3])
		}
		if err1 == nil && err2 == nil && from >= 0 && from <= to && first+to <= len(data) {
			f.objects[n] += string(data[first+from : first+to])
		}
	}
}

// is reports whether the stream's dictionary has that name as a value of Type or Subtype.
func (s *pdfStream) is(name string) bool {
	m := typeOf.FindAllStringSubmatch(s.dict, -1)
	for _, x := range m {
		if x[1] == name {
			return true
		}
	}
	return false
}

var typeOf = regexp.MustCompile(`/(?:Type|Subtype)\s*/(\w+)`)

var fontProgram = regexp.MustCompile(`/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b`)

// stream searches the data of a stream, by what it seems to be.
func (f *pdfFile) stream(s *pdfStream, depth int) error {
	where := join(f.name, fmt.Sprintf("object %d", s.obj))
	data, err := f.decode(s)
	if err != nil {
		return err
	}
	switch {
	case s.is("XRef"):
	case s.is("ObjStm"):
		f.objectText(where, data)
	case isPDF(data), bytes.HasPrefix(data, []byte("PK\x03\x04")):
		if depth < nesting {
			return f.sr.file(where, bytes.NewReader(data), int64(len(data)), depth+1)
		}
	case fontProgram.MatchString(s.dict):
		f.fontText(where, data)
	case s.is("Image"):
		f.image(where, data)
	case f.maps[s.obj] != nil:
		f.objectText(where, data)
	case kindOf(data) == markup, !looksLikeContent(data):
		f.objectText(where, data)
		return f.sr.part(where, bytes.NewReader(data))
	default:
		f.content(where, data)
	}
	return nil
}

var operators = regexp.MustCompile(`(?:^|[\s\])>])(?:Tj|TJ|Do|re|cm|BT|ET|Q|BMC|EMC|gs|'|")(?:\s|$)`)

func looksLikeContent(data []byte) bool {
	return len(bytes.TrimSpace(data)) > 0 && operators.Match(data)
}

// image searches a picture: what a JPEG file tells about itself and what lies behind its end in every encoding, pixels as plain runs.
func (f *pdfFile) image(where string, data []byte) {
	if !bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		f.sr.plainRuns(where, data)
		return
	}
	at := f.photoNotes(where, data)
	pixels, tail := data[at:], []byte(nil)
	if end := bytes.Index(pixels, []byte{0xFF, 0xD9}); end >= 0 {
		pixels, tail = pixels[:end], pixels[end+2:]
	}
	f.sr.plainRuns(where, pixels)
	f.sr.binary(where, tail, false)
}

// photoNotes searches what a JPEG file at the beginning of data tells about itself, and returns where its pixels begin.
func (f *pdfFile) photoNotes(where string, data []byte) (at int) {
	at = 2
	for at+4 <= len(data) && data[at] == 0xFF && data[at+1] != 0xDA {
		end := at + 2 + int(data[at+2])<<8 + int(data[at+3])
		if end > len(data) || end < at+4 {
			break
		}
		if marker := data[at+1]; marker >= 0xE0 && marker <= 0xEF || marker == 0xFE { // APPn and COM, ITU-T T.81 B.1.1.3
			f.sr.binary(where, data[at+4:end], false)
		}
		at = end
	}
	return at
}

// plainRuns searches pixels, in which any other encoding would find words by chance: texts of metadata only.
func (sr *search) plainRuns(name string, data []byte) {
	for _, run := range printable.FindAll(data, -1) {
		sr.look(name, run, value, leastText)
	}
}

var printable = regexp.MustCompile(`(?:[\x20-\x7E]|[\xC2-\xDF][\x80-\xBF]|[\xE1-\xEF][\x80-\xBF]{2}){6,}`)

// counting bounds what a filter gives.
func (sr *search) counting(r io.Reader) io.Reader { return &counted{r: r, left: &sr.left} }
