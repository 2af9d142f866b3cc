package safefile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// aliases are the ways in which a user can name the input as the output. Each gets the folder and the input's path, and returns
// the output's.
var aliases = map[string]func(t *testing.T, dir, in string) string{
	"the same path":     func(_ *testing.T, _, in string) string { return in },
	"dot slash":         func(_ *testing.T, dir, in string) string { return dir + "/./" + filepath.Base(in) },
	"double slash":      func(_ *testing.T, dir, in string) string { return dir + "//" + filepath.Base(in) },
	"up and down":       func(_ *testing.T, dir, in string) string { return dir + "/sub/../" + filepath.Base(in) },
	"relative":          func(t *testing.T, dir, in string) string { t.Chdir(dir); return filepath.Base(in) },
	"relative with dot": func(t *testing.T, dir, in string) string { t.Chdir(dir); return "./" + filepath.Base(in) },
	"relative from sub": func(t *testing.T, dir, in string) string { t.Chdir(dir + "/sub"); return "../" + filepath.Base(in) },
	"symbolic link":     func(t *testing.T, dir, in string) string { return symlink(t, in, dir+"/link.xlsx") },
	"relative symlink":  func(t *testing.T, dir, in string) string { return symlink(t, filepath.Base(in), dir+"/link.xlsx") },
	"link to a link":    func(t *testing.T, dir, in string) string { return symlink(t, symlink(t, in, dir+"/a"), dir+"/b") },
	"link in a sub":     func(t *testing.T, dir, in string) string { return symlink(t, in, dir+"/sub/link.xlsx") },
	"linked folder": func(t *testing.T, dir, in string) string {
		return symlink(t, dir, dir+"/sub/d") + "/" + filepath.Base(in)
	},
	"linked folder twice": func(t *testing.T, dir, in string) string {
		return symlink(t, symlink(t, dir, dir+"/sub/d"), dir+"/sub/e") + "/" + filepath.Base(in)
	},
	"hard link":               func(t *testing.T, dir, in string) string { return hardlink(t, in, dir+"/hard.xlsx") },
	"hard link in a sub":      func(t *testing.T, dir, in string) string { return hardlink(t, in, dir+"/sub/hard.xlsx") },
	"link to a hard link":     func(t *testing.T, dir, in string) string { return symlink(t, hardlink(t, in, dir+"/h"), dir+"/l") },
	"upper case":              func(_ *testing.T, dir, _ string) string { return dir + "/ががＡX.XLSX" },
	"lower case":              func(_ *testing.T, dir, _ string) string { return dir + "/ががａx.xlsx" },
	"decomposed":              func(_ *testing.T, dir, in string) string { return dir + "/" + norm.NFD.String(filepath.Base(in)) },
	"composed":                func(_ *testing.T, dir, in string) string { return dir + "/" + norm.NFC.String(filepath.Base(in)) },
	"decomposed, upper case":  func(_ *testing.T, dir, _ string) string { return dir + "/" + norm.NFD.String("ががＡX.XLSX") },
	"trailing dot":            func(_ *testing.T, _, in string) string { return in + "." },
	"trailing space":          func(_ *testing.T, _, in string) string { return in + " " },
	"other case, other route": func(_ *testing.T, dir, _ string) string { return dir + "/sub/../ががＡX.XLSX" },
	"other case, linked":      func(t *testing.T, dir, _ string) string { return symlink(t, dir, dir+"/sub/d") + "/ががＡX.XLSX" },
}

func symlink(t *testing.T, old, link string) string {
	t.Helper()
	if err := os.Symlink(old, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	return link
}

func hardlink(t *testing.T, old, link string) string {
	t.Helper()
	if err := os.Link(old, link); err != nil {
		t.Skip("no hard links here:", err)
	}
	return link
}

func Test_no_alias_of_the_input_is_written_to(t *testing.T) {
	for name, alias := range aliases {
		for _, force := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				dir := t.TempDir()
				if err := os.Mkdir(filepath.Join(dir, "sub"), 0o700); err != nil {
					t.Fatal(err)
				}
				in := write(t, filepath.Join(dir, "ががＡx.xlsx"), original)
				before := info(t, in)
				out := alias(t, dir, in)
				err := put(t, out, "the copy", force, before)
				if err == nil && Alike(in, out) {
					err = ErrIsInput // what a caller asks first: see the names that differ here, and not elsewhere
				}
				if !errors.Is(err, ErrIsInput) {
					t.Errorf("got %v", err)
				}
				if read(t, in) != original || !os.SameFile(before, info(t, in)) || !before.ModTime().Equal(info(t, in).ModTime()) {
					t.Error("the original changed")
				}
			})
		}
	}
}

func Test_other_names_are_not_alike(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "名簿.xlsx"), original)
	for _, out := range []string{"公開用_名簿.xlsx", "名簿2.xlsx", "名簿.xls"} {
		if Alike(in, filepath.Join(dir, out)) {
			t.Error(out)
		}
	}
	if Alike(in, filepath.Join(t.TempDir(), "名簿.xlsx")) {
		t.Error("the same name in another folder")
	}
}

func Test_folders_devices_and_missing_folders_are_refused(t *testing.T) {
	dir := t.TempDir()
	if err := Check(dir, true); !errors.Is(err, ErrNotAFile) {
		t.Errorf("folder: %v", err)
	}
	if err := Check(filepath.Join(dir, "no", "such"), true); !errors.Is(err, ErrNoFolder) {
		t.Errorf("missing folder: %v", err)
	}
	if err := Check(filepath.Join(write(t, dir+"/f", ""), "x"), true); !errors.Is(err, ErrNoFolder) {
		t.Errorf("file as folder: %v", err)
	}
	if runtime.GOOS != "windows" {
		if err := Check("/dev/null", true); !errors.Is(err, ErrNotAFile) {
			t.Errorf("device: %v", err)
		}
	}
	dangling := symlink(t, filepath.Join(dir, "nowhere"), filepath.Join(dir, "dangling"))
	if err := Check(dangling, false); !errors.Is(err, ErrExists) {
		t.Errorf("dangling link: %v", err)
	}
}
