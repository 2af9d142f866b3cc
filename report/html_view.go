package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// Bounds of what a page shows of one file. Counts are always complete.
const (
	maxName   = 200 // characters of a name
	maxText   = 120 // characters of a finding's text
	maxShown  = 20  // findings of a group
	maxGroups = 30
	maxUnread = 50
)

type (
	// htmlMark is a verdict as it is shown: a word, a shape and a colour. The class chooses shape and colour.
	htmlMark struct{ Class, Word string }

	// htmlPage is what stands before and after the sections.
	htmlPage struct {
		One, Cleaned, Values bool
		Others               bool // there are files without a section
		Copies, NoCopy       int
		Mark                 htmlMark
		Tally                []htmlTally
		Rows                 []htmlRow
		Sum                  Summary
		Sentence             string
		Stamp                htmlStamp
		Settings             []string
	}

	htmlTally struct {
		Mark htmlMark
		N    int
	}

	// htmlRow is a file's line in the table of all files.
	htmlRow struct {
		N      int
		Link   bool // there is a section
		Mark   htmlMark
		Then   *htmlMark // the copy's
		Path   string
		Output string
		Said   string
		People string
		SHA256 string
	}

	// htmlFile is a file's section.
	htmlFile struct {
		htmlRow
		Lines   []string // what is the matter
		Next    []htmlStep
		Places  []htmlPlace
		Minor   []htmlPlace // what every file has
		Minors  string      // their names
		Kinds   []htmlKind
		People  htmlKind // how many they are about
		Groups  []htmlGroup
		More    int  // groups that are not shown
		Short   bool // the groups were left out
		Values  bool
		Class   string // of the verdict that counts
		Unread  []htmlPart
		Unreads int      // parts that are not shown
		Allowed []string // what somebody decided may be published
		Tabs    []htmlTab
		Pages   []htmlPicture
		Copy    *htmlCopy
		Format  string
		Size    string
	}

	// htmlPlace is a hiding place, or what was done with it.
	htmlPlace struct {
		Title, Why, Advice, Where, People, Reason string
		Weight                                    htmlMark
		Count, After                              int
	}

	// htmlStep is something to do, with the command that does it if there is one.
	htmlStep struct{ Text, Command string }

	htmlStamp struct {
		Date, Version string
		Time          time.Time
	}

	htmlKind struct {
		Name          string
		Before, After int
	}

	htmlGroup struct {
		Title string
		Count int
		Rows  []htmlFinding
		More  int
	}

	htmlFinding struct{ Where, Kinds, Text, Sure string }

	htmlPart struct{ Where, Advice string }
)

// result is the verdict that counts: the copy's, if one was to be made.
func (r *htmlRow) result() htmlMark {
	if r.Then != nil {
		return *r.Then
	}
	return r.Mark
}

// gravity orders the marks. What nobody could look into is graver than what a person has to look at.
var gravity = [...]string{"", "ok", "review", "unread", "ng"}

func rank(m htmlMark) int { return max(0, slices.Index(gravity[:], m.Class)) }

func worse(a, b htmlMark) htmlMark {
	if rank(b) > rank(a) {
		return b
	}
	return a
}

func (h *htmlWriter) verdict(v inspect.Verdict) htmlMark {
	m := htmlMark{string(v), h.text.say(v.Words())}
	if !slices.Contains([]inspect.Verdict{inspect.OK, inspect.Review, inspect.NG}, v) {
		m.Class = string(inspect.NotRead)
	}
	return m
}

func (h *htmlWriter) row(f *File) htmlRow {
	r := htmlRow{
		N: len(h.rows) + 1, Mark: h.verdict(f.Verdict), Path: clip(f.Path, 2*maxName), People: h.text.people(f.People), SHA256: f.SHA256,
	}
	switch {
	case f.Cleaned != nil:
		h.copyRow(&r, f)
	case f.Verdict != inspect.OK:
		r.Said = h.text.told(f.Result)
	}
	return r
}

// view gathers what the section of a file says.
func (h *htmlWriter) view(f *File, row htmlRow) *htmlFile {
	v := &htmlFile{htmlRow: row, Allowed: h.text.allowances(f.Result), Tabs: h.tabs(f.Result), Pages: h.pictures(f), Format: strings.ToUpper(f.Format), Size: size(f.Size), Values: h.o.ShowValues, Class: row.result().Class}
	shown := f.Result // whose findings are listed
	if f.Cleaned != nil {
		v.Copy = h.copied(f)
	}
	if v.Copy != nil && v.Copy.Made {
		shown = f.Cleaned.Outcome.After
		v.Lines = h.copyLines(f)
	} else {
		v.Lines = h.text.sentences(f.Result)
		h.places(v, f.Result)
		h.unread(v, f.Result)
	}
	if f.Cleaned == nil {
		h.next(v, f.Result)
	}
	h.kinds(v, f)
	if shown != nil {
		h.groups(v, shown)
	}
	return v
}

