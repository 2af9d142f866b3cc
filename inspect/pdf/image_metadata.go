package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/picture"
	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// ImageMetadata is what a picture holds beside its pixels in the streams that are files of their own (7.4.8, 7.4.9): Exif, XMP, IPTC,
// comments, thumbnails, and bytes behind its end. Writers take photos over as they are.
var ImageMetadata = &inspect.Place{
	ID:    "pdf/image-metadata",
	Title: inspect.Words{JA: "写真の中の情報（撮影した場所・人・日時など）", EN: "metadata inside photos"},
	Why: inspect.Words{
		JA: "写真には、撮影した場所や日時、撮影者の名前、直す前の小さな絵が入っていることがあります。",
		EN: "Photos may hold where, when and by whom they were taken, and a small picture of how they were before.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは消します。写真の見た目は変わりません。",
		EN: "It is removed from the copy. The photos look the same.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}

// imageMetadata emits what pictures say. Notes of programs that tell of no person or place weigh nothing by themselves; the texts of all
// are searched.
func (d *document) imageMetadata(ctx context.Context) error {
	for _, n := range d.objects() {
		o := d.f.Object(n)
		if !pdf.IsStream(o) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		data, filter, err := d.f.Photo(o)
		if filter == nil {
			continue
		}
		it := inspect.Item{Where: part(n), Place: ImageMetadata}
		if err != nil {
			it.Unread = reason(err)
			if err := d.emit(it); err != nil {
				return err
			}
			continue
		}
		it.Fix = inspect.StripObject{Obj: n, Of: "notes"}
		if err := d.pictureNotes(it, pdf.Trim(data)); err != nil {
			return err
		}
	}
	return nil
}

// rawEdge is how much of a picture that can't be read is searched at each of its ends, in bytes.
const rawEdge = 64 << 10

// pictureNotes emits the notes of one picture. Of one that is broken the bytes are searched as they are.
func (d *document) pictureNotes(it inspect.Item, data []byte) error {
	list, err := picture.Extras(data)
	if err != nil {
		it.Text = runs.Of(data[:min(len(data), rawEdge)])
		if len(data) > rawEdge {
			it.Text += "\n" + runs.Of(data[max(rawEdge, len(data)-rawEdge):])
		}
		it.Raw, it.Empty, it.Fix = true, true, nil
		return d.emit(it)
	}
	grave := false
	for _, x := range list {
		grave = grave || x.Grave
	}
	for i, x := range list {
		if i > 0 && x.Text == "" {
			continue
		}
		it.Text, it.Labels, it.Raw = x.Text, []string{x.Kind}, true
		it.Inside, it.Empty = i > 0, i == 0 && !grave
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// inlineNotes emits what the photos say that stand in the code of a page.
func (d *document) inlineNotes(p *page) error {
	for _, photo := range p.Photos {
		it := inspect.Item{Where: inspect.Page{Page: p.n}, Place: ImageMetadata, Fix: inspect.EraseBox{Page: p.n, Of: "notes"}}
		if err := d.pictureNotes(it, p.Contents[photo.Content].Data[photo.Start:photo.End]); err != nil {
			return err
		}
	}
	return nil
}
