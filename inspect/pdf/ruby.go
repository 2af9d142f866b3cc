package pdf

import "github.com/sumikeshi/sumikeshi/internal/pdf"

// Ruby is the reading of a word, in small kana above it. It parts no lines.

// What ruby is like, in ems of the line below it unless said otherwise.
const (
	rubySize = 0.65
	rubyOver = 1.4 // that its line may stand above the other at most
	rubyLine = 9.0 // that the line below is long at least: the reading above a name in a form is a row of its own
	rubyOut  = 1.0 // that it may stand out
)

// ruby takes the readings out of pieces. What is left is valid until the next call.
func (l *layout) ruby(pieces []piece) (rest []piece) {
	l.readings = l.readings[:0]
	most, least := 0.0, 0.0
	for i := range pieces {
		p := &pieces[i]
		if most = max(most, p.size); p.cause == pdf.Seen && kana(p.text) && (least == 0 || p.size < least) {
			least = p.size
		}
	}
	if least == 0 || least > rubySize*most {
		return pieces
	}
	taken := map[*piece]bool{}
	rs := l.rows(pieces)
	for i, r := range rs {
		for _, p := range r.pieces {
			if p.cause == pdf.Seen && p.size <= rubySize*most && kana(p.text) && overLine(p, rs[i+1:]) {
				taken[p] = true
				l.readings = append(l.readings, *p)
			}
		}
	}
	if len(taken) == 0 {
		return pieces
	}
	rest = make([]piece, 0, len(pieces))
	for i := range pieces {
		if !taken[&pieces[i]] {
			rest = append(rest, pieces[i])
		}
	}
	return rest
}

// overLine reports whether a piece stands right above a line of prose, among the rows below it.
func overLine(p *piece, below []row) bool {
	for _, r := range below {
		if b := r.pieces[0]; b.dir != p.dir || b.v-p.v > 4*p.size {
			return false
		}
		for _, b := range r.pieces {
			if p.size <= rubySize*b.size && b.v-p.v < rubyOver*b.size && b.u1-b.u0 > rubyLine*b.size &&
				p.u0 > b.u0-rubyOut*b.size && p.u1 < b.u1+rubyOut*b.size {
				return true
			}
		}
	}
	return false
}

// kana reports whether a text is nothing but kana.
func kana(text string) bool {
	for _, r := range text {
		if (r < 'ぁ' || r > 'ヿ') && r != ' ' && r != '　' {
			return false
		}
	}
	return text != ""
}
