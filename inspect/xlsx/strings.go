package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// strings emits the shared strings: each once for every context in which it stands, with all its cells.
func (d *document) strings(ctx context.Context) error {
	part := d.wb.Strings
	if part == nil {
		return nil
	}
	rc, err := part.Open(ctx)
	if err == nil {
		defer rc.Close()
		e := &stringEmitter{d: d, part: part.Name}
		err = sml.ScanStrings(ctx, rc, e.emit)
		if e.err != nil {
			return e.err
		}
	}
	if err == nil {
		return nil
	}
	it, err := ooxml.Unread(part.Name, nil, nil, err)
	if err != nil {
		return err
	}
	return d.emit(it)
}

type stringEmitter struct {
	d    *document
	part string
	list []use
	cell inspect.Cell
	err  error // of emit

	matches []detectors.Match // of furigana
}

func (e *stringEmitter) emit(s *sml.String) error {
	e.list = e.d.uses.of(s.ID, e.list)
	switch {
	case len(e.list) == 0:
		e.err = e.orphan(s)
	case len(s.Text) > 0:
		e.err = e.each(s)
	}
	if e.err == nil && len(s.Phonetic) > 0 && len(e.list) > 0 {
		e.err = e.furigana(s)
	}
	return e.err
}

// each emits the string for every context in which it stands.
func (e *stringEmitter) each(s *sml.String) error {
	for i, u := range e.list {
		if e.before(i, u.context) {
			continue
		}
		e.d.shown.note(e.d.contexts[u.context].place, borrow(s.Text))
		if err := e.d.emit(e.item(s, i)); err != nil {
			return err
		}
	}
	return nil
}

// before reports whether the context came up among the first i uses.
func (e *stringEmitter) before(i int, context uint32) bool {
	if i > 0 && e.list[i-1].context == context {
		return true
	}
	for _, u := range e.list[:i] {
		if u.context == context {
			return true
		}
	}
	return false
}

func (e *stringEmitter) item(s *sml.String, i int) inspect.Item {
	u := e.list[i]
	c := &e.d.contexts[u.context]
	e.cell = inspect.Cell{Sheet: c.sh.Name, Row: int(u.row), Col: c.col}
	it := inspect.Item{
		Where: &e.cell, Text: borrow(s.Text), Labels: c.labels, Record: c.record.number(int(u.row)),
		Place: c.place, Fix: c.fix, Inside: c.inside, Outer: c.sh.fix,
	}
	if len(e.list) > 1 {
		it.Uses = e.d.each(e.list, u.context, &e.cell)
	}
	return it
}
