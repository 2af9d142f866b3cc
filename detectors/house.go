package detectors

import (
	"strings"
	"unicode/utf8"
)

// houseNumber reads a town and house number in s[i:limit] and returns the offset behind it, or i. A house number is 5丁目44番地,
// 44番1号, 3-12-8, or digits that end a word; figures with a unit (377万人, 2024年) are none.
func (t *textState) houseNumber(i, limit int) int {
	s := t.s
	last, town, spaces := i, 0, 0
	for p := i; p < limit; {
		r, n := decode(s[p:])
		switch {
		case r == ' ' && spaces < 3 && p+1 < limit && s[p+1] != ' ':
			spaces++
			if last > i {
				return last
			}
			p++
		case r >= '0' && r <= '9' || kanjiNumeral(r):
			end, ok := numberPart(s[:limit], p, town, false)
			if ok {
				last = end
			} else if r <= '9' {
				return last
			}
			p = max(end, p+n)
			if ok {
				continue
			}
			town++
		case r == '無' && strings.HasPrefix(s[p:limit], "無番地"):
			return t.vouch(s, i, p+len("無番地"))
		case isKanji(r) || isKana(r) || r == 'ノ' || r == '〆':
			if town == 0 && particle(r) || town > 20 {
				return last
			}
			if last > i && town > 0 && townGoesOn.prefix(s[p:limit]) == "" {
				return last
			}
			town++
			p += n
		default:
			return t.vouch(s, i, last)
		}
	}
	return t.vouch(s, i, last)
}

// vouch refuses a reading whose town part is plain prose.
func (t *textState) vouch(s string, i, last int) int {
	if last > i && proseInTown.in(s[i:last]) {
		return i
	}
	return last
}

var proseInTown = listOf("令和 平成 昭和 電話 人口 議会 において における について には では とは から 年度 条例 大会 世帯")

// townGoesOn begins what may follow a number in an address: 丁目 and the like were read with the number, so only directions and a
// second part (東入ル, 甲, 番町).
var townGoesOn = listOf("東 西 南 北 甲 乙 丙 丁 番町 条 上 下 入 字 の 地割 線 通 町 区 目 街 ノ")

// particle reports whether a town cannot go on with r: 横浜市の, 横浜市は.
func particle(r rune) bool {
	switch r {
	case 'は', 'を', 'で', 'に', 'も', 'と', 'の', 'が', 'へ', 'や':
		return true
	}
	return false
}

// kanjiNumeral reports whether house numbers are written with r.
func kanjiNumeral(r rune) bool { return kanjiValue(r) != 0 || r == '十' || r == '百' || r == '千' }

// Units that follow the figures of a house number, and those that make figures something else.
var (
	houseUnits = newWordList("丁目", "番地の", "番地", "番丁", "番町", "番", "号室", "号棟", "号", "条", "地割", "線", "区", "の", "-", "ー", "ノ", "丁")
	otherUnits = newWordList("年", "月", "日", "人", "件", "世帯", "歳", "才", "名", "円", "個", "回", "時", "分", "%", "万", "億", "校", "か所", "箇所", "カ所", "ヶ所", "期", "位", "km", "m", "台", "戸", "票", "点", "倍", "周年", "級", "ha", "社", "団体", "施設", "種", "冊", "枚", "食", ",", "/", ".", ":", "割", "学年", "組", "部", "章", "項", "議席", "限", "つの", "番目", "月号", "号線")
)

