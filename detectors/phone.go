package detectors

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// phoneDetector finds telephone numbers of people: fixed lines (always 10 digits, area code of 2 to 5 digits with its 0), mobile
// and IP numbers (060, 070, 080, 090, 050 and 8 digits), also written with +81, without hyphens, or as a number that lost its
// leading 0 in a spreadsheet. The hyphens must fall where the numbering plan puts them (電気通信番号計画, 令和元年総務省告示6号).
// Numbers that only organisations have (0120, 0800, 0570) and those of an office stay below Likely; 020 belongs to machines.
func phoneDetector() *Detector {
	return &Detector{
		ID: "phone", JA: "電話番号", EN: "telephone number", Step: 2, Person: true,
		Heads: strings.Fields("電話番号 電話 でんわ tel telno 電話no 携帯 携帯電話 携帯番号 携帯電話番号 自宅電話 自宅電話番号 自宅tel 緊急連絡先 緊急連絡先電話番号 " +
			"保護者連絡先 日中連絡先 日中の連絡先 ご連絡先 連絡先電話番号 連絡先tel お電話番号 phone phonenumber telephone mobile fax faxno fax番号 ファックス ファクス 電話fax 電話番号携帯 電話番号自宅 固定電話"),
		words:   []string{"電話", "TEL", "Tel", "tel", "携帯", "連絡先", "FAX", "Fax", "でんわ", "自宅", "実家", "Mobile", "mobile", "折り返し", "折返し"},
		against: []string{"型番", "品番", "伝票", "追跡", "注文", "商品コード", "問い合わせ番号", "問合せ番号"},
		Valid:   phoneCell,
		scan:    scanPhone, headless: 80, on: onNine, short: shortPhone, shortBecause: phoneGrouped,
		Hits: []Example{
			{Text: "Tel_090-4821-7735_佐藤"},
			{Text: "090-8123-4567"},
			{Text: "TEL 045-671-2938"},
			{Text: "電話：０３（６２７３）４８１９"},
			{Text: "080 4912 7731"},
			{Text: "04998-2-4136"},
			{Text: "9081234567", Labels: []string{"携帯電話"}},
			{Text: "456712938", Labels: []string{"電話番号"}},
			{Text: "+81-90-8123-4567"},
			{Text: "連絡先 09081234567"},
			{Text: "090−8123−4567"},
			{Text: "〇九〇-八一二三-四五六七"},
			{Text: "060-3921-4475"},
			{Text: "070ー3921ー4475"},
			{Text: "明日は07039214475に電話して"},
			{Text: "佐藤 花子　09081734562　２冊"},
		},
		Misses: []Example{
			{Text: "TEL 03-5253-2111（文京区役所総務課）"},
			{Text: "代表：03-3581-5111"},
			{Text: "0120-445-112"},
			{Text: "01-2345-6789"},
			{Text: "090-0000-0000"},
			{Text: "090-****-4567"},
			{Text: "2024-04-01"},
			{Text: "4902344019648"},
			{Text: "1234-5678-9012"},
			{Text: "型番 045-671-2938"},
			{Text: "電話番号"},
			{Text: "349,385"},
			{Text: "問い合わせ先 総務課 電話 045-671-2938"},
			{Text: "202404011230"},
			{Text: "管理番号 09081734562"},
			{Text: "09081734562円"},
			{Text: "09081734562", Labels: []string{"伝票番号"}},
			{Text: "○○○-○○○○-○○○○", Labels: []string{"電話番号"}},
		},
	}
}

// scanPhone looks at every window of digit groups that can be a number.
func scanPhone(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.total < 9 {
			continue
		}
		for a := 0; a < len(n.groups); a++ {
			g := &n.groups[a]
			if a > 0 && joins(g.sep) {
				continue // it goes on the group before
			}
			plus := g.start > 0 && t.s[g.start-1] == '+'
			if l := len(g.digits); g.digits[0] != '0' && !plus && l != 9 && l != 10 {
				continue
			}
			if b := t.phoneAt(k, n, a, plus); b > a {
				a = b - 1
			}
		}
	}
}

