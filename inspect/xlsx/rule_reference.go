package xlsx

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// RuleReference is what stands beside the cells of a sheet and names people, or cells that somebody works on: conditional formats
// (18.3.1.10), criteria of filters (18.3.2.6), ranges that people may edit (18.3.1.69), watched cells (18.3.1.9).
var RuleReference = &inspect.Place{
	ID:     "xlsx/rule-reference",
	Title:  inspect.Words{JA: "書式の条件・絞り込みの条件・編集できる範囲に書かれた名前", EN: "names in rules, filters and editable ranges"},
	Why:    inspect.Words{JA: "セルには出ませんが、条件の中に人の名前や、編集を許した人の名前が残っています。", EN: "No cell shows them, but conditions keep names of people, and of those who may edit."},
	Advice: inspect.Words{JA: "公開用ファイルでは、その条件を消します。", EN: "The copy loses the condition."},
	Weight: inspect.Note, Action: inspect.Take,
}

// rules counts the elements of a sheet that a fix names by their number.
type ruleCount struct{ formats, columns, ranges int }

// rule emits what a rule beside the cells says; most say nothing.
func (v *cellReader) rule(s *xmlscan.Scanner) error {
	switch {
	case s.Is("cfRule"):
		v.ruleCount.formats++
		return v.texts(s, v.ruleCount.formats, "text")
	case s.Is("filterColumn"):
		v.ruleCount.columns++
		return v.texts(s, v.ruleCount.columns, "val")
	case s.Is("protectedRange"):
		v.ruleCount.ranges++
		return v.editable(s)
	}
	return v.emit(v.ruleItem("cellWatches", 0, "")) // cellWatches
}

func (v *cellReader) ruleItem(element string, n int, text string) inspect.Item {
	it := inspect.Item{
		Where: inspect.Sheet{Sheet: v.sh.Name}, Text: text, Labels: formulaLabels, Place: RuleReference, Outer: v.sh.fix,
		Fix: inspect.DropElement{Part: v.sh.Part.Name, Element: element, N: n},
	}
	v.sh.over(&it)
	return it
}

// texts emits the literals and the values of an attribute in a rule, if they hold personal data.
func (v *cellReader) texts(s *xmlscan.Scanner, n int, attr string) error {
	element, depth, inside := s.Local(), s.Depth(), false
	say := func(text string) error {
		if len(text) <= 3 || !v.d.telling([]byte(text)) {
			return nil
		}
		it := v.ruleItem(element, n, text)
		it.Inside, inside = it.Inside || inside, true
		return v.emit(it)
	}
	for {
		var err error
		switch s.Kind() {
		case xmlscan.Start:
			if val, ok := s.Attr(attr); ok {
				err = say(string(val))
			}
		case xmlscan.Text:
			for _, literal := range literals(string(s.Text())) {
				if err == nil {
					err = say(literal)
				}
			}
		}
		if err != nil {
			return err
		}
		if s.Kind() == xmlscan.End && s.Depth() == depth || !s.Next() {
			return nil
		}
	}
}

// editable emits a range that people may edit: its name, and in a security descriptor who they are.
func (v *cellReader) editable(s *xmlscan.Scanner) error {
	n, inside := v.ruleCount.ranges, false
	for _, attr := range [...]string{"name", "securityDescriptor"} {
		text, ok := s.Attr(attr)
		if !ok || len(text) == 0 {
			continue
		}
		it := v.ruleItem("protectedRange", n, string(text))
		it.Inside, inside = it.Inside || inside, true
		if err := v.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// literals returns the texts between the quotes of a formula.
func literals(formula string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(formula, `"`)
		if !ok {
			return out
		}
		text, after, ok := strings.Cut(rest, `"`)
		if !ok {
			return out
		}
		out, formula = append(out, text), after
	}
}
