package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// What is said of a person in an aside, in a bracket or behind spaces: 山田太郎（42歳・男）, 佐藤 花子　昭和60年3月5日生　女. The parts of an aside
// vouch for each other, so that a name in front which no dictionary has is not needed when there are two of them.

// An asideRead is an aside as read.
type asideRead struct {
	at, end int // where it begins, and where the last of its values ends
	parts   [4]asidePart
	n       int    // how many parts it has
	born    bool   // 生 follows a date, or a relation stands before it
	bracket bool   // it is in a bracket
	because string // what vouches for it
}

// aside reports the dates of birth, ages or sexes that asides hold, whichever the running detector is for.
func (t *textState) aside(k *Detector) {
	if t.column.Against == statistic || t.column.Kind == statistic {
		return
	}
	t.readBehind()
	for i := range t.behind {
		t.tellAside(k, &t.behind[i])
	}
	if !t.asidesDone {
		t.asidesDone = true
		t.readAsides()
	}
	for i := range t.asides {
		t.tellAside(k, &t.asides[i])
	}
}

// readBehind reads the asides behind the names and dates of birth that other detectors found, each once.
func (t *textState) readBehind() {
	for ; t.behindTo < t.own; t.behindTo++ {
		m := &t.out[t.behindTo]
		if m.Detector != "name" && m.Detector != "birth-date" {
			continue
		}
		i := m.End + len(titles.prefix(t.s[m.End:]))
		if a := t.asideAt(i); a.n > 0 {
			a.because = besideReasons[m.Detector]
			t.behind = append(t.behind, a)
		}
	}
}

// readAsides reads the other asides of the text. Another part must vouch for what they say, or what reads like a name in front.
func (t *textState) readAsides() {
	for i := 0; i < t.digitEnd; i++ {
		n := strings.IndexByte(t.s[i:t.digitEnd], '(')
		if n < 0 {
			break
		}
		i += n
		t.readAside(i)
	}
	for i := range t.numbers {
		if from := t.asideNumber(&t.numbers[i]); from > 0 {
			t.readAside(from)
		}
	}
}

// asideNumber returns where an aside may begin that holds the number, without a bracket: 名取 レオ　男　77歳, 児童（佐藤陽菜、9歳）, 昭 60. 3. 5. It is 0 for
// others.
func (t *textState) asideNumber(n *number) int {
	if n.end < len(t.s) && len(n.groups) < 3 {
		if c := t.s[n.end]; c != 0xE6 && c != 0xE5 && c != '.' && !(c == ')' && n.start > 2 && t.s[n.start-1] >= utf8.RuneSelf) {
			return 0 // neither 歳, 才 nor a date
		}
	}
	start := n.start
	if g := n.groups[len(n.groups)-1]; yearsOld.prefix(t.s[g.end:]) != "" {
		start = g.start
	} else if len(n.groups[0].digits) > 4 {
		return 0
	}
	before := strings.TrimRight(t.s[:start], " ")
	before = before[:len(before)-len(eraNames.suffix(before))]
	if before == "" || besideName(t.s, len(before)) == len(before) && !endsBeside(before) {
		return 0
	}
	before = trimBeside(before)
	if w := oneSex.suffix(before); w != "" && endsBeside(before[:len(before)-len(w)]) {
		before = trimBeside(before[:len(before)-len(w)])
	}
	return len(before)
}

var eraNames = listOf("明治 大正 昭和 平成 令和 明 大 昭 平 令 M T S H R 享年 当時 満")

func endsBeside(s string) bool { return len(trimBeside(s)) < len(s) }

func trimBeside(s string) string {
	for s != "" {
		switch c := s[len(s)-1]; {
		case c == ' ' || c == '(' || c == ',':
			s = s[:len(s)-1]
		case c == 0x81 && strings.HasSuffix(s, "、"), c == 0xBB && strings.HasSuffix(s, "・"):
			s = s[:len(s)-len("、")]
		default:
			return s
		}
	}
	return s
}

