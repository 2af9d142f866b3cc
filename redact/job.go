package redact

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A job is what is to be done in one container.
type job struct {
	fixes []inspect.Fix
	known map[inspect.Fix]bool
	cells map[inspect.Fix]*cellSet // BlankCells, ShowRows
	tabs  []tab

	attached map[int]string // files attached to a PDF that stay: their names, by object number
}

func (b *build) job(within []string) *job {
	key := strings.Join(within, "\x00")
	j := b.jobs[key]
	if j == nil {
		j = &job{known: map[inspect.Fix]bool{}, cells: map[inspect.Fix]*cellSet{}}
		b.jobs[key] = j
	}
	return j
}

func (j *job) add(fix inspect.Fix) {
	if fix != nil && !j.known[fix] {
		j.known[fix] = true
		j.fixes = append(j.fixes, fix)
	}
}

// all returns the fixes, with the cells to blank and the rows to show as ranges.
func (j *job) all() []inspect.Fix {
	fixes := j.fixes
	for fix, set := range j.cells {
		for _, ref := range set.refs() {
			switch fix := fix.(type) {
			case inspect.BlankCells:
				fixes = append(fixes, inspect.Blank{Part: fix.Part, Ref: ref})
			case inspect.ShowRows:
				fixes = append(fixes, inspect.ShowRows{Part: fix.Part, Ref: ref})
			}
		}
	}
	return fixes
}

// at notes a cell that a fix is for.
func (j *job) at(fix inspect.Fix, at inspect.Location) {
	set := j.cells[fix]
	if set == nil {
		set = &cellSet{}
		j.cells[fix] = set
	}
	if c, ok := inspect.Keep(at).(inspect.Cell); ok {
		set.add(c.Row, c.Col)
	}
}

// attach notes an attached file that stays.
func (j *job) attach(obj int, name string) {
	if j.attached == nil {
		j.attached = map[int]string{}
	}
	j.attached[obj] = name
}

// idle reports whether nothing is to be done in the container.
func (j *job) idle() bool { return len(j.fixes)+len(j.cells)+len(j.tabs) == 0 }
