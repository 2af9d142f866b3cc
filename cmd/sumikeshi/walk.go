package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/report"
)

// copyPrefix begins the names of cleaned copies.
const copyPrefix = "公開用_"

// An input is one document to be worked on.
type input struct {
	sumikeshi.Input
	rel    string // below the folder that was named, or the name itself
	target string // where its copy goes
	rename bool   // the ending of the copy's name may follow its kind
}

// A walk turns the paths of the command line into inputs.
type walk struct {
	in        io.Reader
	stdinName string
	limit     int64
	except    string // a folder that is not walked: the one that copies go to

	inputs  []input
	skipped int
	stdin   bool
}

// all walks every path. A path that is not there is wrong usage, found before anything is done.
func (w *walk) all(paths []string) error {
	for _, p := range paths {
		if err := w.named(p); err != nil {
			return err
		}
	}
	if w.stdinName != "" && !w.stdin {
		return usage("--stdin-name は、標準入力（-）のときに使います。", "--stdin-name goes with standard input (-).")
	}
	return nil
}

// named takes a path of the command line. A file that was named is never skipped.
func (w *walk) named(path string) error {
	if path == "-" {
		return w.standardInput()
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		plain := report.Plain(path)
		return usage("ファイルがありません："+plain, "no such file: "+plain)
	}
	if err == nil && info.IsDir() {
		w.folder(path, ".")
		return nil
	}
	w.add(path, filepath.Base(path))
	return nil
}

func (w *walk) add(path, rel string) {
	w.inputs = append(w.inputs, input{Input: sumikeshi.Input{Name: path, Path: path}, rel: rel})
}

// standardInput reads a document from standard input into memory: one byte more than the limit is enough to know that it is too
// large.
func (w *walk) standardInput() error {
	if w.stdin {
		return usage("標準入力（-）は1回だけ使えます。", "Standard input (-) can be named once.")
	}
	w.stdin = true
	data, err := io.ReadAll(io.LimitReader(w.in, w.limit+1))
	if err != nil {
		return usage("標準入力を読めません。", "Standard input can't be read.")
	}
	name := w.stdinName
	if name == "" {
		name = "-"
	}
	w.inputs = append(w.inputs, input{Input: sumikeshi.Input{Name: name, Data: data}, rel: filepath.Base(name)})
	return nil
}

// folder walks a folder in the order of names. Links are not followed; one that can't be read is an input, so that it ends up as
// unread and not as nothing.
func (w *walk) folder(path, rel string) {
	if w.except != "" && same(path, w.except) {
		return
	}
	entries, err := os.ReadDir(path)
	for _, e := range entries {
		name := e.Name()
		child, below := filepath.Join(path, name), filepath.Join(rel, name)
		switch {
		case strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"):
		case e.IsDir():
			w.folder(child, below)
		case !e.Type().IsRegular(), strings.HasPrefix(name, copyPrefix):
		case isDocument(child):
			w.add(child, below)
		default:
			w.skipped++
		}
	}
	if err != nil {
		w.add(path, rel)
	}
}

func same(a, b string) bool {
	fa, errA := os.Stat(a)
	fb, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(fa, fb)
}
