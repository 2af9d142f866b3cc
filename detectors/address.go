package detectors

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// addressDetector finds street addresses (住居表示に関する法律; 地番): a municipality, with or without its prefecture, and a house
// number behind it. A place name alone counts only in a column or behind a label of addresses, since statistics, offices and
// universities begin the same way (横浜市の人口, 横浜市立大学). Addresses of offices (所在地, a building named ○○庁舎) are shapes.
func addressDetector() *Detector {
	return &Detector{
		ID: "address", JA: "住所", EN: "address", Step: 2, Person: true,
		Heads: strings.Fields("住所 現住所 ご住所 自宅住所 住所番地 住所地 居住地 居所 住民票住所 本籍 本籍地 住所建物 建物名 マンション名 アパート名 建物名部屋番号 住所都道府県 住所市区町村 送付先住所 届け先住所 旧住所 新住所 転入前住所 前住所 町名番地 番地以降 町域番地 丁目番地 番地号 番地建物 保護者住所 お住まい 住まい お住い address homeaddress"),
		Valid: func(cell string) bool { return addressCell(cell) },
		plausible: func(cell string) bool {
			s := fold(cell)
			return len(s) >= 6 && !masked(s) && strings.IndexByte(s, '@') < 0
		},
		headless: 60,
		scan:     scanAddress, on: onPlace, short: shortAddress, shortBecause: "house number after a municipality",
		Hits: []Example{
			{Text: "神奈川県横浜市青葉区美しが丘3-12-8"},
			{Text: "春日井市鳥居松町5丁目44番地"},
			{Text: "被害児童の住所は青葉町3-12-8でしたか"},
			{Text: "送付先　春日井市鳥居松町5-44 ライオンズ勝川802"},
			{Text: "住所：東京都八王子市元本郷町三丁目二十四番一号"},
			{Text: "京都市上京区今出川通烏丸東入玄武町602"},
			{Text: "札幌市中央区北三条西６丁目１－２　コーポさくら２０３号室"},
			{Text: "つくばみらい市陽光台1-2-3"},
			{Text: "青森県上北郡おいらせ町中下田135番地2"},
			{Text: "安芸高田市吉田町吉田791"},
			{Text: "本町2-5-1", Labels: []string{"住所"}},
			{Text: "青葉区", Labels: []string{"現住所"}},
			{Text: "長野県松本市大字島立１２３４－５"},
			{Text: "大阪市北区梅田1丁目1-3-2003"},
			{Text: "東京都港区芝公園四丁目2番25号"},
			{Text: "京都市下京区四条通室町東入函谷鉾町１"},
			{Text: "東京都小笠原村父島字西町無番地"},
		},
		Misses: []Example{
			{Text: "横浜市の人口は377万人"},
			{Text: "横浜市立大学"},
			{Text: "新宿区 349,385"},
			{Text: "住所"},
			{Text: "○○市○○町1-2-3", Labels: []string{"住所"}},
			{Text: "横浜市 2024年度予算"},
			{Text: "川崎市は2024年4月1日に条例を施行した"},
			{Text: "新宿区歌舞伎町1-4-1", Labels: []string{"所在地"}},
			{Text: "東京都"},
			{Text: "第2回さいたま市議会"},
			{Text: "さいたま市浦和区 162,345", Labels: []string{"市区町村名"}},
		},
	}
}

func scanAddress(t *textState, k *Detector) {
	start, end := t.whole()
	if t.with != nil && t.speaksOf() && len(t.fields) == 0 && end-start <= 240 && end-start >= 6 {
		if e := t.evidence(k, start); e.any() && t.cellAddress(k, start, end, e) {
			return
		}
	}
	for i := 0; i < len(t.places) && t.places[i] < t.digitEnd; i++ {
		a, ok := t.addressAt(t.places[i])
		if !ok {
			continue
		}
		t.address(k, a)
		for i+1 < len(t.places) && t.places[i+1] <= a.end {
			i++
		}
	}
	for _, f := range t.fields {
		if f.head.kind == k.ID && !f.head.weak {
			t.fieldAddress(k, f)
		}
	}
	t.saidAddress(k)
}

