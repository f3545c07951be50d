"""Turkish, Japanese and Chinese as people reply in them, and what mail programs write in Korean.

Japanese and Chinese put no blanks between words: their phrases are found inside a run of letters.
"""

from mailflow.reading.languages.shape import Language, listed, rows

EASTERN = (
    Language(
        code="tr",
        attribution_verbs=listed("yazdı | şunu yazdı | şunları yazdı | tarihinde şunu yazdı | yazmış"),
        original=listed("orijinal mesaj | orijinal ileti | özgün ileti | özgün mesaj | asıl ileti"),
        forwarded=listed("""
            iletilen ileti | iletilen mesaj | iletilmiş mesaj | yönlendirilen ileti | yönlendirilmiş ileti
            iletilen ileti başlangıcı | yönlendirilmiş mesaj | iletilen ileti başlangıcı
        """),
        from_keys=listed("kimden | gönderen"),
        header_keys=listed("""
            gönderildi | gönderme tarihi | gönderim tarihi | tarih | kime | alıcı | bilgi | konu | yanıt adresi
        """),
        sent_from=listed("""
            iphone'umdan gönderildi | ipad'imden gönderildi | iphone cihazımdan gönderildi | telefonumdan gönderildi
            galaxy cihazımdan gönderildi | samsung * gönderildi | android * gönderildi | windows için posta
            ios için outlook | android için outlook | outlook'u edinin | huawei * gönderildi | yahoo * gönderildi
        """),
        away_subjects=listed("otomatik yanıt | otomatik cevap | ofis dışında | ofis dışındayım | izindeyim"),
        greetings=listed(
            "merhaba | selam | sayın | sevgili | günaydın | iyi günler | iyi akşamlar | değerli"
        ),
        sign_offs=listed("""
            saygılarımla | saygılar | sevgiler | selamlar | iyi çalışmalar | iyi günler | teşekkürler | kolay gelsin
            en iyi dileklerimle | hoşça kal | hoşçakalın | görüşmek üzere | şimdiden teşekkürler | sevgilerimle
        """),
        ordinals=rows("""
            birincisi | ilk olarak | birinci olarak | öncelikle | birinci
            ikincisi | ikinci olarak | ikinci
            üçüncüsü | üçüncü olarak | üçüncü
        """),
        last_words=listed("son olarak | sonuncusu"),
        cardinals=listed("bir | iki | üç"),
        lead_ins=listed("işte | üç tavsiyem | üç önerim | üç tavsiye | üç öneri | üç şey"),
        unfinished=listed("hâlâ düşünüyorum | hala düşünüyorum | sonra yazacağım | daha sonra göndereceğim"),
        away=listed(
            "ofis dışındayım | izindeyim | tatildeyim | yıllık izindeyim | ofiste değilim | doğum iznindeyim"
        ),
        away_courtesies=listed("""
            mesajınız için teşekkür | e-postanız için teşekkür | döndüğümde | acil durumlarda | acil konular için
            ofise döneceğim | en kısa sürede
        """),
        first_person=listed("""
            bana | beni | benim | istemiyorum | ederim | teşekkürler | vaktim | zamanım | katılamam | döneceğim
            yazacağım | göndereceğim
        """),
        advising=listed("""
            asla | her zaman | eğer | işi değil | sonucu | kimin | sor | sorun | dinle | dinleyin | bırak | bırakın
            yaz | yazın | ver | verin | söyle | söyleyin | hiçbir zaman | önce | geri alma | kaçının
        """),
        yes=listed("evet | tabii | tabii ki | elbette | memnuniyetle | seve seve | memnun olurum"),
        meeting=listed("kahve | uygun | uygunum | müsaitim | görüşelim | buluşalım"),
        no=listed("""
            hayır | hayır teşekkürler | maalesef hayır | maalesef olmaz | vaktim yok | zamanım yok | katılamam
            yapamam | ilgilenmiyorum | ne yazık ki hayır | reddetmek zorundayım | kabul edemem
        """),
        not_me=listed("doğru kişi değilim | başka biri | başkası"),
        instead=listed("sormanız daha iyi | sormak daha iyi | bunun yerine"),
        later=listed("""
            bana * ver/verin/verir | bana biraz zaman | biraz zamana ihtiyacım | zamana ihtiyacım
            düşünmem gerek/lazım/gerekiyor | sonra cevap | size döneceğim | sana döneceğim | size dönerim
            sana dönerim | düşüneyim
        """),
        soon=listed("gelecek hafta | önümüzdeki hafta | haftaya | yarın | daha sonra | gelecek ay"),
        stop=listed("""
            bana * yazmayın/yazma | bana * göndermeyin/gönderme | e-posta göndermeyin | beni listeden
            listeden çıkar/çıkarın | aboneliğimi iptal | bir daha yazmayın | mail atmayın | abonelikten çık/çıkmak
            almak istemiyorum
        """),
        thanks=listed("teşekkürler | teşekkür ederim | çok teşekkürler | sağ ol | sağ olun | rica ederim"),
        question_opens=listed("kim | ne | nerede | neden | nasıl | hangi | kaç | niçin"),
        months=rows("""
            ocak
            şubat
            mart
            nisan
            mayıs
            haziran
            temmuz
            ağustos
            eylül
            ekim
            kasım
            aralık
        """),
        weekdays=rows("""
            pazartesi
            salı
            çarşamba
            perşembe
            cuma
            cumartesi
            pazar
        """),
        days_ahead={"yarın": 1, "öbür gün": 2},
        next_week=listed("gelecek hafta | önümüzdeki hafta | haftaya"),
        ahead_words=listed("bana"),
        ahead_after_words=listed("sonra | içinde"),
        day_units=listed("gün"),
        week_units=listed("hafta"),
        month_units=listed("ay"),
        small_numbers={"bir": 1, "iki": 2, "üç": 3},
    ),
    Language(
        code="ja",
        attribution_verbs=listed("のメール | 書きました | は書きました | のメッセージ | からのメール | 作成"),
        original=listed("元のメッセージ | 元のメール | オリジナルメッセージ | 元の電子メール | 元メール"),
        forwarded=listed(
            "転送メッセージ | 転送されたメッセージ | 転送されたメール | 転送メール | 転送元メッセージ"
        ),
        from_keys=listed("差出人 | 送信者 | 送信元"),
        header_keys=listed("送信日時 | 日時 | 日付 | 宛先 | 件名 | 送信日 | 受信日時 | 返信先 | 送信済み"),
        sent_from=listed("""
            iphoneから送信 | ipadから送信 | 私のiphoneから | outlook for ios を入手 | outlook for android を入手
            ios 版 outlook を | android 版 outlook を | windows 版のメール | windows 版メール | スマートフォンから送信
            androidから送信 | galaxyから送信 | yahoo!メール
        """),
        away_subjects=listed(
            "自動返信 | 自動応答 | 不在 | 休暇中 | 不在通知 | 【自動返信】 | 不在のお知らせ"
        ),
        greetings=listed(
            "こんにちは | お世話になっております | お世話になります | おはようございます | こんばんは | 拝啓"
        ),
        sign_offs=listed("""
            よろしくお願いします | よろしくお願いいたします | よろしくお願い致します | 宜しくお願いします
            宜しくお願いいたします | 宜しくお願い致します | 敬具 | 以上 | 草々 | 以上です
            どうぞよろしくお願いいたします
        """),
        ordinals=rows("""
            まず | 第一に | 一つ目は | 1つ目は | 一つ目 | 1つ目
            次に | 第二に | 二つ目は | 2つ目は | 二つ目 | 2つ目
            第三に | 三つ目は | 3つ目は | 三つ目 | 3つ目
        """),
        last_words=listed("最後に"),
        cardinals=listed("一 | 二 | 三"),
        lead_ins=listed(
            "3つあります | 三つあります | 以下の3つ | 以下の三つ | 3つのアドバイス | アドバイスです | 以下です"
        ),
        unfinished=listed("まだ考えています | 考え中 | 後ほど送ります"),
        away=listed(
            "休暇中 | 不在です | 不在にして | 不在となり | 休暇を取得 | 休暇をいただ | 出張中 | 産休中 | 育休中"
        ),
        away_courtesies=listed("""
            メールをいただき | ご連絡いただき | ご連絡ありがとうございます | 戻り次第 | 帰社後 | お急ぎの場合 | 緊急の場合
            に戻ります
        """),
        first_person=listed("私 | わたし | 僕 | 当方"),
        advising=listed("必ず | 決して | いつも | 絶対に | もし | 常に"),
        yes=listed(
            "はい | 喜んで | もちろん | ぜひお願い | 承知しました | 承知いたしました | かしこまりました | 了解しました"
        ),
        meeting=listed("コーヒー | 大丈夫です | 空いています | 都合がいい | お会いしましょう"),
        no=listed("""
            いいえ | お断り | 辞退 | 遠慮させて | 時間がありません | 時間が取れません | お受けできません | 参加できません
            ご協力できません | お役に立てません | 遠慮します
        """),
        not_me=listed("私は適任ではありません | 他の人 | 適任者では"),
        instead=listed("に聞いてください | に聞いた方が | にお尋ねください"),
        later=listed("""
            時間をください | 時間をいただ | 週間ください | 週間お待ち | 後日 | 後ほど | 改めてご連絡 | 改めて連絡 | 考えさせて
            お待ちください | 返信します
        """),
        soon=listed("来週 | 明日 | 来月 | あとで"),
        stop=listed("""
            配信停止 | 配信を停止 | メールを送らないで | メールは送らないで | 送らないでください | 連絡しないで
            メールしないで | 購読解除 | 登録を解除 | 送信しないで
        """),
        thanks=listed(
            "ありがとう | ありがとうございます | ありがとうございました | 感謝します | どういたしまして"
        ),
        question_opens=listed("誰 | 何 | いつ | どこ | なぜ | どの | どう"),
        days_ahead={"明日": 1, "一週間": 7, "1週間": 7, "１週間": 7, "二週間": 14, "2週間": 14, "２週間": 14},
        next_week=listed("来週"),
        next_month=listed("来月"),
    ),
    Language(
        code="zh",
        attribution_verbs=listed("写道 | 寫道 | 写到 | 寫到"),
        original=listed("""
            原始邮件 | 原邮件 | 邮件原件 | 原始信息 | 原始消息 | 原始郵件 | 原始訊息 | 原始信件 | 原始邮件信息
        """),
        forwarded=listed("""
            转发的邮件 | 转发邮件 | 转发邮件信息 | 转发的邮件信息 | 下面是被转发的邮件 | 已转发邮件 | 轉寄的郵件
            轉寄郵件 | 轉寄的訊息 | 轉寄訊息 | 已轉寄的郵件 | 被转发邮件 | 开始转发的邮件 | 以下是轉寄的郵件
        """),
        from_keys=listed("发件人 | 寄件者 | 寄件人 | 發件人 | 发送者"),
        header_keys=listed("""
            发送时间 | 收件人 | 抄送 | 主题 | 日期 | 发送日期 | 时间 | 收件者 | 副本 | 主旨 | 寄件日期 | 傳送時間
            主題 | 收件人 | 抄送人 | 發送時間 | 回复 | 密送 | 重要性
        """),
        sent_from=listed("""
            发自我的 | 發自我的 | 发自 | 從我的 | 传送自 | 來自我的 | 来自我的 | 获取 outlook for | 获取适用于 | 取得 outlook
            取得 ios 版 | 取得 android 版 | 从 windows 版 | 从我的 | 寄件自 | 從 windows | 发送自
        """),
        away_subjects=listed("自动回复 | 自動回覆 | 自動回復 | 外出 | 休假 | 不在办公室 | 不在辦公室"),
        greetings=listed("你好 | 您好 | 早上好 | 下午好 | 晚上好 | 尊敬的 | 亲爱的 | 親愛的 | 嗨 | 大家好"),
        sign_offs=listed("""
            此致 | 敬礼 | 此致敬礼 | 祝好 | 谢谢 | 祝商祺 | 顺祝商祺 | 祝工作顺利 | 谢谢您 | 多谢 | 此致 敬礼
            敬上 | 敬祝商祺 | 祝您愉快 | 順頌商祺 | 謝謝
        """),
        ordinals=rows("""
            第一 | 首先
            第二 | 其次
            第三 | 再次
        """),
        last_words=listed("最后 | 最後"),
        cardinals=listed("一 | 二 | 三"),
        lead_ins=listed(
            "三点建议 | 三个建议 | 三条建议 | 我的建议 | 以下是我 | 建议如下 | 三個建議 | 三點建議"
        ),
        unfinished=listed("还在想 | 还没想好 | 稍后补充"),
        away=listed("正在休假 | 我在休假 | 不在办公室 | 外出 | 休假中 | 出差中 | 正在出差 | 休产假"),
        away_courtesies=listed(
            "感谢您的来信 | 感谢您的邮件 | 谢谢您的来信 | 谢谢您的邮件 | 如有急事 | 如有紧急 | 返回后 | 尽快回复"
        ),
        first_person=listed("我"),
        advising=listed(
            "不要 | 永远 | 从不 | 总是 | 每次 | 如果 | 当 | 请先 | 让 | 千万 | 一定要 | 别 | 把 | 写下"
        ),
        yes=listed(
            "好的， | 好的！ | 好的。 | 好的谢谢 | 好啊 | 没问题 | 当然可以 | 当然愿意 | 很乐意 | 非常乐意 | 乐意之至 | 是的 | 沒問題 | 很樂意"
        ),
        meeting=listed("咖啡 | 有空 | 方便见面 | 见面"),
        no=listed("""
            不用了 | 不了谢谢 | 没有时间 | 没时间 | 沒有時間 | 恐怕不行 | 无法参加 | 无法参与 | 婉拒 | 不感兴趣 | 不能参加
            帮不上忙 | 只能谢绝 | 抱歉不行
        """),
        not_me=listed("我不是合适的人 | 我不合适 | 其他人更合适"),
        instead=listed("更合适 | 建议您问 | 建议你问"),
        later=listed("""
            给我一周 | 给我两周 | 给我一个星期 | 给我一点时间 | 给我一些时间 | 给我几天 | 我需要一些时间 | 我需要一点时间
            我需要时间 | 我需要更多时间 | 稍后回复 | 晚点回复 | 再回复您 | 再回复你 | 让我想想 | 我考虑一下 | 让我考虑 | 給我一週 | 稍後回覆 | 過幾天回覆
        """),
        soon=listed("下周 | 明天 | 下个月 | 下星期 | 下週"),
        stop=listed("""
            不要再给我发 | 请不要再发 | 别再给我发 | 别再发 | 退订 | 取消订阅 | 停止给我发 | 不要再联系 | 请勿再发
            不要再發 | 取消訂閱 | 不想再收到
        """),
        thanks=listed("谢谢 | 多谢 | 感谢您 | 感谢你 | 感谢邀请 | 非常感谢 | 不客气 | 謝謝 | 感謝您"),
        question_opens=listed("谁 | 什么 | 什 | 何 | 哪 | 为 | 怎 | 请 | 是"),
        days_ahead={
            "明天": 1,
            "后天": 2,
            "给我一周": 7,
            "给我一个星期": 7,
            "一周后": 7,
            "給我一週": 7,
            "给我两周": 14,
            "两周后": 14,
        },
        next_week=listed("下周 | 下星期 | 下週"),
        next_month=listed("下个月 | 下個月"),
    ),
    Language(
        code="ko",
        attribution_verbs=listed("님이 작성 | 작성 | 님이 쓴 글 | 님이 다음을 작성"),
        original=listed("원본 메시지 | 원본 메일 | 원본메일"),
        forwarded=listed("전달된 메시지 | 전달된 메일 | 전달된 이메일"),
        from_keys=listed("보낸 사람 | 보낸사람"),
        header_keys=listed("받는 사람 | 받는사람 | 참조 | 제목 | 보낸 날짜 | 날짜 | 보낸날짜"),
        sent_from=listed(
            "나의 iphone에서 보냄 | 내 iphone에서 | 나의 ipad에서 | 내 갤럭시에서 | 나의 galaxy에서"
        ),
        away_subjects=listed("자동 회신 | 부재중 | 자동회신"),
        greetings=listed("안녕하세요"),
        sign_offs=listed("감사합니다 | 드림"),
    ),
)
