package csv

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/charset"
)

var format = Format{Tables: inspect.Tables{Detectors: detectors.NewSet(detectors.All())}}

func source(name, content string) *inspect.Source {
	return &inspect.Source{Name: name, ReaderAt: strings.NewReader(content), Size: int64(len(content))}
}

type field struct {
	at     inspect.Line
	text   string
	labels []string
	record int64
}

func items(t *testing.T, src *inspect.Source) (out []field) {
	t.Helper()
	doc, err := format.Open(context.Background(), src)
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	for it, err := range doc.Items(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		at, _ := inspect.Keep(it.Where).(inspect.Line)
		out = append(out, field{at, it.Text, slices.Clone(it.Labels), it.Record})
	}
	return out
}

// roll is a table of n people under a title.
func roll(n int) string {
	var b strings.Builder
	b.WriteString("名簿\r\n\r\n番号,氏名,備考\r\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,\"山田太郎\",\"一行目\r\n二行目\"\r\n", i+1)
	}
	return b.String()
}

func Test_items(t *testing.T) {
	for _, n := range []int{3, 200} {
		for _, c := range []charset.Encoding{charset.UTF8, charset.CP932} {
			got := items(t, source("a.csv", string(c.Encode(roll(n)))))
			if len(got) != 4+3*n {
				t.Fatalf("%d fields", len(got))
			}
			last := got[len(got)-2]
			if want := (inspect.Line{Line: 4 + 2*(n-1), Col: 2}); last.at != want || last.text != "山田太郎" {
				t.Errorf("%v %q, want %v", last.at, last.text, want)
			}
			if !slices.Contains(last.labels, "氏名") || last.record != inspect.Record(1, 3+n) {
				t.Errorf("%d rows: labels %q, record %x", n, last.labels, last.record)
			}
			if got[0].record != 0 || got[len(got)-1].text != "一行目\r\n二行目" {
				t.Errorf("%+v, %+v", got[0], got[len(got)-1])
			}
		}
	}
}

func Test_recognize(t *testing.T) {
	tests := []struct {
		name, content string
		want          bool
	}{
		{"a.csv", "氏名\n山田\n", true},
		{"a.CSV", "caf\xe9,\n", true},
		{"a.tsv", "a\tb\n", true},
		{"a.txt", "a,b,c\nd,e,f\n", true},
		{"a", "a\tb\nc\td\n", true},
		{"a.txt", "Hello, world\nGoodbye, all\n", false},
		{"a.csv", "PK\x03\x04\x00\x00", false},
		{"a.csv", "<html><table></table></html>", false},
		{"a.csv", "", false},
	}
	for _, test := range tests {
		if got := format.Recognize(source(test.name, test.content)); got != test.want {
			t.Errorf("%s %q: %v", test.name, test.content, got)
		}
	}
}

func Test_open_refuses_what_cannot_be_decoded(t *testing.T) {
	_, err := format.Open(context.Background(), source("a.csv", "caf\xe9,x\n"))
	var un *inspect.UnreadError
	if !errors.As(err, &un) || un.Reason != inspect.Corrupt || un.Advice.EN == "" {
		t.Error(err)
	}
}

func Test_stops_with_its_context(t *testing.T) {
	doc, err := format.Open(context.Background(), source("a.csv", roll(5000)))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err := range doc.Items(ctx) {
		if n++; n == 1000 {
			cancel()
		}
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
	if n > 4000 {
		t.Errorf("%d items after the end", n)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(roll(2)))
	f.Add([]byte("a;\"b\nc\";d\r\n"))
	f.Add(charset.CP932.Encode("氏名\t住所\n山田\t東京\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := format.Open(context.Background(), source("a.csv", string(raw)))
		if err != nil {
			return
		}
		for it, err := range doc.Items(context.Background()) {
			if err != nil || strings.TrimSpace(it.Text) == "" {
				t.Fatalf("%q, %v", it.Text, err)
			}
		}
	})
}

func Benchmark_items(b *testing.B) {
	content := string(charset.CP932.Encode(strings.Repeat("12345,山田　太郎,東京都千代田区霞が関1-2-3,090-0000-0000,2001/02/03,備考\r\n", 20_000)))
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		doc, err := format.Open(context.Background(), source("a.csv", content))
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range doc.Items(context.Background()) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
