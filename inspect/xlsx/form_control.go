package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/runs"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// FormControl is an ActiveX control on a sheet with the state it keeps (18.3.1.18 control; [MS-OFORMS]): captions, lists, what was typed
// last.
var FormControl = &inspect.Place{
	ID:    "xlsx/form-control",
	Title: inspect.Words{JA: "シートの上の部品（ActiveXコントロール）", EN: "ActiveX control on a sheet"},
	Why: inspect.Words{
		JA: "入力欄やリストなどの部品です。最後に入力した文字や、かくれた選択肢が残っていることがあります。",
		EN: "A text box, list or button that runs as a program. It may keep what was typed last, or choices that are not shown.",
	},
	Advice: inspect.Words{
		JA: "個人情報があるときは、公開用ファイルで消します。それ以外は、必要な部品かどうか確かめてください。",
		EN: "It is removed from the copy if it holds personal data. Otherwise make sure that it is needed.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// formControls emits the ActiveX controls, and the choices that the simpler controls of Excel offer, which a reader sees.
func (d *document) formControls(ctx context.Context) error {
	for _, part := range d.pkg.Targets("control") {
		if err := d.pkg.DropWhole(ctx, part, FormControl, d.emit); err != nil {
			return err
		}
		for _, rel := range part.Rels {
			if !d.pkg.Claim(rel.Part) {
				continue
			}
			if err := d.controlState(ctx, part, rel.Part); err != nil {
				return err
			}
		}
	}
	for _, part := range d.pkg.Targets("ctrlProp") {
		if !d.pkg.Claim(part) {
			continue
		}
		err := d.pkg.Scan(ctx, part, nil, nil, d.emit, func(s *xmlscan.Scanner) error {
			v, ok := s.Attr("val")
			if s.Kind() != xmlscan.Start || !s.Is("item") || !ok {
				return nil
			}
			return d.emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: string(v)})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// controlState emits the texts of a control's state, whose make is its program's own.
func (d *document) controlState(ctx context.Context, control, state *opc.Part) error {
	fix := inspect.DropPart{Part: control.Name}
	data, err := ooxml.Held(ctx, state)
	if err != nil {
		it, err := ooxml.Unread(state.Name, FormControl, fix, err)
		if err != nil {
			return err
		}
		return d.emit(it)
	}
	return d.emit(inspect.Item{Where: inspect.Part{Part: state.Name}, Text: runs.Of(data), Raw: true, Place: FormControl, Fix: fix, Inside: true})
}
