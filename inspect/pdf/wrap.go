package pdf

import (
	"strings"
	"unicode/utf8"
)

// How a line goes on in the next one.
const (
	wideRoom  = 1.0  // ems that a wide character takes
	thinRoom  = 0.55 // and one of Latin letters or digits
	spareRoom = 0.25 // that a line may lack beside what did not fit: letters are set closer or wider
	exactRoom = 0.06 // less room than this is none: the cell may be as wide as its text
)

// neverFirst may not begin a line: the character before them goes with them (JIS X 4051).
const neverFirst = "、。，．・：；？！ー）〕］｝〉》」』】々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;!?)]}"

// unit returns how much room the first part of a text takes that is not broken, in ems: a character of Japanese with what may not
// begin a line, or a word up to where it may be broken.
func unit(text string) float64 {
	room := 0.0
	for i, r := range text {
		switch {
		case wide(r) && (i == 0 || strings.ContainsRune(neverFirst, r)):
			room += wideRoom
		case wide(r) || r == ' ':
			return room
		case i > 0 && wideEnd(text[:i]) && !strings.ContainsRune(neverFirst, r):
			return room
		default:
			room += thinRoom
			if r == '-' || r == '/' {
				return room
			}
		}
	}
	return room
}

// goesOn joins the next line of a text to what stands before it. Room is what was left on the line, in ems; spaced says that it ended
// with a space.
func goesOn(text []byte, next string, room float64, spaced bool) []byte {
	if !tight(text, next, room, spaced) {
		text = append(text, ' ')
	}
	return append(text, next...)
}

// tight reports whether nothing stands between the end of a line and the next line: Japanese goes on, a mail address or a number is
// broken.
func tight(text []byte, next string, room float64, spaced bool) bool {
	if spaced {
		return false
	}
	last, _ := utf8.DecodeLastRune(text)
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case wide(last) || wide(first):
		return true
	case joint(last) || joint(first):
		return true
	case address(lastWord(text)) || address(firstWord(next)):
		return true
	}
	return digit(last) && digit(first) && room < thinRoom+spareRoom
}

// joint reports what stands inside numbers, mail addresses and links.
func joint(r rune) bool { return strings.ContainsRune("-@_./:‐−", r) }

func digit(r rune) bool { return r >= '0' && r <= '9' }

// address reports whether a word is part of a mail address or a link.
func address(word string) bool { return strings.Contains(word, "@") || strings.Contains(word, "://") }

func lastWord(text []byte) string {
	from := max(0, len(text)-200)
	s := string(text[from:])
	return s[strings.LastIndexByte(s, ' ')+1:]
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(text[:min(len(text), 200)], " ")
	return word
}

// A weld is a piece that is being put together from lines.
type weld struct {
	whole piece
	text  []byte  // empty: so far there is one line
	end   float64 // of the last line
}

// add joins a line, with so much room left on the one before it, in ems. It reports whether the text did not become too long.
func (w *weld) add(p *piece, room float64) bool {
	c := &w.whole
	if len(w.text) == 0 {
		w.text = append(w.text, c.text...)
	}
	if len(w.text)+len(p.text) > maxParagraph {
		return false
	}
	w.text = goesOn(w.text, p.text, room, c.spaced)
	at := len(w.text) - len(p.text)
	for _, st := range p.stretches {
		c.stretches = append(c.stretches[:len(c.stretches):len(c.stretches)], stretch{at + st.at, st.from, st.to})
	}
	c.box, c.glyphs, c.spaced = c.box.Union(p.box), c.glyphs+p.glyphs, p.spaced
	c.u0, c.u1 = min(c.u0, p.u0), max(c.u1, p.u1)
	w.end = p.u1
	return true
}

func (w *weld) piece() piece {
	if len(w.whole.stretches) > 1 {
		w.whole.text = string(w.text)
	}
	return w.whole
}
