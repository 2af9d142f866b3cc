package picture

import (
	"encoding/binary"
	"strings"
)

// webpExtras walks the chunks of the RIFF container (WebP Container Specification). The head says how long the rest is and what is
// in it, so it is set right with them.
func webpExtras(data []byte) ([]Extra, error) {
	if len(data) < 20 {
		return nil, ErrBroken
	}
	end := 8 + int(binary.LittleEndian.Uint32(data[4:]))
	if end > len(data) {
		return nil, ErrBroken
	}
	list := tail(data, end)
	gone, flags := 0, -1
	for at := 12; at+8 <= end; {
		n := int(binary.LittleEndian.Uint32(data[at+4:]))
		if n > end-at-8 {
			return nil, ErrBroken
		}
		next := min(at+8+n+n&1, end)
		body := data[at+8 : at+8+n]
		x := Extra{From: at, To: next}
		switch kind := string(data[at : at+4]); {
		case kind == "VP8X" && n > 0:
			flags = at + 8
		case strings.Contains("VP8  VP8L VP8X ANIM ANMF ALPH ICCP ", kind+" "):
		case kind == "EXIF":
			t := readTags([]byte(strings.TrimPrefix(string(body), "Exif\x00\x00")))
			x.Kind, x.Text, x.Grave = "exif", t.text(), t.grave
		case kind == "XMP ":
			x.Kind = "xmp"
			x.Text, x.Grave = packet(body)
		default:
			x.Kind, x.Text = "application", said(body)
		}
		if x.Kind != "" {
			list = append(list, x)
			gone += next - at
		}
		at = next
	}
	if gone > 0 {
		list = append(list, Extra{Kind: "head", From: 4, To: 8, With: binary.LittleEndian.AppendUint32(nil, uint32(end-8-gone))})
		if flags >= 0 {
			list = append(list, Extra{Kind: "head", From: flags, To: flags + 1, With: []byte{data[flags] &^ 0x0C}})
		}
	}
	return list, nil
}
