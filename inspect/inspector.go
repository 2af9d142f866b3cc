package inspect

import (
	"context"
	"errors"
	"iter"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/unfilter"
	"github.com/sumikeshi/sumikeshi/internal/unlock"
)

// An Inspector knows the formats and the detectors, and walks a source with them. Its fields are set once; it is then safe for
// concurrent use.
type Inspector struct {
	Formats    []Format // in order of recognition; the last one should recognise everything
	Detectors  *detectors.Set
	Limits     limits.Limits // zero fields take their defaults
	ShowValues bool          // put values into results as they are, instead of masked
	Password   string        // for encrypted files that need one
	Allow      []Allowed     // what may be published all the same
	Looked     Looked        // pages that a person has looked at

	// Unfiltered counts the rows that a filter hides as shown, because the filters will be taken away: each is announced with that
	// as its fix, and its cells are what a reader sees.
	Unfiltered bool
}

// Places returns every hiding place of every format, each once, in order.
func (in *Inspector) Places() []*Place {
	var all []*Place
	seen := map[*Place]bool{}
	for _, f := range in.Formats {
		for _, p := range f.Places() {
			if !seen[p] {
				seen[p] = true
				all = append(all, p)
			}
		}
	}
	return all
}

// Recognize returns the format that reads src, or nil.
func (in *Inspector) Recognize(src *Source) Format {
	for _, f := range in.Formats {
		if f.Recognize(src) {
			return f
		}
	}
	return nil
}

// Findings streams every item of src and of what lies inside it, with what the detectors say, whether anything was found in it or
// not. An error ends the stream: then the file as a whole could not be read.
func (in *Inspector) Findings(ctx context.Context, src *Source) iter.Seq2[Finding, error] {
	return func(yield func(Finding, error) bool) {
		err := in.Each(ctx, src, func(f *Finding) error {
			f.Detect()
			if !yield(*f, nil) {
				return errStopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(Finding{}, err)
		}
	}
}

// Each hands every item of src and of what lies inside it to fn, as [Inspector.Findings] does, but the detectors look at an item
// only when [Finding.Detect] asks them to. The finding is borrowed until fn returns; an error of fn ends the pass and is returned.
func (in *Inspector) Each(ctx context.Context, src *Source, fn func(*Finding) error) error {
	ctx = unlock.With(limits.With(ctx, limits.NewBudget(in.Limits)), in.Password)
	if in.Unfiltered {
		ctx = unfilter.With(ctx)
	}
	if lim := limits.From(ctx).Input; src.Size > lim {
		return &limits.Error{Name: "input", Limit: lim}
	}
	w := walk{in: in, fn: fn, finder: in.Detectors.Finder()}
	return w.file(ctx, src, nil, nil)
}

// errStopped says that the consumer wants no more.
var errStopped = errors.New("stopped")

// A walk is one pass over a source and its children.
type walk struct {
	in      *Inspector
	fn      func(*Finding) error
	stop    error // of fn
	finder  *detectors.Finder
	finding Finding // one for all: a sheet has millions
	matches []detectors.Match
	files   int64 // opened so far: record numbers of different files must not meet
}

const fileBits = 48 // of a record number, below the number of the file

const someItems = 64 // between two looks at whether the walk was cancelled

func (w *walk) file(ctx context.Context, src *Source, within []string, holder *Holder) error {
	src, err := w.in.Unlock(ctx, src)
	if err != nil {
		return err
	}
	f := w.in.Recognize(src)
	if f == nil {
		return &UnreadError{Reason: Unsupported}
	}
	doc, err := f.Open(ctx, src)
	if err != nil {
		return err
	}
	defer doc.Close()
	base := w.files << fileBits
	w.files++
	n := 0
	for it, err := range doc.Items(ctx) {
		if err != nil {
			return err
		}
		if n++; n%someItems == 1 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := w.item(ctx, it, base, within, holder); err != nil {
			return err
		}
	}
	return nil
}

func (w *walk) item(ctx context.Context, it *Item, base int64, within []string, holder *Holder) error {
	f := &w.finding
	f.Item, f.Matches, f.Within, f.Holder, f.base, f.walk = *it, nil, within, holder, base, w
	f.ByEye = 0
	f.looked(&w.in.Looked)
	if err := w.yield(f); err != nil {
		return err
	}
	if it.Child == nil {
		return nil
	}
	return w.child(ctx, it, within, holder)
}

// yield hands a finding on.
func (w *walk) yield(f *Finding) error {
	w.stop = w.fn(f)
	return w.stop
}

// Detect fills Matches in. It needs to be called only for findings of [Inspector.Each].
func (f *Finding) Detect() {
	w := f.walk
	if w == nil || f.Text == "" || f.Matches != nil {
		return
	}
	w.matches = w.finder.Find(w.matches[:0], f.Text, f.Labels)
	f.Matches = w.matches
}

// child walks a file inside the file. What can't be read of it is a finding, and the rest goes on; a bound that was hit ends the
// whole walk, since the budget is shared.
func (w *walk) child(ctx context.Context, it *Item, within []string, holder *Holder) error {
	inside := append(within[:len(within):len(within)], it.Child.Name)
	if it.Place != nil {
		holder = &Holder{Place: it.Place, Fix: it.Fix, Within: within, Outer: holder}
	}
	var err error
	if depth := limits.From(ctx).Depth; len(inside) > depth {
		err = &limits.Error{Name: "depth", Limit: int64(depth)}
	} else {
		err = w.file(ctx, it.Child, inside, holder)
	}
	if err == nil || w.stop != nil || ctx.Err() != nil {
		return err
	}
	f := &Finding{Item: Item{Where: File{}, Unread: ReasonOf(err)}, Within: inside, Holder: holder}
	var un *UnreadError
	if errors.As(err, &un) {
		f.Advice = un.Advice
	}
	return w.yield(f)
}
