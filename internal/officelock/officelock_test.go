package officelock

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

const password = "ひなた2026"

func locked(t testing.TB, plain []byte) []byte {
	t.Helper()
	data, err := excelize.Encrypt(plain, &excelize.Options{Password: password})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(data []byte, password string) ([]byte, error) {
	return Open(context.Background(), bytes.NewReader(data), int64(len(data)), password)
}

func Test_open(t *testing.T) {
	plain := append([]byte("PK\x03\x04"), bytes.Repeat([]byte("x"), 5001)...)
	data := locked(t, plain)
	if !Is(bytes.NewReader(data), int64(len(data))) {
		t.Error("not recognised")
	}
	got, err := open(data, password)
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("%q %v, want the package to the byte", got, err)
	}
	if _, err := open(data, "x"); !errors.Is(err, ErrPassword) {
		t.Errorf("wrong password: %v", err)
	}
}

func Test_bounds(t *testing.T) {
	data := locked(t, bytes.Repeat([]byte("PK\x03\x04"), 2000))
	ctx := limits.With(context.Background(), limits.NewBudget(limits.Limits{Held: 1000}))
	var lim *limits.Error
	if _, err := Open(ctx, bytes.NewReader(data), int64(len(data)), password); !errors.As(err, &lim) {
		t.Errorf("held: %v", err)
	}
	// The declared size of the package is the first thing of its stream: one beyond the stream must not be believed.
	at := bytes.Index(data, binary.LittleEndian.AppendUint64(nil, 8000))
	if at < 0 {
		t.Fatal("no size")
	}
	for _, size := range []uint64{8017, 1 << 40, 1 << 63, 1<<64 - 1} {
		binary.LittleEndian.PutUint64(data[at:], size)
		if _, err := open(data, password); !errors.Is(err, ErrDamaged) {
			t.Errorf("declared %d: %v", size, err)
		}
	}
}

func Test_other_ciphers(t *testing.T) {
	data := locked(t, bytes.Repeat([]byte("PK\x03\x04"), 2000))
	at := bytes.Index(data, []byte{0x0e, 0x66, 0, 0})
	binary.LittleEndian.PutUint32(data[at:], 0x6801) // RC4
	if _, err := open(data, password); !errors.Is(err, ErrUnsupported) {
		t.Errorf("RC4: %v", err)
	}
}

// Damage, whatever it is, ends in an error or in bytes within the file's size; never in a panic.
func Test_damage(t *testing.T) {
	whole := locked(t, bytes.Repeat([]byte("PK\x03\x04"), 1100))
	for n := 0; n < len(whole); n += 1024 {
		_, _ = open(whole[:n], password)
	}
	for at := 0; at < len(whole); at += 331 {
		data := bytes.Clone(whole)
		data[at] ^= 0xff
		if got, err := open(data, Default); err == nil || got != nil {
			t.Errorf("byte %d: %d bytes with a wrong password", at, len(got))
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(locked(f, bytes.Repeat([]byte("PK\x03\x04"), 1100)))
	f.Add([]byte(signature))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := open(data, password)
		if err == nil && len(got) > len(data) {
			t.Errorf("%d bytes out of %d", len(got), len(data))
		}
	})
}
