package pdf

import "math"

// Vertical writing is printed in two ways. Fonts for it move down by themselves. Browsers and office programs rather place each
// character by itself below the one before it, upright, and turn Latin words and numbers to lie along the line. Such glyphs are
// recognised here, from the order of painting, and are given the direction of the line that they stand on.

// How characters stand below each other, in ems.
const (
	leastStep  = 0.6  // from one to the next
	mostStep   = 1.2  // more is the distance of lines or cells
	stepAside  = 0.3  // that the next may stand beside the line
	leastStack = 3    // characters, of which two are wide; two do if both are
	joinStack  = 0.7  // from the end of one part of a line to the next
	emOver     = 0.88 // of an upright character, over and under the line that it would have to itself
	emUnder    = 0.12
	mostTurned = 4    // turned characters for an upright one
	combined   = 1.35 // how wide a number may be that stands upright on the line
)

// upright gives glyphs of vertical writing its direction. It reports whether there were any.
func (l *layout) upright() bool {
	var stood [4]int // by the direction of the characters
	for from := 0; from < len(l.marks); {
		to := from + 1
		for to < len(l.marks) && stacked(&l.marks[to-1], &l.marks[to]) {
			to++
		}
		if stack := l.marks[from:to]; isStack(stack) {
			stood[quarterOf(stack[0].dir)] += len(stack)
			for i := range stack {
				stack[i].lie(stack[i].dir)
			}
		}
		from = to
	}
	if stood == [4]int{} {
		return false
	}
	l.turn(stood)
	parts := l.spans()
	for i := 1; i < len(parts); i++ {
		l.attach(parts[i-1], parts[i], false)
	}
	for i := len(parts) - 2; i >= 0; i-- {
		l.attach(parts[i+1], parts[i], true)
	}
	return true
}

// stacked reports whether b was set right below a, both upright.
func stacked(a, b *mark) bool {
	if a.dir != b.dir || a.dir%quarter != 0 || a.dir >= columnsDown/2 {
		return false
	}
	size := max(a.size, b.size)
	step, aside := b.v-a.v, (b.u0+b.u1-a.u0-a.u1)/2
	return step > leastStep*size && step < mostStep*size && math.Abs(aside) < stepAside*size && math.Abs(a.size-b.size) < 0.1*size
}

// isStack reports whether characters below each other are vertical writing.
func isStack(stack []mark) bool {
	wides := 0
	for i := range stack {
		if wideStart(stack[i].g.Text) {
			wides++
		}
	}
	return len(stack) == 2 && wides == 2 || len(stack) >= leastStack && wides >= 2
}

// quarterOf numbers the directions that are parallel to the edges of the page, in quarter turns.
func quarterOf(dir int32) int { return (int(dir/quarter) + 8) % 4 }

// lie gives a glyph the direction of the vertical lines on which characters of that direction stand upright.
func (m *mark) lie(dir int32) {
	upright := m.dir == dir
	if dir == -2*quarter {
		dir = 2 * quarter
	}
	m.dir = columnsDown + dir
	along, across, _ := axes(m.dir)
	m.u0, m.u1, _ = extent(m.g.Box, along[0], along[1])
	if upright { // fonts may claim more than the em, up to the characters beside
		m.u0, m.u1 = max(m.u0, m.v-emOver*m.size), min(m.u1, m.v+emUnder*m.size)
	}
	v0, v1, _ := extent(m.g.Box, across[0], across[1])
	m.v = (v0 + v1) / 2
}

// turn takes the words that are turned to lie along vertical lines, if enough of the text on such lines stands upright.
func (l *layout) turn(stood [4]int) {
	var lain [4]int
	for i := range l.marks {
		if d := l.marks[i].dir; d < columnsDown/2 && d%quarter == 0 {
			lain[(quarterOf(d)+1)%4]++
		}
	}
	for i := range l.marks {
		m := &l.marks[i]
		if m.dir >= columnsDown/2 || m.dir%quarter != 0 {
			continue
		}
		if q := (quarterOf(m.dir) + 1) % 4; stood[q] > 0 && lain[q] <= mostTurned*stood[q] {
			m.lie([4]int32{0, quarter, 2 * quarter, -quarter}[q])
		}
	}
}

// A span is marks that follow each other in the order of painting and stand side by side.
type span struct{ from, to int }

// spans cuts the marks, in the order of painting, into what may stand on a vertical line as one: a character, or a short number.
func (l *layout) spans() []span {
	out := make([]span, 0, len(l.marks))
	for i := range l.marks {
		m := &l.marks[i]
		if n := len(out); n > 0 && m.dir < columnsDown/2 {
			last := &l.marks[i-1]
			if last.dir == m.dir && math.Abs(m.v-last.v) < 0.1*m.size && m.u0 > last.u0 && m.u0-last.u1 < stepAside*m.size {
				out[n-1].to = i + 1
				continue
			}
		}
		out = append(out, span{i, i + 1})
	}
	return out
}

// attach puts b on the vertical line of its neighbour a, if it stands there: at its end, or before it.
func (l *layout) attach(a, b span, before bool) {
	last, marks := &l.marks[a.to-1], l.marks[b.from:b.to]
	if before {
		last = &l.marks[a.from]
	}
	first := marks[0]
	if last.dir < columnsDown/2 || first.dir != last.dir-columnsDown || len(marks) > 4 {
		return
	}
	size := max(last.size, first.size)
	if marks[len(marks)-1].u1-first.u0 > combined*size {
		return
	}
	first.lie(first.dir)
	_, across, _ := axes(first.dir)
	v0, v1, _ := extent(first.g.Box, across[0], across[1])
	w0, w1, _ := extent(marks[len(marks)-1].g.Box, across[0], across[1])
	gap := first.u0 - last.u1
	if before {
		gap = last.u0 - first.u1
	}
	if mid := (min(v0, w0) + max(v1, w1)) / 2; math.Abs(mid-last.v) > 1.2*stepAside*size || gap > joinStack*size || gap < -overlap*size {
		return
	}
	for i := range marks { // a number shares the place of one character
		m := &marks[i]
		m.lie(m.dir)
		m.v = last.v
		w := (m.u1 - m.u0) / float64(len(marks))
		m.u0 += float64(i) * w
		m.u1 = m.u0 + w
	}
}