// phoneAt reports the number that begins with group a of n, behind a plus sign or not, and returns the index behind its last group, or a.
func (t *textState) phoneAt(k *Detector, n *number, a int, plus bool) int {
	start := n.groups[a].start
	last := min(a+4, len(n.groups)-1)
	if len(n.groups[a].digits) == 1 && n.groups[a].digits[0] == '0' && (a == 0 || len(n.groups[a-1].digits) > 1) {
		if b := n.singles(a); b-a == 9 || b-a == 10 {
			last = b // one digit to a box
		}
	}
	for b, size := last, n.size(a, last); size >= 9; size, b = size-len(n.groups[b].digits), b-1 {
		if size > 15 || !n.alone(t.s, a, b) && !(a == 0 && afterTel(t.s[:start])) {
			continue
		}
		p, ok := t.readPhone(n, a, b, plus)
		if !ok {
			continue
		}
		if plus || start > 0 && t.s[start-1] == '(' && b > a && n.groups[a+1].sep == ')' {
			start--
		}
		t.phone(k, start, n.groups[b].end, p)
		return b + 1
	}
	return a
}

// afterTel reports whether letters that announce a number end s, without a space between.
func afterTel(s string) bool {
	s = strings.TrimSuffix(s, ".")
	s = s[max(0, len(s)-len("tel")):]
	return strings.EqualFold(s, "tel") || strings.EqualFold(s, "fax")
}

// A phone is a number as read.
type phone struct {
	digits  string // with its leading 0
	grouped bool   // separators stand where they must
	lost    bool   // the leading 0 was missing
	mobile  bool
	office  bool // a range that only organisations use
}

// readPhone reads groups a to b as a number. Its digits are good until the next number is read.
func (t *textState) readPhone(n *number, a, b int, plus bool) (phone, bool) {
	if size := n.size(a, b); size < 9 || size > 15 {
		return phone{}, false
	}
	t.scratch[0] = '0' // there for the numbers that come without it
	zero := text(n.join(t.scratch[:1], a, b))
	d := zero[1:]
	first := len(n.groups[a].digits)
	switch {
	case plus && strings.HasPrefix(d, "81"):
		d, first = t.national(d[2:]), first-2
	case strings.HasPrefix(d, "0081"):
		d, first = t.national(d[4:]), first-4
	}
	if d == "" || plus && d[0] != '0' {
		return phone{}, false
	}
	p := phone{digits: d}
	if d[0] != '0' {
		if b > a || len(d) == 10 && !mobilePrefix(zero) {
			return phone{}, false
		}
		p.digits, p.lost = zero, true
	}
	p.mobile = mobilePrefix(p.digits)
	if !p.plan() {
		return phone{}, false
	}
	p.grouped = first <= 0 || p.groupedAs(n, a, b) || b-a == len(p.digits)-1
	return p, p.grouped || a == b || b == a+1 && n.groups[b].sep == '-' && p.code() == len(n.groups[a].digits)
}

// national puts the leading 0 before the digits that follow the country's code, in place. 81(0)90 has it already.
func (t *textState) national(d string) string {
	if d == "" || d[0] == '0' {
		return d
	}
	n := copy(t.scratch[1:], d)
	return text(t.scratch[:1+n])
}

func mobilePrefix(d string) bool {
	return len(d) == 11 && d[0] == '0' && d[2] == '0' && (d[1] >= '5' && d[1] <= '9') && d[3] != '0'
}

// plan reports whether the numbering plan has such a number, and notes the ranges of organisations.
func (p *phone) plan() bool {
	d := p.digits
	switch {
	case p.mobile:
		return true
	case strings.HasPrefix(d, "0120"), strings.HasPrefix(d, "0570"), strings.HasPrefix(d, "0990"):
		p.office = true
		return len(d) == 10
	case strings.HasPrefix(d, "0800"):
		p.office = true
		return len(d) == 11
	case len(d) != 10:
		return false
	}
	for n := dict.AreaCode(d); n >= 2; n-- { // 042 and 0428 are both codes
		if dict.IsAreaCode(d[:n]) && d[n] != '0' && d[n] != '1' {
			return true
		}
	}
	return false
}

// code returns the length of the part before the first hyphen.
func (p *phone) code() int {
	switch {
	case p.mobile:
		return 3
	case p.office:
		return 4
	}
	return dict.AreaCode(p.digits)
}

