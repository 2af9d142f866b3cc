package detectors

import "strings"

// myNumberDetector finds individual numbers (個人番号, マイナンバー): 12 digits with a check digit (番号利用法 2条5項; 平成26年総務省令85号
// 5条), plain, in groups of four, or one digit per cell. One in ten other numbers of 12 digits passes the check, so without a
// label or column it is a shape; times written YYYYMMDDhhmm are none.
func myNumberDetector() *Detector {
	return &Detector{
		ID: "my-number", JA: "マイナンバー（個人番号）", EN: "individual number (My Number)", Step: 4, Person: true,
		Heads:   strings.Fields("マイナンバー 個人番号 マイナンバー個人番号 個人番号マイナンバー 個人番号12桁 mynumber 本人個人番号 扶養親族個人番号 配偶者個人番号"),
		words:   []string{"マイナンバー", "個人番号", "本人確認番号", "特定個人情報"},
		against: []string{"伝票", "追跡", "受付", "注文", "取引ID", "文書番号", "作成日時", "問い合わせ番号", "問合せ番号"},
		Valid: func(cell string) bool {
			d, ok := cellDigits(cell)
			return ok && len(d) == 12 && myNumberCheck(d)
		},
		scan: scanMyNumber, on: onTwelve,
		Hits: []Example{
			{Text: "マイナンバー 123456789018"},
			{Text: "6214 9832 0257", Labels: []string{"個人番号"}},
			{Text: "個人番号：９８３２－０５６７－３２１４"},
			{Text: "1 9 9 8 7 7 2 5 1 3 2 3", Labels: []string{"個人番号"}},
		},
		Misses: []Example{
			{Text: "621498320257"},
			{Text: "123456789012", Labels: []string{"個人番号"}},
			{Text: "202404011230"},
			{Text: "伝票番号 621498320257"},
			{Text: "個人番号"},
			{Text: "000000000000", Labels: []string{"個人番号"}},
			{Text: "****-****-9018", Labels: []string{"個人番号"}},
		},
	}
}

// twelvePairs are in every number of 12 digits that is written in groups or one digit to a box.
const twelvePairs = pairs(1<<(4*8+4) | 1<<(1*8+1))

func scanMyNumber(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.total < 12 || n.lengths&(1<<12) == 0 && n.pairs&twelvePairs == 0 {
			continue
		}
		for a := range n.groups {
			if l := len(n.groups[a].digits); l != 12 && l != 4 && l != 1 || a > 0 && joins(n.groups[a].sep) {
				continue
			}
			if b, ok := twelve(n, a); ok && n.alone(t.s, a, b) {
				var buf [16]byte
				t.myNumber(k, n.groups[a].start, n.groups[b].end, string(n.join(buf[:0], a, b)))
			}
		}
	}
}

// twelve reports whether 12 digits begin with group a in one of the ways they are written, and the index of their last group.
func twelve(n *number, a int) (b int, ok bool) {
	switch len(n.groups[a].digits) {
	case 12:
		return a, true
	case 4:
		b = a + 2
		return b, b < len(n.groups) && len(n.groups[a+1].digits) == 4 && len(n.groups[b].digits) == 4 && n.groups[b].sep == n.groups[a+1].sep && (n.groups[b].sep == '-' || n.groups[b].sep == ' ') &&
			!(b+1 < len(n.groups) && len(n.groups[b+1].digits) == 4)
	case 1:
		if a > 0 && len(n.groups[a-1].digits) == 1 {
			return a, false
		}
		b = n.singles(a)
		return b, b-a == 11
	}
	return a, false
}

func (t *textState) myNumber(k *Detector, start, end int, digits string) {
	if dummy(digits) || strings.HasPrefix(digits, "00000000") {
		return
	}
	e := t.evidence(k, start)
	valid := myNumberCheck(digits)
	switch {
	case valid && e.any():
		t.found(k.ID, start, end, e.judge(Shape, true), t.reason(&e, "valid check digit"))
	case valid && !timestamp(digits) && !e.against:
		t.found(k.ID, start, end, Shape, "12 digits with a valid check digit, no label near")
	case e.any():
		t.found(k.ID, start, end, Shape, t.reason(&e, "but the check digit is wrong"))
	}
}

// timestamp reports whether digits begin as YYYYMMDDhhmm of 1990 to 2059.
func timestamp(digits string) bool {
	y, m, day := digits[:4], digits[4:6], digits[6:8]
	return (y >= "1990" && y <= "2059") && m >= "01" && m <= "12" && day >= "01" && day <= "31" && digits[8:10] <= "24" && digits[10:12] <= "59"
}

// cellDigits returns the digits of a cell that holds nothing else but separators.
func cellDigits(cell string) (string, bool) {
	s := Standard()
	t := s.state()
	defer s.states.Put(t)
	t.with = nil
	t.reset(cell)
	if len(t.numbers) != 1 {
		return "", false
	}
	n := &t.numbers[0]
	a, b := t.whole()
	if n.start != a || n.end != b {
		return "", false
	}
	var buf [maxGroups * maxDigits]byte
	out := buf[:0]
	for _, g := range n.groups {
		if len(g.digits) > maxDigits {
			return "", false
		}
		out = append(out, g.digits...)
	}
	return string(out), true
}
