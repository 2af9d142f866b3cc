package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Schema is the ID of the JSON report.
const Schema = "sumikeshi.report/1"

// jsonWriter prints one JSON document, file by file.
type jsonWriter struct {
	w     io.Writer
	o     Options
	begun bool
	err   error
}

func newJSON(w io.Writer, o Options) Writer { return &jsonWriter{w: w, o: o} }

func (j *jsonWriter) File(f *File) error {
	sep := ",\n"
	if !j.begun {
		sep = j.head()
	}
	j.print(sep)
	j.print(string(j.file(f)))
	return j.err
}

func (j *jsonWriter) End(s Summary) error {
	if !j.begun {
		j.print(j.head())
	}
	j.print("],\n\"summary\":" + string(j.encode(s)) + "}\n")
	return j.err
}

func (j *jsonWriter) head() string {
	j.begun = true
	tool := struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}{"sumikeshi", j.o.Version}
	return fmt.Sprintf("{\"schema\":%q,\"tool\":%s,\n\"files\":[\n", Schema, j.encode(tool))
}

func (j *jsonWriter) print(s string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, s)
	}
}

// file returns the entry of a file: that of its result, and what was done with it.
func (j *jsonWriter) file(f *File) []byte {
	res := *f.Result
	res.Findings = make([]inspect.Listed, len(f.Findings))
	for i, l := range f.Findings {
		l.Where.Lang = j.o.Lang
		res.Findings[i] = l
	}
	entry := j.encode(&res)
	if f.Cleaned == nil {
		return entry
	}
	more := j.encode(j.cleaned(f.Cleaned))
	return append(append(entry[:len(entry)-1], ','), more[1:]...)
}

// copied is what a cleaning adds to a file's entry.
type copied struct {
	Output       string         `json:"output"` // empty: there is no copy
	OutputSHA256 string         `json:"outputSha256"`
	OutputSize   int64          `json:"outputSize"`
	Verdict      string         `json:"outputVerdict"`
	Taken        []redact.Entry `json:"taken"`
	Left         []redact.Entry `json:"left"`
	Masked       map[string]int `json:"masked"`
	Notes        []redact.Note  `json:"notes"` // what a person should know about the copy
	Proof        *redact.Proof  `json:"proof"`
	Problem      string         `json:"problem"` // why there is no copy
}

func (j *jsonWriter) cleaned(c *Cleaned) copied {
	out := copied{Taken: []redact.Entry{}, Left: []redact.Entry{}, Masked: map[string]int{}, Notes: []redact.Note{}, Problem: c.Problem.In(j.o.Lang)}
	o := c.Outcome
	if o == nil {
		return out
	}
	out.Output, out.OutputSHA256, out.OutputSize, out.Proof = c.Output, o.SHA256, o.Size, &o.Proof
	out.Taken, out.Left = j.entries(o.Taken), j.entries(o.Left)
	if o.Masked != nil {
		out.Masked = o.Masked
	}
	out.Notes = append(out.Notes, o.Notes...)
	if o.After != nil {
		out.Verdict = string(o.After.Verdict)
	}
	return out
}

func (j *jsonWriter) entries(list []redact.Entry) []redact.Entry {
	out := make([]redact.Entry, len(list))
	for i, e := range list {
		e.Where.Lang = j.o.Lang
		if e.Within == nil {
			e.Within = []string{}
		}
		out[i] = e
	}
	return out
}

// encode returns v as JSON. Nothing that is encoded here can fail, but a map of functions, say, would.
func (j *jsonWriter) encode(v any) []byte {
	b, err := JSON(v)
	if err != nil && j.err == nil {
		j.err = err
	}
	return b
}

// JSON encodes v on one line. Markup stays as it is; characters that would turn or move a terminal's text are escaped.
func JSON(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return []byte("{}"), err
	}
	return escape(bytes.TrimSuffix(buf.Bytes(), []byte("\n"))), nil
}

// escape writes what can't be seen as \u escapes. It occurs within strings only, where an escape means the same.
func escape(b []byte) []byte {
	if !bytes.ContainsFunc(b, unseen) {
		return b
	}
	out := make([]byte, 0, len(b)+16)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case !unseen(r):
			out = append(out, b[:n]...)
		case r > 0xFFFF:
			out = fmt.Appendf(out, "\\u%04x\\u%04x", 0xD800+(r-0x10000)>>10, 0xDC00+(r-0x10000)&0x3FF)
		default:
			out = fmt.Appendf(out, "\\u%04x", r)
		}
		b = b[n:]
	}
	return out
}
