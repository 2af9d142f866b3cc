package rules

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
)

const own = `# 広報課の規則
rules:
  - id: staff-code
    ja: 職員コード
    step: 3
    person: true
    heads: [職員コード]
    pattern: 'S-?[0-9]{6}'
    near: [職員, 人事]
    except: [S-000000]
  - id: project-name
    en: project name
    words: [銀河計画, Project Ginga]
  - id: desk
    heads: [担当席]
`

func parse(t *testing.T, text string) *Rules {
	t.Helper()
	r, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func Test_rules_find(t *testing.T) {
	set := detectors.NewSet(append(detectors.All(), parse(t, own).Detectors...))
	for _, c := range []struct {
		text   string
		labels []string
		want   string // the match and how sure it is
	}{
		{"担当職員 ｓ－１２３４５６ まで", nil, "staff-code ｓ－１２３４５６ proven"},
		{"型番 S123456", nil, "staff-code S123456 shape"},
		{"S123456", []string{"職員コード（必須）"}, "staff-code S123456 proven"},
		{"職員 S-000000", nil, ""},
		{"職員 XS1234567", nil, ""},
		{"来年度の銀河計画について", nil, "project-name 銀河計画 likely"},
		{"The PROJECT GINGA team", nil, "project-name PROJECT GINGA likely"},
		{"project gingal", nil, ""},
		{" 3F-12 ", []string{"担当席"}, "desk 3F-12 likely"},
		{"3F-12", nil, ""},
	} {
		got := ""
		for _, m := range set.Find(nil, c.text, c.labels) {
			got = strings.TrimSpace(got + " " + m.Detector + " " + c.text[m.Start:m.End] + " " + m.Sure.String())
		}
		if got != c.want {
			t.Errorf("%s %v: %q, want %q", c.text, c.labels, got, c.want)
		}
	}
}

func Test_a_column_is_typed_by_a_rule(t *testing.T) {
	set := detectors.NewSet(append(detectors.All(), parse(t, own).Detectors...))
	c := set.Column([]string{"職員コード"}, []string{"S-100001", "S-100002", "S100003"})
	if c.Kind != "staff-code" || c.Valid != 3 {
		t.Errorf("%+v", c)
	}
}

func Test_rules_travel_as_text(t *testing.T) {
	data, err := json.Marshal(parse(t, own))
	if err != nil {
		t.Fatal(err)
	}
	var again Rules
	if err := json.Unmarshal(data, &again); err != nil || len(again.Detectors) != 3 {
		t.Errorf("%d rules, %v", len(again.Detectors), err)
	}
}

func Test_mistakes_are_told_with_their_line(t *testing.T) {
	for text, line := range map[string]int{
		"":                                   1,
		"rules: []":                          1,
		"rule:\n - id: a":                    1,
		"rules:\n  - id: A\n    words: [ああ]": 2,
		"rules:\n  - id: phone\n    words: [ああ]":                            2,
		"rules:\n  - id: a\n    words: [あ]":                                 2,
		"rules:\n  - id: a":                                                 2,
		"rules:\n  - id: a\n    words: [ああ]\n\n  - id: b\n    pattern: '('": 5,
		"rules:\n  - id: a\n    pattern: 'x*'":                              2,
		"rules:\n  - id: a\n    words: [ああ]\n    wrods: [いい]":               4,
		"rules:\n  - id: a\n    words: [ああ]\n  - id: a\n    words: [いい]":    4,
		"rules:\n  - id: a\n    step: 5\n    words: [ああ]":                   2,
		"rules:\n  - id: a\n    step: high\n    words: [ああ]":                3,
		"rules:\n  - id: a\n    near: [ああ]\n    words: [ああ]":                2,
		"rules:\n  - id: [": 2,
		"rules:\n  - id: a\n    words:\n      - ああ\n     - いい\n    step: 'x": 6,
	} {
		_, err := Parse([]byte(text))
		var e *Error
		if !errors.As(err, &e) || e.JA == "" || e.EN == "" {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if e.Line != line {
			t.Errorf("%q: line %d, want %d (%s)", text, e.Line, line, e.EN)
		}
	}
}

func Test_literal(t *testing.T) {
	for pattern, want := range map[string]string{
		"(?i)S-?[0-9]{6}": "s", "(?i)(?:abc|abd)x": "ab", "(?i)[0-9]+": "", "(?i)銀河(計画)?": "銀河", "(?i)(秘密)?": "", "(?i)(?:機密){2}": "機密",
	} {
		if got := literal(pattern); got != want {
			t.Errorf("%s: %q, want %q", pattern, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(own), "職員 S-123456")
	f.Add([]byte("rules:\n - &a {id: a, words: [aa]}\n - *a"), "")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		r, err := Parse(data)
		if err != nil {
			return
		}
		for _, d := range r.Detectors {
			for m := range d.Find(text, nil) {
				if m.Start < 0 || m.End > len(text) || m.Start >= m.End {
					t.Errorf("%d to %d of %d", m.Start, m.End, len(text))
				}
			}
		}
	})
}
