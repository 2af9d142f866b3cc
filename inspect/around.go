package inspect

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// A View is what a person is shown of one location: the tabs of its workbook, and what stands around it.
type View struct {
	Tabs []Tab  `json:"tabs"` // empty for what is no workbook
	Near []Near `json:"near"` // in no order
	More bool   `json:"more"` // there is more near it than a view holds
}

// A Tab is a sheet as the strip at the foot of a workbook shows it, in that order, the hidden ones among them.
type Tab struct {
	ID     string `json:"id"` // of the thing that dropping it takes out
	Name   string `json:"name"`
	Place  string `json:"place"`  // of its hiding place; "" for one that a reader sees
	Hidden bool   `json:"hidden"` // the program it is opened with does not show it
	People int    `json:"people"` // table rows that hold a person
}

// A Near is a text that stands near a location.
type Near struct {
	Where   Where   `json:"where"`
	Text    string  `json:"text"`  // masked, unless values are shown
	Label   string  `json:"label"` // the head of its column
	Place   string  `json:"place"` // what hides it; "" if a reader sees it
	Matches []Match `json:"matches"`
}

// Tabbed is a [Document] with tabs.
type Tabbed interface {
	Tabs() []string // the names, in the order of the strip
}

// How far a view reaches, and how much it holds.
const (
	aroundRows  = 3 // rows, paragraphs, lines
	aroundCols  = 4
	aroundBox   = 40 // points above and below
	maxNear     = 200
	maxNearText = 300 // runes
)

// Around looks at src once more and returns what stands around a location. Within names the containers that lead to it, outermost
// first. What is near is masked unless the inspector shows values: what the detectors know, what a reader does not see, and what
// belongs to a person's row; heads of columns and plain visible text stay.
func (in *Inspector) Around(ctx context.Context, src *Source, within []string, at Location) (*View, error) {
	a := around{in: in, within: within, at: Keep(at), rows: map[string]*rowSet{}, heads: map[string]bool{}}
	for f, err := range in.Findings(ctx, src) {
		if err != nil {
			return nil, err
		}
		if slices.Equal(f.Within, within) {
			a.add(&f)
		}
	}
	if len(within) == 0 {
		a.order(ctx, src)
	}
	return a.view(), nil
}

// An around collects a view.
type around struct {
	in     *Inspector
	within []string
	at     Location
	tabs   []Tab
	rows   map[string]*rowSet // by sheet
	near   []nearItem
	heads  map[string]bool
	more   bool
}

type nearItem struct {
	Near
	record bool
}

// A rowSet is a set of rows of a sheet.
type rowSet struct {
	bits []uint64
	n    int
}

func (s *rowSet) add(row int) {
	if row < 0 || row > 1<<24 {
		return
	}
	if need := row/64 + 1; need > len(s.bits) {
		s.bits = append(s.bits, make([]uint64, need-len(s.bits))...)
	}
	if bit := uint64(1) << (row % 64); s.bits[row/64]&bit == 0 {
		s.bits[row/64] |= bit
		s.n++
	}
}

func (a *around) add(f *Finding) {
	if sheet, ok := f.Where.(Sheet); ok {
		if _, drops := f.Fix.(DropSheet); drops && !f.Inside {
			a.tab(f, sheet.Sheet)
			return
		}
	}
	person := a.person(f.Matches)
	if f.Text == "" || !person && f.Uses == nil && !a.close(f.Where) {
		return
	}
	for u := range f.Each() {
		if cell, ok := cellAt(u.Where); ok && person && u.Record != 0 {
			set := a.rows[cell.Sheet]
			if set == nil {
				set = &rowSet{}
				a.rows[strings.Clone(cell.Sheet)] = set
			}
			set.add(cell.Row)
		}
		if a.close(u.Where) {
			a.note(f, u)
		}
	}
}

func (a *around) tab(f *Finding, name string) {
	key, _ := f.Thing()
	t := Tab{ID: key.ID(), Name: strings.Clone(name)}
	if f.Place != nil {
		t.Place, t.Hidden = f.Place.ID, !f.Place.OnlyWithPeople
	}
	a.tabs = append(a.tabs, t)
}

// person reports whether the matches tell of a person.
func (a *around) person(ms []detectors.Match) bool {
	for _, m := range ms {
		if m.Sure < detectors.Likely {
			continue
		}
		for _, d := range a.in.Detectors.Detectors() {
			if d.ID == m.Detector && d.Person {
				return true
			}
		}
	}
	return false
}

func cellAt(l Location) (Cell, bool) {
	switch l := l.(type) {
	case Cell:
		return l, true
	case *Cell:
		return *l, true
	}
	return Cell{}, false
}

