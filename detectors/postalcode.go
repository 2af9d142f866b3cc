package detectors

import (
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// postalCodeDetector finds postal codes (3 and 4 digits since 1998): behind 〒, in a column or behind a label, or before an
// address. The first three digits must exist. Alone, three and four digits are anything.
func postalCodeDetector() *Detector {
	return &Detector{
		ID: "postal-code", JA: "郵便番号", EN: "postal code", Step: 1,
		Heads: strings.Fields("郵便番号 〒 郵便 〒番号 郵便番号7桁 zip zipcode postalcode 住所郵便番号"),
		words: []string{"〒", "郵便番号"},
		Valid: func(cell string) bool {
			d, ok := cellDigits(strings.TrimLeft(strings.TrimSpace(cell), "〒 　"))
			return ok && len(d) >= 5 && len(d) <= 7 && dict.PostalPrefix(pad(d, 7))
		},
		scan: scanPostalCode, on: onDigits(3, 5, 6, 7), short: shortPostal,
		Hits: []Example{
			{Text: "〒225-0002"}, {Text: "〒　２２５－０００２"}, {Text: "郵便番号 2250002"}, {Text: "2250002", Labels: []string{"郵便番号"}}, {Text: "60808", Labels: []string{"〒"}}, {Text: "225-0002 神奈川県横浜市青葉区美しが丘3-12-8"},
		},
		Misses: []Example{{Text: "225-0002"}, {Text: "〒"}, {Text: "〒000-0000"}, {Text: "997-9999 個"}},
	}
}

// A postal code is one group, with zeros perhaps lost, or a pair.
var postalLengths, postalPairs = onDigits(5, 6, 7), pairOfLengths(3, 4)

func scanPostalCode(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.lengths&postalLengths == 0 && n.pairs&postalPairs == 0 {
			continue
		}
		for a := range n.groups {
			b := a
			size := len(n.groups[a].digits)
			if size == 3 && a+1 < len(n.groups) && n.groups[a+1].sep == '-' && len(n.groups[a+1].digits) == 4 {
				b = a + 1
			} else if size < 5 || size > 7 {
				continue
			}
			if n.alone(t.s, a, b) {
				t.postalCode(k, n, a, b)
			}
		}
	}
}

func (t *textState) postalCode(k *Detector, n *number, a, b int) {
	var buf [16]byte
	digits := string(n.join(buf[:0], a, b))
	start, end := n.groups[a].start, n.groups[b].end
	mark := strings.HasSuffix(strings.TrimRight(t.s[:start], " "), "〒")
	lone := b == a && len(digits) == 7 && (t.aloneInLine(start, end) || t.opensLine(start) && t.addressFollows(end)) // above an address, or before one
	if !mark && b == a && !lone && !t.speaksOf() {
		return
	}
	e := t.evidence(k, start)
	if e.owner == "" && !e.column && !t.named && !t.addressed(start) && t.flagged(strongOffice, start-2*reach, t.lineEnd(end)) {
		e.owner = organisation
	}
	if !dict.PostalPrefix(pad(digits, 7)) || allSame(digits) || len(digits) < 7 && (!e.any() || !t.fills(start, end)) {
		return
	}
	switch {
	case mark || e.column || e.label && (b > a || t.fills(start, end) || len(digits) == 7 && t.opensField(k.ID, start)):
		if mark {
			e.label = true
			e.why("〒 before it")
		}
		t.found(k.ID, start, end, e.judge(0, false), t.reason(&e, ""))
	case (b > a || lone) && e.owner == "" && t.addressFollows(end):
		t.found(k.ID, start, end, Likely, "an address follows")
	}
}

// opensField reports whether the value of a label of the given kind begins at start.
func (t *textState) opensField(kind string, start int) bool {
	f := t.inField(kind, start)
	return f != nil && f.value == start
}

// opensLine reports whether its line begins with s[start:], or with a bracket before it.
func (t *textState) opensLine(start int) bool {
	from, _ := t.line(start)
	return strings.Trim(t.s[from:start], " (") == ""
}

// aloneInLine reports whether s[start:end] is all of its line.
func (t *textState) aloneInLine(start, end int) bool {
	from, to := t.line(start)
	from, to = trim(t.s, from, to)
	return from == start && to == end && to < len(t.s)
}

// addressFollows reports whether a prefecture or municipality begins right behind i.
func (t *textState) addressFollows(i int) bool {
	k, _ := slices.BinarySearch(t.places, i+1)
	for ; k < len(t.places) && t.places[k] <= i+40; k++ {
		p := t.places[k]
		from, _ := trim(t.s, i, p)
		if dict.PlaceOf(t.s[from:p])&(dict.Prefecture|dict.Municipality) != 0 {
			return true
		}
	}
	return false
}

// pad puts the zeros back that a spreadsheet took.
func pad(digits string, n int) string {
	for len(digits) < n {
		digits = "0" + digits
	}
	return digits
}
