//go:build !unix

package worker

// noCoreDump: nothing to do.
func noCoreDump() {}

// limitMemory: the parent's job object holds the bound.
func limitMemory(int64) {}
