package main

import "golang.org/x/sys/windows"

// documentsFolder is the user's documents folder, wherever an administrator moved it.
func documentsFolder(func(string) string) (string, error) {
	return windows.KnownFolderPath(windows.FOLDERID_Documents, 0)
}

// openFile lets the program that is registered for the file's kind show it.
func openFile(path string, _ func(string) string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
}
