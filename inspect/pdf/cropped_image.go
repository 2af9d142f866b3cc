package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// CroppedImage is a picture of which a clip (8.5.4) or the edge of the page shows the smaller part.
var CroppedImage = &inspect.Place{
	ID:    "pdf/cropped-image",
	Title: inspect.Words{JA: "切り取っただけの画像（見えない部分が残っている）", EN: "cropped picture, stored whole"},
	Why: inspect.Words{
		JA: "画像の一部だけが見えていますが、切り取られた部分もファイルの中に残っています。画像を取り出すと全部見えます。",
		EN: "Only a part of the picture is shown, but the file holds all of it. It can be seen once the picture is taken out.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは、見えない部分を消します。", EN: "The part that is not shown is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// croppedImages emits the pictures of a page that are mostly cropped, but for those that go on from an earlier page, as a sheet does that
// is printed on several. One fix takes what is not seen of them all.
func (d *document) croppedImages(p *page) error {
	p.MostlySeen(func(obj int) { d.whole[obj] = true })
	for _, c := range p.CroppedPictures(d.f) {
		if d.whole[p.Paints[c.Picture].Obj] {
			continue
		}
		it := inspect.Item{Where: p.where(c.Seen), Place: CroppedImage, Fix: inspect.EraseBox{Page: p.n, Of: "cropped"}}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}
