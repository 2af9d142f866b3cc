package detectors

import (
	"path"
	"strings"
)

// maxPath bounds the texts that are taken for a path, in bytes: Windows knows no longer ones by default.
const maxPath = 1024

// isPath reports whether a text may be the place of a file: folders named after people part no name from the rest in any other way.
func isPath(text string) bool {
	return len(text) <= maxPath && (strings.IndexByte(text, '\\') >= 0 || strings.HasPrefix(text, "file:"))
}

// folders appends to dst what stands in the folders of a path, each of them a text by itself, and in the name of the file without its ending.
func (t *textState) folders(dst []Match, text string) []Match {
	if !strings.ContainsAny(text, `\/`) {
		return dst
	}
	for at := 0; at < len(text); {
		end := strings.IndexAny(text[at:], `\/`)
		if end < 0 {
			end = len(text) - at
		}
		first, name := len(dst), text[at:at+end]
		dst = t.find(dst, strings.TrimSuffix(name, path.Ext(name)), nil)
		for i := range dst[first:] {
			dst[first+i].Start += at
			dst[first+i].End += at
		}
		at += end + 1
	}
	return dst
}
