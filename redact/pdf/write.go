package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A writer numbers objects in the order in which they are met, from the catalog on, and writes them in that order (ISO 32000-2, 7.5):
// a header, the bodies, one cross-reference table, one trailer.
type writer struct {
	j     *job
	out   *counter
	ids   map[int]int // new numbers
	queue []int
	pages map[int]bool // pages of the tree
	buf   []byte
	err   error
}

// counter counts and hashes what is written.
type counter struct {
	w   io.Writer
	n   int
	sum interface {
		io.Writer
		Sum([]byte) []byte
	}
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += n
	c.sum.Write(b[:n])
	return n, err
}

// write writes the copy.
func (j *job) write(w io.Writer) error {
	wr := &writer{j: j, out: &counter{w: w, sum: sha256.New()}, ids: map[int]int{}, pages: map[int]bool{}}
	for _, p := range j.f.Pages {
		wr.pages[p.Obj] = true
	}
	if j.f.Ctx.Root == nil {
		return ErrUnknown
	}
	fmt.Fprintf(wr.out, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version(j.f.Data))
	trailer := types.Dict{"Root": *j.f.Ctx.Root}
	if j.f.Ctx.Info != nil && len(j.dict(*j.f.Ctx.Info)) > 0 {
		trailer["Info"] = *j.f.Ctx.Info
	}
	wr.dict(trailer)
	last := wr.buf
	wr.buf = nil
	var offsets []int
	for i := 0; i < len(wr.queue); i++ {
		if err := j.ctx.Err(); err != nil {
			return err
		}
		offsets = append(offsets, wr.out.n)
		wr.object(i+1, wr.queue[i])
		if wr.err != nil {
			return wr.err
		}
	}
	return wr.end(offsets, last)
}

// version returns the version in the header.
func version(data []byte) string {
	i := bytes.Index(data, []byte("%PDF-"))
	if i < 0 || i+8 > len(data) {
		return "1.7"
	}
	v := data[i+5 : i+8]
	if v[0] < '1' || v[0] > '2' || v[1] != '.' || v[2] < '0' || v[2] > '9' {
		return "1.7"
	}
	return string(v)
}