// saidAddress takes a town with a house number out of a sentence that calls it an address: 住所は青葉町3-12-8です.
func (t *textState) saidAddress(k *Detector) {
	for i := 0; ; {
		n := strings.Index(t.s[i:], "住所は")
		if n < 0 {
			return
		}
		i += n + len("住所は")
		start := i + len(t.s[i:]) - len(strings.TrimLeft(t.s[i:], " 「、"))
		_, line := t.line(start)
		if end := t.houseNumber(start, min(line, start+180)); end > start && !t.foundIn(start, end) {
			t.found(k.ID, start, end, Likely, "word 住所 before it")
		}
	}
}

// foundIn reports whether something of the running detector was found between start and end.
func (t *textState) foundIn(start, end int) bool {
	own := t.out[t.own:]
	i := sort.Search(len(own), func(i int) bool { return own[i].End > start })
	return i < len(own) && own[i].Start < end
}

// cellAddress takes a whole cell of a column, or behind a label, of addresses.
func (t *textState) cellAddress(k *Detector, start, end int, e evidence) bool {
	cell := t.s[start:end]
	if masked(cell) || remarks.has(cell) || strings.Contains(cell, "@") || t.set.isWord(cell) || !hasKanji(cell) && !e.column {
		return false
	}
	sure := e.judge(0, false)
	parsed := e.full && t.triggers&onPlace != 0 || t.parsed(start) // the other cells of a full column vouch for this one
	if !parsed {
		sure = min(sure, Likely)
		if !e.column && (e.weak || len(cell) > 120 || strings.HasSuffix(cell, "。")) {
			return false
		}
	} else if sure == Likely && e.owner == "" {
		sure = Proven
	}
	format := ""
	if parsed {
		format = "house number after a municipality"
	}
	t.found(k.ID, start, end, sure, t.reason(&e, format))
	return true
}

// parsed reports whether an address with municipality and house number begins near start.
func (t *textState) parsed(start int) bool {
	for _, p := range t.places {
		if p > start+90 {
			break
		}
		if from, ok := t.municipality(p); ok && from <= start+24 {
			_, line := t.line(p)
			if t.houseNumber(p, min(line, p+180)) > p {
				return true
			}
		}
	}
	return false
}

// fieldAddress takes what stands behind a label of an address when no municipality was recognised in it.
func (t *textState) fieldAddress(k *Detector, f field) {
	start, end := trim(t.s, f.value, f.to)
	if end-start < 6 || end-start > 240 || masked(t.s[start:end]) || !strings.ContainsAny(t.s[f.end:f.value], ":=") && !t.opensLine(f.start) {
		return
	}
	if t.foundIn(start, end) {
		return
	}
	if n := t.houseNumber(start, end); n > start {
		sure := Likely
		if f.head.against != "" {
			sure = Shape
		}
		t.found(k.ID, start, n, sure, f.head.because)
	}
}

// An addressSpan is an address as read.
type addressSpan struct {
	start, end int
	office     bool // the building is that of an office
	home       bool // it ends in the room of somebody's flat
}

// address judges an address that has a house number.
func (t *textState) address(k *Detector, a addressSpan) {
	e := t.evidence(k, a.start)
	format := "house number after a municipality"
	if e.owner == "" && (a.office || !a.home && !e.any() && t.office(a.start)) {
		e.owner, format = organisation, "address of an office"
	}
	sure := e.judge(Likely, false)
	if e.label && !e.weak && sure == Likely {
		sure = Proven
	}
	t.found(k.ID, a.start, a.end, sure, t.reason(&e, format))
}

// addressAt reads the address whose municipality ends at offset i.
func (t *textState) addressAt(i int) (addressSpan, bool) {
	start, ok := t.municipality(i)
	if !ok {
		return addressSpan{}, false
	}
	_, line := t.line(i)
	end := t.houseNumber(i, min(line, i+180))
	if end == i {
		return addressSpan{}, false
	}
	a := addressSpan{start: start, end: end}
	a.end = t.building(end, min(line, end+120))
	a.home = flat(t.s[end:a.end])
	a.office = officeBuildings.in(t.s[start:end]) || officeBehind.in(t.s[end:min(line, a.end+60)])
	return a, true
}

// flat reports whether what stands behind a house number is a room in a house with a name, and no house of offices: コーポ青葉102.
func flat(building string) bool {
	name := strings.TrimSpace(building)
	room := strings.TrimSuffix(strings.TrimSuffix(name, "室"), "号")
	n := len(room)
	for n > 0 && room[n-1] >= '0' && room[n-1] <= '9' {
		n--
	}
	return len(room)-n >= 3 && strings.IndexFunc(name[:n], nameRune) >= 0 && !offices.in(name)
}

