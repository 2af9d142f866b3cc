package sml

import "strings"

// A NumberFormat tells which values a number format (18.8.31) shows as nothing at all.
type NumberFormat struct {
	HidesPositive, HidesNegative, HidesText bool
}

// ParseNumberFormat reads a format code. Its sections are for positive numbers, negative numbers, zero and text.
func ParseNumberFormat(code string) NumberFormat {
	sections := splitSections(code)
	blank := func(i int) bool { return i < len(sections) && shows(sections[i]) == "" }
	switch len(sections) {
	case 0, 1:
		return NumberFormat{}
	case 2, 3:
		return NumberFormat{HidesPositive: blank(0), HidesNegative: blank(1)}
	}
	return NumberFormat{HidesPositive: blank(0), HidesNegative: blank(1), HidesText: blank(3)}
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
			i = skipTo(section, i, ']')
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
