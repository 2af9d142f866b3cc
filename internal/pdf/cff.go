package pdf

import (
	"encoding/binary"
	"strings"
)

// A cff is what a font program in the Compact Font Format tells about its glyphs (Adobe Technical Note 5176).
type cff struct {
	names    []string // of the glyphs; of a font by names
	cids     []uint32 // of the glyphs; of a font by CIDs
	ordering string   // of its character collection
	codes    [256]int // glyphs by code, 0: none
}

// A cffReader reads a program; what lies outside of it reads as 0.
type cffReader struct{ data []byte }

func (r cffReader) uint(at, size int) (n int) {
	for i := range size {
		n <<= 8
		if at >= 0 && at+i < len(r.data) {
			n |= int(r.data[at+i])
		}
	}
	return n
}

// maxGlyphNames bounds the glyphs of a program: their numbers have two bytes.
const maxGlyphNames = 1 << 16

// index reads an INDEX and returns its items and where it ends.
func (r cffReader) index(at int) (items [][]byte, end int) {
	n, size := r.uint(at, 2), r.uint(at+2, 1)
	if n == 0 {
		return nil, at + 2
	}
	if size < 1 || size > 4 || at+3+(n+1)*size > len(r.data) {
		return nil, len(r.data)
	}
	base := at + 3 + (n+1)*size - 1
	for i := range n {
		from, to := base+r.uint(at+3+i*size, size), base+r.uint(at+3+(i+1)*size, size)
		if from > to || from < 0 || to > len(r.data) {
			return items, len(r.data)
		}
		items = append(items, r.data[from:to])
	}
	return items, base + r.uint(at+3+n*size, size)
}

// readCFF reads the names or CIDs of the glyphs, and the encoding; nil if it is no such program.
func readCFF(data []byte) *cff {
	r := cffReader{data}
	if len(data) < 8 || data[0] != 1 {
		return nil
	}
	_, at := r.index(int(data[2]))
	tops, at := r.index(at)
	strs, _ := r.index(at)
	if len(tops) == 0 {
		return nil
	}
	top := cffDict(tops[0])
	glyphs := r.uint(first0(top[17]), 2)
	if glyphs == 0 || glyphs > maxGlyphNames {
		return nil
	}
	name := func(sid int) string {
		switch {
		case sid < 0:
			return ""
		case sid < len(cffNames):
			return cffNames[sid]
		case sid >= cffStandard && sid-cffStandard < len(strs):
			return string(strs[sid-cffStandard])
		}
		return ""
	}
	sids := r.charset(first0(top[15]), glyphs)
	c := &cff{}
	if ros := top[cffROS]; len(ros) >= 2 {
		c.ordering, c.cids = name(ros[1]), make([]uint32, glyphs)
		for i, s := range sids {
			c.cids[i] = uint32(s)
		}
		return c
	}
	c.names = make([]string, glyphs)
	for i, s := range sids {
		c.names[i] = name(s)
	}
	r.encoding(c, first0(top[16]))
	return c
}

const (
	cffStandard = 391 // strings that every program knows
	cffROS      = 0xC00 + 30
)

func first0(v []int) int {
	if len(v) == 0 {
		return 0
	}
	return v[0]
}

// cffDict reads a DICT: operands by operator, those of two bytes from 0xC00 on. Real numbers count as 0.
func cffDict(b []byte) map[int][]int {
	out := map[int][]int{}
	var args []int
	r := cffReader{b}
	for i := 0; i < len(b); i++ {
		switch c := int(b[i]); {
		case c == 12:
			i++
			out[0xC00+r.uint(i, 1)], args = args, nil
		case c <= 21:
			out[c], args = args, nil
		case c == 28:
			args = append(args, int(int16(r.uint(i+1, 2))))
			i += 2
		case c == 29:
			args = append(args, int(int32(r.uint(i+1, 4))))
			i += 4
		case c == 30:
			for i++; i < len(b) && b[i]&15 != 15 && b[i]>>4 != 15; i++ {
			}
			args = append(args, 0)
		case c >= 32 && c <= 246:
			args = append(args, c-139)
		case c >= 247 && c <= 250:
			args = append(args, (c-247)*256+r.uint(i+1, 1)+108)
			i++
		case c >= 251 && c <= 254:
			args = append(args, -(c-251)*256-r.uint(i+1, 1)-108)
			i++
		}
	}
	return out
}

