package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// A decodedStream is a stream that was decoded before.
type decodedStream struct {
	data []byte
	err  error
}

// errFilter says that a stream is encoded in a way that is not decoded here.
var errFilter = errors.New("unsupported filter")

// keepDecoded is the largest decoded stream that is kept: forms and fonts are used by many pages, images by none of us.
const keepDecoded = 1 << 20

// Stream decodes a stream. With an error comes what could be decoded before it. The bytes must not be changed.
func (f *File) Stream(o types.Object) ([]byte, error) {
	n := ObjectNumber(o)
	if d, ok := f.decoded[n]; ok && n > 0 {
		return d.data, d.err
	}
	data, err := f.streamOnce(o, nil)
	if n > 0 && len(data) <= keepDecoded {
		f.decoded[n] = decodedStream{data, err}
	}
	return data, err
}

// streamOnce decodes a stream that need not be kept, such as the content of a page. Where there is memory to be used again, that is what
// holds the data.
func (f *File) streamOnce(o types.Object, memory *[]byte) ([]byte, error) {
	switch v := f.Resolve(o).(type) {
	case types.StreamDict:
		return f.decode(&v, memory)
	case *types.StreamDict:
		return f.decode(v, memory)
	}
	return nil, errors.New("not a stream")
}

// decode undoes the filters (7.4). Deflate, which nearly everything uses, is done here so that every byte is counted as it comes
// out; the rest is pdfcpu's.
func (f *File) decode(sd *types.StreamDict, memory *[]byte) (out []byte, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("a filter broke off")
		}
	}()
	switch pipe := sd.FilterPipeline; {
	case len(pipe) > maxFilters:
		return nil, &limits.Error{Name: "filters", Limit: maxFilters}
	case len(pipe) == 0:
		if f.Name(sd.Dict["Filter"]) != "" || len(f.Array(sd.Dict["Filter"])) > 0 {
			return nil, errFilter
		}
		return sd.Raw, f.budget.Inflate(len(sd.Raw))
	case len(pipe) == 1 && pipe[0].Name == "FlateDecode":
		if out, err = f.inflate(sd.Raw, memory); err != nil && errors.As(err, new(*limits.Error)) {
			return out, err
		}
		out, bad := f.predict(out, pipe[0].DecodeParms)
		return out, errors.Join(err, bad)
	}
	return f.decodeChain(sd)
}

// decodeChain undoes several filters one after the other, each bounded.
func (f *File) decodeChain(sd *types.StreamDict) ([]byte, error) {
	data := sd.Raw
	for _, filter := range sd.FilterPipeline {
		switch filter.Name {
		case "DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode":
			return nil, errFilter
		}
		one := types.StreamDict{Dict: sd.Dict, Raw: data, FilterPipeline: []types.PDFFilter{filter}}
		if filter.Name == "FlateDecode" {
			out, err := f.inflate(data, nil)
			if err == nil {
				out, err = f.predict(out, filter.DecodeParms)
			}
			if err != nil {
				return out, err
			}
			data = out
			continue
		}
		if err := one.DecodeWithLimit(maxStream); err != nil {
			return nil, fmt.Errorf("filter %s: %w", filter.Name, err)
		}
		data = one.Content
		if err := f.budget.Inflate(len(data)); err != nil {
			return nil, err
		}
	}
	return data, nil
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// inflate undoes deflate. Of a broken stream it returns what came before the break; readers show that much. The checksum at the
// end is not looked at: writers get it wrong, and readers do not care.
func (f *File) inflate(raw []byte, memory *[]byte) (out []byte, err error) {
	raw = bytes.TrimLeft(raw, "\r\n")
	if len(raw) < 2 || raw[0]&15 != 8 {
		return nil, errors.New("no zlib header")
	}
	zr := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(zr)
	if err := zr.(flate.Resetter).Reset(bytes.NewReader(raw[2:]), nil); err != nil {
		return nil, err
	}
	if memory != nil {
		out = (*memory)[:0]
		defer func() {
			if cap(out) <= keepDecoded {
				*memory = out
			}
		}()
	}
	out = slices.Grow(out, min(4*len(raw)+512, 1<<20))
	for {
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		n, err := zr.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		if bound := f.budget.Inflate(n); bound != nil {
			return out, bound
		}
		if len(out) > maxStream {
			return out, &limits.Error{Name: "stream", Limit: maxStream}
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
	}
}

// predict undoes the PNG and TIFF predictors (7.4.4.4).
func (f *File) predict(data []byte, parms types.Dict) ([]byte, error) {
	predictor := f.Int(parms["Predictor"])
	if predictor <= 1 {
		return data, nil
	}
	get := func(key string, def int) int {
		if n := f.Int(parms[key]); n > 0 {
			return n
		}
		return def
	}
	colors, bits, columns := get("Colors", 1), get("BitsPerComponent", 8), get("Columns", 1)
	if colors > 64 || bits > 16 || columns > 1<<24 {
		return nil, errors.New("predictor out of bounds")
	}
	size := (colors*bits + 7) / 8
	row := (colors*bits*columns + 7) / 8
	if predictor == 2 {
		return tiff(data, row, size, bits)
	}
	return unpng(data, row, size)
}

// tiff undoes the horizontal difference of 8-bit components.
func tiff(data []byte, row, size, bits int) ([]byte, error) {
	if bits != 8 {
		return nil, errFilter
	}
	for start := 0; start < len(data); start += row {
		line := data[start:min(start+row, len(data))]
		for i := size; i < len(line); i++ {
			line[i] += line[i-size]
		}
	}
	return data, nil
}

func unpng(data []byte, row, size int) ([]byte, error) {
	out := make([]byte, 0, len(data))
	prev := make([]byte, row)
	for len(data) > 1 {
		kind, line := data[0], data[1:min(1+row, len(data))]
		data = data[1+len(line):]
		for i := range line {
			var a, b, c byte // left, up, left of up
			if i >= size {
				a, c = line[i-size], prev[i-size]
			}
			b = prev[i]
			switch kind {
			case 1:
				line[i] += a
			case 2:
				line[i] += b
			case 3:
				line[i] += byte((int(a) + int(b)) / 2)
			case 4:
				line[i] += paeth(a, b, c)
			}
		}
		out = append(out, line...)
		copy(prev, line)
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }

// problemOf says what an error means for a page.
func problemOf(err error, what string) Problem {
	var lim *limits.Error
	switch {
	case errors.As(err, &lim):
		return Problem{OverLimit, what}
	case errors.Is(err, errFilter):
		return Problem{Unsupported, what}
	}
	return Problem{Damaged, what}
}

// UnsupportedFilter reports whether an error says that a stream is encoded in a way that is not decoded here.
func UnsupportedFilter(err error) bool { return errors.Is(err, errFilter) }

// IsStream reports whether an object is a stream.
func IsStream(o types.Object) bool {
	switch o.(type) {
	case types.StreamDict, *types.StreamDict:
		return true
	}
	return false
}

// Raw returns the bytes of a stream as they stand in the file, decrypted.
func Raw(o types.Object) []byte {
	switch v := o.(type) {
	case types.StreamDict:
		return v.Raw
	case *types.StreamDict:
		return v.Raw
	}
	return nil
}

// Trim returns the bytes of a picture file without the line ends and zeros that writers put before the end of a stream.
func Trim(b []byte) []byte { return bytes.TrimRight(b, "\x00\r\n\t ") }
