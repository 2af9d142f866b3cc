package text

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/charset"
)

func rewrite(t testing.TB, name, raw string, mask func(inspect.Location, string) string) string {
	t.Helper()
	var out bytes.Buffer
	src := &inspect.Source{Name: name, ReaderAt: strings.NewReader(raw), Size: int64(len(raw))}
	if err := Rewrite(context.Background(), src, mask, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func same(_ inspect.Location, text string) string { return text }

func star(_ inspect.Location, text string) string {
	return strings.ReplaceAll(text, "太郎", "●●")
}

func Test_rewrite(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a.csv", "氏名,x\r\n\"山田太郎\",\"a\"\"b\"\n太郎,太郎\r", "氏名,x\r\n\"山田●●\",\"a\"\"b\"\n●●,●●\r"},
		{"a.csv", "氏名,x\n\"太郎\"\"\n\",b", "氏名,x\n\"●●\"\"\n\",b"},
		{"a.csv", "氏名,x\n\"太\"郎,b", "氏名,x\n\"●●\",b"},
		{"a.txt", "氏名：\r\n山田太郎\n\n太郎", "氏名：\r\n山田●●\n\n●●"},
		{"a.json", `{"name": "\u5c71\u7530\u592a\u90ce\n"}`, `{"name": "\u5c71\u7530\u25cf\u25cf\n"}`},
	}
	for _, test := range tests {
		for _, c := range []charset.Charset{{Encoding: charset.UTF8, BOM: true}, {Encoding: charset.UTF8}, {Encoding: charset.CP932}, {Encoding: charset.EUCJP}, {Encoding: charset.ISO2022JP}, {Encoding: charset.UTF16BE, BOM: true}} {
			if test.name == "a.json" && !c.BOM && c.Encoding != charset.UTF8 {
				continue // all ASCII
			}
			raw := string(append(c.Mark(), c.Encoding.Encode(test.text)...))
			if got := rewrite(t, test.name, raw, same); got != raw {
				t.Errorf("%v %v: an unchanged copy differs: %q", test.text, c, got)
			}
			if got := rewrite(t, test.name, raw, nil); got != raw {
				t.Errorf("%v %v: a copy without a mask differs", test.text, c)
			}
			want := string(append(c.Mark(), c.Encoding.Encode(test.want)...))
			got := rewrite(t, test.name, raw, star)
			if c.Encoding == charset.ISO2022JP { // may switch once more than it needs to
				text, err := io.ReadAll(c.NewReader(strings.NewReader(got)))
				if err != nil {
					t.Fatal(err)
				}
				got, want = string(text), test.want
			}
			if got != want {
				t.Errorf("%v %v:\ngot  %q\nwant %q", test.text, c.Encoding, got, want)
			}
		}
	}
}

// The locations are those of the inspection.
func Test_rewrite_says_where(t *testing.T) {
	var got []string
	rewrite(t, "a.csv", "a,\"b\nc\"\n\nd,e\n", func(where inspect.Location, text string) string {
		got = append(got, fmt.Sprintf("%v %q", inspect.Keep(where), text))
		return text
	})
	want := `[{1 1} "a" {1 2} "b\nc" {4 1} "d" {4 2} "e"]`
	if fmt.Sprint(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
}

func Test_rewrite_of_ascii(t *testing.T) {
	if got := rewrite(t, "a.csv", "Taro,1\n", func(_ inspect.Location, s string) string { return strings.ReplaceAll(s, "aro", "●●") }); got != "T**,1\n" {
		t.Errorf("%q", got)
	}
}

func FuzzRewrite(f *testing.F) {
	f.Add("a.csv", []byte("氏名,x\r\n\"山田太郎\",\"a\"\"b\"\n"))
	f.Add("a.txt", charset.CP932.Encode("氏名：\r\n山田太郎\n"))
	f.Add("a.txt", charset.ISO2022JP.Encode("氏名：\r\n山田太郎\n"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		src := &inspect.Source{Name: name, ReaderAt: bytes.NewReader(raw), Size: int64(len(raw))}
		var out bytes.Buffer
		if err := Rewrite(context.Background(), src, same, &out); err != nil {
			return
		}
		if !bytes.Equal(out.Bytes(), raw) {
			t.Fatalf("an unchanged copy differs: %q", out.Bytes())
		}
	})
}
