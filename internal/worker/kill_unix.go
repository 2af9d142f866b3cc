//go:build unix

package worker

import (
	"os"
	"syscall"
)

// A fence holds what confines a process from outside: here its process group.
type fence struct{}

func newFence(*os.Process, int64) (fence, error) { return fence{}, nil }

// kill ends the process and all that it started.
func (fence) kill(p *os.Process) {
	if syscall.Kill(-p.Pid, syscall.SIGKILL) != nil {
		_ = p.Kill()
	}
}

func (fence) close() {}
