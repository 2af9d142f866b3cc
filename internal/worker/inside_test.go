package worker

import (
	"errors"
	"os"
	"testing"
)

// A program that does not serve must not multiply: what it starts as a worker starts nothing more.
func TestStart_insideWorker(t *testing.T) {
	t.Setenv(inside, "1")
	if _, err := start(os.Args[0], nil, 0); !errors.Is(err, errInside) {
		t.Errorf("start inside a worker: %v, want %v", err, errInside)
	}
}
