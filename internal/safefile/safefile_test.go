package safefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

const original = "the original"

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func info(t *testing.T, path string) fs.FileInfo {
	t.Helper()
	fi, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return fi
}

func put(t *testing.T, target, text string, replace bool, inputs ...fs.FileInfo) error {
	t.Helper()
	f, err := Create(target)
	if err != nil {
		return err
	}
	defer f.Discard()
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	return f.Release(0o640, replace, inputs...)
}

// entries lists a folder, temporary files included.
func entries(t *testing.T, dir string) string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func Test_a_new_file_takes_its_name_when_it_is_whole(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "公開用_名簿.xlsx")
	f, err := Create(target)
	if err != nil {
		t.Fatal(err)
	}
	if fi := info(t, f.Name()); fi.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("the temporary file has mode %v", fi.Mode())
	}
	if _, err := os.Stat(target); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the target is there before its time")
	}
	_, _ = f.WriteString("new")
	if err := f.Release(0o640, false); err != nil {
		t.Fatal(err)
	}
	f.Discard()
	if read(t, target) != "new" || entries(t, dir) != "公開用_名簿.xlsx" {
		t.Error(entries(t, dir))
	}
	if got := info(t, target).Mode().Perm(); got != 0o640 && runtime.GOOS != "windows" {
		t.Errorf("mode %v", got)
	}
}

func Test_a_discarded_file_leaves_nothing(t *testing.T) {
	dir := t.TempDir()
	f, err := Create(filepath.Join(dir, "x"))
	if err != nil {
		t.Fatal(err)
	}
	f.Discard()
	f.Discard()
	if entries(t, dir) != "" {
		t.Error(entries(t, dir))
	}
}

func Test_an_existing_file_is_replaced_only_when_asked_for(t *testing.T) {
	dir := t.TempDir()
	target := write(t, filepath.Join(dir, "out"), "old")
	if err := put(t, target, "new", false); !errors.Is(err, ErrExists) || read(t, target) != "old" {
		t.Errorf("%v, %s", err, read(t, target))
	}
	if err := put(t, target, "new", true); err != nil || read(t, target) != "new" {
		t.Errorf("%v, %s", err, read(t, target))
	}
	if entries(t, dir) != "out" {
		t.Error(entries(t, dir))
	}
}

func Test_a_target_that_appears_at_the_last_moment_is_not_replaced(t *testing.T) {
	dir := t.TempDir()
	from, to := write(t, filepath.Join(dir, "from"), "new"), write(t, filepath.Join(dir, "to"), "old")
	if err := rename(from, to, false); !errors.Is(err, ErrExists) || read(t, to) != "old" {
		t.Errorf("rename: %v", err)
	}
	if err := linkNew(from, to); !errors.Is(err, fs.ErrExist) || read(t, to) != "old" {
		t.Errorf("link: %v", err)
	}
	if err := linkNew(from, filepath.Join(dir, "free")); err != nil || entries(t, dir) != "free to" {
		t.Errorf("link to a free name: %v, %s", err, entries(t, dir))
	}
}

func Test_a_replaced_temporary_file_is_not_released(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file can't be removed on Windows")
	}
	dir := t.TempDir()
	f, err := Create(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(f.Name())
	write(t, f.Name(), "not ours")
	if err := f.Release(0o600, false); !errors.Is(err, errTampered) {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
		t.Error("it was released")
	}
}

func Test_leftovers_of_dead_runs_are_wiped(t *testing.T) {
	dir := t.TempDir()
	living, err := Create(filepath.Join(dir, "living"))
	if err != nil {
		t.Fatal(err)
	}
	defer living.Discard()
	longAgo := time.Now().Add(-time.Hour)
	_ = os.Chtimes(living.Name(), longAgo, longAgo)
	dead := write(t, filepath.Join(dir, ".sumikeshi-999999999-ABCDEFGHJKLM.tmp"), "left behind")
	_ = os.Chtimes(dead, longAgo, longAgo)
	foreign := write(t, filepath.Join(dir, ".sumikeshi-notes.tmp"), "not ours")
	Sweep(dir)
	if _, err := os.Stat(dead); err == nil {
		t.Error("the leftover is still there")
	}
	for _, name := range []string{living.Name(), foreign} {
		if _, err := os.Stat(name); err != nil {
			t.Errorf("%s was wiped", filepath.Base(name))
		}
	}
}

func Test_a_folder_with_brackets_is_swept_too(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("patterns have no escape on Windows")
	}
	dir := filepath.Join(t.TempDir(), "[案]*?")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, ".sumikeshi-999999999-ABCDEFGHJKLM.tmp"), "left behind")
	if Sweep(dir); entries(t, dir) != "" {
		t.Error(entries(t, dir))
	}
}
