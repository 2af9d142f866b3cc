package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// HiddenSheet is a tab with state="hidden" (18.2.19): two clicks show it.
var HiddenSheet = &inspect.Place{
	ID:    "xlsx/hidden-sheet",
	Title: inspect.Words{JA: "かくれているシート", EN: "hidden sheet"},
	Why: inspect.Words{
		JA: "シート名を右クリックして「再表示」を選ぶと、だれでも見られます。",
		EN: "Anyone can show it: right-click a tab and choose Unhide.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルではシートごと消し、そこから計算した値は数字や文字として残します。",
		EN: "The copy loses the sheet; values computed from it stay as plain values.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}

// decide settles what a tab is, now that it is known which tabs feed others.
func (d *document) decide(sh *sheet) {
	if sh.Part != nil {
		sh.fix = inspect.DropSheet{Part: sh.Part.Name}
	}
	switch {
	case sh.State == sml.VeryHidden:
		sh.place = VeryHiddenSheet
	case sh.State == sml.Hidden:
		sh.place = HiddenSheet
	case sh.front:
	case sh.feeds:
		sh.place = SourceSheet
	default:
		sh.place = OtherSheet
	}
}

// announceSheets emits an item for each tab: first the visible ones that feed others, then the hidden ones, then the rest.
func (d *document) announceSheets(context.Context) error {
	for _, place := range []*inspect.Place{SourceSheet, HiddenSheet, VeryHiddenSheet, OtherSheet, nil} {
		for i, sh := range d.sheets {
			if sh.place != place {
				continue
			}
			it := inspect.Item{Where: inspect.Sheet{Sheet: sh.Name, N: i + 1}, Text: sh.Name, Labels: []string{"sheet"}, Place: place, Fix: sh.fix}
			it.Empty = place != nil && !sh.cells && sh.broken == nil && sh.bare()
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// bare reports whether nothing hangs on the sheet: no drawing, comment, table or pivot.
func (sh *sheet) bare() bool { return sh.Part == nil || len(sh.Part.Rels) == 0 }
