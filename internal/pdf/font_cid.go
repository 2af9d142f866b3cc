package pdf

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/internal/cid"
)

// A cidFont is what a composite font adds (9.7): codes become CIDs, and CIDs have widths.
type cidFont struct {
	encoding *cmap    // nil: Identity, or by charset
	charset  *charset // of a predefined encoding: what the codes say
	unicode  *cmap
	ordering string          // the character collection, if its characters are known
	glyphs   map[uint32]rune // by CID, from the embedded font program
	widths   map[uint32]float64
	tall     map[uint32][3]float64 // vertical metrics: advance, and the vector between the origins
	width    float64               // of what has none
	down     [2]float64            // DW2
	vertical bool
}

// maxWidths bounds the table of widths: there are 65,536 CIDs.
const maxWidths = 65_536

func (f *File) readComposite(out *Font, d, descendant types.Dict) {
	c := &cidFont{width: 1, down: [2]float64{0.88, -1}, unicode: f.toUnicode(d["ToUnicode"])}
	out.cid = c
	f.readEncoding(out, c, d["Encoding"])
	out.Vertical = c.vertical
	if w, ok := f.Number(descendant["DW"]); ok {
		c.width = w / 1000
	}
	if v := f.Numbers(descendant["DW2"]); len(v) == 2 {
		c.down = [2]float64{v[0] / 1000, v[1] / 1000}
	}
	c.widths = f.cidWidths(descendant["W"])
	if c.vertical {
		c.tall = f.cidHeights(descendant["W2"])
	}
	if info := f.Dict(descendant["CIDSystemInfo"]); cid.Known(f.Text(info["Ordering"])) {
		c.ordering = f.Text(info["Ordering"])
	}
	if c.unicode == nil && c.charset == nil && c.ordering == "" {
		f.readProgram(c, descendant)
	}
	if c.unicode == nil && c.charset == nil && c.ordering == "" && len(c.glyphs) == 0 && out.Unknown == "" {
		out.Unknown = "no ToUnicode"
	}
}

// readEncoding reads the map from codes to CIDs: Identity, a predefined one by name, or a stream.
func (f *File) readEncoding(out *Font, c *cidFont, o types.Object) {
	name := f.Name(o)
	if name == "" {
		m := f.encodingStream(o, 0)
		if m == nil {
			out.Unknown = "a damaged character map"
			return
		}
		c.encoding, c.vertical = m, m.vertical
		for name = m.use; m.base != nil; m = m.base {
			name = m.base.use
		}
	}
	c.vertical = c.vertical || name == "V" || strings.HasSuffix(name, "-V")
	if name == "" || strings.HasPrefix(name, "Identity") {
		return
	}
	known := predefined(name)
	switch {
	case c.encoding == nil:
		c.encoding = known
	case known != nil:
		m := c.encoding
		for m.base != nil {
			m = m.base
		}
		m.base = known
	}
	if c.charset = charsetOf(name); c.charset == nil && known != nil && c.ordering == "" {
		c.ordering = "Japan1" // the collection of every map that is known here
	}
	if c.charset == nil && known == nil && c.unicode == nil {
		out.Unknown = name
	}
}

// encodingStream reads a map that is a stream, with the streams that it extends; nil if it can't be read.
func (f *File) encodingStream(o types.Object, depth int) *cmap {
	data, err := f.Stream(o)
	if err != nil && len(data) == 0 {
		return nil
	}
	m, d := readCMap(data), f.Dict(o)
	m.vertical = m.vertical || f.Int(d["WMode"]) == 1
	switch use := d["UseCMap"]; {
	case f.Name(use) != "":
		m.use = f.Name(use)
	case use != nil && depth < maxBases:
		m.base = f.encodingStream(use, depth+1)
	}
	return m
}

// length returns how many bytes the first code of a string has.
func (c *cidFont) length(b []byte) int {
	if c.charset != nil && (c.encoding == nil || len(c.encoding.spaces) == 0 || c.encoding.use == "") {
		return min(c.charset.length(b), len(b))
	}
	if spaces := c.encoding.codespaces(); len(spaces) > 0 {
		for n := 1; n <= 4 && n <= len(b); n++ {
			v := bigEndian(b[:n])
			for _, s := range spaces {
				if s.N == n && within(v, s.Lo, s.Hi, n) {
					return n
				}
			}
		}
		return min(spaces[0].N, len(b))
	}
	return min(2, len(b))
}

// within compares byte by byte, as codespace ranges do.
func within(v, lo, hi uint32, n int) bool {
	for i := range n {
		b, l, h := byte(v>>(8*i)), byte(lo>>(8*i)), byte(hi>>(8*i))
		if b < l || b > h {
			return false
		}
	}
	return true
}

func (c *cidFont) lookup(raw uint32, n int) code {
	id := raw
	out := code{n: uint8(n), width: c.width, space: n == 1 && raw == ' '}
	if c.charset != nil {
		var half bool
		if out.text, id, half = c.charset.decode(raw, n); half {
			out.width = 0.5
		}
	}
	if c.encoding != nil && (c.charset == nil || c.encoding.maps()) {
		id, _ = c.encoding.cid(raw)
	}
	if s, ok := c.glyphs[id]; ok {
		out.text = string(s)
	} else if out.text == "" {
		out.text = cid.Text(c.ordering, id)
	}
	if c.unicode != nil {
		if s, ok := c.unicode.text(raw); ok {
			out.text = s
		}
	}
	out.white, out.block = blank(out.text), box(out.text)
	if w, ok := c.widths[id]; ok {
		out.width = w
	}
	out.vx, out.vy, out.down = out.width/2, c.down[0], c.down[1]
	if t, ok := c.tall[id]; ok {
		out.down, out.vx, out.vy = t[0], t[1], t[2]
	}
	return out
}

// cidWidths reads W (9.7.4.3): "c [w …]" and "first last w".
func (f *File) cidWidths(o types.Object) map[uint32]float64 {
	out := map[uint32]float64{}
	f.CIDRuns(o, 1, func(cid uint32, v []float64) { out[cid] = v[0] })
	return out
}

func (f *File) cidHeights(o types.Object) map[uint32][3]float64 {
	out := map[uint32][3]float64{}
	f.CIDRuns(o, 3, func(cid uint32, v []float64) { out[cid] = [3]float64(v) })
	return out
}

// CIDRuns calls set for the CIDs of W or W2 (9.7.4.3), with one or three numbers in ems.
func (f *File) CIDRuns(o types.Object, size int, set func(uint32, []float64)) {
	a := f.Array(o)
	v := make([]float64, size)
	left := maxWidths
	for len(a) >= 2 {
		start := f.Int(a[0])
		if list := f.Array(a[1]); list != nil {
			for i := 0; i+size <= len(list) && left > 0; i += size {
				for k := range v {
					n, _ := f.Number(list[i+k])
					v[k] = n / 1000
				}
				set(uint32(start+i/size), v)
				left--
			}
			a = a[2:]
			continue
		}
		if len(a) < 2+size {
			return
		}
		end := f.Int(a[1])
		for k := range v {
			n, _ := f.Number(a[2+k])
			v[k] = n / 1000
		}
		for cid := start; cid <= end && left > 0; cid++ {
			set(uint32(cid), v)
			left--
		}
		a = a[2+size:]
	}
}
