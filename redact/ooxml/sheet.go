package ooxml

import (
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// editSheets sets up the rewriting of the sheets that change. They are streamed when the copy is written and never held.
func (j *job) editSheets() error {
	if j.wb == nil {
		return nil
	}
	for i, sh := range j.wb.Sheets {
		if sh.Part == nil || j.gone[i] {
			continue
		}
		ids := j.dangling(sh.Part)
		f := j.facts[sh.Part]
		selects := j.goneAny && (f == nil || f.view && f.selected != (i == j.active()))
		if len(ids) == 0 && !selects && len(j.elements[sh.Part])+len(j.show[sh.Part]) == 0 && (f == nil || !f.touched && !f.rules) {
			continue
		}
		hooks, rules := []hook{}, j.rules(i)
		if f != nil {
			hooks = append(hooks, j.cellHook(i, f), rules.hook)
		}
		if j.goneAny {
			hooks = append(hooks, j.selectHook(i))
		}
		if rows := j.show[sh.Part]; len(rows) > 0 {
			hooks = append(hooks, showHook(rows))
		}
		hooks = append(hooks, dropReferences(ids))
		j.stream(sh.Part, func(r io.Reader, w io.Writer) error {
			return splice(j.ctx, r, w, rules.judge, hooks...)
		})
	}
	return nil
}

// selectHook selects the one tab that is in front (18.3.1.87): with more than one selected, what a person types goes into all of them.
func (j *job) selectHook(sheet int) hook {
	return func(p *splicer) (action, error) {
		if !p.s.Is("sheetView") {
			return keep, nil
		}
		if sheet == j.active() {
			p.with("tabSelected", "1")
		} else {
			p.without("tabSelected")
		}
		return keep, nil
	}
}

// active returns the index, among the source's tabs, of the tab in front of the copy.
func (j *job) active() int {
	front := j.wb.Active
	if front >= 0 && front < len(j.wb.Sheets) && !j.gone[front] && j.visible(front) {
		return front
	}
	first := -1
	for i := range j.wb.Sheets {
		switch {
		case j.gone[i]:
		case j.visible(i):
			return i
		case first < 0:
			first = i
		}
	}
	return first
}

func (j *job) visible(sheet int) bool {
	state := j.wb.Sheets[sheet].State
	return state == "" || state == "visible"
}

// cellHook changes the cells of a sheet.
func (j *job) cellHook(sheet int, f *facts) hook {
	cells := newCellReader(false)
	d := &decider{j: j, sheet: sheet, facts: f, freeze: j.freeze[j.wb.Sheets[sheet].Part], where: inspect.Cell{Sheet: j.wb.Sheets[sheet].Name}}
	return func(p *splicer) (action, error) {
		switch {
		case p.s.Is("row"):
			cells.startRow(p.s)
		case p.s.Is("c"):
			p.buf = d.append(p.buf, cells.read(p.s))
			return done, nil
		}
		return keep, nil
	}
}

// append appends what becomes of a cell.
func (d *decider) append(b []byte, c *cell) []byte {
	what, text := d.decide(c)
	switch what {
	case plain:
		return c.appendPlain(b, !d.j.rich)
	case blanked:
		return c.appendBlank(b)
	case masked:
		return c.appendText(b, text)
	case frozen:
		notes := &d.j.notes
		notes.Frozen++
		if !d.j.has(c) {
			notes.uncached(inspect.Cell{Sheet: d.where.Sheet, Row: c.row, Col: c.col})
			return c.appendBlank(b)
		}
		return c.appendFrozen(b, !d.j.rich && d.j.cards == nil)
	}
	return append(b, c.raw...)
}

// stream sets up the rewriting of a part that may be large; what fixes drop of its elements goes first.
func (j *job) stream(part *opc.Part, change func(r io.Reader, w io.Writer) error) {
	j.replaced[part] = func(w io.Writer) error {
		r, err := part.Open(j.ctx)
		if err != nil {
			return err
		}
		defer r.Close()
		fixes := j.elements[part]
		if len(fixes) == 0 {
			return change(r, w)
		}
		between, into := io.Pipe()
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			into.CloseWithError(splice(j.ctx, r, into, nil, dropElements(fixes)))
		}()
		err = change(between, w)
		between.CloseWithError(io.ErrClosedPipe)
		<-ended // before r is closed
		return err
	}
}

// spliceSmall changes a part that is held in memory.
func (j *job) spliceSmall(part *opc.Part, hooks ...hook) error {
	return j.rewrite(part, func(r io.Reader, w io.Writer) error { return splice(j.ctx, r, w, nil, hooks...) })
}
