package xlsx

import (
	"bytes"
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ChartCache is the copy of cells that a chart keeps (21.2.2.224 strCache and its like) where they stand on a hidden tab or in a
// series that is filtered out ([MS-ODRAWXML] 2.24.3).
var ChartCache = &inspect.Place{
	ID:     "xlsx/chart-cache",
	Title:  inspect.Words{JA: "グラフに残った、見えないデータの控え", EN: "data kept in a chart"},
	Why:    inspect.Words{JA: "グラフは、もとのセルの文字と数字の控えを持っています。もとのシートをかくしても消しても、控えから読めます。", EN: "A chart keeps copies of the cells it draws. They can be read even if their sheet is hidden or gone."},
	Advice: inspect.Words{JA: "公開用ファイルでは、描かれている点だけを残し、個人情報の文字は番号にします。", EN: "The copy keeps the points drawn; texts with personal data become numbers."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// A chartReader emits the texts and points of one chart.
type chartReader struct {
	d       *document
	part    *opc.Part
	sh      *sheet // on which the chart stands; nil if unknown
	hidden  bool   // the reference being read leads to a hidden tab
	out     int    // depth of a filtered series, 0 outside
	outFix  inspect.Fix
	in      string
	said    bool
	outSaid bool
	unseen  unseenText
}

// chart emits a chart part and what belongs to it.
func (d *document) chart(ctx context.Context, part *opc.Part, sh *sheet) error {
	r := &chartReader{d: d, part: part, sh: sh}
	if err := d.pkg.Scan(ctx, part, nil, nil, d.emit, r.token); err != nil {
		return err
	}
	for _, rel := range part.Rels {
		if ooxml.TypeIs(rel, "chartUserShapes") && d.pkg.Claim(rel.Part) {
			if err := d.shapeTexts(ctx, rel.Part, sh); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *chartReader) token(s *xmlscan.Scanner) error {
	switch s.Kind() {
	case xmlscan.Start:
		return r.start(s)
	case xmlscan.Text:
		if r.in != "" && len(bytes.TrimSpace(s.Text())) > 0 {
			return r.lines(string(s.Text()))
		}
	case xmlscan.End:
		r.in = ""
		r.unseen.end(s)
		if s.Depth() == r.out {
			r.out = 0
		}
		if s.Is("strRef") || s.Is("numRef") || s.Is("multiLvlStrRef") || s.Is("strDim") || s.Is("numDim") {
			r.hidden = false
		}
	}
	return nil
}

func (r *chartReader) start(s *xmlscan.Scanner) error {
	r.unseen.start(s, r.part.Name)
	local := string(s.LocalBytes())
	switch local {
	case "f":
		r.hidden = r.d.leadsToHidden(sml.ElementText(s))
	case "v", "t", "pt":
		r.in = local
	case "txfldGUID":
		r.unseen.labels.entryOf(sml.ElementText(s))
	}
	if strings.HasPrefix(local, "filtered") && r.out == 0 {
		r.out, r.outFix, r.outSaid = s.Depth(), inspect.DropElement{Part: r.part.Name, Element: local}, false
	}
	return nil
}

// lines emits a text line by line: a label may have a line for each of its levels.
func (r *chartReader) lines(text string) error {
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := r.text(line); err != nil {
			return err
		}
	}
	return nil
}

func (r *chartReader) text(text string) error {
	it := inspect.Item{Where: inspect.Para{Part: r.part.Name}, Text: text, Labels: []string{"chart"}}
	if r.unseen.labels.standIn(text) {
		it.Where = inspect.Part{Part: r.part.Name}
	}
	r.sh.on(&it)
	if r.sh != nil {
		it.Outer = r.sh.fix
	}
	switch {
	case it.Place != nil:
	case r.unseen.depth > 0:
		it.Place, it.Fix, it.Inside = ChartText, r.unseen.fix, r.unseen.said
		r.unseen.said = true
	case r.out > 0:
		it.Place, it.Fix, it.Inside = ChartCache, r.outFix, r.outSaid
		r.outSaid = true
	case r.hidden:
		it.Place, it.Fix, it.Inside = ChartCache, inspect.Literal{Part: r.part.Name}, r.said
		r.said = true
	}
	return r.d.emit(it)
}

// leadsToHidden reports whether a formula reads a tab that the reader does not see.
func (d *document) leadsToHidden(formula string) bool {
	for ref := range sml.Refs(formula) {
		for _, sh := range d.sheets {
			if ref.Sheet != "" && sml.EqualName(sh.Name, ref.Sheet) && sh.State != sml.Visible {
				return true
			}
		}
		if ref.Sheet == "" && ref.Name != "" && d.nameLeadsToHidden(ref.Name) {
			return true
		}
	}
	return false
}

func (d *document) nameLeadsToHidden(name string) bool {
	for _, n := range d.wb.Names {
		if !sml.EqualName(n.Name, name) {
			continue
		}
		for ref := range sml.Refs(n.Text) {
			for _, sh := range d.sheets {
				if ref.Sheet != "" && sml.EqualName(sh.Name, ref.Sheet) && sh.State != sml.Visible {
					return true
				}
			}
		}
	}
	return false
}
