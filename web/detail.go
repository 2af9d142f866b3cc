package web

import (
	"net/http"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
	"github.com/sumikeshi/sumikeshi/report"
)

type (
	// A detail is all that the page shows of one file when a person looks into it.
	detail struct {
		Card   card       `json:"card"`
		Said   []string   `json:"said"`
		Advice string     `json:"advice"`
		Policy string     `json:"policy"`
		Groups []*group   `json:"groups"` // hiding places first, the weightiest on top
		Sheets []choice   `json:"sheets"` // the tabs that a reader sees, which can be dropped
		Kinds  []kindView `json:"kinds"`
		Unread []part     `json:"unread"`
		Pages  []int      `json:"pages"` // of a PDF file, those on which something was found
		Rows   []change   `json:"rows"`  // what changed, if there is a copy
		Notes  []part     `json:"notes"`
	}

	// A group is one hiding place, or one mix of kinds that a reader sees.
	group struct {
		Place   string    `json:"place"`
		Title   string    `json:"title"`
		Why     string    `json:"why"`
		Advice  string    `json:"advice"`
		Weight  string    `json:"weight"`
		Word    string    `json:"word"` // the weight in words
		Choices []choice  `json:"choices"`
		Finds   []finding `json:"finds"`
		More    int       `json:"more"` // finds that are not listed
		weight  inspect.Weight
	}

	// A choice is an entry of the plan: something that can be taken or left.
	choice struct {
		ID     string   `json:"id"`
		Where  string   `json:"where"`
		What   string   `json:"what"` // how many, of what
		Kinds  []string `json:"kinds"`
		Take   bool     `json:"take"`
		Can    bool     `json:"can"`
		Reason string   `json:"reason"` // why it is left
		Mine   bool     `json:"mine"`   // a person decided
		Mask   bool     `json:"mask"`   // taking it is masking it
	}

	// A finding is one text that was found.
	finding struct {
		ID    string      `json:"id"`
		Where string      `json:"where"`
		Kinds string      `json:"kinds"`
		Text  string      `json:"text"` // masked
		Sure  string      `json:"sure"`
		Page  int         `json:"page"`
		Box   *[4]float64 `json:"box"`
	}

	kindView struct {
		ID    string `json:"id"`
		Name  string `json:"name"`
		Count string `json:"count"`
		After string `json:"after"` // in the copy
		Mask  bool   `json:"mask"`
	}

	part struct {
		Where string `json:"where"`
		Said  string `json:"said"`
	}

	// A change is a line of the table that says what was done.
	change struct {
		What   string `json:"what"`
		Before string `json:"before"`
		After  string `json:"after"`
		Did    string `json:"did"`
	}
)

// detail tells all that is known of a file, without any value.
func (s *Server) detail(w http.ResponseWriter, r *http.Request, known, _ *file) {
	lang := s.lang(r)
	d := detail{Card: s.card(known, lang)}
	if known.result != nil {
		s.fill(&d, known, lang)
	}
	s.answer(w, d)
}

func (s *Server) fill(d *detail, f *file, lang string) {
	res, o := f.result, s.reportOptions(lang)
	d.Said, d.Advice = report.Sentences(res, o), report.Advice(res, o)
	v := viewer{s: s, lang: lang, groups: map[string]*group{}}
	for i := range res.Findings {
		v.find(&res.Findings[i])
	}
	v.choices(f)
	d.Groups, d.Sheets, d.Pages = v.sorted(), v.sheets, v.pages
	if p := f.decided(); p != nil {
		d.Policy = p.Policy
	}
	d.Kinds = v.kinds(f)
	for _, u := range res.Unread {
		d.Unread = append(d.Unread, v.unread(u))
	}
	if f.outcome != nil {
		d.Rows = v.changes(f)
		for _, n := range f.outcome.Notes {
			d.Notes = append(d.Notes, part{n.Where, inspect.Words{JA: n.JA, EN: n.EN}.In(lang)})
		}
	}
}

// decided returns the plan that holds now: the person's, else the policy's.
func (f *file) decided() *redact.Plan {
	if f.chosen != nil {
		return f.chosen
	}
	return f.plan
}

// A viewer gathers what a detail says.
type viewer struct {
	s      *Server
	lang   string
	groups map[string]*group
	order  []*group
	sheets []choice
	pages  []int
}

func (v *viewer) say(key string) string { return pageWords[key].In(v.lang) }

// group returns the group of a place, "" for what a reader sees.
func (v *viewer) group(place string) *group {
	if g := v.groups[place]; g != nil {
		return g
	}
	g := &group{Place: place, Title: v.say("visible"), Why: v.say("visible-why"), Choices: []choice{}, Finds: []finding{}}
	if p := v.s.names.places[place]; p != nil {
		g.Title, g.Why, g.Advice = p.Title.In(v.lang), p.Why.In(v.lang), p.Advice.In(v.lang)
		g.weight, g.Weight = p.Weight, p.Weight.String()
		g.Word = v.say("weight-" + g.Weight)
	}
	v.groups[place] = g
	v.order = append(v.order, g)
	return g
}

