package redact

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// Prove holds a copy to its promise: the second look, the search for residue and the comparison of what is seen. It returns what
// was checked and the copy's own result. If a lock fails, the error is a [*ProofError] and the copy must be thrown away.
func Prove(ctx context.Context, in *inspect.Inspector, copied *inspect.Source, p *Promise) (Proof, *inspect.Result, error) {
	ctx = limits.With(ctx, limits.NewBudget(in.Limits))
	hits, err := p.gone.Search(ctx, copied, copied.Size)
	if err != nil {
		return Proof{}, nil, broken(err)
	}
	look := &secondLook{p: p, seen: seen{}, left: map[string]int{}, people: map[string]bool{}, places: map[string]*inspect.Place{}, hits: hits}
	after := in.Watch(ctx, copied, look.at)
	if err := ctx.Err(); err != nil {
		return Proof{}, nil, err
	}
	if len(after.Unread) > 0 {
		return Proof{}, nil, broken(fmt.Errorf("%s: %s", after.Unread[0].Where, after.Unread[0].Reason))
	}
	look.seen.settle(p.pictures)
	for _, lock := range []func() error{look.leftovers, look.struck, look.residue, look.same} {
		if err := lock(); err != nil {
			return Proof{}, nil, err
		}
	}
	return Proof{Inspected: true, Searched: p.gone.Len(), Seen: look.seen.count(), Pages: p.pages}, after, nil
}

// broken is the error of a copy that can't even be read.
func broken(err error) error {
	return &ProofError{Lock: 2, Where: err.Error(), Words: inspect.Words{
		JA: "作った公開用ファイルを開き直せませんでした。公開用ファイルは保存していません。",
		EN: "The copy could not be opened again. It was not saved.",
	}}
}

// A secondLook is an inspection of the copy with the promise in hand.
type secondLook struct {
	p      *Promise
	seen   seen
	left   map[string]int
	people map[string]bool // by place: something of it holds people, or the place needs none
	places map[string]*inspect.Place
	hits   map[int]string
	page   int    // of the last visible texts
	line   string // the last of them
	shown  int    // a page on which a reader sees what was blacked out
}

// at takes a finding of the copy: what is hidden is counted, what is seen is summed up and excuses residue.
func (l *secondLook) at(f *inspect.Finding) {
	layer := l.layer(f)
	if f.Place != nil && !aSheet(f) && !l.ours(f) && !layer {
		key := leftKey(f.Place, f.Within)
		l.places[key] = f.Place
		l.left[key] += things(f)
		l.people[key] = l.people[key] || peopled(f)
	}
	switch {
	case f.ByEye > 0:
	case f.Glyphs != nil && (f.Place == nil || layer):
		l.onPage(f)
	case open(f.Holder):
		l.seen.add(f, f.Text)
	}
	if len(l.hits) > 0 && f.Text != "" && (layer || l.legitimate(f)) {
		l.p.gone.Excuse(l.hits, f.Text)
		l.excuseLine(f)
	}
}

// peopled reports whether a finding makes its place one: there are texts that are a place only with people in them, and which of several
// places a text belongs to may change with the tabs and pages around it.
func peopled(f *inspect.Finding) bool {
	if !f.Place.OnlyWithPeople || f.Child != nil {
		return true
	}
	f.Detect()
	return likely(f)
}

// layer reports whether a text lies, where nobody sees it, on a page that became a picture: it is what the picture shows. Whether it
// says that and nothing else is held by the comparison of what is seen.
func (l *secondLook) layer(f *inspect.Finding) bool {
	return recognised(f) && l.p.pictures[pageScope(f.Within, pageOf(f.Where))]
}

// onPage takes a text that a reader sees on a page of the copy: nothing that was struck, and in the boxes nothing but their labels.
func (l *secondLook) onPage(f *inspect.Finding) {
	boxes := l.p.boxes[pageScope(f.Within, pageOf(f.Where))]
	if open(f.Holder) {
		l.seen.glyphs(f, boxes)
	}
	if l.p.never.In(f.Text) {
		l.shown = pageOf(f.Where)
	}
	if len(boxes) == 0 {
		return
	}
	for g := range f.Glyphs {
		for _, b := range boxes {
			if g.End <= len(f.Text) && b.Area.Covers(g.Quad) && !strings.Contains(b.Label, f.Text[g.Start:g.End]) {
				l.shown = pageOf(f.Where)
			}
		}
	}
}

// ours reports whether a finding is no more than a remark about a box that was drawn here: how wide it is.
func (l *secondLook) ours(f *inspect.Finding) bool {
	at, ok := f.Where.(inspect.Box)
	if !ok || f.Text != "" || f.Place.Weight != inspect.Note {
		return false
	}
	q := inspect.Upright(at.Box[0], at.Box[1], at.Box[2], at.Box[3])
	return covered(l.p.boxes[pageScope(f.Within, at.Page)], q)
}

// struck is lock 2 for what was blacked out.
func (l *secondLook) struck() error {
	if l.shown == 0 {
		return nil
	}
	return &ProofError{Lock: 2, Where: inspect.Page{Page: l.shown}.Words().EN, Words: inspect.Words{
		JA: fmt.Sprintf("墨消しするはずの文字が、%dページにまだ見えています。公開用ファイルは保存していません。", l.shown),
		EN: fmt.Sprintf("Text that should be blacked out can still be seen on page %d. The copy was not saved.", l.shown),
	}}
}

