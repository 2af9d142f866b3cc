package pdf

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// An inlineImage is the dictionary of an inline image (8.9.7), as far as it tells how long the data are and what they hide.
type inlineImage struct {
	w, h, bits int
	mask       bool
	invert     bool // Decode counts down
	decode     bool // its first number was met
	space      *colorSpace
	filters    []string
	fixed      bool // its length is given
}

// inline reads BI … ID … EI. The end is found by the length of the data where that can be known; "EI" may stand in them.
func (p *program) inline(t Token) {
	im := inlineImage{bits: 8, space: grayspace}
	key := ""
	p.args = p.args[:0]
	for {
		k := p.lex.Next()
		if k.Kind == EOF {
			return
		}
		if k.Kind == Operator && string(k.Bytes) == "ID" {
			break
		}
		if key == "" && k.Kind == Name {
			key = string(k.Bytes)
			continue
		}
		p.inlineKey(&im, key, k)
		if k.Kind != ArrayOpen && len(p.args) == 0 {
			key = ""
		}
	}
	start := min(p.lex.Pos+1, len(p.lex.Data))
	end := p.inlineEnd(&im, start)
	if end < 0 {
		p.problem(Problem{Damaged, "inline image"})
		p.lex.Pos = len(p.lex.Data)
		return
	}
	p.lex.Pos = end
	p.args = p.args[:0]
	if f := im.filters; len(f) == 1 && (f[0] == "DCT" || f[0] == "DCTDecode") && len(p.c.Photos) < maxMarks {
		p.c.Photos = append(p.c.Photos, Photo{p.at, start, start + len(Trim(p.lex.Data[start:end])), im.fixed})
	}
	q := Paint{Kind: InlineImage, Start: t.Start, End: end, Opaque: p.st.opaque(Color{}, p.st.alpha)}
	if im.mask {
		q.Color = p.st.fill
		q.Opaque = q.Opaque && im.solid(p.lex.Data[start:end])
	}
	p.unitSquare(q)
}

// solid reports whether a stencil mask is painted all over: writers make rectangles of masks with a few samples.
func (im *inlineImage) solid(data []byte) bool {
	row := (im.w + 7) / 8
	if len(im.filters) > 0 || im.h <= 0 || row <= 0 || row*im.h > len(data) {
		return im.w*im.h <= 4
	}
	paint := byte(0)
	if im.invert {
		paint = 0x80
	}
	for y := range im.h {
		for x := range im.w {
			if data[y*row+x/8]<<(x%8)&0x80 != paint {
				return false
			}
		}
	}
	return true
}

// inlineKey takes one value of the dictionary. Elements of an array come one by one; while it is open, p.args is not empty.
func (p *program) inlineKey(im *inlineImage, key string, v Token) {
	switch v.Kind {
	case ArrayOpen:
		p.args = append(p.args[:0], v)
	case ArrayClose:
		p.args = p.args[:0]
	}
	switch key {
	case "W", "Width":
		im.w = int(max(0, min(v.Num, 1<<24)))
	case "H", "Height":
		im.h = int(max(0, min(v.Num, 1<<24)))
	case "BPC", "BitsPerComponent":
		im.bits = int(max(1, min(v.Num, 16)))
	case "IM", "ImageMask":
		im.mask = string(v.Bytes) == "true"
	case "D", "Decode":
		im.invert = im.invert || v.Kind == Number && v.Num == 1 && !im.decode
		im.decode = im.decode || v.Kind == Number
	case "CS", "ColorSpace":
		if v.Kind == Name && (len(p.args) == 0 || len(p.args) == 1) {
			im.space = grayspace // Indexed: one component
			if name := string(v.Bytes); name != "I" && name != "Indexed" {
				im.space = p.f.space(types.Name(name), p.resource, 0)
			}
			if len(p.args) > 0 {
				p.args = append(p.args, v) // what follows is the base of an Indexed space
			}
		}
	case "L", "Length":
		im.fixed = true
	case "F", "Filter":
		if v.Kind == Name {
			im.filters = append(im.filters, string(v.Bytes))
		}
	}
}

// inlineEnd returns the offset behind EI, or -1.
func (p *program) inlineEnd(im *inlineImage, start int) int {
	data := p.lex.Data
	length := -1
	if len(im.filters) == 0 {
		bits := im.bits * max(1, im.space.n)
		if im.mask {
			bits = 1
		}
		length = (im.w*bits + 7) / 8 * im.h
	} else {
		length = filteredLength(im.filters[0], data[start:])
	}
	if length >= 0 && length <= len(data)-start {
		if end := skipSpace(data, start+length); hasWord(data, end, "EI") {
			return end + 2
		}
	}
	return searchEI(data, start)
}

// filteredLength returns how many bytes the first filter takes, -1 if that can't be told.
func filteredLength(filter string, data []byte) int {
	switch filter {
	case "Fl", "FlateDecode":
		if len(data) < 2 {
			return -1
		}
		r := bytes.NewReader(data[2:])
		if _, err := io.Copy(io.Discard, io.LimitReader(flate.NewReader(r), maxStream)); err != nil {
			return -1
		}
		return min(len(data), len(data)-r.Len()+4) // the checksum
	case "A85", "ASCII85Decode":
		if i := bytes.Index(data, []byte("~>")); i >= 0 {
			return i + 2
		}
	case "AHx", "ASCIIHexDecode":
		return bytes.IndexByte(data, '>') + 1
	case "RL", "RunLengthDecode":
		for i := 0; i < len(data); {
			switch n := int(data[i]); {
			case n == 128:
				return i + 1
			case n < 128:
				i += n + 2
			default:
				i += 2
			}
		}
	case "DCT", "DCTDecode":
		if i := bytes.Index(data, []byte{0xFF, 0xD9}); i >= 0 {
			return i + 2
		}
	}
	return -1
}

// searchEI finds an EI between white space that plain operators follow, as readers do where no length is known.
func searchEI(data []byte, start int) int {
	for at := start; ; {
		i := bytes.Index(data[at:], []byte("EI"))
		if i < 0 {
			return -1
		}
		at += i
		if at > 0 && isSpace(data[at-1]) && hasWord(data, at, "EI") && plausible(data[at+2:min(len(data), at+40)]) {
			return at + 2
		}
		at += 2
	}
}

// plausible reports whether bytes look like content and not like the samples of an image.
func plausible(b []byte) bool {
	for _, c := range b {
		if c >= 0x7F || c < ' ' && !isSpace(c) {
			return false
		}
	}
	return true
}
