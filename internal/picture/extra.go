package picture

import (
	"cmp"
	"slices"
)

// An Extra is a stretch of a picture's bytes that is not shown. It goes by being replaced: by nothing, or by what has to stand there.
type Extra struct {
	Kind     string // "exif", "xmp", "comment", "thumbnail", "after-end" and the like
	From, To int
	With     []byte
	Text     string // what it says, for detectors
	Grave    bool   // it tells of a person or a place, or holds another picture
}

// Extras returns what a picture holds beside what it shows, in the order of its bytes. Pictures of other kinds than those that can
// be read give [ErrKind].
func Extras(data []byte) ([]Extra, error) {
	var list []Extra
	var err error
	switch Sniff(data) {
	case JPEG:
		list, err = jpegExtras(data)
	case PNG:
		list, err = pngExtras(data)
	case GIF:
		list, err = gifExtras(data)
	case WebP:
		list, err = webpExtras(data)
	case BMP:
		list, err = bmpExtras(data)
	case JP2:
		list, err = jp2Extras(data)
	case TIFF:
		list, err = tiffExtras(data)
	case EMF:
		list, err = emfExtras(data)
	case WMF:
		list, err = wmfExtras(data)
	case SVG:
		list, err = svgExtras(data)
	default:
		err = ErrKind
	}
	slices.SortStableFunc(list, func(a, b Extra) int { return cmp.Compare(a.From, b.From) })
	return list, err
}

// Strip returns the picture without its extras, and whether it had any. What is shown is the same bytes as before.
func Strip(data []byte) ([]byte, bool, error) {
	list, err := Extras(data)
	if err != nil || len(list) == 0 {
		return data, false, err
	}
	out := make([]byte, 0, len(data))
	at := 0
	for _, x := range list {
		if x.From < at {
			continue // inside of one that went
		}
		out = append(append(out, data[at:x.From]...), x.With...)
		at = x.To
	}
	return append(out, data[at:]...), true, nil
}

// tail is the extra of what stands behind the end of a picture. A few zeros are padding.
func tail(data []byte, end int) []Extra {
	if end >= len(data) {
		return nil
	}
	rest := data[end:]
	padding := !slices.ContainsFunc(rest, func(b byte) bool { return b != 0 })
	x := Extra{Kind: "after-end", From: end, To: len(data), Grave: !padding}
	if !padding {
		x.Text = said(rest)
	}
	return []Extra{x}
}
