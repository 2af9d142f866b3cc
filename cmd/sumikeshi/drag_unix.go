//go:build unix

package main

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// documentsFolder is where the user keeps documents. Desktops write its name, which depends on the language, into a file of the
// user's settings.
func documentsFolder(getenv func(string) string) (string, error) {
	home := getenv("HOME")
	if dir := getenv("XDG_DOCUMENTS_DIR"); filepath.IsAbs(dir) {
		return dir, nil
	}
	if !filepath.IsAbs(home) {
		return "", errors.New("no home folder")
	}
	settings := getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(settings) {
		settings = filepath.Join(home, ".config")
	}
	if dir := userDir(filepath.Join(settings, "user-dirs.dirs"), home); dir != "" {
		return dir, nil
	}
	return filepath.Join(home, "Documents"), nil
}

// userDir reads the line XDG_DOCUMENTS_DIR="$HOME/…" of a settings file.
func userDir(path, home string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR=")
		if !ok {
			continue
		}
		value = strings.Trim(value, `"`)
		if below, ok := strings.CutPrefix(value, "$HOME"); ok {
			value = home + below
		}
		// The home folder itself stands for "none".
		if filepath.IsAbs(value) && filepath.Clean(value) != filepath.Clean(home) {
			return filepath.Clean(value)
		}
	}
	return ""
}

// openFile lets the system's program show a file. Without a screen it is not asked: it might start a browser in the terminal.
func openFile(path string, getenv func(string) string) error {
	if runtime.GOOS == "darwin" {
		return exec.Command("open", path).Run()
	}
	if getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return errNoScreen
	}
	return exec.Command("xdg-open", path).Run()
}
