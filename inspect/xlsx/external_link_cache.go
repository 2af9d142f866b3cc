package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ExternalLinkCache is the copy of another workbook's cells that an external link keeps (18.14.7), with the path to it.
var ExternalLinkCache = &inspect.Place{
	ID:     "xlsx/external-link-cache",
	Title:  inspect.Words{JA: "ほかのブックから写したセルの控え", EN: "cells of another workbook"},
	Why:    inspect.Words{JA: "リンク先のブックの場所（DDEなら、動かすプログラムと命令）と、そのセルの中身の控えが残っています。", EN: "The path of a linked workbook (with DDE, a program and what it is told), and copies of its cells."},
	Advice: inspect.Words{JA: "公開用ファイルでは控えを消し、計算の結果は値として残します。", EN: "The copy loses them; results computed from them stay as plain values."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// externalLinks emits the external books: where they lie, and the cells kept of them.
func (d *document) externalLinks(ctx context.Context) error {
	for _, part := range d.pkg.Targets("externalLink") {
		if !d.pkg.Claim(part) {
			continue
		}
		if err := d.externalLink(ctx, part); err != nil {
			return err
		}
	}
	return nil
}

// externalLink emits one external book, or the program that a link asks for its values. A link that keeps no cell tells only where the
// book lies.
func (d *document) externalLink(ctx context.Context, part *opc.Part) error {
	fix := inspect.DropPart{Part: part.Name}
	place, cached := ooxml.LocalLink, false
	look := func(externalCell) error { cached = true; return nil }
	if err := d.externalCells(ctx, part, func(inspect.Item) error { return nil }, look); err != nil {
		return err
	}
	if cached {
		place = ExternalLinkCache
		if err := ooxml.Announce(part, place, fix, d.emit); err != nil {
			return err
		}
	}
	for _, rel := range part.Rels {
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: rel.Target, Place: place, Fix: fix, Inside: cached}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return d.externalBook(ctx, part, place, fix)
}

// An externalCell is a cell kept of another book.
type externalCell struct {
	sheet, row, col int
	text            string
	program         bool // no cell, but a link to a program: DDE or OLE (18.14.4, 18.14.12)
}

// externalBook reads the part twice: a sample for the table pass, then the cells.
func (d *document) externalBook(ctx context.Context, part *opc.Part, place *inspect.Place, fix inspect.Fix) error {
	samples := map[int][]inspect.TableCell{}
	ignore := func(inspect.Item) error { return nil }
	err := d.externalCells(ctx, part, ignore, func(c externalCell) error {
		if !c.program && len(samples[c.sheet]) < sampleCells {
			samples[c.sheet] = append(samples[c.sheet], inspect.TableCell{Row: c.row, Col: c.col, Text: c.text})
		}
		return nil
	})
	if err != nil {
		return err
	}
	layouts := map[int]*inspect.Layout{}
	spaces := map[int]int{}
	for i, cells := range samples {
		layouts[i] = d.tables.Layout(cells)
		spaces[i] = cacheSpaces + d.caches + 1 + i
	}
	d.caches += len(samples) + 1
	emit := func(it inspect.Item) error {
		it.Place = place
		return d.emit(it)
	}
	return d.externalCells(ctx, part, emit, func(c externalCell) error {
		if c.program {
			return nil
		}
		labels, rec := layouts[c.sheet].At(c.row, c.col)
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: c.text, Labels: labels, Fix: fix, Inside: true}
		if rec != 0 {
			it.Record = inspect.Record(spaces[c.sheet], rec)
		}
		return emit(it)
	})
}

// externalCells hands every kept cell, sheet name and defined name of an external link part to fn.
func (d *document) externalCells(ctx context.Context, part *opc.Part, emit ooxml.Emit, fn func(externalCell) error) error {
	var c externalCell
	inValue := false
	c.sheet = -1
	fix := inspect.DropPart{Part: part.Name}
	return d.pkg.Scan(ctx, part, ExternalLinkCache, fix, emit, func(s *xmlscan.Scanner) error {
		switch s.Kind() {
		case xmlscan.Start:
			switch {
			case s.Is("sheetData"):
				c.sheet++
			case s.Is("cell"):
				ref, _ := s.Attr("r")
				c.row, c.col, _ = sml.ParseRef(ref)
			case s.Is("v"), s.Is("val"):
				inValue, c.text = true, ""
			case s.Is("sheetName"), s.Is("definedName"):
				return externalName(s, part, fix, emit)
			case s.Is("ddeLink"), s.Is("oleLink"):
				if err := externalName(s, part, fix, emit); err != nil {
					return err
				}
				return fn(externalCell{program: true})
			}
		case xmlscan.Text:
			if inValue {
				c.text += string(s.Text())
			}
		case xmlscan.End:
			if inValue && (s.Is("v") || s.Is("val")) {
				inValue = false
				if c.text != "" {
					return fn(c)
				}
			}
		}
		return nil
	})
}

// externalName emits the names that an external link part gives: of sheets, ranges, programs and topics.
func externalName(s *xmlscan.Scanner, part *opc.Part, fix inspect.Fix, emit ooxml.Emit) error {
	for _, name := range [...]string{"val", "name", "ddeService", "ddeTopic", "progId"} {
		v, ok := s.Attr(name)
		if !ok {
			continue
		}
		if err := emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: string(v), Place: ExternalLinkCache, Fix: fix, Inside: true}); err != nil {
			return err
		}
	}
	return nil
}
