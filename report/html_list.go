package report

import (
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// groups lists the findings by place, container and kinds: of each the first ones, and how many there are in all.
func (h *htmlWriter) groups(v *htmlFile, res *inspect.Result) {
	var order []string
	byKey := map[string][]*inspect.Listed{}
	for i := range res.Findings {
		l := &res.Findings[i]
		key := strings.Join(slices.Concat([]string{l.Place}, kindsOf(l), []string{"\x00"}, l.Within), "\x00")
		if byKey[key] == nil {
			order = append(order, key)
		}
		byKey[key] = append(byKey[key], l)
	}
	for _, key := range order {
		g := h.group(byKey[key])
		switch {
		case len(byKey[key][0].Matches) == 0 && g.Count <= maxWheres:
			// The table of places says where already.
		case len(v.Groups) == maxGroups:
			v.More++
		default:
			v.Groups = append(v.Groups, g)
		}
	}
}

func (h *htmlWriter) group(list []*inspect.Listed) htmlGroup {
	var g htmlGroup
	first := list[0]
	g.Title = h.text.say(sayVisible)
	if first.Place != "" {
		g.Title = h.text.say(h.o.place(first.Place))
	}
	if len(first.Within) > 0 {
		g.Title += " (" + clip(strings.Join(first.Within, " › "), maxName) + ")"
	}
	if kinds := h.text.kindNames(first); kinds != "" {
		g.Title += " — " + kinds
	}
	for _, l := range list {
		g.Count += l.Count
		// What stands for many repeats the first of its group: it is only counted.
		if l.Count == 1 && len(g.Rows) < maxShown {
			g.Rows = append(g.Rows, h.finding(l))
		}
	}
	g.More = g.Count - len(g.Rows)
	return g
}

func (h *htmlWriter) finding(l *inspect.Listed) htmlFinding {
	f := htmlFinding{Where: clip(h.text.where(l.Within, l.Where.Said), 3*maxName), Kinds: h.text.kindNames(l), Text: clip(l.Text, maxText)}
	// A whole sentence says less than the words in it that were found.
	var texts, certain []string
	for _, m := range l.Matches {
		texts = append(texts, clip(m.Text, maxText))
		if said := h.text.say(sures[m.Sure]); !slices.Contains(certain, said) {
			certain = append(certain, said)
		}
	}
	if len(texts) > 0 {
		f.Text = clip(h.text.join(texts), 2*maxText)
	}
	f.Sure = h.text.join(certain)
	return f
}

// kindsOf returns the detectors that matched, each once.
func kindsOf(l *inspect.Listed) []string {
	var ids []string
	for _, m := range l.Matches {
		if !slices.Contains(ids, m.Detector) {
			ids = append(ids, m.Detector)
		}
	}
	return ids
}
