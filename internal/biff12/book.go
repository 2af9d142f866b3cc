package biff12

import (
	"io"
)

// A Book is what formulas need to know of the workbook part: its sheets, the sheets that references name, and the names.
type Book struct {
	sheets  []string
	links   []int // kinds of supporting links, in order
	externs [][3]int
	names   []string
}

// ReadBook reads the workbook part.
func ReadBook(r io.Reader) (*Book, error) {
	b := &Book{}
	for rd := NewReader(r); ; {
		kind, data, err := rd.Next()
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return nil, err
		}
		if f := (&fields{b: data}); b.note(kind, f) && f.short {
			return nil, ErrDamaged
		}
	}
}

// note keeps what a record of the workbook part says.
func (b *Book) note(kind int, f *fields) bool {
	switch kind {
	case brtBundleSh:
		f.take(8)
		f.text()
		b.sheets = append(b.sheets, bounded(f.text()))
	case brtSupBookSrc, brtSupSelf, brtSupSame, brtSupAddin, brtPlaceholder:
		b.links = append(b.links, kind)
	case brtExternSheet:
		for n := f.u32(); n > 0 && !f.short; n-- {
			b.externs = append(b.externs, [3]int{f.u32(), f.u32(), f.u32()})
		}
	case brtName:
		f.take(9)
		b.names = append(b.names, bounded(f.text()))
	default:
		return false
	}
	return true
}

// bounded leaves out a name that is longer than Excel allows, in bytes of UTF-8: formulas would repeat it without bounds.
func bounded(name string) string {
	if len(name) > 4*255 {
		return ""
	}
	return name
}

// name returns a defined name by its number, from 1.
func (b *Book) name(n int) string {
	if n < 1 || n > len(b.names) {
		return ""
	}
	return b.names[n-1]
}

// sheetsOf spells the sheets of a reference, with the exclamation mark; empty if they lie in another workbook.
func (b *Book) sheetsOf(n int) string {
	if n >= len(b.externs) {
		return ""
	}
	e := b.externs[n]
	if e[0] >= len(b.links) || b.links[e[0]] != brtSupSelf && b.links[e[0]] != brtSupSame {
		return "[" + itoa(e[0]) + "]!"
	}
	if e[1] >= len(b.sheets) || e[2] >= len(b.sheets) {
		return ""
	}
	if e[1] == e[2] {
		return quote(b.sheets[e[1]]) + "!"
	}
	return quote(b.sheets[e[1]]+":"+b.sheets[e[2]]) + "!"
}

// Workbook reads a workbook part (2.1.7.61).
func (b *Book) Workbook(r io.Reader) *Part {
	p := newPart(r, "workbook")
	p.each = func(kind int, f *fields) bool {
		switch kind {
		case brtBundleSh:
			state := f.u32()
			f.u32()
			id := f.text()
			p.tag("sheet", "name", f.text(), "state", [...]string{"", "hidden", "veryHidden", "veryHidden"}[state&3], "r:id", id)
		case brtBookView:
			f.take(24)
			p.tag("workbookView", "activeTab", itoa(f.u32()))
		case brtName:
			return b.definedName(p, f)
		case brtAbsPath:
			p.tag("absPath", "url", f.text())
		case brtFileSharing:
			f.take(4)
			p.tag("fileSharing", "userName", f.text())
		case brtUserBookView:
			f.take(46)
			p.tag("customWorkbookView", "name", f.text())
		default:
			return false
		}
		return true
	}
	return p
}

func (b *Book) definedName(p *Part, f *fields) bool {
	flags := f.u32()
	f.u8()
	tab, name := f.u32(), f.text()
	text, ok := b.formula(f)
	if !ok {
		return false
	}
	local := ""
	if tab != null {
		local = itoa(tab)
	}
	comment := f.text()
	p.open("definedName", "name", name, "localSheetId", local, "hidden", flag(flags&1 != 0), "comment", comment)
	p.escape(text)
	p.close("definedName")
	return !hasText(f.b) // the help of a macro
}
