package xlsx

import (
	"cmp"
	"context"
	"iter"
	"slices"

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
		e := newStringEmitter(d, part.Name)
		watched, strays := d.pkg.Watch(ctx, part, nil, d.emit)
		err = sml.ScanStrings(watched, rc, e.emit)
		if e.err != nil || strays.Err() != nil {
			return cmp.Or(e.err, strays.Err())
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
	d       *document
	part    string
	orphans inspect.Item // what is the same in all of them

	list []use // of the string, in order
	next []int // by use: 1 + the index of the next one in the same context
	head []int // by context: 1 + the index of its first use
	at   int   // the use that the item stands for
	out  runSet
	cell inspect.Cell
	lent inspect.Item
	uses iter.Seq[inspect.Use]
	err  error // of emit

	matches []detectors.Match // of furigana
}

func newStringEmitter(d *document, part string) *stringEmitter {
	e := &stringEmitter{d: d, part: part, head: make([]int, len(d.contexts))}
	e.uses, e.lent.Where = e.eachUse, &e.cell
	e.orphans = inspect.Item{Where: inspect.Part{Part: part}, Fix: inspect.BlankStrings{Part: part}}
	return e
}

func (e *stringEmitter) emit(s *sml.String) error {
	e.list = e.d.uses.of(s.ID, e.list)
	switch {
	case len(e.list) == 0:
		e.err = e.orphan(s)
	case len(s.Text) > 0:
		if e.out = 0; len(s.Runs) > 0 {
			e.out = e.common(s)
		}
		if e.err = e.each(s); e.err == nil && e.out != 0 {
			e.err = e.d.emitRuns(e.alone(s), e.part, s.Text, s.Runs, e.out)
		}
	}
	if e.err == nil && len(s.Phonetic) > 0 && len(e.list) > 0 {
		e.err = e.furigana(s)
	}
	return e.err
}

// each emits the string for every context in which it stands.
func (e *stringEmitter) each(s *sml.String) error {
	if len(e.list) == 1 {
		return e.one(s, 0)
	}
	e.thread()
	for i, u := range e.list {
		if e.head[u.context] != i+1 {
			continue
		}
		e.head[u.context] = 0
		if err := e.one(s, i); err != nil {
			return err
		}
	}
	return nil
}

func (e *stringEmitter) one(s *sml.String, i int) error {
	e.d.shown.note(e.d.contexts[e.list[i].context].place, borrow(s.Text))
	it := e.item(s, i)
	if len(s.Runs) > 0 {
		e.d.dress(it, s.Text, s.Runs, &e.d.contexts[e.list[i].context], e.out)
	}
	return e.d.lend(it)
}

// alone is the item of the first cell; that of a string in several cells goes with none of their sheets.
func (e *stringEmitter) alone(s *sml.String) inspect.Item {
	it := e.item(s, 0)
	if len(e.list) > 1 {
		it.Outer = nil
	}
	return *it
}

// thread ties the uses of each context together.
func (e *stringEmitter) thread() {
	e.next = slices.Grow(e.next[:0], len(e.list))[:len(e.list)]
	for i := len(e.list) - 1; i >= 0; i-- {
		head := &e.head[e.list[i].context]
		e.next[i], *head = *head, i+1
	}
}

// eachUse yields the uses in one context, from e.at on.
func (e *stringEmitter) eachUse(yield func(inspect.Use) bool) {
	ctx := &e.d.contexts[e.list[e.at].context]
	for i := e.at; i >= 0; i = e.next[i] - 1 {
		row := int(e.list[i].row)
		e.cell = inspect.Cell{Sheet: ctx.sh.Name, Row: row, Col: ctx.col}
		if !yield(inspect.Use{Where: &e.cell, Record: ctx.record.number(row)}) {
			return
		}
	}
}

// item fills in the item of a use, which is the emitter's own.
func (e *stringEmitter) item(s *sml.String, i int) *inspect.Item {
	u := e.list[i]
	c := &e.d.contexts[u.context]
	e.at, e.cell = i, inspect.Cell{Sheet: c.sh.Name, Row: int(u.row), Col: c.col}
	it := &e.lent // its other fields stay as they are
	it.Text, it.Labels, it.Record = borrow(s.Text), c.labels, c.record.number(int(u.row))
	it.Place, it.Fix, it.Inside, it.Outer = c.place, c.fix, c.inside, c.sh.fix
	c.shrinks(it)
	if it.Uses = nil; len(e.list) > 1 {
		it.Uses = e.uses
	}
	return it
}
