package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

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
		switch a := &p.Annots[i]; a.Subtype {
		case "Sound", "Movie", "Screen", "3D", "RichMedia":
			if err := d.annotation(p, a, AnnotationMedia, inspect.DropAnnotation{Page: p.n, N: a.N}); err != nil {
				return err
			}
		}
	}
	return nil
}
