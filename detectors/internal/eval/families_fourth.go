package eval

// fourthHand is the stock of the fourth hand: common names with less common ones between them, and ordinary towns.
var fourthHand = hand{
	third: true,
	surnames: pairs("佐藤 サトウ 鈴木 スズキ 高橋 タカハシ 田中 タナカ 渡辺 ワタナベ 伊藤 イトウ 山本 ヤマモト 中村 ナカムラ 小林 コバヤシ 加藤 カトウ 吉田 ヨシダ 山田 ヤマダ 松本 マツモト 井上 イノウエ 木村 キムラ 清水 シミズ 山崎 ヤマザキ 池田 イケダ 橋本 ハシモト 阿部 アベ 石川 イシカワ 前田 マエダ 藤田 フジタ 後藤 ゴトウ 岡田 オカダ 長谷川 ハセガワ 村上 ムラカミ 近藤 コンドウ 石井 イシイ 遠藤 エンドウ 青木 アオキ 坂本 サカモト 福田 フクダ 太田 オオタ 西村 ニシムラ 藤井 フジイ 三浦 ミウラ 岡本 オカモト 松田 マツダ 中島 ナカジマ " +
		"押切 オシキリ 木戸口 キドグチ 下条 シモジョウ 鳥飼 トリカイ 野口 ノグチ 樋渡 ヒワタシ 細川 ホソカワ 真田 サナダ 目黒 メグロ 山口 ヤマグチ 長野 ナガノ 広瀬 ヒロセ 梅原 ウメハラ 大塚 オオツカ 上田 ウエダ 土屋 ツチヤ 五十嵐 イガラシ 早川 ハヤカワ 小沢 オザワ 飯田 イイダ 馬場 ババ 望月 モチヅキ 永井 ナガイ 吉岡 ヨシオカ"),
	women:   pairs("美咲 ミサキ 陽菜 ヒナ 結衣 ユイ さくら サクラ 由美 ユミ 恵 メグミ 裕子 ユウコ 明美 アケミ 久美子 クミコ 幸子 サチコ 和子 カズコ 節子 セツコ 千尋 チヒロ 彩 アヤ 真由美 マユミ 加奈 カナ 綾乃 アヤノ 莉子 リコ 詩織 シオリ 直美 ナオミ 静江 シズエ ハル ハル"),
	men:     pairs("太郎 タロウ 健一 ケンイチ 大輔 ダイスケ 翔太 ショウタ 誠 マコト 浩 ヒロシ 修 オサム 隆 タカシ 一郎 イチロウ 和也 カズヤ 直樹 ナオキ 蓮 レン 颯太 ソウタ 悠真 ユウマ 拓海 タクミ 正雄 マサオ 幸雄 ユキオ 武 タケシ 徹 トオル 孝 タカシ 信夫 ノブオ 亮 リョウ"),
	foreign: thirdHand.foreign, latin: thirdHand.latin,
	towns: []townOf{
		{"東京都江東区", "東陽", "%d-%d-%d", "135-0016", "03"},
		{"埼玉県さいたま市浦和区", "高砂三丁目", "%d番%d号", "330-0063", "048"},
		{"神奈川県横浜市青葉区", "市ケ尾町", "%d番地%d", "225-0024", "045"},
		{"静岡県浜松市中央区", "元城町", "%d-%d", "430-0946", "053"},
		{"広島県福山市", "東桜町", "%d番%d号", "720-0065", "084"},
		{"福岡市博多区", "博多駅前", "%d丁目%d番%d号", "812-0011", "092"},
		{"宮城県仙台市太白区", "長町南", "%d-%d-%d", "982-0012", "022"},
		{"長岡市", "大手通", "%d丁目%d番地%d", "940-0062", "0258"},
		{"奈良県生駒郡斑鳩町", "龍田南", "%d丁目%d", "636-0154", "0745"},
		{"北海道函館市", "東雲町", "%d番%d号", "040-0036", "0138"},
	},
	buildings: []string{"", "", "", "", " コーポ山田102", "　メゾン東陽305号室", "-503", " 県営住宅3号棟201"},
}

