package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// language finds the language before the flags are parsed, since the texts of the flags depend on it.
func language(args []string, getenv func(string) string) string {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok && known(value) {
			return value
		}
		if arg == "--lang" && i+1 < len(args) && known(args[i+1]) {
			return args[i+1]
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(v, "en") {
				return "en"
			}
			return "ja"
		}
	}
	return "ja"
}

func known(lang string) bool { return lang == "ja" || lang == "en" }

// say returns the text in the language of the run.
func (a *app) say(ja, en string) string {
	if a.lang == "en" {
		return en
	}
	return ja
}

// checkLang refuses a language that there is not.
func (a *app) checkLang(cmd *cobra.Command) error {
	if v, err := cmd.Flags().GetString("lang"); err != nil || !known(v) {
		return usage("--lang は ja か en です。", "--lang is ja or en.")
	}
	return nil
}

// helpTexts puts cobra's own words into the language of the run.
func (a *app) helpTexts(root *cobra.Command) {
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return a.checkLang(cmd) }
	root.InitDefaultHelpCmd()
	for _, cmd := range append(root.Commands(), root) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = a.say("この説明", "this text")
		if cmd.Name() == "help" {
			cmd.Short = a.say("コマンドの説明", "explains a command")
		}
	}
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = a.say("バージョン", "the version")
	if a.lang == "en" {
		return
	}
	root.SetUsageTemplate(strings.NewReplacer(
		"Usage:", "使い方：", "Available Commands:", "コマンド：", "Global Flags:", "共通：", "Flags:", "オプション：",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`,
		`くわしくは {{.CommandPath}} [command] --help`,
	).Replace(root.UsageTemplate()))
}
