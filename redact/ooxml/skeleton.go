package ooxml

import (
	"net/url"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// readSkeleton reads the small parts that say what depends on what: external references, tables, pivot caches and slicers.
func (j *job) readSkeleton() error {
	if j.wb == nil {
		return nil
	}
	err := j.scan(j.wb.Part, func(s *xmlscan.Scanner) error {
		if s.Kind() == xmlscan.Start && s.Is("externalReference") {
			j.books = append(j.books, sml.RelAttr(s, "id"))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, read := range []func() error{j.readTables, j.readCaches, j.readSlicers} {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

// settle drops what can't stay without what the fixes drop, as far as it can be told without judging formulas.
func (j *job) settle() error {
	if j.wb == nil {
		return nil
	}
	if j.goneAny {
		// A module for a sheet that is missing makes Excel repair the file; the chain of calculation names cells of the sheet.
		j.dropType("vbaProject", "calcChain", "volatileDependencies")
	}
	if j.dropsType("connections") {
		j.dropType("queryTable")
	}
	if j.dropsType("xmlMaps") {
		j.dropType("tableSingleCells")
	}
	return j.settleComments()
}

// settleScanned drops what the sheets that stay turned out not to need, and fixes what the copy will have.
func (j *job) settleScanned() error {
	if j.wb != nil && len(j.facts) > 0 {
		frozen, rich := false, false
		for _, f := range j.facts {
			frozen = frozen || f.freezes
			rich = rich || f.metadata
		}
		if frozen {
			j.dropType("calcChain", "volatileDependencies")
		}
		if !rich && (j.takes() || j.cards != nil) {
			j.dropRich()
		}
	}
	j.kept = j.reach()
	return j.settleRich()
}

// settleComments takes what shows and explains comments along with them: the shapes of the notes, which repeat their text, and the
// persons of threads. A thread also has a note of its own, for programs that know no threads.
func (j *job) settleComments() error {
	threads, threadsLeft := false, false
	for i, sh := range j.wb.Sheets {
		if sh.Part == nil {
			continue
		}
		for _, r := range sh.Part.ByType("threadedComment") {
			switch {
			case r.Part == nil:
			case j.drop[r.Part] || j.gone[i]:
				threads = true
				if err := j.dropThreadNotes(sh.Part); err != nil {
					return err
				}
			default:
				threadsLeft = true
			}
		}
	}
	if threads && !threadsLeft {
		j.dropType("person")
	}
	for _, sh := range j.wb.Sheets {
		if sh.Part != nil && !j.drop[sh.Part] && j.dropsOwn(sh.Part, "comments") {
			if err := j.dropNoteShapes(sh.Part); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropThreadNotes drops the comments of a sheet if they repeat threads.
func (j *job) dropThreadNotes(sheet *opc.Part) error {
	for _, r := range sheet.ByType("comments") {
		if r.Part == nil || j.drop[r.Part] {
			continue
		}
		err := j.scan(r.Part, func(s *xmlscan.Scanner) error {
			if s.Kind() == xmlscan.Text && strings.HasPrefix(string(s.Text()), "tc={") {
				j.drop[r.Part] = true
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// dropsOwn reports whether a part of a type that belongs to this source goes.
func (j *job) dropsOwn(source *opc.Part, relType string) bool {
	for _, r := range source.ByType(relType) {
		if r.Part != nil && j.drop[r.Part] {
			return true
		}
	}
	return false
}

// deadLinks returns the relationships to places in the workbook that are no longer there: a picture's link to a dropped sheet.
func (j *job) deadLinks() map[*opc.Rel]bool {
	dead := map[*opc.Rel]bool{}
	for part := range j.kept {
		for _, r := range part.Rels {
			if j.deadLink(r) {
				dead[r] = true
			}
		}
	}
	return dead
}

// deadLink reports whether a relationship goes by itself: it leads to a cell of a dropped sheet, or to the data of a chart that is cut.
func (j *job) deadLink(r *opc.Rel) bool {
	if j.dropRels[r] {
		return true
	}
	if j.judge == nil || !j.goneAny || r.Part != nil || !strings.HasPrefix(r.Target, "#") {
		return false
	}
	return j.judge.formula(place(r.Target), origin{sheet: -1}) == sure
}

// place returns the reference in a link's target: "#Sheet!A1", percent-encoded or not.
func place(target string) string {
	target = strings.TrimPrefix(target, "#")
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// dangling returns the IDs of a part's relationships that the copy does not have.
func (j *job) dangling(part *opc.Part) map[string]bool {
	ids := map[string]bool{}
	for _, r := range part.Rels {
		if r.Part != nil && j.drop[r.Part] || j.deadLink(r) {
			ids[r.ID] = true
		}
	}
	return ids
}

// editReferences takes dangling references out of every other part.
func (j *job) editReferences() error {
	for _, part := range j.pkg.Parts {
		if !j.kept[part] || j.streamed(part) || part.IsRels() || !strings.HasSuffix(part.ContentType, "xml") {
			continue
		}
		if ids := j.dangling(part); len(ids) > 0 {
			if err := j.spliceSmall(part, dropReferences(ids)); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropReferences is a hook that takes out what refers to relationships which the copy does not have; an
// object of a drawing goes as a whole. Some elements lose the attribute alone, since they say more
// than where it leads: the page setup of a sheet, whose reference is to printer settings, a link in a Word document, and a picture that is
// stored here and linked too.
func dropReferences(ids map[string]bool) hook {
	refers := func(space string, _, value []byte) bool {
		return (space == opc.Transitional || space == opc.Strict) && ids[string(value)]
	}
	return func(p *splicer) (action, error) {
		found, stored := false, false
		p.s.Attrs(func(space string, local, value []byte) bool {
			gone := refers(space, local, value)
			found, stored = found || gone, stored || !gone && string(local) == "embed"
			return true
		})
		switch {
		case !found:
			return keep, nil
		case p.s.Is("pageSetup"), p.s.Is("worksheetSource"), p.s.Is("hyperlink") && strings.Contains(p.s.Space(), "wordprocessingml"), p.s.Is("blip") && stored, len(p.open) == 0:
			p.tag = p.s.AppendTagWithout(nil, refers)
			return keep, nil
		}
		return drop, nil
	}
}
