package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// textWriter prints for a person at a terminal.
type textWriter struct {
	w     io.Writer
	o     Options
	files int
	err   error
}

func newText(w io.Writer, o Options) Writer { return &textWriter{w: w, o: o} }

func (t *textWriter) File(f *File) error {
	t.files++
	t.verdict(f)
	if f.Cleaned != nil {
		t.cleaned(f)
	} else {
		t.checked(f)
	}
	return t.err
}

func (t *textWriter) End(s Summary) error {
	if s.Files == 0 {
		t.line("%s", t.say(sayNoFiles))
	}
	if s.Files != 1 || s.Skipped > 0 {
		t.line(t.say(sayVerdicts), number(s.Files), t.tally(s))
	}
	if said := t.say(s.Sentence); said != "" {
		t.line("%s", said)
	}
	return t.err
}

func (t *textWriter) tally(s Summary) string {
	var parts []string
	for _, v := range []struct {
		verdict inspect.Verdict
		n       int
	}{{inspect.NG, s.NG}, {inspect.Review, s.Review}, {inspect.OK, s.OK}, {inspect.NotRead, s.Unread}} {
		parts = append(parts, t.say(v.verdict.Words())+" "+number(v.n))
	}
	if s.Skipped > 0 {
		parts = append(parts, fmt.Sprintf(t.say(saySkipped), number(s.Skipped)))
	}
	return t.join(parts)
}

// verdict prints a file's first line: 【公開NG】 名簿.xlsx, and the copy's after an arrow. The words carry the meaning; the colour
// only helps.
func (t *textWriter) verdict(f *File) {
	line := t.tag(f.Verdict) + " " + Plain(f.Path)
	if c := f.Cleaned; c != nil && c.Outcome != nil && c.Outcome.After != nil {
		line += " → " + t.tag(c.Outcome.After.Verdict) + " " + Plain(filepath.Base(c.Output))
	}
	t.raw(line)
}

func (t *textWriter) tag(v inspect.Verdict) string {
	open, closing := "【", "】"
	if t.o.Lang == "en" {
		open, closing = "[", "]"
	}
	tag := open + t.say(v.Words()) + closing
	if t.o.Colour {
		tag = colours[v] + tag + "\x1b[0m"
	}
	return tag
}

var colours = map[inspect.Verdict]string{
	inspect.NG: "\x1b[1;31m", inspect.Review: "\x1b[1;33m", inspect.OK: "\x1b[1;32m", inspect.NotRead: "\x1b[1;35m",
}

func (t *textWriter) checked(f *File) {
	if f.Verdict == inspect.OK && t.o.Brief {
		return
	}
	for _, s := range t.sentences(f.Result) {
		t.line("  %s", s)
	}
	t.places(f.Result)
	t.kinds(f.Result)
	t.unread(f.Result)
	t.next(f.Result)
	t.raw("")
}

// sentences say in one or two lines what is the matter.
func (t *textWriter) sentences(res *inspect.Result) []string {
	var out []string
	grave := gravest(res.Things)
	switch {
	case grave != nil && (grave.Rows > 0 || len(grave.Counts) > 0 || grave.Place.Weight > inspect.Note):
		out = append(out, t.hidden(grave))
	case res.People > 0 && len(res.Things) == 0 || res.Verdict == inspect.Review && res.People > 0:
		out = append(out, fmt.Sprintf(t.say(sayVisiblePeople), number(res.People)))
	case res.Verdict == inspect.NG || res.Verdict == inspect.Review:
		out = append(out, fmt.Sprintf(t.say(sayVisibleData), t.counts(res.Counts.Detectors, 5)))
	}
	switch {
	case len(res.Unread) > 0:
		out = append(out, t.say(sayUnread))
	case res.Verdict == inspect.Review:
		out = append(out, t.say(sayLook))
	case res.Verdict == inspect.OK:
		out = append(out, t.say(sayOK))
	}
	return out
}