// close reports whether a location is near enough to be shown.
func (a *around) close(l Location) bool {
	switch at := a.at.(type) {
	case Cell:
		c, ok := cellAt(l)
		return ok && c.Sheet == at.Sheet && apart(c.Row, at.Row) <= aroundRows && apart(c.Col, at.Col) <= aroundCols
	case Sheet:
		c, ok := cellAt(l)
		return ok && c.Sheet == at.Sheet && c.Row <= 2*aroundRows && c.Col <= 2*aroundCols
	case Para:
		p, ok := l.(Para)
		return ok && p.Part == at.Part && (p.N == at.N || p.N > 0 && at.N > 0 && apart(p.N, at.N) <= aroundRows)
	case Line:
		c, ok := Keep(l).(Line)
		return ok && apart(c.Line, at.Line) <= aroundRows && apart(c.Col, at.Col) <= 2*aroundCols
	case Page:
		b, ok := l.(Box)
		return ok && b.Page == at.Page
	case Box:
		b, ok := l.(Box)
		return ok && b.Page == at.Page && b.Box[1] <= at.Box[3]+aroundBox && b.Box[3] >= at.Box[1]-aroundBox
	}
	return l == a.at
}

func apart(a, b int) int { return max(a-b, b-a) }

func (a *around) note(f *Finding, u Use) {
	if len(a.near) >= maxNear {
		a.more = true
		return
	}
	n := nearItem{Near: Near{Where: NewWhere(Keep(u.Where)), Text: strings.Clone(f.Text), Matches: []Match{}}, record: u.Record != 0}
	if f.Place != nil && !f.Place.OnlyWithPeople {
		n.Place = f.Place.ID
	}
	if head := headOf(f.Labels); head != "" && u.Record != 0 {
		n.Label = strings.Clone(head)
		a.heads[n.Label] = true
	}
	for _, m := range f.Matches {
		n.Matches = append(n.Matches, Match{Detector: m.Detector, Sure: m.Sure.String(), Because: m.Because, Start: m.Start, End: m.End})
	}
	a.near = append(a.near, n)
}

// headOf returns the head of a column: the first label that is not what the table pass says of the column's type.
func headOf(labels []string) string {
	for _, l := range labels {
		if _, typed := detectors.ParseColumn(l); !typed {
			return l
		}
	}
	return ""
}

// order puts the tabs into the order of the strip.
func (a *around) order(ctx context.Context, src *Source) {
	src, err := a.in.Unlock(ctx, src)
	if err != nil || len(a.tabs) == 0 {
		return
	}
	f := a.in.Recognize(src)
	if f == nil {
		return
	}
	doc, err := f.Open(ctx, src)
	if err != nil {
		return // it was read a moment ago: the order is not worth an error
	}
	defer doc.Close()
	if t, ok := doc.(Tabbed); ok {
		names := t.Tabs()
		slices.SortStableFunc(a.tabs, func(x, y Tab) int { return slices.Index(names, x.Name) - slices.Index(names, y.Name) })
	}
}

func (a *around) view() *View {
	v := &View{Tabs: a.tabs, Near: []Near{}, More: a.more}
	if v.Tabs == nil {
		v.Tabs = []Tab{}
	}
	for i := range v.Tabs {
		if set := a.rows[v.Tabs[i].Name]; set != nil {
			v.Tabs[i].People = set.n
		}
	}
	for _, n := range a.near {
		v.Near = append(v.Near, a.masked(n))
	}
	return v
}

// masked takes the values out of what is near, unless they are shown.
func (a *around) masked(n nearItem) Near {
	full := n.Text
	n.Text, n.Label = clipRunes(full), clipRunes(n.Label)
	for i := range n.Matches {
		n.Matches[i].Text = a.value(full[n.Matches[i].Start:n.Matches[i].End])
	}
	if a.in.ShowValues {
		return n.Near
	}
	if len(a.in.Detectors.Find(nil, n.Label, nil)) > 0 {
		n.Label = detectors.Mask(n.Label)
	}
	if a.heads[full] && len(n.Matches) == 0 {
		return n.Near
	}
	_, para := a.at.(Para)
	switch {
	case n.Place != "", n.record, len(n.Matches) > 0 && !para:
		n.Text = detectors.Mask(full)
	case len(n.Matches) > 0:
		n.Text = clipRunes(maskSpans(full, n.Matches))
	}
	return n.Near
}

func (a *around) value(s string) string {
	if a.in.ShowValues {
		return clipRunes(s)
	}
	return detectors.Mask(s)
}

// maskSpans masks each match of a text and keeps what stands between them.
func maskSpans(s string, ms []Match) string {
	ordered := slices.SortedFunc(slices.Values(ms), func(a, b Match) int { return a.Start - b.Start })
	var b strings.Builder
	end := 0
	for _, m := range ordered {
		if m.Start >= end {
			b.WriteString(s[end:m.Start])
			b.WriteString(detectors.Mask(s[m.Start:m.End]))
		}
		end = max(end, m.End)
	}
	b.WriteString(s[end:])
	return b.String()
}

func clipRunes(s string) string {
	if utf8.RuneCountInString(s) <= maxNearText {
		return s
	}
	return string([]rune(s)[:maxNearText]) + "…"
}
