package ooxml

import (
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// partAt is the location of a part.
func partAt(part *opc.Part) inspect.Location { return inspect.Part{Part: part.Name} }

// editDrawings edits the drawings of the sheets that stay (ECMA-376 part 1, 20.5), their legacy twins in VML (part 4, 19) and the
// properties of form controls: objects whose part goes, texts and pictures taken from cells that go, links and macros.
func (j *job) editDrawings() error {
	for _, t := range [...]string{"drawing", "chartUserShapes"} {
		for _, part := range j.keptByType(t) {
			if err := j.spliceSmall(part, j.drawingHook(part), dropReferences(j.dangling(part)), j.paragraphHook(part)); err != nil {
				return err
			}
		}
	}
	if j.judge == nil || !j.takes() {
		return nil
	}
	for _, part := range j.keptByType("vmlDrawing") {
		if err := j.spliceSmall(part, j.vmlHook); err != nil {
			return err
		}
	}
	for _, part := range j.keptByType("ctrlProp") {
		r := &rules{j: j, at: origin{sheet: -1}}
		err := j.rewrite(part, func(in io.Reader, w io.Writer) error { return splice(j.ctx, in, w, r.judge, r.hook) })
		if err != nil {
			return err
		}
	}
	return nil
}

// reads reports whether a formula of an object names what goes.
func (j *job) reads(formula string) bool {
	return formula != "" && j.judge != nil && j.judge.formula(formula, origin{sheet: -1}) == sure
}

// drawingHook unties shapes from cells that go; the text that they showed is stored in them. A picture that a camera took stays as a
// picture.
func (j *job) drawingHook(part *opc.Part) hook {
	where := partAt(part)
	return func(p *splicer) (action, error) {
		s := p.s
		j.maskDescription(where, p)
		switch {
		case j.judge == nil:
		case s.Is("sp"), s.Is("pic"), s.Is("cxnSp"), s.Is("graphicFrame"):
			if v, ok := s.Attr("textlink"); ok && j.reads(string(v)) {
				p.without("textlink")
			}
			if _, ok := s.Attr("macro"); ok && j.judge.macros {
				p.with("macro", "")
			}
		case s.Is("cameraTool"):
			if v, ok := s.Attr("cellRange"); ok && j.reads(string(v)) {
				return drop, nil
			}
		case s.Is("slicer"), s.Is("timeslicer"):
			if j.slicers.gone[attr(s, "name")] {
				return drop, nil
			}
		}
		return keep, nil
	}
}

// vmlHook leaves out the formulas of controls and cameras that name what goes (part 4, 19.4.2).
func (j *job) vmlHook(p *splicer) (action, error) {
	local := string(p.s.LocalBytes())
	if !strings.HasPrefix(local, "Fmla") {
		return keep, nil
	}
	if local == "FmlaMacro" {
		if j.judge.macros {
			return drop, nil
		}
		return keep, nil
	}
	start := len(p.buf)
	p.buf = append(p.buf, p.s.Raw()...)
	if j.reads(p.readRaw()) {
		p.buf = p.buf[:start]
	}
	return done, nil
}

// dropNoteShapes takes the shapes of notes out of the legacy drawing of a sheet, or drops it if it has no others.
func (j *job) dropNoteShapes(sheet *opc.Part) error {
	for _, r := range sheet.ByType("vmlDrawing") {
		if r.Part == nil || j.drop[r.Part] {
			continue
		}
		notes, others := 0, 0
		err := j.scan(r.Part, func(s *xmlscan.Scanner) error {
			switch {
			case s.Kind() != xmlscan.Start:
			case s.Is("ClientData") && attr(s, "ObjectType") == "Note":
				notes++
			case s.Is("ClientData"), s.Is("imagedata"):
				others++
			}
			return nil
		})
		if err != nil {
			return err
		}
		if others == 0 {
			j.drop[r.Part] = true
			continue
		}
		if notes == 0 {
			continue
		}
		err = j.spliceSmall(r.Part, func(p *splicer) (action, error) {
			switch {
			case p.s.Is("shape"), p.s.Is("rect"):
				return item, nil
			case p.s.Is("ClientData") && attr(p.s, "ObjectType") == "Note":
				return dropAround, nil
			}
			return keep, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Namespaces of DrawingML, transitional and strict.
const (
	nsDrawing       = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsDrawingStrict = "http://purl.oclc.org/ooxml/drawingml/main"
)

// paragraphHook masks the paragraphs of shapes and titles (21.1.2.2.6). The first run takes the whole text, since a name may be spread
// over several.
func (j *job) paragraphHook(part *opc.Part) hook {
	return j.runsHook(partAt(part), func(s *xmlscan.Scanner) bool {
		return s.Is("p") && (s.Space() == nsDrawing || s.Space() == nsDrawingStrict)
	})
}

// runsHook masks elements whose text is made of runs.
func (j *job) runsHook(where inspect.Location, begins func(*xmlscan.Scanner) bool) hook {
	return func(p *splicer) (action, error) {
		if j.mask == nil || !begins(p.s) {
			return keep, nil
		}
		start := len(p.buf)
		p.buf = append(p.buf, p.s.Raw()...)
		var runs [][2]int // contents of t elements in buf
		var text []byte
		for depth := p.s.Depth(); p.s.Next(); {
			inRun := len(runs) > 0 && runs[len(runs)-1][1] == 0
			switch {
			case p.s.Kind() == xmlscan.Text && inRun:
				text = append(text, p.s.Text()...)
			case p.s.Kind() == xmlscan.End && inRun:
				runs[len(runs)-1][1] = len(p.buf)
			}
			p.buf = append(p.buf, p.s.Raw()...)
			if p.s.Kind() == xmlscan.Start && p.s.Is("t") && !p.s.SelfClosing() {
				runs = append(runs, [2]int{len(p.buf), 0})
			}
			if p.s.Kind() == xmlscan.End && p.s.Depth() == depth {
				break
			}
		}
		if len(text) == 0 {
			return done, nil
		}
		if masked := j.mask(where, string(text)); masked != string(text) {
			p.buf = replaceRuns(p.buf, start, runs, masked)
		}
		return done, nil
	}
}

// replaceRuns puts a text into the first of the runs and empties the others.
func replaceRuns(buf []byte, start int, runs [][2]int, text string) []byte {
	tail := append([]byte(nil), buf[start:]...)
	out, at := buf[:start], 0
	for i, r := range runs {
		out = append(out, tail[at:r[0]-start]...)
		if i == 0 {
			out = xmlscan.Escape(out, text)
		}
		at = r[1] - start
	}
	return append(out, tail[at:]...)
}
