package safefile

import (
	"errors"

	"golang.org/x/sys/unix"
)

// renameNew renames without replacing. Some file systems do not know the flag.
func renameNew(from, to string) error {
	err := unix.RenamexNp(from, to, unix.RENAME_EXCL)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return linkNew(from, to)
	}
	return err
}
