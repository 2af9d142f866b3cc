package biff12

import (
	"encoding/binary"
	"io"
)

// richText reads a RichStr (2.5.121): its text, and its reading.
func richText(f *fields) (text, reading string) {
	flags := f.u8()
	text = f.text()
	if flags&1 != 0 {
		f.take(4 * f.u32())
	}
	if flags&2 != 0 {
		reading = f.text()
	}
	return text, reading
}

// item writes a string with its reading.
func (p *Part) item(name, text, reading string) {
	p.open(name)
	p.element("t", text)
	if reading != "" {
		p.open("rPh", "sb", "0", "eb", itoa(len([]rune(text))))
		p.element("t", reading)
		p.close("rPh")
	}
	p.close(name)
}

// Strings reads a shared strings part (2.1.7.45).
func Strings(r io.Reader) *Part {
	p := newPart(r, "sst")
	p.each = func(kind int, f *fields) bool {
		if kind != brtSSTItem {
			return false
		}
		text, reading := richText(f)
		p.item("si", text, reading)
		return true
	}
	return p
}

// Comments reads a comments part (2.1.7.10).
func Comments(r io.Reader) *Part {
	p := newPart(r, "comments")
	p.each = func(kind int, f *fields) bool {
		switch kind {
		case brtCommentAuthor:
			p.element("author", f.text())
		case brtBeginComment:
			f.u32()
			p.open("comment", "ref", area(f))
		case brtCommentText:
			text, _ := richText(f)
			p.element("t", text)
		case brtEndComment:
			p.close("comment")
		default:
			return false
		}
		return true
	}
	return p
}

// Texts reads a part of which every text counts and nothing else: connections and query tables (2.1.7.12, 2.1.7.41), whose records keep
// no text but with its length.
func Texts(r io.Reader) *Part {
	p := newPart(r, "texts")
	p.each = func(_ int, f *fields) bool {
		t := newTexts(f.b)
		for i := 0; i+8 <= len(f.b); i++ {
			if n := int(binary.LittleEndian.Uint32(f.b[i:])); n >= 2 && t.at(i+4, n) {
				p.element("t", wide(f.b[i+4:i+4+2*n]))
				i += 3 + 2*n
			}
		}
		return true
	}
	return p
}

// Index reads a part that says where others have their cells, or in which order they are computed (2.1.7.5, 2.1.7.6).
func Index(r io.Reader) *Part {
	p := newPart(r, "index")
	p.each = func(int, *fields) bool { return false }
	return p
}
