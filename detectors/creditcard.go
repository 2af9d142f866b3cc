package detectors

import "strings"

// creditCardDetector finds payment card numbers (ISO/IEC 7812-1): an issuer's range, its length, and the Luhn check. A bar code or
// device number passes the check one time in ten, so digits without a card's grouping are a shape until a label says more.
func creditCardDetector() *Detector {
	return &Detector{
		ID: "credit-card", JA: "クレジットカード番号", EN: "payment card number", Step: 4, Person: true,
		Heads:   strings.Fields("カード番号 クレジットカード番号 クレジットカード クレジット番号 クレカ番号 cardnumber creditcard"),
		words:   []string{"カード番号", "クレジット", "VISA", "Visa", "JCB", "MasterCard"},
		against: []string{"IMEI", "端末", "シリアル", "追跡", "伝票", "JAN"},
		Valid: func(cell string) bool {
			d, ok := cellDigits(cell)
			return ok && cardNumber(d)
		},
		scan: scanCreditCard, on: onTwelve,
		Hits: []Example{
			{Text: "4381-5497-3453-1384"},
			{Text: "カード番号：5300148829909087"},
			{Text: "3589 0227 7269 0183"},
			{Text: "番号 5300148829909087　有効期限 12/29"},
			{Text: "3405 420685 63287"},
			{Text: "カード番号 4111 1111 1111 1111"},
			{Text: "30950485117741", Labels: []string{"カード番号"}},
			{Text: "６５００９３８０２５０２７３５３", Labels: []string{"クレジットカード番号"}},
		},
		Misses: []Example{
			{Text: "4381-5497-3453-1385"},
			{Text: "4902344019648"},
			{Text: "4381549734531384"},
			{Text: "IMEI 490154203237518"},
			{Text: "****-****-****-1384", Labels: []string{"カード番号"}},
			{Text: "4111-1111-1111-1111"},
		},
	}
}

// Numbers that payment services publish for tests. Where somebody calls one a card number it is reported like any other.
var testCards = listOf("4111111111111111 4242424242424242 5555555555554444 378282246310005 4012888888881881 5105105105105100 371449635398431 30569309025904 38520000023237 6011111111111117 6011000990139424 3530111333300000 3566002020360505 4000000000000002")

// A card number is one group of these lengths, or has one of these pairs.
var (
	cardLengths = onDigitsTo(13, 19)
	cardPairs   = pairOfLengths(4, 4) | pairOfLengths(4, 6)
)

func scanCreditCard(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.total < 13 || n.lengths&cardLengths == 0 && n.pairs&cardPairs == 0 {
			continue
		}
		for a := range n.groups {
			if l := len(n.groups[a].digits); l != 4 && (l < 13 || l > 19) {
				continue
			}
			b, grouped := cardGroups(n, a)
			if b < a || !n.alone(t.s, a, b) {
				continue
			}
			var buf [maxDigits]byte
			digits := text(n.join(buf[:0], a, b))
			if cardNumber(digits) {
				t.creditCard(k, n.groups[a].start, n.groups[b].end, digits, grouped)
			}
		}
	}
}

// cardGroups returns the index of the last group of a card number that may begin with group a, and whether it is grouped as
// cards are; less than a when none begins here.
func cardGroups(n *number, a int) (b int, grouped bool) {
	size := func(i int) int {
		if i < len(n.groups) && (i == a || n.groups[i].sep == '-' || n.groups[i].sep == ' ') {
			return len(n.groups[i].digits)
		}
		return 0
	}
	switch l := size(a); {
	case l >= 13 && l <= 19:
		return a, false
	case l == 4 && size(a+1) == 4 && size(a+2) == 4 && size(a+3) == 4 && (size(a+4) == 3):
		return a + 4, true
	case l == 4 && size(a+1) == 4 && size(a+2) == 4 && size(a+3) == 4:
		return a + 3, true
	case l == 4 && size(a+1) == 6 && (size(a+2) == 5 || size(a+2) == 4):
		return a + 2, true
	}
	return -1, false
}

// cardNumber reports whether digits are those of a card.
func cardNumber(s string) bool { return cardRange(s) && luhn(s) && !dummy(s) }

// cardRange reports whether an issuer uses the leading digits with that length.
func cardRange(s string) bool {
	l := len(s)
	if l < 13 || l > 19 {
		return false
	}
	two, three, four := s[:2], s[:3], s[:4]
	switch {
	case s[0] == '4':
		return l == 13 || l == 16 || l == 19
	case two >= "51" && two <= "55", four >= "2221" && four <= "2720":
		return l == 16
	case two == "34", two == "37":
		return l == 15
	case four >= "3528" && four <= "3589":
		return l >= 16
	case two == "36", two == "38", two == "39", three >= "300" && three <= "305", three == "309":
		return l >= 14
	case four == "6011", three >= "644" && three <= "649", two == "65", two == "62":
		return l >= 16
	}
	return false
}

func (t *textState) creditCard(k *Detector, start, end int, digits string, grouped bool) {
	e := t.evidence(k, start)
	if !e.any() && t.flagged(cardNear, max(0, start-reach), start) { // also on the line above
		e.label = true
		e.why("a card is spoken of before it")
	}
	if !e.any() && strings.HasPrefix(strings.TrimLeft(t.s[end:], " \n:/,"), "有効期限") {
		e.label = true
		e.why("有効期限 behind it")
	}
	bare := Shape
	if grouped {
		bare = Likely
	}
	if testCards.has(digits) && !e.any() {
		return
	}
	if (len(digits) == 13 || len(digits) == 15 && (digits[:2] == "35" || digits[:2] == "49")) && !e.any() {
		return // bar codes and device numbers
	}
	t.found(k.ID, start, end, e.judge(bare, true), t.reason(&e, "issuer's range and valid check digit"))
}
