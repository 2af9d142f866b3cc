package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/image/ccitt"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// samples returns the decoded samples of a picture (8.9.5). Those of a JPEG are written without loss, so that all others stay as they
// were.
func (d *drawing) samples(s types.StreamDict, dict types.Dict) ([]byte, error) {
	n := len(s.FilterPipeline)
	if n == 0 {
		return d.decoded(s)
	}
	last := s.FilterPipeline[n-1]
	coded := s
	coded.FilterPipeline = s.FilterPipeline[:n-1]
	if n == 1 {
		coded.Dict = types.Dict{} // nothing is left to decode
	}
	switch last.Name {
	case "DCTDecode", "CCITTFaxDecode":
		data, err := d.decoded(coded)
		if err != nil {
			return nil, err
		}
		if last.Name == "DCTDecode" {
			return d.jpeg(data, dict)
		}
		out, err := d.fax(data, last.DecodeParms, dict)
		if err != nil {
			return d.unpacked(s, dict)
		}
		return out, nil
	case "JBIG2Decode", "JPXDecode":
		return d.unpacked(s, dict)
	}
	return d.decoded(s)
}

// unpacked decodes a picture in a coding that is not read here.
func (d *drawing) unpacked(s types.StreamDict, dict types.Dict) ([]byte, error) {
	u, err := d.f.Unpack(s)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDraw, err)
	}
	dict["Width"], dict["Height"], dict["BitsPerComponent"] = types.Integer(u.W), types.Integer(u.H), types.Integer(u.Bits)
	if u.Bits == 8 {
		delete(dict, "Decode")
		dict["ColorSpace"] = types.Name("DeviceGray")
		if u.N == 3 {
			dict["ColorSpace"] = types.Name("DeviceRGB")
		}
	}
	return u.Data, nil
}

func (d *drawing) decoded(s types.StreamDict) ([]byte, error) {
	data, err := d.f.Stream(s)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDraw, err)
	}
	return data, nil
}

// maxPixels bounds a picture that is decoded (robustness 3).
const maxPixels = 100_000_000

// jpeg decodes a JPEG picture.
func (d *drawing) jpeg(data []byte, dict types.Dict) ([]byte, error) {
	conf, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil || conf.Width > maxPixels/max(1, conf.Height) {
		return nil, fmt.Errorf("%w: a JPEG picture", ErrDraw)
	}
	im, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: a JPEG picture", ErrDraw)
	}
	b := im.Bounds()
	dict["Width"], dict["Height"], dict["BitsPerComponent"] = types.Integer(b.Dx()), types.Integer(b.Dy()), types.Integer(8)
	var out []byte
	switch im := im.(type) {
	case *image.Gray:
		out = make([]byte, 0, b.Dx()*b.Dy())
		for y := range b.Dy() {
			out = append(out, im.Pix[y*im.Stride:y*im.Stride+b.Dx()]...)
		}
	case *image.CMYK: // the decoder turned Adobe's inverted inks round
		out = make([]byte, 0, 4*b.Dx()*b.Dy())
		for y := range b.Dy() {
			for _, v := range im.Pix[y*im.Stride : y*im.Stride+4*b.Dx()] {
				out = append(out, 255-v)
			}
		}
	default:
		out = make([]byte, 0, 3*b.Dx()*b.Dy())
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				r, g, b, _ := im.At(x, y).RGBA()
				out = append(out, byte(r>>8), byte(g>>8), byte(b>>8))
			}
		}
	}
	if n := d.components(dict); n != 0 && n*b.Dx()*b.Dy() != len(out) {
		return nil, fmt.Errorf("%w: a JPEG picture in an uncommon colour space", ErrDraw)
	}
	return out, nil
}

// fax decodes a picture of a fax or scanner (7.4.6): groups 3 in one dimension and 4.
func (d *drawing) fax(data []byte, parms, dict types.Dict) ([]byte, error) {
	k := d.f.Int(parms["K"])
	w, h := d.f.Int(parms["Columns"]), d.f.Int(dict["Height"])
	if w == 0 {
		w = 1728
	}
	if k > 0 || w != d.f.Int(dict["Width"]) || w <= 0 || h <= 0 || w > maxPixels/h {
		return nil, fmt.Errorf("%w: a picture in a rare fax coding", ErrDraw)
	}
	coding := ccitt.Group4
	if k == 0 {
		coding = ccitt.Group3
	}
	opts := &ccitt.Options{Align: d.f.Bool(parms["EncodedByteAlign"], false), Invert: !d.f.Bool(parms["BlackIs1"], false)}
	row := (w + 7) / 8
	out := make([]byte, row*h)
	n, err := io.ReadFull(ccitt.NewReader(bytes.NewReader(data), ccitt.MSB, coding, w, h, opts), out)
	if err != nil && n < row {
		return nil, fmt.Errorf("%w: a picture in fax coding", ErrDraw)
	}
	if err != nil && opts.Invert { // rows that are missing are white
		for i := n; i < len(out); i++ {
			out[i] = 0xFF
		}
	}
	return out, nil
}

