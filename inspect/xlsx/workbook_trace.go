package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// WorkbookTrace is what the workbook part says about where and by whom it was used: absPath ([MS-XLSX] 2.3.1), fileSharing (18.2.12),
// revisionPtr, webPublishObjects, and what a sheet says of where it was published (18.3.1.97).
var WorkbookTrace = &inspect.Place{
	ID:     "xlsx/workbook-trace",
	Title:  inspect.Words{JA: "ブックに残った場所や使った人の記録", EN: "traces in the workbook"},
	Why:    inspect.Words{JA: "保存した場所（フォルダー名や利用者名）、予約した人の名前などが残っています。", EN: "It keeps the folder it was saved in, user names and the like."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// traces lists the elements of the workbook part with the attributes that tell something.
var traces = map[string][]string{
	"absPath": {"url"}, "fileSharing": {"userName"}, "revisionPtr": {"documentId"}, "webPublishObject": {"destinationFile", "title", "appName"},
	"webPublishItem": {"destinationFile", "title", "divId", "sourceObject"},
}

// trace emits the traces in the workbook part.
func (d *document) trace(ctx context.Context) error {
	return d.pkg.Scan(ctx, d.wb.Part, WorkbookTrace, nil, d.emit, func(s *xmlscan.Scanner) error {
		if s.Kind() != xmlscan.Start {
			return nil
		}
		switch {
		case s.Is("customWorkbookView"):
			return d.bookView(s)
		case s.Is("workbookProtection") && (boolAttr(s, "lockStructure") || boolAttr(s, "lockWindows") || boolAttr(s, "lockRevision")):
			return d.emit(inspect.Item{Where: inspect.Part{Part: d.wb.Part.Name}, Place: Protection})
		}
		return d.traced(s, inspect.Item{Where: inspect.Part{Part: d.wb.Part.Name}}, d.wb.Part.Name)
	})
}

// traced emits what an element of a part tells.
func (d *document) traced(s *xmlscan.Scanner, it inspect.Item, part string) error {
	name := string(s.LocalBytes())
	for i, attr := range traces[name] {
		text, ok := s.Attr(attr)
		if !ok {
			continue
		}
		it.Text, it.Labels, it.Place, it.Inside = string(text), []string{name}, WorkbookTrace, i > 0
		it.Fix = inspect.DropElement{Part: part, Element: name}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// published emits where a sheet was published as a page.
func (v *cellReader) published(s *xmlscan.Scanner) error {
	v.err = v.d.traced(s, inspect.Item{Where: inspect.Sheet{Sheet: v.sh.Name}, Outer: v.sh.fix}, v.sh.Part.Name)
	return v.err
}