// choices enters the plan, in the order of the policy's: a decision moves nothing on the screen.
func (v *viewer) choices(f *file) {
	p := f.decided()
	if p == nil {
		return
	}
	place := map[string]int{}
	for i, e := range slices.Concat(f.plan.Take, f.plan.Leave) {
		place[e.ID] = i
	}
	all := slices.Concat(p.Take, p.Leave)
	taken := map[string]bool{}
	for _, e := range p.Take {
		taken[e.ID] = true
	}
	slices.SortStableFunc(all, func(a, b redact.Entry) int { return place[a.ID] - place[b.ID] })
	for _, e := range all {
		c := v.choice(&e, taken[e.ID])
		c.Mine = f.mine[e.ID]
		if e.Place == "" && e.Fix != redact.Mask {
			v.sheets = append(v.sheets, c)
			continue
		}
		g := v.group(e.Place)
		g.Choices = append(g.Choices, c)
	}
}

func (v *viewer) choice(e *redact.Entry, take bool) choice {
	c := choice{ID: e.ID, Where: v.where(e.Within, e.Where), Take: take, Can: e.Fix != "", Mask: e.Fix == redact.Mask, Kinds: []string{}}
	for _, k := range e.Kinds {
		c.Kinds = append(c.Kinds, v.s.names.detector(k, v.lang))
	}
	if !take {
		c.Reason = report.Reason(e.Reason, v.s.reportOptions(v.lang))
	}
	if e.Place == "" && e.Fix != redact.Mask {
		c.Where = e.Where.Sheet
	}
	switch {
	case e.People > 0:
		c.What = fill(v.say("about-people"), number(e.People))
	case e.Count > 1:
		c.What = fill(v.say("times"), number(e.Count))
	}
	return c
}

func (v *viewer) where(within []string, w inspect.Where) string {
	said := w.Said.In(v.lang)
	return strings.Join(append(slices.Clone(within), said), " › ")
}

// find enters a finding that holds personal data. What only announces a place is among the choices.
func (v *viewer) find(l *inspect.Listed) {
	g := v.group(l.Place)
	if l.Where.Kind == "box" && !slices.Contains(v.pages, l.Where.Page) {
		v.pages = append(v.pages, l.Where.Page)
	}
	if len(l.Matches) == 0 && l.Where.Box == nil {
		return
	}
	if l.Count > 1 {
		g.More += l.Count
		return
	}
	f := finding{ID: l.ID, Where: v.where(l.Within, l.Where), Text: l.Text, Page: l.Where.Page, Box: l.Where.Box}
	var kinds, sures, texts []string
	for _, m := range l.Matches {
		kinds = add(kinds, v.s.names.detector(m.Detector, v.lang))
		sures = add(sures, v.say("sure-"+m.Sure))
		texts = append(texts, m.Text)
	}
	f.Kinds, f.Sure = v.join(kinds), v.join(sures)
	if len(texts) > 0 {
		f.Text = v.join(texts)
	}
	g.Finds = append(g.Finds, f)
}

func add(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func (v *viewer) join(list []string) string {
	if v.lang == "en" {
		return strings.Join(list, ", ")
	}
	return strings.Join(list, "、")
}

// sorted returns the groups, the weightiest first, what a reader sees last.
func (v *viewer) sorted() []*group {
	slices.SortStableFunc(v.order, func(a, b *group) int { return int(b.weight) - int(a.weight) })
	for _, g := range v.order {
		g.Finds = mixed(g.Finds)
	}
	return slices.DeleteFunc(v.order, func(g *group) bool { return len(g.Choices)+len(g.Finds)+g.More == 0 })
}

// mixed brings one finding of each kind to the front, then the next ones, so that the first few tell what there is.
func mixed(finds []finding) []finding {
	nth := map[string]int{}
	turn := make(map[string]int, len(finds)) // by ID
	for _, f := range finds {
		nth[f.Kinds]++
		turn[f.ID] = nth[f.Kinds]
	}
	slices.SortStableFunc(finds, func(a, b finding) int { return turn[a.ID] - turn[b.ID] })
	return finds
}

func (v *viewer) unread(u inspect.Unread) part {
	p := part{u.Where, u.Advice.In(v.lang)}
	if u.Where == "file" {
		p.Where = inspect.File{}.Words().In(v.lang)
	}
	if p.Said == "" {
		p.Said = u.Reason.Words().In(v.lang)
	}
	return p
}
