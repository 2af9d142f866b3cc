//go:build unix && !linux && !darwin

package safefile

func renameNew(from, to string) error { return linkNew(from, to) }
