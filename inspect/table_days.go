package inspect

import (
	"strconv"
	"strings"
)

// A calendar looks at the numbers of a row: an attendance list is headed by days that count up, 1 2 3 … or 4/7 4/14 4/21, and they are
// heads as words are.
type calendar struct {
	n          int // numbers
	even, last int // numbers that follow the one before by the step; the last number
	step       int
}

// leastDays is the number of days from which they are heads: two figures count up by chance.
const leastDays = 3

// add takes the next number of the row: the last figures of a date.
func (c *calendar) add(text string) {
	at := strings.LastIndexFunc(text, func(r rune) bool { return r < '0' || r > '9' }) + 1
	day, err := strconv.Atoi(text[at:])
	switch step := day - c.last; {
	case err != nil || len(text)-at > 5:
		c.step = -1
	case c.n == 0:
	case c.step == 0 && (step == 1 || step == 7):
		c.step = step
		c.even++
	case c.step > 0 && step == c.step:
		c.even++
	}
	c.n, c.last = c.n+1, day
}

// running reports whether the numbers are days in order. Where a month begins they start again.
func (c *calendar) running() bool {
	return c.n >= leastDays && c.step > 0 && c.even*10 >= (c.n-1)*6
}
