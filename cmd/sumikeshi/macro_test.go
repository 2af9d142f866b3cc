package main

import (
	"archive/zip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Test_the_name_of_a_copy_fits_its_kind holds that programs open the copy of a file with macros: the ending of its name and the type that
// it announces say the same, whoever chose the name.
func Test_the_name_of_a_copy_fits_its_kind(t *testing.T) {
	const (
		book, macroBook     = "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml"
		letter, macroLetter = "wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"
	)
	for _, c := range []struct {
		from, as string // the sample, and its name here
		args     []string
		want     string
		kind     string
	}{
		{"xlsx/macro/dirty.xlsm", "a.xlsm", nil, "公開用_a.xlsx", book},
		{"xlsx/macro/dirty.xlsm", "A.XLSM", nil, "公開用_A.xlsx", book},
		{"xlsx/macro/dirty.xlsm", "a.xlsm", []string{"--output-dir", "out"}, "out/a.xlsx", book},
		{"xlsx/macro/dirty.xlsm", "a.xlsm", []string{"--output", "b.xlsm"}, "b.xlsm", macroBook},
		{"xlsx/macro/dirty.xlsm", "a.xlsm", []string{"--output", "b.xlsx"}, "b.xlsx", book},
		{"docx/macro/dirty-kind.docm", "a.docm", nil, "公開用_a.docx", letter},
		{"docx/macro/dirty-kind.docm", "a.docm", []string{"--output", "b.docm"}, "b.docm", macroLetter},
		{"docx/macro/dirty-kind.docm", "a.docm", []string{"--output", "b.docx"}, "b.docx", letter},
		{"xlsx/hidden-sheet/dirty.xlsx", "a.xlsm", nil, "公開用_a.xlsm", book}, // the name was wrong before
	} {
		t.Run(c.as+" "+c.want, func(t *testing.T) {
			dir := t.TempDir()
			in := filepath.Join(dir, c.as)
			copyFile(t, filepath.Join("..", "..", "testdata", filepath.FromSlash(c.from)), in)
			args := []string{"clean", "--format", "json"}
			for i, a := range c.args {
				if i%2 == 1 {
					a = filepath.Join(dir, a)
				}
				args = append(args, a)
			}
			code, out := program(t, append(args, in)...)
			if code > exitFound {
				t.Fatalf("exit %d: %s", code, out)
			}
			want := filepath.Join(dir, filepath.FromSlash(c.want))
			if got := outputs(t, out); len(got) != 1 || got[0] != want {
				t.Errorf("output %q, want %q", got, want)
			}
			kindIs(t, want, c.kind)
		})
	}
}

// Test_two_copies_never_take_one_name holds that a copy without macros does not take the name of another copy, even with --force.
func Test_two_copies_never_take_one_name(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join("..", "..", "testdata", "xlsx")
	copyFile(t, filepath.Join(root, "macro", "dirty.xlsm"), filepath.Join(dir, "a.xlsm"))
	copyFile(t, filepath.Join(root, "hidden-sheet", "dirty.xlsx"), filepath.Join(dir, "a.xlsx"))
	for range 2 {
		code, out := program(t, "clean", "--force", "--format", "json", filepath.Join(dir, "a.xlsm"), filepath.Join(dir, "a.xlsx"))
		if got := outputs(t, out); code > exitFound || len(got) != 2 || got[0] == got[1] {
			t.Fatalf("exit %d, outputs %q", code, got)
		}
		kindIs(t, filepath.Join(dir, "公開用_a.xlsm"), "ms-excel.sheet.macroEnabled.main+xml")
		kindIs(t, filepath.Join(dir, "公開用_a.xlsx"), "spreadsheetml.sheet.main+xml")
	}
}

func outputs(t *testing.T, report []byte) []string {
	t.Helper()
	var doc struct{ Files []struct{ Output string } }
	if err := json.Unmarshal(report, &doc); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range doc.Files {
		list = append(list, f.Output)
	}
	return list
}

// kindIs looks into a copy with another reader: its main part is of that type, and it holds no macros.
func kindIs(t *testing.T, path, kind string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Error(err)
		return
	}
	defer z.Close()
	for _, f := range z.File {
		if strings.Contains(f.Name, "vbaProject") {
			t.Errorf("%s is left", f.Name)
		}
	}
	f, err := z.Open("[Content_Types].xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if types, err := io.ReadAll(f); err != nil || !strings.Contains(string(types), kind+`"`) {
		t.Errorf("%s is not of the kind %s: %v", filepath.Base(path), kind, err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