var (
	besideReasons = map[string]string{"name": "beside a name", "birth-date": "beside a date of birth"}
	yearsOld      = listOf("歳 才")
	oneSex        = listOf("男性 女性 男児 女児 男子 女子 男 女")
	relations     = listOf("続柄 長男 次男 二男 三男 長女 次女 二女 三女 子 妻 夫 父 母 祖父 祖母 孫 本人 世帯主 職業 会社員 無職 当時 生まれ 生")

	// What makes a date beside a name another than that of birth.
	otherDates = listOf("就任 委嘱 任命 着任 採用 退職 退任 任期 受付 届出 提出 死亡 没 面談 受診 入所 入院 退院 訪問 来庁 申請 契約 異動 開催 受賞 登録 更新")
)

// An asidePart is one value in an aside.
type asidePart struct {
	kind       string
	start, end int
}

// readAside reads the aside at i and notes it, if anything vouches for it.
func (t *textState) readAside(i int) {
	a := t.asideAt(i)
	switch {
	case a.n == 0:
		return
	case a.n > 1 && (a.bracket || a.born || a.parts[0].kind == "age"):
		a.because = "beside each other"
	case !t.personBefore(i):
		return
	case a.n > 1:
		a.because = "beside each other"
	default:
		a.because = "beside what reads like a name"
	}
	t.asides = append(t.asides, a)
}

// asideAt reads the aside at i.
func (t *textState) asideAt(i int) asideRead {
	a := asideRead{at: i}
	a.n, a.born, a.end = t.asideParts(a.parts[:], i)
	if a.n > 0 {
		a.bracket = strings.HasPrefix(strings.TrimLeft(t.s[i:], " "), "(")
	}
	return a
}

// tellAside reports what an aside says of the running detector's kind.
func (t *textState) tellAside(k *Detector, a *asideRead) {
	for _, p := range a.parts[:a.n] {
		if p.kind != k.ID {
			continue
		}
		closed := a.bracket && a.n == 1 && strings.HasPrefix(t.s[a.end:], ")")
		known := true
		switch p.kind {
		case "sex":
			known = a.n > 1 || closed || a.born || a.because == "beside a date of birth"
		case "birth-date":
			from, _ := t.line(a.at)
			known = a.born || longAgo(t.s[p.start:p.end]) || !otherDates.in(t.s[from:p.start]) && (a.bracket || a.n > 1)
		case "age":
			known = p.end-p.start > 3 || atDeath.suffix(t.s[:p.start]) != "" || closed && a.because == "beside a name"
		}
		if known && !t.reported(k, p) {
			t.found(k.ID, p.start, p.end, Likely, a.because)
		}
	}
}

// atDeath stands before an age that has no unit.
var atDeath = listOf("享年 当時 行年")

// longAgo reports whether a date beside a name, with no bracket around it, is too old for the day when a paper was written.
func longAgo(s string) bool {
	d, _ := dateAt(s)
	return d.year <= 2010
}

// reported reports whether the running detector has found the value already.
func (t *textState) reported(k *Detector, p asidePart) bool {
	for _, m := range t.out[t.own:] {
		if m.Detector == k.ID && m.Start < p.end && p.start < m.End {
			return true
		}
	}
	return false
}

// asideParts reads values one behind the other; born says that 生 follows a date or a relation stands before it, end is where the last value ends.
func (t *textState) asideParts(parts []asidePart, i int) (n int, born bool, end int) {
	s := t.s[:min(len(t.s), i+160)]
	end = i
	for n < len(parts) {
		next := besideName(s, i)
		if n > 0 && next == i {
			break
		}
		i = next
		if w := relations.prefix(s[i:]); w != "" && (i+len(w) == len(s) || endsWord(s[i+len(w):])) {
			i += len(w)
			born = born || w == "続柄" || kin.has(w)
			continue
		}
		p := partAt(s, i)
		if p.kind == "" {
			break
		}
		parts[n] = p
		n++
		i, end = p.end, p.end
		if p.kind == "birth-date" {
			for _, w := range []string{"生まれ", "生"} {
				if strings.HasPrefix(s[i:], w) {
					i, born = i+len(w), true
					break
				}
			}
		}
	}
	return n, born, end
}

