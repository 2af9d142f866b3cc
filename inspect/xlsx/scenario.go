package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Scenario is a set of other values for cells (18.3.1.76) with its author and comment.
var Scenario = &inspect.Place{
	ID:     "xlsx/scenario",
	Title:  inspect.Words{JA: "シナリオ（別の値の控え）", EN: "scenario"},
	Why:    inspect.Words{JA: "「What-If分析」に、セルの別の値や作った人の名前が残っています。", EN: "What-if analysis keeps other values of cells, and who made them."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// scenarios emits the scenarios of a sheet.
func (v *cellReader) scenarios(s *xmlscan.Scanner) error {
	fix := inspect.DropElement{Part: v.sh.Part.Name, Element: "scenarios"}
	depth, inside := s.Depth(), false
	for s.Next() {
		if s.Kind() == xmlscan.End && s.Depth() == depth {
			return nil
		}
		if s.Kind() != xmlscan.Start {
			continue
		}
		inside = inside && !s.Is("scenario")
		for _, name := range [...]string{"name", "user", "comment", "val"} {
			text, ok := s.Attr(name)
			if !ok || len(text) == 0 {
				continue
			}
			it := inspect.Item{Where: inspect.Sheet{Sheet: v.sh.Name}, Text: string(text), Place: Scenario, Fix: fix, Inside: inside, Outer: v.sh.fix}
			inside = true
			if err := v.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}
