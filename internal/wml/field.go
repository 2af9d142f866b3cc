package wml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A Field is a field (17.16.2): a code that no page shows, and the result that it had last.
type Field struct {
	Code    string
	Marks   []Mark  // its characters and the pieces of its code, with fields inside of the code
	Codes   []Piece // the pieces of the code alone
	Simple  *Element
	Deleted bool
	Open    bool // it has no end: what follows it is no code, whatever it looks like
	Result  bool // a reader sees a result in place of the code
	N       int  // of the part's fields, from 1, in the order in which they begin

	code   strings.Builder
	inCode bool
	silent bool // no page shows its result
}

// silentKinds are the types of fields (17.16.5) that show nothing, whatever their result is: they set, ask and mark.
var silentKinds = map[string]bool{
	"SET": true, "ASK": true, "PRIVATE": true, "XE": true, "TC": true, "TA": true, "RD": true, "NEXT": true, "NEXTIF": true, "SKIPIF": true, "DATA": true,
}

// silent reports whether text is the result of a field that shows none.
func (w *walker) silent() bool {
	for _, f := range w.box().fields {
		if f.silent {
			return true
		}
	}
	return false
}

// Name returns the field's type in upper case: "INCLUDETEXT".
func (f *Field) Name() string { return fieldName(f.Code) }

func fieldName(code string) string {
	name, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	name, _, _ = strings.Cut(name, "\u3000")
	name, _, _ = strings.Cut(name, `\`)
	return strings.ToUpper(name)
}

// inCode reports whether text is part of a field's code: then no page shows it.
func (w *walker) inCode() bool {
	for _, f := range w.box().fields {
		if f.inCode {
			return true
		}
	}
	return false
}

// field returns the innermost open field, or nil.
func (w *walker) field() *Field {
	fs := w.box().fields
	if len(fs) == 0 {
		return nil
	}
	return fs[len(fs)-1]
}

func (w *walker) newField(inCode bool) *Field {
	w.fields++
	f := &Field{inCode: inCode, N: w.fields, Deleted: w.deleted > 0}
	w.box().fields = append(w.box().fields, f)
	return f
}

// mark notes a character of the innermost field; those whose code it is part of have it too.
func (w *walker) mark(m Mark) {
	fs := w.box().fields
	for i, f := range fs {
		if i == len(fs)-1 || f.inCode {
			f.Marks = append(f.Marks, m)
		}
	}
}

// fieldChar takes w:fldChar (17.16.18) at its end.
func (w *walker) fieldChar(kind string, m Mark) error {
	switch kind {
	case "begin":
		w.newField(true)
		w.mark(m)
	case "separate":
		w.mark(m)
		if f := w.field(); f != nil {
			f.inCode, f.Result = false, true
			f.silent = silentKinds[fieldName(f.code.String())]
		}
	case "end":
		w.mark(m)
		return w.endField()
	}
	return nil
}

// endField closes the innermost field. The code of one inside of another code belongs to the outer one too.
func (w *walker) endField() error {
	b := w.box()
	f := w.field()
	if f == nil {
		return nil
	}
	b.fields = b.fields[:len(b.fields)-1]
	f.Code = f.code.String()
	if up := w.field(); up != nil && up.inCode {
		up.code.WriteString("{" + f.Code + "}")
	}
	return call(w.v.Field, f)
}

// code takes a piece of a field's code, or of the result of a field inside of a code. One outside of any field is a field of its own.
func (w *walker) code(p Piece) error {
	var inner *Field
	for _, f := range w.box().fields {
		if f.inCode {
			inner = f
			f.Marks = append(f.Marks, p.Mark)
		}
	}
	if inner != nil {
		inner.code.WriteString(p.Text)
		inner.Codes = append(inner.Codes, p)
		return nil
	}
	f := w.newField(false)
	f.code.WriteString(p.Text)
	f.Codes, f.Marks = append(f.Codes, p), append(f.Marks, p.Mark)
	return w.endField()
}

// startSimple opens w:fldSimple (17.16.19), which holds its code in an attribute.
func (w *walker) startSimple(s *xmlscan.Scanner) {
	f := w.newField(false)
	code, _ := Attr(s, "instr")
	f.code.WriteString(code)
	f.Result, f.silent = true, silentKinds[fieldName(code)]
}