// gravest returns the thing that a person has to hear of first: the weightiest place, the most people in it.
func gravest(things []inspect.Thing) *inspect.Thing {
	var top *inspect.Thing
	for i := range things {
		th := &things[i]
		if top == nil || heavier(th, top) > 0 {
			top = th
		}
	}
	return top
}

func heavier(a, b *inspect.Thing) int {
	return cmp.Or(
		cmp.Compare(weight(a), weight(b)), cmp.Compare(a.Rows, b.Rows), cmp.Compare(total(a.Counts), total(b.Counts)),
	)
}

// weight is the place's; what holds nothing is no more than a note.
func weight(th *inspect.Thing) inspect.Weight {
	if th.Empty && len(th.Counts) == 0 {
		return inspect.Note
	}
	return th.Place.Weight
}

func total(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func (t *textWriter) hidden(th *inspect.Thing) string {
	title, where := t.say(th.Place.Title), t.where(th.Within, th.Where.Words())
	switch n := total(th.Counts); {
	case th.Rows > 0:
		return fmt.Sprintf(t.say(sayHiddenPeople), title, number(th.Rows), where)
	case n > 0:
		return fmt.Sprintf(t.say(sayHiddenData), title, number(n), where)
	}
	return fmt.Sprintf(t.say(sayHidden), title, where)
}

// where says a location with the containers around it.
func (t *textWriter) where(within []string, w inspect.Words) string {
	return strings.Join(append(slices.Clone(within), t.say(w)), " › ")
}

// next says what a person can do.
func (t *textWriter) next(res *inspect.Result) {
	if res.Verdict == inspect.OK {
		return
	}
	grave := gravest(res.Things)
	if grave != nil && weight(grave) > inspect.Note && t.say(grave.Place.Advice) != "" {
		t.line("  %s%s", t.say(headNext), t.say(grave.Place.Advice))
	}
	if len(res.Unread) == 0 && res.Path != "-" {
		t.line("  %s%s", t.say(headNext), fmt.Sprintf(t.say(sayMakeCopy), quote(res.Path)))
	}
}

// quote puts a path into quotes if a shell would split it.
func quote(path string) string {
	if strings.ContainsAny(path, " 　\t&'()") {
		return `"` + path + `"`
	}
	return path
}

func (t *textWriter) unread(res *inspect.Result) {
	if len(res.Unread) == 0 {
		return
	}
	t.line("  %s", t.say(headUnread))
	for i, u := range res.Unread {
		if i == maxLines {
			t.line("    "+t.say(sayMore), number(len(res.Unread)-i))
			return
		}
		where := u.Where
		if where == "file" {
			where = t.say(inspect.File{}.Words())
		}
		advice := u.Advice
		if advice == (inspect.Words{}) {
			advice = u.Reason.Words()
		}
		t.line("    "+t.say(sayPart), where, t.say(advice))
	}
}

// counts says how many of what, the most first.
func (t *textWriter) counts(m map[string]int, most int) string {
	var parts []string
	for _, id := range byCount(m) {
		if len(parts) < most {
			parts = append(parts, fmt.Sprintf(t.say(sayWhatCount), t.o.detector(id), number(m[id])))
		}
	}
	return t.join(parts)
}

// byCount returns the keys of m that count anything, the most first.
func byCount(m map[string]int) []string {
	keys := slices.SortedFunc(maps.Keys(m), func(a, b string) int { return cmp.Or(m[b]-m[a], cmp.Compare(a, b)) })
	return slices.DeleteFunc(keys, func(id string) bool { return m[id] == 0 })
}

func (t *textWriter) join(parts []string) string {
	if t.o.Lang == "en" {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, "、")
}

func (t *textWriter) say(w inspect.Words) string { return w.In(t.o.Lang) }

// line prints one line. All that is printed of a document passes here, and is made plain.
func (t *textWriter) line(format string, args ...any) { t.raw(Plain(fmt.Sprintf(format, args...))) }

func (t *textWriter) raw(s string) {
	if t.err == nil {
		_, t.err = io.WriteString(t.w, s+"\n")
	}
}

// number groups digits: 1,011.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
