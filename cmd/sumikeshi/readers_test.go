package main

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// A copied is the cleaned copy of a workbook under testdata.
type copied struct {
	samples.Case
	path string
}

// Test_other_programs_read_the_copies opens every cleaned workbook with readers that share no code with the product.
func Test_other_programs_read_the_copies(t *testing.T) {
	dir := t.TempDir()
	books := copies(t, dir, ".xlsx", ".xlsm")
	if len(books) < 50 {
		t.Fatalf("only %d copies", len(books))
	}
	t.Run("excelize", func(t *testing.T) {
		t.Parallel()
		for _, b := range books {
			if b.Dir != "variants/utf16" { // excelize does not read UTF-16 parts
				workbook(t, b, b.path)
			}
		}
	})
	t.Run("openpyxl", func(t *testing.T) { t.Parallel(); openpyxl(t, books) })
	t.Run("LibreOffice", func(t *testing.T) { t.Parallel(); calc(t, books) })
	t.Run("LibreOffice, Word", func(t *testing.T) { t.Parallel(); writer(t, copies(t, dir, ".docx", ".docm")) })
	t.Run("unzip", func(t *testing.T) {
		t.Parallel()
		unzip := reader(t, "unzip", "unzip", "-v")
		for _, b := range books {
			if out, err := exec.Command(unzip, "-tqq", b.path).CombinedOutput(); err != nil {
				t.Errorf("%s: %v: %s", b.name(), err, out)
			}
		}
	})
}

func (b copied) name() string { return b.Dir + "/" + b.File }

// copies cleans every document of a kind that has a clean copy.
func copies(t *testing.T, dir string, extensions ...string) []copied {
	t.Helper()
	cases, err := samples.Cases(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	var out []copied
	for _, c := range cases {
		if c.Clean == nil || !slices.Contains(extensions, filepath.Ext(c.File)) {
			continue
		}
		b := copied{c, filepath.Join(dir, strings.ReplaceAll(c.Dir+"/"+c.File, "/", "_"))}
		code, _ := program(t, slices.Concat([]string{"clean", "--quiet", "--output", b.path}, c.Clean.Args, []string{c.Path})...)
		if code == exitOK || code == exitFound {
			out = append(out, b)
		} else if c.Clean.Exit != nil && *c.Clean.Exit != code {
			t.Errorf("%s: clean ends with %d", b.name(), code)
		}
	}
	return out
}

// workbook reads a workbook with excelize and holds it to what its case says of the copy.
func workbook(t *testing.T, b copied, path string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Errorf("%s: %v", b.name(), err)
		return
	}
	defer f.Close()
	for at, want := range b.Clean.Cells {
		sheet, cell, _ := strings.Cut(at, "!")
		got, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
		if err != nil || got != want {
			t.Errorf("%s: %s is %q, want %q (%v)", b.name(), at, got, want, err)
		}
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Errorf("%s: %s: %v", b.name(), sheet, err)
		}
		if b.Clean.NoRef && slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, "#REF!") }) {
			t.Errorf("%s: #REF! on %s", b.name(), sheet)
		}
	}
}

// look reads all workbooks with openpyxl, and tells for each the cells asked for and whether a cell holds #REF!.
const look = `
import json, sys, openpyxl
out = []
for job in json.load(sys.stdin):
    got = {"cells": {}, "ref": False, "error": ""}
    try:
        book = openpyxl.load_workbook(job["path"], data_only=True)
        for at in job["cells"]:
            sheet, cell = at.rsplit("!", 1)
            got["cells"][at] = str(book[sheet][cell].value)
        for b in (book, openpyxl.load_workbook(job["path"])):
            for sheet in b.worksheets:
                for row in sheet.iter_rows(values_only=True):
                    got["ref"] = got["ref"] or any(isinstance(v, str) and "#REF!" in v for v in row)
    except Exception as e:
        got["error"] = type(e).__name__ + ": " + str(e)
    out.append(got)
json.dump(out, sys.stdout)
`

func openpyxl(t *testing.T, books []copied) {
	books = slices.DeleteFunc(slices.Clone(books), func(b copied) bool { return b.Dir == "variants/strict" }) // it reads no strict OOXML
	python := reader(t, "python3 with openpyxl", "python3", "-c", "import openpyxl")
	type job struct {
		Path  string   `json:"path"`
		Cells []string `json:"cells"`
	}
	jobs := []job{}
	for _, b := range books {
		j := job{b.path, []string{}}
		for at := range b.Clean.Cells {
			j.Cells = append(j.Cells, at)
		}
		jobs = append(jobs, j)
	}
	in, err := json.Marshal(jobs)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-W", "ignore", "-c", look)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Cells map[string]string
		Ref   bool
		Error string
	}
	if err := json.Unmarshal(out, &got); err != nil || len(got) != len(books) {
		t.Fatalf("%v: %s", err, out)
	}
	for i, b := range books {
		if got[i].Error != "" {
			t.Errorf("%s: %s", b.name(), got[i].Error)
		}
		if got[i].Ref && b.Clean.NoRef {
			t.Errorf("%s: a cell holds #REF!", b.name())
		}
		for at, want := range b.Clean.Cells {
			if v := got[i].Cells[at]; v != want && truths[v] != want && got[i].Error == "" {
				t.Errorf("%s: %s is %q, want %q", b.name(), at, v, want)
			}
		}
	}
}

// truths are what openpyxl makes of the truth values that a file holds as numbers.
var truths = map[string]string{"True": "1", "False": "0"}

// saved has LibreOffice open and save documents, in one process, and returns where each was saved.
func saved(t *testing.T, books []copied, as, extension string) []string {
	t.Helper()
	soffice := reader(t, "LibreOffice", "soffice", "--version")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", as, "--outdir", filepath.Join(dir, "out")}
	paths := make([]string, len(books))
	for i, b := range books {
		args = append(args, b.path)
		base := filepath.Base(b.path)
		paths[i] = filepath.Join(dir, "out", strings.TrimSuffix(base, filepath.Ext(base))+extension)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return paths
}

// calc reads what LibreOffice saved of the workbooks.
func calc(t *testing.T, books []copied) {
	for i, path := range saved(t, books, "xlsx:Calc MS Excel 2007 XML", ".xlsx") {
		workbook(t, books[i], path)
	}
}

// writer looks for what a reader sees in what LibreOffice saved of the Word documents.
func writer(t *testing.T, docs []copied) {
	tags := regexp.MustCompile("<[^>]*>") // LibreOffice splits a text into runs wherever the script changes
	for i, path := range saved(t, docs, "docx:MS Word 2007 XML", ".docx") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%s: %v", docs[i].name(), err)
			continue
		}
		layers := samples.Layers(data)
		var plain [][]byte
		for _, l := range layers {
			plain = append(plain, []byte(html.UnescapeString(string(tags.ReplaceAll(l, nil)))))
		}
		for _, text := range docs[i].Clean.Kept {
			if !samples.Holds(plain, text) && !samples.Holds(layers, text) { // descriptions of pictures stand in attributes
				t.Errorf("%s: %q is lost", docs[i].name(), text)
			}
		}
	}
}

// reader returns the path of a reader that answers. Where it is missing the test is skipped; a run that says it has everything
// (CI, see .ci/run) fails instead.
func reader(t *testing.T, what, name string, args ...string) string {
	t.Helper()
	for _, dir := range append([]string{""}, filepath.SplitList(os.Getenv("PATH"))...) {
		path, err := exec.LookPath(filepath.Join(dir, name))
		if err == nil && exec.Command(path, args...).Run() == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("%s is not installed", what)
	return ""
}
