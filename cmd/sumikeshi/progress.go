package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/sumikeshi/sumikeshi/report"
)

// A progress is one line on a terminal that says how far the run is. It is silent elsewhere.
type progress struct {
	w     io.Writer // nil: silent
	total int

	mu    sync.Mutex
	count int
	shown bool
	last  time.Time
}

func (b *batch) newProgress(total int) *progress {
	p := &progress{total: total}
	if !b.flags.quiet && total > 1 && isTerminal(b.err) && b.getenv("TERM") != "dumb" {
		p.w = b.err
	}
	return p
}

// step counts one input that is done with.
func (p *progress) step(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count++
	if p.w == nil || p.count == p.total || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.shown = time.Now(), true
	fmt.Fprintf(p.w, "\r\x1b[K%d/%d %s", p.count, p.total, report.Plain(filepath.Base(name)))
}

// aside takes the line away while f prints.
func (p *progress) aside(f func() error) error {
	p.clear()
	return f()
}

func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colourful reports whether text to w may be coloured.
func colourful(w any, getenv func(string) string) bool {
	if getenv("NO_COLOR") != "" || getenv("TERM") == "dumb" || runtime.GOOS == "windows" && getenv("WT_SESSION") == "" {
		return false
	}
	return isTerminal(w)
}
