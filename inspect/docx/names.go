package docx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// named lists the parts whose names the program's menus show, with the elements that hold them: styles (17.7.4.9), lists and the text
// before their numbers (17.9.1, 17.9.11).
var named = []struct {
	rel      string
	elements map[string]bool
}{
	{"styles", map[string]bool{"name": true, "aliases": true}},
	{"numbering", map[string]bool{"name": true, "lvlText": true}},
}

// names emits such names, each once. A number alone is none.
func (d *document) names(ctx context.Context) error {
	for _, kind := range named {
		for _, part := range d.pkg.Targets(kind.rel) {
			if !d.pkg.Claim(part) {
				continue
			}
			seen := map[string]bool{}
			err := d.pkg.Scan(ctx, part, nil, nil, d.emit, func(s *xmlscan.Scanner) error {
				if s.Kind() != xmlscan.Start || !kind.elements[string(s.LocalBytes())] {
					return nil
				}
				v, _ := s.AttrNS(s.Space(), "val")
				text := string(v)
				if len([]rune(text)) < 4 || seen[text] {
					return nil
				}
				seen[text] = true
				return d.emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: text})
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
