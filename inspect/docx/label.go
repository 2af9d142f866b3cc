package docx

import (
	"strings"
	"unicode/utf8"
)

// labelBefore returns what a reader sees before a stretch if that says what follows: the 氏名 of 氏名：, and whatever stands before a
// mere number.
func labelBefore(before, stretch string) []string {
	if strings.ContainsAny(stretch, "：:") { // it has labels of its own
		return nil
	}
	text := strings.TrimRight(before, " 　")
	label := strings.TrimRight(text, "：: 　")
	if label == text && strings.Trim(stretch, "0123456789０１２３４５６７８９-－‐ 　") != "" {
		return nil
	}
	if i := strings.LastIndexAny(label, " 　\t\n、。，．,;；)）(（」】"); i >= 0 {
		_, n := utf8.DecodeRuneInString(label[i:])
		label = label[i+n:]
	}
	if label == "" {
		return nil
	}
	return []string{label}
}
