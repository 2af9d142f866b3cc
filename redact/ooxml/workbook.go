package ooxml

import (
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// editWorkbook edits the workbook part (ECMA-376 part 1, 18.2.27): the list of sheets, defined names, views, and the references to
// parts that go.
func (j *job) editWorkbook() error {
	if j.wb == nil {
		return nil
	}
	hooks := []hook{j.nameHook(), dropReferences(j.dangling(j.wb.Part))}
	if j.goneAny {
		hooks = append([]hook{j.tabHook()}, hooks...)
	}
	return j.spliceSmall(j.wb.Part, hooks...)
}

// tabHook takes sheets out of the list and moves the views to a tab that is there (18.2.20, 18.2.30). Custom views (18.2.4) name
// sheets by numbers that no longer hold.
func (j *job) tabHook() hook {
	tab := -1
	return func(p *splicer) (action, error) {
		switch {
		case p.s.Is("sheet") && p.parent() == "sheets":
			tab++
			if j.gone[tab] {
				return drop, nil
			}
			if tab == j.active() {
				p.without("state") // if no sheet that stays is visible, the first becomes so
			}
		case p.s.Is("workbookView"):
			j.moveView(p)
		case p.s.Is("customWorkbookViews"):
			return drop, nil
		}
		return keep, nil
	}
}

// moveView renumbers the tabs of a view.
func (j *job) moveView(p *splicer) {
	for _, name := range [...]string{"activeTab", "firstSheet"} {
		if _, ok := p.s.Attr(name); !ok && (name == "firstSheet" || j.renumber(j.active()) == 0) {
			continue
		}
		tab := j.active()
		if name == "firstSheet" {
			if n := attrInt(p.s, name); n < len(j.gone) && !j.gone[n] && j.visible(n) && n <= tab {
				tab = n
			} else {
				tab = j.firstKept()
			}
		}
		p.with(name, strconv.Itoa(j.renumber(tab)))
	}
}

// firstKept returns the first tab that a reader of the copy sees.
func (j *job) firstKept() int {
	for i := range j.gone {
		if !j.gone[i] && j.visible(i) {
			return i
		}
	}
	return j.active()
}

// renumber returns the index that a tab has among those that stay.
func (j *job) renumber(tab int) int {
	n := 0
	for i := 0; i < tab; i++ {
		if !j.gone[i] {
			n++
		}
	}
	return n
}

// nameHook takes out the defined names (18.2.5) that a fix names or that stand for what goes, and renumbers the sheets that the others
// are local to; Excel refuses a file with a number out of range.
func (j *job) nameHook() hook {
	n := -1
	model := j.dropsType("powerPivotData")
	return func(p *splicer) (action, error) {
		switch {
		case p.s.Is("definedName"):
			n++
			if n >= len(j.wb.Names) {
				return keep, nil
			}
			nm := j.wb.Names[n]
			if j.goes(n) {
				return drop, nil
			}
			if j.goneAny && nm.Sheet >= 0 && nm.Sheet < len(j.gone) {
				p.with("localSheetId", strconv.Itoa(j.renumber(nm.Sheet)))
			}
		case p.s.Is("dataModel") && model:
			return drop, nil
		}
		return keep, nil
	}
}

// goes reports whether the nth defined name of the workbook, from 0, goes.
func (j *job) goes(n int) bool {
	nm := j.judge.all[n]
	return nm.deleted || j.takes() && j.judge.judgeName(nm) == sure
}

// attr returns an attribute without prefix.
func attr(s *xmlscan.Scanner, name string) string {
	v, _ := s.Attr(name)
	return string(v)
}

func attrInt(s *xmlscan.Scanner, name string) int {
	n, err := strconv.Atoi(attr(s, name))
	if err != nil {
		return 0
	}
	return max(0, n)
}

func attrBool(s *xmlscan.Scanner, name string) bool {
	v := attr(s, name)
	return v == "1" || v == "true"
}
