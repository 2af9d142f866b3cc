package report

import (
	"fmt"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// htmlTab is a sheet in the strip of a workbook.
type htmlTab struct {
	Name   string
	Said   string // what it is, and how many people are in it
	Hidden bool
}

// maxTabs bounds the strip.
const maxTabs = 60

var sayTabSeen = inspect.Words{JA: "見えています", EN: "visible"}

// tabs shows every sheet of a workbook, those too that a reader does not see. One sheet needs no strip.
func (h *htmlWriter) tabs(res *inspect.Result) []htmlTab {
	var out []htmlTab
	for _, s := range res.Sheets {
		if len(s.Within) > 0 || len(out) == maxTabs {
			continue
		}
		tab := htmlTab{Name: clip(s.Name, maxName), Said: h.text.say(sayTabSeen)}
		for i := range res.Things {
			th := &res.Things[i]
			if th.ID != s.ID {
				continue
			}
			tab.Hidden = !th.Place.OnlyWithPeople
			if tab.Hidden {
				tab.Said = h.text.say(th.Place.Title)
			}
			if th.Rows > 0 {
				tab.Said = h.text.join([]string{tab.Said, fmt.Sprintf(h.text.say(sayPeople), number(th.Rows))})
			}
		}
		out = append(out, tab)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
