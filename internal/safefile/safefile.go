// Package safefile writes a file so that nothing is lost whatever happens: a new file is built under a temporary name beside its
// target, and takes the target's name only when it is whole, without replacing anything unless that was asked for, and never in
// place of a file that was an input, by whatever name.
//
// Temporary files are readable by their owner alone, have names that can be told, and are locked while their run lives; what a
// dead run left in a folder is wiped when the next one starts there.
package safefile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Errors of [Check] and [File.Release].
var (
	ErrExists    = errors.New("the output exists")
	ErrIsInput   = errors.New("the output is an input")
	ErrNotAFile  = errors.New("the output is not an ordinary file")
	ErrNoFolder  = errors.New("the output's folder does not exist")
	errTampered  = errors.New("the temporary file was replaced")
	errTempNames = errors.New("no temporary name is free")
)

// A File is a new file that does not have its name yet. Either [File.Release] or [File.Discard] ends it.
type File struct {
	*os.File
	target string
	done   bool
}

// Create starts a file that is to become target. The target's folder must exist; leftovers of dead runs in it are wiped.
func Create(target string) (*File, error) {
	dir := filepath.Dir(target)
	Sweep(dir)
	for range 100 {
		name := filepath.Join(dir, tempName())
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		lock(f)
		return &File{File: f, target: target}, nil
	}
	return nil, errTempNames
}

// tempName starts with a dot, so that a walk passes it over, and tells whose it is.
func tempName() string {
	return fmt.Sprintf("%s%d-%s%s", tempPrefix, os.Getpid(), rand.Text()[:12], tempSuffix)
}

const (
	tempPrefix = ".sumikeshi-"
	tempSuffix = ".tmp"
)

// Retarget gives the file another name to take, in the same folder.
func (f *File) Retarget(target string) { f.target = target }

// Discard throws the file away. After Release it does nothing, so it can be deferred.
func (f *File) Discard() {
	if f.done {
		return
	}
	f.done = true
	_ = f.Close()
	_ = os.Remove(f.Name())
}

// Release gives the file its name, with the permissions of perm. If something stands there, the error is ErrExists unless replace
// is set. Inputs are the files that must survive whatever replace says. After an error the temporary file is gone.
func (f *File) Release(perm fs.FileMode, replace bool, inputs ...fs.FileInfo) error {
	defer f.Discard()
	if err := f.whole(perm); err != nil {
		return err
	}
	if err := Check(f.target, replace, inputs...); err != nil {
		return err
	}
	if closeFirst {
		_ = f.Close()
	}
	if err := rename(f.Name(), f.target, replace); err != nil {
		return err
	}
	f.done = true
	_ = f.Close()
	return syncDir(filepath.Dir(f.target))
}

// whole brings the content to the disk and makes sure that the name still leads to it. The file becomes young again, so that no
// other run takes it for a leftover in the instant between the end of its lock and its name.
func (f *File) whole(perm fs.FileMode) error {
	now := time.Now()
	if err := os.Chtimes(f.Name(), now, now); err != nil {
		return err
	}
	if err := f.Chmod(perm.Perm()); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	named, err := os.Lstat(f.Name())
	if err != nil {
		return err
	}
	own, err := f.Stat()
	if err != nil {
		return err
	}
	if !os.SameFile(named, own) {
		return errTampered
	}
	return nil
}

func rename(from, to string, replace bool) error {
	if replace {
		return os.Rename(from, to)
	}
	err := renameNew(from, to)
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	return err
}

// linkNew is the rename for systems without one that refuses to replace: a hard link is never made over an existing name.
func linkNew(from, to string) error {
	if err := os.Link(from, to); err != nil {
		return err
	}
	return os.Remove(from)
}
