package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestZZ(t *testing.T) {
	names, _ := filepath.Glob(os.Getenv("F"))
	for _, n := range names {
		b, _ := os.ReadFile(n)
		if _, err := open(t, b); err != nil {
			fmt.Println(filepath.Base(n), err)
		}
	}
}
