package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// ContentComment is a remark in the code of a page (7.2.4). No reader shows it; programs that write by hand note there what they draw.
var ContentComment = &inspect.Place{
	ID:     "pdf/content-comment",
	Title:  inspect.Words{JA: "ページの命令の中の書きこみ", EN: "remark in the code of a page"},
	Why:    inspect.Words{JA: "画面には出ませんが、作成ソフトが値や名前を書き残していることがあります。", EN: "It is never shown. Programs may have noted values or names there."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
}

// comments emits the remarks of a page and of the forms it draws.
func (d *document) comments(p *page) error {
	it := inspect.Item{Where: inspect.Page{Page: p.n}, Place: ContentComment, Fix: inspect.EraseBox{Page: p.n, Of: "comment"}}
	for _, r := range p.Remarks {
		it.Text = pdf.RemarkText(p.Contents[r.Content].Data[r.Start:r.End])
		if letters(it.Text) < 2 {
			continue
		}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
	}
	return nil
}
