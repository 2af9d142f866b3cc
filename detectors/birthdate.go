package detectors

import (
	"strings"
)

// birthDateDetector finds dates of birth: a date of any spelling in a column or behind a label for them, or with 生まれ or 生
// behind it. Without such a word it is only a date. In a column of birth dates a number from 10000 to 46000 is a spreadsheet's
// serial (1927 to 2025).
func birthDateDetector() *Detector {
	return &Detector{
		ID: "birth-date", JA: "生年月日", EN: "date of birth", Step: 2,
		Heads:   strings.Fields("生年月日 誕生日 生年月日西暦 生年月日和暦 生年 出生日 出生年月日 お誕生日 ご生年月日 birthday birthdate birth dateofbirth dob d.o.b 生年月日昭平令"),
		words:   []string{"生年月日", "誕生日", "出生"},
		against: []string{"起案", "施行", "納期", "契約期間", "建築", "発行", "改正", "更新"},
		Valid:   func(cell string) bool { return birthCell(fold(cell)) },
		scan:    scanBirthDate, on: onBirth | onTitle | onWord, short: shortDate, shortBecause: "a date",
		Hits: []Example{
			{Text: "1985/3/5", Labels: []string{"生年月日"}},
			{Text: "昭和60年3月5日", Labels: []string{"生年月日"}},
			{Text: "S60.3.5", Labels: []string{"生年月日"}},
			{Text: "31111", Labels: []string{"生年月日"}},
			{Text: "生年月日：平成元年１２月１日"},
			{Text: "昭和六十年三月五日生"},
			{Text: "19850305", Labels: []string{"生年月日"}},
			{Text: "平成３年４月１０日生まれ"},
			{Text: "1985-03-05 00:00:00", Labels: []string{"生年月日"}},
			{Text: "㍼60年3月5日", Labels: []string{"誕生日"}},
			{Text: "昭60.3.5", Labels: []string{"生年月日"}},
			{Text: "H元.12.1", Labels: []string{"生年月日"}},
			{Text: "R2/4/1", Labels: []string{"生年月日"}},
			{Text: "生年月日 1985（昭和60）年3月5日"},
			{Text: "1985年（昭和60年）3月5日生"},
			{Text: "昭和60年（1985年）3月5日", Labels: []string{"生年月日"}},
			{Text: "患者　山田太郎　様（昭和60年3月5日）"},
			{Text: "長女　佐藤 花子（R2.4.1）"},
			{Text: "山本美咲（昭和20年4月1日、女性）"},
			{Text: "生年月日は昭和60年3月5日です"},
			{Text: "Date of birth: 1985-03-05"},
			{Text: "Date of birth　昭 60. 3. 5"},
			{Text: "窓口に来た方　佐藤 虎太朗　昭32年5月25日"},
		},
		Misses: []Example{
			{Text: "1985/3/5"},
			{Text: "令和6年4月1日施行"},
			{Text: "31111"},
			{Text: "生年月日"},
			{Text: "1985/13/45", Labels: []string{"生年月日"}},
			{Text: "　　年　　月　　日", Labels: []string{"生年月日"}},
			{Text: "平成3年4月10日"},
			{Text: "2024年4月1日", Labels: []string{"契約日"}},
			{Text: "佐藤 虎太朗　令和6年5月25日"},
			{Text: "就任　山田太郎（令和6年4月1日）"},
			{Text: "条例（平成30年4月1日）"},
			{Text: "誕生日会の企画。2024年4月1日"},
			{Text: "1985年（昭和60年）3月5日施行"},
		},
	}
}

const serialBecause = "serial number of a date"

func scanBirthDate(t *textState, k *Detector) {
	if !t.speaksOf() {
		if len(t.births) > 0 {
			t.bornDates(k)
		}
		if t.digitEnd > 0 {
			t.aside(k)
		}
		return
	}
	start, end := t.whole()
	if t.with != nil && end-start <= 10 {
		if e := t.evidence(k, start); e.any() && serial(t.s[start:end]) {
			t.found(k.ID, start, end, e.judge(0, false), t.reason(&e, serialBecause))
			return
		}
	}
	t.birthDates(k, 0, len(t.s))
}

// bornDates looks at the lines where 生 follows a date.
func (t *textState) bornDates(k *Detector) {
	done := 0
	for _, i := range t.births {
		if i < done {
			continue
		}
		before := strings.TrimRight(t.s[:i], " (")
		if born(t.s[i:]) && (strings.HasSuffix(before, "日") || before != "" && (asciiClasses[before[len(before)-1]] == asciiDigit || kanjiNumeral(lastRune(before)))) || t.bornLabel(k, i) || strings.HasPrefix(t.s[i:], "生まれ") && (strings.HasSuffix(before, "に") || strings.HasSuffix(before, "で")) {
			from, to := t.line(i)
			t.birthDates(k, from, to)
			done = to
		}
	}
}

// bornLabel reports the date right behind 生年月日 or 誕生日 in a sentence.
func (t *textState) bornLabel(k *Detector, i int) bool {
	rest, ok := strings.CutPrefix(t.s[i:], "生年月日")
	if !ok {
		if rest, ok = strings.CutPrefix(t.s[i:], "生日"); !ok {
			return false
		}
	}
	start := len(t.s) - len(strings.TrimLeft(rest, "はがの :=(、"))
	if d, n := dateAt(t.s[start:]); n > 0 && d.plausible() {
		t.found(k.ID, start, start+n, Likely, "生年月日 before it")
	}
	return false
}

// birthDates reports the dates in s[i:end] that something calls a birth.
func (t *textState) birthDates(k *Detector, i, end int) {
	for i < end {
		d, from, to := nextDate(t.s[:end], i)
		if to == 0 {
			return
		}
		i = to
		e := t.evidence(k, from)
		if born(t.s[to:]) || bornThere(t.s[to:]) {
			e.label = true
			e.why("生 behind it")
		}
		if e.any() && d.plausible() {
			t.found(k.ID, from, to, e.judge(0, false), t.reason(&e, "a date"))
		}
	}
}

// born reports whether s begins with a word for birth.
func born(s string) bool {
	s = strings.TrimLeft(s, " ()")
	if strings.HasPrefix(s, "生まれ") || strings.HasPrefix(s, "生れ") {
		return true
	}
	rest, ok := strings.CutPrefix(s, "生")
	return ok && (rest == "" || !hasKanji(rest[:min(len(rest), 3)]))
}

// bornThere reports whether s goes on with where somebody was born: 、千葉県船橋市に生まれる.
func bornThere(s string) bool {
	s = s[:min(len(s), 75)]
	i := strings.Index(s, "生まれ")
	return i > 6 && (strings.HasSuffix(s[:i], "に") || strings.HasSuffix(s[:i], "で")) && !strings.ContainsAny(s[:i], "。\n0123456789")
}

// speaksOf reports whether a label, the column or a field of the text speaks of the detector that is running. It is the quick
// way out of those that need one.
func (t *textState) speaksOf() bool { return t.speaks&t.bit != 0 }

// serial reports whether s is a spreadsheet's serial number of a day from 1927 to 2025.
func serial(s string) bool {
	s = strings.TrimSuffix(s, ".0")
	return len(s) == 5 && allDigits(s) && s >= "10000" && s <= "46000"
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// birthCell reports whether a folded cell is a date that can be one of birth, or its serial number.
func birthCell(s string) bool {
	if serial(s) {
		return true
	}
	d, from, to := nextDate(s, 0)
	return to > 0 && from <= 3 && d.plausible() && len(s)-to <= 12
}
