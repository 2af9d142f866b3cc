package worker

import (
	"bytes"
	"errors"
	"io"
	"testing"
)

// Messages longer than what is believed at once arrive whole, and cut off they are an error.
func Test_long_messages_are_read_whole(t *testing.T) {
	data := bytes.Repeat([]byte("0123456789abcdef"), 3*believed/16+1)
	for _, n := range []int{1, believed, believed + 1, len(data)} {
		got, err := readN(bytes.NewReader(data), int64(n))
		if err != nil || !bytes.Equal(got, data[:n]) {
			t.Errorf("%d bytes: got %d: %v", n, len(got), err)
		}
	}
	if _, err := readN(bytes.NewReader(data), int64(len(data))+1); !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		t.Errorf("cut off: %v", err)
	}
}
