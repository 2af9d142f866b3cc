package runs

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/japanese"
)

func Test_texts_in_every_encoding(t *testing.T) {
	const text = "山田　太郎の複合機"
	var wide []byte
	for _, u := range utf16.Encode([]rune(text)) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	legacy, _ := japanese.ShiftJIS.NewEncoder().Bytes([]byte(text))
	for name, data := range map[string][]byte{
		"UTF-16":              append([]byte{0, 0}, wide...),
		"UTF-16 at odd bytes": append([]byte{1}, wide...),
		"UTF-8":               []byte("\x00\x01" + text + "\xff\x00"),
		"CP932":               append(append([]byte{0, 1}, legacy...), 0, 2),
	} {
		if got := Of(data); !strings.Contains(got, text) {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := Of([]byte{1, 2, 3, 0xFF, 0xFE, 'a', 'b', 0}); got != "" {
		t.Errorf("got %q", got)
	}
}
