package sumikeshi_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Test_a_drawing_that_is_no_XML holds that the boxes of notes go with the notes even if their drawing can't be read, and that a drawing
// with anything else stops the cleaning.
func Test_a_drawing_that_is_no_XML(t *testing.T) {
	data, err := os.ReadFile("testdata/xlsx/comment/dirty.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		with  string
		clean bool
	}{{"<div>a<br>b</div>", true}, {`<br><x:ClientData ObjectType="Button"/>`, false}} {
		broken := func(b []byte) []byte {
			return []byte(strings.ReplaceAll(string(b), `<div style="text-align:left"></div>`, tt.with))
		}
		book := repack(t, data, map[string]func([]byte) []byte{"xl/drawings/vmlDrawing1.vml": broken}, nil)
		var out bytes.Buffer
		_, err := sumikeshi.Clean(context.Background(), sourceOf("a.xlsx", book), &out, sumikeshi.Options{}, redact.Options{})
		if (err == nil) != tt.clean {
			t.Errorf("%s: %v", tt.with, err)
		}
		if tt.clean && parts(t, out.Bytes())["xl/drawings/vmlDrawing1.vml"] != nil {
			t.Error("the drawing is in the copy")
		}
	}
}
