package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// ArticleThread is the description of an article that runs over several columns (12.4.3): a title, an author, a subject, that readers
// show in a list at most.
var ArticleThread = &inspect.Place{
	ID:     "pdf/article-thread",
	Title:  inspect.Words{JA: "記事の情報（題名・書いた人）", EN: "description of an article"},
	Why:    inspect.Words{JA: "画面には出ませんが、記事を書いた人の名前などが入っていることがあります。", EN: "It is not shown on the page, and may name who wrote the article."},
	Advice: inspect.Words{JA: "個人情報があるときは消します。", EN: "It is removed if it holds personal data."},
	Weight: inspect.Note, Action: inspect.Ask, OnlyWithPeople: true,
}

// threads emits what a thread says about itself.
func (d *document) threads(n int, dict dictionary) error {
	info := d.f.Dict(dict["I"])
	if info == nil || dict["F"] == nil || d.f.Name(dict["Type"]) != "Thread" && dict["Type"] != nil {
		return nil
	}
	d.spoken[pdf.ObjectNumber(dict["I"])] = true
	it := inspect.Item{Where: part(n), Place: ArticleThread, Fix: inspect.DropEntry{Obj: n, Key: "I"}}
	return d.strings(info, "", 0, func(key, text string) error {
		it.Text, it.Labels = text, []string{key}
		err := d.emit(it)
		it.Inside = true
		return err
	})
}
