//go:build unix

package worker

import "golang.org/x/sys/unix"

// noCoreDump keeps the memory of a dying worker, and with it the document, off the disk.
func noCoreDump() { _ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}) }

// limitMemory sets the bound of the process itself. RLIMIT_AS would not do: a bare Go process already maps more than it may use.
func limitMemory(n int64) {
	var lim unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_DATA, &lim); err != nil {
		return
	}
	lim.Cur = min(uint64(n), lim.Max)
	lim.Max = lim.Cur
	_ = unix.Setrlimit(unix.RLIMIT_DATA, &lim)
}
