package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// A Leftover is an object of a damaged file of which something is not in the repaired one.
type Leftover struct {
	Num    int      // of the object
	Texts  []string // its strings that the repaired file does not hold
	Data   []byte   // the data of its stream, if that is not in the repaired file
	Stream bool     // its stream is not in the repaired file
	Unread bool     // and could not be decoded
	Live   bool     // its stream is in use, but was read with other data: readers do not agree on where it ends
}

// kept is what a file holds: its strings, decoded, and its streams, by their data.
type kept struct {
	texts   map[string]bool
	streams map[[sha256.Size]byte]bool
}

// findLeftovers compares what stands in the damaged bytes with what was read.
func (f *File) findLeftovers() error {
	has := kept{map[string]bool{}, map[[sha256.Size]byte]bool{}}
	for _, n := range f.Objects() {
		o := f.Object(n)
		f.keepTexts(&has, o, 0)
		if !IsStream(o) {
			continue
		}
		data, err := f.streamOnce(o, nil)
		if errors.As(err, new(*limits.Error)) {
			return err
		}
		has.add(data)
		has.add(Raw(o))
	}
	for i := range f.Origin.Defs {
		left, err := f.leftover(&f.Origin.Defs[i], &has)
		if err != nil {
			return err
		}
		if left.Stream || len(left.Texts) > 0 {
			f.Leftovers = append(f.Leftovers, left)
		}
	}
	return nil
}

// sum is that of data without the white space behind it: readers differ on what of that belongs to a stream.
func sum(data []byte) [sha256.Size]byte { return sha256.Sum256(bytes.TrimRight(data, "\r\n \t\x00")) }

func (k *kept) add(data []byte) { k.streams[sum(data)] = true }

// keepTexts notes the strings of an object.
func (f *File) keepTexts(has *kept, o types.Object, depth int) {
	if depth > maxDepth {
		return
	}
	switch v := o.(type) {
	case types.StringLiteral, types.HexLiteral:
		has.texts[f.Text(v)] = true
	case types.Array:
		for _, e := range v {
			f.keepTexts(has, e, depth+1)
		}
	case types.Dict:
		for _, e := range v {
			f.keepTexts(has, e, depth+1)
		}
	case types.StreamDict:
		f.keepTexts(has, v.Dict, depth+1)
	case *types.StreamDict:
		f.keepTexts(has, v.Dict, depth+1)
	}
}

// leftover returns what of a definition was not kept.
func (f *File) leftover(d *Definition, has *kept) (Leftover, error) {
	left := Leftover{Num: d.Num}
	if d.Stream.Start == 0 {
		left.Texts = has.lacks(f.Origin.data[d.Body:d.End])
		return left, nil
	}
	head := f.Origin.data[d.Body:d.Stream.Start]
	head = head[:max(0, bytes.LastIndex(head, []byte("stream")))]
	left.Texts = has.lacks(head)
	raw := f.Origin.Bytes(d.Stream)
	if has.streams[sum(raw)] {
		return left, nil
	}
	s := f.parseStream(head, raw)
	data, err := f.decode(&s, nil)
	switch kind := f.Name(s.Dict["Type"]); {
	case errors.As(err, new(*limits.Error)):
		return left, err
	case kind == "XRef" && d.maintenance:
	case kind == "ObjStm" && d.maintenance:
		left.Texts = append(left.Texts, has.lacks(data)...)
		left.Stream, left.Unread = err != nil, err != nil
	case !has.streams[sum(data)] || err != nil:
		left.Data, left.Stream = data, true
		left.Unread = err != nil && f.Name(s.Dict["Subtype"]) != "Image"
		left.Live = !d.Superseded && f.Reached()[d.Num]
	}
	return left, nil
}

// lacks returns the strings in the code of objects that were not kept.
func (k *kept) lacks(code []byte) []string {
	var out []string
	l := &Lexer{Data: code}
	for t := l.Next(); t.Kind != EOF; t = l.Next() {
		if t.Kind == String {
			if text := DecodeText(t.Bytes); !k.texts[text] {
				out = append(out, text)
			}
		}
		l.Reset()
	}
	return out
}

// parseStream reads a stream that no table knows. Without its dictionary the data counts as it stands.
func (f *File) parseStream(head, raw []byte) (s types.StreamDict) {
	s = types.StreamDict{Dict: types.Dict{}, Raw: raw}
	defer func() { _ = recover() }() // the parser panics on some damaged code
	code := string(head)
	o, err := model.ParseObject(&code)
	d, ok := o.(types.Dict)
	if err != nil || !ok {
		return s
	}
	s.Dict = d
	parms := f.Array(d["DecodeParms"])
	for i, filter := range append(types.Array{d["Filter"]}, f.Array(d["Filter"])...) {
		name := f.Name(filter)
		if name == "" {
			continue
		}
		p := f.Dict(d["DecodeParms"])
		if i > 0 && i <= len(parms) {
			p = f.Dict(parms[i-1])
		}
		s.FilterPipeline = append(s.FilterPipeline, types.PDFFilter{Name: longFilter(name), DecodeParms: p})
	}
	return s
}

// longFilter returns the full name of a filter (Table 92); some writers use the short ones of inline images.
func longFilter(name string) string {
	for short, long := range map[string]string{
		"Fl": "FlateDecode", "AHx": "ASCIIHexDecode", "A85": "ASCII85Decode", "LZW": "LZWDecode", "RL": "RunLengthDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
	} {
		if name == short {
			return long
		}
	}
	return name
}
