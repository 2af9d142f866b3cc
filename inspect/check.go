package inspect

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// Check looks at src and at what lies inside it. There is no error: a source that could not be read is a result with the verdict
// [NotRead], and says why.
func (in *Inspector) Check(ctx context.Context, src *Source) *Result {
	return in.Watch(ctx, src, func(*Finding) {})
}

// Watch is [Inspector.Check], and hands every finding to fn on the way: one pass for two purposes.
func (in *Inspector) Watch(ctx context.Context, src *Source, fn func(*Finding)) *Result {
	t := newTally(in)
	err := in.Each(ctx, src, func(f *Finding) error {
		f.Detect()
		fn(f)
		t.add(f)
		return nil
	})
	if err != nil {
		t.fail(err)
	}
	res := t.result(src, in.Allow)
	if f := in.format(ctx, src); f != nil {
		res.Format = f.Name()
	}
	sum, err := Hash(src)
	if err != nil {
		res.Unread = append(res.Unread, Unread{Where: "file", Reason: Corrupt, Advice: Corrupt.Words()})
		res.Verdict = t.verdict(len(res.Unread))
	}
	res.SHA256 = sum
	return res
}

// NotReadable returns the result of a source that could not be looked at at all.
func NotReadable(src *Source, format string, reason Reason) *Result {
	t := newTally(&Inspector{Detectors: detectors.NewSet(nil)})
	t.fail(&UnreadError{Reason: reason})
	res := t.result(src, nil)
	res.Format = format
	return res
}

// Hash returns the SHA-256 of the source in hex.
func Hash(src *Source) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, src.Reader()); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// fail notes that the source as a whole could not be read to its end.
func (t *tally) fail(err error) {
	t.unread = append(t.unread, FileUnread(err))
	t.shown.Unread++
}

// FileUnread returns the entry of a file that could not be read as a whole.
func FileUnread(err error) Unread {
	u := Unread{Where: "file", Reason: ReasonOf(err)}
	u.Advice = u.Reason.Words()
	var un *UnreadError
	if errors.As(err, &un) && un.Advice != (Words{}) {
		u.Advice = un.Advice
	}
	return u
}

// NewUnread returns the entry of a finding that could not be read.
func NewUnread(f *Finding) Unread {
	u := Unread{Where: where(f), Reason: f.Unread, Advice: f.Advice}
	if u.Advice == (Words{}) {
		u.Advice = u.Reason.Words()
	}
	return u
}

// result sums the tally up.
func (t *tally) result(src *Source, allow []Allowed) *Result {
	res := &Result{
		Path: src.Name, Size: src.Size, Format: "unknown", Counts: Counts{Places: map[string]int{}, Detectors: map[string]int{}}, Unread: []Unread{},
	}
	res.Unread = append(res.Unread, t.unread...)
	res.LookedAt = t.eyes
	res.Sheets = t.sheets
	res.Rows = t.people.rows
	res.People = t.people.distinct()
	t.allow(allow, res)
	res.Findings = t.findings()
	t.shown.Counts = t.kinds.byName(t.shown.counts)
	for id, n := range t.shown.Counts {
		res.Counts.Detectors[id] += n
	}
	for _, th := range t.order {
		th.Counts = t.kinds.byName(th.counts)
		for id, n := range th.Counts {
			res.Counts.Detectors[id] += n
		}
		if th.visible() {
			continue
		}
		if th.Times > 0 {
			res.Counts.Places[th.Place.ID] += th.Times
		}
		res.Things = append(res.Things, th.Thing)
	}
	res.Verdict = t.verdict(len(res.Unread))
	return res
}

// verdict is the first rule of DESIGN section 4 that holds.
func (t *tally) verdict(unread int) Verdict {
	grave, review := t.seen(&t.shown)
	ng := grave >= 4
	review = review || len(t.eyes) > 0
	for _, th := range t.order {
		switch w := th.weight(); {
		case th.Allowed != "":
		case th.visible():
			grave, people := t.seen(th)
			ng = ng || grave >= 4
			review = review || people
		case w == Stop, w == Warn && th.grave >= 2:
			ng = true
		case w == Warn, th.people:
			review = true
		}
	}
	switch {
	case ng:
		return NG
	case unread > 0:
		return NotRead
	case review:
		return Review
	}
	return OK
}
