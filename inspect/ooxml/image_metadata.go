package ooxml

import (
	"errors"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/picture"
	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// ImageMetadata is what a picture holds beside its pixels: Exif, XMP, IPTC, comments, thumbnails, and bytes behind its end.
var ImageMetadata = &inspect.Place{
	ID:    "ooxml/image-metadata",
	Title: inspect.Words{JA: "画像の中の情報（撮影した場所・人・日時など）", EN: "metadata inside pictures"},
	Why: inspect.Words{
		JA: "写真には、撮影した場所や日時、撮影者の名前、直す前の小さな絵が入っていることがあります。",
		EN: "Photos may hold where, when and by whom they were taken, and a small picture of how they were before.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは消します。画像の見た目は変わりません。",
		EN: "It is removed from the copy. The pictures look the same.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}

// rawEdge is how much of a picture of an unknown kind is searched at each of its ends, in bytes.
const rawEdge = 64 << 10

// imageMetadata emits what a picture says. Notes of programs that tell of no person or place weigh nothing by themselves; the texts of
// all are searched. Of a picture of an unknown kind the bytes are searched as they are.
func imageMetadata(part *opc.Part, data []byte, emit Emit) error {
	where := inspect.Part{Part: part.Name}
	list, err := picture.Extras(data)
	switch {
	case errors.Is(err, picture.ErrBroken) && picture.Sniff(data) == picture.SVG: // a picture of dots stands beside it
		fix := inspect.DropPart{Part: part.Name}
		return emit(inspect.Item{Where: where, Place: ImageMetadata, Fix: fix, Unread: inspect.Corrupt})
	case err != nil:
		return rawPicture(where, data, emit)
	}
	fix := inspect.Strip{Part: part.Name}
	for i, x := range list {
		it := inspect.Item{Where: where, Text: x.Text, Raw: true, Labels: []string{x.Kind}, Place: ImageMetadata, Fix: fix, Inside: i > 0}
		if i == 0 {
			it.Empty = true
			for _, y := range list {
				it.Empty = it.Empty && !y.Grave
			}
		}
		if i > 0 && x.Text == "" {
			continue
		}
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}

// rawPicture searches the bytes of a picture that can't be read.
func rawPicture(where inspect.Location, data []byte, emit Emit) error {
	text := runs.Of(data[:min(len(data), rawEdge)])
	if len(data) > rawEdge {
		text += "\n" + runs.Of(data[max(rawEdge, len(data)-rawEdge):])
	}
	return emit(inspect.Item{Where: where, Text: text, Raw: true, Place: ImageMetadata, Inside: true})
}
