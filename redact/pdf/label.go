package pdf

import (
	"fmt"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/labelfont"
)

// labels writes what stands on boxes. Its characters become fonts of type 3 (9.6.4), which hold only those that are used and tell
// what they are, so that the reasons can be read, found and copied.
type labels struct {
	job   *job
	runes []rune
	codes map[rune]int
	fonts []types.IndirectRef
}

// perFont is how many characters a font of one-byte codes takes here.
const perFont = 200

// labelName returns the name of a label font in the resources of a page.
func labelName(n int) string { return fmt.Sprintf("SkLabel%d", n) }

// code returns the font and the code of a character.
func (l *labels) code(r rune) (font int, code byte) {
	n, ok := l.codes[r]
	if !ok {
		n = len(l.runes)
		l.codes[r], l.runes = n, append(l.runes, r)
		if n%perFont == 0 {
			l.fonts = append(l.fonts, l.job.add(types.Dict{}))
		}
	}
	return n / perFont, byte(n%perFont + 1)
}

// write writes the fonts, once all labels are known.
func (l *labels) write() error {
	for n, ref := range l.fonts {
		runes := l.runes[n*perFont : min(len(l.runes), (n+1)*perFont)]
		dict, err := l.font(runes)
		if err != nil {
			return err
		}
		l.job.changed[int(ref.ObjectNumber)] = dict
	}
	return nil
}

func (l *labels) font(runes []rune) (types.Dict, error) {
	procs, differences, widths := types.Dict{}, types.Array{types.Integer(1)}, types.Array{}
	var texts []string
	for i, r := range runes {
		g := labelfont.Of(r)
		name := fmt.Sprintf("c%d", i+1)
		data := fmt.Appendf(nil, "%d 0 0 %d %d %d d1 ", g.Advance, -labelfont.Units, labelfont.Units, labelfont.Units)
		if len(g.Path) > 0 {
			data = append(append(data, g.Path...), "f"...)
		}
		ref, err := l.job.addStream(nil, data)
		if err != nil {
			return nil, err
		}
		procs[name] = ref
		differences, widths = append(differences, types.Name(name)), append(widths, types.Integer(g.Advance))
		texts = append(texts, string(r))
	}
	to, err := l.job.addStream(nil, toUnicode("SkLabel", texts))
	return typeThree(procs, differences, widths, to, labelfont.Units, labelfont.Descent, labelfont.Ascent), err
}

// Sizes of what is written on a box, in points.
const (
	leastLabel = 4.0
	mostLabel  = 10.0
)

// noLabel says that nothing is written on a box.
const noLabel = "-"

// label returns what is written on a box and the operations that write it: the reason, if it can be written and there is room for it,
// else its number in the list.
func (d *drawing) label(a *blackout) (string, []byte) {
	if a.fix.Label == noLabel {
		return "", nil
	}
	for _, text := range []string{a.fix.Label, a.fix.Number} {
		if text == "" || !labelfont.Has(text) {
			continue
		}
		if out := d.written(text, a); out != nil {
			return text, out
		}
	}
	return "", nil
}

// written writes a text in the middle of a box, along it; nil if there is no room.
func (d *drawing) written(text string, a *blackout) []byte {
	l := newRuler(a.drawn)
	width := 0.0
	for _, r := range text {
		width += float64(labelfont.Of(r).Advance) / labelfont.Units
	}
	if q := a.drawn; l.h > 2*l.w { // a tall box is written on from the top to the bottom
		l = newRuler(inspect.Quad{q[6], q[7], q[0], q[1], q[2], q[3], q[4], q[5]})
	}
	size := min(mostLabel, 0.8*l.h, (l.w-2)/max(width, 0.1))
	if size < leastLabel || math.IsNaN(size) {
		return nil
	}
	u := (l.w - width*size) / 2
	v := (l.h-size)/2 + size*labelfont.Descent/labelfont.Units
	out := []byte("0 g ")
	if !light(a.fix.Fill) {
		out = []byte("1 g ")
	}
	out = append(out, "BT "...)
	out = append(numbers(out, l.dx, l.dy, -l.dy, l.dx, l.x+u*l.dx-v*l.dy, l.y+u*l.dy+v*l.dx), "Tm "...)
	font, open := -1, false
	for _, r := range text {
		f, code := d.labels.code(r)
		if f != font {
			if open {
				out = append(out, "> Tj "...)
			}
			out = append(appendName(out, labelName(f)), ' ')
			out = append(numbers(out, size), "Tf <"...)
			font, open = f, true
		}
		out = fmt.Appendf(out, "%02X", code)
	}
	d.labelled = true
	return append(out, "> Tj ET "...)
}
