package safefile

import "os"

// closeFirst: Windows does not rename an open file.
const closeFirst = true

// lock: Windows does not let a file be removed while it is open, which is lock enough.
func lock(*os.File) {}

// dead says yes to whatever is not brand-new: removing fails as long as the run that made the file holds it open.
func dead(name string, _ int) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().IsRegular() && old(info)
}

// syncDir: Windows has no such thing; the rename is written through.
func syncDir(string) error { return nil }
