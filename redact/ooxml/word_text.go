package ooxml

import (
	"bytes"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// para takes out of a paragraph what a reader does not see of it, and masks the rest.
func (e *storyEditor) para(p *wml.Para) error {
	if e.do.accept && len(p.Heads) > 1 {
		e.joins = append(e.joins, p.Heads)
	}
	if len(p.Pieces) == 0 && len(p.Ruby) == 0 {
		return nil
	}
	for _, s := range p.Stretches() {
		switch {
		case s.Class == wml.Blacked && e.do.blot:
			e.blot(p, s)
		case e.drops(s.Class):
			e.takePieces(p, s)
		}
	}
	for i := range p.Ruby {
		if c := p.Ruby[i].Class; e.drops(c) || c == wml.Blacked && e.do.blot {
			e.take(p.Ruby[i].Mark)
		}
	}
	e.maskPara(p)
	return nil
}

// drops reports whether texts of a class go.
func (e *storyEditor) drops(c wml.Class) bool {
	switch c {
	case wml.Faint:
		return e.do.drop["faint"]
	case wml.Hidden:
		return e.do.drop["hidden"]
	case wml.Tiny:
		return e.do.drop["tiny"]
	case wml.Merged:
		return e.do.drop["merged"]
	case wml.Outside:
		return e.do.drop["outside"]
	case wml.Unused:
		return e.do.drop["unused"]
	}
	return false
}

func (e *storyEditor) takePieces(p *wml.Para, s wml.Stretch) {
	for i := s.First; i <= s.Last; i++ {
		if p.Pieces[i].Class == s.Class {
			e.take(p.Pieces[i].Mark)
		}
	}
}

// blot puts a bar in place of a stretch. Its length does not tell that of the text.
func (e *storyEditor) blot(p *wml.Para, s wml.Stretch) {
	done := false
	for i := s.First; i <= s.Last; i++ {
		pc := &p.Pieces[i]
		switch {
		case pc.Class != wml.Blacked:
		case done:
			e.take(pc.Mark)
		case pc.In != wml.Range{}:
			e.setText(pc, wml.Bar)
			done = true
		default: // a symbol, say
			name := e.prefix(pc.El) + "t>"
			e.replace(pc.El, []byte("<"+name+wml.Bar+"</"+name))
			done = true
		}
	}
}

// setText gives a piece another text; one without a text goes.
func (e *storyEditor) setText(pc *wml.Piece, text string) {
	if text == "" {
		e.take(pc.Mark)
		return
	}
	e.replace(pc.In, xmlscan.Escape(nil, text))
	tag := e.of(wml.Range{From: pc.El.From, To: pc.In.From})
	if text != strings.TrimSpace(text) && !bytes.Contains(tag, []byte("xml:space")) {
		e.replace(wml.Range{From: pc.In.From - 1, To: pc.In.From}, []byte(` xml:space="preserve">`))
	}
}

// maskPara masks what a reader sees of a paragraph, and puts bars in place of what objects cover: each masked span goes into the run that it begins in, whatever runs it is spread over.
func (e *storyEditor) maskPara(p *wml.Para) {
	if e.j.mask == nil && !e.do.drop["covered"] {
		return
	}
	text, at := p.Layout()
	masked := text
	if e.do.drop["covered"] {
		masked = p.Barred(text, at)
	}
	if masked != "" && e.j.mask != nil {
		masked = e.j.mask(inspect.Para{Part: e.part.Name, N: p.N}, masked)
	}
	touched := make([]bool, len(p.Pieces))
	if masked != text {
		e.spread(p, at, spansBetween(text, masked), touched)
	}
	for i := range p.Ruby {
		rb := &p.Ruby[i]
		if e.gone[rb.El.From] {
			continue
		}
		now := rb.Text
		if e.j.mask != nil {
			now = e.j.mask(inspect.Part{Part: e.part.Name}, rb.Text)
		}
		for _, hit := range touched[rb.From:max(rb.From, rb.To)] {
			if hit {
				now = "" // the reading would say the word again
			}
		}
		if now != rb.Text && rb.In != (wml.Range{}) {
			e.setText(&rb.Piece, now)
		}
	}
}

// spread carries the spans out on the pieces they touch.
func (e *storyEditor) spread(p *wml.Para, at []int, spans []spanChange, touched []bool) {
	next := 0
	rest := "" // what still has to be written, of a span that began in a piece without text of its own
	for i := range p.Pieces {
		pc := &p.Pieces[i]
		if at[i] < 0 || pc.Class != wml.Shown && pc.Class != wml.Blacked || e.gone[pc.El.From] {
			continue
		}
		from, to := at[i], at[i]+len(pc.Text)
		var out strings.Builder
		pos := from
		for k := next; k < len(spans) && spans[k].from < to; k++ {
			s := spans[k]
			touched[i] = true
			out.WriteString(pc.Text[pos-from : max(s.from, pos)-from])
			if s.from >= from {
				rest = s.with
			}
			if pc.In != (wml.Range{}) {
				out.WriteString(rest)
				rest = ""
			}
			if pos = min(s.to, to); s.to <= to {
				next = k + 1
			}
		}
		if !touched[i] {
			continue
		}
		out.WriteString(pc.Text[pos-from:])
		if pc.In == (wml.Range{}) {
			e.take(pc.Mark)
		} else {
			e.setText(pc, out.String())
		}
	}
}

// maskCode masks a code that a reader sees drawn.
func (e *storyEditor) maskCode(f *wml.Field) {
	if e.j.mask == nil || len(f.Codes) == 0 {
		return
	}
	masked := e.j.mask(inspect.Part{Part: e.part.Name}, f.Code)
	if masked == f.Code {
		return
	}
	for i := range f.Codes {
		if i == 0 {
			e.setText(&f.Codes[i], masked)
		} else {
			e.take(f.Codes[i].Mark)
		}
	}
}

// A spanChange puts a text in place of a range of another.
type spanChange struct {
	from, to int
	with     string
}

const maxDiff = 1 << 21 // steps of a comparison

// spansBetween returns the smallest ranges of old that have to change to make it now. What is long is one range.
func spansBetween(old, now string) []spanChange {
	a, b := []rune(old), []rune(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	start := len(string(a[:head]))
	a, b = a[head:len(a)-tail], b[head:len(b)-tail]
	if len(a)*len(b) > maxDiff {
		return []spanChange{{start, start + len(string(a)), string(b)}}
	}
	return diff(a, b, start)
}

// diff compares by the longest common subsequence.
func diff(a, b []rune, start int) []spanChange {
	w := len(b) + 1
	long := make([]uint16, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				long[i*w+k] = long[(i+1)*w+k+1] + 1
			} else {
				long[i*w+k] = max(long[(i+1)*w+k], long[i*w+k+1])
			}
		}
	}
	var out []spanChange
	pos := start
	open := false
	for i, k := 0, 0; i < len(a) || k < len(b); {
		if i < len(a) && k < len(b) && a[i] == b[k] {
			pos += len(string(a[i]))
			i, k, open = i+1, k+1, false
			continue
		}
		if !open {
			out = append(out, spanChange{pos, pos, ""})
			open = true
		}
		c := &out[len(out)-1]
		if k < len(b) && (i == len(a) || long[i*w+k+1] > long[(i+1)*w+k]) {
			c.with += string(b[k])
			k++
		} else {
			pos += len(string(a[i]))
			c.to = pos
			i++
		}
	}
	return out
}
