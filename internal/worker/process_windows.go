package worker

import (
	"os"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// attributes keep the child's console window away and a Ctrl-C with the parent.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{HideWindow: true, CreationFlags: windows.CREATE_NEW_PROCESS_GROUP | windows.CREATE_NO_WINDOW}
}

// A fence is a job object: it bounds the child's memory, forbids it children of its own, and ends it when the parent's last handle
// is gone.
type fence struct{ job windows.Handle }

// newFence confines a process that was started and waits for its first request.
func newFence(p *os.Process, memory int64) (fence, error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return fence{}, err
	}
	f := fence{job}
	if err := f.set(memory); err != nil {
		f.close()
		return fence{}, err
	}
	const access = windows.PROCESS_SET_QUOTA | windows.PROCESS_TERMINATE
	h, err := windows.OpenProcess(access, false, uint32(p.Pid))
	if err != nil {
		f.close()
		return fence{}, err
	}
	defer func() { _ = windows.CloseHandle(h) }()
	if err := windows.AssignProcessToJobObject(job, h); err != nil {
		f.close()
		return fence{}, err
	}
	return f, nil
}

func (f fence) set(memory int64) error {
	var info windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	info.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE |
		windows.JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION | windows.JOB_OBJECT_LIMIT_ACTIVE_PROCESS
	info.BasicLimitInformation.ActiveProcessLimit = 1
	if memory > 0 {
		info.BasicLimitInformation.LimitFlags |= windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY
		info.ProcessMemoryLimit = uintptr(memory)
	}
	_, err := windows.SetInformationJobObject(f.job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info)))
	return err
}

func (f fence) kill(p *os.Process) {
	if windows.TerminateJobObject(f.job, 1) != nil {
		_ = p.Kill()
	}
}

func (f fence) close() { _ = windows.CloseHandle(f.job) }