// charset returns the string or CID of each glyph. The predefined ones are taken for ISOAdobe, where both count alike.
func (r cffReader) charset(at, glyphs int) []int {
	out := make([]int, 1, glyphs)
	if at <= 2 {
		for len(out) < glyphs {
			out = append(out, len(out))
		}
		return out
	}
	format := r.uint(at, 1)
	at++
	for len(out) < glyphs && at < len(r.data) {
		sid, more := r.uint(at, 2), 0
		at += 2
		if format > 0 {
			more = r.uint(at, format)
			at += format
		}
		for ; more >= 0 && len(out) < glyphs; more-- {
			out = append(out, sid)
			sid++
		}
	}
	for len(out) < glyphs {
		out = append(out, 0)
	}
	return out
}

// encoding reads the codes of the glyphs. Those of the standard encoding follow from the names.
func (r cffReader) encoding(c *cff, at int) {
	if at <= 1 {
		return
	}
	format, n := r.uint(at, 1)&0x7F, r.uint(at+1, 1)
	at += 2
	glyph := 1
	for range n {
		code, more := r.uint(at, 1), 0
		if at++; format == 1 {
			more = r.uint(at, 1)
			at++
		}
		for ; more >= 0 && code < 256; more-- {
			c.codes[code] = glyph
			glyph, code = glyph+1, code+1
		}
	}
}

// characters returns the characters of the glyphs by what the descendant of a composite font calls them: CIDs, or glyph numbers.
func (c *cff) characters() map[uint32]rune {
	out := map[uint32]rune{}
	for g, name := range c.names {
		if text := []rune(glyphText(name)); len(text) == 1 {
			out[uint32(g)] = text[0]
		}
	}
	return out
}

// cffNames are the strings that every program knows, as far as they are letters and signs of text (Appendix A).
var cffNames = strings.Fields(`.notdef space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus
comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at A B C D E F G H
I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r
s t u v w x y z braceleft bar braceright asciitilde exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft
guillemotleft guilsinglleft guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase
quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring cedilla
hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash oe germandbls onesuperior
logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth
multiply threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute
Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis
Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave
ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron`)

// sfntCFF returns the CFF table of an OpenType program, or the data itself.
func sfntCFF(data []byte) []byte {
	if t := sfntTable(data, "CFF "); t != nil {
		return t
	}
	return data
}

// postNames returns the names of the glyphs of a TrueType program (OpenType, post in format 2).
func postNames(data []byte) []string {
	t := sfntTable(data, "post")
	if len(t) < 34 || binary.BigEndian.Uint32(t) != 0x20000 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(t[32:]))
	var own []string
	for at := 34 + 2*n; at < len(t); {
		size := int(t[at])
		if at+1+size > len(t) {
			break
		}
		own = append(own, string(t[at+1:at+1+size]))
		at += 1 + size
	}
	out := make([]string, n)
	for g := range out {
		if 36+2*g > len(t) {
			break
		}
		if i := int(binary.BigEndian.Uint16(t[34+2*g:])) - macGlyphs; i >= 0 && i < len(own) {
			out[g] = own[i]
		} else if i+macGlyphs >= 3 && i+macGlyphs < 98 {
			out[g] = glyphNameOf(rune(' ' + i + macGlyphs - 3))
		}
	}
	return out
}

// macGlyphs is the number of names that every program knows: those of the Macintosh, of which 3 to 97 are ASCII.
const macGlyphs = 258

// glyphNameOf names an ASCII character so that [glyphText] reads it.
func glyphNameOf(r rune) string {
	return "uni00" + string("0123456789ABCDEF"[r>>4]) + string("0123456789ABCDEF"[r&15])
}