// partAt reads the value at i: a date, an age or a sex that nothing goes on.
func partAt(s string, i int) asidePart {
	if i >= len(s) {
		return asidePart{}
	}
	ends := func(n int) bool { return i+n >= len(s) || endsWord(s[i+n:]) }
	if w := oneSex.prefix(s[i:]); w != "" && (ends(len(w)) || digitRun(s[i+len(w):]) > 0) {
		return asidePart{"sex", i, i + len(w)}
	}
	at := i
	if w := atDeath.prefix(s[i:]); w != "" {
		i += len(w)
	}
	if i == len(s) {
		return asidePart{}
	}
	r := firstRune(s[i:])
	if !beginsDate(r) && r != '満' {
		return asidePart{}
	}
	if d, n := dateAt(s[i:]); n > 0 && d.year >= 1900 && at == i && (ends(n) || born(s[i+n:])) {
		return asidePart{"birth-date", i, i + n}
	}
	if n := ageLength(s[i:]); n > 0 && ends(n) && !strings.HasSuffix(s[i:i+n], "代") {
		if bare := digitRun(s[i:]) == n; bare && i == at && !(s[i-1] == '(' && strings.HasPrefix(s[i+n:], ")")) {
			return asidePart{}
		}
		start := i + len(s[i:i+n]) - len(strings.TrimPrefix(s[i:i+n], "満"))
		return asidePart{"age", start, i + n}
	}
	return asidePart{}
}

// besideName skips what stands between a name and what is said of the person.
func besideName(s string, i int) int {
	for i < len(s) {
		switch s[i] {
		case ' ', '(', ')', ',', '/', '\t':
			i++
		case "、"[0]:
			if !strings.HasPrefix(s[i:], "、") && !strings.HasPrefix(s[i:], "・") {
				return i
			}
			i += len("、")
		default:
			return i
		}
	}
	return i
}

// nobody are given names that are words where an age stands behind them.
var nobody = listOf("成人 定年 高年 一般 大人 小人 中人 学生 生徒 児童 幼児 青年 少年 少女 老人 年長 年少 年中")

// personBefore reports whether what ends at i reads like somebody's name: a surname and a given name, or a given name behind a relative.
func (t *textState) personBefore(i int) bool {
	s := trimBeside(t.s[:i])
	if title := titles.suffix(s); title != "" {
		return true
	}
	start, runes, space := len(s), 0, 0
	for start > 0 && runes < 9 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if r == ' ' && space == 0 && start < len(s) {
			space = start
		} else if !nameRune(r) {
			break
		}
		start -= n
		runes++
	}
	if nobody.suffix(s) != "" {
		return false
	}
	first := max(start, space)
	if given := s[first:]; space > 0 && dict.Given(given) > 0 {
		surname := s[kanjiStart(s, space-1) : space-1]
		if dict.Surname(surname) > 0 || surname != "" && len(surname) <= 12 && len(given) >= 6 && !t.set.isWord(surname) {
			return true
		}
	}
	for from := first; from < len(s); from += runeLength(s[from]) {
		word := s[from:]
		if knownName(word) >= surnameGiven && utf8.RuneCountInString(word) > 2 && !t.set.isWord(word) && !dict.NotName(word) {
			return true
		}
		if dict.Given(word) == 0 || t.set.isWord(s[first:]) {
			continue
		}
		if len(word) >= 6 && from > first && kanjiBefore(s[:from]) && !dict.GivenNoun(word) {
			return true // with a surname that no dictionary has
		}
		if kin.suffix(strings.TrimSuffix(s[:from], "の")) != "" {
			return true
		}
	}
	return false
}

// kanjiStart returns where the run of kanji that ends at i begins.
func kanjiStart(s string, i int) int {
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !isKanji(r) && r != '々' {
			break
		}
		i -= n
	}
	return i
}

func endsAge(s string) bool { return strings.HasSuffix(s, "歳") || strings.HasSuffix(s, "才") }
