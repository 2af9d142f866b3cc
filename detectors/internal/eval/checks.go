package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// digits draws n digits without runs that would look like an example; the first is not 0.
func digits(r *rand.Rand, n int) string {
	for {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte('0' + r.IntN(10))
		}
		if b[0] != '0' && (n < 4 || strings.Count(string(b), string(b[0])) < n-1) && (n < 4 || !strings.Contains("012345678901234567890987654321098765", string(b))) {
			return string(b)
		}
	}
}

func letters(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('A' + r.IntN(26))
	}
	return string(b)
}

// token draws the path of a personal link.
func token(r *rand.Rand) string {
	const set = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
	for {
		b := make([]byte, 20)
		for i := range b {
			b[i] = set[r.IntN(len(set))]
		}
		if strings.ContainsAny(string(b), "23456789") {
			return string(b)
		}
	}
}

// myNumber draws 11 digits and adds the check digit: 11 - (sum of P times Q) mod 11, where Q runs 6 5 4 3 2 7 6 5 4 3 2 from the
// left; 10 and 11 become 0.
func myNumber(r *rand.Rand) string {
	v := digits(r, 11)
	sum := 0
	for i, q := range []int{6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2} {
		sum += int(v[i]-'0') * q
	}
	c := 11 - sum%11
	if c > 9 {
		c = 0
	}
	return v + fmt.Sprint(c)
}

// corporate draws 12 digits and puts the check digit before them: 9 - sum mod 9, the weights 2 1 2 1 from the left.
func corporate(r *rand.Rand) string {
	v := digits(r, 12)
	sum := 0
	for i := range 12 {
		sum += int(v[i]-'0') * (2 - i%2)
	}
	return fmt.Sprint(9-sum%9) + v
}

// withLuhn adds the digit that makes the sum of the digits, every second doubled from the right, a multiple of ten.
func withLuhn(v string) string {
	for c := range 10 {
		full, sum := v+fmt.Sprint(c), 0
		for i := range full {
			x := int(full[len(full)-1-i] - '0')
			if i%2 == 1 {
				if x *= 2; x > 9 {
					x -= 9
				}
			}
			sum += x
		}
		if sum%10 == 0 {
			return full
		}
	}
	return v
}

func card(r *rand.Rand) string {
	return withLuhn(pick(r, []string{"438154", "530014", "358902", "491633"}) + digits(r, 9))
}

func insurer(r *rand.Rand) string {
	return withLuhn(pick(r, []string{"0113", "3312", "3413", "06", "1380"}) + digits(r, 3))
}

// license draws a number with the commission of a prefecture and the observed check digit.
func license(r *rand.Rand) string {
	v := pick(r, []string{"45", "30", "62", "90", "10"}) + fmt.Sprintf("%02d", r.IntN(25)) + digits(r, 6)
	sum := 0
	for i, w := range []int{5, 4, 3, 2, 7, 6, 5, 4, 3, 2} {
		sum += int(v[i]-'0') * w
	}
	return v + fmt.Sprint((11-sum%11)%10) + fmt.Sprint(r.IntN(3))
}

// yucho draws symbol and number of an account with the right check digit.
func yucho(r *rand.Rand, s style) string {
	for {
		symbol := "1" + digits(r, 2) + fmt.Sprint(r.IntN(10)) + "0"
		number := digits(r, 7) + "1"
		n := symbol[:3] + symbol[4:] + number
		sum := 0
		for i, w := range []int{1, 3, 12, 3, 12, 1, 3, 12, 1, 3, 12, 1} { // 12: doubled, and the digits of that summed
			x := int(n[i] - '0')
			if w == 12 {
				if x *= 2; x > 9 {
					x -= 9
				}
			} else {
				x *= w
			}
			sum += x
		}
		if sum%10 == int(symbol[3]-'0') {
			return s.width(symbol) + s.hyphen + s.width(number)
		}
	}
}
