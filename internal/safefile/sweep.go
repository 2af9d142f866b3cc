package safefile

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Sweep wipes what dead runs left in a folder.
func Sweep(dir string) {
	found, _ := filepath.Glob(filepath.Join(escape(dir), tempPrefix+"*"+tempSuffix))
	for _, name := range found {
		if pid, ok := owner(name); ok && dead(name, pid) {
			_ = os.Remove(name)
		}
	}
}

// escape takes the special meaning from the characters of a folder's name.
func escape(dir string) string {
	if filepath.Separator == '\\' {
		return dir // Windows knows no escape in patterns; a folder with brackets is not swept
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(dir)
}

// owner returns the process number in the name of a temporary file, and whether it is such a name.
func owner(name string) (int, bool) {
	inner := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), tempPrefix), tempSuffix)
	num, random, ok := strings.Cut(inner, "-")
	pid, err := strconv.Atoi(num)
	return pid, ok && err == nil && len(random) == 12
}

// settled is how long a file may exist before its run has surely locked it.
const settled = 10 * time.Second

func old(info os.FileInfo) bool { return time.Since(info.ModTime()) > settled }
