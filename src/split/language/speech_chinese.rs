//! Chinese words of reported speech, in Traditional characters; the Simplified
//! forms are made from them, one character to one.

use std::sync::LazyLock;

use crate::split::finder::Finder;

/// What a word does in reported speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// 表示: speech, and never anything else.
    Says,
    /// 告訴: speech with the addressee first.
    Tells,
    /// 說: speech where the rest of the clause allows it.
    SaysOrPart,
    /// 道: speech only before a colon or an opening mark.
    BeforeColon,
    /// 認為: thought or finding.
    Thinks,
    /// 預計: thought where somebody is named, the writer's own forecast otherwise.
    Guesses,
    /// 顯示: what a source shows.
    Evidence,
    /// 要求, 計劃: a position or an aim; a noun as often as a verb.
    Wants,
    /// 據: the speaker follows, then the words.
    Source,
    /// 據報: unnamed speakers; the words follow.
    Hearsay,
    /// 小說: holds the sign of another cue, but reports nothing.
    Nothing,
}

const SAYS: &str = "表示 勸告 指出 宣稱 聲稱 強調 透露 宣布 宣佈 公布 公佈 坦言 直言 回應 解釋說 解釋道 解釋稱 \
    補充說 補充道 補充指 補充稱 坦承 承認 否認 重申 聲明 披露 爆料 回答說 回答道 答道 問道 反問 \
    質問 笑說 笑稱 笑道 怒斥 痛批 批評說 感嘆 感慨 說道 寫道 寫到 講道 喊道 呼籲 警告說 \
    警告稱 讚揚 稱讚 抱怨 辯稱 辯解 反駁 反駁說 反駁道 駁斥 證實 確認 保證 承諾 誓言 揚言 發文 發推 留言 \
    轉述 介紹說 說明道 說明稱 闡述 透露說 透露稱 報道說 報導說 報道稱 報導稱 報道指 報導指 報道指出 報導指出 報告說 \
    報告稱 報告指出 稱說 指稱 指控 指責 譴責 抨擊 斥責 批評 質疑 自稱 謊稱 聲言 坦白 供稱 供述 作證 暗示 \
    明言 明確表示 表態 通報 通報稱 揭露 揭示 斷言 宣告 公開表示 回憶說 回憶道 回憶稱 回憶 發布消息稱 \
    低調回應 予以肯定 講話時表示 建議說 建議道 戲稱 開玩笑說 下令";
const TELLS: &str = "告訴 告知 通知 提醒 警告";
const SAYS_OR_PART: &str = "說 稱 指 報道 報導 解釋 補充 回覆 答覆 說明 提到 談到 說到";
const BEFORE_COLON: &str = "道 曰 云 問 答 喊 罵 講 寫 報告 發言 發表講話 發表聲明 聲明";
const THINKS: &str = "認為 相信 覺得 以為 堅信 深信 確信 憂心 \
    猜測 希望 期望 期待 盼望 盼 意識到 了解到 瞭解到 得知 獲悉 想到 認定 判斷 \
    顧慮 害怕 推斷 推論 得出結論 總結說 指望 同意 贊成 主張 堅稱 堅持 極力主張 不知道 承諾 暗指";
const GUESSES: &str = "預計 預期 預料 預測 預估 推測 估計 發現 注意到 擔心 擔憂 懷疑";
const EVIDENCE: &str = "顯示 表明 證明 反映出 意味著";
const WANTS: &str = "要求 計劃 計畫 打算 考慮 建議 敦促 促請 促 請求 懇請 懇求 決定 決心 \
    拒絕 反對 提議 提出 倡議 簽署行政令 譴責 答應 誓將 威脅 力促 提倡 ";
const SOURCE: &str = "據 根據 依據 按照 按 援引 引述 引用";
const HEARSAY: &str = "據報 據報道 據報導 據悉 據說 據稱 據了解 據瞭解 據聞 據傳 據他了解 據她了解 據指 據信 聽說 傳出 傳聞 消息稱 消息指 消息說";
const NOTHING: &str = "小說 學說 傳說 說法 說服 再說 來說 雖說 可說 話說回來 或者說 即是說 就是說 勸說 換句話說 一般來說 總的來說 \
    簡單來說 也就是說 比如說 例如說 應該說 不用說 說不定 說起 說話 演說 說唱 解說 說客 訴說 遊說 說過 說辭 說詞 說白 可以說 難說 說教 \
    稱為 稱號 稱呼 名稱 簡稱 俗稱 稱作 稱之 人稱 堪稱 著稱 並稱 又稱 全稱 被稱 合稱 統稱 別稱 改稱 職稱 \
    稱霸 稱王 稱帝 對稱 稱謂 尊稱 通稱 古稱 舊稱 原稱 總稱 \
    指數 指標 指定 指導 指揮 指示 指令 手指 指向 指針 指南 指的 指認 是指 專指 泛指 特指 所指 戒指 指派 \
    屈指 指甲 指引 指點 拇指 指紋 指日 指代 指涉 指明 \
    道路 街道 報道的 渠道 知道的 頻道 軌道 通道 道德 道理 人道 道歉 軌道 管道 地道 道教 道家 味道 隧道 大道 鐵道 霸道 \
    航道 一道 道具 赤道 厚道 公道 河道 難道 道士 道場 \
    問題 訪問 疑問 顧問 學問 問候 問世 慰問 質問 問卷 問責 審問 提問 請問 問答 問到 \
    回答 答案 報答 答辯 演講 講座 講話 講述 講究 講解 講師 主講 講義 聽講 講堂 \
    寫作 描寫 編寫 撰寫 書寫 改寫 寫信 抄寫 寫成 縮寫 填寫 手寫 寫法 寫真 寫實 \
    云云 年號 字號 \
    收據 數據 證據 依據 佔據 占據 據點 論據 憑據 票據 據此 據為 字據 竊據 盤據 割據 \
    按鈕 按鍵 按摩 按揭 按時 按期 按下 \
    材料 資料 原料 飲料 燃料 塑料 預料 不料 照料 料理 肥料 史料 布料 飼料 顏料 染料 料件 意料 涂料 塗料 \
    思想 理想 想像 想法 夢想 設想 幻想 構想 感想 猜想 聯想 想象 妄想 不想 \
    擬定 模擬 虛擬 擬真 比擬 擬人 草擬 \
    促進 促使 促成 促銷 督促 短促 急促 倉促 \
    告訴人 說明書 說明會 聯合聲明 發表聲明 聯合報道 聯合報";

