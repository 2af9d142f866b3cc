package redact

import (
	"context"
	"fmt"
	"io"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/unlock"
	"github.com/sumikeshi/sumikeshi/redact/ooxml"
	"github.com/sumikeshi/sumikeshi/redact/text"
	"github.com/sumikeshi/sumikeshi/redact/zip"
)

// Build writes a copy of src without what the plan takes to w. The copy is not proved: hold it to the promise with [Prove], and
// show it to nobody before. The source is inspected again, so that the plan need not hold any value.
//
// The error is an [*UnreadError] if a part that would remain could not be read.
func Build(ctx context.Context, in *inspect.Inspector, src *inspect.Source, plan Plan, w io.Writer) (*Promise, error) {
	return buildCopy(ctx, in, src, plan, nil, w)
}

func buildCopy(ctx context.Context, in *inspect.Inspector, src *inspect.Source, plan Plan, a *Ahead, w io.Writer) (*Promise, error) {
	if err := plan.Check(in); err != nil {
		return nil, err
	}
	in = View(in, plan.Options)
	ctx = unlock.With(ctx, in.Password)
	return calculated(ctx, in, src, plan, func(src *inspect.Source, plan Plan, fill bool) (*Promise, error) {
		b := newBuild(in, plan)
		b.fill = fill
		if !b.adopt(a, src) {
			if err := b.look(ctx, src); err != nil {
				return nil, err
			}
		}
		return b.run(ctx, src, w)
	})
}

// look inspects the source.
func (b *build) look(ctx context.Context, src *inspect.Source) error {
	if err := b.findMasks(ctx, src); err != nil {
		return err
	}
	return b.collect(ctx, src)
}

// run makes the copy of a source that was looked at.
func (b *build) run(ctx context.Context, src *inspect.Source, w io.Writer) (*Promise, error) {
	if len(b.unread) > 0 {
		return nil, &UnreadError{Parts: b.unread}
	}
	b.blackOut()
	if err := b.strikes.missed(); err != nil {
		return nil, err
	}
	b.noteEyes()
	if err := b.write(ctx, src, nil, w); err != nil {
		return nil, err
	}
	b.promise.gone.Freeze()
	b.promise.never.Freeze()
	b.promise.seen.settle(b.promise.pictures)
	b.promise.masked = b.masks.counts
	return b.promise, nil
}

// A build is one cleaning in progress.
type build struct {
	in      *inspect.Inspector
	plan    Plan
	take    map[string]bool           // by thing ID
	ids     map[inspect.ThingKey]bool // whether a thing is taken
	masks   masks
	strikes *strikes
	struck  []struck
	jobs    map[string]*job // by container
	unread  []inspect.Unread
	eyes    []int // pages that only a person has looked at
	promise *Promise
	fill    bool // results that are not stored may be worked out: then nothing is written

	answer   func(inspect.ThingKey) bool // whether a thing is taken, while there is no plan yet
	outer    outer
	removing *inspect.Finding
	names    func() bool // whether that one names somebody; made once, since there are millions

	identifies map[string]bool // kinds of personal data that tell who it is
}

func newBuild(in *inspect.Inspector, plan Plan) *build {
	b := &build{
		in: in, plan: plan, take: map[string]bool{}, ids: map[inspect.ThingKey]bool{}, jobs: map[string]*job{}, promise: newPromise(),
	}
	b.promise.plan = plan
	for _, e := range plan.Take {
		b.take[e.ID] = true
	}
	b.names = func() bool {
		b.removing.Detect()
		return named(b.removing)
	}
	b.identifies = map[string]bool{}
	for _, d := range in.Detectors.Detectors() {
		b.identifies[d.ID] = d.Person
	}
	b.masks = newMasks(in.Detectors, &plan)
	b.strikes = newStrikes(&b.masks, plan.Marks)
	return b
}

