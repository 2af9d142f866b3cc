package sumikeshi

import (
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/detectors/rules"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// allowed is an entry of a list of what may be published, as it is written.
type allowed struct {
	Rule   string `yaml:"rule"`
	Path   string `yaml:"path"`
	Where  string `yaml:"where"`
	Most   int    `yaml:"count-max"`
	Until  string `yaml:"until"`
	Reason string `yaml:"reason"`
	By     string `yaml:"by"`
}

// longest is how long an entry may hold: a decision that nobody looks at again is none.
const longest = 2 * 366 * 24 * time.Hour

// ParseAllow reads a list, in YAML, of what may be published although it is found: docs/allow.md has an example. Each entry names a
// place or a kind of personal data, a reason and a last day. The error is a [*rules.Error]; an entry whose day is over is no error, it is
// among the expired.
func ParseAllow(data []byte, known *rules.Rules, now time.Time) (live, expired []inspect.Allowed, err error) {
	names := kinds(known)
	err = rules.Each(data, "allow", func(line int, decode func(any) error) error {
		var e allowed
		if err := decode(&e); err != nil {
			return err
		}
		a, wrong := e.check(names, now)
		if wrong != nil {
			wrong.Line = line
			return wrong
		}
		if now.After(a.Until.AddDate(0, 0, 1)) {
			expired = append(expired, a)
		} else {
			live = append(live, a)
		}
		return nil
	})
	return live, expired, err
}

// kinds returns what a rule may name: true for places, false for kinds of personal data.
func kinds(known *rules.Rules) map[string]bool {
	names := map[string]bool{}
	for _, p := range NewInspector(Options{}).Places() {
		names[p.ID] = true
	}
	all := detectors.All()
	if known != nil {
		all = append(all, known.Detectors...)
	}
	for _, d := range all {
		names[d.ID] = false
	}
	return names
}

func (e *allowed) check(names map[string]bool, now time.Time) (inspect.Allowed, *rules.Error) {
	a := inspect.Allowed{Rule: e.Rule, Path: e.Path, Where: e.Where, Most: e.Most, Reason: strings.TrimSpace(e.Reason), By: e.By}
	place, ok := names[e.Rule]
	until, err := time.ParseInLocation(time.DateOnly, e.Until, now.Location())
	a.Until = until
	switch {
	case !ok:
		return a, wrong("rule は、場所の記号か個人データの種類です（sumikeshi places、sumikeshi detectors）。", "rule is the ID of a place or a kind of personal data: see sumikeshi places and sumikeshi detectors")
	case a.Reason == "":
		return a, wrong("reason に、残してよい理由を書いてください。", "reason says why it may be published")
	case err != nil:
		return a, wrong("until に、期限の日を 2027-03-31 のように書いてください。", "until is the last day, such as 2027-03-31")
	case until.Sub(now) > longest:
		return a, wrong("until は、2年より先にはできません。", "until is at most two years away")
	case e.Most < 0:
		return a, wrong("count-max は、0以上の人数です。", "count-max is a number of people")
	case e.Where != "" && !place:
		return a, wrong("where は、場所の rule と一緒に使います。", "where goes with the ID of a place")
	case e.Path != "" && !doublestar.ValidatePathPattern(e.Path):
		return a, wrong("path の書き方が違います。", "path is not a pattern")
	}
	return a, nil
}

func wrong(ja, en string) *rules.Error { return &rules.Error{JA: ja, EN: en} }

// Unused returns the entries of a list that no result used: they may be taken off it.
func Unused(list []inspect.Allowed, used []inspect.AllowedUse) []inspect.Allowed {
	return slices.DeleteFunc(slices.Clone(list), func(a inspect.Allowed) bool {
		day := a.Until.Format(time.DateOnly)
		return slices.ContainsFunc(used, func(u inspect.AllowedUse) bool {
			return u.Rule == a.Rule && u.Where == a.Where && u.Until == day && u.Reason == a.Reason
		})
	})
}
