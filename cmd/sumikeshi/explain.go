package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/report"
)

func (a *app) explainCommand() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "explain ID",
		Short: a.say("見えないところや個人データの種類を説明する", "explain a hiding place or a kind of personal data"),
		Args:  cobra.ExactArgs(1),
		RunE:  func(_ *cobra.Command, args []string) error { return a.explain(args[0], format) },
	}
	a.formatFlag(cmd, &format)
	return cmd
}

func (a *app) formatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "text", a.say("形式：json|text", "format: json|text"))
}

func checkFormat(format string) error {
	if format == "text" || format == "json" {
		return nil
	}
	return usage("--format は json か text です。", "--format is json or text.")
}

func (a *app) explain(id, format string) error {
	if err := checkFormat(format); err != nil {
		return err
	}
	for _, p := range places() {
		if p.ID == id {
			if format == "json" {
				return a.json(placeEntryOf(p))
			}
			return a.explainPlace(p)
		}
	}
	for _, d := range detectors.All() {
		if d.ID == id {
			if format == "json" {
				return a.json(detectorEntryOf(d))
			}
			return a.explainDetector(d)
		}
	}
	said := report.Plain(id)
	return usage("ありません："+said+"　sumikeshi places と sumikeshi detectors で一覧が出ます。",
		"no such ID: "+said+"; see sumikeshi places and sumikeshi detectors")
}

func (a *app) explainPlace(p *inspect.Place) error {
	a.print("%s  %s", p.ID, p.Title.In(a.lang))
	a.print("")
	a.print("%s", p.Why.In(a.lang))
	a.print("%s%s", a.say("次にすること：", "What to do: "), p.Advice.In(a.lang))
	a.print("%s%s", a.say("重さ：", "Weight: "), weights[p.Weight].In(a.lang))
	a.print("%s%s", a.say("公開用ファイルでは：", "In a copy: "), actions[p.Action].In(a.lang))
	return nil
}

func (a *app) explainDetector(d *detectors.Detector) error {
	a.print("%s  %s", d.ID, a.say(d.JA, d.EN))
	a.print("%s%d", a.say("重さ（0から4）：", "Severity, 0 to 4: "), d.Step)
	if d.Person {
		a.print("%s", a.say("1つで、だれのことか分かります。", "One value tells whom it is about."))
	}
	if len(d.Heads) > 0 {
		a.print("%s%s", a.say("見出しの例：", "Heads: "), strings.Join(d.Heads[:min(8, len(d.Heads))], a.say("、", ", ")))
	}
	for _, e := range d.Hits[:min(3, len(d.Hits))] {
		a.print("%s%s", a.say("見つけるもの：", "Finds: "), e.Text)
	}
	for _, e := range d.Misses[:min(3, len(d.Misses))] {
		a.print("%s%s", a.say("見つけないもの：", "Leaves alone: "), e.Text)
	}
	return nil
}

var weights = map[inspect.Weight]inspect.Words{
	inspect.Note: {JA: "お知らせ（どのファイルにもあるもの）", EN: "note: every file has it"},
	inspect.Warn: {JA: "注意（中身がかくれているもの）", EN: "warn: it hides content"},
	inspect.Stop: {JA: "停止（もれているとしか考えられないもの）", EN: "stop: it can only be a leak"},
}

var actions = map[inspect.Action]inspect.Words{
	inspect.Take:   {JA: "消します", EN: "it is taken out"},
	inspect.Ask:    {JA: "個人データがあれば消します。なければ人が決めます", EN: "it is taken out if it holds personal data; else a person decides"},
	inspect.Report: {JA: "知らせます。人が決めます", EN: "it is reported, and a person decides"},
}

// places returns every hiding place, sorted by ID.
func places() []*inspect.Place {
	all := sumikeshi.NewInspector(sumikeshi.Options{}).Places()
	slices.SortFunc(all, func(a, b *inspect.Place) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// print writes one line.
func (a *app) print(format string, args ...any) {
	fmt.Fprintln(a.out, strings.TrimRight(report.Plain(fmt.Sprintf(format, args...)), " "))
}

func (a *app) json(v any) error {
	b, err := report.JSON(v)
	if err == nil {
		_, err = a.out.Write(append(b, '\n'))
	}
	return err
}