// outlined turns an inline image (8.9.7) into an object, and returns its number.
func (d *drawing) outlined(q *pdf.Paint) (int, error) {
	c := &d.c.Contents[q.Content]
	lex := pdf.Lexer{Data: c.Data[:q.End], Pos: q.Start}
	lex.Next() // BI
	dict := types.Dict{"Type": types.Name("XObject"), "Subtype": types.Name("Image")}
	for {
		t := lex.Next()
		if t.Kind == pdf.Operator && string(t.Bytes) == "ID" {
			break
		}
		if t.Kind != pdf.Name {
			return 0, fmt.Errorf("%w: an inline picture", ErrDraw)
		}
		key := string(t.Bytes)
		if full := inlineKeys[key]; full != "" {
			key = full
		}
		v, ok := operand(&lex, 0)
		if !ok {
			return 0, fmt.Errorf("%w: an inline picture", ErrDraw)
		}
		if n, isName := v.(types.Name); isName && key == "ColorSpace" {
			if named := d.f.Dict(c.Resources["ColorSpace"])[string(n)]; named != nil {
				v = named
			}
		}
		dict[key] = v
	}
	raw := bytes.TrimRight(c.Data[min(lex.Pos+1, q.End):max(q.End-2, lex.Pos+1)], "\r\n ")
	s := types.StreamDict{Dict: dict, Raw: bytes.Clone(raw), FilterPipeline: d.pipeline(dict)}
	if len(s.FilterPipeline) == 0 {
		s.Raw = bytes.Clone(c.Data[min(lex.Pos+1, q.End):max(q.End-2, lex.Pos+1)]) // trailing samples may look like white space
	}
	return int(d.add(s).ObjectNumber), nil
}

// inlineKeys are the short names of inline images; filters and colour spaces have some as well.
var inlineKeys = map[string]string{
	"BPC": "BitsPerComponent", "CS": "ColorSpace", "D": "Decode", "DP": "DecodeParms", "F": "Filter", "H": "Height", "IM": "ImageMask",
	"I": "Interpolate", "W": "Width",
}

var inlineNames = map[string]string{
	"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed", "AHx": "ASCIIHexDecode", "A85": "ASCII85Decode",
	"LZW": "LZWDecode", "Fl": "FlateDecode", "RL": "RunLengthDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
}

// operand reads one object of a content.
func operand(lex *pdf.Lexer, depth int) (object, bool) {
	t := lex.Next()
	switch t.Kind {
	case pdf.Name:
		if full := inlineNames[string(t.Bytes)]; full != "" {
			return types.Name(full), true
		}
		return types.Name(string(t.Bytes)), true
	case pdf.Number:
		if t.Num == float64(int(t.Num)) {
			return types.Integer(int(t.Num)), true
		}
		return types.Float(t.Num), true
	case pdf.String:
		return types.NewHexLiteral(bytes.Clone(t.Bytes)), true
	case pdf.Operator:
		switch string(t.Bytes) {
		case "true", "false":
			return types.Boolean(string(t.Bytes) == "true"), true
		}
	case pdf.ArrayOpen:
		a := types.Array{}
		for depth < 5 {
			if save := lex.Pos; lex.Next().Kind == pdf.ArrayClose {
				return a, true
			} else {
				lex.Pos = save
			}
			v, ok := operand(lex, depth+1)
			if !ok {
				return nil, false
			}
			a = append(a, v)
		}
	case pdf.DictOpen:
		dict := types.Dict{}
		for depth < 5 {
			k := lex.Next()
			if k.Kind == pdf.DictClose {
				return dict, true
			}
			v, ok := operand(lex, depth+1)
			if !ok || k.Kind != pdf.Name {
				return nil, false
			}
			dict[string(k.Bytes)] = v
		}
	}
	return nil, false
}

// pipeline returns the filters of a dictionary with their parameters.
func (d *drawing) pipeline(dict types.Dict) []types.PDFFilter {
	names := d.f.Array(dict["Filter"])
	if name := d.f.Name(dict["Filter"]); name != "" {
		names = types.Array{types.Name(name)}
	}
	parms := d.f.Array(dict["DecodeParms"])
	if p := d.f.Dict(dict["DecodeParms"]); p != nil {
		parms = types.Array{p}
	}
	var out []types.PDFFilter
	for i, n := range names {
		f := types.PDFFilter{Name: d.f.Name(n)}
		if i < len(parms) {
			f.DecodeParms = d.f.Dict(parms[i])
		}
		out = append(out, f)
	}
	return out
}
