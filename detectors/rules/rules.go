// Package rules turns a user's own rules, written in YAML, into detectors: staff numbers, project names, the column heads of an
// office.
//
//	rules:
//	  - id: staff-code             # lower case letters, digits and hyphens; printed in reports
//	    ja: 職員コード
//	    en: staff code
//	    step: 3                    # how grave it is: 0 (note) to 4 (gravest); 2 if not given
//	    person: true               # one value stands for a person, and counts as somebody
//	    heads: [職員コード, 人事コード] # column heads and labels: what stands under or beside them is found
//	    pattern: 'S-?[0-9]{6}'     # a regular expression (RE2 syntax), without regard to case
//	    near: [職員, 人事]           # the pattern counts only within 40 characters behind one of these words, or under a head
//	    words: [銀河計画]            # found wherever they stand
//	    except: [S-000000]         # never found
//
// Texts are folded before they are compared: full-width letters, hyphens and spaces of all kinds, and variants of kanji are equal.
package rules

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// Rules are a user's detectors. They travel as the text that they were written in: see [Rules.MarshalJSON].
type Rules struct {
	Detectors []*detectors.Detector
	source    []byte
}

// An Error says what is wrong with a file of rules, and where.
type Error struct {
	Line   int    // from 1; 0 if it is not known
	JA, EN string // what is wrong, in words
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.EN
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.EN)
}

// Bounds of a file of rules. What is above them is a mistake, and would make every check slow.
const (
	maxFile  = 1 << 20 // bytes
	maxRules = 200
	maxWords = 10000 // of one rule
)

// A rule as it is written.
type rule struct {
	ID      string   `yaml:"id"`
	JA      string   `yaml:"ja"`
	EN      string   `yaml:"en"`
	Step    *int     `yaml:"step"`
	Person  bool     `yaml:"person"`
	Heads   []string `yaml:"heads"`
	Pattern string   `yaml:"pattern"`
	Near    []string `yaml:"near"`
	Words   []string `yaml:"words"`
	Except  []string `yaml:"except"`

	line int
	re   *regexp.Regexp
}

// Parse reads rules. The error is an [*Error].
func Parse(data []byte) (*Rules, error) {
	r := &Rules{source: slices.Clone(data)}
	err := Each(data, "rules", func(line int, decode func(any) error) error {
		own := &rule{line: line}
		if err := decode(own); err != nil {
			return err
		}
		if err := own.check(); err != nil {
			return err
		}
		if slices.ContainsFunc(r.Detectors, func(d *detectors.Detector) bool { return d.ID == own.ID }) {
			return own.error("同じ id の規則が2つあります："+own.ID, "two rules have the id "+own.ID)
		}
		r.Detectors = append(r.Detectors, own.detector())
		return nil
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// Each calls fn for every entry of a YAML file that holds one list under key, with the line it begins on and a function that decodes it
// strictly. Errors of the file are [*Error] values.
func Each(data []byte, key string, fn func(line int, decode func(any) error) error) error {
	if len(data) > maxFile {
		return &Error{0, "ファイルが大きすぎます（1MBまで）。", "the file is larger than 1 MB"}
	}
	var file map[string][]ast.Node
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.Strict()); err != nil {
		return syntaxError(err)
	}
	list := file[key]
	if len(file) != 1 || len(list) == 0 || len(list) > maxRules {
		return &Error{1, key + ": の下に、1個から200個まで書いてください。", "the file holds " + key + ": with 1 to 200 entries, and nothing else"}
	}
	for _, node := range list {
		if err := entry(node, fn); err != nil {
			return err
		}
	}
	return nil
}

func entry(node ast.Node, fn func(line int, decode func(any) error) error) error {
	if node == nil {
		return &Error{0, "中身のない項目があります。", "an entry is empty"}
	}
	line := 0
	if tok := node.GetToken(); tok != nil && tok.Position != nil {
		line = tok.Position.Line
	}
	return fn(line, func(to any) error {
		if err := yaml.NodeToValue(node, to, yaml.Strict()); err != nil {
			e := syntaxError(err)
			if e.Line == 0 {
				e.Line = line
			}
			return e
		}
		return nil
	})
}

// MarshalJSON returns the text that the rules were read from, as a JSON string: functions can't travel to another process.
func (r *Rules) MarshalJSON() ([]byte, error) { return json.Marshal(string(r.source)) }

// UnmarshalJSON reads the rules from what MarshalJSON returned.
func (r *Rules) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	read, err := Parse([]byte(text))
	if err == nil {
		*r = *read
	}
	return err
}

// syntaxError takes line and message out of an error of the YAML reader, which would quote the file.
func syntaxError(err error) *Error {
	out := &Error{0, "YAMLとして読めません。", "not valid YAML"}
	var at yaml.Error
	if errors.As(err, &at) {
		if tok := at.GetToken(); tok != nil && tok.Position != nil {
			out.Line = tok.Position.Line
		}
		out.JA, out.EN = "書き方が違います："+at.GetMessage(), at.GetMessage()
	}
	return out
}

func (r *rule) error(ja, en string) *Error { return &Error{r.line, ja, en} }

var validID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// check refuses what can't be meant.
func (r *rule) check() error {
	switch {
	case !validID.MatchString(r.ID):
		return r.error("id は、小文字の英数字とハイフンで書いてください。", "id is made of lower case letters, digits and hyphens")
	case slices.ContainsFunc(detectors.All(), func(d *detectors.Detector) bool { return d.ID == r.ID }):
		return r.error("その id は、もう使われています："+r.ID, "the id is that of a detector of the program: "+r.ID)
	case r.Step != nil && (*r.Step < 0 || *r.Step > 4):
		return r.error("step は 0 から 4 です。", "step is 0 to 4")
	case len(r.Heads)+len(r.Words) == 0 && r.Pattern == "":
		return r.error("heads、pattern、words のどれかが要ります。", "a rule needs heads, a pattern or words")
	case len(r.Near) > 0 && r.Pattern == "":
		return r.error("near は pattern と一緒に使います。", "near goes with a pattern")
	case len(r.Words)+len(r.Except)+len(r.Heads)+len(r.Near) > maxWords:
		return r.error("ことばが多すぎます（1つの規則に10,000まで）。", "a rule has more than 10,000 words")
	}
	for _, w := range slices.Concat(r.Words, r.Heads, r.Near) {
		if utf8.RuneCountInString(w) < 2 {
			return r.error("ことばは2文字以上です："+w, "a word has two characters or more: "+w)
		}
	}
	return r.compile()
}

func (r *rule) compile() error {
	if r.Pattern == "" {
		return nil
	}
	re, err := regexp.Compile("(?i)" + r.Pattern)
	if err != nil {
		return r.error("pattern を正規表現として読めません。", "pattern is not a regular expression")
	}
	if re.MatchString("") {
		return r.error("pattern が、空の文字にも当てはまります。", "pattern matches the empty text")
	}
	r.re = re
	return nil
}
