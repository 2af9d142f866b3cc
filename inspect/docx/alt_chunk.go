package docx

import (
	"bytes"
	"context"
	"path"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
)

// AltChunk is a file that Word takes into the text when it opens the document (17.17.2.1): HTML, RTF, or another document.
var AltChunk = &inspect.Place{
	ID:     "docx/alt-chunk",
	Title:  inspect.Words{JA: "開いたときに取りこまれる別のファイル", EN: "file imported on opening"},
	Why:    inspect.Words{JA: "別の形式のファイルが、まるごと入っています。", EN: "A whole file of another format lies in the document."},
	Advice: inspect.Words{JA: "Wordで開いて保存し直すと、本文になります。公開用ファイルでは消します。", EN: "Open and save it in Word to make it text. It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// altChunks emits the files to be imported.
func (d *document) altChunks(ctx context.Context) error {
	for _, part := range d.pkg.Targets("aFChunk") {
		if !d.pkg.Claim(part) {
			continue
		}
		fix := inspect.DropPart{Part: part.Name}
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Place: AltChunk, Fix: fix}
		data, err := ooxml.Held(ctx, part)
		src := &inspect.Source{Name: path.Base(part.Name), ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
		switch {
		case err != nil:
			if it, err = ooxml.Unread(part.Name, AltChunk, fix, err); err != nil {
				return err
			}
		case isPage(src):
			if err := d.page(it, src); err != nil {
				return err
			}
			continue
		default:
			it.Child = src
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// page emits a page in HTML as lying in the chunk that it stands for, and all that it says.
func (d *document) page(it inspect.Item, src *inspect.Source) error {
	if err := d.emit(it); err != nil {
		return err
	}
	it.Inside = true
	var stopped error
	err := pageTexts(src, func(text string, labels []string) error {
		it.Text, it.Labels = text, labels
		stopped = d.emit(it)
		return stopped
	})
	if err == nil || stopped != nil {
		return stopped
	}
	un, err := ooxml.Unread(src.Name, it.Place, it.Fix, err)
	if err != nil {
		return err
	}
	un.Where = it.Where
	return d.emit(un)
}
