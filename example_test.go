package sumikeshi_test

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"log"
	"os"
	"strings"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// open reads a bundled file into a source.
func open(path string) *inspect.Source {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return &inspect.Source{Name: path, ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
}

// A summary that a city published, with the roster of applicants in a hidden sheet.
func ExampleCheck() {
	res, err := sumikeshi.Check(context.Background(), open("testdata/cases/very-hidden-roster/book.xlsx"), sumikeshi.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(res.Verdict, "people:", res.People)
	for _, th := range res.Things {
		if th.Rows > 0 {
			fmt.Println(th.Place.Title.EN, "in", th.Where.Words().EN, "rows:", th.Rows)
		}
	}
	// Output:
	// ng people: 998
	// very hidden sheet in sheet “data” rows: 1011
}

// The copy is written only after it was proved.
func ExampleClean() {
	var copied bytes.Buffer
	out, err := sumikeshi.Clean(context.Background(), open("testdata/cases/very-hidden-roster/book.xlsx"), &copied, sumikeshi.Options{}, redact.Options{})
	if err != nil {
		log.Fatal(err) // nothing was written
	}
	fmt.Println(out.Before.Verdict, "→", out.After.Verdict)
	fmt.Println("opened again:", out.Proof.Inspected, "people left:", out.After.People)
	// Output:
	// ng → ok
	// opened again: true people left: 0
}

// Masking visible data on request.
func ExampleClean_mask() {
	text := "申込者 氏名：山田太郎 電話：090-1234-5678\n"
	src := &inspect.Source{Name: "memo.txt", ReaderAt: strings.NewReader(text), Size: int64(len(text))}
	var copied bytes.Buffer
	if _, err := sumikeshi.Clean(context.Background(), src, &copied, sumikeshi.Options{}, redact.Options{Mask: []string{"phone", "name"}}); err != nil {
		log.Fatal(err)
	}
	fmt.Print(copied.String())
	// Output:
	// 申込者 氏名：●●● 電話：●●●
}

// A detector of one's own: staff numbers such as S-123456.
func ExampleOptions() {
	staff := &detectors.Detector{
		ID: "staff-number", JA: "職員番号", EN: "staff number", Step: 3, Person: true,
		Find: func(text string, _ []string) iter.Seq[detectors.Match] {
			return func(yield func(detectors.Match) bool) {
				if i := strings.Index(text, "S-"); i >= 0 && len(text) >= i+8 {
					yield(detectors.Match{Detector: "staff-number", Start: i, End: i + 8, Sure: detectors.Likely, Because: "prefix S-"})
				}
			}
		},
	}
	text := "担当 S-123456\n"
	src := &inspect.Source{Name: "memo.txt", ReaderAt: strings.NewReader(text), Size: int64(len(text))}
	res, err := sumikeshi.Check(context.Background(), src, sumikeshi.Options{Detectors: []*detectors.Detector{staff}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(res.Verdict, res.Counts.Detectors)
	// Output:
	// review map[staff-number:1]
}
