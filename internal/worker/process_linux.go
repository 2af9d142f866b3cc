package worker

import "syscall"

// attributes put the child into a group of its own, so that the whole group can be killed and a Ctrl-C on the terminal reaches the
// parent alone, and let the kernel kill it when the parent dies.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
