package pdf

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// LinkPath is a link to a place in somebody's network or computer: a shared folder, a file, a program (12.6.4).
var LinkPath = &inspect.Place{
	ID:     "pdf/link-path",
	Title:  inspect.Words{JA: "庁内・社内のフォルダーへのリンク", EN: "link into an internal network"},
	Why:    inspect.Words{JA: "サーバーの名前や、職員の名前の入ったフォルダー名が分かってしまいます。", EN: "It reveals names of servers, and of folders that may be named after people."},
	Advice: inspect.Words{JA: "公開用ファイルではリンクを消します。ふつうの Web のリンクは残します。", EN: "The link is removed from the copy. Plain web links stay."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// links emits links that lead elsewhere than to the web. A web address stays as it is, and is looked at like visible text: it may hold
// a token or a name.
func (d *document) links(p *page) error {
	for i := range p.Annots {
		a := &p.Annots[i]
		target := d.target(a.Dict["A"])
		if d.linked[pdf.ObjectNumber(a.Dict["A"])] = true; target == "" {
			continue
		}
		d.paths.add(target)
		it := inspect.Item{Where: p.where(a.Rect), Text: target, Labels: []string{"link"}}
		if !web(target) {
			it.Place, it.Fix = LinkPath, inspect.DropAnnotation{Page: p.n, N: a.N}
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// actions emits the paths into a network to which anything but a link on a page leads: what happens on opening, bookmarks, buttons,
// and what follows on another action (12.6.2, 12.6.3).
func (d *document) actions(context.Context) error {
	for _, n := range d.objects() {
		dict := dictOf(d.f.Object(n))
		if d.f.Name(dict["Subtype"]) == "Link" {
			continue
		}
		if err := d.actionsIn(n, dict, "", 0); err != nil {
			return err
		}
	}
	return nil
}

func (d *document) actionsIn(n int, dict dictionary, path string, depth int) error {
	if depth > maxNesting {
		return nil
	}
	if target := d.target(dict); target != "" && !web(target) && !(path == "" && d.linked[n]) {
		d.paths.add(target)
		it := inspect.Item{Where: part(n), Text: target, Labels: []string{"link"}, Place: LinkPath, Fix: inspect.DropEntry{Obj: n, Key: path}}
		if path == "" {
			it.Fix = inspect.DropObject{Obj: n}
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	for _, e := range nested(dict) {
		if inner, ok := e.value.(dictionary); ok {
			if err := d.actionsIn(n, inner, join2(path, e.key), depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// target returns where an action leads outside the file.
func (d *document) target(o object) string {
	a := d.f.Dict(o)
	switch d.f.Name(a["S"]) {
	case "URI":
		return d.f.Text(a["URI"])
	case "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Thread":
		if name := d.fileName(a["F"]); name != "" {
			return name
		}
		return d.fileName(a["Win"])
	}
	return ""
}

// fileName returns the name in a file specification (7.11).
func (d *document) fileName(o object) string {
	if s := d.f.Text(o); s != "" {
		return s
	}
	spec := d.f.Dict(o)
	for _, key := range [...]string{"UF", "F", "Unix", "Mac", "DOS"} {
		if s := d.f.Text(spec[key]); s != "" {
			return s
		}
	}
	return ""
}

func web(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, scheme := range [...]string{"http://", "https://", "mailto:", "tel:", "ftp://", "#", "www."} {
		if strings.HasPrefix(s, scheme) {
			return true
		}
	}
	return !strings.Contains(s, `\`) && !strings.Contains(s, "file:") && !strings.Contains(s, "/")
}
