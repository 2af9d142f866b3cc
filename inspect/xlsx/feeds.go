package xlsx

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// nameDepth bounds how deep a defined name may refer to others.
const nameDepth = 8

// read notes the sheets that a formula reads. From is the sheet it stands on, or nil.
func (d *document) read(from *sheet, formula string) {
	for ref := range sml.Refs(formula) {
		d.readRef(from, ref, 0)
		if ref.Text != "" && !ref.Dynamic && computes(formula) {
			d.readText(from, ref.Text)
		}
	}
}

// computes reports whether a formula puts references together from texts.
func computes(formula string) bool {
	const name = "INDIRECT"
	for i := 0; i+len(name) <= len(formula); i++ {
		if strings.EqualFold(formula[i:i+len(name)], name) {
			return true
		}
	}
	return false
}

// readText notes the sheet that a piece of a reference names: "名簿!A" in INDIRECT("名簿!A"&ROW()).
func (d *document) readText(from *sheet, text string) {
	if name, _, ok := strings.Cut(text, "!"); ok {
		d.feed(from, strings.ReplaceAll(strings.Trim(name, "'"), "''", "'"))
	}
}

func (d *document) readRef(from *sheet, ref sml.Ref, depth int) {
	switch {
	case ref.Book != "" && ref.Book != "[0]":
	case ref.LastSheet != "":
		d.feedSpan(from, ref.Sheet, ref.LastSheet)
	case ref.Sheet != "":
		d.feed(from, ref.Sheet)
	case ref.Table != "":
		d.feedTable(from, ref.Table)
	case ref.Name != "" && !ref.Dynamic:
		d.feedName(from, ref.Name, depth)
	}
	if ref.Dynamic && ref.Text != "" && depth < nameDepth {
		for inner := range sml.Refs(ref.Text) {
			d.readRef(from, inner, depth+1)
		}
	}
}

// feed notes that the sheet of that name is read from elsewhere.
func (d *document) feed(from *sheet, name string) {
	for _, sh := range d.sheets {
		if sh != from && sml.EqualName(sh.Name, name) {
			sh.feeds = true
		}
	}
}

// feedSpan notes the tabs from first to last, as a 3-D reference names them.
func (d *document) feedSpan(from *sheet, first, last string) {
	inside := false
	for _, sh := range d.sheets {
		end := sml.EqualName(sh.Name, first) || sml.EqualName(sh.Name, last)
		if (inside || end) && sh != from {
			sh.feeds = true
		}
		if end {
			if inside || sml.EqualName(first, last) {
				return
			}
			inside = true
		}
	}
}

func (d *document) feedName(from *sheet, name string, depth int) {
	if depth >= nameDepth {
		return
	}
	for _, n := range d.wb.Names {
		if !sml.EqualName(n.Name, name) {
			continue
		}
		for ref := range sml.Refs(n.Text) {
			d.readRef(from, ref, depth+1)
		}
	}
	d.feedTable(from, name)
}

// feedTable notes the sheet on which the table of that name lies.
func (d *document) feedTable(from *sheet, name string) {
	for _, sh := range d.sheets {
		for _, t := range sh.tables {
			if sh != from && sml.EqualName(t, name) {
				sh.feeds = true
			}
		}
	}
}
