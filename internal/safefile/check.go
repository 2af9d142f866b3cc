package safefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Check says whether a file may be written to target: ErrIsInput if it is one of the inputs by any name, ErrNotAFile if a folder
// or a device stands there, ErrExists if anything else does and replace is not set, ErrNoFolder if there is no folder for it.
func Check(target string, replace bool, inputs ...fs.FileInfo) error {
	dir, err := os.Stat(filepath.Dir(target))
	if err != nil || !dir.IsDir() {
		return ErrNoFolder
	}
	// What the target leads to, through links: os.SameFile compares what lies on the disk, so "./", hard links and the other
	// forms of a name on systems that fold case or Unicode are all seen.
	if led, err := os.Stat(target); err == nil {
		for _, in := range inputs {
			if os.SameFile(led, in) {
				return ErrIsInput
			}
		}
		if !led.Mode().IsRegular() {
			return ErrNotAFile
		}
	}
	own, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case own.IsDir(), own.Mode()&fs.ModeIrregular != 0:
		return ErrNotAFile
	case !replace:
		return ErrExists
	}
	return nil
}

// Alike reports whether two paths name the same file, or would on a system that folds case and Unicode forms: a copy beside its
// original under such a name would replace it as soon as both are carried to another computer.
func Alike(a, b string) bool {
	if fa, err := os.Stat(a); err == nil {
		if fb, err := os.Stat(b); err == nil && os.SameFile(fa, fb) {
			return true
		}
	}
	return fold(filepath.Base(a)) == fold(filepath.Base(b)) && sameDir(filepath.Dir(a), filepath.Dir(b))
}

// fold maps names to one form that are one name on Windows or macOS: trailing dots and spaces do not count on Windows.
func fold(name string) string {
	return strings.TrimRight(strings.ToLower(strings.ToUpper(norm.NFC.String(name))), " .")
}

func sameDir(a, b string) bool {
	fa, errA := os.Stat(a)
	fb, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(fa, fb)
	}
	return filepath.Clean(a) == filepath.Clean(b)
}
