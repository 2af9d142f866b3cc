package ooxml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// slicers are the slicers and timelines of a workbook (MS-XLSX 2.1.37 to 2.1.39, 2.1.48). A cache hangs on the workbook, what shows it on
// a sheet and in its drawing; all of them go together.
type slicers struct {
	all    []*slicerCache
	pivots map[[2]string]bool // sheet and name of pivot tables that go
	caches map[string]bool    // IDs of pivot caches that go
	gone   map[string]bool    // names of slicers that go
}

// A slicerCache is the definition of a slicer's or a timeline's items.
type slicerCache struct {
	part   *opc.Part
	name   string
	pivots [][2]string // sheet ID and name of the pivot tables it filters
	cache  string
	table  string
}

// dropPivot notes that a pivot table goes.
func (sl *slicers) dropPivot(sheet, name string) { sl.pivots[[2]string{sheet, name}] = true }

// readSlicers reads what the caches of slicers and timelines are tied to.
func (j *job) readSlicers() error {
	j.slicers = slicers{pivots: map[[2]string]bool{}, caches: map[string]bool{}, gone: map[string]bool{}}
	tabs, err := j.sheetIDs()
	if err != nil {
		return err
	}
	for _, t := range [...]string{"slicerCache", "timelineCache"} {
		for _, r := range j.pkg.ByType(t) {
			if r.Part == nil {
				continue
			}
			c := &slicerCache{part: r.Part}
			j.slicers.all = append(j.slicers.all, c)
			if err := j.scan(r.Part, func(s *xmlscan.Scanner) error { c.read(s, tabs); return nil }); err != nil {
				return err
			}
		}
	}
	return nil
}

// sheetIDs returns the names of the sheets by their sheetId.
func (j *job) sheetIDs() (map[string]string, error) {
	ids := map[string]string{}
	err := j.scan(j.wb.Part, func(s *xmlscan.Scanner) error {
		if s.Kind() == xmlscan.Start && s.Is("sheet") {
			ids[attr(s, "sheetId")] = attr(s, "name")
		}
		return nil
	})
	return ids, err
}

func (c *slicerCache) read(s *xmlscan.Scanner, tabs map[string]string) {
	if s.Kind() != xmlscan.Start {
		return
	}
	switch {
	case s.Depth() == 1:
		c.name = attr(s, "name")
	case s.Is("pivotTable"):
		c.pivots = append(c.pivots, [2]string{tabs[attr(s, "tabId")], attr(s, "name")})
	case s.Is("tabular"), s.Is("olap"), s.Is("state"):
		if id := attr(s, "pivotCacheId"); id != "" {
			c.cache = id
		}
	case s.Is("tableSlicerCache"):
		c.table = attr(s, "tableId")
	}
}

// settleSlicers drops the slicers whose pivot table or table goes.
func (j *job) settleSlicers() {
	for _, c := range j.slicers.all {
		goes := j.drop[c.part] || c.cache != "" && j.slicers.caches[c.cache]
		for _, p := range c.pivots {
			goes = goes || j.slicers.pivots[p]
		}
		for _, t := range j.tables {
			goes = goes || c.table != "" && c.table == t.id && (j.gone[t.sheet] || j.drop[t.part])
		}
		if goes {
			j.drop[c.part] = true
			j.slicers.gone[c.name] = true
			j.dropNames(c.name)
		}
	}
}

// dropNames drops the defined name that Excel gives a slicer's cache.
func (j *job) dropNames(named string) {
	if nm := j.judge.names[nameKey{sml.FoldName(named), -1}]; nm != nil && strings.HasPrefix(nm.Text, "#N/A") {
		nm.deleted = true
		j.judge.namesGo = true
	}
}

// settleShownSlicers drops the parts with slicers of caches that go, and notes the names under which drawings show them.
func (j *job) settleShownSlicers() error {
	if len(j.slicers.gone) == 0 {
		return nil
	}
	shown := map[string]bool{}
	for _, t := range [...]string{"slicer", "timeline"} {
		for _, r := range j.pkg.ByType(t) {
			if r.Part == nil {
				continue
			}
			left := 0
			err := j.scan(r.Part, func(s *xmlscan.Scanner) error {
				if s.Kind() != xmlscan.Start || !s.Is(t) {
					return nil
				}
				if j.slicers.gone[attr(s, "cache")] {
					shown[attr(s, "name")] = true
				} else {
					left++
				}
				return nil
			})
			if err != nil {
				return err
			}
			if left == 0 {
				j.drop[r.Part] = true
				continue
			}
			if err := j.spliceSmall(r.Part, func(p *splicer) (action, error) {
				if p.s.Is(t) && j.slicers.gone[attr(p.s, "cache")] {
					return drop, nil
				}
				return keep, nil
			}); err != nil {
				return err
			}
		}
	}
	j.slicers.gone = shown
	return nil
}
