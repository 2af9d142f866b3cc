package sumikeshi

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/sumikeshi/sumikeshi/detectors/rules"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/redact"
)

// The calls that a worker answers. What goes over the wire is data: a path or bytes, options, results. A worker has read a hostile
// document, so the supervisor takes nothing from it unchecked.
const (
	callCheck = "check"
	callPlan  = "plan"
	callBuild = "build"
	callProve = "prove"

	callAround = "around"
)

type (
	wireOptions struct {
		Limits     limits.Limits `json:"limits"`
		ShowValues bool          `json:"showValues"`
		Password   string        `json:"password,omitempty"`
		Detectors  []string      `json:"detectors"` // IDs of the caller's own, which the worker must know
		Rules      *rules.Rules  `json:"rules"`
		Retired    []string      `json:"retired"`

		Allow  []inspect.Allowed `json:"allow"`
		Looked inspect.Looked    `json:"looked"`
	}

	checkArgs struct {
		Name    string      `json:"name"`
		Path    string      `json:"path"` // empty: the payload is the document
		Options wireOptions `json:"options"`
	}

	checkReply struct {
		Result *wireResult `json:"result"`
		Failed *failure    `json:"failed"`
	}

	planArgs struct {
		checkArgs
		Redact redact.Options `json:"redact"`
	}

	planReply struct {
		Result *wireResult  `json:"result"`
		Plan   *redact.Plan `json:"plan"` // without its lists
		Take   []wireEntry  `json:"take"`
		Leave  []wireEntry  `json:"leave"`
		Failed *failure     `json:"failed"`
	}

	buildArgs struct {
		checkArgs
		Temp   string         `json:"temp"` // an empty file of the supervisor's, for the copy
		Redact redact.Options `json:"redact"`
		AsIs   bool           `json:"asIs"` // build nothing if the verdict is ok

		MacroFree bool `json:"macroFree"` // see [redact.Plan]
	}

	buildReply struct {
		Before *wireResult     `json:"before"`
		Taken  []wireEntry     `json:"taken"`
		Left   []wireEntry     `json:"left"`
		Masked map[string]int  `json:"masked"`
		Notes  []redact.Note   `json:"notes"`
		Struck []redact.Struck `json:"struck"`
		AsIs   bool            `json:"asIs"` // nothing was built: the source may go out as it is

		MacroFree bool     `json:"macroFree"` // the copy is of the kind without macros
		Failed    *failure `json:"failed"`
	}

	proveReply struct {
		Proof  redact.Proof `json:"proof"`
		After  *wireResult  `json:"after"`
		Failed *failure     `json:"failed"`
	}
)

func encode(v any) (json.RawMessage, error) { return json.Marshal(v) }

func optionsOf(o Options) wireOptions {
	w := wireOptions{Limits: o.Limits, ShowValues: o.ShowValues, Password: o.Password, Detectors: []string{}, Rules: o.Rules, Retired: o.Retired, Allow: o.Allow, Looked: o.Looked}
	for _, d := range o.Detectors {
		w.Detectors = append(w.Detectors, d.ID)
	}
	return w
}

// A wireResult is a result with what its JSON form leaves out: the words of each location in both languages, and the things.
type wireResult struct {
	Result *inspect.Result `json:"result"`
	Said   []inspect.Words `json:"said"`
	Things []wireThing     `json:"things"`

	Sheets []inspect.SheetRef `json:"sheets"`
}

// A wireThing is a thing without its fix, which only a worker needs.
type wireThing struct {
	ID     string         `json:"id"`
	Place  string         `json:"place"`
	Within []string       `json:"within"`
	Where  inspect.Where  `json:"where"`
	Empty  bool           `json:"empty"`
	Times  int            `json:"times"`
	Counts map[string]int `json:"counts"`
	Unread int            `json:"unread"`
	Rows   int            `json:"rows"`

	Allowed string `json:"allowed"`
}

func wireOf(res *inspect.Result) *wireResult {
	w := &wireResult{Result: res, Said: []inspect.Words{}, Things: []wireThing{}, Sheets: res.Sheets}
	for _, f := range res.Findings {
		w.Said = append(w.Said, f.Where.Said)
	}
	for _, t := range res.Things {
		w.Things = append(w.Things, wireThing{
			t.ID, t.Place.ID, t.Within, inspect.NewWhere(t.Where), t.Empty, t.Times, t.Counts, t.Unread, t.Rows, t.Allowed,
		})
	}
	return w
}

var errAnswer = errors.New("the worker's answer makes no sense")

// result turns a worker's answer into a result, if it makes sense for the source that was asked about.
func (w *wireResult) result(places map[string]*inspect.Place, src *opened) (*inspect.Result, error) {
	if w == nil || w.Result == nil || len(w.Said) != len(w.Result.Findings) {
		return nil, errAnswer
	}
	res := w.Result
	if err := sensible(res, places); err != nil {
		return nil, err
	}
	res.Path = src.in.Name
	res.Things, res.Sheets = nil, w.Sheets
	for i := range res.Findings {
		f := &res.Findings[i]
		f.Where.Said = w.Said[i]
		f.Within, f.Matches = full(f.Within), full(f.Matches)
	}
	for _, t := range w.Things {
		p := places[t.Place]
		if p == nil || t.Times < 0 || t.Unread < 0 || t.Rows < 0 || negative(t.Counts) {
			return nil, errAnswer
		}
		res.Things = append(res.Things, inspect.Thing{
			ID: t.ID, Place: p, Within: t.Within, Where: locate(t.Where), Empty: t.Empty,
			Times: t.Times, Counts: t.Counts, Unread: t.Unread, Rows: t.Rows, Allowed: t.Allowed,
		})
	}
	return res, nil
}

