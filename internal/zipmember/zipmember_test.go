package zipmember

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
)

func packed(t *testing.T, method uint16, name, content string) *bytes.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(f, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(b.Bytes())
}

func Test_bytes(t *testing.T) {
	content := strings.Repeat("0123456789", 5000)
	for _, method := range []uint16{zip.Store, zip.Deflate} {
		r := packed(t, method, "a", content)
		a, err := strictzip.Open(context.Background(), r, r.Size())
		if err != nil {
			t.Fatal(err)
		}
		got, size, err := Bytes(context.Background(), a.Entries[0])
		if err != nil || size != int64(len(content)) {
			t.Fatal(size, err)
		}
		buf := make([]byte, 10)
		if _, err := got.ReadAt(buf, 20); err != nil || string(buf) != "0123456789" {
			t.Errorf("%q, %v", buf, err)
		}
		ctx := limits.With(context.Background(), limits.NewBudget(limits.Limits{Held: 1000}))
		var lim *limits.Error
		if _, _, err := Bytes(ctx, a.Entries[0]); errors.As(err, &lim) != (method == zip.Deflate) {
			t.Errorf("method %d: %v", method, err)
		}
	}
}

func Test_peek(t *testing.T) {
	tests := []struct {
		name, content string
		want          Look
	}{
		{"a.txt", "x", Look{}},
		{"[Content_types].xml", "<A\x00>", Look{Package: true, Types: "<a>"}},
		{`\[CONTENT_TYPES].XML`, "b", Look{Package: true, Types: "b"}},
		{"mimetype", "application/x\n", Look{Mimetype: "application/x"}},
	}
	for _, test := range tests {
		r := packed(t, zip.Deflate, test.name, test.content)
		if got, ok := Peek(r, r.Size()); !ok || got != test.want {
			t.Errorf("%s: %+v, %v", test.name, got, ok)
		}
	}
	for _, s := range []string{"", "PK", "PKab, a text", "%PDF"} {
		if _, ok := Peek(strings.NewReader(s), int64(len(s))); ok {
			t.Errorf("%q is taken for a ZIP file", s)
		}
	}
}
