package pdf

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// AnnotationMedia are sounds, films and three-dimensional models in annotations (12.5.6.16 to 18, 13).
var AnnotationMedia = &inspect.Place{
	ID:     "pdf/annotation-media",
	Title:  inspect.Words{JA: "中に入っている音声・動画・立体図", EN: "embedded sound, film or model"},
	Why:    inspect.Words{JA: "中の音や映像に個人情報があるかどうかは、このプログラムでは調べられません。", EN: "What they show or say can't be checked."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "They are removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

func (d *document) annotationMedia(p *page) error {
	for i := range p.Annots {
		a := &p.Annots[i]
		if !medium(a.Subtype) {
			continue
		}
		fix := inspect.DropAnnotation{Page: p.n, N: a.N}
		if err := d.annotation(p, a, AnnotationMedia, fix); err != nil {
			return err
		}
		err := d.strings(a.Dict, "", 0, func(key, text string) error { // titles and names of what is played
			if slices.ContainsFunc(annotationKeys[:], func(k [2]string) bool { return k[0] == key }) || linkKeys[key] {
				return nil
			}
			return d.stray(inspect.Item{Where: p.where(a.Rect), Text: text, Labels: []string{key}, Place: AnnotationMedia, Fix: fix, Inside: true})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// medium reports whether annotations of a subtype play something.
func medium(subtype string) bool {
	switch subtype {
	case "Sound", "Movie", "Screen", "3D", "RichMedia":
		return true
	}
	return false
}
