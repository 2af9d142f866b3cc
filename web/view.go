package web

import (
	"fmt"
	"math"
	"path"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/report"
)

// A card is what the page shows of a file. All texts are in the language of the browser.
type card struct {
	ID       string  `json:"id"`
	Rev      int     `json:"rev"`
	Name     string  `json:"name"`
	Folder   string  `json:"folder"` // that it was dropped in
	Size     string  `json:"size"`
	State    string  `json:"state"`
	Doing    string  `json:"doing"` // the state in words
	Verdict  string  `json:"verdict"`
	Word     string  `json:"word"` // the verdict in words
	Said     string  `json:"said"` // what and where, in one sentence
	Next     string  `json:"next"` // what to do
	People   string  `json:"people"`
	Password bool    `json:"password"` // it asks for one
	Seconds  float64 `json:"seconds"`  // that the check took
	Format   string  `json:"format"`
	Takes    bool    `json:"takes"`   // making a copy takes something out
	Problem  string  `json:"problem"` // why there is no copy
	Copy     *made   `json:"copy"`
}

// made is the cleaned copy.
type made struct {
	Name    string   `json:"name"`
	Size    string   `json:"size"`
	SHA256  string   `json:"sha256"`
	Verdict string   `json:"verdict"`
	Word    string   `json:"word"`
	Said    string   `json:"said"` // what is left in it
	Proof   []string `json:"proof"`
}

func (s *Server) card(f *file, lang string) card {
	c := card{
		ID: f.id, Rev: f.rev, Name: path.Base(f.name), Size: sizeOf(f.size), State: f.state, Doing: pageWords["state-"+f.state].In(lang),
		Seconds: math.Round(f.took.Seconds()*10) / 10, Problem: f.problem.In(lang),
	}
	if dir := path.Dir(f.name); dir != "." {
		c.Folder = dir
	}
	res := f.result
	if res == nil {
		return c
	}
	o := s.reportOptions(lang)
	c.Verdict, c.Word, c.Format = string(res.Verdict), res.Verdict.Words().In(lang), res.Format
	if said := report.Sentences(res, o); len(said) > 0 {
		c.Said = said[0]
	}
	c.Next, c.Password = s.next(f, lang), wantsPassword(res)
	c.Takes = f.takes()
	if res.People > 0 {
		c.People = fmt.Sprintf(pageWords["about-people"].In(lang), number(res.People))
	}
	if out := f.outcome; out != nil && out.After != nil {
		c.Copy = &made{
			Name: f.shownCopy(), Size: sizeOf(out.Size), SHA256: out.SHA256, Verdict: string(out.After.Verdict),
			Word: out.After.Verdict.Words().In(lang), Proof: report.ProofSentences(res, out, o),
		}
		if said := report.Sentences(out.After, o); len(said) > 0 {
			c.Copy.Said = said[0]
		}
	}
	return c
}

// next says what a person can do now.
func (s *Server) next(f *file, lang string) string {
	switch res := f.result; {
	case f.outcome != nil && f.outcome.After.Verdict == inspect.Review:
		return pageWords["next-review"].In(lang)
	case f.outcome != nil && f.outcome.After.Verdict != inspect.OK:
		return pageWords["next-left"].In(lang)
	case f.outcome != nil, res.Verdict == inspect.OK:
		return ""
	case res.Verdict == inspect.NotRead:
		return pageWords["next-unread"].In(lang)
	case !f.takes():
		return pageWords["next-visible"].In(lang)
	}
	return pageWords["next-clean"].In(lang)
}

// takes reports whether a copy made now would lack anything.
func (f *file) takes() bool {
	p := f.decided()
	return p != nil && len(p.Take)+len(p.Mask) > 0
}

// wantsPassword reports whether a password would open the file.
func wantsPassword(res *inspect.Result) bool {
	for _, u := range res.Unread {
		if u.Reason == inspect.Encrypted && u.Where == "file" {
			return true
		}
	}
	return false
}

// sizeOf says a number of bytes.
func sizeOf(n int64) string {
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

// number groups digits: 1,011.
func number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// conclusion says what a list of files comes to.
func conclusion(sum report.Summary) inspect.Words {
	switch {
	case sum.Unread > 0:
		return pageWords["sum-unread"]
	case sum.NG+sum.Review > 0:
		return pageWords["sum-found"]
	}
	return pageWords["sum-ok"]
}
