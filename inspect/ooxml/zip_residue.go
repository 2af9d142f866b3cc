package ooxml

import (
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// ZipResidue are bytes of the ZIP file that belong to no entry, comments and odd extra fields.
var ZipResidue = &inspect.Place{
	ID:     "ooxml/zip-residue",
	Title:  inspect.Words{JA: "ファイルのすきまに残ったデータ", EN: "bytes between the entries"},
	Why:    inspect.Words{JA: "ふつうのソフトでは見えないすきまに、前の内容が残っていることがあります。", EN: "Former content may remain where no program looks."},
	Advice: inspect.Words{JA: "公開用ファイルは新しく作り直すので、残りません。", EN: "The copy is written anew, so nothing remains."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// residueText is how much of a residue is searched for personal data.
const residueText = 1 << 20

// Residue emits the bytes of the file that belong to no entry.
func (p *Package) Residue(_ context.Context, emit Emit) error {
	for i, r := range p.Archive.Residue {
		data, err := io.ReadAll(io.LimitReader(p.Archive.ReadResidue(r), residueText))
		if err != nil {
			return err
		}
		it := inspect.Item{Where: inspect.Part{Part: r.Kind}, Place: ZipResidue, Fix: inspect.Rebuild{}, Inside: i > 0}
		if text := string(data); utf8.ValidString(text) {
			it.Text = strings.Trim(text, "\x00 \r\n")
		}
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}
