package report

import (
	"fmt"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Sentences says in one or two sentences what is the matter with a file, the most important first. Screens and reports so say
// the same.
func Sentences(res *inspect.Result, o Options) []string {
	v := voice{o}
	if res.Verdict == inspect.NotRead && len(res.Unread) > 0 {
		return append([]string{v.told(res)}, v.sentences(res)...)
	}
	return v.sentences(res)
}

// Advice says what a person can do about the gravest thing in a file; "" if there is nothing to say.
func Advice(res *inspect.Result, o Options) string {
	if th := gravest(res.Things); th != nil && weight(th) > inspect.Note {
		return th.Place.Advice.In(o.Lang)
	}
	return ""
}

// ProofSentences says what held before a copy was let out: first what was looked for again, then one sentence a lock.
func ProofSentences(before *inspect.Result, out *redact.Outcome, o Options) []string {
	v := voice{o}
	lines := []string{fmt.Sprintf(v.say(sayProved), v.proof(before, out))}
	if n := out.Proof.Searched; n > 0 {
		lines = append(lines, fmt.Sprintf(v.say(saySearched), number(n)))
	}
	if n := out.Proof.Seen; n > 0 {
		lines = append(lines, fmt.Sprintf(v.say(saySeen), number(n)))
	}
	return lines
}

// Reason says why a thing was left, in the words of the reports.
func Reason(why string, o Options) string { return voice{o}.reason(why) }
