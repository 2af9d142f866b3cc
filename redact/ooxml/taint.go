package ooxml

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// A level says whether a formula reads what goes.
type level uint8

const (
	safe  level = iota
	maybe       // it may, or reads cells that are emptied: its value is frozen, but a rule that uses it stays
	sure        // it names what goes: a rule that uses it goes
)

// A judge knows what goes and tells which formulas read it. It is used from one goroutine.
type judge struct {
	sheets map[string]int // tabs by folded name
	exact  map[string]int // the same by name as formulas write it, so that nothing is folded twice
	gone   []bool
	tables map[string]*table // by folded name
	names  map[nameKey]*name
	all    []*name // in the order of the workbook

	goneAny bool
	blanks  []*cover // by tab
	blank   bool     // any of them
	book    int      // the first external reference that goes, from 1; 0: none
	pivots  bool     // a pivot table goes
	cubes   bool     // connections or the data model go
	macros  bool     // the macros go
	namesGo bool     // defined names go
	renames bool     // tabs get other names, which formulas that put names together do not follow
}

// A nameKey is a folded defined name and the tab it is local to, -1 for the workbook.
type nameKey struct {
	name  string
	sheet int
}

// A name is a defined name with what is known of it.
type name struct {
	sml.Name
	deleted bool
	known   bool
	busy    bool // is being judged: a name that leads to itself reads nothing by that
	level   level
}

// An origin is where a formula stands: its tab, or -1 for none, and how far copies of it reach in columns and rows.
type origin struct{ sheet, cols, rows int }

// buildJudge collects what formulas can name.
func (j *job) buildJudge() error {
	if j.wb == nil {
		return nil
	}
	g := &judge{sheets: map[string]int{}, exact: map[string]int{}, gone: j.gone, goneAny: j.goneAny, tables: map[string]*table{}, names: map[nameKey]*name{}}
	g.cubes = j.dropsType("connections", "powerPivotData")
	g.macros = j.dropsType("vbaProject")
	g.renames = len(j.renamed) > 0
	g.blanks = make([]*cover, len(j.wb.Sheets))
	for i, sh := range j.wb.Sheets {
		g.sheets[sml.FoldName(sh.Name)] = i
		g.blanks[i] = newCover(j.blank[sh.Part])
		g.blank = g.blank || len(g.blanks[i].areas) > 0
	}
	for _, t := range j.tables {
		g.tables[sml.FoldName(t.name)] = t
		g.namesGo = g.namesGo || t.goes
	}
	for i, id := range j.books {
		if g.book == 0 && j.dropsRel(j.wb.Part, id) {
			g.book = i + 1
		}
	}
	own := map[int]bool{}
	for _, n := range j.wb.Names {
		left, err := j.leftover(&n, own)
		if err != nil {
			return err
		}
		nm := &name{Name: n, deleted: j.dropsElement(j.wb.Part, "definedName", n.N) || j.tells(n.Name) || j.tells(n.Text) || left}
		if n.Sheet >= 0 && n.Sheet < len(j.gone) && j.gone[n.Sheet] {
			nm.deleted = true
		}
		if g.cubes && strings.HasPrefix(n.Name, "_xlcn.") { // a table of the data model
			nm.deleted = true
		}
		g.namesGo = g.namesGo || nm.deleted
		g.names[nameKey{sml.FoldName(n.Name), n.Sheet}] = nm
		g.all = append(g.all, nm)
	}
	j.judge = g
	return j.settlePivots()
}

// dropsRel reports whether the part that a relationship of a source leads to goes.
func (j *job) dropsRel(source *opc.Part, id string) bool {
	for _, r := range source.Rels {
		if r.ID == id {
			return r.Part != nil && j.drop[r.Part]
		}
	}
	return false
}

// dropsType reports whether any part of a relationship type goes.
func (j *job) dropsType(relTypes ...string) bool {
	for _, t := range relTypes {
		for _, r := range j.pkg.ByType(t) {
			if r.Part != nil && j.drop[r.Part] {
				return true
			}
		}
	}
	return false
}

// dropsElement reports whether a fix drops that element.
func (j *job) dropsElement(part *opc.Part, local string, n int) bool {
	for _, e := range j.elements[part] {
		if e.Element == local && (e.N == 0 || e.N == n) {
			return true
		}
	}
	return false
}

// formula judges a formula that stands at a place.
func (g *judge) formula(f string, at origin) level {
	worst := safe
	for r := range sml.Refs(f) {
		if worst = max(worst, g.ref(r, at)); worst == sure {
			break
		}
	}
	return worst
}

// ref judges one reference.
func (g *judge) ref(r sml.Ref, at origin) level {
	switch {
	case r.Book != "":
		return g.external(r.Book)
	case r.Dynamic:
		return g.dynamic(r, at)
	case r.Text != "":
		return g.literal(r.Text)
	case r.Table != "":
		return g.table(r.Table)
	case r.Sheet == "" && r.Name != "":
		return g.defined(r.Name, at.sheet)
	case r.Sheet == "":
		return g.area(r.Area, at.sheet, at)
	}
	first, last, known := g.span(r)
	worst := safe
	switch {
	case !known && g.goneAny:
		return maybe // a sheet that is not there
	case !known:
		return safe
	}
	for i := first; i <= last; i++ {
		switch {
		case g.gone[i]:
			return sure
		case r.Name != "":
			worst = max(worst, g.defined(r.Name, i))
		default:
			worst = max(worst, g.area(r.Area, i, at))
		}
	}
	return worst
}

