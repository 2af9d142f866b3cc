package pdf

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// OrphanObject is an object that nothing leads to any more: what editing left behind (7.3.10, 7.5.4).
var OrphanObject = &inspect.Place{
	ID:    "pdf/orphan-object",
	Title: inspect.Words{JA: "どこからも使われていない残りかす", EN: "leftover object"},
	Why: inspect.Words{
		JA: "編集で消したページや文字の一部が、使われないままファイルの中に残っています。",
		EN: "Parts of what was deleted remain in the file, unused.",
	},
	Advice: inspect.Words{JA: "公開用ファイルは、使われているものだけで作り直します。", EN: "The copy is written anew, from what is in use."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// orphans emits the objects that nothing leads to, with the strings they hold.
func (d *document) orphans(context.Context) error {
	defs, objects := d.f.Orphans()
	for _, n := range objects {
		if err := d.orphan(n, d.f.Object(n)); err != nil {
			return err
		}
	}
	for i := range defs {
		def := &defs[i]
		text := printable(d.f.Scan.Bytes(pdf.Span{Start: def.Body, End: def.End}))
		it := inspect.Item{Where: part(def.Num), Text: text, Place: OrphanObject, Fix: inspect.Rebuild{}, Empty: letters(text) < 4}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// orphan emits one object. Its streams are searched for strings: without the page around them, their fonts are not known.
func (d *document) orphan(n int, o object) error {
	it := inspect.Item{Where: part(n), Place: OrphanObject, Fix: inspect.Rebuild{}, Empty: true}
	var said []string
	err := d.strings(o, "", 0, func(key, text string) error {
		if !inertKey[key] {
			said = append(said, text)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if data, err := d.f.Stream(o); err == nil && d.f.Name(dictOf(o)["Subtype"]) != "Image" {
		said = append(said, shown(data)...)
	}
	for _, text := range said {
		it.Empty = it.Empty && letters(text) < 4
	}
	if err := d.emit(it); err != nil {
		return err
	}
	it.Inside = true
	for _, text := range said {
		it.Text = text
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// shown returns the strings of content whose fonts are not known, as far as they are readable.
func shown(data []byte) []string {
	if !bytes.Contains(data, []byte("Tj")) && !bytes.Contains(data, []byte("TJ")) {
		return nil
	}
	var out []string
	var line strings.Builder
	l := &pdf.Lexer{Data: data}
	for t := l.Next(); t.Kind != pdf.EOF; t = l.Next() {
		switch {
		case t.Kind == pdf.String:
			line.WriteString(printable(t.Bytes))
		case t.Kind == pdf.Operator && line.Len() > 0:
			out = append(out, line.String())
			line.Reset()
			l.Reset()
		}
	}
	return out
}

// printable returns the readable characters of bytes, UTF-8 or Latin.
func printable(b []byte) string {
	if len(b) > 64<<10 {
		b = b[:64<<10]
	}
	var out strings.Builder
	valid := utf8.Valid(b)
	for len(b) > 0 {
		r, n := rune(b[0]), 1
		if valid {
			r, n = utf8.DecodeRune(b)
		}
		b = b[n:]
		if strconv.IsPrint(r) && (valid || r < 0x7F) {
			out.WriteRune(r)
		} else if out.Len() > 0 && (r == '\n' || r == '\r' || r == '\t') {
			out.WriteByte(' ')
		}
	}
	return strings.TrimSpace(out.String())
}

func itoa(n int) string { return strconv.Itoa(n) }
