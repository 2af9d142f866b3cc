package inspect

import "github.com/sumikeshi/sumikeshi/detectors"

// A Verdict is the answer for one file.
type Verdict string

const (
	OK       Verdict = "ok"     // 問題なし: nothing, or notes only, and everything was read
	Review   Verdict = "review" // 要確認: a person has to look
	NG       Verdict = "ng"     // 公開NG
	NotRead  Verdict = "unread" // 未検査: a part could not be read
	maxShown         = 20       // findings of equal place, container and kinds that are listed singly
)

// Words says the verdict to a person.
func (v Verdict) Words() Words {
	switch v {
	case OK:
		return Words{"問題なし", "OK"}
	case Review:
		return Words{"要確認", "REVIEW"}
	case NG:
		return Words{"公開NG", "DO NOT PUBLISH"}
	}
	return Words{"未検査", "NOT CHECKED"}
}

// A Result is what a check found in one file. Its JSON form is an entry of "files" in the report sumikeshi.report/1. It holds no
// value of the document unless the inspector was told to show them.
type Result struct {
	Path     string   `json:"path"`
	SHA256   string   `json:"sha256"`
	Format   string   `json:"format"`
	Size     int64    `json:"size"`
	Verdict  Verdict  `json:"verdict"`
	People   int      `json:"people"` // distinct people, copies counted once
	Rows     int      `json:"rows"`   // table rows that hold a person
	Counts   Counts   `json:"counts"`
	Findings []Listed `json:"findings"` // not complete: see Listed.Count
	Unread   []Unread `json:"unread"`

	// LookedAt are pages, from 1, that are pictures without text and that only a person has looked at, see [Looked].
	LookedAt []int `json:"lookedAt,omitempty"`

	// Allowed is what somebody decided may be published, of what was found.
	Allowed []AllowedUse `json:"allowed"`

	// Things are the hiding places found, each with its fix: what a policy decides on. They are not part of the report.
	Things []Thing    `json:"-"`
	Sheets []SheetRef `json:"-"` // the tabs, visible ones too
}

// A SheetRef is a tab of a workbook.
type SheetRef struct {
	ID     string // of the thing that dropping it takes out
	Name   string
	N      int // the tab's place, from 1
	Within []string
}

// Counts are complete, unlike the list of findings.
type Counts struct {
	Places    map[string]int `json:"places"`    // things found, by place ID
	Detectors map[string]int `json:"detectors"` // matches of Likely or more, by detector ID
}

// Listed is a finding as the report lists it. Of equal place, container and kinds the first 20 are listed singly, the rest as one
// with its Count.
type Listed struct {
	ID      string   `json:"id"` // derived from place, container, location and kinds, never from a value
	Place   string   `json:"place"`
	Weight  string   `json:"weight"`
	Where   Where    `json:"where"`
	Within  []string `json:"within"`
	Text    string   `json:"text"` // masked, unless values are shown
	Matches []Match  `json:"matches"`
	Count   int      `json:"count"` // items it stands for
	Fix     string   `json:"fix"`
	Allowed string   `json:"allowed,omitempty"` // why it may be published all the same

	// Thing is the ID of the thing that it lies in; empty for what a reader sees. It is not part of the report.
	Thing string `json:"-"`
}

// Match is a detector's match as the report lists it. Start and End are byte offsets into the item's text.
type Match struct {
	Detector string `json:"detector"`
	Sure     string `json:"sure"`
	Because  string `json:"because"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
}

// A Thing is one hiding place found in one container, with all that lies in it: what is taken out or left as a whole.
type Thing struct {
	ID     string // stable for the same file: derived from place, container and fix
	Place  *Place
	Within []string
	Where  Location
	Fix    Fix
	Holder string // ID of the thing that the container lies in; empty if a reader sees the container
	Empty  bool
	Times  int            // things found (hidden rows announced together count each)
	Counts map[string]int // matches of Likely or more that lie in it, by detector ID
	Unread int            // parts in it that could not be read
	Rows   int            // table rows in it that hold a person

	Allowed string // why it may be published all the same; see [Allowed]
}

// A Finding is an item with what the detectors say of it and with the way that led to it.
type Finding struct {
	Item
	Matches []detectors.Match // borrowed until the next finding
	Within  []string          // names of the containers, outermost first
	Holder  *Holder           // the hiding place that the container lies in; nil if the reader sees the container
	ByEye   int               // the page, from 1, that is a picture and that only a person has looked at; 0: none

	walk *walk // that the finding is of
	base int64 // to be added to record numbers, so that those of different files do not meet
}

// A Holder is the hiding place that a contained file lies in: if it is taken out, everything within goes with it.
type Holder struct {
	Place  *Place
	Fix    Fix
	Within []string
	Outer  *Holder
}
