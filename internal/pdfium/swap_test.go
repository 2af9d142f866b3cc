package pdfium

import (
	"bytes"
	"testing"
)

func Test_swap(t *testing.T) {
	for _, c := range []struct{ src, want []byte }{
		{[]byte{1, 2, 3, 0}, []byte{3, 2, 1, 255}},
		{[]byte{1, 2, 3, 0, 255, 255, 255, 7}, []byte{3, 2, 1, 255, 255, 255, 255, 255}},
		{[]byte{255, 255, 255, 0, 255, 255, 255, 0, 250, 128, 5, 9}, []byte{255, 255, 255, 255, 255, 255, 255, 255, 5, 128, 250, 255}},
	} {
		got := make([]byte, len(c.src))
		if swap(got, c.src); !bytes.Equal(got, c.want) {
			t.Errorf("swap(%v) = %v, want %v", c.src, got, c.want)
		}
	}
}
