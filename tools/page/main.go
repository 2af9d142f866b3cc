// Command page bundles the TypeScript of the page into the one script that the program embeds:
//
//	page ENTRY OUTPUT
//
// An OUTPUT of - is standard output. Types are not checked here; the script is.
package main

import (
	"fmt"
	"os"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: page ENTRY OUTPUT")
		os.Exit(2)
	}
	if err := build(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "page:", err)
		os.Exit(1)
	}
}

const banner = "// Made from web/ts by go generate; change it there."

func build(entry, output string) error {
	out := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Target: api.ES2022, Format: api.FormatIIFE, Charset: api.CharsetUTF8,
		Banner: map[string]string{"js": banner}, LegalComments: api.LegalCommentsNone, LogLevel: api.LogLevelWarning,
	})
	if len(out.Errors) > 0 {
		return fmt.Errorf("%d errors", len(out.Errors))
	}
	if output == "-" {
		_, err := os.Stdout.Write(out.OutputFiles[0].Contents)
		return err
	}
	return os.WriteFile(output, out.OutputFiles[0].Contents, 0o644)
}
