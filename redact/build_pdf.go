package redact

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/pdf"
)

// writePDF cleans a PDF file. How its pages look is held here, where both files are at hand, before a byte of the copy is written.
func (b *build) writePDF(ctx context.Context, src *inspect.Source, within []string, w io.Writer) error {
	var blot func(string) string
	if len(b.strikes.values) > 0 {
		blot = b.strikes.blot
	}
	fixes := b.job(within).all()
	if b.plan.AllowUnencrypted {
		fixes = append(fixes, inspect.Decrypt{})
	}
	notes, err := pdf.Rewrite(ctx, src, fixes, blot, b.attached(ctx, within), w)
	if errors.Is(err, pdf.ErrLocked) {
		return errLocked
	}
	if said := markFault(err); said != nil {
		return said
	}
	if err != nil {
		return looks(within, err)
	}
	b.promise.pages += notes.Looked
	b.drawn(within, notes)
	b.unsigned(within, notes.Signed)
	b.pictured(within, notes.Pictures)
	if n := notes.Unlooked; n > 0 {
		b.promise.notes = append(b.promise.notes, Note{
			Where: strings.Join(append(slices.Clone(within), "PDF"), " > "),
			JA:    fmt.Sprintf("ページが多いため、見た目は%dページを選んで元とくらべました。くらべていないページが%dページあります（文字は全部のページでくらべました）。", notes.Looked, n),
			EN:    fmt.Sprintf("As there are many pages, %d of them were compared with the original as they look, and %d were not. Their text was, on every page.", notes.Looked, n),
		})
	}
	return nil
}

// unsigned says that the copy is not signed, as the source was.
func (b *build) unsigned(within []string, n int) {
	if n == 0 {
		return
	}
	b.promise.notes = append(b.promise.notes, Note{
		Where: strings.Join(append(slices.Clone(within), "PDF"), " > "),
		JA:    "電子署名は、公開用ファイルには残していません（" + strconv.Itoa(n) + "個）。内容を書き直すと署名は無効になるためです。見えている署名らんはそのままです。要るときは、公開用ファイルに署名し直してください。",
		EN:    "The copy is not signed: " + strconv.Itoa(n) + " digital signatures were dropped, since they would be void. What is seen of them stays. Sign the copy if that is needed.",
	})
}

// errLocked refuses to take the protection off a file, unless a person says that this is meant.
var errLocked = &OptionError{Words: inspect.Words{
	JA: "パスワードのかかったファイルです。公開用ファイルはパスワードなしになります。それでよければ --allow-unencrypted を付けてください。",
	EN: "the file needs a password, and its copy would have none: if that is meant, use --allow-unencrypted",
}}

// mostNamed is how many pages a note names.
const mostNamed = 20

// pictured notes the pages that became pictures.
func (b *build) pictured(within []string, pages []int) {
	if len(pages) == 0 {
		return
	}
	var names []string
	for i, n := range pages {
		b.promise.pictures[pageScope(within, n)] = true
		if i < mostNamed {
			names = append(names, strconv.Itoa(n))
		}
	}
	ja, en := strings.Join(names, "、"), strings.Join(names, ", ")
	if n := len(pages) - mostNamed; n > 0 {
		ja, en = fmt.Sprintf("%s、ほか%d", ja, n), fmt.Sprintf("%s and %d more", en, n)
	}
	b.promise.notes = append(b.promise.notes, Note{
		Where: strings.Join(append(slices.Clone(within), "PDF"), " > "),
		JA:    ja + "ページは画像にしました。文字を1つずつ消すと、見た目が変わってしまうためです。見えている文字の検索と読み上げはできます。",
		EN:    "Page " + en + " became a picture: taking out single characters would have changed how it looks. Its visible text can still be searched and read out.",
	})
}

// unclear is the error of a file of which it can't be said what it shows.
func unclear(within []string, e *pdf.SourceError) error {
	at := inspect.Page{Page: e.Page}.Words().JA
	if e.Page == 0 {
		at = "file"
	}
	u := inspect.Unread{Where: strings.Join(append(within[:len(within):len(within)], at), " > "), Reason: inspect.Corrupt, Advice: inspect.Words{
		JA: "PDFの作りがこわれていて、見るソフトによって表示が変わります。元のソフトで開き、PDFを作り直してください。",
		EN: "The file is damaged: programs do not agree on what it shows. Open it in its own program and make the PDF anew.",
	}}
	if e.Late {
		u.Reason, u.Advice = inspect.Timeout, inspect.Timeout.Words()
	}
	return &UnreadError{Parts: []inspect.Unread{u}}
}

// looks turns the error of a page that looks different into that of the fourth lock.
func looks(within []string, err error) error {
	var look *pdf.LookError
	var pages *pdf.PagesError
	var source *pdf.SourceError
	switch {
	case errors.As(err, &source):
		return unclear(within, source)
	case errors.As(err, &look):
	case errors.As(err, &pages):
		look = &pdf.LookError{Page: pages.Pages[0], Err: err}
	default:
		return err
	}
	at := inspect.Page{Page: look.Page}.Words()
	if look.Page == 0 {
		at = inspect.Words{JA: "ファイル全体", EN: "the whole file"}
	}
	p := &ProofError{Lock: 4, Where: strings.Join(append(within[:len(within):len(within)], at.EN), " > ")}
	if look.Unseen {
		p.Words = inspect.Words{
			JA: fmt.Sprintf("公開用ファイルの見た目が元と同じか、たしかめられませんでした（%s）。公開用ファイルは保存していません。ページを分けて、もう一度入れてください。", at.JA),
			EN: fmt.Sprintf("Whether the copy looks like the original could not be seen (%s). The copy was not saved. Split the file and try again.", at.EN),
		}
		return p
	}
	p.Words = inspect.Words{
		JA: fmt.Sprintf("公開用ファイルの見た目が元と変わってしまいました（%s）。公開用ファイルは保存していません。", at.JA),
		EN: fmt.Sprintf("The copy looks different from the original (%s). It was not saved.", at.EN),
	}
	return p
}
