package xlsx

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// CustomView is a saved view of the workbook (18.2.3, 18.3.1.25): which rows somebody hid or filtered, and what he called it.
var CustomView = &inspect.Place{
	ID:     "xlsx/custom-view",
	Title:  inspect.Words{JA: "ユーザー設定のビュー", EN: "saved view"},
	Why:    inspect.Words{JA: "だれかが保存した表示のしかたです。付けた名前、絞り込みの条件、別のヘッダーが残っています。", EN: "A way to look at the book that somebody saved, with its name, its filters and its own headers."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// bookView emits one saved view of the workbook part.
func (d *document) bookView(s *xmlscan.Scanner) error {
	name, _ := s.Attr("name")
	return d.emit(inspect.Item{
		Where: inspect.Part{Part: d.wb.Part.Name}, Text: string(name), Labels: []string{"view"}, Place: CustomView,
		Fix: inspect.DropElement{Part: d.wb.Part.Name, Element: "customWorkbookViews"},
	})
}

// sheetViews emits what the saved views of a sheet say: criteria of filters, headers and footers.
func (v *cellReader) sheetViews(s *xmlscan.Scanner) error {
	it := inspect.Item{
		Where: inspect.Sheet{Sheet: v.sh.Name}, Place: CustomView, Outer: v.sh.fix,
		Fix: inspect.DropElement{Part: v.sh.Part.Name, Element: "customSheetViews"},
	}
	v.sh.over(&it)
	say := func(text string) error {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		it.Text = text
		err := v.emit(it)
		it.Inside = true
		return err
	}
	depth := s.Depth()
	if err := v.emit(it); err != nil {
		return err
	}
	it.Inside = true
	for s.Next() {
		text := ""
		switch {
		case s.Kind() == xmlscan.End && s.Depth() == depth:
			return nil
		case s.Kind() == xmlscan.Text:
			text = string(s.Text())
		case s.Kind() == xmlscan.Start && (s.Is("filter") || s.Is("customFilter")):
			val, _ := s.Attr("val")
			text = string(val)
		}
		if err := say(text); err != nil {
			return err
		}
	}
	return nil
}

// over says that an item lies in a sheet that is hidden as a whole, if it is.
func (sh *sheet) over(it *inspect.Item) {
	if sh.place != nil && !sh.place.OnlyWithPeople {
		it.Place, it.Fix, it.Inside = sh.place, sh.fix, true
	}
}
