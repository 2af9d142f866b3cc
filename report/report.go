// Package report prints what a check found and what a cleaning did. A [Writer] is given the files one by one, in the order in
// which they were named, and a [Summary] at the end; it holds nothing of the files that it printed.
//
// Whatever a report prints of a document comes from the values of package inspect, which are masked there. What it says to people
// are [inspect.Words]; names of files, sheets and parts are shown as they are, without what would move or turn a terminal's text.
package report

import (
	"io"
	"maps"
	"slices"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// A Writer prints one report.
type Writer interface {
	File(f *File) error
	End(s Summary) error
}

// kinds are the kinds of reports that there are.
var kinds = map[string]func(w io.Writer, o Options) Writer{
	"text":     newText,
	"json":     newJSON,
	"html":     newHTML,
	"csv":      newCSV,
	"xlsx":     newXLSX,
	"sarif":    newSARIF,
	"junit":    newJUnit,
	"markdown": newMarkdown,
}

// Kinds returns the names of all kinds, sorted.
func Kinds() []string { return slices.Sorted(maps.Keys(kinds)) }

// New returns a writer of the kind, or false if there is no such kind.
func New(kind string, w io.Writer, o Options) (Writer, bool) {
	f := kinds[kind]
	if f == nil {
		return nil, false
	}
	return f(w, o), true
}

// Options are the same for all kinds.
type Options struct {
	Lang    string // "ja" or "en"
	Version string // of the program
	Colour  bool   // text: colours, beside the words
	Brief   bool   // text and html: nothing of files that are ok but their line

	// What an html report says about itself.
	When       time.Time // of the run; the zero value is not printed
	Settings   []string  // what was asked for: "--policy strict"
	ShowValues bool      // the results hold values as they are: the reader is warned

	// Picture draws a page of a file, counted from 1, as PNG, for an html report; nil: there are none. The report makes sure that a
	// picture shows no value, unless ShowValues is set.
	Picture func(f *File, page, dpi int) ([]byte, error)

	// Detector and Place say what an ID is called; what they do not know is printed as its ID.
	Detector func(id string) (inspect.Words, bool)
	Place    func(id string) *inspect.Place
}

// A File is what became of one input.
type File struct {
	*inspect.Result
	Cleaned *Cleaned // nil: it was checked only
}

// Cleaned is what a cleaning did with a file.
type Cleaned struct {
	Outcome *redact.Outcome // nil: there is no copy
	Output  string          // where the copy is
	Problem inspect.Words   // why there is no copy, unless the file's unread parts say it
}

// A Summary counts the files of a run by verdict.
type Summary struct {
	Files   int `json:"files"`
	OK      int `json:"ok"`
	Review  int `json:"review"`
	NG      int `json:"ng"`
	Unread  int `json:"unread"`
	Skipped int `json:"skipped"` // what is no document

	Sentence inspect.Words `json:"-"` // what the run comes to
}

// Add counts a file.
func (s *Summary) Add(v inspect.Verdict) {
	s.Files++
	switch v {
	case inspect.OK:
		s.OK++
	case inspect.Review:
		s.Review++
	case inspect.NG:
		s.NG++
	default:
		s.Unread++
	}
}

func (o *Options) detector(id string) string {
	if o.Detector != nil {
		if w, ok := o.Detector(id); ok {
			return w.In(o.Lang)
		}
	}
	return id
}

func (o *Options) place(id string) inspect.Words {
	if o.Place != nil {
		if p := o.Place(id); p != nil {
			return p.Title
		}
	}
	return inspect.Words{JA: id, EN: id}
}