// numberPart reads the figures at p with their unit; joined ones follow others and a hyphen. ok says that they are part of a house number; end is the offset behind.
func numberPart(s string, p, town int, joined bool) (end int, ok bool) {
	end = p
	ascii := s[p] < utf8.RuneSelf
	digits := 0
	if ascii {
		digits = digitRun(s[p:])
		end += digits
	}
	for !ascii && end < len(s) {
		r, n := decode(s[end:])
		if !kanjiNumeral(r) {
			break
		}
		end += n
		digits++
	}
	if digits > 5 {
		return end, false
	}
	rest := s[end:]
	if otherUnits.prefix(rest) != "" {
		return end, false
	}
	if u := houseUnits.prefix(rest); u != "" {
		after := rest[len(u):]
		if !ascii && (u == "区" || u == "の" || u == "線" || u == "条" && strings.HasPrefix(after, "通")) {
			return end, false // 四条通 is a street
		}
		end += len(u)
		if u == "-" || u == "の" || u == "ー" || u == "ノ" { // more must follow
			if after != "" && (after[0] >= '0' && after[0] <= '9' || kanjiNumeral(firstRune(after))) {
				return numberPart(s, end, town+1, true)
			}
			if after != "" && asciiClasses[after[0]] == asciiWord {
				return end + 1, true
			}
			return end - len(u), u == "-" || ascii && town > 0
		}
		if u == "番地の" && after != "" && (after[0] < '0' || after[0] > '9') && (ascii || !kanjiNumeral(firstRune(after))) {
			return end - len("の"), true
		}
		if after != "" && (after[0] >= '0' && after[0] <= '9' || !ascii && kanjiNumeral(firstRune(after))) {
			if e, more := numberPart(s, end, town+1, joined); more || !ascii && e > end && (e == len(s) || endsWord(s[e:]) || livesThere.prefix(s[e:]) != "") {
				return e, true // also 七番地二
			}
		}
		return end, true
	}
	// Bare figures: the end of the word, behind a town.
	return end, ascii && town >= 1 && digits <= 5 && (rest == "" || endsWord(rest) || joined && particle(firstRune(rest)) || livesThere.prefix(rest) != "" || katakanaAt(rest, 0) && namesBuilding(rest))
}

// namesBuilding reports whether the word that s begins with is a building's: 3-12ニュー白鳥マンション603号.
func namesBuilding(s string) bool {
	for i := 0; i < len(s) && !endsWord(s[i:]); i += runeLength(s[i]) {
		if buildingWords.begin(s[i:]) != "" {
			return true
		}
	}
	return false
}

// livesThere goes on behind the house number of a person: 恩納4に独居.
var livesThere = listOf("在住 居住 に居住 に在住 に独居 に住 に同居 に転居 に転入 に転出 に引っ越 に引越 へ転居 へ転出 へ引っ越 へ引越 から転入 で独居 で暮 で一人暮")

// endsWord reports whether s begins with something that ends a word.
func endsWord(s string) bool {
	if s[0] < utf8.RuneSelf {
		return asciiClasses[s[0]] == asciiBreak
	}
	r, _ := decode(s)
	return r < 0x10000 && classes()[r]&breaks != 0
}

// roomNumber returns the length of the number of a room at the beginning of s, as behind the name of a building: 203, 203号室, A-302, 10F, 4-203.
func roomNumber(s string) int {
	i := 0
	if len(s) > 1 && 'A' <= s[0] && s[0] <= 'Z' {
		i = 1
		if s[1] == '-' {
			i = 2
		}
	}
	n := digitRun(s[i:])
	if n == 0 || n > 4 || s[i] == '0' {
		return 0
	}
	for i += n; i < len(s) && s[i] == '-' && digitRun(s[i+1:]) > 0; {
		m := digitRun(s[i+1:])
		if m > 4 {
			return 0
		}
		i += 1 + m
	}
	for u := roomUnits.prefix(s[i:]); u != ""; u = roomUnits.prefix(s[i:]) {
		i += len(u)
		i += digitRun(s[i:])
	}
	if i == len(s) || s[i] != '(' && s[i] != '/' && s[i] != '-' && endsWord(s[i:]) || roomEnds.prefix(s[i:]) != "" {
		return i
	}
	return 0
}

