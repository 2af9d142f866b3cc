package main

import (
	"github.com/spf13/cobra"

	sumikeshi "github.com/sumikeshi/sumikeshi"
)

// workerCommand is what the program runs of itself to read one document after another.
func workerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE:   func(*cobra.Command, []string) error { return sumikeshi.ServeWorker() },
	}
}
