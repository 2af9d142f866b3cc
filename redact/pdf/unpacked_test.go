package pdf

import (
	"strconv"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// jbig2 is a JBIG2 picture of eight by eight (ISO/IEC 14492, 7.4), white on the left and black on the right: a page and a region in fax
// coding.
func jbig2() []byte {
	page := "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13" + "\x00\x00\x00\x08\x00\x00\x00\x08" + "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
	region := "\x00\x00\x00\x08\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01" + "\x36\xFF\xFF\x00\x10\x01"
	return []byte(page + "\x00\x00\x00\x01\x26\x00\x01\x00\x00\x00" + string(rune(len(region))) + region)
}

// mixedFax is the same with each row by itself (ITU-T T.4): the end of a line, 1, four white samples, four black ones.
func mixedFax() []byte {
	bits := strings.Repeat("000000000001"+"1"+"1011"+"011", 8)
	var out []byte
	for ; len(bits) >= 8; bits = bits[8:] {
		v, _ := strconv.ParseUint(bits[:8], 2, 8)
		out = append(out, byte(v))
	}
	return out
}

// Test_pictures_that_PDFium_decodes holds that samples in codings which are not read here come out as they went in, and that those
// below a redaction do not.
func Test_pictures_that_PDFium_decodes(t *testing.T) {
	for name, c := range map[string]struct {
		coding string
		data   []byte
	}{
		"JBIG2":     {"/Filter /JBIG2Decode", jbig2()},
		"mixed fax": {"/Filter /CCITTFaxDecode /DecodeParms << /K 4 /Columns 8 /Rows 8 >>", mixedFax()},
	} {
		data := scan("/Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray "+c.coding, c.data)
		rows := picture(t, open(t, rewrite(t, data, inspect.EraseBox{Page: 1, Of: "redact"})))
		for y, row := range rows {
			want := byte(0xF0)
			if y >= 4 { // the redaction lies on the lower left
				want = 0
			}
			if len(rows) != 8 || row != want {
				t.Errorf("%s: row %d is %08b", name, y, row)
			}
		}
	}
	f := open(t, scan("/Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode", jbig2()))
	r, err := f.Raster(f.Object(6))
	if err != nil || r.At(0.2, 0.2) != 255 || r.At(0.8, 0.8) != 0 {
		t.Errorf("%v %v", r, err)
	}
}
