package ooxml

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// An UncachedError says that formulas would be frozen whose results are not stored, because the program that wrote them never
// calculated.
type UncachedError struct{ Cells []inspect.Cell }

func (e *UncachedError) Error() string {
	return fmt.Sprintf("ooxml: %d formulas without a result", len(e.Cells))
}

// wants notes a formula that is frozen and may have no result.
func (j *job) wants(c *cell, sheet string) {
	at := inspect.Cell{Sheet: sheet, Row: c.row, Col: c.col}
	switch {
	case !c.cached():
		j.uncached = append(j.uncached[:min(len(j.uncached), maxFill-1)], at)
	case len(c.value) == 0:
		j.empties = append(j.empties[:min(len(j.empties), maxFill-1)], at)
	}
}

// missing returns the formulas that are frozen and have no result. Some programs that never calculate store an empty text with each
// formula; it means something where another formula has more than that.
func (j *job) missing() []inspect.Cell {
	if j.computed {
		return j.uncached
	}
	return slices.Concat(j.uncached, j.empties)
}

// has reports whether a formula has its result stored.
func (j *job) has(c *cell) bool { return c.cached() && (j.computed || len(c.value) > 0) }

// Fill returns a copy of a workbook in which formulas have their results stored, as far as those of the cells can be worked out from what
// the workbook holds, and how many that are. It takes at most some seconds, whatever the formulas are. Nothing but these cells changes.
func Fill(ctx context.Context, src *inspect.Source, cells []inspect.Cell) (*inspect.Source, int, error) {
	ctx = limits.With(ctx, roomy(ctx))
	pkg, err := opc.Open(ctx, src, src.Size)
	if err != nil {
		return nil, 0, err
	}
	wb, err := sml.ReadWorkbook(ctx, pkg)
	if err != nil {
		return nil, 0, err
	}
	results := calculate(ctx, src, pkg, wb, cells)
	if len(results) == 0 {
		return src, 0, nil
	}
	j := newJob(ctx, pkg, nil)
	for _, sh := range wb.Sheets {
		if sh.Part != nil {
			j.stream(sh.Part, func(r io.Reader, w io.Writer) error { return splice(ctx, r, w, nil, fillHook(sh.Name, results)) })
		}
	}
	var out bytes.Buffer
	if _, err := j.edit().Write(ctx, &out); err != nil {
		return nil, 0, err
	}
	return &inspect.Source{Name: src.Name, ReaderAt: bytes.NewReader(out.Bytes()), Size: int64(out.Len())}, len(results), nil
}

// fillHook stores results in the cells of a sheet.
func fillHook(sheet string, results map[inspect.Cell]result) hook {
	cells := newCellReader(false)
	return func(p *splicer) (action, error) {
		switch {
		case p.s.Is("row"):
			cells.startRow(p.s)
		case p.s.Is("c"):
			c := cells.read(p.s)
			if r, ok := results[inspect.Cell{Sheet: sheet, Row: c.row, Col: c.col}]; ok && c.hasFormula {
				p.buf = c.appendFilled(p.buf, r)
			} else {
				p.buf = append(p.buf, c.raw...)
			}
			return done, nil
		}
		return keep, nil
	}
}

// appendFilled appends a cell with its formula and a result.
func (c *cell) appendFilled(b []byte, r result) []byte {
	prefix := c.name[:len(c.name)-1]
	end := tagEnd(c.raw)
	b = append(b, setAttr(c.raw[:end], "t", r.typ, r.typ != sml.TypeNumber)...)
	b = append(append(b, c.raw[c.f:c.fEnd]...), '<')
	b = append(append(b, prefix...), "v>"...)
	b = append(append(xmlscan.Escape(b, r.value), "</"...), prefix...)
	return append(append(append(b, "v></"...), c.name...), '>')
}
