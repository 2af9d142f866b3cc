//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// bigRoster writes a table that takes some seconds to clean.
func bigRoster(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("氏名,住所,電話番号\n")
	for i := range 150_000 {
		fmt.Fprintf(&b, "山田太郎,東京都千代田区霞が関%d-1,03-%04d-%04d\n", i, 1000+i%9000, i%10000)
	}
	path := filepath.Join(t.TempDir(), "名簿.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// startClean starts the program and waits until its temporary file is there.
func startClean(t *testing.T, path string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "clean", "--mask", "all", path)
	cmd.Args[0] = "sumikeshi" // see TestMain
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 500 {
		if len(files(t, path)) == 2 {
			return cmd
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("no temporary file appeared")
	return nil
}

func files(t *testing.T, path string) []string {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

// waitUnlocked waits until nobody holds a lock on a file: a worker that was being started when its parent was killed has the
// parent's files until it runs its own program.
func waitUnlocked(t *testing.T, name string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for range 500 {
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("a killed run's lock stays")
}

func Test_an_interrupted_run_leaves_nothing(t *testing.T) {
	path := bigRoster(t)
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		cmd := startClean(t, path)
		_ = cmd.Process.Signal(sig)
		_ = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
			t.Errorf("%v: exit %d", sig, code)
		}
		if left := files(t, path); len(left) != 1 {
			t.Errorf("%v: left %v", sig, left)
		}
	}
}

func Test_what_a_killed_run_left_is_wiped_by_the_next(t *testing.T) {
	path := bigRoster(t)
	cmd := startClean(t, path)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	left := files(t, path)
	if len(left) != 2 {
		t.Fatalf("there is nothing to wipe: %v", left)
	}
	for _, name := range left {
		waitUnlocked(t, filepath.Join(filepath.Dir(path), name))
	}
	small := filepath.Join(filepath.Dir(path), "小.txt")
	if err := os.WriteFile(small, []byte("町のお知らせ\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out := program(t, "clean", small); code != exitOK {
		t.Errorf("exit %d: %s", code, out)
	}
	if left := strings.Join(files(t, path), " "); strings.Contains(left, ".sumikeshi-") {
		t.Error(left)
	}
}
