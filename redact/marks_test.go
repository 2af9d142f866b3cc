package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// schemaObject is what a JSON Schema says of an object.
type schemaObject struct {
	Properties map[string]struct {
		Const     any   `json:"const"`
		Enum      []any `json:"enum"`
		MaxItems  int   `json:"maxItems"`
		MaxLength int   `json:"maxLength"`
		Items     struct{ Minimum, Maximum *float64 }
		schemaSub
	}
	Defs map[string]schemaSub `json:"$defs"`
}

type schemaSub struct {
	Properties map[string]struct {
		MaxLength int `json:"maxLength"`
		Enum      []string
	}
	Items struct{ Minimum, Maximum *float64 }
}

// Test_the_schema_of_marks_is_true holds docs/marks.schema.json to what is read: the same fields, bounds and words.
func Test_the_schema_of_marks_is_true(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "docs", "marks.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var s schemaObject
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	same := func(name string, got []string, of any) {
		t.Helper()
		var want []string
		for i := range reflect.TypeOf(of).NumField() {
			want = append(want, reflect.TypeOf(of).Field(i).Tag.Get("json"))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %q, the program reads %q", name, got, want)
		}
	}
	mark := s.Defs["mark"].Properties
	same("file", slices.Collect(maps.Keys(s.Properties)), marksFile{})
	same("style", slices.Collect(maps.Keys(s.Properties["style"].Properties)), markStyle{})
	same("mark", slices.Collect(maps.Keys(mark)), fileMark{})
	if s.Properties["schema"].Const != marksSchema || s.Properties["marks"].MaxItems != maxMarks {
		t.Error("the schema's name or the number of marks differs")
	}
	if mark["words"].MaxLength != maxWords || mark["reason"].MaxLength != maxReason || mark["label"].MaxLength != maxReason {
		t.Error("a length differs")
	}
	if box := s.Defs["box"].Items; box.Maximum == nil || *box.Maximum != everywhere || *box.Minimum != -everywhere {
		t.Error("the bounds of a box differ")
	}
	for key, list := range s.Properties["style"].Properties {
		for _, v := range list.Enum {
			file := `{"schema":"` + marksSchema + `","style":{"` + key + `":"` + v + `"},"marks":[{"words":"x","reason":"y"}]}`
			if _, err := ReadMarks(strings.NewReader(file)); err != nil {
				t.Errorf("style.%s %q: %v", key, v, err)
			}
		}
	}
}

// FuzzReadMarks holds that what is read can be carried out, and that an error says nothing of what stands in the file.
func FuzzReadMarks(f *testing.F) {
	for _, name := range []string{"minutes.json", "scan.json"} {
		data, err := os.ReadFile(filepath.Join("..", "testdata", "variants", "disclosure", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"schema":"sumikeshi.marks/1","looked":"all","marks":[{"page":1,"whole":true,"reason":"x","fill":"#ffffff"}]}`))
	f.Add([]byte(`{"schema":"sumikeshi.marks/1","looked":[-1],"marks":[{"page":1,"boxes":[],"reason":"x"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		marks, err := ReadMarks(bytes.NewReader(data))
		if err != nil {
			var wrong *OptionError
			if !errors.As(err, &wrong) || wrong.Words.JA == "" || wrong.Words.EN == "" {
				t.Fatalf("%v", err)
			}
			return
		}
		if len(marks.List) == 0 || slices.ContainsFunc(marks.Looked.Pages, func(n int) bool { return n < 1 }) {
			t.Fatalf("%+v", marks)
		}
		for _, m := range marks.List {
			a := m.area().Bounds()
			if m.N < 1 || m.Reason == "" || m.Words == "" && (m.Page < 1 || a[0] >= a[2] || a[1] >= a[3]) {
				t.Fatalf("%+v", m)
			}
		}
	})
}
