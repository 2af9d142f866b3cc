package detectors

import "strings"

// passportDetector finds passport numbers: two letters and seven digits (旅券法施行規則; the form of booklets issued in Japan), and the
// machine-readable lines of any passport, whose check digits prove them (ICAO Doc 9303, part 3, 4.9: weights 7, 3, 1).
func passportDetector() *Detector {
	return &Detector{
		ID: "passport", JA: "旅券番号", EN: "passport number", Step: 3, Person: true,
		Heads:   strings.Fields("旅券番号 パスポート番号 パスポートno 旅券no 旅券ナンバー パスポートナンバー パスポート 旅券 passportno passportnumber passport"),
		words:   []string{"パスポート", "旅券番号", "旅券ナンバー", "旅券", "Passport", "PASSPORT", "passport"},
		against: []string{"型番", "品番", "製造番号", "ロット", "図面", "型式", "予約番号"},
		Valid:   func(cell string) bool { s := fold(cell); return len(s) >= 9 && passportAt(s) == len(s) },
		on:      onLetters | onChevrons,
		scan:    scanPassport,
		Hits: []Example{
			{Text: "旅券番号 TK1234067"}, {Text: "ＭＺ７６５４０２１", Labels: []string{"パスポート番号"}}, {Text: "パスポートNo. TR 0918275"}, {Text: "TK12345671JPN8503057F3001019<<<<<<<<<<<<<<02"},
		},
		Misses: []Example{
			{Text: "TK1234067"}, {Text: "型番 TK1234067"}, {Text: "旅券番号"}, {Text: "旅券番号 TK0000000"}, {Text: "TK12345672JPN8503057F3001019<<<<<<<<<<<<<<02"}, {Text: "パスポートの申請 2024年"},
		},
	}
}

func scanPassport(t *textState, k *Detector) {
	if t.triggers&onChevrons != 0 {
		t.machineReadable(k)
	}
	for i := range t.numbers {
		n := &t.numbers[i]
		start, ok := t.lettersBefore(n.start, 2)
		if !ok || len(n.groups[0].digits) != 7 || dummy(n.groups[0].digits) || !n.ends(t.s, 0) {
			continue
		}
		e := t.evidence(k, start)
		t.found(k.ID, start, n.groups[0].end, e.judge(Shape, false), t.reason(&e, "two letters and seven digits"))
	}
}

// lettersBefore returns where count capital letters begin that stand before i, perhaps with a space between, and by themselves.
func (t *textState) lettersBefore(i, count int) (start int, ok bool) {
	if i > 0 && t.s[i-1] == ' ' {
		i--
	}
	start = i
	for start > 0 && 'A' <= t.s[start-1] && t.s[start-1] <= 'Z' && i-start <= count {
		start--
	}
	if i-start != count {
		return i, false
	}
	return start, start == 0 || asciiClasses[t.s[start-1]] != asciiWord && asciiClasses[t.s[start-1]] != asciiDigit && t.s[start-1] != '-' && t.s[start-1] != '_'
}

// ends reports whether group j ends the run of digits and letters it is part of.
func (n *number) ends(s string, j int) bool {
	end := n.groups[j].end
	if j+1 < len(n.groups) && joins(n.groups[j+1].sep) {
		return false
	}
	return end >= len(s) || asciiClasses[s[end]] != asciiWord && s[end] != '_' && s[end] != '-' && s[end] != '@'
}

// passportAt returns the length of the passport number at the beginning of s, or 0.
func passportAt(s string) int {
	if len(s) < 9 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z' {
		return 0
	}
	i := 2
	if s[2] == ' ' {
		i = 3
	}
	if len(s) < i+7 || !allDigits(s[i:i+7]) || dummy(s[i:i+7]) {
		return 0
	}
	return i + 7
}

// mrzLength is the length of the second line of a passport.
const mrzLength = 44

// machineReadable looks for the second line of a passport: number, country, birth, sex, expiry, each with its check digit.
func (t *textState) machineReadable(k *Detector) {
	for i := 0; i+mrzLength <= len(t.s); {
		end := i
		for end < len(t.s) && mrzValue(t.s[end]) >= 0 {
			end++
		}
		if end-i == mrzLength && mrzCheck(t.s[i:i+9], t.s[i+9]) && mrzCheck(t.s[i+13:i+19], t.s[i+19]) && mrzCheck(t.s[i+21:i+27], t.s[i+27]) && t.s[i+9] != '<' {
			t.found(k.ID, i, end, Proven, "machine-readable line with valid check digits")
		}
		i = end + 1
	}
}

// mrzValue returns what a character of a machine-readable line counts, -1 for others.
func mrzValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	case c == '<':
		return 0
	}
	return -1
}

// mrzCheck verifies a field with its check digit (ICAO Doc 9303, part 3).
func mrzCheck(field string, check byte) bool {
	sum := 0
	for i := range len(field) {
		sum += mrzValue(field[i]) * [3]int{7, 3, 1}[i%3]
	}
	return sum%10 == mrzValue(check)
}

// residenceCardDetector finds numbers of residence cards (在留カード番号: 2 letters, 8 digits, 2 letters; 出入国管理及び難民認定法施行規則 19条の6,
// card specification 1.1). No check digit is public, but hardly anything else is written so.
func residenceCardDetector() *Detector {
	return &Detector{
		ID: "residence-card", JA: "在留カード番号", EN: "residence card number", Step: 3, Person: true,
		Heads:   strings.Fields("在留カード番号 在留カードno 在留番号 在留カード 特別永住者証明書番号 特別永住者証明書 外国人登録番号 residencecardno residencecard"),
		words:   []string{"在留カード", "在留番号", "永住者証明書", "Residence", "外国人登録"},
		against: []string{"型番", "品番", "製造番号", "ロット", "図面", "シリアル"},
		Valid:   func(cell string) bool { s := fold(cell); return len(s) >= 12 && residenceAt(s) == len(s) },
		on:      onLetters,
		scan:    scanResidenceCard,
		Hits: []Example{
			{Text: "在留カード番号 AB48172039CD"}, {Text: "ＵＨ２０９３８４７１ＥＡ", Labels: []string{"在留カード番号"}}, {Text: "在留カード：SE 61830274 TH"},
		},
		Misses: []Example{{Text: "AB48172039CD"}, {Text: "製造番号 AB48172039CD"}, {Text: "在留カード番号"}, {Text: "在留カード番号 AB00000000CD"}, {Text: "在留カードの番号が必要です"}},
	}
}

func scanResidenceCard(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		start, ok := t.lettersBefore(n.start, 2)
		if !ok {
			continue
		}
		size := residenceAt(t.s[start:])
		if size == 0 {
			continue
		}
		e := t.evidence(k, start)
		t.found(k.ID, start, start+size, e.judge(Shape, false), t.reason(&e, "two letters, eight digits, two letters"))
	}
}

// residenceAt returns the length of the number at the beginning of s, or 0.
func residenceAt(s string) int {
	i := 0
	for part, size := range []int{2, 8, 2} {
		if part > 0 && i < len(s) && s[i] == ' ' {
			i++
		}
		if len(s) < i+size {
			return 0
		}
		for _, c := range []byte(s[i : i+size]) {
			if part == 1 && asciiClasses[c] != asciiDigit || part != 1 && (c < 'A' || c > 'Z') {
				return 0
			}
		}
		if part == 1 && dummy(s[i:i+size]) {
			return 0
		}
		i += size
	}
	if i < len(s) && (asciiClasses[s[i]] == asciiWord || asciiClasses[s[i]] == asciiDigit || s[i] == '-') {
		return 0
	}
	return i
}
