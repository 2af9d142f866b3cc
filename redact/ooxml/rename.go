package ooxml

import (
	"io"
	"net/url"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A renaming gives tabs other names (ECMA-376 part 1, 18.2.19). A name stands in formulas of every kind, in links, pivot caches, charts,
// drawings, controls and properties; so every XML part is read through the renaming, and all that is done to it then knows the new
// names only.
type renaming struct {
	j     *job
	names map[string]string // by folded old name
}

// renameTabs sets the renaming up that fixes name, and reads the workbook anew.
func (j *job) renameTabs(fixes []inspect.Fix) error {
	n := &renaming{j: j, names: map[string]string{}}
	for _, fix := range fixes {
		tab, ok := fix.(inspect.RenameSheet)
		if !ok || j.wb == nil {
			continue
		}
		for _, sh := range j.wb.Sheets {
			if sh.Part != nil && sh.Part.Name == tab.Part {
				n.names[sml.FoldName(sh.Name)] = tab.Name
			}
		}
	}
	if len(n.names) == 0 {
		return nil
	}
	for _, part := range j.pkg.Parts {
		if markup(part) && part.Translate == nil {
			part.Translate = n.through
			if !part.IsRels() {
				j.renamed = append(j.renamed, part)
			}
		}
	}
	var err error
	j.wb, err = sml.ReadWorkbook(j.ctx, j.pkg)
	return err
}

// markup reports whether a part is XML.
func markup(part *opc.Part) bool {
	if part.Name == "[Content_Types].xml" {
		return false
	}
	return part.IsRels() || strings.HasSuffix(part.ContentType, "xml") || strings.HasSuffix(part.ContentType, "vmldrawing")
}

// through returns what a part reads with the new names.
func (n *renaming) through(rc io.ReadCloser) io.ReadCloser {
	r, w := io.Pipe()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.CloseWithError(splice(n.j.ctx, rc, w, nil, n.hook))
	}()
	return &renamed{r, rc, ended}
}

// A renamed part is read while it is rewritten.
type renamed struct {
	*io.PipeReader
	rc    io.ReadCloser
	ended chan struct{}
}

func (r *renamed) Close() error {
	r.PipeReader.CloseWithError(io.ErrClosedPipe)
	<-r.ended
	return r.rc.Close()
}

// pointing are the attributes that hold a formula or a reference: of links (18.3.1.47), controls (18.3.1.20, MS-XLSX 2.6), objects
// (18.3.1.59), shapes (20.5.2.29) and pictures taken by the camera.
var pointing = [...]string{
	"location", "linkedCell", "listFillRange", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup", "textlink", "cellRange", "link",
}

func (n *renaming) hook(p *splicer) (action, error) {
	s := p.s
	switch string(s.LocalBytes()) {
	case "f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula", "sqref",
		"FmlaLink", "FmlaRange", "FmlaPict", "FmlaTxbx", "FmlaGroup":
		return n.text(p, n.formula), nil
	case "lpstr": // the titles of parts (22.2.2.24)
		return n.text(p, n.title), nil
	case "name":
		if p.parent() == "pivotSource" {
			return n.text(p, n.pivot), nil
		}
	case "sheet":
		if p.parent() == "sheets" {
			n.attr(p, "name", n.tab)
		}
	case "worksheetSource", "rangeSet", "dataRef":
		n.attr(p, "sheet", n.tab)
	case "cfvo":
		n.attr(p, "val", n.formula)
	case "Relationship":
		n.attr(p, "Target", n.target)
	case "sheetPr":
		if _, ok := n.names[sml.FoldName(attr(s, "codeName"))]; ok { // which only macros know it by
			p.without("codeName")
		}
	default:
		for _, name := range pointing {
			n.attr(p, name, n.formula)
		}
	}
	return keep, nil
}

// text changes the text of an element that holds nothing else.
func (n *renaming) text(p *splicer, change func(string) string) action {
	p.buf = append(p.buf, p.s.Raw()...)
	start := len(p.buf)
	old := p.readRaw()
	if now := change(old); now != old {
		end := append([]byte(nil), p.s.Raw()...)
		p.buf = append(xmlscan.Escape(p.buf[:start], now), end...)
	}
	return done
}

func (n *renaming) attr(p *splicer, name string, change func(string) string) {
	if old := attr(p.s, name); old != "" {
		if now := change(old); now != old {
			p.with(name, now)
		}
	}
}

func (n *renaming) formula(text string) string {
	return sml.RenameSheets(text, func(sheet string) (string, bool) {
		now, ok := n.names[sml.FoldName(sheet)]
		return now, ok
	})
}

func (n *renaming) tab(name string) string {
	if now, ok := n.names[sml.FoldName(name)]; ok {
		return now
	}
	return name
}

// title renames the title of a part: a tab, or a name on it.
func (n *renaming) title(text string) string {
	if now := n.tab(text); now != text {
		return now
	}
	return n.formula(text)
}

// pivot renames the tab of a pivot table that a chart draws, as "[Book.xlsx]Sheet!Name" (21.2.2.144).
func (n *renaming) pivot(text string) string {
	bang, from := strings.LastIndexByte(text, '!'), strings.LastIndexByte(text, ']')+1
	if bang < from {
		return text
	}
	tab := strings.ReplaceAll(strings.Trim(text[from:bang], "'"), "''", "'")
	if now := n.tab(tab); now != tab {
		return text[:from] + now + text[bang:]
	}
	return text
}

// target renames the tab that a link within the workbook leads to.
func (n *renaming) target(text string) string {
	at, ok := strings.CutPrefix(text, "#")
	if !ok {
		return text
	}
	if plain, err := url.PathUnescape(at); err == nil {
		at = plain
	}
	if now := n.formula(at); now != at {
		return "#" + now
	}
	return text
}
