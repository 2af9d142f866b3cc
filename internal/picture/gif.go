package picture

import "strings"

// gifExtras walks the blocks (GIF89a, 11-28). Loops of animations and colour profiles stay.
func gifExtras(data []byte) ([]Extra, error) {
	if len(data) < 13 {
		return nil, ErrBroken
	}
	at := 13 + palette(data[10])
	var list []Extra
	for at < len(data) {
		start := at
		switch data[at] {
		case 0x3B:
			return append(list, tail(data, at+1)...), nil
		case 0x2C:
			if at+10 > len(data) {
				return nil, ErrBroken
			}
			at += 11 + palette(data[at+9])
		case 0x21:
			if at += 2; at > len(data) {
				return nil, ErrBroken
			}
		default:
			return nil, ErrBroken
		}
		body, end := blocks(data, at)
		if end < 0 {
			break // cut off: decoders show what there is
		}
		if at = end; data[start] == 0x21 {
			if x, ok := gifNote(data[start+1], body); ok {
				x.From, x.To = start, end
				list = append(list, x)
			}
		}
	}
	return list, nil
}

// palette returns the size of a colour table, in bytes.
func palette(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// blocks reads a chain of blocks and returns what is in them, up to maxText, and where it ends; -1 if it does not.
func blocks(data []byte, at int) (body []byte, end int) {
	for at < len(data) {
		n := int(data[at])
		if at++; n == 0 {
			return body, at
		}
		if at+n > len(data) {
			return nil, -1
		}
		if len(body) < maxText {
			body = append(body, data[at:at+n]...)
		}
		at += n
	}
	return nil, -1
}

func gifNote(label byte, body []byte) (Extra, bool) {
	switch {
	case label == 0xFE:
		return Extra{Kind: "comment", Text: decode(body)}, true
	case label == 0x01:
		return Extra{Kind: "text", Text: said(body)}, true
	case label != 0xFF:
		return Extra{}, false
	}
	switch app := string(body[:min(len(body), 11)]); {
	case app == "NETSCAPE2.0", app == "ANIMEXTS1.0", strings.HasPrefix(app, "ICCRGBG1"):
		return Extra{}, false
	case strings.HasPrefix(app, "XMP Data"):
		text, grave := packet(body[11:])
		return Extra{Kind: "xmp", Text: text, Grave: grave}, true
	}
	return Extra{Kind: "application", Text: said(body)}, true
}
