package picture

import (
	"encoding/binary"
	"strings"
)

// Records of [MS-EMF] that draw text, and those that hold other things.
const (
	emrHeader       = 1
	emrEOF          = 14
	emrComment      = 70
	emrExtTextOutA  = 83
	emrExtTextOutW  = 84
	emrPolyTextOutA = 96
	emrPolyTextOutW = 97
	emrSmallTextOut = 108
)

const glyphIndex = 0x10 // of a record's options: the string is made of numbers of glyphs

// emfRecords calls visit for each record. It returns where the last one ends.
func emfRecords(data []byte, visit func(at int, kind uint32, rec []byte)) (end int, err error) {
	at := 0
	for at+8 <= len(data) {
		kind, size := binary.LittleEndian.Uint32(data[at:]), int(binary.LittleEndian.Uint32(data[at+4:]))
		if size < 8 || size > len(data)-at {
			return at, ErrBroken
		}
		visit(at, kind, data[at:at+size])
		if at += size; kind == emrEOF {
			return at, nil
		}
	}
	return at, ErrBroken
}

// emfSpans returns the texts of a metafile, also those of the later kind of records (EMF+) that comments hold.
func emfSpans(data []byte) ([]span, error) {
	var list []span
	_, err := emfRecords(data, func(at int, kind uint32, rec []byte) {
		switch kind {
		case emrExtTextOutA, emrExtTextOutW:
			if len(rec) >= 76 {
				list = appendText(list, at, rec, 36, kind == emrExtTextOutW)
			}
		case emrPolyTextOutA, emrPolyTextOutW:
			for i := 40; len(rec) >= 40 && i+40 <= len(rec) && (i-40)/40 < int(u32(rec, 36)); i += 40 {
				list = appendText(list, at, rec, i, kind == emrPolyTextOutW)
			}
		case emrSmallTextOut:
			list = appendSmall(list, at, rec)
		case emrComment:
			list = appendPlus(list, at, rec)
		}
	})
	return list, err
}

func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }

// appendText reads an EmrText ([MS-EMF] 2.2.5).
func appendText(list []span, at int, rec []byte, text int, wide bool) []span {
	n, off, options, dx := int(u32(rec, text+8)), int(u32(rec, text+12)), u32(rec, text+16), int(u32(rec, text+36))
	size := n
	if wide {
		size = 2 * n
	}
	if n <= 0 || n > len(rec) || off < 0 || off > len(rec)-size || options&glyphIndex != 0 {
		return list
	}
	s := span{from: at + off, to: at + off + size, wide: wide, x: int(int32(u32(rec, text))), y: int(int32(u32(rec, text+4)))}
	for i := 0; dx > 0 && i < n && dx+4*i+4 <= len(rec); i++ {
		s.advance += int(int32(u32(rec, dx+4*i)))
	}
	return append(list, s)
}

// appendSmall reads a short text ([MS-EMF] 2.3.5.37).
func appendSmall(list []span, at int, rec []byte) []span {
	if len(rec) < 36 {
		return list
	}
	n, options := int(u32(rec, 16)), u32(rec, 20)
	off := 36
	if options&0x100 == 0 {
		off += 16
	}
	wide := options&0x200 == 0
	size := n
	if wide {
		size = 2 * n
	}
	if n <= 0 || n > len(rec) || off > len(rec)-size || options&glyphIndex != 0 {
		return list
	}
	return append(list, span{from: at + off, to: at + off + size, wide: wide, x: int(int32(u32(rec, 8))), y: int(int32(u32(rec, 12)))})
}

// appendPlus reads the records in a comment ([MS-EMFPLUS] 2.3.4.14 and 2.3.4.6).
func appendPlus(list []span, at int, rec []byte) []span {
	if len(rec) < 16 || string(rec[12:16]) != "EMF+" {
		return list
	}
	for i := 16; i+12 <= len(rec); {
		kind, size := binary.LittleEndian.Uint16(rec[i:]), int(u32(rec, i+4))
		if size < 12 || size > len(rec)-i {
			return list
		}
		body := rec[i+12 : i+size]
		n, off := 0, 0
		switch {
		case kind == 0x401C && len(body) >= 28: // DrawString
			n, off = int(u32(body, 8)), 28
		case kind == 0x4036 && len(body) >= 16 && u32(body, 4)&1 != 0: // DrawDriverString of characters
			n, off = int(u32(body, 12)), 16
		}
		if n > 0 && n <= (len(body)-off)/2 {
			from := at + i + 12 + off
			list = append(list, span{from: from, to: from + 2*n, wide: true, y: -from}) // a line of its own
		}
		i += size
	}
	return list
}

// emfExtras finds the description, comments of programs, and what stands behind the end. Their bytes are blanked, since records refer
// to each other by number.
func emfExtras(data []byte) ([]Extra, error) {
	var list []Extra
	end, err := emfRecords(data, func(at int, kind uint32, rec []byte) {
		switch {
		case kind == emrHeader && len(rec) >= 68:
			n, off := 2*int(u32(rec, 60)), int(u32(rec, 64))
			if n > 0 && n <= len(rec) && off >= 68 && off <= len(rec)-n {
				list = appendBlank(list, "description", data, at+off, at+off+n)
			}
		case kind == emrComment && len(rec) > 16 && !plainComment(rec):
			n := min(int(u32(rec, 8)), len(rec)-12)
			list = appendBlank(list, "comment", data, at+12, at+12+max(n, 0))
		}
	})
	if err != nil {
		return nil, err
	}
	return append(list, tail(data, end)...), nil
}

// plainComment reports whether a comment holds records that draw ([MS-EMF] 2.3.3).
func plainComment(rec []byte) bool {
	switch string(rec[12:16]) {
	case "EMF+", "GDIC", "EMFC", "\x00\x00\x00\x00":
		return true
	}
	return false
}

// appendBlank adds bytes that are overwritten by zeros, if they are not zeros already.
func appendBlank(list []Extra, kind string, data []byte, from, to int) []Extra {
	if strings.Trim(string(data[from:to]), "\x00") == "" {
		return list
	}
	x := blank(from, to)
	x.Kind, x.Text = kind, said(data[from:to])
	return append(list, x)
}
