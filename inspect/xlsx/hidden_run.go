package xlsx

import (
	"bytes"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// HiddenRun is a part of a cell's rich text (18.4.4) that can't be seen beside the rest: in the colour of its ground, or too small.
var HiddenRun = &inspect.Place{
	ID:     "xlsx/hidden-run",
	Title:  inspect.Words{JA: "セルの文字の一部だけをかくしたもの", EN: "hidden part of a cell's text"},
	Why:    inspect.Words{JA: "白い文字や小さすぎる文字が、見える文字にまじっています。セルを選ぶと読めます。", EN: "White or tiny letters stand among those that can be read. Selecting the cell shows them."},
	Advice: inspect.Words{JA: "公開用ファイルでは、見えない部分だけを消します。", EN: "The copy loses the part that can't be seen."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// maxRuns is how many runs of a text are judged; those behind them count as seen.
const maxRuns = 64

// A runSet is a set of runs of one text.
type runSet uint64

func (set runSet) has(i int) bool { return i < maxRuns && set&(1<<i) != 0 }

// unseenRuns returns the runs that nobody sees where the text stands, and whether anything of it is seen. Runs of blanks are neither.
func (d *document) unseenRuns(text []byte, runs []sml.Run, c *cellContext) (unseen runSet, seen bool) {
	for i, r := range runs {
		if i >= maxRuns {
			return unseen, true
		}
		if len(bytes.TrimSpace(text[r.Start:r.End])) == 0 {
			continue
		}
		color, own := d.styles.RunColor(r)
		hidden := r.TooSmall()
		switch {
		case own:
			hidden = hidden || color.HiddenOn(c.shade)
		case c.place == SameColorText, c.place == BlackedCell:
			hidden = true
		}
		if c.place == TinyText && r.Size == 0 {
			hidden = true
		}
		if hidden {
			unseen |= 1 << i
		} else {
			seen = true
		}
	}
	return unseen, seen
}

// looks reports whether what hides the cells of a context, if anything does, is how their text looks.
func (c *cellContext) looks() bool {
	return c.place == c.sh.place && (c.place == nil || c.place.OnlyWithPeople) ||
		c.place == SameColorText || c.place == BlackedCell || c.place == TinyText
}

// dress corrects the item of a rich text: what is drawn in colours of its own is seen in a cell that hides its text, and the other way
// round. Runs in out are left out of the text; they are items of their own.
func (d *document) dress(it *inspect.Item, text []byte, runs []sml.Run, c *cellContext, out runSet) {
	if !c.looks() {
		return
	}
	unseen, seen := d.unseenRuns(text, runs, c)
	switch hidden := c.place != c.sh.place; {
	case seen && hidden:
		it.Place, it.Fix, it.Inside = c.sh.place, c.sh.fix, true
	case !seen && !hidden && unseen != 0:
		place := SameColorText
		if c.shade == sml.Dark {
			place = BlackedCell
		}
		it.Place, it.Fix, it.Inside = place, c.sh.blank(place), false
	}
	if !seen || out == 0 {
		return
	}
	var rest []byte
	for i, r := range runs {
		if !out.has(i) {
			rest = append(rest, text[r.Start:r.End]...)
		}
	}
	it.Text = string(rest)
}

// emitRuns emits runs of a text that nobody sees.
func (d *document) emitRuns(it inspect.Item, part string, text []byte, runs []sml.Run, out runSet) error {
	for i, r := range runs {
		if !out.has(i) {
			continue
		}
		run := inspect.Item{
			Where: it.Where, Text: string(text[r.Start:r.End]), Labels: it.Labels, Record: it.Record,
			Place: HiddenRun, Fix: inspect.DropElement{Part: part, Element: "r", N: r.N}, Outer: it.Outer,
		}
		if err := d.emit(run); err != nil {
			return err
		}
	}
	return nil
}

// common returns the runs of a shared string that are seen in none of the cells in which it stands. A run that one cell shows stays.
func (e *stringEmitter) common(s *sml.String) runSet {
	all, any := ^runSet(0), false
	var last uint32
	for _, u := range e.list {
		c := &e.d.contexts[u.context]
		if u.context == last || !c.looks() {
			continue
		}
		last = u.context
		unseen, seen := e.d.unseenRuns(s.Text, s.Runs, c)
		if seen {
			any = true
			all &= unseen
		}
	}
	if !any {
		return 0
	}
	return all
}
