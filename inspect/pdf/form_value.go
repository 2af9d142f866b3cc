package pdf

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// FormValue is a value of a form field that its appearance does not show (12.7.4): a default, a choice that was not taken, a value
// behind an empty box.
var FormValue = &inspect.Place{
	ID:     "pdf/form-value",
	Title:  inspect.Words{JA: "入力欄に残っている値", EN: "value of a form field"},
	Why:    inspect.Words{JA: "画面の表示とちがう値が、入力欄の中に残っていることがあります。", EN: "The field may hold another value than the one that is shown."},
	Advice: inspect.Words{JA: "入力欄を空にしてから公開してください。個人情報があるときは消します。", EN: "Empty the field before publishing. It is removed if it holds personal data."},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// HiddenField is a form field that is hidden or has no size.
var HiddenField = &inspect.Place{
	ID:     "pdf/hidden-field",
	Title:  inspect.Words{JA: "かくれている入力欄", EN: "hidden form field"},
	Why:    inspect.Words{JA: "画面には出ませんが、値はファイルの中に残っています。", EN: "It is not shown, but its value is in the file."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Stop, Action: inspect.Take,
}

// maxFields bounds the fields of a form.
const maxFields = 100_000

// fields walks the fields of the form once.
func (d *document) fields(context.Context) error {
	form := d.f.Dict(d.f.Catalog()["AcroForm"])
	seen := map[int]bool{}
	for _, o := range d.f.Array(form["Fields"]) {
		if err := d.field(o, seen, 0); err != nil {
			return err
		}
	}
	return nil
}

// field emits one field and those under it.
func (d *document) field(o object, seen map[int]bool, depth int) error {
	n, f := pdf.ObjectNumber(o), d.f.Dict(o)
	if f == nil || n == 0 || seen[n] || depth > maxNesting || len(seen) > maxFields {
		return nil
	}
	seen[n], d.spoken[n] = true, true
	place, fix := FormValue, inspect.Fix(inspect.DropEntry{Obj: n, Key: "V"})
	if d.hiddenWidget(f) {
		place, fix = HiddenField, inspect.DropField{Obj: n}
	}
	said := false
	for _, key := range [...]string{"V", "DV", "RV"} {
		if place == FormValue {
			fix = inspect.DropEntry{Obj: n, Key: key}
		}
		for _, text := range d.values(f[key]) {
			if text == "" || place == FormValue && (d.widgets.has(squeeze(text)) || d.f.Name(f["FT"]) == "Sig") {
				continue
			}
			it := inspect.Item{Where: part(n), Text: text, Labels: []string{d.f.Text(f["T"]), d.f.Text(f["TU"])}, Place: place, Fix: fix, Inside: said && place == HiddenField}
			if err := d.emit(it); err != nil {
				return err
			}
			said = true
		}
	}
	for _, kid := range d.f.Array(f["Kids"]) {
		if err := d.field(kid, seen, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// values returns the texts of a field's value: a string, a stream, or several choices.
func (d *document) values(o object) []string {
	if a := d.f.Array(o); a != nil {
		var out []string
		for _, v := range a {
			out = append(out, d.f.Text(v))
		}
		return out
	}
	if text := d.f.Text(o); text != "" {
		return []string{text}
	}
	if data, err := d.f.Stream(o); err == nil {
		return []string{pdf.DecodeText(data)}
	}
	return nil
}

// hiddenWidget reports whether the field is its own widget and that is not shown.
func (d *document) hiddenWidget(f dictionary) bool {
	if d.f.Name(f["Subtype"]) != "Widget" || d.f.Name(f["FT"]) == "Sig" {
		return false
	}
	flags := d.f.Int(f["F"])
	box, ok := d.f.Rect(f["Rect"])
	return flags&(pdf.FlagHidden|pdf.FlagNoView) != 0 || ok && box.Empty()
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
