package worker

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// The collector runs when garbage is worth it. Go's own rule is one percentage of what is held, and none serves both: a
// small one runs all the time over a sheet that holds nothing, a large one lets a long document grow to five times its size.
const (
	leastGarbage = 12 << 20 // bytes that may become garbage before it runs again, however little is held
	leastPercent = 30       // of what is held, where that is more
	mostPercent  = 400
)

// TuneCollector keeps the percentage in step with what is held: it looks after each run of the collector. It is meant for programs, not for
// libraries; a worker calls it when it begins to serve.
func TuneCollector() { tune.Do(tuneCollector) }

var tune sync.Once

func tuneCollector() {
	debug.SetGCPercent(mostPercent)
	last := mostPercent
	var look func(*mark)
	look = func(m *mark) {
		if next := percentFor(liveHeap()); next > last+last/8 || next < last-last/8 {
			debug.SetGCPercent(next)
			last = next
		}
		runtime.SetFinalizer(m, look)
	}
	runtime.SetFinalizer(new(mark), look)
}

// A mark is garbage that the next run of the collector finds.
type mark [32]byte

// percentFor returns the percentage at which so many held bytes may be joined by as much garbage as is worth a run.
func percentFor(live uint64) int {
	if live == 0 {
		return mostPercent
	}
	return int(min(max(leastGarbage*100/live, leastPercent), mostPercent))
}

// liveHeap returns the bytes that the last run of the collector found in use.
func liveHeap() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	if s[0].Value.Kind() != metrics.KindUint64 {
		return math.MaxUint64
	}
	return s[0].Value.Uint64()
}
