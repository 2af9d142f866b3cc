package sml

import (
	"iter"
	"strings"
	"unicode"
)

// A Ref is something that a formula reads or says beyond numbers and operators. Exactly one of Area, Name, Table and Text is set,
// except that a dynamic Ref may carry both its Name and its Text.
type Ref struct {
	Book      string // another workbook: "[1]" is the first external reference; empty for this one, which may also be written "[0]"
	Sheet     string // as the tab shows it: It's, not 'It''s'; empty for the sheet that the formula stands on
	LastSheet string // the other end of a span of sheets, Sheet:LastSheet
	Area      string // "A1", "$A$1:B9", "C:D", "5:7", or "#REF!"
	Name      string // a defined name; or the function, if Dynamic
	Table     string // of a structured reference
	Text      string // a string literal, which INDIRECT may turn into a reference

	// Dynamic says that what is read can't be told from the formula: a function that computes references (INDIRECT, OFFSET), that
	// reads a pivot table, a data model or another program, that looks at formulas or sheets rather than values, or that this
	// package does not know (a macro, or a defined LAMBDA of that name). Text then holds the argument, if that is one literal.
	Dynamic bool
}

// Refs yields what a formula refers to, in the order in which it is written. The formula is the text of an f element or of a
// defined name (ECMA-376 part 1, 18.17), with or without "=". Text that is no formula yields whatever resembles a reference.
func Refs(formula string) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		s := refScanner{s: formula}
		for {
			r, ok := s.next()
			if !ok || !yield(r) {
				return
			}
		}
	}
}

// EqualName reports whether two names of sheets, tables or defined names are the same to Excel, which ignores case and nothing
// else: ＡＢＣ and ABC are two sheets.
func EqualName(a, b string) bool { return strings.EqualFold(a, b) }

// FoldName returns a key under which equal names meet.
func FoldName(name string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r < 0x80 {
			return r
		}
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		if 'A' <= least && least <= 'Z' {
			least += 'a' - 'A'
		}
		return least
	}, name)
}

// A refScanner walks a formula once, from left to right.
type refScanner struct {
	s string
	i int

	start, bang int // of the last reference: where it begins, and where the exclamation mark behind its sheet stands
}

// next returns the next reference, or false at the end.
func (sc *refScanner) next() (Ref, bool) {
	for sc.i < len(sc.s) {
		c := sc.s[sc.i]
		sc.start, sc.bang = sc.i, -1
		switch {
		case c == '"':
			return Ref{Text: sc.literal()}, true
		case c == '\'':
			if r, ok := sc.quoted(Ref{}); ok {
				return r, true
			}
		case c == '[':
			if r, ok := sc.bracket(); ok {
				return r, true
			}
		case c == '#':
			if sc.fault() {
				return Ref{Area: "#REF!"}, true
			}
		case '0' <= c && c <= '9', c == '.':
			if end := areaEnd(sc.s, sc.i); end > 0 {
				return Ref{Area: sc.to(end)}, true
			}
			sc.number()
		case wordByte(c):
			if r, ok := sc.word(Ref{}); ok {
				return r, true
			}
		case c == ':' || c == '|':
			// An area between two computed ends, or a DDE link.
			sc.i++
			return Ref{Dynamic: true, Name: sc.s[sc.i-1 : sc.i]}, true
		default:
			sc.i++
		}
	}
	return Ref{}, false
}

// literal reads a string literal, in which a quote is doubled.
func (sc *refScanner) literal() string {
	text := sc.until('"')
	return strings.ReplaceAll(text, `""`, `"`)
}

// until reads what stands between two quotes of a kind, of which doubled ones belong to the text, and returns it undecoded.
func (sc *refScanner) until(quote byte) string {
	start := sc.i + 1
	for i := start; i < len(sc.s); i++ {
		if sc.s[i] != quote {
			continue
		}
		if i+1 < len(sc.s) && sc.s[i+1] == quote {
			i++
			continue
		}
		sc.i = i + 1
		return sc.s[start:i]
	}
	sc.i = len(sc.s)
	return sc.s[start:]
}

