package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// A tally counts while the findings stream by. What it keeps grows with the hiding places and the people, not with the document.
type tally struct {
	show    bool // list values as they are
	kinds   kinds
	people  people
	keys    []rowKey
	tells   bool   // the keys say something about the row
	matched uint64 // the set of detectors that matched, Shape included
	using   using
	use     func(Use) bool // countUse; a closure for each text would be an allocation for each
	things  map[ThingKey]*thing
	order   []*thing
	last    lastThing
	shown   thing // what a reader sees
	groups  map[groupKey]*group
	list    []*group
	unread  []Unread
	eyes    []int // pages that only a person has looked at
	sheets  []SheetRef

	allowed map[string]string // why a kind of what a reader sees may be published, by detector ID
}

// A ThingKey tells things apart: items of the same place with an equal fix, in the same container, are one thing. A sheet is one
// thing by its fix alone, whatever the place: a visible sheet can be dropped too.
type ThingKey struct {
	place  *Place
	fix    Fix
	within string
}

type thing struct {
	Thing
	seq    int   // order of appearance, from 1; 0 for what a reader sees
	counts []int // matches of Likely or more, by kind
	grave  int   // highest step among them
	people bool
}

// A lastThing is the thing of the finding before, and the groups that its findings went to: a sheet has millions in a row that differ in
// nothing but their texts.
type lastThing struct {
	*thing
	place  *Place
	fix    Fix
	within *string // the first name of the way to it
	depth  int
	groups [8]*group
}

// A groupKey tells listed findings apart: equal place, container and kinds.
type groupKey struct {
	place  *Place
	sheet  *thing // set where a place may turn out to be none: then it does not share a group
	within string
	kinds  uint64
	opens  bool
}

type group struct {
	key    groupKey
	owner  *thing
	listed []Listed
	more   int
	rest   string // ID of those that are not listed singly
}

func newTally(in *Inspector) *tally {
	t := &tally{show: in.ShowValues, kinds: newKinds(in.Detectors), things: map[ThingKey]*thing{}, groups: map[groupKey]*group{}}
	t.use = t.countUse
	return t
}

// add counts one finding.
func (t *tally) add(f *Finding) {
	th := t.thing(f)
	if f.Unread != "" {
		th.Unread++
		t.unread = append(t.unread, NewUnread(f))
	}
	opens := f.Place != nil && !f.Inside
	if f.ByEye > 0 {
		t.eyes = append(t.eyes, f.ByEye)
	}
	if len(f.Matches) == 0 && !opens {
		return
	}
	uses := t.count(th, f)
	if opens {
		th.Times += uses * max(1, f.Times)
		th.Empty = th.Empty && f.Empty
	}
	t.listFinding(th, f, uses, opens)
}

// count books the matches of one finding for each of its uses, and returns the number of uses.
func (t *tally) count(th *thing, f *Finding) int {
	t.keys, t.tells, t.matched = t.keys[:0], false, 0
	for i := range f.Matches {
		m := &f.Matches[i]
		kind := t.kinds.of(m.Detector)
		t.matched |= 1 << (kind & 63)
		if m.Sure >= detectors.Likely {
			k := t.key(kind, m, f.Text[m.Start:m.End])
			t.keys, t.tells = append(t.keys, k), t.tells || k.slot != slotNone
		}
	}
	uses, outside := 1, f.Record == 0
	if f.Uses == nil {
		t.bookRow(th, f, f.Record)
	} else {
		uses, outside = t.countUses(th, f)
	}
	for i := range t.keys {
		k := &t.keys[i]
		if !k.later {
			th.count(k.kind, uses)
		}
		d := t.kinds.list[k.kind]
		th.grave = max(th.grave, d.Step)
		th.people = th.people || d.Person
		if d.Person && outside && k.slot != slotPart {
			t.people.single(d.ID, k.hash)
		}
	}
	return uses
}

// countUses books every use of an interned text. Outside says that one stands in no record.
func (t *tally) countUses(th *thing, f *Finding) (uses int, outside bool) {
	t.using = using{thing: th, finding: f}
	f.Uses(t.use)
	return t.using.uses, t.using.outside
}

// A using is an interned text while its uses are counted.
type using struct {
	thing   *thing
	finding *Finding
	uses    int
	outside bool
}

