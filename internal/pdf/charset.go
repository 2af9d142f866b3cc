package pdf

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A charset stands for the predefined character maps (9.7.5.2) whose codes are those of a character set that is known anyway: then
// no table of CIDs is needed to read the text. What is not known are the CIDs of double-byte codes, by which only proportional
// fonts give widths; those codes are as wide as the em.
type charset struct {
	name    string
	codec   encoding.Encoding // nil: the codes are UTF-16
	jis     bool              // codes are rows and cells without the high bits
	half    uint32            // CID of the space among the half-width characters; 0: none
	narrow  bool              // single bytes are half as wide as the em
	kana    uint32            // CID of the half-width katakana A1
	surrogs bool
}

// charsetOf returns the character set of a predefined map, or nil.
func charsetOf(name string) *charset {
	base := strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	switch base {
	case "90ms-RKSJ", "83pv-RKSJ", "Ext-RKSJ", "RKSJ", "Add-RKSJ":
		return &charset{name: base, codec: japanese.ShiftJIS, half: 231, narrow: true, kana: 327}
	case "90msp-RKSJ", "90pv-RKSJ":
		return &charset{name: base, codec: japanese.ShiftJIS, half: 1, kana: 327}
	case "EUC":
		return &charset{name: base, codec: japanese.EUCJP, half: 231, narrow: true}
	case "H", "V":
		return &charset{name: base, codec: japanese.EUCJP, jis: true}
	case "GBK-EUC", "GBKp-EUC", "GBK2K", "GB-EUC", "GBpc-EUC":
		return &charset{name: base, codec: simplifiedchinese.GB18030, half: 814, narrow: base != "GBKp-EUC"}
	case "B5pc", "ETen-B5", "ETenms-B5", "HKscs-B5":
		return &charset{name: base, codec: traditionalchinese.Big5, half: 13648, narrow: true}
	case "KSCms-UHC", "KSCms-UHC-HW", "KSC-EUC", "KSCpc-EUC":
		return &charset{name: base, codec: korean.EUCKR, half: 8094, narrow: true}
	}
	if strings.HasPrefix(base, "Uni") {
		if strings.HasSuffix(base, "UTF16") || strings.HasSuffix(base, "UCS2") || strings.HasSuffix(base, "UCS2-HW") {
			return &charset{name: base, half: 1, surrogs: strings.Contains(base, "UTF16")}
		}
	}
	return nil
}

// length returns the number of bytes of the first code.
func (c *charset) length(b []byte) int {
	switch {
	case c.codec == nil && c.surrogs && b[0] >= 0xD8 && b[0] <= 0xDB:
		return 4
	case c.codec == nil || c.jis:
		return 2
	case b[0] < 0x80 || c.codec == japanese.ShiftJIS && b[0] >= 0xA0 && b[0] <= 0xDF:
		return 1
	case c.codec == japanese.ShiftJIS && b[0] == 0x80:
		return 1
	}
	return 2
}

// decode returns the character of a code, its CID as far as widths need it, and whether it is half as wide as the em.
func (c *charset) decode(raw uint32, n int) (text string, cid uint32, half bool) {
	if c.codec == nil {
		b := []byte{byte(raw >> 24), byte(raw >> 16), byte(raw >> 8), byte(raw)}
		text = utf16Text(b[4-n:], 1, 0)
		if raw >= ' ' && raw < 0x7F {
			cid = c.half + raw - ' '
		}
		return text, cid, false
	}
	if n == 1 {
		text = c.convert([]byte{byte(raw)})
		switch {
		case raw >= ' ' && raw < 0x7F && c.half > 0:
			cid = c.half + raw - ' '
		case raw >= 0xA1 && raw <= 0xDF && c.kana > 0:
			cid = c.kana + raw - 0xA1
		}
		return text, cid, c.narrow || raw >= 0xA0
	}
	if c.jis {
		raw |= 0x8080
	}
	return c.convert([]byte{byte(raw >> 8), byte(raw)}), 1 << 31, false
}

func (c *charset) convert(b []byte) string {
	out, err := c.codec.NewDecoder().Bytes(b)
	if err != nil || !readable(string(out)) {
		return ""
	}
	return string(out)
}
