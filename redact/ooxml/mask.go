package ooxml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// tells reports whether a text holds what is masked. What can't hold a blot, such as a formula or a link, goes or is frozen.
func (j *job) tells(text string) bool {
	return j.mask != nil && text != "" && j.mask(nil, text) != text
}

// maskLinks cuts the links to the outside that hold what is masked: the address of a mail.
func (j *job) maskLinks() error {
	if j.mask == nil {
		return nil
	}
	for _, part := range j.pkg.Parts {
		for _, rel := range part.Rels {
			target := wml.Target(rel.Target)
			if rel.External && j.mask(partAt(part), target) != target {
				j.dropRels[rel] = true
			}
		}
	}
	return nil
}

// spoken are the attributes of a sheet that hold text for people, or values of cells: tips of links (ECMA-376 part 1, 18.3.1.47), messages
// of validations (18.3.1.33), criteria of filters (18.3.2.6, 18.3.2.2), the text of a rule (18.3.1.10).
var spoken = [...]string{"tooltip", "display", "prompt", "promptTitle", "error", "errorTitle", "val", "text"}

// toldAttrs returns the attributes of a tag that hold what is masked, each before its new value.
func (j *job) toldAttrs(where inspect.Location, s *xmlscan.Scanner) []string {
	if j.mask == nil {
		return nil
	}
	var told []string
	for _, name := range spoken {
		v, ok := s.Attr(name)
		if !ok || len(v) == 0 {
			continue
		}
		if masked := j.mask(where, string(v)); masked != string(v) {
			told = append(told, name, masked)
		}
	}
	return told
}

func (j *job) maskAttrs(where inspect.Location, p *splicer) {
	told := j.toldAttrs(where, p.s)
	for i := 0; i < len(told); i += 2 {
		p.with(told[i], told[i+1])
	}
}

// editComments masks the comments that stay (18.7.3), their authors, threads and persons (MS-XLSX 2.6.205, 2.6.203).
func (j *job) editComments() error {
	if j.mask == nil || j.wb == nil {
		return nil
	}
	for _, t := range [...]string{"comments", "threadedComment", "person"} {
		for _, part := range j.keptByType(t) {
			if err := j.spliceSmall(part, j.commentHook(part)); err != nil {
				return err
			}
		}
	}
	return nil
}

// describing are the attributes of a drawing that describe a shape or a link (20.1.2.2.8, 21.1.2.3.5).
var describing = [...]string{"descr", "title", "name", "tooltip"}

// maskDescription masks what describes a shape or a link.
func (j *job) maskDescription(where inspect.Location, p *splicer) {
	if j.mask == nil || !p.s.Is("cNvPr") && !p.s.Is("hlinkClick") && !p.s.Is("hlinkHover") {
		return
	}
	for _, name := range describing {
		if v := attr(p.s, name); v != "" && j.mask(where, v) != v {
			p.with(name, j.mask(where, v))
		}
	}
}

func (j *job) commentHook(part *opc.Part) hook {
	where := partAt(part)
	threads := strings.Contains(strings.ToLower(part.Name), "thread")
	runs := j.runsHook(where, func(s *xmlscan.Scanner) bool { return s.Is("text") && !threads })
	return func(p *splicer) (action, error) {
		switch {
		case p.s.Is("author"), p.s.Is("text") && threads:
			return j.maskElement(p, func(s string) string { return j.mask(where, s) }), nil
		case p.s.Is("person"):
			for _, name := range [...]string{"displayName", "userId"} {
				if v := attr(p.s, name); j.tells(v) {
					p.with(name, j.mask(where, v))
				}
			}
		}
		return runs(p)
	}
}
