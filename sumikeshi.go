// Package sumikeshi finds what a reader does not see in a document that is about to be published, finds the personal data in it,
// takes it out of a copy, and proves that it is gone.
//
// [Check] looks and returns a result with a verdict: publish, look first, or do not publish. A file that could not be read to its
// end is never called clean; it has a verdict of its own. [Clean] writes a copy without what was found, and writes it only after
// the copy was opened again, searched byte for byte for what was taken out, and compared with what a reader saw before.
//
// Both work on a [inspect.Source]: bytes with a name. Nothing is written to disk and nothing is sent anywhere; results hold no
// value of the document unless Options.ShowValues says so. There is no global state: every call has its own options, and a program
// may add detectors of its own.
package sumikeshi

import (
	"context"
	"io"
	"slices"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/detectors/rules"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/csv"
	"github.com/sumikeshi/sumikeshi/inspect/docx"
	"github.com/sumikeshi/sumikeshi/inspect/other"
	"github.com/sumikeshi/sumikeshi/inspect/pdf"
	"github.com/sumikeshi/sumikeshi/inspect/text"
	"github.com/sumikeshi/sumikeshi/inspect/xlsx"
	"github.com/sumikeshi/sumikeshi/inspect/zip"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Options say how to look. The zero value is ready for use.
type Options struct {
	Limits     limits.Limits         // zero fields take their defaults
	ShowValues bool                  // put values into results as they are, instead of masked
	Password   string                // for encrypted files that need one; never part of a result or an error
	Detectors  []*detectors.Detector // beside those of [detectors.All]
	Rules      *rules.Rules          // a user's own, see [rules.Parse]
	Retired    []string              // hosts that the organisation gave up: links to them are secret-link
	Looked     inspect.Looked        // pages of scans that a person has looked at; marks add theirs
	Allow      []inspect.Allowed     // what may be published all the same, see [ParseAllow]
	Isolate    *Isolation            // read files in worker processes; nil: in this process
}

// NewInspector wires formats and detectors. This is the one place that names them all; the order is that of recognition.
func NewInspector(o Options) *inspect.Inspector {
	set := detectors.Standard()
	if len(o.Detectors) > 0 || o.Rules != nil || len(o.Retired) > 0 {
		all := append(detectors.All(), o.Detectors...)
		if o.Rules != nil {
			all = append(all, o.Rules.Detectors...)
		}
		set = detectors.NewSet(all, o.Retired...)
	}
	tables := inspect.Tables{Detectors: set}
	formats := []inspect.Format{pdf.Format{Tables: tables}, xlsx.Format{Tables: tables}, xlsx.Binary{Tables: tables}, docx.Format{Tables: tables}, zip.Format{}, csv.Format{Tables: tables}, text.Format{}}
	return &inspect.Inspector{
		Formats:    append(formats, other.Formats()...),
		Detectors:  set,
		Limits:     o.Limits,
		ShowValues: o.ShowValues,
		Password:   o.Password,
		Allow:      o.Allow,
		Looked:     o.Looked,
	}
}

// Check looks at src and at what lies inside it. A source that can't be read is a result with the verdict [inspect.NotRead]; the
// error is that of the context, or of worker processes that can't be started.
func Check(ctx context.Context, src *inspect.Source, o Options) (*inspect.Result, error) {
	if o.Isolate != nil {
		return o.Isolate.Check(ctx, src, o)
	}
	res := NewInspector(o).Check(ctx, src)
	return res, ctx.Err()
}

// Clean writes a copy of src without what the policy takes to w. Nothing reaches w before the copy is proved. The errors are those of
// [redact.Clean].
func Clean(ctx context.Context, src *inspect.Source, w io.Writer, o Options, r redact.Options) (*redact.Outcome, error) {
	o = o.with(r)
	if o.Isolate != nil {
		return o.Isolate.Clean(ctx, src, w, o, r)
	}
	in := NewInspector(o)
	before, ahead := redact.Check(ctx, in, src, r)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	plan, err := redact.NewPlan(asShown(ctx, in, src, before, r), r)
	if err != nil {
		return nil, err
	}
	return ahead.Clean(ctx, in, src, before, plan, w)
}

// MakePlan looks at src and says what [Clean] would take out of it with these options, without making a copy. A person may change the
// plan and give it back as [redact.Options].Plan. The plan is nil if src as a whole could not be read: the result says why.
func MakePlan(ctx context.Context, src *inspect.Source, o Options, r redact.Options) (*inspect.Result, *redact.Plan, error) {
	o = o.with(r)
	if o.Isolate != nil {
		in, unread := inputOf(src, o)
		if unread != nil {
			return unread, nil, nil
		}
		return o.Isolate.PlanFile(ctx, in, o, r)
	}
	in := NewInspector(o)
	res := in.Check(ctx, src)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	plan, err := planOf(in, asShown(ctx, in, src, res, r), r)
	return res, plan, err
}

// asShown returns what plans are made of: the result, or that of looking at src once more as the options will show it.
func asShown(ctx context.Context, in *inspect.Inspector, src *inspect.Source, res *inspect.Result, r redact.Options) *inspect.Result {
	view := redact.View(in, r)
	if view == in || res.Counts.Places[xlsx.FilteredRow.ID] == 0 {
		return res
	}
	return view.Check(ctx, src)
}

// with adds the pages that whoever marked them has looked at.
func (o Options) with(r redact.Options) Options {
	looked := r.LookedAt()
	o.Looked.All = o.Looked.All || looked.All
	o.Looked.Pages = slices.Concat(o.Looked.Pages, looked.Pages)
	return o
}

// planOf makes the plan of a source that was looked at; nil if nothing of it was read.
func planOf(in *inspect.Inspector, res *inspect.Result, r redact.Options) (*redact.Plan, error) {
	for _, u := range res.Unread {
		if u.Where == "file" {
			return nil, nil
		}
	}
	plan, err := redact.NewPlan(res, r)
	if err == nil {
		err = plan.Check(in)
	}
	if err != nil {
		return nil, err
	}
	return &plan, nil
}

// Comments returns the IDs of the places that are remarks of people, for [redact.Options].Keep.
func Comments() []string {
	return []string{xlsx.Comment.ID, xlsx.ThreadedComment.ID, docx.Comment.ID, pdf.AnnotationNote.ID}
}

// Attachments returns the IDs of the places that are files attached to PDF files, for [redact.Options].Keep. Those that stay are cleaned.
func Attachments() []string { return []string{pdf.Attachment.ID, pdf.Portfolio.ID} }

// Furigana returns the IDs of the places that are phonetic readings, for [redact.Options].Keep.
func Furigana() []string { return []string{xlsx.Furigana.ID} }
