package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// stamped is the version that a release is built with: -ldflags "-X main.stamped=1.2.3".
var stamped string

func version() string {
	if stamped != "" {
		return stamped
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.say("バージョン", "the version"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.out, "sumikeshi "+version())
			return err
		},
	}
}
