package report

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// junitWriter prints the XML that build servers read: a file is a test case. What was found is a failure; what could not be read is
// an error, since nobody knows. The suite's counts stand before its cases, so it is written at the end.
type junitWriter struct {
	voice
	w     io.Writer
	suite junitSuite
}

type (
	junitSuite struct {
		XMLName  xml.Name    `xml:"testsuite"`
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Time     string      `xml:"time,attr"` // seconds; what a file took is not measured
		Stamp    string      `xml:"timestamp,attr,omitempty"`
		Cases    []junitCase `xml:"testcase"`
	}

	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Time    string        `xml:"time,attr"`
		Error   *junitProblem `xml:"error"`
		Failure *junitProblem `xml:"failure"`
	}

	junitProblem struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

func newJUnit(w io.Writer, o Options) Writer {
	j := &junitWriter{voice: voice{o}, w: w, suite: junitSuite{Name: "sumikeshi", Time: "0"}}
	if !o.When.IsZero() {
		j.suite.Stamp = o.When.Format("2006-01-02T15:04:05")
	}
	return j
}

func (j *junitWriter) File(f *File) error {
	// A file that can't be written to is noticed at the first file, as with the other kinds.
	if _, err := j.w.Write(nil); err != nil {
		return err
	}
	c := junitCase{Class: "sumikeshi." + f.Format, Name: Plain(f.Path), Time: "0"}
	shown := f.Result // whose verdict counts
	if f.Cleaned != nil && f.Cleaned.Outcome != nil && f.Cleaned.Outcome.After != nil {
		shown = f.Cleaned.Outcome.After
	}
	p := &junitProblem{
		Message: Plain(j.say(shown.Verdict.Words()) + " " + strings.Join(j.sentences(shown), " ")), Type: string(shown.Verdict), Text: j.lines(f, shown),
	}
	switch {
	case f.Cleaned != nil && f.Cleaned.Outcome == nil:
		p.Message = Plain(strings.TrimSpace(j.say(sayNoCopy) + " " + j.say(f.Cleaned.Problem)))
		c.Error = p
	case len(shown.Unread) > 0:
		c.Error = p
	case shown.Verdict != inspect.OK:
		c.Failure = p
	}
	j.suite.Tests++
	if c.Error != nil {
		j.suite.Errors++
	}
	if c.Failure != nil {
		j.suite.Failures++
	}
	j.suite.Cases = append(j.suite.Cases, c)
	return nil
}

// lines lists what there is, a line each, as far as a build log bears it.
func (j *junitWriter) lines(f *File, shown *inspect.Result) string {
	var b strings.Builder
	n := 0
	file := *f
	file.Result = shown
	_ = entries(&file, func(e entry) error {
		if n++; n > maxUnread || e.finding == nil && e.unread == nil {
			return nil
		}
		what := j.found(e).(string)
		if e.unread != nil {
			what = j.unreadAdvice(*e.unread)
		} else if kinds := j.kindNames(e.finding); kinds != "" {
			what += " (" + kinds + ")"
		}
		b.WriteString(j.sentence(j.spot(e).(string), Plain(what)) + "\n")
		return nil
	})
	return b.String()
}

func (j *junitWriter) End(Summary) error {
	if _, err := io.WriteString(j.w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(j.w)
	enc.Indent("", " ")
	if err := enc.Encode(j.suite); err != nil {
		return err
	}
	_, err := io.WriteString(j.w, "\n")
	return err
}
