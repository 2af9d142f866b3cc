//go:build !unix

package pdfium

import "io/fs"

// private is true: the cache folder lies in the user's profile, which others may not write to.
func private(fs.FileInfo) bool { return true }
