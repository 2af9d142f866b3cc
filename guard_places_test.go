package sumikeshi_test

import (
	"go/ast"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// A declared is a Place value as it stands in the sources.
type declared struct {
	id     string
	folder string // "inspect/xlsx"
	file   string // "hidden_sheet.go"
}

// placesIn returns the Place values of a file, whether anything uses them or not.
func placesIn(s source) []declared {
	var out []declared
	ast.Inspect(s.file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || !isPlace(lit.Type) {
			return true
		}
		d := declared{folder: path.Dir(s.path), file: path.Base(s.path)}
		for _, e := range lit.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if key, named := keyOf(kv, ok); !named || key != "ID" {
				continue
			}
			if v, ok := kv.Value.(*ast.BasicLit); ok {
				d.id, _ = strconv.Unquote(v.Value)
			}
		}
		out = append(out, d)
		return true
	})
	return out
}

func keyOf(kv *ast.KeyValueExpr, ok bool) (string, bool) {
	if !ok {
		return "", false
	}
	id, ok := kv.Key.(*ast.Ident)
	if !ok {
		return "", false
	}
	return id.Name, true
}

func isPlace(x ast.Expr) bool {
	sel, ok := x.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return ok && pkg.Name == "inspect" && sel.Sel.Name == "Place"
}

// listed returns the IDs that each package's formats list, by the package's folder; those of all formats are under "".
func listed(formats []inspect.Format) map[string][]string {
	out := map[string][]string{}
	for _, f := range formats {
		folder := strings.TrimPrefix(reflect.TypeOf(f).PkgPath(), module+"/")
		for _, p := range f.Places() {
			out[folder] = append(out[folder], p.ID)
			out[""] = append(out[""], p.ID)
		}
	}
	return out
}

// unlisted says what is wrong with the Place values of the sources, held against what the formats list.
func unlisted(all []declared, lists map[string][]string) []string {
	var out []string
	seen := map[string]bool{}
	for _, d := range all {
		list, own := lists[d.folder]
		if !own { // a folder that several formats share
			list = lists[""]
		}
		format, _, _ := strings.Cut(d.id, "/")
		switch {
		case d.id == "":
			out = append(out, d.folder+"/"+d.file+": a Place without an ID")
		case seen[d.id]:
			out = append(out, d.id+" is declared twice")
		case !slices.Contains(list, d.id):
			out = append(out, d.id+" is not in Places() of "+d.folder)
		case path.Base(d.folder) != format:
			out = append(out, d.id+" is declared in "+d.folder)
		}
		seen[d.id] = true
	}
	for _, id := range lists[""] {
		if !seen[id] {
			out = append(out, id+" is listed, and no source below inspect declares it")
		}
	}
	return out
}

func Test_every_place_is_listed(t *testing.T) {
	var all []declared
	for _, s := range sources(t, "inspect") {
		all = append(all, placesIn(s)...)
	}
	if len(all) < 40 {
		t.Fatalf("only %d places", len(all))
	}
	for _, fault := range unlisted(all, listed(sumikeshi.NewInspector(sumikeshi.Options{}).Formats)) {
		t.Error(fault)
	}
}

// Test_an_unlisted_place_is_noticed holds the guard itself to account.
func Test_an_unlisted_place_is_noticed(t *testing.T) {
	text := "package xlsx\nvar A = &inspect.Place{ID: \"xlsx/a\"}\nvar b = []*inspect.Place{{ID: \"xlsx/x\"}}\nfunc f() any { return inspect.Place{ID: \"xlsx/b\"} }\n"
	got := placesIn(parse(t, "inspect/xlsx/a.go", []byte(text)))
	lists := func(ids ...string) map[string][]string { return map[string][]string{"inspect/xlsx": ids, "": ids} }
	if want := []declared{{"xlsx/a", "inspect/xlsx", "a.go"}, {"xlsx/b", "inspect/xlsx", "a.go"}}; !slices.Equal(got, want) {
		t.Fatal(got)
	}
	if f := unlisted(got, lists("xlsx/a", "xlsx/b")); len(f) > 0 {
		t.Error(f)
	}
	for name, f := range map[string][]string{
		"not listed":     unlisted(got, lists("xlsx/a")),
		"twice":          unlisted(append(got, got[0]), lists("xlsx/a", "xlsx/b")),
		"not declared":   unlisted(got, lists("xlsx/a", "xlsx/b", "xlsx/c")),
		"wrong folder":   unlisted([]declared{{"pdf/a", "inspect/xlsx", "a.go"}}, lists("pdf/a")),
		"another's list": unlisted(got[:1], map[string][]string{"inspect/xlsx": nil, "": {"xlsx/a"}}),
		"no ID":          unlisted([]declared{{"", "inspect/xlsx", "a.go"}}, lists()),
	} {
		if len(f) != 1 {
			t.Errorf("%s: %v", name, f)
		}
	}
}

var japanese = regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}]`)

// Test_every_place_has_words holds that a person is told what a place is, why it matters and what to do, in both languages.
func Test_every_place_has_words(t *testing.T) {
	ids := map[string]bool{}
	for _, p := range sumikeshi.NewInspector(sumikeshi.Options{}).Places() {
		if ids[p.ID] || !regexp.MustCompile(`^[a-z]+/[a-z]+(-[a-z]+)*$`).MatchString(p.ID) {
			t.Errorf("%q: an ID is unique, and made of small letters", p.ID)
		}
		ids[p.ID] = true
		for _, w := range []inspect.Words{p.Title, p.Why, p.Advice} {
			switch {
			case !japanese.MatchString(w.JA):
				t.Errorf("%s: no Japanese in %q", p.ID, w.JA)
			case w.EN == "" || japanese.MatchString(w.EN):
				t.Errorf("%s: no English in %q", p.ID, w.EN)
			case strings.Contains(w.JA, "無害化") || strings.Contains(w.JA, "サニタイズ"):
				t.Errorf("%s: %q means the removal of malware to its readers", p.ID, w.JA)
			}
		}
		if p.Weight.String() == "" || p.Action.String() == "" {
			t.Errorf("%s has no weight or no action", p.ID)
		}
	}
}

// Test_every_place_has_a_sample holds that a new place comes with a file in which it is found.
func Test_every_place_has_a_sample(t *testing.T) {
	cases := allCases(t)
	for _, p := range sumikeshi.NewInspector(sumikeshi.Options{}).Places() {
		if !slices.ContainsFunc(cases, func(c samples.Case) bool { return c.Dir == p.ID && strings.HasPrefix(c.File, "dirty") }) {
			t.Errorf("testdata/%s has no dirty sample", p.ID)
		}
	}
}

func allCases(t *testing.T) []samples.Case {
	t.Helper()
	list, err := samples.Cases("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		if _, err := os.Stat(c.Path); err != nil {
			t.Error(err)
		}
	}
	return list
}
