package report

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// An entry is a line of a ledger: a finding, a part that could not be read, or a file in which there is neither. Every file has one
// line at least, so that a ledger accounts for all that was asked for.
type entry struct {
	file    *File
	finding *inspect.Listed // nil: none
	unread  *inspect.Unread // nil: read
}

// entries calls fn for each line of a file, what could not be read first.
func entries(f *File, fn func(entry) error) error {
	for i := range f.Unread {
		if err := fn(entry{file: f, unread: &f.Unread[i]}); err != nil {
			return err
		}
	}
	for i := range f.Findings {
		if err := fn(entry{file: f, finding: &f.Findings[i]}); err != nil {
			return err
		}
	}
	if len(f.Unread)+len(f.Findings) == 0 {
		return fn(entry{file: f})
	}
	return nil
}

// A column of a ledger. What it says is a string or an int.
type column struct {
	head inspect.Words
	wide float64 // in a worksheet, in characters
	say  func(v voice, e entry) any
}

// ledger are the columns of a list of findings, in CSV and in a worksheet.
var ledger = []column{
	{inspect.Words{JA: "ファイル", EN: "File"}, 36, func(_ voice, e entry) any { return Plain(e.file.Path) }},
	{inspect.Words{JA: "判定", EN: "Verdict"}, 10, func(v voice, e entry) any { return v.say(e.file.Verdict.Words()) }},
	{inspect.Words{JA: "重さ", EN: "Weight"}, 12, voice.gravity},
	{inspect.Words{JA: "見つかったもの", EN: "Found"}, 34, voice.found},
	{inspect.Words{JA: "どこ", EN: "Where"}, 40, voice.spot},
	{inspect.Words{JA: "個人データの種類", EN: "Personal data"}, 24, voice.kindsIn},
	{inspect.Words{JA: "確かさ", EN: "Certainty"}, 14, voice.sureness},
	{inspect.Words{JA: "件数", EN: "Count"}, 8, func(_ voice, e entry) any {
		if e.finding == nil {
			return ""
		}
		return e.finding.Count
	}},
	{inspect.Words{JA: "文字", EN: "Text"}, 30, func(_ voice, e entry) any {
		if e.finding == nil {
			return ""
		}
		return clip(Plain(e.finding.Text), maxText)
	}},
	{inspect.Words{JA: "どうするか", EN: "What to do"}, 50, voice.advice},
	{inspect.Words{JA: "公開用ファイル", EN: "Copy"}, 30, voice.copy},
	{inspect.Words{JA: "公開用の判定", EN: "Copy's verdict"}, 12, voice.copyVerdict},
	{inspect.Words{JA: "残してよい理由", EN: "Allowed because"}, 30, func(_ voice, e entry) any {
		if e.finding == nil {
			return ""
		}
		return clip(Plain(e.finding.Allowed), maxText)
	}},
	{inspect.Words{JA: "場所の記号", EN: "Place ID"}, 24, func(_ voice, e entry) any {
		if e.finding == nil {
			return ""
		}
		return e.finding.Place
	}},
	{inspect.Words{JA: "番号", EN: "Finding ID"}, 18, func(_ voice, e entry) any {
		if e.finding == nil {
			return ""
		}
		return e.finding.ID
	}},
	{inspect.Words{JA: "確認番号（SHA-256）", EN: "SHA-256"}, 20, func(_ voice, e entry) any { return e.file.SHA256 }},
}

var (
	sayVisible = inspect.Words{JA: "見えているところ", EN: "Plainly visible"}
	sayNotRead = inspect.Words{JA: "調べられなかったところ", EN: "Not read"}
	weights    = map[string]inspect.Words{
		"stop": {JA: "公開できません", EN: "stop"},
		"warn": {JA: "注意", EN: "warning"},
		"note": {JA: "参考", EN: "note"},
	}
	sures = map[string]inspect.Words{
		"proven": {JA: "確実", EN: "certain"},
		"likely": {JA: "ほぼ確実", EN: "likely"},
		"shape":  {JA: "かもしれない", EN: "perhaps"},
	}
)

func (v voice) gravity(e entry) any {
	if e.finding == nil {
		return ""
	}
	return v.say(weights[e.finding.Weight])
}

// found names what the line is about.
func (v voice) found(e entry) any {
	switch {
	case e.unread != nil:
		return v.say(sayNotRead)
	case e.finding == nil:
		return v.say(sayNothing)
	case e.finding.Place == "":
		return v.say(sayVisible)
	}
	return v.say(v.place(e.finding.Place))
}

func (v voice) spot(e entry) any {
	switch {
	case e.unread != nil:
		return clip(Plain(v.unreadSpot(*e.unread)), 3*maxName)
	case e.finding != nil:
		return clip(Plain(v.where(e.finding.Within, e.finding.Where.Said)), 3*maxName)
	}
	return ""
}

func (v voice) kindsIn(e entry) any {
	if e.finding == nil {
		return ""
	}
	return v.kindNames(e.finding)
}

// kindNames names the kinds of personal data of a finding, each once.
func (v voice) kindNames(l *inspect.Listed) string {
	names := kindsOf(l)
	for i, id := range names {
		names[i] = v.detector(id)
	}
	return v.join(names)
}

// sureness says how sure the surest match is.
func (v voice) sureness(e entry) any {
	if e.finding == nil {
		return ""
	}
	for _, sure := range []string{"proven", "likely", "shape"} {
		for _, m := range e.finding.Matches {
			if m.Sure == sure {
				return v.say(sures[sure])
			}
		}
	}
	return ""
}

// advice says what a person does about the line.
func (v voice) advice(e entry) any {
	switch {
	case e.unread != nil:
		return v.unreadAdvice(*e.unread)
	case e.finding == nil || e.finding.Place == "" || v.Place == nil:
		return ""
	}
	if p := v.Place(e.finding.Place); p != nil {
		return v.say(p.Advice)
	}
	return ""
}

func (v voice) copy(e entry) any {
	switch c := e.file.Cleaned; {
	case c == nil:
		return ""
	case c.Outcome == nil:
		return v.say(sayNoCopy)
	default:
		return Plain(c.Output)
	}
}

func (v voice) copyVerdict(e entry) any {
	if c := e.file.Cleaned; c != nil && c.Outcome != nil && c.Outcome.After != nil {
		return v.say(c.Outcome.After.Verdict.Words())
	}
	return ""
}

// inert puts an apostrophe before a text that a spreadsheet program would run as a formula when it opens a CSV file.
func inert(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r") || strings.HasPrefix(s, "＝") || strings.HasPrefix(s, "＋") ||
		strings.HasPrefix(s, "－") || strings.HasPrefix(s, "＠") {
		return "'" + s
	}
	return s
}
