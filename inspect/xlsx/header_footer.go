package xlsx

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// HeaderFooter is what the headers and footers of a page (18.3.1.46) tell beyond what a reader sees: codes that print the folder or the
// name of the file, and texts for pages that are switched off.
var HeaderFooter = &inspect.Place{
	ID:     "xlsx/header-footer",
	Title:  inspect.Words{JA: "ヘッダー・フッターの場所の記号、使われていない文", EN: "path codes and unused texts in headers and footers"},
	Why:    inspect.Words{JA: "印刷すると、ファイルの場所や名前が紙に出ます。使われていないヘッダーの文は、設定を変えると出てきます。", EN: "Printing puts the file's folder or name on paper. Texts of headers that are switched off come back with a setting."},
	Advice: inspect.Words{JA: "「ページ設定」のヘッダー・フッターを見直してください。", EN: "Look through the headers and footers in the page setup."},
	Weight: inspect.Note, Action: inspect.Report,
}

// headerFooter emits the texts of the page's headers and footers. A reader sees them in print, if they are in use.
func (v *cellReader) headerFooter(s *xmlscan.Scanner) error {
	used := map[string]bool{"even": boolAttr(s, "differentOddEven"), "first": boolAttr(s, "differentFirst"), "odd": true}
	depth := s.Depth()
	for s.Next() {
		if s.Kind() == xmlscan.End && s.Depth() == depth {
			return nil
		}
		if s.Kind() != xmlscan.Start {
			continue
		}
		name := s.Local()
		text := sml.ElementText(s)
		if strings.TrimSpace(text) == "" {
			continue
		}
		page := strings.TrimSuffix(strings.TrimSuffix(name, "Header"), "Footer")
		it := inspect.Item{Where: inspect.Sheet{Sheet: v.sh.Name}}
		v.sh.on(&it)
		if !used[page] && (v.sh.place == nil || v.sh.place.OnlyWithPeople) {
			it.Place, it.Fix, it.Inside, it.Outer = HeaderFooter, inspect.DropElement{Part: v.sh.Part.Name, Element: name}, false, v.sh.fix
		}
		for _, p := range sml.HeaderPieces(text) {
			if it.Text = p.Text; strings.TrimSpace(p.Text) == "" {
				continue
			}
			if err := v.emit(it); err != nil {
				return err
			}
			it.Labels = []string{strings.TrimSpace(p.Text)} // a label may stand in the section before
		}
		if used[page] && pathCode(text) {
			it := inspect.Item{Where: inspect.Sheet{Sheet: v.sh.Name}, Place: HeaderFooter, Outer: v.sh.fix}
			v.sh.over(&it)
			if err := v.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// pathCode reports whether a header prints the folder (&Z) or the name of the file (&F).
func pathCode(text string) bool {
	for _, p := range sml.HeaderPieces(text) {
		switch p.Raw {
		case "&Z", "&z", "&F", "&f":
			return true
		}
	}
	return false
}
