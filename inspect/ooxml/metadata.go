package ooxml

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Metadata are the document's properties (ECMA-376 Part 1, 22.2 and 22.3; Part 2, 11): who made it, who saved it last, in which
// company, from which template, and the titles of its sheets, hidden ones included.
var Metadata = &inspect.Place{
	ID:    "ooxml/metadata",
	Title: inspect.Words{JA: "ファイルについている情報（作った人の名前など）", EN: "document properties"},
	Why: inspect.Words{
		JA: "作った人・最後に直した人・会社名・日付のほか、かくれているシートの名前が入っていることがあります。",
		EN: "They name the author, the last editor, the company and dates, and may list the names of hidden sheets.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは消します。表題と言語は、読み上げのために残します。",
		EN: "They are removed from the copy. Title and language stay, for screen readers.",
	},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// Title is the document's title. Screen readers announce it, so it stays unless it holds personal data.
var Title = &inspect.Place{
	ID:    "ooxml/title",
	Title: inspect.Words{JA: "ファイルの表題（プロパティ）", EN: "document title"},
	Why: inspect.Words{
		JA: "画面には出ませんが、読み上げや検索結果に使われます。前の文書の題名や名前が残っていることがあります。",
		EN: "It is not on the page, but screen readers and search results use it. It may be left over from another document.",
	},
	Advice: inspect.Words{JA: "個人情報があるときだけ消します。", EN: "It is removed only if it holds personal data."},
	Weight: inspect.Note, Action: inspect.Ask,
}

// inertProperty lists properties that say nothing about people or places: what every program writes, and what is left after
// cleaning.
var inertProperty = map[string]bool{
	"coreProperties": true, "Properties": true, "title": true, "language": true, "Application": true, "AppVersion": true, "DocSecurity": true,
	"ScaleCrop": true, "LinksUpToDate": true, "SharedDoc": true, "HyperlinksChanged": true,
	"TotalTime": true, "Pages": true, "Words": true, "Characters": true, "Lines": true, "Paragraphs": true, "CharactersWithSpaces": true,
	"vector": true, "variant": true, "i4": true, "HeadingPairs": true, "version": true,
}

// Properties emits the metadata of the package.
func (p *Package) Properties(ctx context.Context, emit Emit) error {
	for _, kind := range [...]string{"core-properties", "extended-properties", "custom-properties"} {
		for _, part := range p.Targets(kind) {
			if !p.Claim(part) {
				continue
			}
			if err := p.properties(ctx, part, emit); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Package) properties(ctx context.Context, part *opc.Part, emit Emit) error {
	fix := inspect.Strip{Part: part.Name}
	said := false
	var label, name string // the element, and the name of a custom property
	return p.Scan(ctx, part, Metadata, fix, emit, func(s *xmlscan.Scanner) error {
		switch s.Kind() {
		case xmlscan.Start:
			label = string(s.LocalBytes())
			if v, ok := s.Attr("name"); ok {
				name = string(v)
			}
			return nil
		case xmlscan.End:
			label = ""
			return nil
		}
		text := string(s.Text())
		if s.Kind() != xmlscan.Text || strings.TrimSpace(text) == "" {
			return nil
		}
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: text, Labels: []string{label, name}, Place: Metadata, Fix: fix, Inside: said}
		switch {
		case label == "title":
			it.Place, it.Fix, it.Inside = Title, inspect.DropElement{Part: part.Name, Element: "title", N: 1}, false
		case label == "Application": // the name of a program stays; a person may have the same
			it.Place, it.Fix = nil, nil
		case inertProperty[label]:
			return nil
		default:
			said = true
		}
		return emit(it)
	})
}
