package ooxml

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// Extension is a part of a web extension, a task pane or a custom ribbon.
var Extension = &inspect.Place{
	ID:     "ooxml/extension",
	Title:  inspect.Words{JA: "アドインや追加の部品", EN: "add-in parts"},
	Why:    inspect.Words{JA: "アドインの設定やリボンの部品です。サーバーの場所や社内の名前が入っていることがあります。", EN: "Settings of add-ins and ribbon parts. They may hold servers and internal names."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "They are removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// Extensions emits web extensions, task panes and custom ribbons.
func (p *Package) Extensions(ctx context.Context, emit Emit) error {
	if err := p.toolbars(ctx, emit); err != nil {
		return err
	}
	for _, kind := range [...]string{"webextension", "webextensiontaskpanes", "extensibility", "userCustomization"} {
		for _, part := range p.Targets(kind) {
			if err := p.DropWhole(ctx, part, Extension, emit); err != nil {
				return err
			}
		}
	}
	return nil
}

// toolbars emits the toolbars that old programs attached to a workbook. They go as they are; the texts in their bytes are searched.
func (p *Package) toolbars(ctx context.Context, emit Emit) error {
	for _, part := range p.Targets("attachedToolbars") {
		if !p.Claim(part) {
			continue
		}
		fix := inspect.DropPart{Part: part.Name}
		if err := Announce(part, Extension, fix, emit); err != nil {
			return err
		}
		data, err := Held(ctx, part)
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: runs.Of(data), Place: Extension, Fix: fix, Inside: true, Raw: true}
		if err != nil {
			if it, err = Unread(part.Name, Extension, fix, err); err != nil {
				return err
			}
		}
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}
