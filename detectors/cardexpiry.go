package detectors

import "strings"

// cardExpiryDetector finds what belongs to a payment card besides its number: the month it expires (MM/YY; ISO/IEC 7813) and its
// security code of 3 or 4 digits. Other things expire too, so 有効期限 alone counts only beside a card.
func cardExpiryDetector() *Detector {
	return &Detector{
		ID: "card-expiry", JA: "カードの有効期限・セキュリティコード", EN: "card expiry or security code", Step: 4,
		Heads: strings.Fields("カード有効期限 クレジットカード有効期限 カード期限 セキュリティコード cvc cvv cvv2 cvc2 セキュリティ番号 カードセキュリティコード cardexpiry expirydate expdate"),
		Valid: func(cell string) bool { s := fold(cell); return s != "" && expiryLength(s) == len(s) },
		on:    onDigits(2, 3, 4), wordy: true,
		scan: scanCardExpiry,
		Hits: []Example{
			{Text: "09/27", Labels: []string{"カード有効期限"}}, {Text: "カード番号：5300148829909087 有効期限：09/27"}, {Text: "クレジットカード有効期限 １２／２０２８"}, {Text: "セキュリティコード：482"}, {Text: "有効期限 03/29 CVC 917 カード名義 MORI HINA"}, {Text: "GOOD THRU 03/29 MORI HINA"}, {Text: "カード会員 森ひな　有効期限 06/32"},
		},
		Misses: []Example{
			{Text: "09/27"}, {Text: "有効期限：2027年3月31日"}, {Text: "有効期限 09/27"}, {Text: "図書カード 有効期限 2027/03/31"}, {Text: "カード有効期限"}, {Text: "セキュリティコード：***"}, {Text: "カード有効期限：13/27"}, {Text: "482"},
		},
	}
}

func scanCardExpiry(t *textState, k *Detector) {
	if t.speaksOf() {
		t.attribute(k, expiryLength)
	}
	for _, f := range t.fields {
		if f.head.kind == other && t.s[f.start:f.end] == "有効期限" {
			t.expiry(k, f.value, f.to)
		}
	}
	for i := 0; i < t.digitEnd; {
		n := t.nextExpiry(i)
		if n < 0 {
			return
		}
		i = n
		t.expiry(k, i, t.lineEnd(i))
	}
}

// nextExpiry returns where the words for an expiry end that are next on the text behind offset i, or -1.
func (t *textState) nextExpiry(i int) int {
	for ; i < t.digitEnd; i += runeLength(t.s[i]) {
		if expiryWords.may(t.s[i:]) {
			if w := expiryWords.begin(t.s[i:]); w != "" {
				return i + len(w)
			}
		}
	}
	return -1
}

var expiryWords = listOf("有効期限 期限 THRU Thru EXP Exp VALID")

// expiry reports the month and year in s[start:to] when a card is near.
func (t *textState) expiry(k *Detector, start, to int) {
	for start < to && (t.s[start] == ' ' || t.s[start] == ':' || t.s[start] == '.' || t.s[start] == '(' || t.s[start] == '/') {
		start++
	}
	n := expiryLength(t.s[start:to])
	if n < 4 || strings.IndexByte(t.s[start:start+n], '/') < 0 || start+n < len(t.s) && t.s[start+n] == '/' || len(t.out) > t.own && t.out[len(t.out)-1].Start == start {
		return
	}
	from, end := t.line(start)
	near := t.flagged(cardNear, max(0, start-reach), min(end, start+reach))
	for _, m := range t.out[:t.own] {
		near = near || m.Detector == "credit-card" && m.Sure >= Likely && m.End > from-2*reach && m.Start < start+2*reach
	}
	if near {
		t.found(k.ID, start, start+n, Likely, "label 有効期限 beside a card")
	}
}

// cardWords stand near the number of a payment card.
var cardWords = []string{"カード番号", "用いたカード", "お支払いカード", "登録カード", "ご利用カード", "クレジット", "カード名義", "カード会員", "カードNo", "THRU", "CVC", "CVV", "セキュリティコード", "VISA", "JCB", "MasterCard", "Mastercard"}

// expiryLength returns the length of a month and year of expiry, or of a security code, at the beginning of s, or 0.
func expiryLength(s string) int {
	a := digitRun(s)
	if a == 0 {
		return 0
	}
	rest := s[a:]
	sep := 0
	switch {
	case strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "-"):
		sep = 1
	case strings.HasPrefix(rest, "月"), strings.HasPrefix(rest, "年"):
		sep = 3
	case (a == 3 || a == 4) && s[:a] != "000" && s[:a] != "123" && !(a == 4 && dummy(s[:a])) && endsValue(rest):
		return a // a security code, or MMYY
	}
	if sep == 0 {
		return 0
	}
	b := digitRun(rest[sep:])
	month, year := s[:a], rest[sep:sep+b]
	if a == 4 || sep == 3 && strings.HasPrefix(rest, "年") {
		month, year = year, month
	}
	if m := atoi(month); b == 0 || len(month) > 2 || m < 1 || m > 12 || len(year) != 2 && (len(year) != 4 || year[:2] != "20") {
		return 0
	}
	end := a + sep + b
	if r := s[end:]; strings.HasPrefix(r, "年") || strings.HasPrefix(r, "月") {
		end += 3
	}
	if end < len(s) && !endsValue(s[end:]) || end < len(s) && (s[end] == '/' || asciiClasses[s[end]] == asciiDigit) {
		return 0
	}
	return end
}
