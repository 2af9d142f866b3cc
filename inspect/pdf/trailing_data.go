package pdf

import (
	"bytes"
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// TrailingData are bytes that belong to no object: behind the end of the file, before its header, between objects (7.5).
var TrailingData = &inspect.Place{
	ID:     "pdf/trailing-data",
	Title:  inspect.Words{JA: "どこにも属さないデータ", EN: "bytes outside all objects"},
	Why:    inspect.Words{JA: "ファイルの終わりの後ろや、すき間に何かが書かれています。画面には出ません。", EN: "Something is written behind the end of the file or in its gaps. It is never shown."},
	Advice: inspect.Words{JA: "公開用ファイルは作り直すので、残りません。", EN: "The copy is written anew without it."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// maxGap bounds the bytes of one gap that are looked at as text.
const maxGap = 64 << 10

// trailing emits the gaps. Comments of producers and padding weigh no more than a note.
func (d *document) trailing(context.Context) error {
	for _, gap := range d.f.Origin.Gaps {
		data := d.f.Origin.Bytes(gap)
		it := inspect.Item{Where: inspect.Part{Part: "bytes " + itoa(gap.Start)}, Place: TrailingData, Fix: inspect.Rebuild{}}
		if !bytes.HasPrefix(data, []byte("%PDF-")) || len(data) > 16 { // a second header says nothing to people
			it.Text = printable(data[:min(len(data), maxGap)])
		}
		it.Empty = harmless(data)
		if d.f.Repaired() && bytes.Contains(data, []byte("stream")) {
			it.Unread = inspect.Corrupt // an object whose head is damaged: what its data says is not known
		}
		if len(data) > maxGap {
			it.Unread = inspect.Limit
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return d.permissions()
}

// harmless reports gaps that hold only comments, or a few stray bytes such as a keyword without its object.
func harmless(data []byte) bool {
	if len(data) < 16 {
		return true
	}
	for line := range bytes.FieldsFuncSeq(data, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '%' && string(line) != "endobj" && string(line) != "endstream" {
			return false
		}
	}
	return true
}

// PermissionOnly is protection that anyone can pass: the file opens without a password (7.6.4).
var PermissionOnly = &inspect.Place{
	ID:     "pdf/permission-only",
	Title:  inspect.Words{JA: "印刷やコピーの禁止だけの保護", EN: "permissions without a password"},
	Why:    inspect.Words{JA: "開くのにパスワードはいりません。禁止の設定は簡単に外せるので、中身は守られていません。", EN: "It opens without a password. The restrictions are easily removed and protect nothing."},
	Advice: inspect.Words{JA: "公開用ファイルには付けません。", EN: "The copy goes without them."},
	Weight: inspect.Note, Action: inspect.Report,
}

func (d *document) permissions() error {
	if !d.f.Encrypted {
		return nil
	}
	return d.emit(inspect.Item{Where: inspect.File{}, Place: PermissionOnly})
}
