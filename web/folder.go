package web

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/sumikeshi/sumikeshi/internal/safefile"
)

// A folder holds the documents of one server: 0700, files 0600, under names that say nothing. A locked file in it tells that its
// server lives; what dead ones left is wiped when the next one starts.
type folder struct {
	path string
	life *safefile.File

	mu   sync.Mutex
	gone bool
}

const (
	folderPrefix = "sumikeshi-page-"
	lifePrefix   = ".sumikeshi-" // of the temporary files of package safefile
)

func newFolder(base string) (*folder, error) {
	if base == "" {
		base = os.TempDir()
	}
	sweepFolders(base)
	path, err := os.MkdirTemp(base, folderPrefix)
	if err != nil {
		return nil, err
	}
	life, err := safefile.Create(filepath.Join(path, "life"))
	if err != nil {
		_ = os.RemoveAll(path)
		return nil, err
	}
	return &folder{path: path, life: life}, nil
}

// young is how long a folder may exist before its server has surely locked it.
const young = time.Minute

// sweepFolders wipes the folders of dead servers.
func sweepFolders(base string) {
	found, _ := filepath.Glob(filepath.Join(base, folderPrefix+"*"))
	for _, path := range found {
		info, err := os.Lstat(path)
		if err != nil || !info.IsDir() {
			continue
		}
		had := lives(path)
		safefile.Sweep(path)
		if !lives(path) && (had || time.Since(info.ModTime()) > young) {
			_ = os.RemoveAll(path)
		}
	}
}

// lives reports whether a locked file is left in a folder after sweeping.
func lives(path string) bool {
	names, err := os.ReadDir(path)
	if err != nil {
		return true
	}
	for _, n := range names {
		if strings.HasPrefix(n.Name(), lifePrefix) {
			return true
		}
	}
	return false
}

// name returns a path in the folder.
func (f *folder) name(n string) string { return filepath.Join(f.path, n) }

// store copies r into a file of the folder, at most limit bytes. Over tells that there were more; then nothing is kept.
func (f *folder) store(name string, r io.Reader, limit int64) (size int64, over bool, err error) {
	file, err := os.OpenFile(f.name(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return 0, false, err
	}
	size, err = io.Copy(file, io.LimitReader(r, limit+1))
	if closed := file.Close(); err == nil {
		err = closed
	}
	if over = size > limit; over || err != nil {
		f.remove(name)
	}
	return size, over, err
}

func (f *folder) remove(name string) { _ = os.Remove(f.name(name)) }

// wipe removes the folder.
func (f *folder) wipe() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.gone {
		return nil
	}
	f.gone = true
	f.life.Discard()
	return os.RemoveAll(f.path)
}
