package detectors

import (
	"strings"
	"unicode/utf8"
)

// A date is a day of the Gregorian calendar.
type date struct{ year, month, day int }

// plausible reports whether somebody alive in a document can have been born then.
func (d date) plausible() bool {
	return d.year >= 1868 && d.year <= 2100 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31
}

// An era of the Japanese calendar: year 1 is first+1. Names longest first (元号法; 明治 to 令和).
type era struct {
	names []string
	first int
	last  int // its last year
}

var eras = []era{
	{[]string{"明治", "明", "M", "m"}, 1867, 45},
	{[]string{"大正", "大", "T", "t"}, 1911, 15},
	{[]string{"昭和", "昭", "S", "s"}, 1925, 64},
	{[]string{"平成", "平", "H", "h"}, 1988, 31},
	{[]string{"令和", "令", "R", "r"}, 2018, 99},
}

// nextDate finds the first date in s at or behind i; to is 0 when there is none. It reads 1985年3月5日, 1985/3/5, 1985-03-05,
// 1985.3.5, 19850305, and with an era 昭和60年3月5日, S60.3.5, 昭60・3・5, 平成元年, also in kanji numerals.
func nextDate(s string, i int) (d date, from, to int) {
	for i < len(s) {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if !beginsDate(r) {
			i += n
			continue
		}
		if d, n := dateAt(s[i:]); n > 0 && (i == 0 || asciiClasses[s[i-1]] != asciiWord && asciiClasses[s[i-1]] != asciiDigit) {
			return d, i, i + n
		}
		i += n
		for r >= '0' && r <= '9' && i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	return date{}, 0, 0
}

// beginsDate reports whether a date can begin with r.
func beginsDate(r rune) bool {
	switch r {
	case 'M', 'T', 'S', 'H', 'R', 'm', 't', 's', 'h', 'r', '明', '大', '昭', '平', '令':
		return true
	}
	return r >= '0' && r <= '9' || kanjiValue(r) != 0
}

// dateAt reads a date at the beginning of s and returns its length, or 0.
func dateAt(s string) (d date, n int) {
	base, limit, i := eraAt(s)
	i += spaces(s[i:])
	year, k := figure(s[i:])
	if i > 0 && strings.HasPrefix(s[i:], "元") {
		year, k = 1, len("元")
	}
	if k == 0 || i > 0 && year > limit && k != 6 {
		return date{}, 0
	}
	if i == 0 && k == 8 && allDigits(s[:8]) && (len(s) == 8 || s[8] < '0' || s[8] > '9') {
		d = date{atoi(s[:4]), atoi(s[4:6]), atoi(s[6:8])}
		if d.plausible() {
			return d, 8
		}
		return date{}, 0
	}
	if i > 0 && k == 6 && allDigits(s[i:i+6]) { // S600305
		d = date{base + atoi(s[i:i+2]), atoi(s[i+2 : i+4]), atoi(s[i+4 : i+6])}
		if d.plausible() && d.year <= base+limit && d.year > base {
			return d, i + 6
		}
		return date{}, 0
	}
	if i == 0 && (year < 1868 || year > 2100) {
		return date{}, 0
	}
	d.year = base + year
	i += k
	if k = glossed(s[i:]); k > 0 {
		i += k
		if d.month, k = figure(s[i:]); k == 0 || d.month > 12 {
			return date{}, 0
		}
	} else if d.month, k = part(s[i:], "年"); k == 0 {
		return date{}, 0
	}
	i += k
	if d.day, k = part(s[i:], "月"); k == 0 || !d.plausible() {
		return date{}, 0
	}
	i += k
	if rest, ok := strings.CutPrefix(strings.TrimLeft(s[i:], " "), "日"); ok {
		i = len(s) - len(rest)
	}
	return d, i
}

// glossed returns the length of a year's other reckoning in a bracket and of 年, before or behind it: 1985（昭和60）年, 昭和60年（1985年）.
func glossed(s string) int {
	rest, year := strings.CutPrefix(strings.TrimLeft(s, " "), "年")
	rest, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), "(")
	if !ok {
		return 0
	}
	_, _, n := eraAt(rest)
	rest = strings.TrimLeft(rest[n:], " ")
	if _, n = figure(rest); n == 0 {
		if !strings.HasPrefix(rest, "元") {
			return 0
		}
		n = len("元")
	}
	rest = strings.TrimPrefix(rest[n:], "年")
	if rest, ok = strings.CutPrefix(rest, ")"); !ok {
		return 0
	}
	behind, again := strings.CutPrefix(strings.TrimLeft(rest, " "), "年")
	if !year && !again {
		return 0
	}
	return len(s) - len(strings.TrimLeft(behind, " "))
}

// eraAt reads the name of an era at the beginning of s: the year before its first, its last year, and the length of the name.
func eraAt(s string) (base, limit, n int) {
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		return 0, 0, 0
	}
	for k := range eras {
		e := &eras[k]
		for _, name := range e.names {
			if strings.HasPrefix(s, name) {
				return e.first, e.last, len(name)
			}
		}
	}
	return 0, 0, 0
}

// part reads a separator and a figure.
func part(s, unit string) (v, n int) {
	i := spaces(s)
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, unit):
		i += len(unit)
	case strings.HasPrefix(rest, "・"), strings.HasPrefix(rest, "ー"):
		i += len("・")
	case rest != "" && strings.IndexByte("/-.", rest[0]) >= 0:
		i++
	default:
		return 0, 0
	}
	i += spaces(s[i:])
	v, k := figure(s[i:])
	if k == 0 || v > 31 {
		return 0, 0
	}
	return v, i + k
}

func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// figure reads a number of up to eight digits, or one of kanji up to 9999: 60, 六十, 一九八五.
func figure(s string) (v, n int) {
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	if n > 0 {
		return v, n
	}
	total, current := 0, 0
	for n < min(len(s), 8*3) {
		r, size := utf8.DecodeRuneInString(s[n:])
		unit := 0
		switch r {
		case '十':
			unit = 10
		case '百':
			unit = 100
		case '千':
			unit = 1000
		}
		switch k := kanjiValue(r); {
		case k != 0:
			current = current*10 + int(k-'0')
		case unit != 0:
			total += max(current, 1) * unit
			current = 0
		default:
			return total + current, n
		}
		n += size
	}
	return total + current, n
}

func atoi(s string) (v int) {
	for i := range len(s) {
		v = v*10 + int(s[i]-'0')
	}
	return v
}

// serialDate returns the day of a spreadsheet's serial number in the 1900 date system. It reckons in years that begin in March, so that
// the leap day is the last one, and in eras of 400 years, which are all alike.
func serialDate(n int) date {
	const era, epoch = 146097, 693899 // days; 1899-12-30 counted from 0000-03-01
	n += epoch
	day := n % era
	year := (day - day/1460 + day/36524 - day/146096) / 365
	day -= 365*year + year/4 - year/100
	month := (5*day + 2) / 153 // from March
	d := date{n/era*400 + year, month + 3, day - (153*month+2)/5 + 1}
	if d.month > 12 {
		d.year, d.month = d.year+1, d.month-12
	}
	return d
}
