package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"strings"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngKept are the chunks that say how a picture looks (PNG third edition, 5.6), and those of animation.
const pngKept = "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT "

// pngExtras walks the chunks.
func pngExtras(data []byte) ([]Extra, error) {
	var list []Extra
	at := len(pngSignature)
	for at+12 <= len(data) {
		n := int(binary.BigEndian.Uint32(data[at:]))
		if n > len(data)-at-12 {
			break // cut off: decoders show what there is
		}
		kind, end := string(data[at+4:at+8]), at+12+n
		switch {
		case kind == "IEND":
			return append(list, tail(data, end)...), nil
		case strings.Contains(pngKept, kind+" "):
		default:
			if x, ok := pngNote(kind, data[at+8:at+8+n]); ok {
				x.From, x.To = at, end
				list = append(list, x)
			}
		}
		at = end
	}
	return list, nil
}

// pngNote says what a chunk that is not shown holds.
func pngNote(kind string, body []byte) (Extra, bool) {
	x := Extra{Kind: "text"}
	switch kind {
	case "tEXt":
		x.Text = pngText(body, false)
	case "zTXt":
		x.Text = pngText(body, true)
	case "iTXt":
		x.Text, x.Grave = internationalText(body)
	case "eXIf":
		t := readTags(body)
		x = Extra{Kind: "exif", Text: t.text(), Grave: t.grave}
		if up := upright(t.orientation); up != nil {
			if bytes.Equal(up, body) {
				return x, false
			}
			x.With = pngChunk("eXIf", up)
		}
	case "tIME":
	default:
		x = Extra{Kind: "application", Text: said(body)}
	}
	return x, true
}

// pngText reads keyword, NUL and text; a compressed text has a method before it.
func pngText(body []byte, packed bool) string {
	key, text, ok := bytes.Cut(body, []byte{0})
	if !ok {
		return decode(body)
	}
	if packed && len(text) > 0 {
		text = inflate(text[1:])
	}
	if bytes.HasPrefix(key, []byte("Raw profile")) { // of ImageMagick, in hexadecimal
		return said(unhex(text))
	}
	return decode(key) + "\n" + decode(text)
}

// internationalText reads keyword, flag, method, language, translated keyword and text (11.3.3.4).
func internationalText(body []byte) (string, bool) {
	key, rest, ok := bytes.Cut(body, []byte{0})
	if !ok || len(rest) < 2 {
		return decode(body), false
	}
	packed := rest[0] == 1
	_, rest, _ = bytes.Cut(rest[2:], []byte{0})
	_, rest, _ = bytes.Cut(rest, []byte{0})
	if packed {
		rest = inflate(rest)
	}
	if string(key) == "XML:com.adobe.xmp" {
		return packet(rest)
	}
	return decode(key) + "\n" + decode(rest), false
}

func unhex(b []byte) []byte {
	out := make([]byte, 0, len(b)/2)
	high := -1
	for _, c := range b {
		d := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		switch {
		case d < 0:
		case high < 0:
			high = d
		default:
			out = append(out, byte(high<<4|d))
			high = -1
		}
	}
	return out
}

func pngChunk(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, kind...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}