// sensible checks what a report would print against what can be true, and fills lists that are null.
func sensible(res *inspect.Result, places map[string]*inspect.Place) error {
	verdicts := []inspect.Verdict{inspect.OK, inspect.Review, inspect.NG, inspect.NotRead}
	reasons := []inspect.Reason{
		inspect.Encrypted, inspect.Corrupt, inspect.Unsupported, inspect.Limit, inspect.ImageOnly, inspect.Crash, inspect.Timeout,
	}
	switch {
	case !slices.Contains(verdicts, res.Verdict):
		return fmt.Errorf("verdict: %w", errAnswer)
	case slices.ContainsFunc(res.LookedAt, func(n int) bool { return n < 1 }), len(res.LookedAt) > 0 && res.Verdict == inspect.OK:
		return fmt.Errorf("pages: %w", errAnswer)
	case len(res.Unread) > 0 && (res.Verdict == inspect.OK || res.Verdict == inspect.Review):
		return fmt.Errorf("unread parts: %w", errAnswer)
	case res.People < 0, res.Rows < 0, res.Size < 0, negative(res.Counts.Places), negative(res.Counts.Detectors):
		return fmt.Errorf("counts: %w", errAnswer)
	}
	if res.Allowed == nil {
		res.Allowed = []inspect.AllowedUse{}
	}
	for _, u := range res.Unread {
		if !slices.Contains(reasons, u.Reason) {
			return fmt.Errorf("reason: %w", errAnswer)
		}
	}
	for id := range res.Counts.Places {
		if places[id] == nil {
			return fmt.Errorf("place: %w", errAnswer)
		}
	}
	res.Unread, res.Findings = full(res.Unread), full(res.Findings)
	if res.Counts.Places == nil {
		res.Counts.Places = map[string]int{}
	}
	if res.Counts.Detectors == nil {
		res.Counts.Detectors = map[string]int{}
	}
	return nil
}

func negative(counts map[string]int) bool {
	for _, n := range counts {
		if n < 0 {
			return true
		}
	}
	return false
}

// full turns a null list into an empty one.
func full[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// locate turns a location of a report back into one of the model.
func locate(w inspect.Where) inspect.Location {
	switch w.Kind {
	case "sheet":
		return inspect.Sheet{Sheet: w.Sheet}
	case "cell":
		row, col := cellOf(w.Ref)
		return inspect.Cell{Sheet: w.Sheet, Row: row, Col: col}
	case "page":
		return inspect.Page{Page: w.Page}
	case "box":
		if w.Box != nil {
			return inspect.Box{Page: w.Page, Box: *w.Box}
		}
		return inspect.Page{Page: w.Page}
	case "para":
		return inspect.Para{Part: w.Part, N: w.N}
	case "part":
		return inspect.Part{Part: w.Part}
	case "header":
		return inspect.Header{Name: w.Name}
	case "line":
		return inspect.Line{Line: w.Line, Col: w.Col}
	}
	return inspect.File{}
}

// cellOf reads a reference like "B7".
func cellOf(ref string) (row, col int) {
	for _, c := range []byte(ref) {
		switch {
		case c >= 'A' && c <= 'Z':
			col = min(col*26+int(c-'A')+1, 1<<20)
		case c >= '0' && c <= '9':
			row = min(row*10+int(c-'0'), 1<<30)
		}
	}
	return row, col
}

// struckOf checks what a worker says of marks against the marks themselves: it has no other reasons to tell.
func struckOf(list []redact.Struck, marks []redact.Mark) ([]redact.Struck, error) {
	known := map[string]bool{}
	for _, m := range marks {
		known[m.Reason] = true
	}
	for i, s := range list {
		label := s.Label == "" || s.Label == strconv.Itoa(s.N) || slices.ContainsFunc(marks, func(m redact.Mark) bool { return m.Label == s.Label })
		if s.N != i+1 || s.Page < 1 || !known[s.Reason] || !label {
			return nil, errAnswer
		}
	}
	return list, nil
}

// A wireEntry is an entry of a plan with the words of its location.
type wireEntry struct {
	redact.Entry
	Said inspect.Words `json:"said"`
}

func wireEntries(list []redact.Entry) []wireEntry {
	out := make([]wireEntry, len(list))
	for i, e := range list {
		out[i] = wireEntry{e, e.Where.Said}
	}
	return out
}

func entries(list []wireEntry) []redact.Entry {
	out := make([]redact.Entry, len(list))
	for i, e := range list {
		out[i] = e.Entry
		out[i].Where.Said = e.Said
		out[i].Within = full(e.Within)
	}
	return out
}
