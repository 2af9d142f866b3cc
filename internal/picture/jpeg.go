package picture

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// Markers of JPEG (ITU-T T.81, B.1.1.3).
const (
	mSOI  = 0xD8
	mEOI  = 0xD9
	mSOS  = 0xDA
	mAPP0 = 0xE0
	mCOM  = 0xFE
)

// jpegExtras walks the segments. What the picture needs stays: the JFIF and Adobe heads, the colour profile, and of the Exif data the
// way up.
func jpegExtras(data []byte) ([]Extra, error) {
	var list []Extra
	at := 2
	for {
		if at+2 > len(data) || data[at] != 0xFF {
			return nil, ErrBroken
		}
		m := data[at+1]
		switch {
		case m == 0xFF: // fill
			at++
			continue
		case m == mEOI:
			return append(list, tail(data, at+2)...), nil
		case m == 1, m >= 0xD0 && m <= mSOI: // no contents
			at += 2
			continue
		}
		if at+4 > len(data) {
			return nil, ErrBroken
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return nil, ErrBroken
		}
		if x, ok := jpegSegment(m, data[at+4:end]); ok {
			x.From, x.To = at, end
			list = append(list, x)
		}
		if at = end; m == mSOS {
			if at = scanEnd(data, at); at < 0 {
				return list, nil // cut off: decoders show what there is
			}
		}
	}
}

// scanEnd returns where the next marker stands behind entropy-coded data; -1 if there is none.
func scanEnd(data []byte, at int) int {
	for at+1 < len(data) {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			return -1
		}
		at += i
		if next := data[at+1]; next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7) {
			return at
		}
		at++
		if data[at] != 0xFF {
			at++
		}
	}
	return -1
}

// jpegSegment says what of a segment goes.
func jpegSegment(m byte, body []byte) (Extra, bool) {
	has := func(sig string) bool { return strings.HasPrefix(string(body[:min(len(body), len(sig))]), sig) }
	switch {
	case m == mCOM:
		return Extra{Kind: "comment", Text: decode(body)}, true
	case m < mAPP0 || m > mAPP0+15:
		return Extra{}, false
	case m == mAPP0 && has("JFIF\x00"):
		if len(body) <= 14 {
			return Extra{}, false
		}
		plain := append(append([]byte(nil), body[:12]...), 0, 0) // without its thumbnail
		return Extra{Kind: "thumbnail", With: segment(m, plain), Grave: true}, true
	case m == mAPP0 && has("JFXX\x00"):
		return Extra{Kind: "thumbnail", Grave: true}, true
	case m == mAPP0+1 && has("Exif\x00"):
		return exif(body)
	case m == mAPP0+1 && has("http://ns.adobe.com/"):
		text, grave := packet(body)
		return Extra{Kind: "xmp", Text: text, Grave: grave}, true
	case m == mAPP0+2 && has("ICC_PROFILE\x00"), m == mAPP0+14 && has("Adobe"):
		return Extra{}, false
	case m == mAPP0+13:
		return Extra{Kind: "photoshop", Text: said(body), Grave: bytes.Contains(body, []byte("8BIM\x04\x04")) || bytes.Contains(body, []byte("8BIM\x04\x0c"))}, true
	}
	return Extra{Kind: "application", Text: said(body)}, true
}

func segment(m byte, body []byte) []byte {
	b := binary.BigEndian.AppendUint16([]byte{0xFF, m}, uint16(len(body)+2))
	return append(b, body...)
}

// exif reads an Exif segment (JEITA CP-3451, 4.5.4). The way up stays, alone.
func exif(body []byte) (Extra, bool) {
	if len(body) < 6 {
		return Extra{Kind: "exif"}, true
	}
	t := readTags(body[6:])
	x := Extra{Kind: "exif", Text: t.text(), Grave: t.grave}
	if up := upright(t.orientation); up != nil {
		keep := append([]byte("Exif\x00\x00"), up...)
		if bytes.Equal(keep, body) {
			return Extra{}, false
		}
		x.With = segment(mAPP0+1, keep)
	}
	return x, true
}