/// The words of a table, each with its role.
const TABLE: &[(Role, &str)] = &[
    (Role::Says, SAYS),
    (Role::Tells, TELLS),
    (Role::SaysOrPart, SAYS_OR_PART),
    (Role::BeforeColon, BEFORE_COLON),
    (Role::Thinks, THINKS),
    (Role::Guesses, GUESSES),
    (Role::Evidence, EVIDENCE),
    (Role::Wants, WANTS),
    (Role::Source, SOURCE),
    (Role::Hearsay, HEARSAY),
    (Role::Nothing, NOTHING),
];

/// How a clause that starts with 據 ends when it names a source: 據…的數據.
pub(crate) const SOURCE_ENDS: &str = "報道 報導 報 數據 資料 統計 說法 消息 調查 報告 研究 估計 介紹 透露 了解 瞭解 \
    指 稱 說 悉 預測 民調 聲明 公告 新聞稿 文件 觀點 分析 記載 披露 爆料 轉述 表示 指出 所述 所說 證詞 供詞 口供 \
    檔案 紀錄 記錄 公報 通報 顯示 說明";

/// Words before a speaker that are no part of the name.
pub(crate) const OPENINGS: &str = "但是 但 不過 而且 而 同時 此外 另外 因此 所以 隨後 之後 目前 對此 其中 然而 並且 並 也 還 例如 \
    比如 如 至於 其後 後來 接著 於是 此前 早前 日前 當時 當天 今天 昨天 今日 昨日 事後 最後 最終 最近 近日 近期 如今 現在 \
    雖然 儘管 因為 由於 如果 當 即使 與此同時 相反 一方面 另一方面 有關 可是 只是 甚至 更";

/// Words after a speaker that are no part of the name.
pub(crate) const CLOSINGS: &str = "今天 昨天 今日 昨日 日前 近日 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 \
    週六 週日 星期 本月 上周 上週 在 對 向 接受 針對 發表 還 則 亦 已經 曾經 再次 隨後 隨即 同時 通過 透過 當天 當日 低調 \
    明確 公開 進一步 極力 多次 一再 首次 最近 目前 仍 引述 援引 補充 嚴肅 早前 此前 表態 不 沒有 可能 應該 必須 主動 先後 \
    一直 當時 打電話 致辭 回憶 會見 出席 方面 開始 於 （";

/// Signs at the end of a speaker that are no part of the name.
pub(crate) const TRAILING: &str = "也还還则則又亦都曾已再就仍并並更会會将將只便才均皆";

/// A word of the tables made ready to be looked for.
pub(crate) struct ChineseSpeech {
    pub(crate) cues: Finder,
    roles: Vec<Role>,
    /// [`SOURCE_ENDS`], in both scripts.
    pub(crate) source_ends: Vec<String>,
    /// [`OPENINGS`], in both scripts, the longest first.
    pub(crate) openings: Vec<String>,
    /// [`CLOSINGS`], in both scripts.
    pub(crate) closings: Finder,
}

impl ChineseSpeech {
    /// The tables, made once.
    pub(crate) fn tables() -> &'static Self {
        static TABLES: LazyLock<ChineseSpeech> = LazyLock::new(ChineseSpeech::new);
        &TABLES
    }

    fn new() -> Self {
        let mut words = Vec::new();
        let mut roles = Vec::new();
        for &(role, table) in TABLE {
            for word in both_scripts(table) {
                words.push(word);
                roles.push(role);
            }
        }
        let mut openings = both_scripts(OPENINGS);
        openings.sort_unstable_by_key(|it| std::cmp::Reverse(it.len()));
        Self {
            cues: Finder::new(words.iter().map(String::as_str)),
            roles,
            source_ends: both_scripts(SOURCE_ENDS),
            openings,
            closings: Finder::new(both_scripts(CLOSINGS).iter().map(String::as_str)),
        }
    }

    /// The role of the cue with this number.
    pub(crate) fn role(&self, cue: usize) -> Role {
        self.roles[cue]
    }
}

fn both_scripts(table: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in table.split_whitespace() {
        words.push(word.to_owned());
        let simplified = fast2s::convert(word);
        if simplified != word {
            words.push(simplified);
        }
    }
    words
}
