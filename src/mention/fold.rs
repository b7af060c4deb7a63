//! Characters that the grammar takes for others, one for one and equally long
//! in UTF-8, so that no offset moves: Traditional Chinese as Simplified.
//!
//! A table of its own rather than `fast2s`: that crate decides by the
//! neighbours of a character and folds 2,500 of them, where the grammar
//! compares some three hundred.

use std::borrow::Cow;

/// Traditional characters, each followed by the simplified one.
const PAIRS: &str = "萬万億亿兩两個个點点號号歲岁時时鐘钟間间週周禮礼後后過过幾几鎊镑圓圆達达從从員员\
裡里裏里當当內内負负貳贰陸陆貫贯餘余約约將将這这來来國国區区縣县鄉乡鎮镇隊队輪轮張张輛辆項项屆届場场層层\
種种類类條条號号艘艘隻只顆颗頭头戶户筆笔雙双對对塊块聲声節节課课書书門门線线車车處处黨党軍军學学業业\
韓韩盧卢馬马兌兑鎊镑臺台幣币瑞瑞銖铢寸寸噸吨釐厘畝亩頃顷陽阳華华氏氏攝摄氣气紀纪歷历曆历週周晝昼\
幹干於于統统樣样體体為为長长點点發发變变構构產产層层開开實实題题單单與与響响稱称壹壹齊齐東东動动單单級级\
報报還还歐欧美美紐纽澳澳門门錢钱總总數数超超島岛導导陣阵樓楼倆俩侖仑溫温標标準准樂乐萊莱幟帜積积領领\
亞亚佈布係系側侧傷伤冊册別别則则匯汇嚮向圍围壓压專专峽峡帶带戰战掃扫擁拥擊击據据\
擧举擾扰敗败斷断棟栋溝沟滙汇爲为碼码紅红納纳組组綫线維维網网緻致績绩繫系續续聖圣\
聽听舉举衛卫觀观許许話话誌志語语讚赞貨货贊赞贏赢輕轻邊边針针鋒锋鍾钟關关陞升隨随\
電电頁页額额魚鱼齡龄龍龙參参\
緒绪豐丰禎祯順顺慶庆誕诞復复蘇苏穌稣難难勞劳兒儿婦妇護护師师親亲農农陰阴臘腊閏闰舊旧尋寻曉晓終终議议執执繼继遺遗輩辈訪访\
諧谐諾诺訴诉飛飞義义價价齋斋創创鐵铁選选審审賽赛戀恋闆板獻献際际權权費费黃黄運运爾尔廠厂錯错誤误異异羅罗亂乱眾众鳴鸣獨独無无轉转彎弯規规劃划並并蘭兰倫伦烏乌緬缅撾挝圖图薩萨堅坚謝谢敘叙愛爱奧奥茲兹聯联魯鲁濟济買买麥麦鮮鲜";

/// `text` with every traditional character that the grammar knows folded.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    let Some(start) = text.char_indices().find(|it| fold(it.1) != it.1) else {
        return Cow::Borrowed(text);
    };
    let mut folded = String::with_capacity(text.len());
    folded.push_str(&text[..start.0]);
    folded.extend(text[start.0..].chars().map(fold));
    Cow::Owned(folded)
}

fn fold(c: char) -> char {
    /// The first block that holds pairs, U+4E00, to the end of the last.
    const FIRST: u32 = 0x4E00;
    const LAST: u32 = 0x9FFF;
    static TABLE: std::sync::LazyLock<Vec<u16>> = std::sync::LazyLock::new(|| {
        let mut table = vec![0; (LAST - FIRST + 1) as usize];
        let pairs: Vec<char> = PAIRS.chars().collect();
        for pair in pairs.chunks_exact(2) {
            let place = (u32::from(pair[0]) - FIRST) as usize;
            table[place] = u16::try_from(u32::from(pair[1])).unwrap_or(0);
        }
        table
    });
    let code = u32::from(c);
    if !(FIRST..=LAST).contains(&code) {
        return c;
    }
    match TABLE[(code - FIRST) as usize] {
        0 => c,
        other => char::from_u32(u32::from(other)).unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_moves_no_offset() {
        let text = "七萬兩千個員工，20點鐘";
        assert_eq!(folded(text), "七万两千个员工，20点钟");
        assert_eq!(folded(text).len(), text.len());
        assert!(
            PAIRS
                .chars()
                .all(|it| ('\u{4E00}'..='\u{9FFF}').contains(&it))
        );
    }
}
