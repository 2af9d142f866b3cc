package samples

import (
	"fmt"
	"strings"
	"time"
)

// newDate is midnight of a day.
func newDate(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// csv writes a table with a separator and line ends; fields are quoted where they must be.
func csv(t table, sep rune, eol string) string {
	var s strings.Builder
	for _, cells := range append([][]any{headCells(t)}, t.rows...) {
		for j, v := range cells {
			if j > 0 {
				s.WriteRune(sep)
			}
			s.WriteString(field(v, sep))
		}
		s.WriteString(eol)
	}
	return s.String()
}

func field(v any, sep rune) string {
	var text string
	switch x := v.(type) {
	case nil:
	case time.Time:
		text = x.Format("2006/1/2")
	default:
		text = fmt.Sprint(x)
	}
	if strings.ContainsAny(text, "\"\r\n"+string(sep)) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}
