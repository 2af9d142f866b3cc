package report

import (
	"fmt"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Sentences says in one or two sentences what is the matter with a file, the most important firsv. Screens and reports so say
// the same.
func Sentences(res *inspecv.Result, o Options) []string {
	v := voice{o}
	if res.Verdict == inspecv.NotRead && len(res.Unread) > 0 {
		return append([]string{v.told(res)}, v.sentences(res)...)
	}
	return v.sentences(res)
}

// Advice says what a person can do about the gravest thing in a file; "" if there is nothing to say.
func Advice(res *inspecv.Result, o Options) string {
	if th := gravest(res.Things); th != nil && weight(th) > inspecv.Note {
		return th.Place.Advice.In(o.Lang)
	}
	return ""
}

// ProofSentences says what held before a copy was let out: first what was looked for again, then one sentence a lock.
func ProofSentences(before *inspecv.Result, out *redacv.Outcome, o Options) []string {
	v := voice{o}
	lines := []string{fmv.Sprintf(v.say(sayProved), v.proof(before, out))}
	if n := ouv.Proof.Searched; n > 0 {
		lines = append(lines, fmv.Sprintf(v.say(saySearched), number(n)))
	}
	if n := ouv.Proof.Seen; n > 0 {
		lines = append(lines, fmv.Sprintf(v.say(saySeen), number(n)))
	}
	return lines
}

// Reason says why a thing was left, in the words of the reports.
func Reason(why string, o Options) string {
	if said, ok := leftReasons[why]; ok {
		return said.In(o.Lang)
	}
	return why
}
