package redact

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// leave notes that a thing of a hiding place stays.
func (b *build) leave(f *inspect.Finding) {
	if n := things(f); n > 0 {
		b.promise.left[leftKey(f.Place, f.Within)] += n
	}
}

// things returns how many things of its place a finding stands for. Of values that are a place only where they hold people, and that
// stand in a part nobody looks at, those count that do, one by one: the part is there with and without them.
func things(f *inspect.Finding) int {
	_, part := f.Where.(inspect.Part)
	switch {
	case f.Place == nil:
		return 0
	case part && f.Place.OnlyWithPeople && f.Inside && !aSheet(f):
		if f.Detect(); likely(f) {
			return 1
		}
		return 0
	case f.Inside, part && f.Place.OnlyWithPeople && f.Text == "" && f.Child == nil:
		return 0
	}
	return max(1, f.Times)
}

func leftKey(p *inspect.Place, within []string) string {
	return p.ID + "\x00" + strings.Join(within, "\x00")
}
