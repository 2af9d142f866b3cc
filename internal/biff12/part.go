package biff12

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// A Part is a binary part that is read as XML.
type Part struct {
	Strange bool // a record that is not understood holds a text

	later bool // between the marks of records that a later version added, whose numbers mean something else there

	r    *Reader
	out  bytes.Buffer
	each func(kind int, f *fields) bool // false: it does not know the record
	end  func()
	err  error
}

func newPart(r io.Reader, root string) *Part {
	p := &Part{r: NewReader(r)}
	p.out.WriteString("<" + root + ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`)
	p.end = func() { p.out.WriteString("</" + root + ">") }
	return p
}

// Read returns the XML that the records stand for.
func (p *Part) Read(b []byte) (int, error) {
	for p.out.Len() == 0 && p.err == nil {
		p.next()
	}
	if p.out.Len() > 0 {
		return p.out.Read(b)
	}
	return 0, p.err
}

func (p *Part) next() {
	kind, data, err := p.r.Next()
	if err == io.EOF {
		p.end()
	}
	if err != nil {
		p.err = err
		return
	}
	f := &fields{b: data}
	known := p.future(kind) || !p.later && p.each(kind, f)
	if known && f.short {
		p.err = ErrDamaged
	}
	if !known && !inert[kind] && hasText(data) {
		p.Strange = true
	}
}

// future notes the marks of later records (2.4.351).
func (p *Part) future(kind int) bool {
	if kind == brtFRTBegin || kind == brtFRTEnd {
		p.later = kind == brtFRTBegin
		return true
	}
	return false
}

// tag writes an element without content; attributes are pairs, and those with an empty value are left out.
func (p *Part) tag(name string, attrs ...string) {
	p.open(name, attrs...)
	p.out.Truncate(p.out.Len() - 1)
	p.out.WriteString("/>")
}

func (p *Part) open(name string, attrs ...string) {
	p.out.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" {
			continue
		}
		p.out.WriteString(" " + attrs[i] + `="`)
		p.escape(attrs[i+1])
		p.out.WriteByte('"')
	}
	p.out.WriteByte('>')
}

func (p *Part) close(name string) { p.out.WriteString("</" + name + ">") }

// element writes an element with a text, if there is one.
func (p *Part) element(name, text string, attrs ...string) {
	if text == "" {
		return
	}
	p.open(name, attrs...)
	p.escape(text)
	p.close(name)
}

// escape writes a text; what XML can't hold becomes U+FFFD.
func (p *Part) escape(s string) { _ = xml.EscapeText(&p.out, []byte(s)) }

func flag(b bool) string {
	if b {
		return "1"
	}
	return ""
}

func itoa(n int) string { return strconv.Itoa(n) }

func ftoa(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// quote spells a sheet's name as a formula does.
func quote(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// ref spells a cell, both counted from 0.
func ref(row, col int) string {
	var letters []byte
	for col++; col > 0; col = (col - 1) / 26 {
		letters = append([]byte{byte('A' + (col-1)%26)}, letters...)
	}
	return string(letters) + itoa(row+1)
}

// area reads an UncheckedRfX (2.5.153) and spells it.
func area(f *fields) string {
	row1, row2, col1, col2 := f.u32(), f.u32(), f.u32(), f.u32()
	return span(row1, row2, col1, col2)
}

const maxCol = 1 << 14

func span(row1, row2, col1, col2 int) string {
	if col1 >= maxCol || col2 >= maxCol {
		return ""
	}
	if row1 == row2 && col1 == col2 {
		return ref(row1, col1)
	}
	return ref(row1, col1) + ":" + ref(row2, col2)
}
