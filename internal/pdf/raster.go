package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// maxPixels bounds the images whose pixels are looked at.
const maxPixels = 64 << 20

// A Raster is the pixels of an image by their brightness, 0 is black; rows run from the top. Of a mask it says how much of the paint
// stays: 255 is all.
type Raster struct {
	W, H int
	Gray []byte
	mean float64 // of all, plus one; 0: not known yet
}

// At returns the pixel at a point of the unit square, in which images stand upright (8.9.5.1).
func (r *Raster) At(x, y float64) byte {
	col := max(0, min(int(x*float64(r.W)), r.W-1))
	row := max(0, min(int((1-y)*float64(r.H)), r.H-1))
	return r.Gray[row*r.W+col]
}

// samples are the decoded samples of an image, each row in whole bytes.
type samples struct {
	w, h, bits, n int
	data          []byte
	space         *colorSpace
	invert        bool // Decode counts down
}

// samples decodes an image.
func (f *File) samples(o types.Object) (*samples, error) {
	var sd types.StreamDict
	switch v := f.Resolve(o).(type) {
	case types.StreamDict:
		sd = v
	case *types.StreamDict:
		sd = *v
	default:
		return nil, errFilter
	}
	s := &samples{w: f.Int(sd.Dict["Width"]), h: f.Int(sd.Dict["Height"]), bits: f.Int(sd.Dict["BitsPerComponent"]), n: 1, space: grayspace}
	if s.w <= 0 || s.h <= 0 || s.w > maxPixels/s.h {
		return nil, &limits.Error{Name: "pixels", Limit: maxPixels}
	}
	if f.Bool(sd.Dict["ImageMask"], false) {
		s.bits = 1
	} else if sd.Dict["ColorSpace"] != nil {
		s.space = f.space(sd.Dict["ColorSpace"], nil, 0)
		s.n = s.space.n
	}
	if d := f.Numbers(sd.Dict["Decode"]); len(d) >= 2 {
		s.invert = d[0] > d[1]
	}
	if n := len(sd.FilterPipeline); n > 0 && sd.FilterPipeline[n-1].Name == "DCTDecode" {
		return s, f.photo(s, &sd)
	}
	if n := len(sd.FilterPipeline); n > 0 && (sd.FilterPipeline[n-1].Name == "JBIG2Decode" || sd.FilterPipeline[n-1].Name == "JPXDecode") {
		u, err := f.Unpack(sd)
		if err != nil {
			return s, err
		}
		if u.Bits == 8 {
			s.space, s.invert = f.space(types.Name("DeviceGray"), nil, 0), false
			if u.N == 3 {
				s.space = f.space(types.Name("DeviceRGB"), nil, 0)
			}
		}
		s.w, s.h, s.bits, s.n, s.data = u.W, u.H, u.Bits, u.N, u.Data
		return s, nil
	}
	var err error
	s.data, err = f.pixels(o, &sd)
	row := (s.w*s.bits*s.n + 7) / 8
	if err == nil && (s.bits <= 0 || s.n <= 0 || len(s.data) < row*s.h) {
		err = errFilter
	}
	return s, err
}

// pixels undoes the filters of an image, fax coding included.
func (f *File) pixels(o types.Object, sd *types.StreamDict) (out []byte, err error) {
	if len(sd.FilterPipeline) != 1 || sd.FilterPipeline[0].Name != "CCITTFaxDecode" {
		return f.Stream(o)
	}
	defer func() {
		if recover() != nil {
			err = errFilter
		}
	}()
	if err := sd.DecodeWithLimit(maxStream); err != nil {
		return nil, errFilter
	}
	return sd.Content, f.budget.Inflate(len(sd.Content))
}

// photo decodes a JPEG image to one byte a pixel.
func (f *File) photo(s *samples, sd *types.StreamDict) error {
	data, err := f.coded(sd)
	if err != nil {
		return err
	}
	conf, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil || conf.Width <= 0 || conf.Height <= 0 || conf.Width > maxPixels/conf.Height {
		return errFilter
	}
	if err := f.budget.Inflate(conf.Width * conf.Height); err != nil {
		return err
	}
	im, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return errFilter
	}
	b := im.Bounds()
	s.w, s.h, s.bits, s.n, s.space, s.data = b.Dx(), b.Dy(), 8, 1, grayspace, make([]byte, 0, b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		switch im := im.(type) {
		case *image.Gray:
			s.data = append(s.data, im.Pix[im.PixOffset(b.Min.X, y):im.PixOffset(b.Min.X, y)+b.Dx()]...)
		case *image.YCbCr:
			at := im.YOffset(b.Min.X, y)
			s.data = append(s.data, im.Y[at:at+b.Dx()]...)
		default:
			for x := b.Min.X; x < b.Max.X; x++ {
				s.data = append(s.data, color.GrayModel.Convert(im.At(x, y)).(color.Gray).Y)
			}
		}
	}
	if _, four := im.(*image.CMYK); four {
		s.invert = false // the converter took care of it
	}
	return nil
}

// coded undoes all filters of an image but the last.
func (f *File) coded(sd *types.StreamDict) ([]byte, error) {
	last := len(sd.FilterPipeline) - 1
	if last <= 0 {
		return sd.Raw, nil
	}
	return f.decodeChain(&types.StreamDict{Dict: sd.Dict, Raw: sd.Raw, FilterPipeline: sd.FilterPipeline[:last]})
}

