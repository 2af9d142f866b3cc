package sml

import (
	"slices"
	"strconv"
	"strings"
)

// A NumberFormat tells which values a number format (18.8.31) does not show, and which it paints in a colour of its own.
type NumberFormat struct {
	HidesText bool
	textInk   string    // the colour of texts, "White" or "Color2"; empty: that of the font
	ink       string    // the same of positive numbers
	sections  []section // for numbers; none if each of them shows something
}

// A section is one of the codes that a number format chooses from.
type section struct {
	op    string // "<", "<=", ">", ">=", "=", "<>"; empty: by the place in the code
	than  float64
	blank bool
}

// ParseNumberFormat reads a format code. Its sections are for positive numbers, negative numbers, zero and text, unless conditions in
// brackets say otherwise.
func ParseNumberFormat(code string) NumberFormat {
	if code == "" {
		return NumberFormat{}
	}
	parts := splitSections(code)
	var n NumberFormat
	if len(parts) == 4 {
		n.HidesText = !showsText(parts[3])
		n.textInk = ink(parts[3])
		parts = parts[:3]
	} else if last := parts[len(parts)-1]; strings.Contains(shows(last), "@") {
		n.textInk = ink(last)
	}
	n.ink = ink(parts[0])
	conditions := false
	for i, p := range parts {
		sec := section{blank: shows(p) == ""}
		if i == len(parts)-1 && strings.Contains(shows(p), "@") {
			continue // for text
		}
		sec.op, sec.than = condition(p)
		conditions = conditions || sec.op != ""
		n.sections = append(n.sections, sec)
	}
	if !conditions { // the third is for zero
		n.sections = n.sections[:min(2, len(n.sections))]
	}
	if !slices.ContainsFunc(n.sections, func(s section) bool { return s.blank }) {
		n.sections = nil
	}
	return n
}

// hides reports whether the format shows any value as nothing.
func (n NumberFormat) hides() bool { return n.HidesText || len(n.sections) > 0 }

// HidesNumber reports whether the format shows a number as nothing. A zero that is not shown is no content.
func (n NumberFormat) HidesNumber(v float64) bool {
	if v == 0 || len(n.sections) == 0 {
		return false
	}
	for _, s := range n.sections {
		if s.op != "" && s.holds(v) {
			return s.blank
		}
	}
	if n.sections[0].op != "" { // what no condition meets goes to the last section
		last := n.sections[len(n.sections)-1]
		return last.op == "" && last.blank
	}
	if v < 0 && len(n.sections) > 1 {
		return n.sections[1].blank
	}
	return n.sections[0].blank
}

func (s section) holds(v float64) bool {
	switch s.op {
	case "<":
		return v < s.than
	case "<=":
		return v <= s.than
	case ">":
		return v > s.than
	case ">=":
		return v >= s.than
	case "<>":
		return v != s.than
	}
	return v == s.than
}

// condition returns the condition of a section: "[>=100]".
func condition(code string) (op string, than float64) {
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i = skipTo(code, i, '"')
		case '\\':
			i++
		case '[':
			end := skipTo(code, i, ']')
			inside := code[i+1 : min(end, len(code))]
			number := strings.TrimLeft(inside, "<=>")
			if op := inside[:len(inside)-len(number)]; op != "" {
				if v, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil {
					return op, v
				}
			}
			i = end
		}
	}
	return "", 0
}

// splitSections splits a format code at the semicolons outside quotes, brackets and escapes.
func splitSections(code string) []string {
	var out []string
	start := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i = skipTo(code, i, '"')
		case '[':
			i = skipTo(code, i, ']')
		case '\\':
			i++
		case ';':
			out = append(out, code[start:i])
			start = i + 1
		}
	}
	return append(out, code[min(start, len(code)):])
}

func skipTo(s string, i int, c byte) int {
	if n := strings.IndexByte(s[i+1:], c); n >= 0 {
		return i + 1 + n
	}
	return len(s)
}

// shows returns what a section prints: everything but colours, conditions, paddings, fills, empty quotes and spaces.
func shows(section string) string {
	var b strings.Builder
	for i := 0; i < len(section); i++ {
		switch c := section[i]; c {
		case '"':
			end := skipTo(section, i, '"')
			b.WriteString(strings.TrimSpace(section[i+1 : min(end, len(section))]))
			i = end
		case '[':
			end := skipTo(section, i, ']')
			b.WriteString(bracketed(section[i+1 : min(end, len(section))]))
			i = end
		case '_', '*':
			i++
		case '\\':
			i++
			if i < len(section) && section[i] != ' ' {
				b.WriteByte(section[i])
			}
		case ' ':
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// showsText reports whether a section for texts shows the text itself. Words in its place hide it too.
func showsText(section string) bool {
	var b strings.Builder
	for i := 0; i < len(section); i++ {
		switch c := section[i]; c {
		case '"':
			i = skipTo(section, i, '"')
		case '_', '*', '\\':
			i++
		default:
			b.WriteByte(c)
		}
	}
	plain := shows(b.String())
	return strings.Contains(plain, "@") || strings.Contains(strings.ToLower(plain), "general")
}

// ink returns the colour that a section names, empty if it names none.
func ink(section string) string {
	for i := 0; i < len(section); i++ {
		switch section[i] {
		case '"':
			i = skipTo(section, i, '"')
		case '_', '*', '\\':
			i++
		case '[':
			end := skipTo(section, i, ']')
			name := section[i+1 : min(end, len(section))]
			if _, ok := inkIndex(name); ok {
				return name
			}
			i = end
		}
	}
	return ""
}

// inks are the colours that number formats know by name, in the order of the palette (18.8.27), in English and in Japanese.
var inks = [...][2]string{{"black", "黒"}, {"white", "白"}, {"red", "赤"}, {"green", "緑"}, {"blue", "青"}, {"yellow", "黄"}, {"magenta", "紫"}, {"cyan", "水"}}

// inkIndex returns the index in the palette of a colour by its name.
func inkIndex(name string) (int, bool) {
	name = strings.ToLower(name)
	for i, names := range inks {
		if name == names[0] || name == names[1] {
			return i, true
		}
	}
	number, ok := strings.CutPrefix(name, "color")
	if !ok {
		number, ok = strings.CutPrefix(name, "色")
	}
	n, err := strconv.Atoi(strings.TrimSpace(number))
	return n + 7, ok && err == nil && n >= 1 && n <= 56
}

// bracketed returns what stands for a bracket: a currency, hours beyond a day, digits in kanji; nothing for a colour, a condition or
// a language.
func bracketed(s string) string {
	lower := strings.ToLower(s)
	switch {
	case strings.HasPrefix(s, "$"):
		if sign, _, _ := strings.Cut(s[1:], "-"); sign == "" {
			return ""
		}
		return "¤"
	case strings.Trim(lower, "hms") == "", strings.HasPrefix(lower, "dbnum"):
		return "0"
	}
	return ""
}

// isDate reports whether a format code shows a year, a month or a day (g and e are the Japanese era and its year).
func isDate(code string) bool {
	for _, section := range splitSections(code) {
		plain := strings.ToLower(shows(section))
		if strings.Contains(plain, "general") {
			continue
		}
		if strings.ContainsAny(plain, "yd") || strings.Contains(plain, "ge") || strings.Contains(plain, "e年") {
			return true
		}
	}
	return false
}
