package eval

// thirdSheets are tables by the third hand.
var thirdSheets = []plan{
	{name: "trainees from abroad", title: "技能実習生一覧", heads: []string{"No.", "NAME", "氏名（カナ）", "国籍", "生年月日", "在留カード番号", "配属"}, cells: []string{"{#n}", "{latin}", "{~foreign}", "{~nation}", "{birth}", "{residence}", "製造課"}},
	{name: "japanese class", heads: []string{"番号", "受講者", "母語", "出席", "備考"}, cells: []string{"{#n}", "{foreign}", "{#tongue}", "○", ""}},
	{name: "committee list", title: "みどり市総合計画審議会委員名簿", heads: []string{"区分", "氏　名", "所属・役職", "任期"}, cells: []string{"学識経験者", "{name}", "みどり大学教授", "令和8年3月31日まで"}},
	{name: "overdue", heads: []string{"利用者番号", "氏名", "電話1", "電話2", "書名", "返却期限"}, cells: []string{"{member}", "{name}", "{phone}", "{mobile}", "{#book}", "{#date}"}},
	{name: "shelter", upper: []string{"避難所名：みどり小学校", "", "", "", "", ""}, heads: []string{"世帯代表", "家族", "年齢", "性別", "住所", "要配慮"}, cells: []string{"{name}", "{2.given}", "{~2.plainage}", "{2.sex}", "{address}", "{~sensitive}"}},
	{name: "rehabilitation", heads: []string{"ID", "患者", "病室", "主病名", "担当PT", "リハ開始日"}, cells: []string{"{mrn}", "{surname}様", "{#n}", "{sensitive}", "{2.surname}", "{#date}"}},
	{name: "donation", title: "寄附者芳名", heads: []string{"ご芳名", "ご住所", "寄附額"}, cells: []string{"{name}", "{address}", "{#amount}"}, total: []string{"計", "", "{#amount}"}},
	{name: "interview day", heads: []string{"時間", "受験番号", "志願者", "出身中学", "面接官", "評定"}, cells: []string{"{#time}", "{exam}", "{name}", "東中", "{2.surname}", "B"}},
	{name: "lost heads", heads: nil, cells: []string{"{name}", "{mobile}", "{email}"}},
	{name: "boundary", heads: []string{"地番", "土地所有者", "立会人", "立会日", "確認印"}, cells: []string{"{#n}番{#few}", "{name}", "{2.name}", "{#date}", "済"}},
	{name: "league", heads: []string{"チーム", "選手名", "背番号", "打率"}, cells: []string{"みどりクラブ", "{name}", "{#n}", ".3{#few}2"}},
	{name: "stations", heads: []string{"駅名", "所在地", "乗降人員", "前年比"}, cells: []string{"{#place}", "{#facilityaddress}", "{#people}", "{#n}"}},
	{name: "firms", heads: []string{"商号", "本店所在地", "電話", "業種"}, cells: []string{"{#firm}", "{#facilityaddress}", "{#officephone}", "土木"}},
	{name: "nations", title: "国籍別在住者数", heads: []string{"国名", "男", "女", "計"}, cells: []string{"{#nation}", "{#n}", "{#n}", "{#people}"}, total: []string{"計", "{#n}", "{#n}", "{#people}"}},
	{name: "varieties", heads: []string{"品種", "作付面積", "収量", "産地"}, cells: []string{"{#variety}", "{#n}", "{#people}", "{#place}"}},
	{name: "roads", heads: []string{"路線名", "起点", "終点", "延長"}, cells: []string{"{#place}線", "{#place}", "{#place}", "{#people}"}},
}
