package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/sumikeshi/sumikeshi/internal/safefile"
	"github.com/sumikeshi/sumikeshi/report"
)

// drag is a run without a verb, as it happens when files are dragged onto the program: it checks them, and shows a report in the
// user's own folder. The exit code is that of the check, whatever becomes of the report.
func (a *app) drag(ctx context.Context, f *flags, paths []string, noOpen bool) error {
	b, err := a.newBatch(f, paths, "")
	if err != nil {
		return err
	}
	defer b.close()
	path, own := b.openOwnReport(paths)
	if err := b.check(ctx); err != nil {
		return err
	}
	switch {
	case own == nil || own.lost:
		b.note(a.say("報告を書ける場所がありませんでした。", "There was no place to write the report to."))
	case noOpen || a.getenv("SUMIKESHI_NO_OPEN") != "":
		b.note(a.say("報告：", "report: ") + path)
	default:
		b.open(ctx, path)
	}
	return nil
}

// openOwnReport begins the report that a drag writes, and returns where it will be, or nil if no folder can be written to.
func (b *batch) openOwnReport(paths []string) (string, *sink) {
	dir := b.ownFolder(paths)
	if dir == "" {
		return "", nil
	}
	// Two runs of the same second do not meet: the name tells thousandths, and nothing is ever replaced.
	now := time.Now()
	name := b.say("公開前チェック", "check") + now.Format("_2006-01-02_150405_") + fmt.Sprintf("%03d", now.Nanosecond()/1e6) + ".html"
	path := filepath.Join(dir, name)
	f, err := safefile.Create(path)
	if err != nil {
		return "", nil
	}
	w, _ := report.New("html", f, b.reportOptions(false))
	own := &sink{Writer: w, file: f, own: true}
	b.reports = append(b.reports, own)
	return path, own
}

// ownFolder returns a folder for the report that exists, belongs to the user and lies in none of the folders that are checked: a
// report in a folder that is about to be published would be published with it.
func (b *batch) ownFolder(paths []string) string {
	if docs, err := documentsFolder(b.getenv); err == nil {
		dir := filepath.Join(docs, "sumikeshi")
		if !within(dir, paths) && os.MkdirAll(dir, 0o700) == nil {
			return dir
		}
	}
	if within(os.TempDir(), paths) {
		return ""
	}
	dir, err := os.MkdirTemp("", "sumikeshi-")
	if err != nil {
		return ""
	}
	return dir
}

// within reports whether a folder, which need not exist yet, is one of the paths or lies below one, through links too.
func within(dir string, paths []string) bool {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return true
	}
	if real, err := resolve(dir); err == nil {
		dir = real
	}
	for {
		for _, p := range paths {
			if p != "-" && same(p, dir) {
				return true
			}
		}
		up := filepath.Dir(dir)
		if up == dir {
			return false
		}
		dir = up
	}
}

// resolve follows the links of that part of a path which exists.
func resolve(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if up := filepath.Dir(path); errors.Is(err, os.ErrNotExist) && up != path {
		head, err := resolve(up)
		return filepath.Join(head, filepath.Base(path)), err
	}
	return real, err
}

// patience is how long the program that shows the report may take to say that it can't.
const patience = 3 * time.Second

// open shows the report. Whether it could or not, where the report lies is said.
func (b *batch) open(ctx context.Context, path string) {
	failed := make(chan error, 1)
	go func() { failed <- openFile(path, b.getenv) }()
	var err error
	select {
	case err = <-failed:
	case <-time.After(patience): // it is showing it
	case <-ctx.Done():
	}
	if err != nil {
		b.note(b.say("報告を開けませんでした。ここにあります：", "The report could not be opened. It is here: ") + path)
		return
	}
	b.note(b.say("報告：", "report: ") + path)
}

// note tells a person something beside the results.
func (b *batch) note(text string) {
	if !b.flags.quiet {
		fmt.Fprintln(b.err, report.Plain(text))
	}
}

// errNoScreen says that there is nothing to show a report on.
var errNoScreen = errors.New("no screen")