// fourthTexts are texts by the hand that leads the work and judges it, written without a look at the third hand's misses, and run
// once, at the end.
var fourthTexts = []Family{
	{Side: Fourth, Name: "visit record", Texts: []string{
		"訪問日：{#date}\n訪問先：{name}宅（{address}）\n{surname}さんは在宅で、体調は良好とのこと。次回は娘の{2.given}さんも同席予定。",
		"{#date} 保健師{2.surname}が{name}さん（{years}）宅を訪問。{sensitive}の治療は中断している。",
		"本人より電話（{mobile}）。「眠れない」と訴えあり。{surname}医師に報告した。",
		"家族構成　夫：{name}（{years}）　妻：{2.name}（{2.years}）　長女：{3.name}（{3.years}）",
	}},
	{Side: Fourth, Name: "mail", Texts: []string{
		"{name} 様\n\nお世話になっております。みどり市役所総務課の{~2.surname}です。\nご依頼の件、{#date}までに回答いたします。",
		"差出人: {name} <{email}>\n宛先: {2.name} <{2.email}>\n件名: 打合せの件",
		"{surname}様\nCC：{2.surname}様、{3.surname}様\n\nいつもお世話になっております。先日お電話した{4.name}と申します。携帯は{4.mobile}です。",
		"──────────\n{name}（{kana}）\nTEL {phone}\nE-mail {email}\n──────────",
	}},
	{Side: Fourth, Name: "school", Texts: []string{
		"３年２組　{name}さんが県大会で優勝しました。顧問の{2.surname}先生は「よく頑張った」と話しています。",
		"欠席連絡　児童名：{name}　理由：発熱　連絡者：母　電話：{mobile}",
		"本日、{surname}くんと{2.surname}くんが休み時間に口論となった。担任が双方の保護者に連絡した。",
		"転入生　{name}（{kana}）　生年月日 {birth}　保護者 {2.name}　住所 {address}",
		"就学援助申請　保護者氏名 {name}　児童氏名 {2.name}　振込先 みなと銀行東支店 普通 {account} 名義 {kananame}",
	}},
	{Side: Fourth, Name: "hospital", Texts: []string{
		"患者：{name} 殿　（{years}・{sex}）　ID：{mrn}\n主訴：腹痛\n既往歴：{sensitive}",
		"紹介状\n{surname} {given} 様（{birth}生）をご紹介申し上げます。{sensitive}にて加療中です。",
		"{#time} {surname}さんナースコール。トイレ介助。夜勤{2.surname}",
		"家族（長男：{name}、TEL {mobile}）へ病状説明。",
		"インシデント：{name}様と{2.name}様の検体を取り違えた。両名に謝罪済み。",
	}},
	{Side: Fourth, Name: "minutes", Texts: []string{
		"日時　{#date}　場所　第１会議室\n出席者　{name}、{2.name}、{3.name}、{4.name}\n議事　予算案について",
		"{surname}委員：資料の説明をお願いします。\n事務局：資料１をご覧ください。\n{2.surname}委員：了解しました。",
		"質疑では、住民の{name}氏から騒音について意見が出された。",
		"次期役員：会長 {name}、副会長 {2.name}、会計 {3.name}",
		"議長に{name}を選出し、書記は{2.name}が務めた。",
	}},
	{Side: Fourth, Name: "tax", Texts: []string{
		"納税義務者　{name}　個人番号　{mynumber}\n住所　{address}\n税額　{#amount}円",
		"滞納者 {name}（{birth}）は、{#date}に来庁し分納を誓約した。勤務先電話 {phone}",
		"還付金の振込先：みどり信用金庫　本店営業部　普通預金　口座番号{account}　口座名義人 {name}",
		"相続人代表者指定届　被相続人 {name}　相続人代表者 {2.name}　続柄 子　電話 {2.phone}",
	}},
	{Side: Fourth, Name: "disaster", Texts: []string{
		"安否確認\n{name} {sex} {plainage}歳 {address} 無事\n{2.name} {2.sex} {2.plainage}歳 {2.address} 連絡取れず",
		"避難者：{name}さん家族4名（{address}）。{given}さんは{sensitive}のため配慮が必要。",
		"負傷者は{name}さん（{years}）と{2.name}さん（{2.years}）で、いずれも軽傷。",
		"救助要請：{surname}様宅、{address}。連絡先{mobile}。",
	}},
	{Side: Fourth, Name: "application", Texts: []string{
		"申請者氏名　　{name}\nフリガナ　　　{kana}\n生年月日　　　{birth}\n性別　　　　　{sex}\n郵便番号　　　{postal}\n住所　　　　　{address}\n電話番号　　　{phone}\nメール　　　　{email}",
		"【お名前】{name}\n【ご住所】〒{postal} {address}\n【お電話】{mobile}\n【ご意見】駐輪場が足りません。",
		"氏名：{name} 年齢：{plainage} 職業：会社員 住所：{address}",
		"代理人　{name}（委任者{2.name}の長男）　{address}",
		"緊急連絡先①{name}（父）{mobile}　②{2.name}（祖母）{2.phone}",
	}},
	{Side: Fourth, Name: "complaint", Texts: []string{
		"{name}様より、「{2.surname}係長の態度が悪い」との苦情。折り返し先 {phone}。",
		"通報者は匿名。加害者とされる{name}（{years}）は{address}に居住。",
		"隣の{surname}さんが毎晩騒ぐ、とのこと。{surname}さんには自治会長の{~2.surname}さんから注意済み。",
		"要望者：{name}\n要望内容：街灯の設置\n回答：道路課{~2.surname}が現地確認",
	}},
	{Side: Fourth, Name: "foreign residents", Texts: []string{
		"氏名 {latin}\n国籍 {~nation}\n在留カード番号 {residence}\n住居地 {address}",
		"{foreign}さんは通訳を希望。携帯 {mobile}。",
		"参加者：{foreign}、{2.foreign}、{3.name}",
	}},
	{Side: Fourth, Name: "staff", Texts: []string{
		"休暇届　所属 総務課　職員番号 {employee}　氏名 {name}　期間 {#date}から3日間",
		"懲戒処分　職員（{plainage}歳・{sex}）　氏名 {name}　処分内容 減給",
		"人事異動　{#date}付　{~name}（総務課長）、{~2.name}（福祉課主査）",
		"面接評価　受験番号{exam}　{name}　総合B　面接官 {~2.surname}",
	}},
	{Side: Fourth, Name: "shop", Texts: []string{
		"ご注文者：{name}　お届け先：{2.name}様　{2.address}　{2.mobile}\nカード番号 {card}　有効期限 {expiry}",
		"予約 {#date} 18:00 {surname}様 4名 {phone}",
		"会員番号 {member}　{name}　ポイント {#n}",
		"請求先：{address}　{name} 様　ご請求額 {#amount}円",
	}},
	{Side: Fourth, Name: "chat", Texts: []string{
		"{surname}: 例の{2.surname}さんの件どうなった？\n{3.surname}: 住所は{2.address}だって",
		"10:02 {name}が参加しました\n10:05 {surname}＞{2.surname}さん、電話番号教えて\n10:06 {2.surname}＞{2.mobile}",
		"@{name} 申請書の{2.name}さんの生年月日、{2.birth}で合ってますか？",
	}},
	{Side: Fourth, Name: "police", Texts: []string{
		"被害者 {name}（当時{plainage}歳）は、{#date}、{address}の自宅で被害にあった。",
		"運転者　{name}　免許証番号 {license}　車両 {plate}\n相手方　{2.name}　{2.mobile}",
		"行方不明者　氏名{name}　{birth}生　身長160cm　連絡先（父 {2.name}）{2.phone}",
	}},
	{Side: Fourth, Name: "essay", Texts: []string{
		"わたしの名前は{name}です。みどり小学校の4年生です。",
		"祖父の{given}は昭和10年に生まれ、祖母の{2.given}と結婚した。",
		"この研究にあたり、{surname}{given}教授と{2.name}博士に御指導いただいた。",
		"故{name}儀の葬儀を下記のとおり執り行います。喪主 {2.name}",
	}},
	{Side: Fourth, Name: "applicants", Heads: []string{"No.", "申請者", "フリガナ", "生年月日", "年齢", "〒", "住所", "連絡先", "備考"}, Cells: []string{"{#n}", "{name}", "{kana}", "{birth}", "{age}", "{postal}", "{address}", "{mobile}", "書類不足"}},
	{Side: Fourth, Name: "children", Heads: []string{"学年", "組", "児童名", "性別", "保護者", "電話"}, Cells: []string{"3", "2", "{name}", "{sex}", "{2.name}", "{phone}"}},
	{Side: Fourth, Name: "patients", Heads: []string{"患者番号", "患者名", "生年月日", "病名", "担当医"}, Cells: []string{"{patient}", "{name}", "{birth}", "{sensitive}", "{~2.surname}"}},
}

