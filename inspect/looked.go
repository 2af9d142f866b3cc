package inspect

import "slices"

// Looked names the pages of a document that a person has before their eyes, such as somebody who marks what of a scan is withheld. A
// picture without text on such a page is not unread: it is listed in [Result].LookedAt, and the verdict is [Review] at best. The
// pages are those of the source itself; files inside it are not meant.
type Looked struct {
	All   bool  `json:"all,omitempty"`
	Pages []int `json:"pages,omitempty"` // from 1
}

func (l *Looked) has(page int) bool { return l.All || slices.Contains(l.Pages, page) }

// looked turns a page that can't be read, but that a person has looked at, into a finding which says so.
func (f *Finding) looked(by *Looked) {
	if f.Unread != ImageOnly || len(f.Within) > 0 {
		return
	}
	if at, ok := f.Where.(Page); ok && by.has(at.Page) {
		f.Unread, f.ByEye = "", at.Page
	}
}
