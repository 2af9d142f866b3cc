package detectors

import "strings"

// bankAccountDetector finds numbers of bank accounts (7 digits, 8 with some banks, leading zeros often lost): in a column or
// behind a label 口座番号, or behind 普通 or 当座 on a line that names a bank or branch. There is no check digit, so digits alone
// say nothing, and 普通交付税 is no account.
func bankAccountDetector() *Detector {
	return &Detector{
		ID: "bank-account", JA: "銀行口座", EN: "bank account", Step: 4, Person: true,
		Heads:   strings.Fields("口座番号 口座no 銀行口座 振込口座 振込先口座 振込先口座番号 振替口座 口座 口座情報 普通口座番号 預金口座 振込先 還付先口座 引落口座 給与振込口座 accountnumber"),
		against: []string{"千円", "交付税", "件数"},
		Valid: func(cell string) bool {
			d, ok := cellDigits(cell)
			return ok && len(d) >= 4 && len(d) <= 8
		},
		scan: scanBankAccount, on: onDigitsTo(7, 8), wordy: true,
		Hits: []Example{
			{Text: "口座番号：3048172"}, {Text: "0481726", Labels: []string{"口座番号"}}, {Text: "みなと銀行 元町支店 普通 3048172"}, {Text: "普通預金　口座番号　３０４８１７２"},
		},
		Misses: []Example{
			{Text: "普通交付税 3048172千円"}, {Text: "口座番号：＿＿＿＿＿＿＿"}, {Text: "3048172"}, {Text: "1234567", Labels: []string{"口座番号"}}, {Text: "口座番号"}, {Text: "****172", Labels: []string{"口座番号"}},
		},
	}
}

var accountLengths = onDigitsTo(4, 8)

func scanBankAccount(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.lengths&accountLengths == 0 {
			continue
		}
		for a, g := range n.groups {
			if l := len(g.digits); l >= 4 && l <= 8 && n.alone(t.s, a, a) && !dummy(g.digits) {
				t.bankAccount(k, g)
			}
		}
	}
}

func (t *textState) bankAccount(k *Detector, g group) {
	from, to := t.line(g.start)
	kind := t.flagged(accountKind, max(from, g.start-40), g.start)
	if !kind && !t.speaksOf() {
		return
	}
	e := t.evidence(k, g.start)
	if kind && t.flagged(bankNear, max(0, g.start-2*reach), min(to, g.start+reach)) && len(g.digits) >= 7 {
		e.label = true
		e.why("kind of account before it")
	}
	after := strings.TrimLeft(t.s[g.end:], " ")
	for _, unit := range []string{"円", "千円", "件", "人", "万", "年", "-", "月"} {
		if strings.HasPrefix(after, unit) {
			return
		}
	}
	if e.any() && (e.column || len(g.digits) >= 6 || t.fills(g.start, g.end)) {
		t.found(k.ID, g.start, g.end, e.judge(0, false), t.reason(&e, "digits of an account number"))
		start := skipSpace(t.s, g.end)
		if end := start + kanaEnd(t.s[start:]); start > g.end && knownKana(t.s[start:end]) && (end == len(t.s) || endsWord(t.s[end:])) {
			t.found("name", start, end, Likely, "holder behind an account")
		}
	}
}

// yuchoAccountDetector finds accounts of JP Bank: a symbol of 5 digits (1 first) and a number of up to 8 (ending in 1), whose
// check digit is the fourth of the symbol.
func yuchoAccountDetector() *Detector {
	return &Detector{
		ID: "yucho-account", JA: "ゆうちょ口座", EN: "JP Bank account", Step: 4, Person: true,
		Heads: strings.Fields("ゆうちょ記号番号 ゆうちょ口座 ゆうちょ銀行 通帳記号番号 貯金口座 ゆうちょ銀行口座"),
		words: []string{"ゆうちょ", "記号", "郵便貯金", "通帳"},
		scan:  scanYuchoAccount, on: onDigits(5),
		Hits: []Example{
			{Text: "ゆうちょ銀行 記号14030 番号12345671"}, {Text: "記号番号 18890-4860941"}, {Text: "11960-45473741", Labels: []string{"ゆうちょ記号番号"}},
		},
		Misses: []Example{{Text: "14030-12345671"}, {Text: "記号 14031-12345671"}, {Text: "12345-67890"}},
	}
}

func scanYuchoAccount(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.lengths&k.on == 0 {
			continue
		}
		for a := range n.groups {
			x, y, ok := t.yuchoAt(i, a)
			if !ok || x.digits[0] != '1' || len(y.digits) < 2 || len(y.digits) > 8 || y.digits[len(y.digits)-1] != '1' || !yuchoCheck(x.digits, y.digits) {
				continue
			}
			e := t.evidence(k, x.start)
			t.found(k.ID, x.start, y.end, e.judge(Shape, true), t.reason(&e, "symbol and number with a valid check digit"))
		}
	}
}

// yuchoAt returns a symbol and the number behind it: joined by a hyphen, or with the word 番号 between.
func (t *textState) yuchoAt(i, a int) (symbol, number group, ok bool) {
	n := &t.numbers[i]
	if len(n.groups[a].digits) != 5 || a > 0 && joins(n.groups[a].sep) {
		return group{}, group{}, false
	}
	if a+1 < len(n.groups) {
		g := n.groups[a+1]
		return n.groups[a], g, (g.sep == '-' || g.sep == ' ') && (a+2 >= len(n.groups) || !joins(n.groups[a+2].sep))
	}
	if i+1 < len(t.numbers) && len(t.numbers[i+1].groups) == 1 {
		g := t.numbers[i+1].groups[0]
		between := t.s[n.end:g.start]
		return n.groups[a], g, len(between) < 16 && strings.Contains(between, "番号")
	}
	return group{}, group{}, false
}