// span returns the tabs that a reference spans, in their order (ECMA-376 part 1, 18.17.2.3).
func (g *judge) span(r sml.Ref) (first, last int, known bool) {
	first, known = g.tab(r.Sheet)
	last = first
	if r.LastSheet != "" {
		var ok bool
		last, ok = g.tab(r.LastSheet)
		known = known && ok
	}
	return min(first, last), max(first, last), known
}

// tab returns the index of a sheet.
func (g *judge) tab(sheet string) (int, bool) {
	if i, ok := g.exact[sheet]; ok {
		return i, i >= 0
	}
	i, ok := g.sheets[sml.FoldName(sheet)]
	if !ok {
		i = -1
	}
	if len(g.exact) < 4096 {
		g.exact[strings.Clone(sheet)] = i
	}
	return i, ok
}

// area judges cells of a tab that stays.
func (g *judge) area(ref string, sheet int, at origin) level {
	if !g.blank || ref == "#REF!" {
		return safe
	}
	if sheet < 0 {
		return maybe
	}
	if len(g.blanks[sheet].areas) == 0 {
		return safe
	}
	a, ok := sml.ParseArea(ref)
	if !ok || g.blanks[sheet].touches(a.Widen(at.cols, at.rows)) {
		return maybe
	}
	return safe
}

// external judges a reference to another workbook: "[2]" is the second external reference. When one of them goes, those behind it
// would be counted anew, so what reads them is frozen too.
func (g *judge) external(book string) level {
	if g.book == 0 {
		return safe
	}
	n, err := strconv.Atoi(strings.Trim(book, "[]"))
	if err != nil || n >= g.book {
		return sure
	}
	return safe
}

// literal judges a text that names a sheet which goes: the target of HYPERLINK, the beginning of what INDIRECT puts together.
func (g *judge) literal(text string) level {
	if !g.goneAny {
		return safe
	}
	for r := range sml.Refs(strings.TrimPrefix(text, "#")) {
		if r.Sheet == "" {
			continue
		}
		if i, ok := g.tab(r.Sheet); ok && g.gone[i] {
			return sure
		}
	}
	return safe
}

// table judges a structured reference.
func (g *judge) table(named string) level {
	t := g.tables[sml.FoldName(named)]
	switch {
	case t == nil:
		return safe
	case g.gone[t.sheet], t.goes:
		return sure
	case g.blanks[t.sheet].touches(t.area):
		return maybe
	}
	return safe
}

// defined judges a defined name as seen from a tab.
func (g *judge) defined(named string, sheet int) level {
	key := nameKey{sml.FoldName(named), sheet}
	nm := g.names[key]
	if nm == nil {
		key.sheet = -1
		nm = g.names[key]
	}
	if nm == nil {
		return g.table(named)
	}
	return g.judgeName(nm)
}

// judgeName judges what a defined name stands for, once.
func (g *judge) judgeName(nm *name) level {
	if nm.known || nm.busy {
		return nm.level
	}
	nm.busy = true
	nm.level = g.formula(nm.Text, origin{sheet: nm.Sheet})
	if nm.deleted || g.goneAny && strings.Contains(nm.Text, "#REF!") {
		nm.level = sure
	}
	nm.busy, nm.known = false, true
	return nm.level
}

// dynamic judges a function whose reach its formula does not tell.
func (g *judge) dynamic(r sml.Ref, at origin) level {
	takes := g.goneAny || g.blank
	either := func(yes bool) level {
		if yes {
			return maybe
		}
		return safe
	}
	switch fn := strings.ToUpper(r.Name); fn {
	case "OFFSET", ":", "ANCHORARRAY": // do not leave the sheet of their argument, which is judged by itself
		return either(g.blank)
	case "INDIRECT":
		if !takes && !g.namesGo && !g.renames {
			return safe
		}
		return g.indirect(r.Text, at)
	case "GETPIVOTDATA":
		return either(g.pivots || g.goneAny)
	case "SHEET", "SHEETS", "FORMULATEXT", "ISFORMULA", "PHONETIC", "SUBTOTAL", "AGGREGATE":
		// Count sheets, look at formulas rather than values, or leave out what is a subtotal itself.
		return either(takes)
	default:
		if strings.HasPrefix(fn, "CUBE") {
			return either(g.cubes || g.goneAny)
		}
		if nm := g.names[nameKey{sml.FoldName(r.Name), -1}]; nm != nil {
			return g.judgeName(nm)
		}
		return either(takes || g.macros)
	}
}

// indirect judges INDIRECT by its argument, if that is one literal and leads somewhere known.
func (g *judge) indirect(text string, at origin) level {
	worst, n := safe, 0
	for r := range sml.Refs(text) {
		n++
		if r.Name != "" && g.names[nameKey{sml.FoldName(r.Name), at.sheet}] == nil && g.names[nameKey{sml.FoldName(r.Name), -1}] == nil {
			worst = max(worst, maybe)
		}
		worst = max(worst, g.ref(r, at))
	}
	if n == 0 {
		return maybe
	}
	return worst
}
