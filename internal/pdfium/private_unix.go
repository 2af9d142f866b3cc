//go:build unix

package pdfium

import (
	"io/fs"
	"os"
	"syscall"
)

// private reports whether a folder is the user's own and nobody else may write to it.
func private(info fs.FileInfo) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(st.Uid) == os.Geteuid() && info.Mode().Perm()&0o022 == 0
}
