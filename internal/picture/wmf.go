package picture

import "encoding/binary"

// Records of [MS-WMF] that draw text, and the one that holds other things.
const (
	metaTextOut    = 0x0521
	metaExtTextOut = 0x0A32
	metaEscape     = 0x0626
	escapeComment  = 0x000F
)

// wmfRecords calls visit for each record, and returns where the last one ends.
func wmfRecords(data []byte, visit func(at int, kind uint16, rec []byte)) (end int, err error) {
	at := 18
	if len(data) >= 4 && string(data[:4]) == "\xd7\xcd\xc6\x9a" {
		at += 22
	}
	for at+6 <= len(data) {
		size, kind := int(binary.LittleEndian.Uint32(data[at:]))*2, binary.LittleEndian.Uint16(data[at+4:])
		if size < 6 || size > len(data)-at {
			return at, ErrBroken
		}
		visit(at, kind, data[at:at+size])
		if at += size; kind == 0 {
			return at, nil
		}
	}
	return at, ErrBroken
}

// wmfSpans returns the texts ([MS-WMF] 2.3.3.20 and 2.3.3.5), in the code page of the program that wrote it.
func wmfSpans(data []byte) ([]span, error) {
	u16 := binary.LittleEndian.Uint16
	var list []span
	_, err := wmfRecords(data, func(at int, kind uint16, rec []byte) {
		switch {
		case kind == metaTextOut && len(rec) >= 12:
			n := int(u16(rec[6:]))
			if end := 8 + n + n&1; n > 0 && end+4 <= len(rec) {
				list = append(list, span{from: at + 8, to: at + 8 + n, y: int(int16(u16(rec[end:]))), x: int(int16(u16(rec[end+2:])))})
			}
		case kind == metaExtTextOut && len(rec) >= 14:
			n, off := int(u16(rec[10:])), 14
			if u16(rec[12:])&6 != 0 {
				off += 8
			}
			if u16(rec[12:])&glyphIndex == 0 && n > 0 && off+n <= len(rec) {
				s := span{from: at + off, to: at + off + n, y: int(int16(u16(rec[6:]))), x: int(int16(u16(rec[8:])))}
				for i := off + n + n&1; i+2 <= len(rec); i += 2 {
					s.advance += int(int16(u16(rec[i:])))
				}
				list = append(list, s)
			}
		}
	})
	return list, err
}

// wmfExtras finds comments of programs, among them whole metafiles of the later kind, and what stands behind the end.
func wmfExtras(data []byte) ([]Extra, error) {
	var list []Extra
	end, err := wmfRecords(data, func(at int, kind uint16, rec []byte) {
		if kind == metaEscape && len(rec) > 10 && binary.LittleEndian.Uint16(rec[6:]) == escapeComment {
			list = appendBlank(list, "comment", data, at+10, at+len(rec))
		}
	})
	if err != nil {
		return nil, err
	}
	return append(list, tail(data, end)...), nil
}
