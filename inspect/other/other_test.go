package other

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// recognize returns the first format that recognises the file, and its error.
func recognize(name, content string) (string, *inspect.UnreadError) {
	src := &inspect.Source{Name: name, ReaderAt: strings.NewReader(content), Size: int64(len(content))}
	for _, f := range Formats() {
		if f.Recognize(src) {
			_, err := f.Open(context.Background(), src)
			var un *inspect.UnreadError
			errors.As(err, &un)
			return f.Name(), un
		}
	}
	return "", nil
}

func packed(entries ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: entries[i]})
		if err != nil {
			panic(err)
		}
		if _, err := f.Write([]byte(entries[i+1])); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func Test_recognize(t *testing.T) {
	types := func(main string) string {
		return packed("[Content_Types].xml", `<Override ContentType="application/`+main+`"/>`)
	}
	tests := []struct {
		name, content, want string
		reason              inspect.Reason
	}{
		{"a.xlsx", "", "empty", inspect.Corrupt},
		{"a.xlsx", types("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), "docx", inspect.Unsupported},
		{"a", types("vnd.ms-word.document.macroEnabled.main+xml"), "docx", inspect.Unsupported},
		{"a", types("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "pptx", inspect.Unsupported},
		{"a", types("something"), "ooxml", inspect.Unsupported},
		{"a", packed("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "ods", inspect.Unsupported},
		{"a", packed("mimetype", "application/vnd.oasis.opendocument.text-template"), "odt", inspect.Unsupported},
		{"a", packed("mimetype", "application/x"), "package", inspect.Unsupported},
		{"a.doc", "{\\rtf1 x}", "rtf", inspect.Unsupported},
		{"a.csv", "<html><body>x</body></html>", "html", inspect.Unsupported},
		{"a.txt", "-----BEGIN PGP MESSAGE-----\n", "pgp", inspect.Encrypted},
		{"a.txt", "\xff\xd8\xff\xe0\x00", "jpeg", inspect.ImageOnly},
		{"a", "\x00\x00\x00\x18ftypheic", "heif", inspect.ImageOnly},
		{"a", "\x00\x00\x00\x18ftypmp42", "media", inspect.Unsupported},
		{"a", "RIFF\x00\x00\x00\x00WEBP", "webp", inspect.ImageOnly},
		{"a", "\x20\x00-lh5-\x00", "lzh", inspect.Unsupported},
		{"a", strings.Repeat("\x00", 257) + "ustar", "tar", inspect.Unsupported},
		{"a.xdw", "\x60\x0e\x00\x01", "xdw", inspect.Unsupported},
		{"a.jaw", "\x01\x02\x00", "jtd", inspect.Unsupported},
		{"a.xdw", "MZ\x00\x00", "exe", inspect.Unsupported},
		{"a.xls", "\x09\x04\x06\x00\x00", "xls", inspect.Unsupported},
		{"a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", inspect.Corrupt},
		{"a", "\x00\x01\x02\x03", "unknown", inspect.Unsupported},
	}
	for _, test := range tests {
		got, un := recognize(test.name, test.content)
		if got != test.want || un == nil || un.Reason != test.reason {
			t.Errorf("%s %.20q: %s %+v, want %s %s", test.name, test.content, got, un, test.want, test.reason)
		}
	}
}

func Test_advice_in_both_languages(t *testing.T) {
	for _, k := range kinds() {
		if k.reason != inspect.Encrypted && (k.advice.JA == "" || k.advice.EN == "") {
			t.Errorf("%s has no advice", k.name)
		}
	}
}

func FuzzRecognize(f *testing.F) {
	f.Add("a.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 504)))
	f.Add("a.docx", []byte(packed("[Content_Types].xml", "wordprocessingml.document")))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if got, un := recognize(name, string(content)); got == "" || un == nil {
			t.Errorf("%q is recognised as %q: %v", name, got, un)
		}
	})
}
