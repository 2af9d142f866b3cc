package report

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// sarifWriter prints SARIF 2.1.0 (OASIS), for code hosts and editors. Results go out file by file; the rules that they name follow
// at the end, with the description of the tool.
//
// Hosts take only results with a line. A document that has no lines gets line 1, and its sheet, page or part as logical location.
type sarifWriter struct {
	voice
	w     io.Writer
	begun bool
	count int
	rules []sarifRule
	byID  map[string]int
	err   error
}

const sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"

type (
	sarifText struct {
		Text string `json:"text"`
	}

	sarifRule struct {
		ID      string     `json:"id"`
		Name    string     `json:"name"`
		Short   sarifText  `json:"shortDescription"`
		Full    *sarifText `json:"fullDescription,omitempty"`
		Help    *sarifText `json:"help,omitempty"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}

	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
		Count        int               `json:"occurrenceCount,omitempty"`
		Suppressions []sarifSuppressed `json:"suppressions,omitempty"`
		Properties   map[string]any    `json:"properties,omitempty"`
	}

	sarifSuppressed struct {
		Kind string `json:"kind"`
		Why  string `json:"justification"`
	}

	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region sarifRegion `json:"region"`
		} `json:"physicalLocation"`
		Logical []sarifLogical `json:"logicalLocations,omitempty"`
	}

	sarifRegion struct {
		StartLine int `json:"startLine"` // from 1
	}

	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
		Kind string `json:"kind"`
	}
)

func newSARIF(w io.Writer, o Options) Writer {
	return &sarifWriter{voice: voice{o}, w: w, byID: map[string]int{}}
}

func (s *sarifWriter) File(f *File) error {
	s.head()
	s.note(entries(f, func(e entry) error {
		if e.unread != nil || e.finding != nil {
			s.result(e)
		}
		return s.err
	}))
	return s.err
}

func (s *sarifWriter) End(sum Summary) error {
	s.head()
	type driver struct {
		Name     string      `json:"name"`
		Version  string      `json:"semanticVersion,omitempty"`
		Language string      `json:"language"`
		Rules    []sarifRule `json:"rules"`
	}
	s.print("],\n\"tool\":{\"driver\":")
	s.encode(driver{"sumikeshi", semantic(s.Version), s.Lang, append([]sarifRule{}, s.rules...)})
	// A run that could not read everything did not succeed, whatever it found.
	s.print("},\n\"invocations\":[")
	s.encode(map[string]bool{"executionSuccessful": sum.Unread == 0})
	s.print("],\n\"language\":\"" + s.Lang + "\",\"columnKind\":\"unicodeCodePoints\",\"newlineSequences\":[\"\\r\\n\",\"\\n\"]}]}\n")
	return s.err
}

// semantic returns a version that SARIF takes for a semantic one; "devel" is none.
func semantic(version string) string {
	v := strings.TrimPrefix(version, "v")
	if v == "" || v[0] < '0' || v[0] > '9' {
		return ""
	}
	return v
}

func (s *sarifWriter) head() {
	if !s.begun {
		s.begun = true
		s.print("{\"$schema\":\"" + sarifSchema + "\",\"version\":\"2.1.0\",\"runs\":[{\"results\":[\n")
	}
}

// unreadRule is the ID of what could not be read.
const unreadRule = "unread"

func (s *sarifWriter) result(e entry) {
	r := sarifResult{Properties: map[string]any{"verdict": e.file.Verdict, "sha256": e.file.SHA256}}
	at := sarifLocation{}
	at.Physical.Artifact.URI = fileURI(e.file.Path)
	at.Physical.Region.StartLine = 1
	if e.unread != nil {
		r.RuleID, r.Level = unreadRule, "error"
		r.RuleIndex = s.rule(r.RuleID, r.Level, sayNotRead, nil)
		r.Message.Text = s.sentence(s.spot(e).(string), s.unreadAdvice(*e.unread))
		r.Properties["reason"] = e.unread.Reason
	} else {
		s.finding(&r, &at, e)
	}
	r.Locations = []sarifLocation{at}
	if s.count++; s.count > 1 {
		s.print(",\n")
	}
	s.encode(r)
}

// finding fills in a result of something found.
func (s *sarifWriter) finding(r *sarifResult, at *sarifLocation, e entry) {
	l := e.finding
	r.RuleID, r.Level = l.Place, levels[l.Weight]
	if l.Place == "" {
		r.RuleID, r.Level = "visible", "warning"
		r.RuleIndex = s.rule(r.RuleID, r.Level, sayVisible, nil)
	} else {
		r.RuleIndex = s.rule(r.RuleID, r.Level, s.place(l.Place), s.placeOf(l.Place))
	}
	found := s.found(e).(string)
	if kinds := s.kindNames(l); kinds != "" {
		found = s.sentence(found, kinds)
	}
	r.Message.Text = s.sentence(s.spot(e).(string), found)
	if l.Where.Kind == "line" {
		at.Physical.Region = sarifRegion{StartLine: max(l.Where.Line, 1)}
	}
	at.Logical = []sarifLogical{{Name: s.spot(e).(string), Kind: l.Where.Kind}}
	r.Fingerprints = map[string]string{"sumikeshi/v1": l.ID}
	r.Count = l.Count
	if l.Allowed != "" {
		r.Suppressions = []sarifSuppressed{{"external", l.Allowed}}
	}
	r.Properties["detectors"] = kindsOf(l)
	if len(l.Matches) == 0 {
		r.Properties["detectors"] = []string{}
	}
	r.Properties["where"] = l.Where
	r.Properties["fix"] = l.Fix
}

// levels are the weights of places as SARIF's levels.
var levels = map[string]string{"stop": "error", "warn": "warning", "note": "note"}

func (s *sarifWriter) placeOf(id string) *inspect.Place {
	if s.Place == nil {
		return nil
	}
	return s.Place(id)
}

// rule returns the index of a rule; it is entered when it is first named.
func (s *sarifWriter) rule(id, level string, title inspect.Words, p *inspect.Place) int {
	if i, ok := s.byID[id]; ok {
		return i
	}
	r := sarifRule{ID: id, Name: id, Short: sarifText{s.say(title)}}
	r.Default.Level = level
	if p != nil && s.say(p.Why) != "" {
		r.Full = &sarifText{s.say(p.Why)}
	}
	if p != nil && s.say(p.Advice) != "" {
		r.Help = &sarifText{s.say(p.Advice)}
	}
	s.byID[id] = len(s.rules)
	s.rules = append(s.rules, r)
	return s.byID[id]
}

// sentence joins where and what.
func (v voice) sentence(where, what string) string {
	if where == "" {
		return what
	}
	if v.Lang == "en" {
		return where + ": " + what
	}
	return where + "：" + what
}

// fileURI returns a path as a URI reference: relative ones stay relative, since hosts match them against the repository.
func fileURI(path string) string {
	slashed := filepath.ToSlash(filepath.Clean(path))
	if len(slashed) > 1 && slashed[1] == ':' { // a drive
		slashed = "/" + slashed
	}
	u := url.URL{Path: slashed}
	if strings.HasPrefix(slashed, "/") {
		u.Scheme = "file"
	}
	return u.String()
}

func (s *sarifWriter) encode(v any) {
	b, err := json.Marshal(v)
	s.note(err)
	s.print(string(escape(b)))
}

func (s *sarifWriter) print(text string) {
	if s.err == nil {
		_, s.err = io.WriteString(s.w, text)
	}
}

func (s *sarifWriter) note(err error) {
	if s.err == nil {
		s.err = err
	}
}
