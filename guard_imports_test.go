package sumikeshi_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/sumikeshi/sumikeshi"

// A pack is what `go list` says of a package of the module.
type pack struct {
	ImportPath string
	Imports    []string
}

// house says what each kind of package may import of the module, see docs/ARCHITECTURE.md. Test files are free.
var house = map[string]string{
	"cmd":       "web sumikeshi format redact report inspect detectors internal",
	"web":       "sumikeshi format redact report inspect detectors internal",
	"sumikeshi": "format redact report inspect detectors internal",
	"format":    "format inspect detectors internal",
	"redact":    "redact inspect detectors internal",
	"report":    "report redact inspect detectors internal",
	"inspect":   "detectors internal",
	"detectors": "detectors internal",
	"internal":  "internal",
	"samples":   "samples internal",
}

// outside lists what packages whose only business is reading must not have to do with.
var outside = []string{"net", "net/http", "os", "os/exec"}

// kindOf returns the kind of a package by its path in the module; "" if it has no place in the house.
func kindOf(path string) string {
	rel, ours := strings.CutPrefix(path, module)
	top, below, deeper := strings.Cut(strings.TrimPrefix(rel, "/"), "/")
	switch {
	case !ours:
		return ""
	case rel == "":
		return "sumikeshi"
	case top == "inspect" && deeper:
		return "format"
	case top == "internal" && strings.HasPrefix(below+"/", "samples/"):
		return "samples"
	}
	if _, known := house[top]; known {
		return top
	}
	return ""
}

// breaks returns a sentence for every import that the house does not allow.
func breaks(packs []pack) []string {
	var out []string
	for _, p := range packs {
		kind := kindOf(p.ImportPath)
		if kind == "" {
			out = append(out, p.ImportPath+" has no place in the house")
			continue
		}
		for _, imp := range p.Imports {
			if (kind == "format" || kind == "inspect" || kind == "detectors") && slices.Contains(outside, imp) && !isMain(p) {
				out = append(out, fmt.Sprintf("%s imports %s: it only reads what it is given", p.ImportPath, imp))
			}
			if imp != module && !strings.HasPrefix(imp, module+"/") {
				continue
			}
			if to := kindOf(imp); !slices.Contains(strings.Fields(house[kind]), to) {
				out = append(out, fmt.Sprintf("%s (%s) imports %s (%s)", p.ImportPath, kind, imp, to))
			}
		}
	}
	return out
}

// isMain reports whether a package is a generator, which reads and writes files.
func isMain(p pack) bool { return strings.HasSuffix(p.ImportPath, "/generate") }

func goList(t *testing.T, args ...string) []byte {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-e"}, args...)...).Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		t.Fatalf("%v: %s", err, failed.Stderr)
	} else if err != nil {
		t.Fatal(err)
	}
	return out
}

func Test_imports_follow_the_house(t *testing.T) {
	var packs []pack
	for d := json.NewDecoder(bytes.NewReader(goList(t, "-json=ImportPath,Imports", "./..."))); ; {
		var p pack
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, p)
	}
	if len(packs) < 20 {
		t.Fatalf("only %d packages", len(packs))
	}
	for _, s := range breaks(packs) {
		t.Error(s)
	}
}

// Test_a_wrong_import_is_noticed holds the guard itself to account.
func Test_a_wrong_import_is_noticed(t *testing.T) {
	of := func(from, to string) pack { return pack{module + from, []string{module + to}} }
	for _, p := range []pack{
		of("/inspect", "/redact"), of("/inspect/xlsx", "/report"), of("/inspect/xlsx", "/redact/ooxml"), of("/inspect", "/inspect/xlsx"),
		of("/detectors", "/inspect"), of("/detectors/internal/dict", "/inspect"), of("/redact/ooxml", "/inspect/xlsx"), of("/redact", "/report"),
		of("/report", ""), of("", "/cmd/sumikeshi"), of("/web", "/cmd/sumikeshi"), of("/internal/opc", "/inspect"), of("/internal/opc", "/detectors"),
		of("/redact", "/internal/samples"), of("/cmd/sumikeshi", "/internal/samples/write"), of("/util", "/internal/opc"),
		{module + "/inspect/pdf", []string{"net/http"}},
		{module + "/detectors", []string{"os"}},
	} {
		if len(breaks([]pack{p})) == 0 {
			t.Errorf("%s may import %s", p.ImportPath, p.Imports[0])
		}
	}
	for _, p := range []pack{
		of("/inspect/xlsx", "/inspect/ooxml"), of("/report", "/redact"), of("/redact", "/redact/residue"), of("/cmd/sumikeshi", "/web"),
		of("/cmd/sumikeshi", ""), of("", "/inspect/xlsx"), of("/detectors", "/detectors/internal/dict"), of("/internal/opc", "/internal/strictzip"),
		of("/internal/samples/write", "/internal/samples"),
		{module + "/redact", []string{"os"}},
		{module + "/detectors/internal/dict/generate", []string{"os"}},
	} {
		for _, s := range breaks([]pack{p}) {
			t.Error(s)
		}
	}
}

// Test_the_program_links_no_stranger holds what must never be linked: code under the AGPL, and packages that cost start-up time.
func Test_the_program_links_no_stranger(t *testing.T) {
	for dep := range strings.FieldsSeq(string(goList(t, "-deps", "./cmd/sumikeshi"))) {
		for _, stranger := range []string{
			"github.com/unidoc/", "github.com/mattn/go-runewidth", "github.com/pdfcpu/pdfcpu/pkg/api", "testing", module + "/internal/samples",
		} {
			if dep == stranger || strings.HasPrefix(dep, strings.TrimSuffix(stranger, "/")+"/") {
				t.Errorf("the program links %s", dep)
			}
		}
	}
}

// Test_the_notice_names_what_is_linked holds that no module slips in without its licence being looked at.
func Test_the_notice_names_what_is_linked(t *testing.T) {
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	out := goList(t, "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", "./cmd/sumikeshi")
	for _, mod := range slices.Compact(slices.Sorted(strings.FieldsSeq(string(out)))) {
		if !strings.Contains(string(notice), " "+mod+" ") {
			t.Errorf("NOTICE does not name %s", mod)
		}
	}
}
