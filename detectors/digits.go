package detectors

import "strings"

// A digitRule says how a number of fixed length is written and checked: driver's licences, pension numbers and the like.
type digitRule struct {
	groups [][]int // the ways its digits are grouped, by hyphens or spaces: {12}, {4, 4, 4}
	bare   Sureness

	// check reports whether a check digit, or the parts of the number that are known, are right. Nil means that there is none.
	check func(digits string) bool

	official bool // a wrong check digit makes it a shape; an unofficial rule only raises
	accept   func(digits string) bool
	format   string // the reason, in words
	checked  string // the reason when the check digit is right
}

// digitNumbers looks for numbers that follow the rule.
func (t *textState) digitNumbers(k *Detector, rule *digitRule) {
	starts := onDigits(1)
	for _, sizes := range rule.groups {
		starts |= onDigits(sizes[0])
	}
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.lengths&starts == 0 {
			continue
		}
		for a := range n.groups {
			if b := rule.end(n, a); b >= a && n.alone(t.s, a, b) {
				t.digitNumber(k, rule, n, a, b)
			}
		}
	}
}

// end returns the index of the last group of a number that begins with group a, or -1. One digit to a box counts too.
func (r *digitRule) end(n *number, a int) int {
	single := -1
	for _, sizes := range r.groups {
		if b, ok := n.grouped(a, sizes); ok {
			return b
		}
		if len(n.groups[a].digits) == 1 && single < 0 {
			single = n.singles(a)
		}
		if single > a && single-a+1 == total(sizes) && (a == 0 || len(n.groups[a-1].digits) != 1) {
			return single
		}
	}
	return -1
}

func total(sizes []int) (sum int) {
	for _, n := range sizes {
		sum += n
	}
	return sum
}

// grouped reports whether groups of these sizes begin with group a, with one kind of separator between, and the index of the last.
func (n *number) grouped(a int, sizes []int) (b int, ok bool) {
	b = a + len(sizes) - 1
	if b >= len(n.groups) {
		return a, false
	}
	for i, size := range sizes {
		g := &n.groups[a+i]
		if len(g.digits) != size || i > 0 && (g.sep != '-' && g.sep != ' ' || g.sep != n.groups[a+1].sep) {
			return a, false
		}
	}
	return b, true
}

// digitNumber judges a number.
func (t *textState) digitNumber(k *Detector, r *digitRule, n *number, a, b int) {
	start, end := n.groups[a].start, n.groups[b].end
	e := t.evidence(k, start)
	if !e.any() && r.bare == 0 {
		return
	}
	var buf [maxDigits]byte
	digits := text(n.join(buf[:0], a, b))
	if dummy(digits) || strings.Trim(digits[len(digits)/2:], "0") == "" || r.accept != nil && !r.accept(digits) {
		return
	}
	right, format := false, r.format
	if r.check != nil {
		right = r.check(digits)
		switch {
		case right:
			format = r.checked
		case r.official:
			if e.any() {
				t.found(k.ID, start, end, Shape, t.reason(&e, "but the check digit is wrong"))
			}
			return
		}
	}
	t.found(k.ID, start, end, e.judge(r.bare, right), t.reason(&e, format))
}

// cellOf returns a function that reports whether a whole cell is a number of one of these lengths, perhaps without the leading
// zeros that a spreadsheet takes (lost of them at most).
func cellOf(lost int, lengths ...int) func(string) bool {
	return func(cell string) bool {
		d, ok := cellDigits(cell)
		if !ok || dummy(d) {
			return false
		}
		for _, n := range lengths {
			if len(d) <= n && len(d) >= n-lost {
				return true
			}
		}
		return false
	}
}
