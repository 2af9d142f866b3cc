package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Script is JavaScript (12.6.4.17), wherever it stands.
var Script = &inspect.Place{
	ID:     "pdf/script",
	Title:  inspect.Words{JA: "中に入っているプログラム（JavaScript）", EN: "JavaScript"},
	Why:    inspect.Words{JA: "開いたときに動くことがあり、中に値やサーバーの名前が書かれていることがあります。", EN: "It may run when the file is opened, and may hold values or names of servers."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// scripts emits every entry that holds a script. Actions may stand in any dictionary.
func (d *document) scripts(context.Context) error {
	for _, n := range d.objects() {
		if err := d.scriptsIn(n, d.f.Object(n), "", 0); err != nil {
			return err
		}
	}
	return nil
}

func (d *document) scriptsIn(n int, o object, path string, depth int) error {
	if depth > maxNesting {
		return nil
	}
	if a, ok := o.(array); ok {
		for _, v := range a {
			if err := d.scriptsIn(n, v, path, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	dict := dictOf(o)
	if js := dict["JS"]; js != nil {
		text := d.f.Text(js)
		if text == "" {
			data, _ := d.f.Stream(js)
			text = pdf.DecodeText(data)
		}
		it := inspect.Item{Where: part(n), Text: text, Place: Script, Fix: inspect.DropEntry{Obj: n, Key: join2(path, "JS")}, Empty: squeeze(text) == ""}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	for _, inner := range nested(dict) {
		if err := d.scriptsIn(n, inner.value, join2(path, inner.key), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// join2 joins the keys that lead into nested dictionaries.
func join2(path, key string) string {
	if path == "" {
		return key
	}
	return path + "/" + key
}
