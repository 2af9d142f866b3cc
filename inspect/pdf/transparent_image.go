package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// TransparentImage is a picture of which nothing is seen, by its mask or because it is painted with no strength (8.9.6, 11.6.4.4).
var TransparentImage = &inspect.Place{
	ID:     "pdf/transparent-image",
	Title:  inspect.Words{JA: "透明にして見えなくした画像", EN: "picture made transparent"},
	Why:    inspect.Words{JA: "画面には出ませんが、画像を取り出すと見えます。", EN: "It is not shown, but it can be seen once it is taken out."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// transparentImages emits such pictures of a page. Small ones are the spacers of writers.
func (d *document) transparentImages(p *page) error {
	it := inspect.Item{Place: TransparentImage, Fix: inspect.EraseBox{Page: p.n, Of: "transparent"}}
	for i := range p.Paints {
		q := &p.Paints[i]
		if !d.f.Clear(q) {
			continue
		}
		dict := dictOf(d.f.Object(q.Obj))
		it.Where = p.where(q.Box)
		it.Empty = d.f.Int(dict["Width"]) < leastPicture || d.f.Int(dict["Height"]) < leastPicture
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
	}
	return nil
}
