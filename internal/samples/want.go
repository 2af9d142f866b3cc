package samples

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Case is one document under testdata and what a check and a cleaning of it must give. Zero values are not asserted, with
// the exception that a Count of zero written in JSON is. A want.json holds a list of cases, one for each file in its folder.
type Case struct {
	// Dir is the folder below testdata with slashes ("cases/hidden-roster"), Path the file on disk. Both are set by Cases.
	Dir  string `json:"-"`
	Path string `json:"-"`

	File      string `json:"file"`
	Words     Words  `json:"words"`               // what was published, one line
	Published string `json:"published,omitempty"` // year, for re-enactments
	Producer  string `json:"producer,omitempty"`  // the program that saved the file, if it was not the generator

	Verdict string `json:"verdict,omitempty"` // "ng"; alternatives as "review|ng"
	Exit    *int   `json:"exit,omitempty"`

	People    *Count           `json:"people,omitempty"`    // distinct people over the file
	Rows      *Count           `json:"rows,omitempty"`      // table rows that hold a person
	Places    map[string]Count `json:"places,omitempty"`    // things found per hiding place; places not named here may occur
	Absent    []string         `json:"absent,omitempty"`    // hiding places that must not be reported
	Detectors map[string]Count `json:"detectors,omitempty"` // matches of Likely or more, everywhere in the file

	Clean *Clean `json:"clean,omitempty"`
}

// Words is a sentence in both languages.
type Words struct {
	JA string `json:"ja"`
	EN string `json:"en"`
}

// A Clean says what "sumikeshi clean ARGS FILE" must do. Whatever the exit code: if there is a copy, Gone is gone. Programs spell
// texts differently (character references, runs): look for Gone and Kept in the raw parts and with references resolved and the
// markup inside string items removed.
type Clean struct {
	Args    []string          `json:"args"`
	Exit    *int              `json:"exit,omitempty"`
	Gone    []string          `json:"gone"`              // nowhere in the copy: no part, no encoding, no nesting level
	Kept    []string          `json:"kept"`              // a reader still sees them
	Cells   map[string]string `json:"cells,omitempty"`   // "集計!B12" shows this value in the copy, for any reader
	NoRef   bool              `json:"noref,omitempty"`   // no #REF! in the copy
	People  *Count            `json:"people,omitempty"`  // left in the copy
	Verdict string            `json:"verdict,omitempty"` // of the copy
}

// A Count is a number, or bounds where the exact number depends on how copies are counted. In JSON it is 5 or
// {"min":5,"max":9}; without max there is no upper bound.
type Count struct {
	Min, Max int // Max -1: no upper bound
}

// N is an exact count, AtLeast an open one, Between a closed range.
func N(n int) Count            { return Count{n, n} }
func AtLeast(n int) Count      { return Count{n, -1} }
func Between(lo, hi int) Count { return Count{lo, hi} }

// OK reports whether n is a count that is wanted.
func (c Count) OK(n int) bool { return n >= c.Min && (c.Max < 0 || n <= c.Max) }

// String spells the count for a test's message.
func (c Count) String() string {
	switch {
	case c.Min == c.Max:
		return fmt.Sprint(c.Min)
	case c.Max < 0:
		return fmt.Sprintf("at least %d", c.Min)
	}
	return fmt.Sprintf("%d to %d", c.Min, c.Max)
}

// bounds is the JSON form of a count that is not exact.
type bounds struct {
	Min int  `json:"min"`
	Max *int `json:"max,omitempty"`
}

// MarshalJSON writes a number or bounds.
func (c Count) MarshalJSON() ([]byte, error) {
	if c.Min == c.Max {
		return json.Marshal(c.Min)
	}
	b := bounds{Min: c.Min}
	if c.Max >= 0 {
		b.Max = &c.Max
	}
	return json.Marshal(b)
}

// UnmarshalJSON reads a number or bounds.
func (c *Count) UnmarshalJSON(data []byte) error {
	var n int
	if json.Unmarshal(data, &n) == nil {
		*c = N(n)
		return nil
	}
	var b bounds
	if err := json.Unmarshal(data, &b); err != nil {
		return fmt.Errorf("samples: a count is a number or bounds: %w", err)
	}
	*c = AtLeast(b.Min)
	if b.Max != nil {
		c.Max = *b.Max
	}
	return nil
}

// Accepts reports whether a verdict is one of the alternatives that want lists; an empty want accepts all.
func Accepts(want, verdict string) bool {
	return want == "" || slices.Contains(strings.Split(want, "|"), verdict)
}

// Cases reads every want.json below root (the testdata folder), in the order of their paths.
func Cases(root string) ([]Case, error) {
	var all []Case
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() != "want.json" {
			return err
		}
		list, err := readWant(root, path)
		all = append(all, list...)
		return err
	})
	return all, err
}

// readWant reads one want.json.
func readWant(root, path string) ([]Case, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []Case
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("samples: %s: %w", path, err)
	}
	dir, err := filepath.Rel(root, filepath.Dir(path))
	for i := range list {
		list[i].Dir = filepath.ToSlash(dir)
		list[i].Path = filepath.Join(filepath.Dir(path), list[i].File)
	}
	return list, err
}

// ptr returns a pointer to a value, for the optional fields of a Case.
func ptr[T any](v T) *T { return &v }
