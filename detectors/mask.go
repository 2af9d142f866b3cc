package detectors

import (
	"strconv"
	"unicode/utf8"
)

// Mask shortens a value for reports: its first character and two dots, 山●●. Of an empty value it returns "".
func Mask(value string) string {
	if value == "" {
		return ""
	}
	_, n := utf8.DecodeRuneInString(value)
	return value[:n] + "●●"
}

func itoa(n int) string { return strconv.Itoa(n) }
