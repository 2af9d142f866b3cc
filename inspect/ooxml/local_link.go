package ooxml

import (
	"context"
	"net/url"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// LocalLink is a relationship that leads to a file, a server or a mail address outside the package.
var LocalLink = &inspect.Place{
	ID:     "ooxml/local-link",
	Title:  inspect.Words{JA: "ほかのファイルの場所（サーバー名が分かることがあります）", EN: "links to local files"},
	Why:    inspect.Words{JA: "共有フォルダーやパソコンの中の場所、宛先のメールアドレスが書かれています。", EN: "They name shared folders, paths on a computer or mail addresses."},
	Advice: inspect.Words{JA: "必要のないリンクは消してください。", EN: "Remove links that are not needed."},
	Weight: inspect.Note, Action: inspect.Ask,
}

// Links emits the relationships that lead outside the package to something other than the public web: links that a reader follows, and
// files that the document takes something from (linked objects and pictures, parts of a master document, frames).
func (p *Package) Links(_ context.Context, emit Emit) error {
	for _, part := range p.Parts {
		for _, rel := range part.Rels {
			if !rel.External || !local(rel.Target) || elsewhere(part, rel) {
				continue
			}
			it := inspect.Item{
				Where: inspect.Part{Part: part.Name}, Text: plain(rel.Target), Labels: []string{"path"},
				Place: LocalLink, Fix: inspect.DropLink{Part: part.Name, ID: rel.ID},
			}
			if TypeIs(rel, "hyperlink") {
				it.Labels = []string{"hyperlink"}
			}
			if err := emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// elsewhere reports whether a relationship to the outside is part of another place: a book whose values were copied, the template of
// a document, the list of a form letter.
func elsewhere(part *opc.Part, rel *opc.Rel) bool {
	return strings.HasSuffix(part.ContentType, "externallink+xml") || TypeIs(rel, "attachedTemplate") ||
		TypeIs(rel, "mailMergeSource") || TypeIs(rel, "mailMergeHeaderSource")
}

// local reports whether a link's target is anything but a page of the public web or a place in the same document.
func local(target string) bool {
	lower := strings.ToLower(target)
	return !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(target, "#")
}

// plain undoes the percent-encoding of a target, so that detectors can read it.
func plain(target string) string {
	if s, err := url.PathUnescape(target); err == nil {
		return s
	}
	return target
}
