//! What stands before a day at the end of a line and has it for its own: what is numbered (Question 7/2,
//! القرارات 15/9), and meetings (the minutes of the meeting next Tuesday). One list of each, in both
//! languages, in the singular and the plural.

use std::sync::LazyLock;

use crate::search::fold::fold;

/// What has a number that may be two numbers and a slash.
static NUMBERED: LazyLock<Vec<String>> = LazyLock::new(|| {
    folded(
        "decision decisions resolution resolutions recommendation recommendations question questions \
        opinion opinions document documents doc docs contribution contributions item items article \
        articles section sections paragraph paragraphs para chapter chapters annex annexes appendix \
        appendices addendum addenda corrigendum corrigenda rule rules regulation regulations clause \
        clauses part parts page pages slide slides table tables figure figures step steps stage stages \
        phase phases option options version versions revision revisions number numbers no nos nr group \
        groups party parties committee committees commission commissions goal goals sdg sdgs target \
        targets indicator indicators period periods cycle cycles lot lots volume volumes circular circulars \
        قرار قرارات مقرر مقررات توصية توصيات مسألة مسائل سؤال أسئلة رأي آراء وثيقة وثائق مساهمة مساهمات بند \
        بنود مادة مواد قسم أقسام فقرة فقرات فصل فصول ملحق ملاحق ملحقات مرفق مرفقات إضافة إضافات تصويب تصويبات \
        قاعدة قواعد جزء أجزاء صفحة صفحات شريحة شرائح جدول جداول شكل أشكال خطوة خطوات خيار خيارات مرحلة مراحل \
        رقم أرقام نسخة نسخ مجموعة مجموعات فريق أفرقة فرق لجنة لجان هدف أهداف غاية غايات مقصد مقاصد مؤشر مؤشرات \
        فترة فترات عدد أعداد",
    )
});

/// What takes place on a day, or is told of one.
static MEETINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    folded(
        "meeting meetings session sessions conference conferences call calls workshop workshops seminar \
        seminars forum assembly was were held decided made \
        اجتماع اجتماعات جلسة جلسات دورة دورات مؤتمر مؤتمرات ورشة ورش لقاء لقاءات ندوة ندوات منتدى جمعية",
    )
});

/// What may stand before an Arabic word as a part of it, the longest first, folded.
const BEFORE: [&str; 14] = [
    "وبال", "وكال", "فال", "وال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك",
];

/// Whether digits behind this word are its number. A word with a capital in the middle of a line names
/// something that has numbers.
pub fn is_numbered(word: &str, is_inside: bool) -> bool {
    let is_name = is_inside && word.chars().next().is_some_and(char::is_uppercase);
    is_name || is_among(&NUMBERED, word) || is_meeting(word)
}

/// Whether a day behind this word is rather that of a meeting.
pub fn is_meeting(word: &str) -> bool {
    is_among(&MEETINGS, word)
}

/// The words of a list as they are compared.
fn folded(words: &str) -> Vec<String> {
    let words = words.split_whitespace();
    words.map(|word| fold(word).text()).collect()
}

fn is_among(list: &[String], word: &str) -> bool {
    // Behind a comma something else begins.
    if word.ends_with([',', '،', ';', '؛']) {
        return false;
    }
    let word = fold(word.trim_end_matches([':', '.'])).text();
    let bare = BEFORE.iter().filter_map(|before| word.strip_prefix(before));
    std::iter::once(word.as_str())
        .chain(bare)
        .any(|bare| list.iter().any(|one| one == bare))
}
