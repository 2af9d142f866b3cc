package wml

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

const (
	tinySize   = 6      // half-points, of letters that nobody reads
	tinyLine   = 60     // twips, of a line that cuts letters off
	tinyWidth  = 0.1    // of a letter's width: what is squeezed more is a stroke
	pileOf     = 4      // letters; two or three that are pushed together make one sign, such as a seal
	farOff     = 400    // half-points up or down: no line is that high
	plainSize  = 20     // half-points, if nothing says how large letters are (17.3.2.38)
	maxMeasure = 31_680 // twips, the largest that Word takes: 22 inches
)

// A size is how large the letters of a run are; the zero value says nothing.
type size struct {
	letters int // sz (17.3.2.38), in half-points
	scale   int // w (17.3.2.43), in percent
	spacing int // spacing (17.3.2.35), in twips
	raised  int // position (17.3.2.24), in half-points
	fit     int // fitText (17.3.2.14), in twips
	given   uint8
}

// What of a size is given.
const (
	givesSpacing = 1 << iota
	givesRaised
)

func (z size) over(under size) size {
	if z.letters == 0 {
		z.letters = under.letters
	}
	if z.scale == 0 {
		z.scale = under.scale
	}
	if z.fit == 0 {
		z.fit = under.fit
	}
	if z.given&givesSpacing == 0 {
		z.spacing = under.spacing
	}
	if z.given&givesRaised == 0 {
		z.raised = under.raised
	}
	z.given |= under.given
	return z
}

// read takes a child of rPr.
func (z *size) read(s *xmlscan.Scanner) {
	if v, _ := Attr(s, "val"); v == "" {
		return
	}
	switch string(s.LocalBytes()) {
	case "sz":
		z.letters = max(1, measure(s, "val", 2)) // 0 is no size that a reader sees either
	case "w":
		v, _ := Attr(s, "val")
		n, _ := strconv.Atoi(strings.TrimSuffix(v, "%"))
		z.scale = min(max(n, 1), 600)
	case "spacing":
		z.spacing, z.given = measure(s, "val", 20), z.given|givesSpacing
	case "position":
		z.raised, z.given = measure(s, "val", 2), z.given|givesRaised
	case "fitText":
		z.fit = measure(s, "val", 20)
	}
}

// measure reads a length: a number of the unit of which a point has that many, or one with its own unit (22.9.2.15).
func measure(s *xmlscan.Scanner, name string, point float64) int {
	v, _ := Attr(s, name)
	if n, err := strconv.Atoi(v); err == nil {
		return min(max(n, -maxMeasure), maxMeasure)
	}
	for unit, f := range map[string]float64{"pt": 1, "in": 72, "cm": 28.35, "mm": 2.835, "pc": 12, "pi": 12} {
		if number, ok := strings.CutSuffix(v, unit); ok {
			n, _ := strconv.ParseFloat(number, 64)
			return int(min(max(n*f*point, -maxMeasure), maxMeasure))
		}
	}
	return 0
}

// unread reports whether nobody reads a text of that size.
func (z size) unread(text string) bool {
	letters := z.letters
	if letters == 0 {
		letters = plainSize
	}
	if letters <= tinySize || z.raised >= farOff || z.raised <= -farOff {
		return true
	}
	scale := 1.0
	if z.scale > 0 {
		scale = float64(z.scale) / 100
	}
	if scale <= tinyWidth {
		return true
	}
	n := utf8.RuneCountInString(text)
	if n < pileOf {
		return false
	}
	width := float64(letters) * 10 * scale // twips, of a full-width letter
	if wide(text)*2 < n {
		width /= 2
	}
	return width+float64(z.spacing) <= width*tinyWidth || z.fit > 0 && float64(z.fit) <= float64(n)*width*tinyWidth
}

// wide counts the full-width letters of a text.
func wide(text string) int {
	n := 0
	for _, r := range text {
		if r >= 0x1100 {
			n++
		}
	}
	return n
}

// out says whether a text that its looks would show has no room: its letters, its line or its row have no height, its cell is merged into
// another one.
func (w *walker) out(p *Para, pc *Piece) Class {
	for c := p.Cell; c != nil; c = c.Table.outer {
		switch {
		case c.joined:
			return Merged
		case c.Table.outside:
			return Outside
		case c.flat, c.narrow:
			return Tiny
		}
	}
	if p.flat || w.box().thin || pc.Run != nil && pc.Run.size.unread(pc.Text) || p.line.over(w.styleOf(p).line).over(w.styles.line).cuts() {
		return Tiny
	}
	return Shown
}
