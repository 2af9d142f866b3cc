package text

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/charset"
)

func source(name, content string) *inspect.Source {
	return &inspect.Source{Name: name, ReaderAt: strings.NewReader(content), Size: int64(len(content))}
}

type line struct {
	at     inspect.Line
	text   string
	labels []string
}

func items(t *testing.T, src *inspect.Source) (out []line) {
	t.Helper()
	doc, err := Format{}.Open(context.Background(), src)
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	for it, err := range doc.Items(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Place != nil || it.Record != 0 {
			t.Errorf("a line is %+v", it)
		}
		at, _ := inspect.Keep(it.Where).(inspect.Line)
		out = append(out, line{at, it.Text, append([]string(nil), it.Labels...)})
	}
	return out
}

func Test_items(t *testing.T) {
	const text = "申込書\r\n\r\n氏名：\r\n山田太郎\r\n住所\r\n\r\n\r\n東京都千代田区霞が関一丁目二番三号の四五六番地\r\nあとの行\r\n"
	want := []line{
		{inspect.Line{Line: 1, Col: 1}, "申込書", nil},
		{inspect.Line{Line: 3, Col: 1}, "氏名：", []string{"申込書"}},
		{inspect.Line{Line: 4, Col: 1}, "山田太郎", []string{"氏名："}},
		{inspect.Line{Line: 5, Col: 1}, "住所", []string{"山田太郎"}},
		{inspect.Line{Line: 8, Col: 1}, "東京都千代田区霞が関一丁目二番三号の四五六番地", nil},
		{inspect.Line{Line: 9, Col: 1}, "あとの行", nil},
	}
	for _, raw := range []string{text, string(charset.CP932.Encode(text)), "\xff\xfe" + string(charset.UTF16LE.Encode(text))} {
		src := source("a.txt", raw)
		if !(Format{}).Recognize(src) {
			t.Fatal("not recognised")
		}
		if got := items(t, src); !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}

func Test_long_line_comes_in_pieces(t *testing.T) {
	text := strings.Repeat("山田太郎は東京都に住む。", 10_000)
	var joined strings.Builder
	got := items(t, source("a.txt", "x\n"+text))
	for _, l := range got[1:] {
		if n := len([]rune(joined.String())); l.at != (inspect.Line{Line: 2, Col: n + 1}) {
			t.Errorf("a piece at %+v after %d characters", l.at, n)
		}
		joined.WriteString(l.text)
	}
	if joined.String() != text || len(got) < 4 {
		t.Errorf("%d pieces, %d bytes of %d", len(got)-1, joined.Len(), len(text))
	}
}

func Test_recognize_leaves_the_rest_alone(t *testing.T) {
	for _, content := range []string{"", "a\x00\x00\x00", "<html><body></body></html>", "{\\rtf1}", "a,b,c\n1,2,3\n", "%PDF-1.4"} {
		if (Format{}).Recognize(source("a.txt", content)) {
			t.Errorf("%q is text", content)
		}
	}
}

func Test_open_refuses(t *testing.T) {
	for name, content := range map[string]string{
		"undecodable": "caf\xe9\n",
		"late nul":    strings.Repeat("text\n", 20_000) + "\x00\x00\x00",
	} {
		src := source("a.txt", content)
		var un *inspect.UnreadError
		_, err := Format{}.Open(context.Background(), src)
		if !(Format{}).Recognize(src) || !errors.As(err, &un) || un.Reason != inspect.Corrupt || un.Advice.JA == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("氏名：\n山田太郎\n"))
	f.Add([]byte("\x93\x63\n"))
	f.Add([]byte("\xff\xfea\x00\n\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := Format{}.Open(context.Background(), source("a.txt", string(raw)))
		if err != nil {
			return
		}
		for _, err := range doc.Items(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
