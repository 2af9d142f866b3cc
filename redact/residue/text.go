package residue

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding/japanese"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

type textKind uint8

const (
	unknown textKind = iota
	markup           // UTF-8 with angle brackets
	plain            // UTF-8 without
	picture          // compressed pixels, with little text
)

func kindOf(b []byte) textKind {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xd8\xff")), bytes.HasPrefix(b, []byte("\x89PNG")), bytes.HasPrefix(b, []byte("GIF8")):
		return picture
	case !utf8.Valid(b[:wholeRunes(b)]) || bytes.IndexByte(b, 0) >= 0:
		return unknown
	case bytes.HasPrefix(bytes.TrimLeft(b, "\ufeff \r\n\t"), []byte("<")):
		return markup
	}
	return plain
}

// binary searches bytes of unknown kind as UTF-8, UTF-16 of both orders and alignments, and CP932.
func (sr *search) binary(name string, b []byte, few bool) {
	sr.runs(name, b)
	for align := range 2 {
		sr.runs(name, fromUTF16(b[min(align, len(b)):], 0))
		sr.runs(name, fromUTF16(b[min(align, len(b)):], 1))
	}
	if few {
		return
	}
	if s, err := japanese.ShiftJIS.NewDecoder().Bytes(b); err == nil {
		sr.runs(name, s)
	}
	if s, err := japanese.EUCJP.NewDecoder().Bytes(b); err == nil {
		sr.runs(name, s)
	}
}

// fromUTF16 decodes units whose high byte is at that index. What is no character becomes a break.
func fromUTF16(b []byte, high int) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i+1 < len(b); i += 2 {
		u := rune(b[i+high])<<8 | rune(b[i+1-high])
		if u < 0x20 || utf16.IsSurrogate(u) {
			u = '\n'
		}
		out = utf8.AppendRune(out, u)
	}
	return out
}

// runs searches the stretches of valid text in b.
func (sr *search) runs(name string, b []byte) {
	n := node{sr: sr, name: name}
	from := 0
	flush := func(to int) {
		if to-from >= leastName {
			n.text(b[from:to], raw)
		}
	}
	for i := 0; i < len(b); {
		r, size := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(b[i:])
		}
		if r == utf8.RuneError || r < 0x20 {
			flush(i)
			from = i + size
		}
		i += size
	}
	flush(len(b))
}

// A node collects one piece of text: a run of body text, the value of an attribute, or a line. Texts that are split over the runs
// of one cell or paragraph are one piece.
type node struct {
	sr     *search
	name   string
	markup bool
	state  nodeState
	quote  byte
	tag    []byte // the local name of the element
	attr   []byte // the name of the attribute
	named  bool   // the element's name is complete
	body   []byte
	value  []byte
	folded []byte
	runes  []uint16
}

type nodeState uint8

const (
	inBody nodeState = iota
	inTag
	inValue
	inDeclaration // a comment, CDATA or a processing instruction: its content is text
)

func (n *node) start(sr *search, name string, markup bool) {
	n.sr, n.name, n.markup, n.state = sr, name, markup, inBody
	n.body, n.value, n.attr, n.tag = n.body[:0], n.value[:0], n.attr[:0], n.tag[:0]
}

// write takes the next bytes of a text part.
func (n *node) write(b []byte) {
	for len(b) > 0 {
		switch {
		case !n.markup:
			b = n.until(b, '\n', &n.body, n.flush)
		case n.state == inBody:
			b = n.until(b, '<', &n.body, func() { n.state, n.named, n.tag, n.attr = inTag, false, n.tag[:0], n.attr[:0] })
		case n.state == inDeclaration:
			b = n.until(b, '>', &n.value, n.endDeclaration)
		case n.state == inValue:
			b = n.until(b, n.quote, &n.value, n.endValue)
		default:
			b = n.inTag(b)
		}
	}
}

// until collects bytes up to a delimiter, and calls end when it comes.
func (n *node) until(b []byte, delim byte, into *[]byte, end func()) []byte {
	i := bytes.IndexByte(b, delim)
	if i < 0 {
		*into = append(*into, b...)
		return nil
	}
	*into = append(*into, b[:i]...)
	end()
	return b[i+1:]
}

