package sml

import "strings"

// RenameSheets returns a formula in which sheets have other names: rename is asked for each that it names, also in literals that hold a
// reference, as those of INDIRECT and HYPERLINK do. Sheets of other workbooks are left. A formula without them comes back as it is.
func RenameSheets(formula string, rename func(sheet string) (string, bool)) string {
	if !strings.Contains(formula, "!") {
		return formula
	}
	var out strings.Builder
	done := 0
	sc := refScanner{s: formula}
	for {
		r, ok := sc.next()
		switch {
		case !ok:
			if done == 0 {
				return formula
			}
			return out.String() + formula[done:]
		case r.Text != "" && !r.Dynamic:
			if text := renameIn(r.Text, rename); text != r.Text {
				out.WriteString(formula[done:sc.start] + `"` + strings.ReplaceAll(text, `"`, `""`) + `"`)
				done = sc.i
			}
		case r.Sheet != "" && r.Book == "" && sc.bang > sc.start:
			if tab, ok := renameSpan(r.Sheet, r.LastSheet, rename); ok {
				out.WriteString(formula[done:sc.start] + tab)
				done = sc.bang
			}
		}
	}
}

// renameIn renames the sheets of a reference in a literal, which may have a number sign in front.
func renameIn(text string, rename func(string) (string, bool)) string {
	at := strings.TrimPrefix(text, "#")
	return text[:len(text)-len(at)] + RenameSheets(at, rename)
}

func renameSpan(first, last string, rename func(string) (string, bool)) (string, bool) {
	a, one := rename(first)
	if !one {
		a = first
	}
	if last == "" {
		return QuoteSheet(a), one
	}
	b, other := rename(last)
	if !other {
		b = last
	}
	return QuoteSheet(a + ":" + b), one || other
}

// QuoteSheet returns the name of a sheet as a formula may always write it: in quotes.
func QuoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
