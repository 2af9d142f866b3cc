package xlsx

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ValidationList is a data validation (18.3.1.32) whose list, prompt or error text holds people.
var ValidationList = &inspect.Place{
	ID:     "xlsx/validation-list",
	Title:  inspect.Words{JA: "入力候補のリスト（個人情報あり）", EN: "input list with people"},
	Why:    inspect.Words{JA: "セルを選んだときに出る候補に、人の情報が書かれています。", EN: "The choices offered in a cell name people."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take, OnlyWithPeople: true,
}

// validation emits the texts of one data validation. A list that is a range was read with its sheet.
func (v *cellReader) validation(s *xmlscan.Scanner) error {
	place, fix := ValidationList, inspect.Fix(inspect.DropElement{Part: v.sh.Part.Name, Element: "dataValidation", N: v.validations})
	if v.sh.place != nil && !v.sh.place.OnlyWithPeople {
		place, fix = v.sh.place, v.sh.fix
	}
	said := place == v.sh.place
	say := func(text string) error {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		it := inspect.Item{Where: inspect.Sheet{Sheet: v.sh.Name}, Text: text, Labels: []string{"list"}, Place: place, Fix: fix, Inside: said, Outer: v.sh.fix}
		said = true
		return v.emit(it)
	}
	for _, name := range [...]string{"prompt", "promptTitle", "error", "errorTitle"} {
		if text, ok := s.Attr(name); ok {
			if err := say(string(text)); err != nil {
				return err
			}
		}
	}
	depth := s.Depth()
	for s.Next() {
		switch {
		case s.Kind() == xmlscan.End && s.Depth() == depth:
			return nil
		case s.Kind() == xmlscan.Start && s.Is("formula1"):
			for _, text := range strings.Split(constant(sml.ElementText(s)), ",") {
				if err := say(text); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
