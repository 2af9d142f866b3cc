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
		if err != nil {
			if it, err = ooxml.Unread(part.Name, AltChunk, fix, err); err != nil {
				return err
			}
		} else {
			it.Child = &inspect.Source{Name: path.Base(part.Name), ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}
