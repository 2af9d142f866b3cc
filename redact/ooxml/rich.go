package ooxml

import (
	"bytes"
	"encoding/base64"
	"errors"
	"maps"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// ErrCards says that the entries of data types can't be taken out of a workbook that also has pictures placed in cells: both are in one
// store.
var ErrCards = errors.New("ooxml: data types and pictures in cells in one workbook")

// readRich reads what the cells are beside their values, and notes whether it goes.
func (j *job) readRich() {
	j.rich = j.dropsType("sheetMetadata")
	switch rich := sml.ReadRich(j.ctx, j.wb); {
	case rich == nil:
	case j.dropsType("rdRichValue"):
		j.cards = rich
	default:
		j.store = rich
	}
}

// readsFields reports whether a formula takes a field of a data type's card.
func readsFields(formula []byte) bool {
	return bytes.Contains(formula, []byte("FIELDVALUE(")) || bytes.Contains(formula, []byte("_FV("))
}

// card returns the text that the cell shows of its card, masked, if the cards go.
func (d *decider) card(c *cell) (string, bool) {
	if d.j.cards == nil || c.vm == 0 || c.typ != sml.TypeError {
		return "", false
	}
	text, ok := d.j.cards.Shown(c.vm)
	if ok && d.j.mask != nil {
		d.where.Row, d.where.Col = c.row, c.col
		text = d.j.mask(&d.where, text)
	}
	return text, ok
}

// dropRich drops the metadata of cells and the rich values behind it, none of which has a use without cells that name them
// (ECMA-376 part 1, 18.9; MS-XLSX 2.3.8).
func (j *job) dropRich() {
	for _, r := range j.wb.Part.Rels {
		if r.Part == nil {
			continue
		}
		if strings.HasSuffix(r.Type, "/sheetMetadata") || strings.Contains(strings.ToLower(r.Part.Name), "/richdata/") {
			j.drop[r.Part] = true
		}
	}
}

// settleRich takes the rich values out of the metadata of cells if they go and other metadata stays, and the pictures out of cells that
// went. A picture is named by its number, so an empty one stands in for it.
func (j *job) settleRich() error {
	if j.cards != nil {
		if j.cards.Pictures() {
			return ErrCards
		}
		for _, part := range j.keptByType("sheetMetadata") {
			if err := j.spliceSmall(part, dropValues); err != nil {
				return err
			}
		}
	}
	if j.store == nil || j.store.Rels == nil || !j.kept[j.store.Rels] || len(j.facts) == 0 {
		return nil
	}
	shown := map[string]bool{}
	for _, f := range j.facts {
		for vm := range maps.Keys(f.values) {
			if id, ok := j.store.Picture(vm); ok {
				shown[id] = true
			}
		}
	}
	for _, r := range j.store.Rels.Rels {
		if r.Part != nil && !shown[r.ID] && !j.elsewhere(r, shown) {
			j.held[r.Part] = noPicture
		}
	}
	return nil
}

// dropValues is a hook that takes rich values out of the metadata of cells. The list of types stays: it is counted.
func dropValues(p *splicer) (action, error) {
	if p.s.Is("valueMetadata") || p.s.Is("futureMetadata") && attr(p.s, "name") == "XLRICHVALUE" {
		return drop, nil
	}
	return keep, nil
}

// elsewhere reports whether a picture is shown somewhere else.
func (j *job) elsewhere(rel *opc.Rel, shown map[string]bool) bool {
	for _, r := range j.store.Rels.Rels {
		if r.Part == rel.Part && shown[r.ID] {
			return true
		}
	}
	for part := range j.kept {
		if part == j.store.Rels {
			continue
		}
		for _, r := range part.Rels {
			if r.Part == rel.Part {
				return true
			}
		}
	}
	return false
}

// noPicture is a PNG file of one transparent dot.
var noPicture, _ = base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