var (
	roomUnits     = listOf("号室 号棟 号館 号 棟 階 室 F")
	roomEnds      = listOf("に の で へ から 方 内 在住")
	buildingWords = listOf("号 棟 階 ビル 荘 コーポ ハイツ マンション 団地 寮 メゾン ハイム パレス レジデンス アパート 住宅 ハウス タワー F 方 シティ ヴィラ ヴィレッジ シャトー カーサ サンライズ プラウド エステート ガーデン コート プラザ テラス ドミトリー 苑 園内 館 ホーム 社宅 官舎 宿舎 会館内 施設 建て 邸")

	// What stands in front of a firm's hostel.
	firms = listOf("(株) (有) (医) (福) (学)")
	// goesBehind is what a sentence goes on with behind an address.
	goesBehind = listOf("に住 に居住 に在住 に転 に引 に所在 に一人 に独 に同居 在住 より から へ の にお に、 で、 は、 を と に")
)

// building takes a building behind the house number with it: メゾン青葉203号室, （株）丸三 独身寮, シャトー若葉 A-302.
func (t *textState) building(i, limit int) int {
	if n := i + 1; n < limit && t.s[i] == '-' { // a room by itself: -1201
		if room := roomNumber(t.s[n:limit]); room > 0 {
			return n + room
		}
	}
	end := i
	for range 3 { // words
		p := end
		for p < limit && t.s[p] == ' ' {
			p++
		}
		if p-end > 2 || p == limit {
			return end
		}
		if room := roomNumber(t.s[p:limit]); room > 0 && end > i {
			return p + room
		}
		next := t.buildingWord(p, limit)
		if next == p {
			return end
		}
		end = next
		if c := t.s[end-1]; asciiClasses[c] == asciiDigit || c == 'F' || strings.HasSuffix(t.s[:end], "号") || strings.HasSuffix(t.s[:end], "室") {
			return end
		}
	}
	return end
}

// buildingWord returns where the word at p ends that names a building, or p.
func (t *textState) buildingWord(p, limit int) int {
	s := t.s[:limit]
	end := p + len(firms.prefix(s[p:]))
	firm := end > p
	for end < limit {
		if c := s[end]; c < utf8.RuneSelf {
			if asciiClasses[c] == asciiBreak {
				break
			}
			end++
			continue
		}
		if endsWord(s[end:]) && !strings.HasPrefix(s[end:], "・") {
			break
		}
		if end > p && goesBehind.prefix(s[end:]) != "" && buildingWords.in(s[p:end]) && (asciiClasses[s[end-1]] == asciiDigit || buildingEnds.suffix(s[p:end]) != "") {
			break
		}
		end += runeLength(s[end])
	}
	end = min(end, limit)
	name := s[p:end]
	if !buildingWords.in(name) {
		if n := katakanaEnd(name); !(firm && end < limit && s[end] == ' ') && (n < 9 || n == len(name)) {
			return p
		}
	}
	switch {
	case strings.Contains(name, "電話") || strings.Contains(name, "TEL") || strings.Contains(name, "@"):
		return p
	case structures.prefix(name) != "" || namedPerson.suffix(name) != "":
		return p
	case buildingWords.in(name):
		return end
	case firm && end < limit && s[end] == ' ' && t.buildingWord(end+1, limit) > end+1:
		return end
	}
	if n := katakanaEnd(name); n >= 9 && n < len(name) {
		town := kanjiEnd(name, n)
		if roomNumber(name[town:]) == len(name)-town && (town == n || town-n <= 15 && digitRun(name[town:]) >= 3) {
			return end // パルティーレ203, ライオンズ桜木802
		}
	}
	return p
}

var (
	structures  = listOf("木造 鉄骨 鉄筋 平屋 一戸建")
	namedPerson = listOf("方 邸 様") // with a person's name, which is a value of its own
)

var buildingEnds = listOf("号 室 棟 階 F ビル 荘 ハイツ マンション 団地 寮 アパート 住宅 ハウス タワー 方 内 宅 社宅")

// katakanaEnd returns where the run of katakana at the beginning of s ends.
func katakanaEnd(s string) int {
	i := 0
	for katakanaAt(s, i) {
		i += 3
	}
	return i
}
