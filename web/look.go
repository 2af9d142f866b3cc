package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
)

type (
	// A looked is what stands around one finding.
	looked struct {
		Where string  `json:"where"`
		Kind  string  `json:"kind"` // of the location: cell, para …
		Sheet string  `json:"sheet"`
		Page  int     `json:"page"`
		Tabs  []tab   `json:"tabs"`
		Grid  *grid   `json:"grid"`  // cells and lines
		Texts []texts `json:"texts"` // everything else
	}

	// A tab is a sheet in the strip.
	tab struct {
		Name   string `json:"name"`
		Hidden bool   `json:"hidden"`
		Said   string `json:"said"` // visible or not, and how many people
		Here   bool   `json:"here"`
	}

	// A grid is cells in rows and columns.
	grid struct {
		Cols  []string  `json:"cols"`
		Heads []string  `json:"heads"` // of the columns, where known
		Rows  []gridRow `json:"rows"`
	}

	gridRow struct {
		Name  string     `json:"name"`
		Cells []gridCell `json:"cells"`
	}

	gridCell struct {
		Text   string `json:"text"`
		Here   bool   `json:"here"`
		Hidden bool   `json:"hidden"`
		Found  string `json:"found"` // what it was found to be
	}

	// A texts is what stands at one place: a paragraph, a piece of a page.
	texts struct {
		Where string  `json:"where"`
		Here  bool    `json:"here"`
		Parts []piece `json:"parts"`
	}

	piece struct {
		Text   string `json:"text"`
		Hidden string `json:"hidden"` // why a reader does not see it
		Found  string `json:"found"`
	}
)

// look shows what stands around a finding, masked.
func (s *Server) look(w http.ResponseWriter, r *http.Request, known, _ *file) {
	s.around(w, r, known, r.URL.Query().Get("at"), false)
}

// show shows the values around a finding while a person holds the button. They are read anew each time and kept nowhere.
func (s *Server) show(w http.ResponseWriter, r *http.Request, known, _ *file) {
	var args struct {
		At string `json:"at"`
	}
	if s.read(w, r, &args) {
		s.around(w, r, known, args.At, true)
	}
}

func (s *Server) around(w http.ResponseWriter, r *http.Request, known *file, id string, values bool) {
	within, at, ok := known.spotOf(id)
	if !ok {
		s.refuse(w, r, http.StatusNotFound, "no-file")
		return
	}
	o := s.options(known)
	o.ShowValues = values
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	view, err := s.hands.Around(ctx, s.input(known), within, at, o)
	if err != nil {
		s.refuse(w, r, http.StatusUnprocessableEntity, "cant-look")
		return
	}
	lang := s.lang(r)
	out := looked{Where: at.Said.In(lang), Kind: at.Kind, Sheet: at.Sheet, Page: at.Page, Tabs: []tab{}, Texts: []texts{}}
	v := viewer{s: s, lang: lang}
	for _, t := range view.Tabs {
		out.Tabs = append(out.Tabs, v.tab(&t, at.Sheet))
	}
	if at.Kind == "cell" || at.Kind == "sheet" || at.Kind == "line" {
		out.Grid = v.grid(view.Near, at)
	} else {
		out.Texts = v.texts(view.Near, at)
	}
	s.answer(w, out)
}

func (v *viewer) tab(t *inspect.Tab, here string) tab {
	said := v.say("tab-visible")
	if t.Hidden {
		said = v.say("tab-hidden")
	}
	if t.People > 0 {
		said += v.say("comma") + fill(v.say("about-people"), number(t.People))
	}
	return tab{Name: t.Name, Hidden: t.Hidden, Said: said, Here: t.Name == here}
}

func (v *viewer) found(ms []inspect.Match) string {
	var names []string
	for _, m := range ms {
		names = add(names, v.s.names.detector(m.Detector, v.lang))
	}
	return v.join(names)
}

// A spot is a row and a column.
type spot struct{ row, col int }

func spotOf(w *inspect.Where) spot {
	if w.Kind == "line" {
		return spot{w.Line, w.Col}
	}
	return cellOf(w.Ref)
}

// cellOf reads a reference like "B7".
func cellOf(ref string) (s spot) {
	for _, c := range []byte(ref) {
		switch {
		case c >= 'A' && c <= 'Z':
			s.col = min(s.col*26+int(c-'A')+1, 1<<20)
		case c >= '0' && c <= '9':
			s.row = min(s.row*10+int(c-'0'), 1<<30)
		}
	}
	return s
}

// grid lays cells out.
func (v *viewer) grid(near []inspect.Near, at inspect.Where) *grid {
	here := spotOf(&at)
	lo, hi := here, here
	if at.Kind == "sheet" {
		lo, hi = spot{1, 1}, spot{1, 1}
	}
	cells := map[spot]gridCell{}
	heads := map[int]string{}
	for i := range near {
		n := &near[i]
		p := spotOf(&n.Where)
		lo, hi = spot{min(lo.row, p.row), min(lo.col, p.col)}, spot{max(hi.row, p.row), max(hi.col, p.col)}
		cells[p] = gridCell{Text: n.Text, Here: p == here, Hidden: n.Place != "", Found: v.found(n.Matches)}
		if n.Label != "" {
			heads[p.col] = n.Label
		}
	}
	g := &grid{}
	for col := lo.col; col <= hi.col; col++ {
		name := number(col)
		if at.Kind != "line" {
			name = inspect.ColumnName(col)
		}
		g.Cols, g.Heads = append(g.Cols, name), append(g.Heads, heads[col])
	}
	for row := lo.row; row <= hi.row; row++ {
		r := gridRow{Name: number(row)}
		for col := lo.col; col <= hi.col; col++ {
			r.Cells = append(r.Cells, cells[spot{row, col}])
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}

// texts lists paragraphs and pieces of pages in their order.
func (v *viewer) texts(near []inspect.Near, at inspect.Where) []texts {
	slices.SortStableFunc(near, func(a, b inspect.Near) int {
		if a.Where.Box != nil && b.Where.Box != nil {
			return cmp.Or(cmp.Compare(b.Where.Box[3], a.Where.Box[3]), cmp.Compare(a.Where.Box[0], b.Where.Box[0]))
		}
		return cmp.Compare(a.Where.N, b.Where.N)
	})
	out := []texts{}
	for i := range near {
		n := &near[i]
		p := piece{Text: n.Text, Found: v.found(n.Matches)}
		if place := v.s.names.places[n.Place]; place != nil {
			p.Hidden = place.Title.In(v.lang)
		}
		if last := len(out) - 1; last >= 0 && same(&n.Where, &near[i-1].Where) {
			out[last].Parts = append(out[last].Parts, p)
			continue
		}
		out = append(out, texts{v.spotSaid(&n.Where), same(&n.Where, &at), []piece{p}})
	}
	return out
}

// spotSaid says where a text stands among its neighbours, which all stand in the same part or on the same page.
func (v *viewer) spotSaid(w *inspect.Where) string {
	switch {
	case w.Kind == "para" && w.N > 0:
		return fill(v.say("paragraph"), number(w.N))
	case w.Kind == "box":
		return ""
	}
	return w.Said.In(v.lang)
}

func same(a, b *inspect.Where) bool {
	if a.Box != nil && b.Box != nil {
		return a.Page == b.Page && *a.Box == *b.Box
	}
	return a.Kind == b.Kind && a.Part == b.Part && a.N == b.N && a.Name == b.Name && a.Page == b.Page
}
