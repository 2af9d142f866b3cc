package ooxml

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/picture"
)

// CroppedImage is a picture of which every frame cuts something off (Part 1, 20.1.8.55 srcRect; Part 4, 19.1.2.11), or the original
// that a program keeps beside a picture with an effect ([MS-ODRAWXML] 2.9 imgLayer).
var CroppedImage = &inspect.Place{
	ID:    "ooxml/cropped-image",
	Title: inspect.Words{JA: "トリミングでかくした画像の部分", EN: "cropped part of a picture"},
	Why: inspect.Words{
		JA: "トリミングしても、切り取ったはずの部分はファイルに残っています。「図のリセット」で元に戻ります。",
		EN: "What was cropped is still in the file. “Reset picture” brings it back.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは、見えている部分だけの画像に作り直します。作り直せない画像は、「図の圧縮」で「トリミング部分を削除」を選んで保存し直してください。",
		EN: "In the copy the picture is made anew from what is shown. If that is not possible, use “Compress pictures” and “Delete cropped areas”.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}

// cropped emits a picture that every frame crops. A picture made of drawing commands can't be cut; it is left to a person.
func cropped(part *opc.Part, data []byte, crop picture.Crop, emit Emit) error {
	if crop == (picture.Crop{}) {
		return nil
	}
	it := inspect.Item{Where: inspect.Part{Part: part.Name}, Place: CroppedImage}
	switch width, height, err := picture.Size(data); err {
	case nil:
		if _, cuts := crop.Box(width, height); !cuts {
			return nil
		}
		it.Fix = inspect.Crop{Part: part.Name}
	case picture.ErrPixels:
		it.Unread = inspect.Limit
	default:
		if _, cuts := crop.Box(1000, 1000); !cuts {
			return nil
		}
		if picture.Sniff(data) == picture.SVG { // a picture of dots stands beside it
			it.Fix = inspect.DropPart{Part: part.Name}
		}
	}
	return emit(it)
}

// layers emits the originals that programs keep beside pictures with an effect.
func (p *Package) layers(_ context.Context, emit Emit) error {
	for _, part := range p.Targets("hdphoto") {
		if !p.Claim(part) {
			continue
		}
		if err := Announce(part, CroppedImage, inspect.DropPart{Part: part.Name}, emit); err != nil {
			return err
		}
	}
	return nil
}