// excuseLine excuses what stands over two neighbouring texts of a page: what is one text in a comment or a form is cut in pieces
// where it is laid out.
func (l *secondLook) excuseLine(f *inspect.Finding) {
	box, ok := f.Where.(inspect.Box)
	if !ok || f.Place != nil {
		return
	}
	if box.Page != l.page {
		l.page, l.line = box.Page, ""
	}
	l.line += f.Text
	l.p.gone.Excuse(l.hits, l.line)
	for len(l.line) > maxLine {
		_, n := utf8.DecodeRuneInString(l.line)
		l.line = l.line[n:]
	}
}

// maxLine is how much of the texts before is kept, in bytes.
const maxLine = 256

// legitimate reports whether a text may stand in the copy: a reader sees it, meets it as the description of something, or the plan left
// its place.
func (l *secondLook) legitimate(f *inspect.Finding) bool {
	if f.Place == nil && f.Holder == nil || f.Place != nil && aSheet(f) {
		return true
	}
	if _, described := f.Fix.(inspect.MaskTexts); described && f.Place != nil && !peopled(f) {
		return true
	}
	if literal(f) && l.takes(f) { // what stays of it says nothing of what was to go
		return false
	}
	if f.Holder != nil && f.Place == nil {
		return l.p.left[leftKey(f.Holder.Place, f.Holder.Within)] > 0
	}
	return l.p.left[leftKey(f.Place, f.Within)] > 0
}

// takes reports whether the plan takes the thing that a finding belongs to.
func (l *secondLook) takes(f *inspect.Finding) bool {
	key, _ := f.Thing()
	id := key.ID()
	return slices.ContainsFunc(l.p.plan.Take, func(e Entry) bool { return e.ID == id })
}

// aSheet reports whether a finding lies in a visible sheet that is a place only if it holds people: it is visible content, and what
// of it had to go is held by the other locks.
func aSheet(f *inspect.Finding) bool {
	_, sheet := f.Fix.(inspect.DropSheet)
	return sheet && f.Place.OnlyWithPeople
}

// leftovers is lock 2: of every place there is no more than the plan left.
func (l *secondLook) leftovers() error {
	for key, n := range l.left {
		place := l.places[key]
		if n <= l.p.left[key] || !l.people[key] {
			continue
		}
		return &ProofError{Lock: 2, Place: place.ID, Where: strings.ReplaceAll(strings.TrimPrefix(key, place.ID+"\x00"), "\x00", " > "), Words: inspect.Words{
			JA: "消したはずの「" + place.Title.JA + "」が残っています。公開用ファイルは保存していません。",
			EN: "“" + place.Title.EN + "” should be gone but is still there. The copy was not saved.",
		}}
	}
	return nil
}

// residue is lock 3: nothing of what was taken out stands in the copy's bytes, but for what a reader sees as before.
func (l *secondLook) residue() error {
	for _, part := range l.hits {
		return &ProofError{Lock: 3, Where: part, Words: inspect.Words{
			JA: fmt.Sprintf("消したはずの文字が、公開用ファイルの中（%s など、%d個）に残っています。公開用ファイルは保存していません。", part, len(l.hits)),
			EN: fmt.Sprintf("Text that was taken out is still in the copy (%s, %d in all). The copy was not saved.", part, len(l.hits)),
		}}
	}
	return nil
}

// same is lock 4: a reader sees the same as before.
func (l *secondLook) same() error {
	scope, differs := l.p.seen.differs(l.seen)
	if !differs {
		return nil
	}
	scope = strings.Trim(strings.ReplaceAll(scope, "\x00", " "), " ")
	return &ProofError{Lock: 4, Where: scope, Words: inspect.Words{
		JA: "見えている内容が元のファイルと変わってしまいました（" + scope + "）。公開用ファイルは保存していません。",
		EN: "What a reader sees has changed (" + scope + "). The copy was not saved.",
	}}
}

// Clean writes a copy of src without what the plan takes to w. It is [Build] and [Prove] in one process, with the copy held in
// memory; nothing reaches w before the proof holds. Before is the result that the plan was made of.
func Clean(ctx context.Context, in *inspect.Inspector, src *inspect.Source, before *inspect.Result, plan Plan, w io.Writer) (*Outcome, error) {
	return (*Ahead)(nil).Clean(ctx, in, src, before, plan, w)
}

// Clean is [Clean] with what was collected.
func (a *Ahead) Clean(ctx context.Context, in *inspect.Inspector, src *inspect.Source, before *inspect.Result, plan Plan, w io.Writer) (*Outcome, error) {
	var buf bytes.Buffer
	p, err := a.Build(ctx, in, src, plan, &buf)
	if err != nil {
		return nil, err
	}
	copied := &inspect.Source{Name: src.Name, ReaderAt: bytes.NewReader(buf.Bytes()), Size: int64(buf.Len())}
	proof, after, err := Prove(ctx, in, copied, p)
	if err != nil {
		return nil, err
	}
	out := NewOutcome(p, before, after, proof)
	_, err = buf.WriteTo(w)
	return out, err
}
