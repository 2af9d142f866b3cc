package worker

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// magic opens each message, so that a stray print on the wrong stream is not taken for a length.
const magic = "smk1"

// maxHeader bounds the JSON header of a message in both directions.
const maxHeader = 64 << 20

var errGarbled = errors.New("garbled message")

// A frame is one message: a JSON header and a payload of bytes, each after its length.
type frame struct {
	header  []byte
	payload []byte
}

func writeFrame(w io.Writer, f frame) error {
	if len(f.header) > maxHeader {
		return fmt.Errorf("header of %d bytes: %w", len(f.header), errGarbled)
	}
	head := make([]byte, 0, len(magic)+12+len(f.header))
	head = append(head, magic...)
	head = binary.BigEndian.AppendUint32(head, uint32(len(f.header)))
	head = binary.BigEndian.AppendUint64(head, uint64(len(f.payload)))
	head = append(head, f.header...)
	if _, err := w.Write(head); err != nil {
		return err
	}
	_, err := w.Write(f.payload)
	return err
}

// readFrame reads one message. A length beyond believed is believed only as far as bytes arrive.
func readFrame(r io.Reader, maxPayload int64) (frame, error) {
	var head [len(magic) + 12]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return frame{}, err
	}
	h, p := binary.BigEndian.Uint32(head[4:]), binary.BigEndian.Uint64(head[8:])
	if string(head[:4]) != magic || h > maxHeader || p > uint64(maxPayload) {
		return frame{}, errGarbled
	}
	header, err := readN(r, int64(h))
	if err != nil {
		return frame{}, err
	}
	payload, err := readN(r, int64(p))
	if err != nil {
		return frame{}, err
	}
	return frame{header, payload}, nil
}

// believed is how many bytes are made room for because the other side says so.
const believed = 16 << 20

func readN(r io.Reader, n int64) ([]byte, error) {
	if n == 0 {
		return nil, nil
	}
	b := make([]byte, min(n, believed))
	for have := int64(0); ; {
		m, err := io.ReadFull(r, b[have:])
		if err != nil {
			return nil, fmt.Errorf("truncated message: %w", err)
		}
		if have += int64(m); have == n {
			return b, nil
		}
		b = append(b, make([]byte, min(n-have, have))...)
	}
}

// A request is the header that goes to a worker.
type request struct {
	Call   string          `json:"call"`
	Memory int64           `json:"memory"` // bytes; set by the worker on itself at its first call
	Time   time.Duration   `json:"time"`   // after which the worker is ended
	Args   json.RawMessage `json:"args"`
}

// A reply is the header that comes back.
type reply struct {
	Value any   `json:"value"` // where a reply is read, a pointer to what it is read into
	Held  int64 `json:"held"`  // bytes of memory that the worker holds after the call
	Spent bool  `json:"spent"` // the worker should not be used again
}
