// Package plain reads plain text: lines, and tables of separated values. Inspecting and masking share it, so that both see the same
// pieces of text in the same order.
//
// [Sniff] tells by the start of a file whether it is text, whether it is a table, and whether it is the source of something else
// (HTML, a mail), which a reading as lines would not show as a person sees it. A [Scanner] cuts the text into pieces: a line, or a
// field with its quotes taken off. Very long ones come in several pieces, so that memory is bounded.
package plain

import (
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/charset"
)

// A Look is what the start of a text says.
type Look struct {
	Charset charset.Charset // as far as the start tells
	Markup  string          // what it is the source of: "html", "xml", "rtf", "eml", …; empty for plain text
	Sep     byte            // between the fields of a table; 0 for lines
}

// headSize is how much of a file decides what it is, in bytes.
const headSize = 64 << 10

// otherKind lists extensions of formats that are never plain text. A file that has such a name and holds text is broken, or another
// program reads more in it than a text reader would: viewers open PDF files without their signature.
var otherKind = map[string]bool{
	".pdf": true, ".xlsx": true, ".xlsm": true, ".xltx": true, ".xltm": true, ".xlsb": true, ".xls": true, ".docx": true, ".docm": true,
	".doc": true, ".pptx": true, ".pptm": true, ".ppt": true, ".odt": true, ".ods": true, ".odp": true, ".jtd": true, ".xdw": true,
	".zip": true, ".msg": true, ".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".tif": true, ".tiff": true, ".bmp": true,
}

// Sniff looks at the start of a file and reports whether it is text. Text that no encoding explains is text, with an empty charset.
func Sniff(name string, src io.ReaderAt, size int64) (Look, bool) {
	raw := make([]byte, min(size, headSize))
	n, _ := src.ReadAt(raw, 0)
	if n == 0 {
		return Look{}, false
	}
	ext := strings.ToLower(path.Ext(name))
	cs, err := charset.Sniff(raw[:n], int64(n) == size)
	l := Look{Markup: markup(string(raw[:n]), ext), Sep: separatorOf(ext)}
	if err == nil {
		l = look(cs, raw[:n], ext, int64(n) == size)
	}
	claimed := l.Markup == "" && (otherKind[ext] || strings.HasPrefix(string(raw[:n]), "\x89PNG"))
	return l, !errors.Is(err, charset.ErrBinary) && !claimed
}

// look decides by the start of a text in a known encoding.
func look(cs charset.Charset, raw []byte, ext string, whole bool) Look {
	head, _ := io.ReadAll(cs.NewReader(strings.NewReader(string(raw)))) // the last character may be cut
	l := Look{Charset: cs, Markup: markup(string(head), ext)}
	if l.Markup == "" {
		l.Sep = separator(string(head), ext, whole)
	}
	return l
}

// A Text is a file that was read to its end once, to decide how it is encoded.
type Text struct {
	Look
	src  io.ReaderAt
	size int64
}

// Open decides how the whole of a text is encoded. The errors are those of [charset.Detect].
func Open(name string, src io.ReaderAt, size int64) (*Text, error) {
	cs, err := charset.Detect(src, size)
	if err != nil {
		return nil, err
	}
	raw := make([]byte, min(size, headSize))
	if n, err := src.ReadAt(raw, 0); n < len(raw) {
		return nil, err
	}
	l := look(cs, raw, strings.ToLower(path.Ext(name)), int64(len(raw)) == size)
	return &Text{l, src, size}, nil
}

// Scan returns a scanner of the text from its start.
func (t *Text) Scan() *Scanner {
	return NewScanner(t.Charset.NewReader(io.NewSectionReader(t.src, 0, t.size)), t.Sep)
}

// separatorOf returns the separator that a name promises, or 0.
func separatorOf(ext string) byte {
	switch ext {
	case ".csv":
		return ','
	case ".tsv", ".tab":
		return '\t'
	}
	return 0
}

// separator decides how the fields of a table are separated; 0 means that the text is no table. A name that promises a table is
// believed.
func separator(head, ext string, whole bool) byte {
	if rest, ok := strings.CutPrefix(head, "sep="); ok && len(rest) > 1 && strings.IndexByte(",;\t|", rest[0]) >= 0 && (rest[1] == '\r' || rest[1] == '\n') {
		return rest[0] // a line of Excel's own, for files that are not separated as the reader's country does
	}
	promised := separatorOf(ext)
	order := []byte{',', '\t', ';'}
	if promised == '\t' {
		order = []byte{'\t', ',', ';'}
	}
	best, sep := 0, promised
	for _, c := range order {
		t := sample(head, c, whole)
		if n := t.same * min(t.fields-1, 3); n > best && (promised != 0 || t.table(c)) {
			best, sep = n, c
		}
	}
	return sep
}

const sampleRows = 64

// A shape is what the first records look like under one separator.
type shape struct {
	rows   int // that are not blank
	fields int // the most frequent number of fields
	same   int // rows of so many fields
	empty  int // of these, rows whose last field is empty
	spaced int // of these, rows with a space behind a separator, as in prose
}

// table decides whether a text without a telling name is a table.
func (s shape) table(sep byte) bool {
	if s.fields < 2 || s.same < 2 || s.same*5 < s.rows*4 {
		return false
	}
	return sep == '\t' || s.fields > 2 || s.empty*2 < s.same && s.spaced*2 < s.same
}

func sample(head string, sep byte, whole bool) shape {
	s := NewScanner(strings.NewReader(head), sep)
	counts, shapes := map[int]int{}, map[int]shape{}
	var row, fields int
	var empty, spaced, blank bool
	end := func() {
		if row > 0 && !blank {
			t := shapes[fields]
			counts[fields]++
			t.empty += count(empty)
			t.spaced += count(spaced)
			shapes[fields] = t
		}
	}
	rows := 0
	for rows <= sampleRows {
		p, err := s.Next()
		if err != nil {
			if whole || len(counts) == 0 {
				end()
			}
			break
		}
		if p.Row != row {
			end()
			row, spaced, blank = p.Row, false, true
			rows++
		}
		fields, empty = p.Col, p.Text == ""
		spaced = spaced || p.Col > 1 && strings.HasPrefix(p.Text, " ")
		blank = blank && strings.TrimSpace(p.Text) == ""
	}
	best := shape{}
	for n, same := range counts {
		best.rows += same
		if n > 1 && (same > best.same || same == best.same && n > best.fields) {
			t := shapes[n]
			best.fields, best.same, best.empty, best.spaced = n, same, t.empty, t.spaced
		}
	}
	return best
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Label reports whether a line may announce what stands on the next one: it is short, or ends with a colon.
func Label(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(line); last == ':' || last == '：' {
		return len(line) < 400
	}
	return utf8.RuneCountInString(line) <= labelRunes
}

const labelRunes = 20
