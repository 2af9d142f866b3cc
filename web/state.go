package web

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// What a file is doing. A person reads these as 待機, 確認中, 済み, 止めました, 作成中.
const (
	waiting  = "waiting"
	checking = "checking"
	checked  = "checked"
	stopped  = "stopped"
	cleaning = "cleaning"
)

// A file is one document that was dropped, and what is known of it. The fields below mu of the state are guarded by it.
type file struct {
	id   string // also the name in the folder
	name string // as the browser said it; never used as a path
	size int64

	state    string
	began    time.Time // of checking
	took     time.Duration
	password string // for a document that asks for one; kept as long as the document
	result   *inspect.Result
	plan     *redact.Plan    // what the policy decides; nil: the document could not be read
	chosen   *redact.Plan    // what a person decided; nil: nothing
	mine     map[string]bool // entries of chosen that are the person's, by ID
	outcome  *redact.Outcome
	problem  inspect.Words // why there is no copy
	cancel   context.CancelFunc
	gone     bool
	rev      int
}

// copyName is the name of the cleaned copy in the folder.
func (f *file) copyName() string { return f.id + ".copy" }

// The state is what all requests share.
type state struct {
	mu      sync.Mutex
	files   map[string]*file
	order   []string
	rev     int           // rises with every change
	listed  int           // the rev of the last change to order
	changed chan struct{} // closed at the next change
	viewers int           // browsers that listen
	seen    time.Time     // when one last did
}

// maxFiles bounds what one browser may have on the page.
const maxFiles = 5000

func (st *state) init(now time.Time) {
	st.files, st.changed, st.seen = map[string]*file{}, make(chan struct{}), now
}

// touch tells the listeners of a change. The state is locked.
func (st *state) touch(f *file) {
	st.rev++
	if f != nil {
		f.rev = st.rev
	}
	close(st.changed)
	st.changed = make(chan struct{})
}

// change does fn with the state locked, if the file is still there, and tells the listeners.
func (st *state) change(f *file, fn func()) bool {
	st.mu.Lock()
	defer st.mu.Unlock()
	if f.gone {
		return false
	}
	fn()
	st.touch(f)
	return true
}

// add puts a file onto the page; false if it is full.
func (st *state) add(f *file) bool {
	st.mu.Lock()
	defer st.mu.Unlock()
	if len(st.order) >= maxFiles {
		return false
	}
	st.files[f.id] = f
	st.order = append(st.order, f.id)
	st.touch(f)
	st.listed = st.rev
	return true
}

// take removes a file, and returns it; nil if there is none.
func (st *state) take(id string) *file {
	st.mu.Lock()
	defer st.mu.Unlock()
	f := st.files[id]
	if f == nil {
		return nil
	}
	f.gone, f.password = true, ""
	if f.cancel != nil {
		f.cancel()
	}
	delete(st.files, id)
	st.order = slices.DeleteFunc(st.order, func(o string) bool { return o == id })
	st.touch(nil)
	st.listed = st.rev
	return f
}

// find returns a copy of what is known of a file at this moment.
func (st *state) find(id string) (file, *file, bool) {
	st.mu.Lock()
	defer st.mu.Unlock()
	f := st.files[id]
	if f == nil {
		return file{}, nil, false
	}
	return *f, f, true
}

// all returns copies of all files in their order.
func (st *state) all() []file {
	st.mu.Lock()
	defer st.mu.Unlock()
	out := make([]file, 0, len(st.order))
	for _, id := range st.order {
		out = append(out, *st.files[id])
	}
	return out
}

// since returns the files that changed after rev, the order if it did, the rev they are of, and what is closed at the next change.
func (st *state) since(rev int) (files []file, order []string, now int, next <-chan struct{}) {
	st.mu.Lock()
	defer st.mu.Unlock()
	for _, id := range st.order {
		if f := st.files[id]; f.rev > rev {
			files = append(files, *f)
		}
	}
	if st.listed > rev || rev == 0 {
		order = slices.Clone(st.order)
		if order == nil {
			order = []string{}
		}
	}
	return files, order, st.rev, st.changed
}

// watch counts a listening browser in or out.
func (st *state) watch(by int, now time.Time) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.viewers += by
	st.seen = now
}

// lonely reports whether nobody has listened since a time.
func (st *state) lonely(since time.Time) bool {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.viewers == 0 && st.seen.Before(since) && len(st.order) > 0
}

// unsent reports whether the document is too large and never came.
func (f *file) unsent() bool { return f.state == checked && f.result != nil && f.result.SHA256 == "" }
