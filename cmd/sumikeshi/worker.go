package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	sumikeshi "github.com/sumikeshi/sumikeshi"
)

// workerCommand is what the program runs of itself to read one document after another. The collector may be lazy, since the
// worker has a memory limit which makes it hurry near the end.
func workerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			debug.SetGCPercent(400)
			return sumikeshi.ServeWorker()
		},
	}
}
