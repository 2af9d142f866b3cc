package detectors

// Check digits. Each function takes ASCII digits of the right number; the caller sees to that.

// d returns the digit at i.
func d(s string, i int) int { return int(s[i] - '0') }

// myNumberCheck verifies the 12 digits of an individual number (行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による
// 通知カード及び個人番号カード並びに情報提供ネットワークシステムによる特定個人情報の提供等に関する省令, 平成26年総務省令85号, article 5).
func myNumberCheck(s string) bool {
	sum := 0
	for n := 1; n <= 11; n++ {
		q := n + 1
		if n > 6 {
			q = n - 5
		}
		sum += d(s, 11-n) * q
	}
	r := sum % 11
	if r <= 1 {
		return d(s, 11) == 0
	}
	return d(s, 11) == 11-r
}

// corporateCheck verifies the 13 digits of a corporate number, whose check digit comes first (平成26年財務省令70号).
func corporateCheck(s string) bool {
	sum := 0
	for n := 1; n <= 12; n++ {
		sum += d(s, 13-n) * (2 - n%2)
	}
	return d(s, 0) == 9-sum%9
}

// luhn verifies payment cards (ISO/IEC 7812-1, annex B) and the modulus 10 weight 21 of the health insurers (昭和49年9月20日
// 保険発104号), which is the same sum.
func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		v := d(s, len(s)-1-i) * (1 + i%2)
		sum += v/10 + v%10
	}
	return sum%10 == 0
}

// yuchoCheck verifies the symbol (5 digits) and number (up to 8) of a JP Bank account by the rule of the bank's public form.
func yuchoCheck(symbol, number string) bool {
	for len(number) < 8 {
		number = "0" + number
	}
	twice := func(v int) int { v *= 2; return v/10 + v%10 }
	sum := d(symbol, 0) + 3*d(symbol, 1) + twice(d(symbol, 2)) + 3*d(symbol, 4)
	sum += twice(d(number, 0)) + d(number, 1) + 3*d(number, 2) + twice(d(number, 3)) + d(number, 4) + 3*d(number, 5) + twice(d(number, 6)) + d(number, 7)
	return sum%10 == d(symbol, 3)
}