// faults are the error values that a formula can hold.
var faults = [...]string{"N/A", "NAME?", "VALUE!", "DIV/0!", "NUM!", "NULL!", "GETTING_DATA", "SPILL!", "CALC!", "FIELD!", "BLOCKED!", "CONNECT!", "UNKNOWN!", "BUSY!", "PYTHON!", "EXTERNAL!"}

// fault reads an error value and reports whether it stands for a reference that is gone.
func (sc *refScanner) fault() bool {
	sc.i++
	rest := sc.s[sc.i:]
	if strings.HasPrefix(rest, "REF!") {
		sc.i += len("REF!")
		// #REF!A1 is a cell of a sheet that is gone.
		if end := areaEnd(sc.s, sc.i); end > 0 {
			sc.i = end
		}
		return true
	}
	for _, f := range faults {
		if strings.HasPrefix(rest, f) {
			sc.i += len(f)
			return false
		}
	}
	return false // the spill operator of A1#
}

// number passes over a number.
func (sc *refScanner) number() {
	for sc.i++; sc.i < len(sc.s); sc.i++ {
		switch c := sc.s[sc.i]; {
		case '0' <= c && c <= '9', c == '.':
		case (c == 'E' || c == 'e') && sc.i+1 < len(sc.s):
			if next := sc.s[sc.i+1]; next == '+' || next == '-' {
				sc.i++
			}
		default:
			return
		}
	}
}

// bracket reads what begins with a bracket: another workbook, or a column of the table that the formula stands in, which is
// nothing beyond the sheet.
func (sc *refScanner) bracket() (Ref, bool) {
	end := closing(sc.s, sc.i)
	book := sc.to(end)
	switch {
	case sc.at('\''):
		return sc.quoted(Ref{Book: book})
	case sc.at('!'):
		sc.i++
		return sc.behind(Ref{Book: book})
	case sc.i < len(sc.s) && wordByte(sc.s[sc.i]):
		return sc.word(Ref{Book: book})
	}
	return Ref{}, false
}

// quoted reads 'Sheet 1'!…, 'Sheet 1:Sheet 3'!…, '[1]Sheet 1'!….
func (sc *refScanner) quoted(r Ref) (Ref, bool) {
	r = qualify(r, sc.until('\''))
	if sc.at(':') && sc.i+1 < len(sc.s) { // 'Sheet 1':'Sheet 3'!… is not how Excel writes it, but it is read
		rest := refScanner{s: sc.s, i: sc.i + 1}
		last := rest.end()
		if last != "" && rest.at('!') {
			sc.i, r.LastSheet = rest.i, last
		}
	}
	if !sc.at('!') {
		return r, r.Sheet != ""
	}
	sc.i++
	return sc.behind(r)
}

// end reads the name of the last sheet of a span.
func (sc *refScanner) end() string {
	if sc.at('\'') {
		return qualify(Ref{}, sc.until('\'')).Sheet
	}
	return sc.to(wordEnd(sc.s, sc.i))
}

// qualify splits what stood between quotes before an exclamation mark.
func qualify(r Ref, text string) Ref {
	text = strings.ReplaceAll(text, "''", "'")
	if i := strings.LastIndexByte(text, ']'); i >= 0 {
		r.Book, text = text[:i+1], text[i+1:]
	} else if strings.ContainsAny(text, `\/`) { // a workbook by its path, as no sheet can be named
		r.Book, text = text, ""
	}
	r.Sheet, r.LastSheet, _ = strings.Cut(text, ":")
	return r
}

