package main

import (
	"github.com/spf13/cobra"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// A detectorEntry is a detector in JSON.
type detectorEntry struct {
	ID     string `json:"id"`
	JA     string `json:"ja"`
	EN     string `json:"en"`
	Step   int    `json:"step"`
	Person bool   `json:"person"`
}

func detectorEntryOf(d *detectors.Detector) detectorEntry {
	return detectorEntry{d.ID, d.JA, d.EN, d.Step, d.Person}
}

func (a *app) detectorsCommand() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "detectors",
		Short: a.say("見つける個人データの一覧", "list the kinds of personal data"),
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return a.detectors(format) },
	}
	a.formatFlag(cmd, &format)
	return cmd
}

func (a *app) detectors(format string) error {
	if err := checkFormat(format); err != nil {
		return err
	}
	list := []detectorEntry{}
	for _, d := range detectors.All() {
		list = append(list, detectorEntryOf(d))
	}
	if format == "json" {
		return a.json(list)
	}
	for _, d := range list {
		a.print("%-22s %d  %s", d.ID, d.Step, a.say(d.JA, d.EN))
	}
	return nil
}