// taken reports whether the plan takes the finding, by itself or with what it lies in.
func (b *build) taken(f *inspect.Finding) bool {
	if b.outerTaken(f) {
		return true
	}
	if f.Fix != nil {
		if key, _ := f.Thing(); b.isTaken(key) {
			return true
		}
	}
	for h := f.Holder; h != nil; h = h.Outer {
		if b.isTaken(h.Key()) {
			return true
		}
	}
	return false
}

// outerTaken reports whether what the finding stands on goes as a whole. Millions of cells stand on one sheet.
func (b *build) outerTaken(f *inspect.Finding) bool {
	if f.Outer == nil {
		return false
	}
	var within *string
	if len(f.Within) > 0 {
		within = &f.Within[0]
	}
	if o := &b.outer; o.fix != f.Outer || o.within != within || o.depth != len(f.Within) {
		*o = outer{f.Outer, within, len(f.Within), b.isTaken(f.OuterThing())}
	}
	return b.outer.taken
}

// An outer is what the finding before stood on, the way to it, and whether it goes.
type outer struct {
	fix    inspect.Fix
	within *string
	depth  int
	taken  bool
}

func (b *build) isTaken(key inspect.ThingKey) bool {
	take, ok := b.ids[key]
	if !ok {
		if b.answer != nil {
			take = b.answer(key)
		} else {
			take = b.take[key.ID()]
		}
		b.ids[key] = take
	}
	return take
}

// literal reports whether the finding is text of which only the personal data goes: of a chart that is cut off from its cells and keeps
// its points, or of a description.
func literal(f *inspect.Finding) bool {
	switch fix := f.Fix.(type) {
	case inspect.Literal, inspect.MaskTexts:
		return true
	case inspect.Scrub:
		return fix.Of == "value"
	}
	return false
}

// likely reports whether the finding holds personal data that counts.
func likely(f *inspect.Finding) bool {
	for _, m := range f.Matches {
		if m.Sure >= detectors.Likely {
			return true
		}
	}
	return false
}

// collect streams the source once and notes what goes, what stays to be seen, and what must be done in which container.
func (b *build) collect(ctx context.Context, src *inspect.Source) error {
	err := b.in.Each(ctx, src, func(f *inspect.Finding) error {
		b.meet(f)
		return nil
	})
	if err != nil {
		return unreadSource(err)
	}
	return nil
}

// meet notes one finding.
func (b *build) meet(f *inspect.Finding) {
	taken := b.taken(f)
	b.strikes.meet(f)
	switch {
	case f.ByEye > 0:
		b.eyes = append(b.eyes, f.ByEye)
	case f.Unread != "" && !taken:
		b.unread = append(b.unread, inspect.NewUnread(f))
	case taken && (!literal(f) || b.outerTaken(f)):
		b.remove(f)
	default:
		b.keep(f, taken)
	}
}

func unreadSource(err error) error {
	return &UnreadError{Parts: []inspect.Unread{inspect.FileUnread(err)}}
}

// remove notes a finding that goes.
func (b *build) remove(f *inspect.Finding) {
	switch {
	case f.Raw:
		f.Detect()
		for _, m := range f.Matches {
			b.promise.gone.Add(f.Text[m.Start:m.End], m.Detector == "name")
		}
	case f.Text != "":
		b.removing = f
		b.promise.gone.AddIf(f.Text, b.names)
		if f.Glyphs != nil {
			b.removeValues(f)
		}
	}
	j := b.job(f.Within)
	if f.Fix == nil || b.outerTaken(f) || f.Holder != nil && b.heldTaken(f) {
		return
	}
	switch fix := f.Fix.(type) {
	case inspect.BlankCells, inspect.ShowRows:
		for u := range f.Each() {
			j.at(fix, u.Where)
		}
	default:
		j.add(fix)
	}
}

// removeValues notes what identifies somebody in a text of a page that goes: elsewhere it may stand by itself, or in other words.
func (b *build) removeValues(f *inspect.Finding) {
	f.Detect()
	for _, m := range f.Matches {
		if m.Sure >= detectors.Likely && b.identifies[m.Detector] {
			b.promise.gone.Add(f.Text[m.Start:m.End], m.Detector == "name")
		}
	}
}