func (t *tally) countUse(u Use) bool {
	t.using.uses++
	t.using.outside = t.using.outside || u.Record == 0
	t.bookRow(t.using.thing, t.using.finding, u.Record)
	return true
}

func (th *thing) count(kind, uses int) {
	for kind >= len(th.counts) {
		th.counts = append(th.counts, 0)
	}
	th.counts[kind] += uses
}

func (t *tally) bookRow(th *thing, f *Finding, record int64) {
	if record != 0 && t.tells {
		t.people.book(th, f.base+record, t.keys)
	}
}

// Thing returns the key of the hiding place that the finding lies in: its own, or that of the container it was found in. It is
// false for what a reader sees.
func (f *Finding) Thing() (ThingKey, bool) {
	place, fix, within := f.Place, f.Fix, f.Within
	if place == nil && f.Holder != nil {
		place, fix, within = f.Holder.Place, f.Holder.Fix, f.Holder.Within
	}
	return newKey(place, fix, within), place != nil
}

// OuterThing returns the key of what the finding stands on.
func (f *Finding) OuterThing() ThingKey { return newKey(nil, f.Outer, f.Within) }

func newKey(place *Place, fix Fix, within []string) ThingKey {
	if _, ok := fix.(DropSheet); ok {
		place = nil
	}
	return ThingKey{place, fix, strings.Join(within, "\x00")}
}

// Key returns the key of the hiding place that the container lies in.
func (h *Holder) Key() ThingKey { return newKey(h.Place, h.Fix, h.Within) }

// ID derives a stable name of the thing from what it is and where it stands, never from a value.
func (k ThingKey) ID() string {
	id := ""
	if k.place != nil {
		id = k.place.ID
	}
	return shortHash(id, k.within, fmt.Sprintf("%T%+v", k.fix, k.fix))
}

// thing returns the hiding place that f lies in.
func (t *tally) thing(f *Finding) *thing {
	if f.Inside && t.last.holds(f) {
		return t.last.thing
	}
	key, hidden := f.Thing()
	t.noteSheet(f, key)
	th := &t.shown
	if hidden {
		th = t.known(key, f)
	}
	t.last = lastThing{thing: th, place: f.Place, fix: f.Fix, depth: len(f.Within)}
	if len(f.Within) > 0 {
		t.last.within = &f.Within[0]
	}
	return th
}

// holds reports whether a finding lies in the same thing as the one before. The way to it is the same slice for all that lies in one file.
func (l *lastThing) holds(f *Finding) bool {
	return l.thing != nil && l.place == f.Place && l.depth == len(f.Within) && (l.depth == 0 || l.within == &f.Within[0]) && l.fix == f.Fix
}

func (t *tally) known(key ThingKey, f *Finding) *thing {
	if th := t.things[key]; th != nil {
		return th
	}
	th := &thing{seq: len(t.order) + 1}
	th.Thing = Thing{ID: key.ID(), Place: f.Place, Within: f.Within, Where: Keep(f.Where), Fix: key.fix, Empty: true}
	holder := f.Holder
	if f.Place == nil {
		th.Place, th.Within, holder = f.Holder.Place, f.Holder.Within, f.Holder.Outer
	}
	if holder != nil {
		th.Holder = holder.Key().ID()
	}
	t.things[key] = th
	t.order = append(t.order, th)
	return th
}

// noteSheet lists the tabs of each workbook in their order, whatever the order in which they were found.
func (t *tally) noteSheet(f *Finding, key ThingKey) {
	if _, drops := f.Fix.(DropSheet); !drops || f.Inside {
		return
	}
	sheet, ok := f.Where.(Sheet)
	if !ok {
		return
	}
	at := len(t.sheets)
	for at > 0 && t.sheets[at-1].N > sheet.N && slices.Equal(t.sheets[at-1].Within, f.Within) {
		at--
	}
	t.sheets = slices.Insert(t.sheets, at, SheetRef{ID: key.ID(), Name: sheet.Sheet, N: sheet.N, Within: f.Within})
}

func shortHash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x01")))
	return hex.EncodeToString(sum[:8])
}

// where names a place in one string, for the list of unread parts.
func where(f *Finding) string {
	names := slices.Clone(f.Within)
	switch l := Keep(f.Where).(type) {
	case Part:
		names = append(names, l.Part)
	case File:
	default:
		names = append(names, l.Words().JA)
	}
	if len(names) == 0 {
		return "file"
	}
	return strings.Join(names, " > ")
}
