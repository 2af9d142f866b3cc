package sumikeshi_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Test_what_is_allowed_is_found_and_left holds that a decision changes the verdict and the plan, and nothing of what is found.
func Test_what_is_allowed_is_found_and_left(t *testing.T) {
	const path = "testdata/cases/hidden-roster/book.xlsx"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, src := context.Background(), sourceOf(path, data)
	plain, err := sumikeshi.Check(ctx, src, sumikeshi.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	list.WriteString("allow:\n")
	for _, th := range plain.Things {
		if th.Place.Weight > inspect.Note {
			list.WriteString("  - {rule: " + th.Place.ID + ", until: " + time.Now().AddDate(0, 1, 0).Format(time.DateOnly) + ", reason: 決めた}\n")
		}
	}
	live, expired, err := sumikeshi.ParseAllow([]byte(list.String()), nil, time.Now())
	if err != nil || len(live) == 0 || len(expired) > 0 {
		t.Fatal(live, expired, err)
	}
	o := sumikeshi.Options{Allow: live}
	res, err := sumikeshi.Check(ctx, src, o)
	if err != nil {
		t.Fatal(err)
	}
	if plain.Verdict != inspect.NG || res.Verdict == inspect.NG || res.People != plain.People || len(res.Findings) != len(plain.Findings) {
		t.Errorf("%s then %s, %d people then %d", plain.Verdict, res.Verdict, plain.People, res.People)
	}
	var copied bytes.Buffer
	out, err := sumikeshi.Clean(ctx, src, &copied, o, redact.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range out.Taken {
		for _, a := range live {
			if e.Place == a.Rule {
				t.Errorf("%s was taken", e.Place)
			}
		}
	}
	if len(out.Left) == 0 || out.Left[0].Reason == "" {
		t.Errorf("left: %+v", out.Left)
	}
	lapsed := []inspect.Allowed{live[0]}
	lapsed[0].Most = plain.People - 1
	if res, _ := sumikeshi.Check(ctx, src, sumikeshi.Options{Allow: lapsed}); res.Verdict != plain.Verdict || len(res.Allowed) > 0 {
		t.Errorf("more people than were decided on: %s", res.Verdict)
	}
}
