package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ThreadedComment is a conversation on a cell ([MS-XLSX] 2.6.205) with the persons in it.
var ThreadedComment = &inspect.Place{
	ID:     "xlsx/threaded-comment",
	Title:  inspect.Words{JA: "コメント（会話形式）", EN: "threaded comment"},
	Why:    inspect.Words{JA: "コメントのやりとりと、書いた人の名前・メールアドレスです。", EN: "A conversation on a cell, with the names and mail addresses of those who took part."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// threadedComments emits the conversations and the list of persons.
func (d *document) threadedComments(ctx context.Context) error {
	for _, part := range d.pkg.Targets("threadedComment") {
		if !d.pkg.Claim(part) {
			continue
		}
		fix := inspect.DropPart{Part: part.Name}
		in := false
		err := d.pkg.Scan(ctx, part, ThreadedComment, fix, d.emit, func(s *xmlscan.Scanner) error {
			switch {
			case s.Kind() == xmlscan.Start && s.Is("text"):
				in = true
			case s.Kind() == xmlscan.End && s.Is("text"):
				in = false
			case s.Kind() == xmlscan.Text && in:
				return d.emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: string(s.Text()), Place: ThreadedComment, Fix: fix})
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return d.persons(ctx)
}

// persons emits the names and the accounts of those who comment.
func (d *document) persons(ctx context.Context) error {
	for _, part := range d.pkg.Targets("person") {
		if !d.pkg.Claim(part) {
			continue
		}
		fix := inspect.DropPart{Part: part.Name}
		first := true
		err := d.pkg.Scan(ctx, part, ThreadedComment, fix, d.emit, func(s *xmlscan.Scanner) error {
			if s.Kind() != xmlscan.Start || !s.Is("person") {
				return nil
			}
			for _, name := range [...]string{"displayName", "userId"} {
				v, ok := s.Attr(name)
				if !ok {
					continue
				}
				it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: string(v), Labels: []string{name}, Place: ThreadedComment, Fix: fix, Inside: !first}
				first = false
				if err := d.emit(it); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
