package inspect

// Words is a text for people, in both languages. Texts for people come from here, never from an error.
type Words struct {
	JA string `json:"ja"`
	EN string `json:"en"`
}

// In returns the text in lang, "ja" or "en".
func (w Words) In(lang string) string {
	if lang == "en" {
		return w.EN
	}
	return w.JA
}

// A Weight says how grave it is that a place was found at all. The order matters.
type Weight uint8

const (
	Note Weight = iota + 1 // what every file has: author, printer settings
	Warn                   // what hides content: a hidden sheet
	Stop                   // what can only be a leak: text under a black box
)

// String returns the name that reports print.
func (w Weight) String() string {
	switch w {
	case Note:
		return "note"
	case Warn:
		return "warn"
	case Stop:
		return "stop"
	}
	return ""
}

// An Action says what the policy "publish" does with a place.
type Action uint8

const (
	Take   Action = iota + 1 // the fix is carried out
	Ask                      // carried out when something of Likely or more lies in it; else a person decides
	Report                   // a person decides; there is no fix, or none that may be carried out unasked
)

// String returns the name that `sumikeshi places` prints.
func (a Action) String() string {
	switch a {
	case Take:
		return "take"
	case Ask:
		return "ask"
	case Report:
		return "report"
	}
	return ""
}

// A Place is one way in which a file holds what a reader does not see. Reports, screens, the manual and `sumikeshi explain` print
// this value; the finder stands in the same file as the value.
type Place struct {
	ID     string // stable: "xlsx/hidden-sheet"
	Title  Words  // what it is, as a noun
	Why    Words  // why it matters, in one or two sentences
	Advice Words  // what a person can do
	Weight Weight
	Action Action

	// OnlyWithPeople says that the place exists only where somebody's data is found in it: a visible sheet that feeds another is
	// an ordinary sheet as long as it holds nobody. Without a match its items count as visible.
	OnlyWithPeople bool

	// Metadata says that the place tells how the file was made (by whom, when, with what), not what it is about: this is what the
	// policy "metadata" takes.
	Metadata bool
}
