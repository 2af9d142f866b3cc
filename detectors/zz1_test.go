package detectors_test

import (
	"fmt"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
)

func TestZ1(t *testing.T) {
	set := detectors.NewSet(detectors.All())
	for _, s := range []string{
		"事務局（白井）：お答えします。", "議長：それでは山岸さん、どうぞ。\n山岸：二点お尋ねします。\n事務局（白井）：お答えします。",
		"郵便物送付先\n〒 780―0870\n高知県高知市本町五丁目一番四十五号\n樋口颯　様",
		"先方は伊藤という女性で、連絡先は090（5395）3232だった",
	} {
		for _, m := range set.Find(nil, s, nil) {
			fmt.Println(m.Detector, s[m.Start:m.End], m.Sure, m.Because)
		}
		fmt.Println("--")
	}
}
