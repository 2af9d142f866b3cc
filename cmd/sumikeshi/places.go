package main

import (
	"github.com/spf13/cobra"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A placeEntry is a hiding place in JSON.
type placeEntry struct {
	ID     string        `json:"id"`
	Title  inspect.Words `json:"title"`
	Why    inspect.Words `json:"why"`
	Advice inspect.Words `json:"advice"`
	Weight string        `json:"weight"`
	Action string        `json:"action"`
}

func placeEntryOf(p *inspect.Place) placeEntry {
	return placeEntry{p.ID, p.Title, p.Why, p.Advice, p.Weight.String(), p.Action.String()}
}

func (a *app) placesCommand() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "places",
		Short: a.say("調べる「見えないところ」の一覧", "list the hiding places"),
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return a.places(format) },
	}
	a.formatFlag(cmd, &format)
	return cmd
}

func (a *app) places(format string) error {
	if err := checkFormat(format); err != nil {
		return err
	}
	list := []placeEntry{}
	for _, p := range places() {
		list = append(list, placeEntryOf(p))
	}
	if format == "json" {
		return a.json(list)
	}
	for _, p := range list {
		a.print("%-32s %-5s %-7s %s", p.ID, p.Weight, p.Action, p.Title.In(a.lang))
	}
	return nil
}
