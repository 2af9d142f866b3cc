package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// CoveredDrawing are letters that were turned into outlines, or another drawing, below a dark box (8.5): the lines are still there, and
// show once the box is moved.
var CoveredDrawing = &inspect.Place{
	ID:    "pdf/covered-drawing",
	Title: inspect.Words{JA: "黒い四角の下に残っている図形の文字", EN: "outlines under a cover"},
	Why: inspect.Words{
		JA: "文字を図形にしてから四角を重ねています。四角をどけると、形がそのまま見えます。",
		EN: "Letters were turned into outlines and covered with a box. Once the box is moved they can be read.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは、四角はそのままにして、下の図形だけを消します。", EN: "The copy keeps the box and loses the outlines under it."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// coveredDrawings emits the boxes of a page that cover outlines like letters.
func (d *document) coveredDrawings(p *page) error {
	it := inspect.Item{Place: CoveredDrawing, Fix: inspect.EraseBox{Page: p.n, Of: "drawing"}}
	for _, c := range p.CoveredDrawings() {
		it.Where = p.where(p.Paints[c.Cover].Box)
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
	}
	return nil
}
