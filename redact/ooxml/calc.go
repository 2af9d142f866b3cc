package ooxml

import (
	"context"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Bounds of a calculation: what it reads is written by strangers.
const (
	maxFill     = 20_000     // cells that are asked for
	maxFormulas = 200_000    // of the workbook
	maxInflated = 64 << 20   // of the package, in bytes
	maxReads    = 20_000_000 // cells that formulas read, all together
	maxChain    = 2000       // formulas that wait for one another
	maxCellText = 32767      // characters of a cell
	calcTime    = 10 * time.Second
)

// A result is what a formula gives, as a cell stores it (ECMA-376 part 1, 18.3.1.96, 18.18.11).
type result struct{ typ, value string }

// A formulaCell is a formula of the workbook with the result that is stored, if there is one.
type formulaCell struct {
	text   string
	stored *result
	alone  bool // not part of an array or a table of data
	empty  bool // what is stored is an empty text
}

// A calculator works formulas out that no program ever worked out. It does so in the order in which they wait for one another, and puts
// each result in the place of its formula, so that excelize never recurses.
type calculator struct {
	book     *excelize.File
	names    map[string]string // by folded name; those of the whole workbook
	formulas map[string]map[[2]int]*formulaCell
	state    map[inspect.Cell]state
	results  map[inspect.Cell]result
	reads    int
	computed bool // some program has stored results: empty ones are meant
}

type state uint8

const (
	untried state = iota
	busy
	solved
	unable
)

// calculate returns the results of those of the cells for which there is one beyond doubt, after at most calcTime. Excelize can't be
// interrupted: when the time is over it is left alone with its copy, until the worker ends.
func calculate(ctx context.Context, src *inspect.Source, pkg *opc.Package, wb *sml.Workbook, cells []inspect.Cell) map[inspect.Cell]result {
	size := int64(0)
	for _, p := range pkg.Parts {
		size += int64(p.Entry.Size)
	}
	if size > maxInflated {
		return nil
	}
	c := &calculator{names: map[string]string{}, formulas: map[string]map[[2]int]*formulaCell{}, state: map[inspect.Cell]state{}, results: map[inspect.Cell]result{}}
	for _, n := range wb.Names {
		if n.Sheet < 0 {
			c.names[sml.FoldName(n.Name)] = n.Text
		}
	}
	if !c.readFormulas(ctx, pkg, wb) {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, calcTime)
	defer cancel()
	ready := make(chan map[inspect.Cell]result, 1)
	go func() {
		defer func() {
			if recover() != nil { // excelize: what it could not read is not calculated
				ready <- nil
			}
		}()
		ready <- c.run(ctx, src, cells)
	}()
	select {
	case results := <-ready:
		return results
	case <-ctx.Done():
		return nil
	}
}

// readFormulas collects every formula; false if there are too many.
func (c *calculator) readFormulas(ctx context.Context, pkg *opc.Package, wb *sml.Workbook) bool {
	j := newJob(ctx, pkg, nil)
	n := 0
	for _, sh := range wb.Sheets {
		if sh.Part == nil {
			continue
		}
		cells, of := newCellReader(true), map[[2]int]*formulaCell{}
		c.formulas[sh.Name] = of
		err := j.scan(sh.Part, func(s *xmlscan.Scanner) error {
			switch {
			case s.Kind() != xmlscan.Start:
			case s.Is("row"):
				cells.startRow(s)
			case s.Is("c"):
				cell := cells.read(s)
				if !cell.hasFormula {
					return nil
				}
				if n++; n > maxFormulas {
					return sml.ErrStop
				}
				f := &formulaCell{alone: cell.kind == "" || cell.kind == "normal" || cell.kind == "shared"}
				if cell.cached() {
					f.stored, f.empty = &result{cell.typ, string(cell.value)}, len(cell.value) == 0
					c.computed = c.computed || !f.empty
				}
				of[[2]int{cell.col, cell.row}] = f
			}
			return nil
		})
		if err != nil {
			return false
		}
	}
	return true
}

func (c *calculator) run(ctx context.Context, src *inspect.Source, cells []inspect.Cell) map[inspect.Cell]result {
	data := make([]byte, src.Size)
	if _, err := src.ReadAt(data, 0); err != nil && len(data) == 0 {
		return nil
	}
	var err error
	// With both limits equal nothing is put into temporary files.
	if c.book, err = excelize.OpenReader(strings.NewReader(string(data)), excelize.Options{UnzipSizeLimit: maxInflated, UnzipXMLSizeLimit: maxInflated, RawCellValue: true}); err != nil {
		return nil
	}
	defer c.book.Close()
	for sheet, of := range c.formulas { // before anything is changed: excelize forgets copies of a formula with their original
		for at, f := range of {
			text, err := c.book.GetCellFormula(sheet, refOf(at))
			f.text = strings.TrimPrefix(text, "=")
			f.alone = f.alone && err == nil && text != ""
		}
	}
	for _, at := range cells {
		if ctx.Err() != nil {
			return nil
		}
		c.solve(ctx, at, 0)
	}
	return c.results
}

func refOf(at [2]int) string { return inspect.Cell{Col: at[0], Row: at[1]}.Ref() }

// solve puts the result of a cell into its place, and reports whether other formulas can read it.
func (c *calculator) solve(ctx context.Context, at inspect.Cell, depth int) bool {
	f := c.formulas[at.Sheet][[2]int{at.Col, at.Row}]
	if f == nil {
		return true // a plain value
	}
	if s := c.state[at]; s != untried {
		return s == solved
	}
	c.state[at] = unable
	if !f.alone || depth > maxChain || ctx.Err() != nil {
		return false
	}
	if f.stored != nil && (c.computed || !f.empty) {
		if c.put(at, *f.stored) {
			c.state[at] = solved
		}
		return c.state[at] == solved
	}
	c.state[at] = busy
	ok := !fickle(f.text) && c.solveRefs(ctx, at, f.text, depth)
	c.state[at] = unable
	if !ok {
		return false
	}
	r, ok := c.work(at, f.text)
	if !ok {
		return false
	}
	if !f.empty || r.value != "" {
		c.results[at] = r
	}
	if c.put(at, r) {
		c.state[at] = solved
	}
	return c.state[at] == solved
}

// fickle reports whether a formula gives something else each time or in each place, or may give more than memory holds. A guess would be
// no better than nothing.
func fickle(formula string) bool {
	f := strings.ToUpper(formula)
	for _, fn := range [...]string{"NOW(", "TODAY(", "RAND", "CELL(", "INFO(", "WEBSERVICE(", "REPT(", "MUNIT(", "SEQUENCE(", "MAKEARRAY(", "PHONETIC("} {
		if strings.Contains(f, fn) {
			return true
		}
	}
	return false
}

// solveRefs solves every formula that a formula reads.
func (c *calculator) solveRefs(ctx context.Context, at inspect.Cell, formula string, depth int) bool {
	for r := range sml.Refs(formula) {
		sheet := r.Sheet
		if sheet == "" {
			sheet = at.Sheet
		}
		switch {
		case r == (sml.Ref{Text: r.Text}), r == (sml.Ref{Name: "TRUE"}), r == (sml.Ref{Name: "FALSE"}):
			continue // a literal
		case r.Book != "", r.Table != "", r.LastSheet != "", r.Dynamic, c.formulas[sheet] == nil:
			return false
		case r.Name != "":
			text, ok := c.names[sml.FoldName(r.Name)]
			if !ok || r.Sheet != "" || depth > maxChain || !c.solveRefs(ctx, inspect.Cell{}, text, depth+100) {
				return false
			}
			continue
		}
		area, ok := sml.ParseArea(r.Area)
		if !ok || !c.solveArea(ctx, sheet, area, depth) {
			return false
		}
	}
	return true
}

func (c *calculator) solveArea(ctx context.Context, sheet string, a sml.Area, depth int) bool {
	size := (a.Col2 - a.Col1 + 1) * (a.Row2 - a.Row1 + 1)
	if size > maxReads-c.reads {
		return false
	}
	c.reads += size
	of := c.formulas[sheet]
	if size <= len(of) {
		for row := a.Row1; row <= a.Row2; row++ {
			for col := a.Col1; col <= a.Col2; col++ {
				if of[[2]int{col, row}] != nil && !c.solve(ctx, inspect.Cell{Sheet: sheet, Row: row, Col: col}, depth+1) {
					return false
				}
			}
		}
		return true
	}
	for at := range of {
		if at[0] >= a.Col1 && at[0] <= a.Col2 && at[1] >= a.Row1 && at[1] <= a.Row2 &&
			!c.solve(ctx, inspect.Cell{Sheet: sheet, Row: at[1], Col: at[0]}, depth+1) {
			return false
		}
	}
	return true
}

// put writes a result in the place of a formula. Errors stay formulas, and nothing reads them.
func (c *calculator) put(at inspect.Cell, r result) bool {
	var err error
	switch r.typ {
	case sml.TypeNumber:
		var n float64
		if n, err = strconv.ParseFloat(r.value, 64); err == nil {
			err = c.book.SetCellValue(at.Sheet, at.Ref(), n)
		}
	case sml.TypeBool:
		err = c.book.SetCellBool(at.Sheet, at.Ref(), r.value == "1")
	case sml.TypeString, sml.TypeInline:
		err = c.book.SetCellStr(at.Sheet, at.Ref(), r.value)
	default:
		return false
	}
	return err == nil
}

// work lets excelize work a formula out, and what kind of value it gives.
func (c *calculator) work(at inspect.Cell, formula string) (result, bool) {
	value, err := c.ask(at, formula)
	if err != nil {
		switch e := err.Error(); e {
		case "#DIV/0!", "#N/A": // others may mean that excelize does not know something
			return result{sml.TypeError, e}, true
		}
		return result{}, false
	}
	is := func(fn string) bool {
		answer, err := c.ask(at, fn+"("+formula+")")
		return err == nil && strings.EqualFold(answer, "TRUE")
	}
	switch {
	case is("ISLOGICAL"):
		return result{sml.TypeBool, map[bool]string{true: "1", false: "0"}[strings.EqualFold(value, "TRUE")]}, true
	case is("ISNUMBER"):
		n, err := strconv.ParseFloat(value, 64)
		return result{sml.TypeNumber, value}, err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
	case value == "" && is("ISBLANK"): // it reads an empty cell
		return result{sml.TypeNumber, "0"}, true
	}
	return result{sml.TypeString, value}, len([]rune(value)) <= maxCellText
}

func (c *calculator) ask(at inspect.Cell, formula string) (string, error) {
	if err := c.book.SetCellFormula(at.Sheet, at.Ref(), formula); err != nil {
		return "", err
	}
	return c.book.CalcCellValue(at.Sheet, at.Ref(), excelize.Options{RawCellValue: true})
}
