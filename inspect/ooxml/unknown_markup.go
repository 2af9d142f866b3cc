package ooxml

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// UnknownMarkup is text where no program puts any: character data or a remark in a part that holds settings only, such as the styles, or
// an extension of them (ECMA-376 part 3, 18.2.10) that no rule knows.
var UnknownMarkup = &inspect.Place{
	ID:     "ooxml/unknown-markup",
	Title:  inspect.Words{JA: "書式などの部品に書きこまれた文字", EN: "text in a part for settings"},
	Why:    inspect.Words{JA: "書式などの設定だけを持つ部品に、文字が入っています。画面には出ませんが、ファイルを展開すると読めます。", EN: "A part that holds only settings has text in it. No screen shows it; unpacking the file does."},
	Advice: inspect.Words{JA: "元のソフトで開き、名前を付けて保存し直してから、もう一度調べてください。", EN: "Open it in its own program, save it anew, and check again."},
	Weight: inspect.Note, Action: inspect.Report,
}

// settings reads a part that holds no text, to its end, and emits the text that it holds all the same.
func (p *Package) settings(ctx context.Context, part *opc.Part, emit Emit) error {
	if !strings.HasSuffix(part.ContentType, "xml") {
		return p.verify(ctx, part, emit)
	}
	told := false
	return p.Scan(ctx, part, nil, nil, emit, func(s *xmlscan.Scanner) error {
		if k := s.Kind(); k != xmlscan.Text && k != xmlscan.Comment || strings.TrimSpace(string(s.Text())) == "" {
			return nil
		}
		if !told {
			told = true
			if err := Announce(part, UnknownMarkup, nil, emit); err != nil {
				return err
			}
		}
		return emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: string(s.Text()), Place: UnknownMarkup, Inside: true})
	})
}