// end writes the table and the trailer. The identifier follows from the bytes before it.
func (wr *writer) end(offsets []int, trailer []byte) error {
	at := wr.out.n
	id := hex.EncodeToString(wr.out.sum.Sum(nil)[:16])
	fmt.Fprintf(wr.out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, off := range offsets {
		fmt.Fprintf(wr.out, "%010d 00000 n \n", off)
	}
	// trailer is "<<…>>"
	_, err := fmt.Fprintf(wr.out, "trailer\n%s/Size %d/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", trailer[:len(trailer)-2], len(offsets)+1, id, id, at)
	return err
}

// object writes one object.
func (wr *writer) object(id, n int) {
	fmt.Fprintf(wr.out, "%d 0 obj\n", id)
	wr.buf = wr.buf[:0]
	switch v := wr.j.object(n).(type) {
	case types.StreamDict:
		wr.stream(v)
	case *types.StreamDict:
		wr.stream(*v)
	default:
		wr.value(v, "")
	}
	wr.buf = append(wr.buf, "\nendobj\n"...)
	if _, err := wr.out.Write(wr.buf); err != nil {
		wr.err = err
	}
}

// stream writes a dictionary and the data as it is coded.
func (wr *writer) stream(v types.StreamDict) {
	d := maps.Clone(v.Dict)
	d["Length"] = types.Integer(len(v.Raw))
	wr.dict(d)
	wr.buf = append(wr.buf, "\nstream\n"...)
	wr.buf = append(wr.buf, v.Raw...)
	wr.buf = append(wr.buf, "\nendstream"...)
}

// ref returns the new number of an object; false if it does not go into the copy.
func (wr *writer) ref(n int) (int, bool) {
	if id, ok := wr.ids[n]; ok {
		return id, true
	}
	if !wr.keeps(n) {
		return 0, false
	}
	wr.queue = append(wr.queue, n)
	wr.ids[n] = len(wr.queue)
	return len(wr.queue), true
}

// keeps reports whether an object goes into the copy: not what was dropped, not the containers of the old file, no page that the
// page tree does not hold, nothing that is there only for what is gone.
func (wr *writer) keeps(n int) bool {
	if wr.j.dropped[n] {
		return false
	}
	o := wr.j.object(n)
	if o == nil {
		return false
	}
	d := wr.j.dict(o)
	if wr.j.dead(d) || wr.j.attaches(d) {
		return false
	}
	switch wr.j.name(d["Type"]) {
	case "ObjStm", "XRef":
		return false
	case "Page":
		return wr.pages[n]
	case "OBJR":
		return !wr.gone(d["Obj"])
	}
	return true
}

// gone reports whether a value does not go into the copy.
func (wr *writer) gone(o types.Object) bool {
	switch v := o.(type) {
	case nil:
		return true
	case types.IndirectRef:
		if _, known := wr.ids[int(v.ObjectNumber)]; known {
			return false
		}
		return !wr.keeps(int(v.ObjectNumber))
	case types.Dict:
		return wr.j.name(v["Type"]) == "OBJR" && wr.gone(v["Obj"]) || wr.j.dead(v) || wr.j.attaches(v)
	case types.Array:
		// A destination whose page is gone leads nowhere.
		return len(v) > 1 && pdf.ObjectNumber(v[0]) > 0 && isFit(v[1]) && wr.gone(v[0])
	}
	return false
}

func isFit(o types.Object) bool {
	n, _ := o.(types.Name)
	return n == "XYZ" || len(n) >= 3 && n[:3] == "Fit"
}

// value writes any object. The key tells in which entry it stands.
func (wr *writer) value(o types.Object, key string) {
	switch v := o.(type) {
	case nil:
		wr.buf = append(wr.buf, "null"...)
	case types.Dict:
		wr.dict(v)
	case types.Array:
		wr.array(v, key)
	case types.IndirectRef:
		wr.reference(int(v.ObjectNumber))
	case *types.IndirectRef:
		wr.reference(int(v.ObjectNumber))
	case types.Name:
		wr.buf = appendName(wr.buf, wr.named(string(v)))
	case types.StringLiteral:
		b, err := types.Unescape(string(v))
		if err != nil {
			wr.err = fmt.Errorf("%w: a string", ErrDraw)
		}
		wr.buf = appendString(wr.buf, wr.j.blotted(b))
	case types.HexLiteral:
		b, err := v.Bytes()
		if err != nil {
			wr.err = fmt.Errorf("%w: a string", ErrDraw)
		}
		wr.buf = appendString(wr.buf, wr.j.blotted(b))
	case types.Integer:
		wr.buf = strconv.AppendInt(wr.buf, int64(v), 10)
	case types.Float:
		wr.buf = appendNumber(wr.buf, float64(v), 12)
	case types.Boolean:
		wr.buf = strconv.AppendBool(wr.buf, bool(v))
	default:
		if r := wr.j.f.Resolve(o); r != nil && r != o {
			wr.value(r, key)
			return
		}
		wr.err = fmt.Errorf("%w: an object of kind %T", ErrDraw, o)
	}
}

func (wr *writer) reference(n int) {
	if id, ok := wr.ref(n); ok {
		wr.buf = fmt.Appendf(wr.buf, "%d 0 R", id)
		return
	}
	wr.buf = append(wr.buf, "null"...)
}

func (wr *writer) dict(d types.Dict) {
	wr.buf = append(wr.buf, "<<"...)
	note := d["Rect"] != nil && d["Subtype"] != nil
	for _, key := range slices.Sorted(maps.Keys(d)) {
		v := wr.led(key, d[key])
		if wr.gone(v) || note && (key == "M" || key == "CreationDate") { // when an annotation was made is nobody's business
			continue
		}
		wr.buf = appendName(wr.buf, wr.named(key))
		wr.buf = append(wr.buf, ' ')
		wr.value(v, key)
		wr.buf = append(wr.buf, '\n')
	}
	wr.buf = append(wr.buf, ">>"...)
}

// array writes an array without what is gone: names and numbers of trees go with what they name (7.9.6, 7.9.7).
func (wr *writer) array(a types.Array, key string) {
	pairs := (key == "Names" || key == "Nums") && len(a)%2 == 0
	wr.buf = append(wr.buf, '[')
	for i, v := range a {
		switch {
		case pairs && i%2 == 0 && wr.gone(a[i+1]), pairs && i%2 == 1 && wr.gone(v):
			continue
		case !pairs && v != nil && wr.gone(v):
			continue
		}
		if i > 0 {
			wr.buf = append(wr.buf, ' ')
		}
		wr.value(v, "")
	}
	wr.buf = append(wr.buf, ']')
}

// appendName writes a name with what is no regular character as hexadecimal (7.3.5).
func appendName(b []byte, name string) []byte {
	b = append(b, '/')
	for i := range len(name) {
		if c := name[i]; c <= ' ' || c > '~' || bytes.IndexByte([]byte("()<>[]{}/%#"), c) >= 0 {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}

// appendString writes a string: readable if it is ASCII, else in hexadecimal.
func appendString(b, s []byte) []byte {
	for _, c := range s {
		if c < ' ' || c > '~' {
			return append(hex.AppendEncode(append(b, '<'), s), '>')
		}
	}
	b = append(b, '(')
	for _, c := range s {
		if c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return append(b, ')')
}

// appendNumber writes a number with at most that many decimals and without an exponent.
func appendNumber(b []byte, v float64, decimals int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	s := strconv.AppendFloat(nil, v, 'f', decimals, 64)
	if bytes.IndexByte(s, '.') >= 0 {
		s = bytes.TrimRight(bytes.TrimRight(s, "0"), ".")
	}
	if string(s) == "-0" || len(s) == 0 {
		s = []byte("0")
	}
	return append(b, s...)
}

// deflaters are used again: each holds the better part of a megabyte.
var deflaters = sync.Pool{New: func() any { w, _ := zlib.NewWriterLevel(nil, 6); return w }}

func deflate(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}
