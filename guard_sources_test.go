package sumikeshi_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A source is one Go file of the product, parsed.
type source struct {
	path  string // with slashes, from the top
	lines int
	file  *ast.File
}

// parse parses one file.
func parse(t *testing.T, path string, text []byte) source {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return source{filepath.ToSlash(path), bytes.Count(text, []byte("\n")), file}
}

// sources returns the Go files below dir, without tests.
func sources(t *testing.T, dir string) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && path != dir && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err == nil {
			out = append(out, parse(t, path, text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const longest = 400 // lines of a file

// faults returns what is against the rules of CONTRIBUTING.md in a file.
func faults(s source) []string {
	var out []string
	if s.lines > longest {
		out = append(out, "is longer than 400 lines")
	}
	if slices.Contains([]string{"util", "utils", "common", "types", "core", "helper", "helpers", "misc"}, s.file.Name.Name) {
		out = append(out, "has a package name that says nothing: "+s.file.Name.Name)
	}
	for _, d := range s.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			out = append(out, "has an init function: wire things in sumikeshi.go")
		}
	}
	return out
}

func Test_sources_keep_the_rules(t *testing.T) {
	all := sources(t, ".")
	if len(all) < 100 {
		t.Fatalf("only %d files", len(all))
	}
	for _, s := range all {
		for _, fault := range faults(s) {
			t.Errorf("%s %s", s.path, fault)
		}
	}
}

func Test_a_bad_source_is_noticed(t *testing.T) {
	for _, text := range []string{
		"package x\nfunc init() {}\n", "package util\n", "package x\n" + strings.Repeat("\n", longest),
	} {
		if len(faults(parse(t, "x.go", []byte(text)))) != 1 {
			t.Errorf("not noticed: %.30q", text)
		}
	}
	if f := faults(parse(t, "x.go", []byte("package x\n\ntype t int\n\nfunc (t) init() {}\n"))); len(f) > 0 {
		t.Error(f)
	}
}
