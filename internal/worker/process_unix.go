//go:build unix && !linux

package worker

import "syscall"

// attributes put the child into a group of its own, so that the whole group can be killed and a Ctrl-C on the terminal reaches the
// parent alone. A parent that dies is noticed by the end of the child's input.
func attributes() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
