// Command write writes the project's test documents below testdata.
//
//	go run ./internal/samples/write -root testdata
//
// With -libreoffice, -openpyxl or -excelize it also has that program open and save the documents that are kept in its spelling.
// With -libreoffice, -chromium or -qpdf that program also makes the PDF files that are kept in its spelling. Those files are
// committed and made again only on request, since another version of the program writes other bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/internal/samples"
)

func main() {
	root := flag.String("root", "testdata", "the `folder` to write into")
	wanted := map[string]*bool{}
	for name := range savers {
		wanted[name] = flag.Bool(name, false, "also make the files that "+name+" saves")
	}
	wanted["qpdf"] = flag.Bool("qpdf", false, "also make the files that qpdf encrypts")
	wanted["chromium"] = flag.Bool("chromium", false, "also make the files that chromium prints")
	flag.Parse()
	if err := run(*root, wanted); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}

func run(root string, wanted map[string]*bool) error {
	if err := samples.Write(root); err != nil {
		return err
	}
	for _, job := range samples.Jobs() {
		if !*wanted[job.Producer] {
			continue
		}
		from, to := filepath.Join(root, job.From), filepath.Join(root, job.To)
		if err := savers[job.Producer](from, to); err != nil {
			return fmt.Errorf("%s: %s: %w", job.Producer, job.To, err)
		}
	}
	return printAll(root, wanted)
}

// savers open a workbook with another program and save it under another name.
var savers = map[string]func(from, to string) error{
	"libreoffice": libreoffice,
	"openpyxl":    openpyxl,
	"excelize":    byExcelize,
}

// filters are LibreOffice's names for what it writes, by extension.
var filters = map[string]string{".xlsx": "xlsx:Calc MS Excel 2007 XML", ".docx": "docx:MS Word 2007 XML"}

func libreoffice(from, to string) error {
	dir, err := os.MkdirTemp("", "samples")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", filters[filepath.Ext(to)], "--outdir", dir, from)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, filepath.Base(from)))
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

func openpyxl(from, to string) error {
	cmd := exec.Command("python3", "-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", from, to)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

// byExcelize touches a cell of the first sheet, so that excelize writes the sheet anew.
func byExcelize(from, to string) error {
	f, err := excelize.OpenFile(from)
	if err != nil {
		return err
	}
	defer f.Close()
	first := f.GetSheetName(0)
	value, err := f.GetCellValue(first, "A1")
	if err != nil {
		return err
	}
	if err := f.SetCellStr(first, "A1", value); err != nil {
		return err
	}
	if err := f.SaveAs(to); err != nil {
		return err
	}
	return os.Chmod(to, 0o644)
}
