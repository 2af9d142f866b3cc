package pdf

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"strings"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdfium"
)

// Samples are the samples of a picture, row by row, each row from a byte on.
type Samples struct {
	W, H int
	Bits int // of a component: 1 or 8
	N    int // components: 1, or 3 for red, green and blue
	Data []byte
}

// maxUnpacking bounds the time for pictures of one file that PDFium decodes; those beyond it stay undecoded.
const maxUnpacking = 15 * time.Second

// Unpack decodes a picture in JBIG2, JPEG 2000 or a rare fax coding with PDFium. What is not decoded is an [UnsupportedFilter].
func (f *File) Unpack(s types.StreamDict) (*Samples, error) {
	n := len(s.FilterPipeline)
	if n == 0 || f.unpacking > maxUnpacking {
		return nil, errFilter
	}
	began := time.Now()
	defer func() { f.unpacking += time.Since(began) }()
	last := s.FilterPipeline[n-1]
	coded := pdfium.Coded{Filter: last.Name, Data: s.Raw, W: f.Int(s.Dict["Width"]), H: f.Int(s.Dict["Height"])}
	if n > 1 {
		before := types.StreamDict{Dict: s.Dict, Raw: s.Raw, FilterPipeline: s.FilterPipeline[:n-1]}
		var err error
		if coded.Data, err = f.decodeChain(&before); err != nil {
			return nil, err
		}
	}
	out := &Samples{Bits: 1, N: 1}
	switch last.Name {
	case "JBIG2Decode":
		if globals := last.DecodeParms["JBIG2Globals"]; globals != nil {
			var err error
			if coded.Globals, err = f.Stream(globals); err != nil {
				return nil, err
			}
		}
	case "CCITTFaxDecode":
		coded.Parms = f.faxParms(last.DecodeParms)
	case "JPXDecode":
		out.Bits = 8
		coded.W, coded.H, out.N = jpxSize(coded.Data)
		if out.N != 1 && out.N != 3 || f.Int(s.Dict["SMaskInData"]) != 0 {
			return nil, errFilter // with transparency, or for printing
		}
	default:
		return nil, errFilter
	}
	ctx, cancel := context.WithTimeout(context.Background(), maxUnpacking)
	defer cancel()
	img, err := pdfium.Decode(ctx, coded)
	if err != nil {
		return nil, errFilter
	}
	out.W, out.H = coded.W, coded.H
	out.Data = out.pack(img)
	return out, f.budget.Inflate(len(out.Data))
}

// faxParms returns the parameters of fax coding (7.4.6) as PDF writes them.
func (f *File) faxParms(d types.Dict) string {
	var b strings.Builder
	for _, key := range []string{"K", "Columns", "Rows"} {
		if d[key] != nil {
			fmt.Fprintf(&b, "/%s %d", key, f.Int(d[key]))
		}
	}
	for _, key := range []string{"BlackIs1", "EncodedByteAlign", "EndOfLine", "EndOfBlock"} {
		if d[key] != nil {
			fmt.Fprintf(&b, "/%s %t", key, f.Bool(d[key], key == "EndOfBlock"))
		}
	}
	return b.String()
}

// pack turns pixels into samples.
func (s *Samples) pack(img *image.RGBA) []byte {
	row := (s.W*s.Bits*s.N + 7) / 8
	data := make([]byte, row*s.H)
	for y := range s.H {
		line, pix := data[y*row:(y+1)*row], img.Pix[y*img.Stride:]
		for x := range s.W {
			switch p := pix[4*x:]; {
			case s.Bits == 1 && p[0] >= 128:
				line[x/8] |= 0x80 >> (x % 8)
			case s.Bits == 1:
			case s.N == 1:
				line[x] = p[0]
			default:
				copy(line[3*x:3*x+3], p)
			}
		}
	}
	return data
}

// jpxSize reads width, height and the number of components out of the header of JPEG 2000 code (ISO/IEC 15444-1, A.5.1); zeros if there
// is none.
func jpxSize(data []byte) (w, h, n int) {
	const fixed = 40 // bytes of the segment, with its marker, up to the components
	i := bytes.Index(data, []byte{0xFF, 0x4F, 0xFF, 0x51})
	if i < 0 || len(data) < i+2+fixed {
		return 0, 0, 0
	}
	siz := data[i+2:]
	at := func(k int) int { return int(binary.BigEndian.Uint32(siz[k:])) }
	return at(6) - at(14), at(10) - at(18), int(binary.BigEndian.Uint16(siz[38:]))
}
