package docx

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A fork is an open AlternateContent (part 3, 10.2): what today's programs show, and what older ones show instead.
type fork struct {
	choice   []string // what the first branch says
	known    bool     // today's programs show that branch
	fallback int      // number of the Fallback that is open, 0 if none is
	said     bool
}

// branch follows alternatives.
func (r *story) branch(e *wml.Element) {
	switch e.Local {
	case "AlternateContent":
		r.forks = append(r.forks, fork{})
	case "Choice":
		if n := len(r.forks); n > 0 && !e.Alien {
			r.forks[n-1].known = true
		}
	case "Fallback":
		r.fallbacks++
		if n := len(r.forks); n > 0 {
			r.forks[n-1].fallback = r.fallbacks
		}
	}
}

// end follows the ends of alternatives.
func (r *story) end(_ *xmlscan.Scanner, e *wml.Element) error {
	if n := len(r.forks); n > 0 && e.Local == "AlternateContent" {
		r.forks = r.forks[:n-1]
	}
	return nil
}

// old says of a text in a branch for older programs whether it is the same as in the first one, which is then what a reader sees, or
// former text.
func (r *story) old(it *inspect.Item) {
	for i := range r.forks {
		f := &r.forks[i]
		switch {
		case f.fallback == 0:
			f.choice = append(f.choice, it.Text)
		case !f.known:
		case slices.Contains(f.choice, it.Text):
			it.Where = inspect.Part{Part: r.part}
		default:
			it.Place, it.Inside = ooxml.FallbackCopy, f.said
			it.Fix = inspect.DropElement{Part: r.part, Element: "Fallback", N: f.fallback}
			f.said = true
		}
	}
}
