//go:build unix

package safefile

import (
	"errors"
	"os"
	"syscall"
)

// closeFirst: an open file can be renamed, and stays locked the while.
const closeFirst = false

// lock marks a temporary file as that of a run which lives: the kernel takes the lock away when it dies.
func lock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// dead reports whether the run that made a temporary file is over. The lock decides; since there is an instant between making a
// file and locking it, the process must be gone too, or the file old.
func dead(name string, pid int) bool {
	f, err := os.OpenFile(name, os.O_RDWR|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil {
		return false
	}
	return old(info) || errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}

// syncDir brings a folder's entries to the disk. Some file systems can't, which is no reason to fail: the name is there.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
