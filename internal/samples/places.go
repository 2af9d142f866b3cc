package samples

// A desk is one place sample on the bench: a harmless notice, and a person who must not be found in its copy.
type desk struct {
	b      *book
	s      *sheet // the notice, first sheet
	p      Person
	people []Person // p and five more, for rosters
}

// A plant hides something in the notice and says which strings must be gone from the copy.
type plant func(d *desk) []string

// place is what testdata/<id>/ holds: dirty files by name, and a trap that must not be reported.
type place struct {
	id     string
	words  Words
	dirty  plant
	more   map[string]plant // further dirty files
	quiet  func(d *desk)
	change func(c *Case) // where the usual expectation does not hold
}

const (
	noticeTitle = "施設利用のご案内"
	noticeFoot  = "ひなた市 生涯学習課"
)

// newDesk writes the notice.
func newDesk(id string) *desk {
	people := Roster(seedOf(id), 6)
	d := &desk{b: newBook(), p: people[0], people: people}
	d.b.noProps = true
	d.s = d.b.sheet("お知らせ", "")
	d.s.set("A1", noticeTitle, titleStyle)
	d.s.line("A3", headStyle, "施設", "開館時間", "定員")
	d.s.line("A4", textStyle, "みどり台公民館", "9時から21時", 120)
	d.s.line("A5", textStyle, "若葉町図書館", "10時から19時", 80)
	d.s.line("A6", textStyle, "桜ヶ丘体育館", "9時から22時", 300)
	d.s.set("A8", noticeFoot, plainStyle)
	return d
}

// roster is a small table of people; the first is the one whose strings are asserted.
func (d *desk) roster() table {
	return roster(d.people, "氏名", "フリガナ", "住所", "電話番号")
}

// gone are the strings of the roster.
func (d *desk) gone() []string {
	return []string{d.p.Name(), d.p.Mobile, d.p.Kana(), d.people[5].Name(), d.people[5].Address()}
}

// told is a sentence with the person's name and number, for places that hold text.
func (d *desk) told() string { return "氏名：" + d.p.Solid() + "　電話：" + d.p.Mobile }

// both are the strings of told.
func (d *desk) both() []string { return []string{d.p.Solid(), d.p.Mobile} }

// places lists the samples of all hiding places.
func places() []folder {
	var all []folder
	for _, list := range [][]place{
		sheetPlaces(), cellPlaces(), unseenPlaces(), aroundPlaces(), cachePlaces(), bookPlaces(),
		partPlaces(), packagePlaces(), extraPlaces(), picturePlaces(), objectPlaces(),
	} {
		for _, p := range list {
			all = append(all, p.folder())
		}
	}
	return append(all, zipPlaces()...)
}

// folder makes the files of a place.
func (p place) folder() folder {
	f := folder{dir: p.id, files: map[string][]byte{}}
	add := func(file string, hide plant) {
		d := newDesk(p.id + file)
		gone := hide(d)
		f.files[file] = d.b.bytes()
		f.want = append(f.want, p.want(file, gone))
	}
	name := "dirty.xlsx"
	if p.id == "xlsx/macro" {
		name = "dirty.xlsm"
	}
	add(name, p.dirty)
	for _, file := range sortedKeys(p.more) {
		add(file, p.more[file])
	}
	if p.quiet != nil {
		d := newDesk(p.id + "quiet")
		p.quiet(d)
		f.files["quiet.xlsx"] = d.b.bytes()
		f.want = append(f.want, Case{File: "quiet.xlsx", Words: Words{"わな：「" + p.id + "」と言ってはいけない", "a trap: " + p.id + " must not be reported"}, Absent: []string{p.id}})
	}
	return f
}

// want is what most places have in common: a grave finding, taken out by default, and nothing left.
func (p place) want(file string, gone []string) Case {
	c := Case{
		File: file, Words: p.words, Verdict: "ng", Exit: ptr(1), Places: counts{p.id: AtLeast(1)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: gone, Kept: []string{noticeTitle, "若葉町図書館", noticeFoot}, NoRef: true, People: ptr(N(0)), Verdict: "ok"},
	}
	if p.change != nil {
		p.change(&c)
	}
	return c
}

// unsure is for places whose weight or default the design leaves open: reported, and gone if there is a copy.
func unsure(c *Case) {
	c.Verdict, c.Exit = "review|ng|ok|unread", nil
	c.Clean.Exit, c.Clean.Verdict, c.Clean.People = nil, "", nil
}

// exactly sets the number of things found.
func exactly(id string, n int) func(c *Case) {
	return func(c *Case) { c.Places[id] = N(n) }
}
