package pdf

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
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
		if target == "" {
			continue
		}
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

// target returns where an action leads outside the file.
func (d *document) target(o object) string {
	a := d.f.Dict(o)
	switch d.f.Name(a["S"]) {
	case "URI":
		return d.f.Text(a["URI"])
	case "Launch", "GoToR", "SubmitForm", "ImportData":
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
