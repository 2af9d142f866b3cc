package docx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/wml"
)

// controls emits controls and other parts that only a program uses (17.3.3.3 control, 17.15.1 keymaps and toolbars): the page keeps the
// pictures of them. Handwriting (20.4 contentPart) is on the page; its part holds strokes.
func (d *document) controls(ctx context.Context) error {
	for _, kind := range [...]string{"control", "keyMapCustomizations", "intelligence", "documenttasks"} {
		for _, part := range d.pkg.Targets(kind) {
			for _, rel := range part.Rels {
				d.pkg.Claim(rel.Part) // the control's state goes with it
			}
			if err := d.pkg.DropWhole(ctx, part, ooxml.Extension, d.emit); err != nil {
				return err
			}
		}
	}
	for _, part := range d.pkg.Parts {
		if strings.HasSuffix(part.ContentType, "inkml+xml") && d.pkg.Claim(part) {
			if err := d.pkg.Texts(ctx, part, nil, nil, func(inspect.Item) error { return nil }); err != nil {
				return err
			}
		}
	}
	return nil
}

// links emits the pages of the web that the document leads to, which are a click away for a reader. See [ooxml.LocalLink] for the others.
func (d *document) links(_ context.Context) error {
	for _, part := range d.pkg.Parts {
		for _, rel := range part.Rels {
			if !rel.External || !public(rel.Target) || hasType(rel, "attachedTemplate") || mergeSource(rel) {
				continue
			}
			err := d.emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: wml.Target(rel.Target), Labels: []string{"hyperlink"}})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// public reports whether a target is a page of the web.
func public(target string) bool {
	lower := strings.ToLower(target)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}
