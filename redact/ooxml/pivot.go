package ooxml

import (
	"fmt"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A cache is a pivot cache (ECMA-376 part 1, 18.10.1.67) with the pivot tables that show it.
type cache struct {
	part   *opc.Part
	id     string // pivotCacheId of its extension, which slicers name
	refs   []sml.Ref
	other  bool // its source is no range of this workbook
	tables []*pivot
}

// A pivot is a pivot table (18.10.1.73).
type pivot struct {
	part  *opc.Part
	name  string
	sheet int // its tab
}

// readCaches reads where the pivot caches have their values from and which tables show them.
func (j *job) readCaches() error {
	byPart := map[*opc.Part]*cache{}
	for _, r := range j.pkg.ByType("pivotCacheDefinition") {
		if r.Part == nil || byPart[r.Part] != nil {
			continue
		}
		c := &cache{part: r.Part}
		byPart[r.Part] = c
		j.caches = append(j.caches, c)
		if err := j.scan(c.part, c.read); err != nil {
			return err
		}
	}
	for i, sh := range j.wb.Sheets {
		if sh.Part == nil {
			continue
		}
		for _, r := range sh.Part.ByType("pivotTable") {
			if r.Part == nil {
				continue
			}
			p := &pivot{part: r.Part, sheet: i}
			if err := j.scan(r.Part, p.read); err != nil {
				return err
			}
			for _, rc := range r.Part.ByType("pivotCacheDefinition") {
				if c := byPart[rc.Part]; c != nil {
					c.tables = append(c.tables, p)
				}
			}
		}
	}
	return nil
}

// read notes what a cache definition says of its source (18.10.1.95, 18.10.1.14).
func (c *cache) read(s *xmlscan.Scanner) error {
	if s.Kind() != xmlscan.Start {
		return nil
	}
	switch {
	case s.Is("cacheSource"):
		c.other = attr(s, "type") != "worksheet" && attr(s, "type") != "consolidation"
	case s.Is("worksheetSource"), s.Is("rangeSet"):
		ref := sml.Ref{Sheet: attr(s, "sheet"), Area: attr(s, "ref"), Name: attr(s, "name")}
		c.other = c.other || sml.RelAttr(s, "id") != ""
		c.refs = append(c.refs, ref)
	case s.Is("pivotCacheDefinition") && attr(s, "pivotCacheId") != "":
		c.id = attr(s, "pivotCacheId")
	case s.Is("sharedItems"):
		s.Skip()
	}
	return nil
}

func (p *pivot) read(s *xmlscan.Scanner) error {
	if s.Kind() == xmlscan.Start && s.Depth() == 1 {
		p.name = attr(s, "name")
	}
	return nil
}

// settlePivots decides which pivot tables become the cells they show: those that a fix names, and those whose values do not all come
// from cells that stay. The cache goes as a whole, since its shared items hold the values of the source even without records.
func (j *job) settlePivots() error {
	known := map[*opc.Part]bool{}
	for _, c := range j.caches {
		known[c.part] = true
		flat := j.flattened(c)
		for _, p := range c.tables {
			known[p.part] = true
			flat = flat || j.flatten[p.part] || j.drop[p.part] && !j.gone[p.sheet]
		}
		if flat || j.goneAny && !j.shown(c) {
			j.dropCache(c)
		}
	}
	for part := range j.flatten {
		if !known[part] {
			if err := j.flattenRecords(part); err != nil {
				return err
			}
		}
	}
	j.settleSlicers()
	return j.settleShownSlicers()
}

// flattenRecords takes a fix that names the records of a cache for the cache.
func (j *job) flattenRecords(part *opc.Part) error {
	for _, c := range j.caches {
		for _, r := range c.part.Rels {
			if r.Part == part {
				j.dropCache(c)
				return nil
			}
		}
	}
	return fmt.Errorf("%w: %s is no pivot table", ErrUnknown, part.Name)
}

// flattened reports whether a cache holds what goes, or can't be kept as what feeds it goes.
func (j *job) flattened(c *cache) bool {
	if j.flatten[c.part] || j.drop[c.part] || c.other && j.judge.cubes {
		return true
	}
	for _, r := range c.part.Rels {
		if r.Part != nil && (j.drop[r.Part] || j.flatten[r.Part]) {
			return true
		}
	}
	for _, ref := range c.refs {
		if ref.Name != "" {
			ref.Area = ""
		}
		if ref != (sml.Ref{}) && j.judge.ref(ref, origin{sheet: -1}) > safe {
			return true
		}
	}
	return false
}

// shown reports whether a sheet that stays shows a pivot table of the cache.
func (j *job) shown(c *cache) bool {
	for _, p := range c.tables {
		if !j.gone[p.sheet] {
			return true
		}
	}
	return false
}

// dropCache drops a cache and its pivot tables; the records hang on the definition alone.
func (j *job) dropCache(c *cache) {
	j.drop[c.part] = true
	for _, p := range c.tables {
		j.drop[p.part] = true
		j.judge.pivots = j.judge.pivots || !j.gone[p.sheet]
		j.slicers.dropPivot(j.wb.Sheets[p.sheet].Name, p.name)
	}
	j.slicers.caches[c.id] = c.id != ""
}

// editPivots renames in pivot tables that stay what the mask renames. There is nothing else to do: they are kept only if all they hold
// comes from cells that stay.
func (j *job) editPivots() error {
	if j.wb == nil || j.mask == nil {
		return nil
	}
	for _, part := range j.keptByType("pivotCacheDefinition") {
		if err := j.maskCache(part); err != nil {
			return err
		}
		for _, r := range part.ByType("pivotCacheRecords") {
			if r.Part != nil && j.kept[r.Part] {
				if err := j.maskCache(r.Part); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// maskCache masks the texts and numbers that a cache repeats from cells (18.10.1.85 s, 18.10.1.60 n).
func (j *job) maskCache(part *opc.Part) error {
	where := inspect.Part{Part: part.Name}
	return j.rewrite(part, func(r io.Reader, w io.Writer) error {
		return splice(j.ctx, r, w, nil, func(p *splicer) (action, error) {
			if !p.s.Is("s") && !p.s.Is("n") || p.parent() != "sharedItems" && p.parent() != "r" {
				return keep, nil
			}
			old := attr(p.s, "v")
			masked := j.mask(where, old)
			if masked == old || old == "" {
				return keep, nil
			}
			p.with("v", masked)
			if p.s.Is("n") {
				p.tag = []byte(strings.Replace(string(p.tag), "n ", "s ", 1))
			}
			return keep, nil
		})
	})
}
