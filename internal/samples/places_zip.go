package samples

// zipPlaces are what a plain ZIP archive hides beside its members.
func zipPlaces() []folder {
	people := Roster(seedOf("zip-places"), 6)
	told := "氏名：" + people[0].Solid() + "　電話：" + people[0].Mobile
	roster := csv(roster(people, "氏名", "フリガナ", "住所", "電話番号"), ',', "\r\n")
	note := member{name: []byte("readme.txt"), data: []byte("資料の一式です。\r\n")}
	table := member{name: []byte("shisetsu.csv"), data: []byte(csv(halls(), ',', "\r\n"))}
	both := []string{people[0].Solid(), people[0].Mobile}

	residue := zipPlace{id: "zip/residue", words: Words{"ZIPのすきまに残ったデータ", "data in the gaps of a ZIP file"}}
	gap := note
	gap.gap = []byte(told)
	residue.dirty = zipBytes([]member{gap, table}, people[1].Solid()+" "+people[1].Mobile)
	residue.gone = append(both, people[1].Solid(), people[1].Mobile)
	flowing := []member{note, table}
	for i := range flowing {
		flowing[i].stream = true
	}
	residue.quiet = zipBytes(flowing, "")

	system := zipPlace{id: "zip/system-file", words: Words{"パソコンが自動で入れたファイル", "files that the computer added"}}
	system.dirty = zipBytes([]member{
		note, table,
		{name: []byte("__MACOSX/._shisetsu.csv"), data: []byte("\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + told)},
		{name: []byte(".DS_Store"), data: append([]byte("\x00\x00\x00\x01Bud1"), utf16le(people[1].Solid()+"_名簿.xlsx")...)},
		{name: []byte("Thumbs.db"), data: compound([]stream{{"Catalog", utf16le(people[2].Solid() + ".jpg")}})},
		{name: []byte("desktop.ini"), data: []byte("[.ShellClassInfo]\r\nInfoTip=\\\\fsv01\\jumin\r\n")},
	}, "")
	system.gone = append(both, people[1].Solid(), people[2].Solid(), "fsv01", "DS_Store", "MACOSX")
	macGuide := note
	macGuide.name = []byte("__macosx-guide.txt")
	system.quiet = zipBytes([]member{macGuide, table}, "")

	deleted := zipPlace{id: "zip/residue", words: Words{"一覧から消えたファイル", "a member that was taken out of the directory only"}}
	lost := member{name: []byte("meibo.csv"), data: []byte(roster), stored: true}
	whole := zipBytes([]member{lost}, "")
	gap.gap = whole[:len(whole)-endOf(lost)]
	deleted.dirty = zipBytes([]member{gap, table}, "")
	deleted.gone = []string{people[0].Name(), people[5].Address(), "meibo.csv"}

	f := residue.folder()
	f.files["dirty-deleted.zip"] = deleted.dirty
	f.want = append(f.want, deleted.want("dirty-deleted.zip"))
	return []folder{f, system.folder()}
}

// halls is a small table of the facilities on the notice.
func halls() table {
	return table{heads: []string{"施設", "開館時間", "定員"}, rows: [][]any{
		{"みどり台公民館", "9時から21時", 120}, {"若葉町図書館", "10時から19時", 80}, {"桜ヶ丘体育館", "9時から22時", 300},
	}}
}

// endOf is the length of a directory with one member and its end record.
func endOf(m member) int { return 46 + len(m.name) + 22 }

// A zipPlace is a place of archives.
type zipPlace struct {
	id           string
	words        Words
	dirty, quiet []byte
	gone         []string
}

func (p zipPlace) want(file string) Case {
	return Case{
		File: file, Words: p.words, Verdict: "review|ng", Exit: ptr(1), Places: counts{p.id: AtLeast(1)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: p.gone, Kept: []string{"資料の一式です。", "shisetsu.csv"}, People: ptr(N(0)), Verdict: "ok"},
	}
}

func (p zipPlace) folder() folder {
	return folder{
		dir: p.id, files: map[string][]byte{"dirty.zip": p.dirty, "quiet.zip": p.quiet},
		want: []Case{p.want("dirty.zip"), {
			File: "quiet.zip", Words: Words{"わな：「" + p.id + "」と言ってはいけない", "a trap: " + p.id + " must not be reported"}, Absent: []string{p.id},
		}},
	}
}
