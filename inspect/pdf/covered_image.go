package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
)

// CoveredImage is a part of a scanned page, or of another picture, under a box that was drawn over it: the picture below is whole.
var CoveredImage = &inspect.Place{
	ID:    "pdf/covered-image",
	Title: inspect.Words{JA: "黒い四角の下に残っている画像", EN: "picture under a cover"},
	Why: inspect.Words{
		JA: "スキャンした紙や写真の上に四角を重ねただけで、下の画像は消えていません。画像を取り出すと全部見えます。",
		EN: "A box was laid over a scanned page or a photo. The picture below is whole, and shows everything once it is taken out.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは四角の下の画像を消します。消せないときは、黒く塗った紙をスキャンし直すか、四角ごと1枚の画像として保存し直してください。",
		EN: "What lies below is removed from the copy. Where it can't be, scan the blacked-out paper again, or save the page with its boxes as one picture.",
	},
	Weight: inspect.Stop, Action: inspect.Take,
}

// coveredImages emits the boxes over pictures below which those go on. One fix takes them all, of a page.
func (d *document) coveredImages(p *page) error {
	for _, c := range p.CoveredPictures(d.f) {
		it := inspect.Item{Where: p.where(c.Area), Place: CoveredImage}
		if c.Known {
			it.Fix = inspect.EraseBox{Page: p.n, Of: "picture"}
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}