// next says what a person can do, in the order in which it is done.
func (h *htmlWriter) next(v *htmlFile, res *inspect.Result) {
	add := func(text, command string) { v.Next = append(v.Next, htmlStep{text, command}) }
	named := clip(quote(res.Path), maxName)
	switch {
	case len(res.Unread) > 0:
		add(h.say("next-unread"), "")
	case res.Verdict == inspect.OK || res.Path == "-":
	case len(res.Things) > 0:
		add(h.say("next-copy"), "sumikeshi clean "+named)
	case res.Format != "pdf": // where visible text can't be masked
		add(h.say("next-mask"), "sumikeshi clean --mask all "+named)
	}
	if th := gravest(res.Things); th != nil && weight(th) > inspect.Note {
		if advice := h.text.say(th.Place.Advice); advice != "" {
			add(advice, "")
		}
	}
}

// places lists the hiding places, the weightiest first. What every file has comes apart: it is rarely what decides.
func (h *htmlWriter) places(v *htmlFile, res *inspect.Result) {
	for _, s := range h.text.spots(res) {
		p := h.place(s)
		p.Count = res.Counts.Places[s.id]
		if p.Count == 0 {
			continue
		}
		p.Weight = h.weight(s.weight)
		if s.weight <= inspect.Note && s.rows == 0 && matches(res, s.id) == 0 {
			v.Minor = append(v.Minor, p)
			v.Minors = h.text.join(slices.DeleteFunc([]string{v.Minors, p.Title}, func(t string) bool { return t == "" }))
			continue
		}
		v.Places = append(v.Places, p)
	}
}

// matches counts the personal data in all things of a place.
func matches(res *inspect.Result, id string) int {
	n := 0
	for i := range res.Things {
		if res.Things[i].Place.ID == id {
			n += total(res.Things[i].Counts)
		}
	}
	return n
}

func (h *htmlWriter) place(s *spots) htmlPlace {
	p := htmlPlace{
		Title: h.text.say(s.title), Where: clip(h.text.wheres(s), 3*maxName), People: h.text.people(s.rows), Count: s.times,
		Reason: h.text.reason(s.reason),
	}
	if h.o.Place != nil {
		if place := h.o.Place(s.id); place != nil {
			p.Why, p.Advice = h.text.say(place.Why), h.text.say(place.Advice)
		}
	}
	return p
}

func (h *htmlWriter) weight(w inspect.Weight) htmlMark {
	switch w {
	case inspect.Stop:
		return htmlMark{"ng", h.text.say(weights["stop"])}
	case inspect.Warn:
		return htmlMark{"review", h.text.say(weights["warn"])}
	}
	return htmlMark{"note", h.text.say(weights["note"])}
}

// kinds counts the personal data by kind, in the copy too if there is one.
func (h *htmlWriter) kinds(v *htmlFile, f *File) {
	var after map[string]int
	if v.Copy != nil && v.Copy.Made && f.Cleaned.Outcome.After != nil {
		after = f.Cleaned.Outcome.After.Counts.Detectors
	}
	for _, id := range byCount(f.Counts.Detectors) {
		v.Kinds = append(v.Kinds, htmlKind{h.o.detector(id), f.Counts.Detectors[id], after[id]})
	}
	v.People.Before = f.People
	if after != nil {
		v.People.After = f.Cleaned.Outcome.After.People
	}
}

func (h *htmlWriter) unread(v *htmlFile, res *inspect.Result) {
	for i, u := range res.Unread {
		if i == maxUnread {
			v.Unreads = len(res.Unread) - i
			return
		}
		v.Unread = append(v.Unread, h.part(u))
	}
}

// part says where something could not be read, and what to do.
func (h *htmlWriter) part(u inspect.Unread) htmlPart {
	return htmlPart{clip(h.text.unreadSpot(u), maxName), h.text.unreadAdvice(u)}
}

// size says a number of bytes.
func size(n int64) string {
	for _, u := range []struct {
		name  string
		bytes int64
	}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}} {
		if n >= u.bytes {
			return fmt.Sprintf("%.1f %s", float64(n)/float64(u.bytes), u.name)
		}
	}
	return fmt.Sprintf("%d B", n)
}

func (h *htmlWriter) stamp() htmlStamp { return htmlStamp{h.date(), h.o.Version, h.o.When} }

// date says when the check was made, with the Japanese era beside the year.
func (h *htmlWriter) date() string {
	t := h.o.When
	switch {
	case t.IsZero():
		return ""
	case h.o.Lang == "en":
		return t.Format("2 January 2006, 15:04")
	case t.Year() < 2020: // the era's first year has a name of its own, and a clock that stands there is wrong anyway
		return t.Format("2006年1月2日 15時04分")
	}
	return fmt.Sprintf("%d年（令和%d年）%s", t.Year(), t.Year()-2018, t.Format("1月2日 15時04分"))
}
