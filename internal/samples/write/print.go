package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// printAll has other programs print the PDF samples.
func printAll(root string, wanted map[string]*bool) error {
	for _, p := range samples.Prints() {
		if !*wanted[p.Producer] {
			continue
		}
		if err := printOne(root, p); err != nil {
			return fmt.Errorf("%s: %s: %w", p.Producer, p.To, err)
		}
	}
	return nil
}

func printOne(root string, p samples.Print) error {
	dir, err := os.MkdirTemp("", "samples")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	from := filepath.Join(dir, p.Source)
	if err := os.WriteFile(from, []byte(p.Data), 0o600); err != nil {
		return err
	}
	made := strings.TrimSuffix(from, filepath.Ext(from)) + ".pdf"
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, from)
	switch p.Producer {
	case "qpdf":
		made = filepath.Join(dir, "made.pdf")
		cmd = exec.Command("qpdf", "--static-id", "--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--modify=none", "--", from, made)
	case "chromium":
		cmd = exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+made, from)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	data, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	to := filepath.Join(root, filepath.FromSlash(p.To))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}