// inTag reads on in a tag up to its end or to the value of an attribute. Names of elements and attributes are no texts.
func (n *node) inTag(b []byte) []byte {
	for i := 0; i < len(b); i++ {
		from := i
		for i < len(b) && !inTags[b[i]] {
			i++
		}
		if n.named {
			n.attr = append(n.attr, b[from:i]...)
		} else {
			n.tag = append(n.tag, b[from:i]...)
		}
		if i == len(b) {
			break
		}
		switch c := b[i]; c {
		case '!', '?':
			if !n.named && len(n.tag) == 0 {
				n.state = inDeclaration
				return b[i+1:]
			}
		case '>':
			n.state = inBody
			if !withinRun(n.tag) {
				n.flush()
			}
			return b[i+1:]
		case '"', '\'':
			n.state, n.quote = inValue, c
			return b[i+1:]
		case ' ', '\n', '\r', '\t':
			n.named, n.attr = true, n.attr[:0]
		case ':':
			if !n.named {
				n.tag = n.tag[:0]
			}
		}
	}
	return nil
}

// inTags holds the characters that mean something in a tag or belong to no name.
var inTags = [256]bool{'!': true, '?': true, '>': true, '"': true, '\'': true, ' ': true, '\n': true, '\r': true, '\t': true, '/': true, '=': true, ':': true}

// withinRun reports whether an element stands inside a run of text or parts two runs of one text.
func withinRun(tag []byte) bool {
	switch string(tag) {
	case "r", "t", "rPr", "b", "i", "u", "strike", "sz", "color", "rFont", "family", "charset", "scheme", "vertAlign", "outline", "shadow",
		"span", "font", "latin", "ea", "cs", "solidFill", "srgbClr", "schemeClr", "rFonts", "szCs", "lang", "hint",
		"rStyle", "bCs", "iCs", "kern", "spacing", "highlight", "shd", "noProof", "proofErr", "vanish", "webHidden", "em", "bookmarkStart", "bookmarkEnd":
		return true
	}
	return false
}

func (n *node) endDeclaration() {
	n.state = inBody
	text := bytes.TrimSuffix(bytes.TrimPrefix(n.value, []byte("[CDATA[")), []byte("]]"))
	n.piece(bytes.Trim(text, "-"), body)
	n.value = n.value[:0]
}

func (n *node) endValue() {
	n.state = inTag
	tx := value
	if string(n.attr) == "v" { // it holds values: pivot caches keep texts in it
		tx = body
	}
	n.piece(n.value, tx)
	n.value, n.attr = n.value[:0], n.attr[:0]
}

// flush searches the body text collected so far.
func (n *node) flush() {
	tx := body
	if !n.markup {
		tx = line
	}
	n.piece(n.body, tx)
	n.body = n.body[:0]
}

func (n *node) piece(b []byte, tx texture) {
	if len(b) < leastName {
		return
	}
	if n.markup && bytes.IndexByte(b, '&') >= 0 {
		b = unescape(b)
	}
	n.text(b, tx)
}

func (n *node) text(b []byte, tx texture) {
	n.folded = ja.Fold(n.folded[:0], unsafe.String(unsafe.SliceData(b), len(b)))
	n.runes = appendRunes(n.runes[:0], n.folded)
	for i := range n.runes {
		n.sr.set.find(n.runes, i, tx, func(p int) {
			if _, ok := n.sr.hits[p]; !ok {
				n.sr.hits[p] = n.name
			}
		})
	}
}

// unescape undoes the entities of XML, and the _xHHHH_ escapes are left as they are: no text of a reader has them.
func unescape(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '&' {
			out = append(out, b[i])
			continue
		}
		end := bytes.IndexByte(b[i:min(len(b), i+12)], ';')
		if end < 0 {
			out = append(out, b[i])
			continue
		}
		out = appendEntity(out, string(b[i+1:i+end]))
		i += end
	}
	return out
}

func appendEntity(out []byte, name string) []byte {
	switch name {
	case "amp":
		return append(out, '&')
	case "lt":
		return append(out, '<')
	case "gt":
		return append(out, '>')
	case "quot":
		return append(out, '"')
	case "apos":
		return append(out, '\'')
	}
	if len(name) < 2 || name[0] != '#' {
		return out
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	if n, err := strconv.ParseInt(digits, base, 32); err == nil {
		out = utf8.AppendRune(out, rune(n))
	}
	return out
}