// groupedAs reports whether groups a to b are area code, exchange and four digits.
func (p *phone) groupedAs(n *number, a, b int) bool {
	if b != a+2 || n.groups[a+1].sep == ',' || n.groups[b].sep == ',' || n.groups[b].sep == '/' || n.groups[b].sep == '~' {
		return false
	}
	x, y, z := len(n.groups[a].digits), len(n.groups[a+1].digits), len(n.groups[b].digits)
	if p.office {
		return x == 4
	}
	if p.mobile {
		return x == 3 && y == 4 && z == 4
	}
	return z == 4 && x+y == 6 && dict.IsAreaCode(n.groups[a].digits)
}

// phone judges a number and reports it.
func (t *textState) phone(k *Detector, start, end int, p phone) {
	if sub := p.digits[3:]; allSame(sub) || allSame(p.digits[len(p.digits)-8:]) {
		return
	}
	e := t.evidence(k, start)
	if p.lost && !e.column && !(e.label && t.fills(start, end)) {
		return
	}
	bare := Sureness(0)
	switch {
	case p.grouped, p.mobile && t.fills(start, end), p.mobile && !p.lost && !t.otherNumber(start, end):
		bare = Likely
	case p.mobile:
		bare = Shape
	case t.fills(start, end):
		bare = Shape
	}
	if bare < Likely && !p.lost && !e.any() && t.personOnLine(start) {
		e.label = true
		e.why("on the line of a name")
	}
	if !p.mobile && e.owner == "" && !e.column && (t.office(start) || t.switchboard(start, end)) {
		e.owner = organisation
	}
	if p.office {
		e.owner = organisation
	}
	if strings.HasSuffix(p.digits, "12345678") && !e.column {
		bare = min(bare, Shape) // the number of every form's example
	}
	format := "digits of a telephone number"
	if p.grouped {
		format = phoneGrouped
	}
	t.found(k.ID, start, end, e.judge(bare, false), t.reason(&e, format))
}

// otherNumber reports whether something says that the eleven digits at s[start:end] are another number than a telephone's: a label of
// something else, or words or figures that go on behind them.
func (t *textState) otherNumber(start, end int) bool {
	if f := t.fieldOf(start); f != nil && f.head.kind != "phone" && f.head.kind != "name" && skipSpace(t.s, f.value) == start {
		return true
	}
	before, after := strings.TrimRight(t.s[:start], " :"), t.s[end:]
	return numberWords.suffix(before) != "" || !endsValue(after) || strings.HasPrefix(after, ".") || strings.HasPrefix(after, ",") || t.with != nil && !t.speaksOf()
}

// numberWords end in what announces a number of some other kind.
var numberWords = listOf("番号 コード No NO no No. NO. ID id # 第 ¥ 型式 シリアル 号 品番 型番 件数")

// personOnLine reports whether a name or an address was found on the line of offset i, or an address on the line above.
func (t *textState) personOnLine(i int) bool {
	from, to := t.line(i)
	above := from
	if from > 0 {
		above, _ = t.line(from - 1)
	}
	for _, m := range t.out[:t.own] {
		if m.Sure >= Likely && m.End <= to && (m.Detector == "name" && m.Start >= from || m.Detector == "address" && m.Start >= above) {
			return true
		}
	}
	return false
}

const phoneGrouped = "hyphens fall at area code, exchange and four digits"

func allSame(s string) bool {
	return strings.Count(s, s[:1]) == len(s)
}

// fills reports whether s[start:end] is all of the text but space.
func (t *textState) fills(start, end int) bool {
	a, b := t.whole()
	return start <= a && b <= end
}

// phoneCell reports whether a whole cell is a telephone number.
func phoneCell(cell string) bool {
	s := Standard()
	t := s.state()
	defer s.states.Put(t)
	t.with = nil
	t.reset(cell)
	_, ok := t.cellPhone()
	return ok
}

// cellPhone reads the whole text as a telephone number and returns its digits with the leading 0.
func (t *textState) cellPhone() (digits string, ok bool) {
	if len(t.numbers) != 1 {
		return "", false
	}
	n := &t.numbers[0]
	plus := n.start > 0 && t.s[n.start-1] == '+'
	p, ok := t.readPhone(n, 0, len(n.groups)-1, plus)
	if !ok || n.end-n.start+8 < len(t.s) {
		return "", false
	}
	return p.digits, true
}
