package ooxml

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// CustomXML is a custom XML data part (Part 1, 15.2.4) with its properties.
var CustomXML = &inspect.Place{
	ID:     "ooxml/custom-xml",
	Title:  inspect.Words{JA: "画面に出ない追加のデータ", EN: "custom XML data"},
	Why:    inspect.Words{JA: "文書管理システムなどが入れたデータです。前の値や担当者の名前が残っていることがあります。", EN: "Data put there by document systems. Former values and names may remain."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// CustomData emits the custom XML parts with their properties.
func (p *Package) CustomData(ctx context.Context, emit Emit) error {
	for _, kind := range [...]string{"customXml", "customXmlProps", "classificationlabels"} {
		for _, part := range p.Targets(kind) {
			if err := p.DropWhole(ctx, part, CustomXML, emit); err != nil {
				return err
			}
		}
	}
	return nil
}
