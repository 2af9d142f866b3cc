package worker

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// However much is held, what may become garbage is bounded from below by what is worth a run, and from above by a share of it.
func Test_percentFor(t *testing.T) {
	tests := []struct {
		live uint64
		want int
	}{{0, 400}, {1 << 20, 400}, {6 << 20, 200}, {12 << 20, 100}, {24 << 20, 50}, {48 << 20, 30}, {1 << 30, 30}, {1<<64 - 1, 30}}
	for _, test := range tests {
		if got := percentFor(test.live); got != test.want {
			t.Errorf("%d bytes: %d, want %d", test.live, got, test.want)
		}
	}
}

// The percentage follows what is held.
func Test_tuneCollector(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	tuneCollector()
	held := make([][]byte, 100)
	for i := range held {
		held[i] = make([]byte, 1<<20)
	}
	now := mostPercent
	for range 100 {
		runtime.GC()
		time.Sleep(time.Millisecond) // the look is a goroutine of the runtime's
		if now = debug.SetGCPercent(leastPercent); now == leastPercent {
			break
		}
		debug.SetGCPercent(now)
	}
	if runtime.KeepAlive(held); now != leastPercent {
		t.Errorf("%d %% with 100 MB held", now)
	}
}