var offices = listOf("ビル 階 F センター 会館 プラザ 庁舎 オフィス 本社 支店 支社 営業所")

// Buildings of offices in the town and in what follows the house number. There are towns called 芝公園 and 大学町.
var (
	officeBuildings = listOf("役所 役場 庁舎 学校 病院 センター 公民館 会館 図書館 株式会社 事務所 支所 出張所 保育園 幼稚園")
	officeBehind    = listOf("役所 役場 庁舎 学校 大学 病院 センター 公民館 会館 図書館 公園 駅前広場 株式会社 事務所 支所 出張所 保育園 幼稚園")
)

// municipality returns where the place name that ends at i begins, its prefecture and district included.
func (t *textState) municipality(i int) (int, bool) {
	start, known := i, false
	p, town := i, false
	for n := 0; n < 8 && p > 0; n++ {
		r := lastRune(t.s[:p])
		if !nameRune(r) {
			break
		}
		p -= utf8.RuneLen(r)
		if n == 0 {
			continue
		}
		if n == 1 {
			town = townEnds.suffix(t.s[:i]) != ""
		}
		name := t.s[p:i]
		kind := dict.PlaceOf(name)
		if kind&dict.Municipality != 0 || kind&dict.Ward != 0 && (p == 0 || !kanjiBefore(t.s[:p])) {
			start, known = p, true
		} else if kind&dict.Prefecture != 0 {
			return i, false // the municipality is still to come
		} else if town && !known && t.prefectureBefore(p) < p {
			start, known = p, true // one that was merged since
		}
	}
	if !known {
		return i, false
	}
	return t.prefectureBefore(t.districtBefore(start)), true
}

var townEnds = listOf("市 町 村")

// districtBefore returns where the district (郡) before p begins, or p.
func (t *textState) districtBefore(p int) int {
	if !strings.HasSuffix(t.s[:p], "郡") {
		return p
	}
	q := p - len("郡")
	for range 5 {
		r, n := utf8.DecodeLastRuneInString(t.s[:q])
		if !isKanji(r) || r == '県' || r == '府' || r == '道' {
			break
		}
		q -= n
	}
	return q
}

// prefectureBefore returns where the prefecture before p begins, with a space between allowed, or p.
func (t *textState) prefectureBefore(p int) int {
	q := p
	if q > 0 && t.s[q-1] == ' ' {
		q--
	}
	if q < len("東京都") || prefectureEnds.suffix(t.s[:q]) == "" {
		return p
	}
	for _, n := range []int{9, 12} { // three or four characters
		if q >= n && dict.PlaceOf(t.s[q-n:q])&dict.Prefecture != 0 {
			return q - n
		}
	}
	return p
}

var prefectureEnds = listOf("都 道 府 県")

func hasKanji(s string) bool {
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if isKanji(r) {
			return true
		}
		i += n
	}
	return false
}

// masked reports whether a value is blanked out or a placeholder.
func masked(s string) bool {
	for i := 0; i < len(s); i += runeLength(s[i]) {
		switch c := s[i]; c {
		case '*':
			return true
		case '_', 'X':
			if i+1 < len(s) && s[i+1] == c {
				return true
			}
		case '.':
			if i+1 < len(s) && s[i+1] == c && len(s) < 8 {
				return true
			}
		case 'x':
			if strings.HasPrefix(s[i:], "xxx") {
				return true
			}
		case 0xC3: // ×
			if i+1 < len(s) && s[i+1] == 0x97 {
				return true
			}
		case 0xE2, 0xEF:
			if blanks.prefix(s[i:]) != "" {
				return true
			}
		case 0xE3:
			if strings.HasPrefix(s[i:], "〇") {
				return true
			}
		}
	}
	return false
}

// blanks are the characters that names are blanked out with.
var blanks = listOf("○ ● ◯ ■ □ △ ▲ ＿")

// addressCell reports whether a cell is an address with a municipality or a house number.
func addressCell(cell string) bool {
	s := Standard()
	t := s.state()
	defer s.states.Put(t)
	t.with = nil
	t.reset(cell)
	if masked(t.s) || len(t.s) > 240 {
		return false
	}
	for _, p := range t.places {
		if _, ok := t.addressAt(p); ok {
			return true
		}
	}
	return false
}
