package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// HiddenLayer is content of an optional content group that is off when the file is opened (8.11).
var HiddenLayer = &inspect.Place{
	ID:    "pdf/hidden-layer",
	Title: inspect.Words{JA: "かくれているレイヤーの文字", EN: "text in a hidden layer"},
	Why: inspect.Words{
		JA: "レイヤーの目のマークを押すだけで、だれでも見られます。",
		EN: "One click in the layer panel shows it.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは、かくれているレイヤーの中身を消します。", EN: "What the layer draws is removed from the copy."},
	Weight: inspect.Stop, Action: inspect.Take,
}

// layered tells of layers that are off and hold pictures or drawings but no text.
func (d *document) layered(p *page) error {
	if p.Layered == 0 {
		return nil
	}
	for i := range p.Glyphs {
		if p.Glyphs[i].Cause == pdf.Layer {
			return nil // the text announces the layer
		}
	}
	return d.emit(inspect.Item{Where: inspect.Page{Page: p.n}, Place: HiddenLayer, Fix: inspect.EraseBox{Page: p.n, Of: pdf.Layer.String()}})
}