// Photo returns an image as a file of its own, if it is coded as JPEG or JPEG 2000: all filters but that are undone. The filter is
// nil for other images.
func (f *File) Photo(o types.Object) (data []byte, filter *types.PDFFilter, err error) {
	var sd types.StreamDict
	switch v := f.Resolve(o).(type) {
	case types.StreamDict:
		sd = v
	case *types.StreamDict:
		sd = *v
	}
	n := len(sd.FilterPipeline)
	if n == 0 || sd.FilterPipeline[n-1].Name != "DCTDecode" && sd.FilterPipeline[n-1].Name != "JPXDecode" {
		return nil, nil, nil
	}
	data, err = f.coded(&sd)
	return data, &sd.FilterPipeline[n-1], err
}

// Raster returns the pixels of an image as they are stored, without its masks.
func (f *File) Raster(o types.Object) (*Raster, error) {
	s, err := f.samples(o)
	if err != nil {
		return nil, err
	}
	r := &Raster{W: s.w, H: s.h, Gray: make([]byte, s.w*s.h)}
	row := (s.w*s.bits*s.n + 7) / 8
	table := s.table()
	v := make([]float64, s.n)
	for y := range s.h {
		line, out := s.data[y*row:(y+1)*row], r.Gray[y*s.w:(y+1)*s.w]
		for x := range out {
			if table != nil {
				out[x] = table[s.sample(line, x)]
				continue
			}
			for k := range v {
				v[k] = s.share(s.sample(line, x*s.n+k))
			}
			out[x] = byte(255 * s.space.of(v).Luminance())
		}
	}
	return r, nil
}

// table returns the brightness of each sample of an image with one component of at most 8 bits, else nil.
func (s *samples) table() []byte {
	if s.n != 1 || s.bits > 8 {
		return nil
	}
	out := make([]byte, 1<<s.bits)
	for i := range out {
		v := s.share(i)
		if s.space.index != nil {
			v = float64(i)
		}
		out[i] = byte(255 * s.space.of([]float64{v}).Luminance())
	}
	return out
}

// share returns a sample as a number from 0 to 1.
func (s *samples) share(v int) float64 {
	x := float64(v) / float64(int(1)<<s.bits-1)
	if s.invert {
		return 1 - x
	}
	return x
}

// sample returns one sample of a row; of 16 bits the upper ones.
func (s *samples) sample(line []byte, i int) int {
	switch s.bits {
	case 8:
		return int(line[i])
	case 16:
		return int(line[2*i])<<8 | int(line[2*i+1])
	}
	bit := i * s.bits
	return int(line[bit/8]>>(8-s.bits-bit%8)) & (1<<s.bits - 1)
}

// maskRaster returns how much of a painted image a mask lets stay: of its soft mask, its stencil, or the stencil it is itself. It is nil
// if that can't be told.
func (f *File) maskRaster(o types.Object) *Raster {
	n := ObjectNumber(o)
	if r, ok := f.masks[n]; ok && n > 0 {
		return r
	}
	s, err := f.samples(o)
	var r *Raster
	if err == nil && s.n == 1 {
		stencil := f.Bool(f.Dict(o)["ImageMask"], false)
		r = &Raster{W: s.w, H: s.h, Gray: make([]byte, s.w*s.h)}
		row := (s.w*s.bits + 7) / 8
		for y := range s.h {
			for x := range s.w {
				v := s.share(s.sample(s.data[y*row:(y+1)*row], x))
				if stencil {
					v = 1 - v // a sample of 0 is painted
				}
				r.Gray[y*s.w+x] = byte(255 * v)
			}
		}
	}
	f.maskBytes += s.size()
	if f.maskBytes > maxMasks {
		clear(f.masks)
		f.maskBytes = s.size()
	}
	f.masks[n] = r
	return r
}

// maxMasks bounds the bytes of masks that are kept.
const maxMasks = 64 << 20

func (s *samples) size() int {
	if s == nil {
		return 0
	}
	return s.w * s.h
}

// Clear reports whether a painted image shows nothing at all, by its mask or by the strength it is painted with, though it would show
// something: writers fill areas with plain images that are all clear.
func (f *File) Clear(q *Paint) bool {
	const nothing, faint = 0.02, 8
	if q.Kind != Image || q.Obj == 0 || q.Alpha >= nothing && (q.mask == nil || f.Bool(f.Dict(q.mask)["ImageMask"], false)) {
		return false
	}
	if q.Alpha < nothing {
		return !f.plain(q.Obj)
	}
	if known, ok := f.clear[q.Obj]; ok {
		return known
	}
	d := f.Dict(q.mask)
	res := false
	if w, h := f.Int(d["Width"]), f.Int(d["Height"]); w > 0 && h > 0 && w <= maxClear/h {
		if r := f.maskRaster(q.mask); r != nil {
			res = !slices.ContainsFunc(r.Gray, func(v byte) bool { return v >= faint }) && !f.plain(q.Obj)
		}
	}
	f.clear[q.Obj] = res
	return res
}

// plain reports whether an image is of one colour, so that it says nothing.
func (f *File) plain(obj int) bool {
	o := f.Object(obj)
	d := f.Dict(o)
	if w, h := f.Int(d["Width"]), f.Int(d["Height"]); w <= 0 || h <= 0 || w > maxClear/h {
		return false
	}
	r, err := f.Raster(o)
	const alike = 8
	return err == nil && slices.Max(r.Gray)-slices.Min(r.Gray) < alike
}

// maxClear bounds the pixels of the images that are looked at for being clear or plain.
const maxClear = 8 << 20
