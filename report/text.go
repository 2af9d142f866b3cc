package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// textWriter prints for a person at a terminal.
type textWriter struct {
	voice
	w     io.Writer
	files int
	err   error
}

func newText(w io.Writer, o Options) Writer { return &textWriter{voice: voice{o}, w: w} }

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
	if t.Lang == "en" {
		open, closing = "[", "]"
	}
	tag := open + t.say(v.Words()) + closing
	if t.Colour {
		tag = colours[v] + tag + "\x1b[0m"
	}
	return tag
}

var colours = map[inspect.Verdict]string{
	inspect.NG: "\x1b[1;31m", inspect.Review: "\x1b[1;33m", inspect.OK: "\x1b[1;32m", inspect.NotRead: "\x1b[1;35m",
}

func (t *textWriter) checked(f *File) {
	if f.Verdict == inspect.OK && t.Brief && len(f.Allowed) == 0 {
		return
	}
	for _, s := range t.sentences(f.Result) {
		t.line("  %s", s)
	}
	t.places(f.Result)
	t.kinds(f.Result)
	t.allowed(f.Result)
	t.unread(f.Result)
	t.next(f.Result)
	t.raw("")
}

func (t *textWriter) allowed(res *inspect.Result) {
	for i, line := range t.allowances(res) {
		if i == 0 {
			t.line("  %s", t.say(headAllowed))
		}
		t.line("    %s", line)
	}
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
		t.line("    "+t.say(sayPart), t.unreadSpot(u), t.unreadAdvice(u))
	}
}

// line prints one line. All that is printed of a document passes here, and is made plain.
func (t *textWriter) line(format string, args ...any) { t.raw(Plain(fmt.Sprintf(format, args...))) }

func (t *textWriter) raw(s string) {
	if t.err == nil {
		_, t.err = io.WriteString(t.w, s+"\n")
	}
}
