package docx

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
)

// FieldCode is a field (17.16.5) whose code tells more than its result: paths of linked files, names of mail merge columns, variables,
// both answers of a condition, what reference managers keep.
var FieldCode = &inspect.Place{
	ID:     "docx/field-code",
	Title:  inspect.Words{JA: "文字の裏にある命令（フィールド）", EN: "field code"},
	Why:    inspect.Words{JA: "見えている文字の裏に、ファイルの場所や差し込みの条件などが書かれています。", EN: "Behind the text stand paths of files, conditions of a mail merge and the like."},
	Advice: inspect.Words{JA: "公開用ファイルでは、見えている文字だけを残します。", EN: "The copy keeps the text that shows."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// field emits what the code of a field tells.
func (r *story) field(f *wml.Field) error {
	at := inspect.Part{Part: r.part}
	switch {
	case f.Deleted:
		return r.send(inspect.Item{Where: at, Text: f.Code, Place: DeletedText, Fix: r.fixOf(wml.Deleted), Inside: true}, nil)
	case f.Open:
		return r.send(inspect.Item{Where: at, Text: f.Code}, nil)
	}
	if f.Talks() {
		return r.unseen(f.Code, f.Name(), inspect.Unlink{Part: r.part, Of: "talk"})
	}
	switch f.Kind() {
	case wml.Telling:
		it := inspect.Item{
			Where: at, Text: f.Code, Labels: []string{f.Name()}, Place: FieldCode, Fix: inspect.Unlink{Part: r.part, Of: "code"},
			Empty: !strings.ContainsAny(f.Code, "\"“\\/:"),
		}
		return r.send(it, nil)
	case wml.Entry:
		return r.unseen(f.Code, f.Name(), inspect.Unlink{Part: r.part, Of: "entry"})
	case wml.Drawn:
		return r.send(inspect.Item{Where: at, Text: f.Code}, nil)
	}
	return nil
}