// fourthNegatives are texts by the fourth hand in which nothing is a person's.
var fourthNegatives = []string{
	"市税の納付は、{#date}までに最寄りの金融機関でお願いします。お問い合わせは{#office}（電話 {#officephone}）へ。",
	"本庁舎　みどり市中央１丁目２番３号　代表電話 {#officephone}　開庁時間 8時30分から17時15分",
	"石川県と福井県では大雨に注意してください。長野県の上田、松本でも雷を伴うでしょう。",
	"山口線は新山口から津和野、益田を結ぶ。途中に仁保、篠目、長門峡などの駅がある。",
	"森林の保全と林業の振興を図るため、原木の価格、泉質、岩盤の調査を行った。",
	"株式会社山田製作所と高橋建設株式会社の共同企業体が落札した。予定価格 {#amount}円。",
	"有限会社佐藤商店、田中医院、鈴木歯科クリニック、小林書店は商店街の会員店舗である。",
	"徳川家康は江戸に幕府を開いた。織田信長、豊臣秀吉とともに三英傑と呼ばれる。",
	"夏目漱石の「坊っちゃん」、森鷗外の「舞姫」、樋口一葉の「たけくらべ」を読む。",
	"品番 {#part}　JANコード {#jan}　希望小売価格 {#amount}円（税別）",
	"荷物お問い合わせ番号：{#parcel}　ISBN {#isbn}",
	"令和７年第３回定例会　議案第{#n}号　みどり市手数料条例の一部を改正する条例",
	"男性 {#people}人、女性 {#people}人、合計 {#people}人が参加し、平均年齢は45歳だった。",
	"20歳以上の方、65歳から74歳までの方、75歳以上の方で料金が異なります。",
	"担当者は氏名、住所、電話番号を確認し、申請書の生年月日欄に記入漏れがないか点検する。",
	"保護者の皆様へ　日頃より本校の教育活動にご理解いただきありがとうございます。児童の安全のため、登校時刻をお守りください。",
	"患者様のお名前をフルネームで確認させていただきます。",
	"氏　名（　　　　　　　）　住　所（　　　　　　　）　電　話（　　　－　　　－　　　）",
	"(例) 氏名：山田太郎　住所：みどり市中央1-1-1　電話：000-0000-0000",
	"国勢調査によると、千葉市の人口は{#people}千人、福島市は{#people}千人である。",
	"会議室の予約は１週間前までに。第１土曜日、第３日曜日は休館日です。",
	"特急あずさ{#few}号 新宿 {#time}発 松本行き／普通 高尾行き／快速 大月行き",
	"糖尿病や高血圧などの生活習慣病を予防するため、年に１回は健康診断を受けましょう。",
	"発達障害のある児童生徒への支援の手引き。身体障害者手帳の交付件数は{#n}件であった。",
	"さくら小学校の５年１組では、朝顔と向日葵を育てています。",
	"みどり、あおい、さくら、ひまわりの４クラスがあります。",
	"委員長は、会務を総理する。副委員長は、委員長を補佐する。部長、課長、係長の順に決裁を受ける。",
	"バージョン {#version}　ビルド {#long}　更新日時 {#stamp}",
	"ウイルス性胃腸炎の患者数は定点当たり{#few}.{#few}人で、前週より増加した。",
	"東京都台東区上野の国立博物館、港区六本木の美術館、渋谷区神南の体育館を会場とする。",
}