// heldTaken reports whether the container that the finding lies in goes as a whole.
func (b *build) heldTaken(f *inspect.Finding) bool {
	for h := f.Holder; h != nil; h = h.Outer {
		if b.isTaken(h.Key()) {
			return true
		}
	}
	return false
}

// keep notes a finding that stays: what a reader sees of it must be the same in the copy.
func (b *build) keep(f *inspect.Finding, taken bool) {
	if fix, attached := f.Fix.(inspect.DropAttachment); attached && f.Child != nil {
		b.job(f.Within).attach(fix.Obj, f.Child.Name)
	}
	if taken {
		b.job(f.Within).add(f.Fix)
	}
	if sheet, ok := f.Fix.(inspect.DropSheet); ok && (f.Uses != nil || !serial(f)) && b.masks.inCells(f) {
		b.masks.count(f, b.masks.of(f.Where, f.Text))
		for u := range f.Each() {
			b.job(f.Within).at(inspect.BlankCells{Part: sheet.Part, Of: "mask"}, u.Where)
		}
		return
	}
	if f.Glyphs != nil {
		b.onPages(f)
		b.leave(f)
		return
	}
	if b.besidePages(f) {
		return
	}
	text := f.Text
	if masked, ok := b.masks.apply(f.Where, f.Text); ok {
		spans := b.masks.of(f.Where, f.Text)
		for _, s := range spans {
			if b.masks.inCells(f) { // what is equal elsewhere stays
				continue
			}
			b.promise.gone.Add(f.Text[s.start:s.end], s.kind == "name")
		}
		b.masks.count(f, spans)
		text = masked
	}
	b.meetTab(f, text)
	if open(f.Holder) {
		b.promise.seen.add(f, text)
	}
	b.leave(f)
}

// named reports whether a text is, or holds, somebody's name: then it is searched for from two characters on.
func named(f *inspect.Finding) bool {
	for _, m := range f.Matches {
		if m.Detector == "name" && m.Sure >= detectors.Likely {
			return true
		}
	}
	return false
}

// write carries the jobs out, for the source and for what lies in it.
func (b *build) write(ctx context.Context, src *inspect.Source, within []string, w io.Writer) error {
	src, err := b.in.Unlock(ctx, src)
	if err != nil {
		return err
	}
	if src.Locked && !b.plan.AllowUnencrypted {
		return errLocked
	}
	f := b.in.Recognize(src)
	if f == nil {
		return &inspect.UnreadError{Reason: inspect.Unsupported}
	}
	switch f.Name() {
	case "xlsx":
		return b.writeWorkbook(ctx, src, within, w)
	case "xlsb":
		return b.writeBinary(ctx, src, within, w)
	case "docx":
		notes, err := ooxml.RewriteWord(ctx, src, b.whole(within), b.masks.writer(), w)
		if err == nil {
			b.note(within, notes)
		}
		return err
	case "csv", "tsv", "text":
		return text.Rewrite(ctx, src, b.masks.writer(), w)
	case "zip":
		return b.writeZip(ctx, src, within, w)
	case "pdf":
		return b.writePDF(ctx, src, within, w)
	}
	return &inspect.UnreadError{Reason: inspect.Unsupported, Err: fmt.Errorf("no writer for %s", f.Name())}
}

// writeZip cleans the members of an archive.
func (b *build) writeZip(ctx context.Context, src *inspect.Source, within []string, w io.Writer) error {
	member := func(name string, src *inspect.Source, w io.Writer) (bool, error) {
		inside := append(within[:len(within):len(within)], name)
		return true, b.write(ctx, src, inside, w)
	}
	j := b.job(within)
	drop := func(name string) bool { return j.known[inspect.DropPart{Part: name}] }
	return zip.Rewrite(ctx, src, member, drop, w)
}
