package picture

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// Boxes of JPEG 2000 files (ISO/IEC 15444-1, Annex I) that hold what is not shown: XML, data of programs under a UUID, rights. Exif,
// IPTC and XMP stand in boxes with UUIDs.
var jp2Notes = map[string]string{"uuid": "uuid", "xml ": "xml", "uinf": "uuid", "jp2i": "rights", "asoc": "label", "lbl ": "label"}

// Signatures of the file and of the bare codestream.
const (
	jp2Signature = "\x00\x00\x00\x0cjP  \r\n\x87\n"
	j2kSignature = "\xff\x4f\xff\x51"
)

// jp2Extras walks the boxes of a file, and the main header of the codestream.
func jp2Extras(data []byte) ([]Extra, error) {
	if strings.HasPrefix(string(data[:min(len(data), 4)]), j2kSignature) {
		list, end, err := codestream(data, 0, len(data))
		return append(list, tail(data, end)...), err
	}
	var list []Extra
	for at := 0; at < len(data); {
		body, end, kind := box(data, at)
		if end <= at {
			if len(list) == 0 && at == 0 {
				return nil, ErrBroken
			}
			return append(list, tail(data, at)...), nil
		}
		switch note := jp2Notes[kind]; {
		case kind == "ftbl": // it counts bytes from the beginning of the file
			return nil, ErrKind
		case kind == "jp2c":
			inner, last, err := codestream(data, body, end)
			if err != nil {
				return nil, err
			}
			list = append(list, inner...)
			for _, x := range tail(data[:end], last) {
				if x.With = make([]byte, x.To-x.From); x.Grave { // the box says how long it is
					list = append(list, x)
				}
			}
		case note != "":
			list = append(list, jp2Note(note, data, at, body, end))
		}
		at = end
	}
	return list, nil
}

// box reads the head of a box; end is 0 if there is none.
func box(data []byte, at int) (body, end int, kind string) {
	if at+8 > len(data) {
		return 0, 0, ""
	}
	size, body := int(binary.BigEndian.Uint32(data[at:])), at+8
	kind = string(data[at+4 : at+8])
	switch {
	case size == 0:
		size = len(data) - at
	case size == 1 && at+16 <= len(data):
		long := binary.BigEndian.Uint64(data[at+8:])
		if long > uint64(len(data)) {
			return 0, 0, ""
		}
		size, body = int(long), at+16
	}
	if size < body-at || at+size > len(data) {
		return 0, 0, ""
	}
	return body, at + size, kind
}

func jp2Note(kind string, data []byte, at, body, end int) Extra {
	x := Extra{Kind: kind, From: at, To: end}
	v := data[body:end]
	if kind == "uuid" && len(v) >= 16 {
		v = v[16:]
		if t := readTags(v); t.order != nil {
			x.Text, x.Grave = t.text(), t.grave
			return x
		}
	}
	if x.Text, x.Grave = packet(v); x.Text == "" {
		x.Text = said(v)
	}
	return x
}

// codestream returns the comments in the main header of a codestream (Annex A), and where it ends: behind its last tile.
func codestream(data []byte, at, end int) (list []Extra, last int, err error) {
	at += 2
	for at+4 <= end && data[at] == 0xFF && data[at+1] != 0x90 {
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > end {
			return nil, 0, ErrBroken
		}
		if says := data[at+4 : at+2+size]; data[at+1] == 0x64 && size > 4 && strings.Trim(string(says[2:]), "\x00") != "" {
			with := append(bytes.Clone(data[at:at+6]), make([]byte, size-4)...)
			list = append(list, Extra{Kind: "comment", From: at, To: at + 2 + size, With: with, Text: decode(says[2:])})
		}
		at += 2 + size
	}
	for at+12 <= end && data[at] == 0xFF && data[at+1] == 0x90 {
		size := int(binary.BigEndian.Uint32(data[at+6:]))
		if size < 14 || at+size > end {
			return list, end, nil // to the end
		}
		at += size
	}
	if at+2 <= end && data[at] == 0xFF && data[at+1] == mEOI {
		return list, at + 2, nil
	}
	return list, end, nil
}
