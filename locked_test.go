package sumikeshi_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Encrypted Office files: agile as Excel writes it, standard as excelize does.
func lockedFiles(t *testing.T) map[string][]byte {
	t.Helper()
	agile, err := os.ReadFile("testdata/variants/password/book.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	word, err := os.ReadFile("testdata/cases/word-chart/report.docx")
	if err != nil {
		t.Fatal(err)
	}
	standard, err := excelize.Encrypt(word, &excelize.Options{Password: samples.SamplePassword})
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"xlsx": agile, "docx": standard}
}

func Test_office_password(t *testing.T) {
	ctx := context.Background()
	for kind, data := range lockedFiles(t) {
		check := func(password string) *inspect.Result {
			t.Helper()
			res, err := sumikeshi.Check(ctx, sourceOf("a."+kind, data), sumikeshi.Options{Password: password})
			if err != nil {
				t.Fatal(err)
			}
			return res
		}
		without, wrong, right := check(""), check("akeru"), check(samples.SamplePassword)
		for _, res := range []*inspect.Result{without, wrong} {
			if res.Verdict != inspect.NotRead || len(res.Unread) != 1 || res.Unread[0].Reason != inspect.Encrypted {
				t.Errorf("%s: %s %+v", kind, res.Verdict, res.Unread)
			}
		}
		if !strings.Contains(wrong.Unread[0].Advice.JA, "パスワードが違います") {
			t.Errorf("%s: %s", kind, wrong.Unread[0].Advice.JA)
		}
		if right.Verdict != inspect.NG || right.Format != kind || right.SHA256 != without.SHA256 || right.Size != int64(len(data)) {
			t.Errorf("%s: %s, format %s, unread %+v", kind, right.Verdict, right.Format, right.Unread)
		}
	}
}

func Test_office_password_copy(t *testing.T) {
	for kind, data := range lockedFiles(t) {
		clean := func(password string, allow bool) ([]byte, error) {
			var out bytes.Buffer
			_, err := sumikeshi.Clean(context.Background(), sourceOf("a."+kind, data), &out, sumikeshi.Options{Password: password}, redact.Options{AllowUnencrypted: allow})
			return out.Bytes(), err
		}
		var unread *redact.UnreadError
		var refused *redact.OptionError
		if out, err := clean("akeru", true); !errors.As(err, &unread) || len(out) > 0 {
			t.Errorf("%s, wrong password: %v", kind, err)
		}
		if out, err := clean(samples.SamplePassword, false); !errors.As(err, &refused) || len(out) > 0 {
			t.Errorf("%s, without consent: %v", kind, err)
		}
		copied, err := clean(samples.SamplePassword, true)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		res, err := sumikeshi.Check(context.Background(), sourceOf("a."+kind, copied), sumikeshi.Options{})
		if err != nil || res.Verdict != inspect.OK || res.Format != kind {
			t.Errorf("%s: the copy is %s %s: %v", kind, res.Format, res.Verdict, err)
		}
	}
}
