package ooxml

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/stray"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// UnknownMarkup is text where no program puts any, or where no program shows it: character data in settings or in an extension (ECMA-376
// part 3, 18.2.10) that no rule knows, names and values of settings.
var UnknownMarkup = &inspect.Place{
	ID:    "ooxml/unknown-markup",
	Title: inspect.Words{JA: "設定や拡張の部分に書きこまれた個人情報", EN: "personal data in settings and extensions"},
	Why: inspect.Words{
		JA: "書式などの設定や、ソフトが読みとばす部分に、個人情報があります。画面には出ませんが、ファイルを展開すると読めます。",
		EN: "Settings, or parts that programs pass over, hold personal data. No screen shows it; unpacking the file does.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは個人情報だけを●にします。", EN: "In the copy circles stand for the personal data."},
	Weight: inspect.Warn, Action: inspect.Ask, OnlyWithPeople: true,
}

// Strays emits what stands in an XML part beside what its readers look at.
type Strays struct {
	part   *opc.Part
	outer  inspect.Fix
	emit   Emit
	whole  bool // another reader tells all texts and values
	follow stray.Reader
	seen   map[string]struct{} // values emitted, up to a bound
	told   map[bool]bool       // values were announced: those that something else goes by, and others
	said   bool                // remarks were announced
	err    error
}

// maxStrays is how many values of a part are remembered, so that they are emitted once.
const maxStrays = 4096

// Watch returns a context in which a reader of the part also emits what stands beside what it looks at. Outer is the fix of the sheet
// that the part is, nil if it is none. After the reading, [Strays.Err] has to be asked.
func (p *Package) Watch(ctx context.Context, part *opc.Part, outer inspect.Fix, emit Emit) (context.Context, *Strays) {
	p.watched[part] = true
	st := &Strays{part: part, outer: outer, emit: emit, told: map[bool]bool{}}
	return xmlscan.Watched(ctx, st.token), st
}

// Err returns the error of emit.
func (st *Strays) Err() error { return st.err }

func (st *Strays) token(s *xmlscan.Scanner) {
	if st.err != nil {
		return
	}
	switch s.Kind() {
	case xmlscan.Start:
		st.follow.Follow(s)
		if !st.whole {
			s.Attrs(func(space string, local, value []byte) bool {
				if space != xmlscan.XMLNS && st.follow.Attr(s, local, value) {
					st.value(value, stray.TiedAttr(s, space, local))
				}
				return st.err == nil
			})
		}
	case xmlscan.Text:
		if !st.whole && st.follow.Text(s) {
			st.value(s.Text(), st.follow.Tied(s))
		}
	default:
		if stray.Remark(s) {
			st.remark(strings.TrimSpace(string(s.Text())))
		}
	}
}

// value emits a text or the value of an attribute, once. What something else goes by stays as it is.
func (st *Strays) value(text []byte, tied bool) {
	if _, ok := st.seen[string(text)]; ok {
		return
	}
	if st.seen == nil {
		st.seen = map[string]struct{}{}
	}
	it := inspect.Item{Where: inspect.Part{Part: st.part.Name}, Place: UnknownMarkup, Outer: st.outer}
	if !tied {
		it.Fix = st.fix("value")
	}
	if !st.told[tied] {
		st.told[tied], st.err = true, st.emit(it)
	}
	if len(st.seen) < maxStrays {
		st.seen[string(text)] = struct{}{}
	}
	// A value also says what the parts of the document call one another: that stands elsewhere by right.
	if it.Text, it.Inside, it.Raw = string(text), true, true; st.err == nil {
		st.err = st.emit(it)
	}
}

// fix returns what takes out what was found. What ties the parts together is written anew with the container, without remarks.
func (st *Strays) fix(of string) inspect.Fix {
	switch tie := st.part.IsRels() || strings.EqualFold(st.part.Name, "[Content_Types].xml"); {
	case !tie:
		return inspect.Scrub{Part: st.part.Name, Of: of}
	case of == "remark":
		return inspect.Rebuild{}
	}
	return nil
}

// sweep reads a part for what its readers, if it had any, did not look at.
func (p *Package) sweep(ctx context.Context, part *opc.Part, emit Emit) error {
	whole := p.whole[part]
	watched, st := p.Watch(ctx, part, nil, emit)
	st.whole = whole
	err := p.Scan(watched, part, nil, nil, emit, func(*xmlscan.Scanner) error { return st.err })
	if st.err != nil {
		return st.err
	}
	return err
}
