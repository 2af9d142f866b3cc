package docx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// MailMerge is the source of a mail merge (17.14.20): where the list of addresses lies, how to ask for it, and who of it was left out.
var MailMerge = &inspect.Place{
	ID:     "docx/mail-merge",
	Title:  inspect.Words{JA: "差し込み印刷のもとデータの場所", EN: "mail merge source"},
	Why:    inspect.Words{JA: "名簿の場所、問い合わせの文、利用者名などが残っています。", EN: "It keeps where the list of addresses lies, queries and user names."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// mailMerge emits what the settings say of a mail merge. The scanner stands on its element.
func (d *document) mailMerge(s *xmlscan.Scanner) error {
	fix := inspect.DropElement{Part: d.doc.Settings.Name, Element: "mailMerge"}
	at := inspect.Part{Part: d.doc.Settings.Name}
	if err := d.emit(inspect.Item{Where: at, Place: MailMerge, Fix: fix}); err != nil {
		return err
	}
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() != xmlscan.Start {
			continue
		}
		var err error
		s.Attrs(func(_ string, _, value []byte) bool {
			err = d.emit(inspect.Item{Where: at, Text: string(value), Labels: []string{"mailMerge"}, Place: MailMerge, Fix: fix, Inside: true})
			return err == nil
		})
		if err != nil {
			return err
		}
	}
	for _, rel := range d.doc.Settings.Rels {
		if !mergeSource(rel) {
			continue
		}
		if err := d.emit(inspect.Item{Where: at, Text: rel.Target, Labels: []string{"path"}, Place: MailMerge, Fix: fix, Inside: true}); err != nil {
			return err
		}
	}
	return nil
}

// recipients emits the parts that say who of a list gets a letter (17.14.25).
func (d *document) recipients(ctx context.Context) error {
	for _, part := range d.pkg.Targets("recipientData") {
		if err := d.pkg.DropWhole(ctx, part, MailMerge, d.emit); err != nil {
			return err
		}
	}
	return nil
}

// mergeSource reports whether a relationship leads to the data of a mail merge.
func mergeSource(rel *opc.Rel) bool {
	return rel.External && (hasType(rel, "mailMergeSource") || hasType(rel, "mailMergeHeaderSource"))
}
