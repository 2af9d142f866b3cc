package sumikeshi_test

import (
	"bytes"
	"context"
	"os"
	"testing"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Test_a_plan_that_came_back_does_what_it_says makes a plan, writes and reads it, and compares the copy with the one made without.
func Test_a_plan_that_came_back_does_what_it_says(t *testing.T) {
	ctx := context.Background()
	for _, path := range []string{"testdata/cases/exam-list/book.xlsx", "testdata/cases/visible-source/book.xlsx", "testdata/cases/csv-in-zip/files.zip"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		asked := redact.Options{Mask: []string{"name", "phone"}}
		_, plan, err := sumikeshi.MakePlan(ctx, sourceOf(path, data), sumikeshi.Options{}, asked)
		if err != nil {
			t.Fatal(path, err)
		}
		var file bytes.Buffer
		if err := plan.Write(&file, "ja"); err != nil {
			t.Fatal(err)
		}
		given, err := redact.ReadPlan(&file)
		if err != nil {
			t.Fatal(path, err)
		}
		if want, got := clean(t, path, data, asked), clean(t, path, data, redact.Options{Plan: given}); !bytes.Equal(want, got) {
			t.Errorf("%s: the copies differ", path)
		}
	}
}

// Test_one_finding_stands_for_all_equal_texts masks a single name of a list, and leaves a single one of all.
func Test_one_finding_stands_for_all_equal_texts(t *testing.T) {
	const list = "氏名,担当\n山川花子,海野太郎\n海野太郎,森田次郎\n森田次郎,山川花子\n"
	src := sourceOf("list.csv", []byte(list))
	for _, tt := range []struct {
		name string
		mask []string
		take int // row of the finding in the first column
		stay int
		want string
	}{
		{"masked alone", nil, 2, 0, "氏名,担当\n●●●,海野太郎\n海野太郎,森田次郎\n森田次郎,●●●\n"},
		{"left alone", []string{"name"}, 0, 3, "氏名,担当\n●●●,海野太郎\n海野太郎,●●●\n●●●,●●●\n"},
	} {
		_, plan, err := sumikeshi.MakePlan(context.Background(), src, sumikeshi.Options{}, redact.Options{Mask: tt.mask})
		if err != nil {
			t.Fatal(err)
		}
		given := redact.Plan{Schema: plan.Schema, Source: plan.Source, Options: plan.Options}
		for _, e := range append(plan.Take, plan.Leave...) {
			switch row := e.Where.Line; {
			case e.Where.Col != 1:
			case row == tt.take:
				given.Take = append(given.Take, redact.Entry{ID: e.ID})
			case row == tt.stay:
				given.Leave = append(given.Leave, redact.Entry{ID: e.ID, Reason: "職員"})
			}
		}
		if got := string(clean(t, "list.csv", []byte(list), redact.Options{Plan: &given})); got != tt.want {
			t.Errorf("%s:\n%s", tt.name, got)
		}
	}
}
