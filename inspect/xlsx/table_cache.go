package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// TableCache is what a table part (18.5.1) keeps and no cell shows: the label of a totals row that is switched off, a comment, formulas
// and criteria with people in them.
var TableCache = &inspect.Place{
	ID:     "xlsx/table-cache",
	Title:  inspect.Words{JA: "テーブルの設定に残った文字", EN: "text left in a table's settings"},
	Why:    inspect.Words{JA: "集計行を消しても、その見出しや計算式、絞り込みの条件はテーブルの設定に残ります。", EN: "A totals row that is switched off leaves its label behind; so do formulas of columns and criteria of filters."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// tables emits what the table parts say.
func (d *document) tableParts(ctx context.Context) error {
	for _, sh := range d.sheets {
		if sh.Part == nil {
			continue
		}
		for _, rel := range sh.Part.Rels {
			if rel.Part == nil || !ooxml.TypeIs(rel, "table") || !d.pkg.Claim(rel.Part) {
				continue
			}
			t := tableTexts{d: d, sh: sh, part: rel.Part, seen: map[string]int{}}
			if err := d.pkg.Scan(ctx, rel.Part, nil, nil, d.emit, t.token); err != nil {
				return err
			}
		}
	}
	return nil
}

// A tableTexts emits the texts of one table part.
type tableTexts struct {
	d      *document
	sh     *sheet
	part   *opc.Part
	totals bool
	heads  bool
	seen   map[string]int // elements that a fix names by their number
}

func (t *tableTexts) token(s *xmlscan.Scanner) error {
	if s.Kind() != xmlscan.Start {
		return nil
	}
	name := s.Local()
	t.seen[name]++
	switch name {
	case "table":
		v, ok := s.Attr("headerRowCount")
		t.heads = !ok || string(v) != "0"
		v, ok = s.Attr("totalsRowCount")
		t.totals = ok && string(v) != "0"
		return t.hidden(s, "comment")
	case "tableColumn":
		return t.column(s)
	case "calculatedColumnFormula", "totalsRowFormula":
		text := sml.ElementText(s)
		for _, literal := range literals(text) {
			if len(literal) > 3 && t.d.telling([]byte(literal)) {
				return t.element(name, literal)
			}
		}
		if secret([]byte(text)) {
			return t.element(name, text)
		}
	case "filter", "customFilter":
		if v, ok := s.Attr("val"); ok && len(v) > 3 && t.d.telling(v) {
			it := t.item(string(v), inspect.DropElement{Part: t.part.Name, Element: "filterColumn", N: t.seen["filterColumn"]})
			return t.d.emit(it)
		}
	}
	return nil
}

// column emits the names of a column: its head, which its cell shows, and the label below it.
func (t *tableTexts) column(s *xmlscan.Scanner) error {
	if !t.totals {
		if err := t.hidden(s, "totalsRowLabel"); err != nil {
			return err
		}
	}
	name, _ := s.Attr("name")
	if len(name) <= 3 || !t.d.telling(name) {
		return nil
	}
	it := t.item(string(name), nil)        // a column has to have a name
	if t.heads && it.Place == TableCache { // its head should say the same
		it.Place, it.Labels = nil, nil
	}
	return t.d.emit(it)
}

// hidden emits an attribute that nothing shows.
func (t *tableTexts) hidden(s *xmlscan.Scanner, attr string) error {
	v, ok := s.Attr(attr)
	if !ok || strings.TrimSpace(string(v)) == "" {
		return nil
	}
	return t.d.emit(t.item(string(v), inspect.DropAttr{Part: t.part.Name, Element: s.Local(), Attr: attr}))
}

func (t *tableTexts) element(name, text string) error {
	return t.d.emit(t.item(text, inspect.DropElement{Part: t.part.Name, Element: name, N: t.seen[name]}))
}

func (t *tableTexts) item(text string, fix inspect.Fix) inspect.Item {
	it := inspect.Item{Where: inspect.Part{Part: t.part.Name}, Text: text, Labels: formulaLabels, Place: TableCache, Fix: fix, Outer: t.sh.fix}
	t.sh.over(&it)
	return it
}
