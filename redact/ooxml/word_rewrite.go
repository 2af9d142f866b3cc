package ooxml

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A wordJob is the rewriting of one Word document. Its stories (ECMA-376 part 1, 17.2.1) are edited one by one, each in memory; what
// any package has in common is done as for a workbook.
type wordJob struct {
	*job
	doc      *wml.Document
	stories  map[*opc.Part]*storyFixes
	sessions bool // the numbers of editing sessions go
	comments bool // the comments go, and with them their marks in the text
}

// storyFixes is what the fixes say of one story.
type storyFixes struct {
	accept   bool
	blot     bool
	drop     map[string]bool // classes of text: "hidden", "faint", "tiny", "merged", "outside", "unused", "shape", "covered"
	unlink   map[string]bool // kinds of fields: "code", "entry", "talk"
	elements map[string]bool
	nth      map[inspect.DropElement]bool // those that are named by their number
}

// RewriteWord writes a copy of the Word document in src to w in which the fixes are carried out and texts are as mask answers; a nil mask
// leaves them. See [Rewrite] for what holds of both.
func RewriteWord(ctx context.Context, src *inspect.Source, fixes []inspect.Fix, mask Mask, w io.Writer) (*Notes, error) {
	ctx = limits.With(ctx, roomy(ctx))
	pkg, err := opc.Open(ctx, src, src.Size)
	if err != nil {
		return nil, err
	}
	j := &wordJob{job: newJob(ctx, pkg, mask), stories: map[*opc.Part]*storyFixes{}}
	if j.doc, err = wml.Open(ctx, pkg); err != nil {
		return nil, err
	}
	for _, st := range j.doc.Stories {
		j.stories[st.Part] = &storyFixes{drop: map[string]bool{}, unlink: map[string]bool{}, elements: map[string]bool{}, nth: map[inspect.DropElement]bool{}}
	}
	for _, fix := range fixes {
		if err := j.takeWord(fix); err != nil {
			return nil, err
		}
	}
	for _, step := range []func() error{
		j.settleWord, j.editPictures, j.editElements, j.pruneSettings, j.editStories, j.editSessions, j.editDiagrams,
		j.editDrawings, j.editCharts, j.editReferences, j.editProperties,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	_, err = j.edit().Write(ctx, w)
	return &j.notes, err
}

// takeWord notes what a fix says.
func (j *wordJob) takeWord(fix inspect.Fix) error {
	var name string
	var note func(*storyFixes)
	switch fix := fix.(type) {
	case inspect.AcceptChanges:
		name, note = fix.Part, func(f *storyFixes) { f.accept = true }
	case inspect.BlotText:
		name, note = fix.Part, func(f *storyFixes) { f.blot = true }
	case inspect.DropText:
		name, note = fix.Part, func(f *storyFixes) { f.drop[fix.Of] = true }
	case inspect.Unlink:
		name, note = fix.Part, func(f *storyFixes) { f.unlink[fix.Of] = true }
	case inspect.DropSessions:
		j.sessions = true
		return nil
	case inspect.DropElement:
		if j.stories[j.pkg.Part(fix.Part)] == nil {
			return j.take(fix)
		}
		name, note = fix.Part, func(f *storyFixes) { f.elements[fix.Element] = true }
		if fix.Element == "Fallback" {
			note = func(f *storyFixes) { f.nth[fix] = true }
		}
	default:
		return j.take(fix)
	}
	part := j.pkg.Part(name)
	if part == nil {
		return fmt.Errorf("%w: %s", ErrNoPart, name)
	}
	f := j.stories[part]
	if f == nil {
		return fmt.Errorf("%w: %s is no story", ErrUnknown, name)
	}
	note(f)
	return nil
}

// settleWord settles what goes along with what the fixes name: a chart whose workbook goes keeps its points as they are drawn.
func (j *wordJob) settleWord() error {
	j.comments = j.dropsType("comments")
	for _, kind := range [...]string{"chart", "chartEx"} {
		for _, rel := range j.pkg.ByType(kind) {
			if rel.Part == nil {
				continue
			}
			for _, r := range rel.Part.Rels {
				if r.Part != nil && j.drop[r.Part] && (strings.HasSuffix(r.Type, "/package") || strings.HasSuffix(r.Type, "/oleObject")) {
					j.literal[rel.Part] = true
				}
			}
		}
	}
	if err := j.maskLinks(); err != nil {
		return err
	}
	if j.sessions && j.doc.Settings != nil && !j.drop[j.doc.Settings] {
		j.elements[j.doc.Settings] = append(j.elements[j.doc.Settings], inspect.DropElement{Part: j.doc.Settings.Name, Element: "rsids"})
	}
	j.kept = j.reach()
	return nil
}

// pruneSettings drops the relationships of the settings that were used only by elements which go, such as the source of a mail merge.
func (j *wordJob) pruneSettings() error {
	if part := j.doc.Settings; part != nil && j.kept[part] && len(j.job.elements[part]) > 0 {
		return j.pruneRels(part)
	}
	return nil
}

// pruneRels drops the relationships of a part that its text named before the edit and names no more. What only they led to goes too.
func (j *wordJob) pruneRels(part *opc.Part) error {
	if j.held[part] == nil {
		return nil
	}
	var used [2]map[string]bool
	for i, open := range [...]func() (io.ReadCloser, error){
		func() (io.ReadCloser, error) { return part.Open(j.ctx) },
		func() (io.ReadCloser, error) { return j.open(part) },
	} {
		r, err := open()
		if err != nil {
			return err
		}
		used[i], err = namedRels(j.ctx, r)
		r.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	for _, rel := range part.Rels {
		if used[0][rel.ID] && !used[1][rel.ID] {
			j.dropRels[rel] = true
		}
	}
	j.kept = j.reach()
	return nil
}

// namedRels returns the relationships that an XML part names.
func namedRels(ctx context.Context, r io.Reader) (map[string]bool, error) {
	ids := map[string]bool{}
	s := xmlscan.New(ctx, r)
	for s.Next() {
		if s.Kind() != xmlscan.Start {
			continue
		}
		s.Attrs(func(space string, local, value []byte) bool {
			if refersBy(space, string(local)) {
				ids[string(value)] = true
			}
			return true
		})
	}
	return ids, s.Err()
}

// refersBy reports whether an attribute names a relationship: those of the namespace of relationships, and relid in VML (part 4,
// 19.2.2).
func refersBy(space, local string) bool {
	return space == opc.Transitional || space == opc.Strict || local == "relid"
}

// editSessions removes the numbers of editing sessions from the parts beside the stories (17.15.1.70 rsid).
func (j *wordJob) editSessions() error {
	if !j.sessions {
		return nil
	}
	for _, kind := range [...]string{"styles", "stylesWithEffects", "numbering"} {
		for _, part := range j.keptByType(kind) {
			err := j.rewrite(part, func(r io.Reader, w io.Writer) error {
				return xmlscan.Rewrite(j.ctx, r, w, func(s *xmlscan.Scanner, out *xmlscan.Out) error {
					if s.Kind() == xmlscan.Start && s.Is("rsid") {
						out.Drop()
					}
					return nil
				})
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// editDiagrams masks the texts of diagrams, as data and as drawn.
func (j *wordJob) editDiagrams() error {
	if j.mask == nil {
		return nil
	}
	for _, kind := range [...]string{"diagramData", "diagramDrawing"} {
		for _, part := range j.keptByType(kind) {
			if err := j.spliceSmall(part, j.paragraphHook(part)); err != nil {
				return err
			}
		}
	}
	return nil
}
