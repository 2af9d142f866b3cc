package report

import (
	"fmt"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// htmlCopy is what a cleaning did with a file.
type htmlCopy struct {
	Made    bool
	AsIs    bool
	Problem string // why there is no copy
	Path    string
	SHA256  string
	Size    string
	Taken   []htmlPlace
	Left    []htmlPlace
	Masked  string
	Notes   []htmlPart
	More    int // notes that are not shown
	Proofs  []string
}

// copyRow adds to a file's line what became of it.
func (h *htmlWriter) copyRow(r *htmlRow, f *File) {
	o := f.Cleaned.Outcome
	switch {
	case o == nil:
		r.Then = &htmlMark{string(inspect.NotRead), h.say("no-copy")}
		r.Said = h.text.say(f.Cleaned.Problem)
		if r.Said == "" && len(f.Unread) > 0 {
			r.Said = h.text.unreadAdvice(f.Unread[0])
		}
		return
	case o.After == nil: // nobody looked again: that never is a good copy
		r.Then = &htmlMark{string(inspect.NotRead), h.text.say(inspect.NotRead.Words())}
	default:
		then := h.verdict(o.After.Verdict)
		r.Then = &then
	}
	r.Output = base(f.Cleaned.Output)
	switch {
	case o.After != nil && o.After.Verdict != inspect.OK:
		r.Said = h.text.told(o.After)
	case o.SHA256 == f.SHA256:
		r.Said = h.text.say(sayAsIs)
	default:
		r.Said = h.say("taken-proved")
	}
}

// copyLines say in one or two sentences what the copy is.
func (h *htmlWriter) copyLines(f *File) []string {
	o := f.Cleaned.Outcome
	lines := []string{h.text.say(sayCopied)}
	if o.SHA256 == f.SHA256 {
		lines[0] = h.text.say(sayAsIs)
	}
	if o.After != nil && o.After.Verdict != inspect.OK {
		return append(lines, h.text.told(o.After), h.text.say(sayCopyLeft))
	}
	return append(lines, h.say("copy-ok"))
}

func (h *htmlWriter) copied(f *File) *htmlCopy {
	o := f.Cleaned.Outcome
	c := &htmlCopy{Made: o != nil, Problem: h.text.say(f.Cleaned.Problem)}
	if o == nil {
		return c
	}
	c.AsIs = o.SHA256 == f.SHA256
	c.Path, c.SHA256, c.Size = clip(f.Cleaned.Output, 2*maxName), o.SHA256, size(o.Size)
	c.Taken, c.Left = h.entries(o.Taken, o.After), h.entries(o.Left, o.After)
	if len(o.Masked) > 0 {
		c.Masked = h.text.counts(o.Masked, len(o.Masked))
	}
	for i, n := range o.Notes {
		if i == maxUnread {
			c.More = len(o.Notes) - i
			break
		}
		c.Notes = append(c.Notes, htmlPart{clip(n.Where, maxName), h.text.say(inspect.Words{JA: n.JA, EN: n.EN})})
	}
	c.Proofs = h.proofs(o)
	return c
}

func (h *htmlWriter) entries(list []redact.Entry, after *inspect.Result) []htmlPlace {
	var out []htmlPlace
	for _, s := range h.text.gather(list) {
		p := h.place(s)
		if after != nil {
			p.After = after.Counts.Places[s.id]
		}
		out = append(out, p)
	}
	return out
}

// proofs say what held, one sentence a lock. A lock that had nothing to do is not boasted of. The numbers of the second look stand
// in the tables, beside those of the first.
func (h *htmlWriter) proofs(o *redact.Outcome) []string {
	var out []string
	if o.Proof.Inspected {
		out = append(out, h.say("proved"))
	}
	if n := o.Proof.Searched; n > 0 {
		out = append(out, fmt.Sprintf(h.text.say(saySearched), number(n)))
	}
	if n := o.Proof.Seen; n > 0 {
		out = append(out, fmt.Sprintf(h.text.say(saySeen), number(n)))
	}
	if n := o.Proof.Pages; n > 0 {
		out = append(out, fmt.Sprintf(h.text.say(sayPages), number(n)))
	}
	return append(out, h.say("original"))
}
