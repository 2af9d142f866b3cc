package pdf

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/klauspost/compress/zlib"
)

// The same data gives the same bytes, whatever was packed before with the same memory.
func Test_deflate_does_not_remember(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"BT /F1 11 Tf 60 ", " Td <", "00AF01", "0012", "> Tj ET\n", "q 0 0 0 rg ", " re f Q\n", "700", "82.5 "}
	for range 300 {
		var data []byte
		for range r.IntN(20_000) {
			data = append(data, words[r.IntN(len(words))]...)
		}
		var fresh bytes.Buffer
		w, _ := zlib.NewWriterLevel(&fresh, 6)
		w.Write(data)
		w.Close()
		got, err := deflate(data)
		if err != nil || !bytes.Equal(got, fresh.Bytes()) {
			t.Fatalf("%d bytes: %d packed, %d by a new compressor: %v", len(data), len(got), fresh.Len(), err)
		}
	}
}
