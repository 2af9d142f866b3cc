package picture

import (
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A Line is a text that a metafile draws, of one or more records side by side.
type Line struct {
	Text  string
	spans []span
}

// A span is the text of one record, in place.
type span struct {
	from, to int // of the characters in the file
	wide     bool
	x, y     int
	advance  int // width of the text; 0 if the record does not say it
	runes    int
}

// Lines returns the texts that a metafile or an SVG picture draws, in order. Text that is given as shapes of glyphs can't be read.
func Lines(data []byte) ([]Line, error) {
	var spans []span
	var err error
	switch Sniff(data) {
	case EMF:
		spans, err = emfSpans(data)
	case WMF:
		spans, err = wmfSpans(data)
	case SVG:
		return svgLines(data)
	default:
		err = ErrKind
	}
	if err != nil {
		return nil, err
	}
	var list []Line
	for i := range spans {
		s := &spans[i]
		text := textOf(data, *s)
		s.runes = utf8.RuneCountInString(text)
		if n := len(list); n > 0 && beside(list[n-1].spans, *s) {
			list[n-1].Text += text
			list[n-1].spans = append(list[n-1].spans, *s)
			continue
		}
		list = append(list, Line{text, []span{*s}})
	}
	return slices.DeleteFunc(list, func(l Line) bool { return strings.TrimSpace(l.Text) == "" }), nil
}

// beside reports whether a text goes on where another ends: programs draw a word, or a single character, at a time.
func beside(line []span, next span) bool {
	last := line[len(line)-1]
	if last.y != next.y || last.wide != next.wide || next.x < last.x {
		return false
	}
	if last.advance == 0 {
		return last.runes <= 1 && next.runes <= 1
	}
	gap := next.x - last.x - last.advance
	return gap*max(last.runes, 1) <= last.advance/2 && gap*max(last.runes, 1) >= -last.advance
}

// textOf reads the characters of a span.
func textOf(data []byte, s span) string {
	b := data[s.from:s.to]
	if !s.wide {
		return decode(b)
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return string(utf16.Decode(units))
}

// Relabel returns the metafile with the texts of its lines as mask answers them, and whether any differs. What differs is drawn as
// one circle for each character, from the first that changes to the last, so that no record changes its length.
func Relabel(data []byte, mask func(string) string) ([]byte, bool, error) {
	lines, err := Lines(data)
	if err != nil {
		return data, false, err
	}
	var out []byte
	for _, l := range lines {
		masked := mask(l.Text)
		if masked == l.Text {
			continue
		}
		if out == nil {
			out = bytes.Clone(data)
		}
		from, to := changed([]rune(l.Text), []rune(masked))
		at := 0
		for _, s := range l.spans {
			blot(out[s.from:s.to], s.wide, from-at, to-at)
			at += s.runes
		}
	}
	if out == nil {
		return data, false, nil
	}
	return out, true, nil
}

// changed returns which runes of a text are not those of another.
func changed(old, now []rune) (from, to int) {
	for from < min(len(old), len(now)) && old[from] == now[from] {
		from++
	}
	n := 0
	for n < min(len(old), len(now))-from && old[len(old)-1-n] == now[len(now)-1-n] {
		n++
	}
	return from, len(old) - n
}

// blot writes circles over the characters from one rune to another.
func blot(b []byte, wide bool, from, to int) {
	for i, at := 0, 0; at < len(b) && i < to; i++ {
		size := width(b[at:], wide)
		if i >= from {
			cover(b[at:at+size], wide)
		}
		at += size
	}
}

// width returns how many bytes the first character takes.
func width(b []byte, wide bool) int {
	switch {
	case wide && len(b) >= 4 && b[1]&0xFC == 0xD8: // a pair
		return 4
	case wide, b[0] >= 0x81 && b[0] <= 0x9F || b[0] >= 0xE0 && b[0] <= 0xFC:
		return min(2, len(b))
	}
	return 1
}

func cover(b []byte, wide bool) {
	for i := range b {
		switch {
		case wide:
			b[i] = "\xcf\x25"[i%2]
		case len(b) == 2:
			b[i] = "\x81\x9c"[i]
		default:
			b[i] = '*'
		}
	}
}

// Unpack returns the metafile in a compressed one, up to limit bytes; other pictures are returned as they are.
func Unpack(data []byte, limit int64) ([]byte, error) {
	if Sniff(data) != Gzip {
		return data, nil
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, ErrBroken
	}
	defer r.Close()
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil || int64(len(out)) > limit {
		return nil, ErrBroken
	}
	return out, nil
}

// Pack compresses a metafile again, always to the same bytes.
func Pack(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data) // a buffer takes all
	w.Close()
	return b.Bytes()
}