// word reads what begins with a letter: a sheet, a span of sheets, a function, a table, an area or a name.
func (sc *refScanner) word(r Ref) (Ref, bool) {
	end := wordEnd(sc.s, sc.i)
	w := sc.s[sc.i:end]
	switch at(sc.s, end) {
	case '!':
		sc.i, r.Sheet = end+1, w
		return sc.behind(r)
	case '(':
		sc.i = end + 1
		return sc.function(r, w)
	case '[':
		sc.i = closing(sc.s, end)
		r.Table = w
		return r, true
	}
	if area := areaEnd(sc.s, sc.i); area > 0 {
		r.Area = sc.to(area)
		return r, true
	}
	if at(sc.s, end) == ':' {
		if last := wordEnd(sc.s, end+1); last > end+1 && at(sc.s, last) == '!' {
			r.Sheet, r.LastSheet, sc.i = w, sc.s[end+1:last], last+1
			return sc.behind(r)
		}
	}
	sc.i = end
	return name(r, w)
}

// name tells defined names from the constants and from the local names of LET and LAMBDA, which files mark with a prefix.
func name(r Ref, w string) (Ref, bool) {
	if strings.HasPrefix(w, "_xlpm.") || w == "TRUE" || w == "FALSE" || w == "$" {
		return Ref{}, false
	}
	r.Name = w
	return r, true
}

// behind reads what follows an exclamation mark.
func (sc *refScanner) behind(r Ref) (Ref, bool) {
	sc.bang = sc.i - 1
	if r.Book == "[0]" {
		r.Book = ""
	}
	switch {
	case sc.at('#') && strings.HasPrefix(sc.s[sc.i:], "#REF!"):
		r.Area = sc.to(sc.i + len("#REF!"))
	case sc.at('\''): // an item of a DDE link
		r.Name = sc.until('\'')
	case areaEnd(sc.s, sc.i) > 0:
		r.Area = sc.to(areaEnd(sc.s, sc.i))
	default:
		end := wordEnd(sc.s, sc.i)
		w := sc.to(end)
		switch {
		case sc.at('('):
			r.Name, r.Dynamic = w, true
		case sc.at('['):
			r.Table = w
			sc.i = closing(sc.s, sc.i)
		default:
			r.Name = w
		}
	}
	return r, true
}

// function judges a function by its name; sc.i stands behind the parenthesis.
func (sc *refScanner) function(r Ref, w string) (Ref, bool) {
	w = strings.TrimPrefix(strings.TrimPrefix(w, "_xlfn."), "_xlws.")
	if strings.HasPrefix(w, "_xlpm.") || plain(w) || plain(strings.ToUpper(w)) {
		return Ref{}, false
	}
	r.Name, r.Dynamic = w, true
	if strings.EqualFold(w, "INDIRECT") {
		r.Text = sc.argument()
	}
	return r, true
}

// argument returns the first argument of a function if that is one literal and nothing else.
func (sc *refScanner) argument() string {
	arg := refScanner{s: sc.s, i: sc.i}
	arg.blanks()
	if !arg.at('"') {
		return ""
	}
	text := arg.literal()
	arg.blanks()
	if arg.at(')') || arg.at(',') {
		return text
	}
	return ""
}

func (sc *refScanner) blanks() {
	for sc.at(' ') || sc.at('\n') || sc.at('\r') || sc.at('\t') {
		sc.i++
	}
}

func (sc *refScanner) at(c byte) bool { return at(sc.s, sc.i) == c }

// to returns the text up to end, which is then passed.
func (sc *refScanner) to(end int) string {
	text := sc.s[sc.i:end]
	sc.i = end
	return text
}

func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// wordByte reports whether a byte belongs to a name or an unquoted sheet name. Excel writes any letters unquoted, so every byte
// beyond ASCII is taken for part of one.
func wordByte(c byte) bool {
	switch {
	case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', '0' <= c && c <= '9', c >= 0x80:
		return true
	}
	return c == '_' || c == '.' || c == '\\' || c == '?' || c == '$'
}

// wordEnd returns the end of the word that begins at i, or i.
func wordEnd(s string, i int) int {
	for i < len(s) && wordByte(s[i]) {
		i++
	}
	return i
}

// closing returns the index behind the bracket that closes the one at i. An apostrophe escapes the character behind it
// (18.17.2.4: structured references).
func closing(s string, i int) int {
	depth := 0
	for ; i < len(s); i++ {
		switch s[i] {
		case '\'':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}
