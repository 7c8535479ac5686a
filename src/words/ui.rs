//! The words of the screen: labels of facts, titles of views, hints, messages.

use super::{Message, Phrase};
use crate::report::Language;
use crate::script::isolate;

/// Declares phrases, one line each: the name, Arabic, English.
macro_rules! phrases {
    ($($(#[$meta:meta])* $name:ident $ar:literal $en:literal)*) => {
        $(
            #[doc = $en]
            $(#[$meta])*
            pub const $name: Phrase = Phrase::new($ar, $en);
        )*
    };
}

// The labels of facts.
phrases! {
    NUMBER "الرقم" "Number"
    TITLE "العنوان" "Title"
    NAME "الاسم" "Name"
    WORDING "النص" "Wording"
    SUMMARY "الملخص" "Summary"
    CITES "يشير إلى" "Cites"
    HOW_EXACT "دقة العدد" "How exact"
    STANCE "نوع الموقف" "For or against"
    STAGE "المرحلة" "Stage"
    STATUS "الحالة" "Status"
    BY "من" "By"
    DATE "التاريخ" "Date"
    DUE "الأجل" "Due"
    TO_ACT "الجهة المكلَّفة" "To act"
    SORT "النوع" "Type"
    RESULT "المآل" "Result"
    WHAT_BECAME "ما آل إليه الأمر" "What became of it"
    FATE "النتيجة" "Outcome"
    HOLDER "الجهة الشاغلة" "Held by"
    ON_BEHALF_OF "باسم" "On behalf of"
    ROLE "الصفة" "Role"
    POST "المنصب" "Post"
    MANNER "الطريقة" "Manner"
    ANSWERS "استجابةً لـ" "In answer to"
    PART_OF "جزء من" "Part of"
    PLACE "المكان" "Place"
    CHAIR "الرئاسة" "Chair"
    HOW_MANY_MEETINGS "عدد الاجتماعات" "Number of meetings"
    PARTICIPANTS "عدد المشاركين" "Participants"
    COUNTRIES_PRESENT "البلدان المشاركة" "Countries present"
    BODIES_PRESENT "الهيئات المشاركة" "Bodies present"
    TIME_TAKEN "المدة" "Time"
    BEGAN "البدء" "Began"
    ENDED "الانتهاء" "Ended"
    SPEAKERS "المتحدثون" "Spoke"
    AGREED_THERE "ما اتُّفق عليه" "Agreed"
    MADE_THERE "ما سُجِّل فيه" "Recorded there"
    TOTAL "المجموع" "Total"
    ADDS_UP_TO "مجموع النسب في المصدر" "The source's shares add up to"
    PARTIES "الأطراف" "Parties"
    SESSION "الدورة" "Session"
    AUTHOR "مقدّم التقرير" "Presented by"
    ADDRESSEE "مقدَّم إلى" "Presented to"
    STRATEGIC_LINK "الصلة بالخطة الاستراتيجية" "Link with the strategic plan"
    FINANCES "الآثار المالية" "Financial implications"
    ORIGINAL "اللغة الأصلية" "Original language"
    CONTACTS "جهة الاتصال" "Contact"
    UNKNOWN "ما لا يذكره المصدر" "Not known from the source"
    SOURCE_FILE "الوثيقة المصدر" "Source document"
    SOURCE "موضعه في المصدر" "Place in the source"
    SIC "كما ورد" "As printed"
    INFERRED "مستنتَج" "Inferred"
    ADDRESS "العنوان الإلكتروني" "Web address"
    ACRONYM "الاسم المختصر" "Acronym"
    ALIASES "تسمية أخرى" "Also called"
    PARENT "تابعة لـ" "Part of"
    HONORIFIC "اللقب" "Form of address"
    PHONE "الهاتف" "Telephone"
    EMAIL "البريد الإلكتروني" "E-mail"
    ITU_SYMBOL "رمز البلد لدى الاتحاد" "ITU symbol"
    GROUPS "المجموعات" "Groups"
    ISSUER "الجهة المصدِرة" "Issued by"
}

// The views and panes.
phrases! {
    PROGRAM "مجلس" "majlis"
    VIEW_COUNCIL "المجلس" "Council"
    VIEW_OUTLINE "مخطط التقارير" "Outline"
    VIEW_BACKGROUND "المساهمات والنتائج" "Contributions and outcomes"
    VIEW_CALENDAR "جدول الاجتماعات والأحداث" "Calendar"
    VIEW_FIGURES "البيانات الإحصائية" "Figures"
    VIEW_DIRECTORY "الدليل" "Directory"
    CALENDAR "الاجتماعات والأحداث" "Meetings and events"
    OUTLINE "الأقسام والفقرات" "Sections and paragraphs"
    DETAIL "التفاصيل" "Detail"
    SEARCH "بحث" "Search"
    HELP "المساعدة" "Help"
    PALETTE "الأوامر" "Commands"
    PROBLEMS "ما تعذّرت قراءته" "What could not be read"
    CHOOSE_REPORT "حصر العرض في تقرير" "Show one report only"
    CHOOSE_COUNTRY "حصر العرض في بلد" "Show one country only"
    CHOOSE_BODY "حصر العرض في هيئة" "Show one body only"
    CHOOSE_STATUS "حصر العرض في حالة أو نوع موقف" "Show one status or stance only"
    REMOVE_FILTER "إلغاء تصفية" "Remove a filter"
    NO_DATE "بلا تاريخ" "No date"
}

// What the screen says.
phrases! {
    LIST_COMMA "، " ", "
    LINKED "مرتبط بالبند" "linked to the item"
    UNLINKED "كل ما في النطاق" "everything in scope"
    TOO_SMALL "الشاشة أصغر من اللازم؛ الحد الأدنى" "too small, at least"
    NOTHING_TYPED "اكتب كلمة أو رقماً أو رمز وثيقة" "Type a word, a number or a document code"
    SEARCHING "يجري البحث…" "Searching…"
    INDEXING "يجري إعداد فهرس البحث، وستظهر النتائج عند اكتماله" "The search index is being made; results will appear by themselves"
    STILL_READING "تجري قراءة الملفات…" "The files are being read…"
    LOADING_BEHIND "تستمر القراءة في الخلفية" "Reading goes on in the background"
    JUST_CHANGED "تغيّر للتو" "just changed"
    RECORD_GONE "لم يعد السجل المعروض موجوداً" "The record that was shown is no longer there"
    NOTHING_FOUND "لا شيء يطابق هذا. جرّب كلمات أقل أو أقصر" "Nothing matches. Try fewer or shorter words"
    NOTHING_TO_CHOOSE "لا شيء يطابق" "Nothing matches"
    EMPTY_FILTERED "لا شيء يوافق التصفية. المفتاح Backspace يلغي آخرها" "Nothing within the filters. Backspace removes the last one"
    EMPTY_LIBRARY "لا شيء من هذا في التقارير المفتوحة" "The open reports have none"
    MORE "… Enter: عرض السجل كاملاً" "… Enter shows the whole record"
    EMPTY_DETAIL "اختر سجلاً لعرض تفاصيله" "Choose a record to see it here"
    NOTHING_BEFORE "لا شيء قبل هذا" "Nothing before this"
    NOTHING_AFTER "لا شيء بعد هذا" "Nothing after this"
    FILTERS_LIFTED "رُفعت التصفية لإظهار السجل" "Filters lifted to show the record"
    LINK_ON "الأجزاء الثلاثة تتبع البند المختار" "The three panes follow the item chosen"
    LINK_OFF "تعرض الأجزاء كل ما في النطاق" "The panes show everything in scope"
    NO_FILTER "لا توجد تصفية لإلغائها" "No filter to remove"
    DETAIL_ARABIC "التفاصيل بالعربية" "Detail in Arabic"
    DETAIL_ENGLISH "التفاصيل بالإنكليزية" "Detail in English"
    DETAIL_BOTH "التفاصيل باللغتين" "Detail in both languages"
    FORM_VISUAL "يرتّب البرنامج العربية بنفسه (visual)" "Arabic put in order by the program (visual)"
    FORM_WORDS "العربية كلمة كلمة، لطرفية ترتب السطور (words)" "Arabic word by word, for a terminal that reorders rows (words)"
    FORM_KITTY "العربية كما تحتاج إليها kitty" "Arabic as kitty needs it (kitty)"
    FORM_OFF "العربية كما هي، والترتيب للطرفية (off)" "Arabic as it is, put in order by the terminal (off)"
    ENGLISH_ONLY "(بالإنكليزية فقط)" "(in English only)"
    ARABIC_ONLY "(بالعربية فقط)" "(in Arabic only)"
    READS_RIGHT "اضغط # إن كان هذا السطر مقروءاً" "Press # if this line reads right"
    WHICH_READS_RIGHT "اضغط رقم السطر المقروء (Esc: لا شيء منها)" "Press the number that you can read (Esc: none of them)"
    NO_SUCH_KEY "لا أمر لهذا المفتاح. المفتاح ؟ للمساعدة" "No command on this key. Press ? for help"
    FIELD_FIRST "يفتح Enter الحقل للكتابة، ويغلق Esc الاستمارة" "Enter opens the field to type in, Esc closes the form"
    NOT_WHILE_OPEN "لا يعمل هذا المفتاح ما دام هذا مفتوحاً؛ وEsc يغلقه" "This key does not apply while this is open; Esc closes it"
    READ_ONLY "للقراءة فقط" "read only"
    NOT_HERE "لا يعمل هذا الأمر هنا" "This command does not apply here"
    OF_WHICH "منها" "of which"
}

/// A text is there in this language only.
#[must_use]
pub const fn only_in(language: Language) -> Phrase {
    match language {
        Language::English => ENGLISH_ONLY,
        Language::Arabic => ARABIC_ONLY,
    }
}

/// Arabic is shown from now on as the line that was chosen, and which key changes it.
#[must_use]
pub fn form_in_use(key: &str) -> Message {
    Message::new(
        format!("تظهر العربية من الآن كما اخترت؛ وإن لم تُقرأ كما ينبغي فاضغط {key}"),
        format!("Arabic is now shown as you chose; should it not read right, press {key}"),
    )
}

/// What a place in the source is called: `s2/t1/r2` is section 2, table 1, row 2.
#[must_use]
pub fn place(src: &str, language: Language) -> String {
    let mut told = String::new();
    for part in src.split('/') {
        let mut letters = part.chars();
        let name = match letters.next() {
            Some('s') if letters.as_str() == "0" => {
                push(
                    &mut told,
                    Phrase::new("صدر الوثيقة", "head matter").get(language),
                    language,
                );
                continue;
            }
            Some('s') => Phrase::new("القسم", "section"),
            Some('t') => Phrase::new("الجدول", "table"),
            Some('r') => Phrase::new("الصف", "row"),
            Some('p') => Phrase::new("الفقرة", "paragraph"),
            Some('b') => Phrase::new("النقطة", "bullet"),
            Some('n') => Phrase::new("الحاشية", "note"),
            Some('g') => Phrase::new("الرسم البياني", "chart"),
            _ => {
                push(&mut told, part, language);
                continue;
            }
        };
        push(
            &mut told,
            &format!("{} {}", name.get(language), letters.as_str()),
            language,
        );
    }
    told
}

/// Adds to a list.
fn push(told: &mut String, part: &str, language: Language) {
    if !told.is_empty() {
        told.push_str(LIST_COMMA.get(language));
    }
    told.push_str(part);
}

/// Something counted in Arabic: CLDR's six plural forms come down to these for our nouns.
pub(super) struct Counted {
    /// Two: the dual.
    pub dual: &'static str,
    /// 3 to 10.
    pub few: &'static str,
    /// 11 to 99: the accusative singular.
    pub many: &'static str,
    /// One, and 100 and the like.
    pub one: &'static str,
}

/// A count in Arabic, with the noun in the form that the number asks for.
pub(super) fn arabic_count(count: usize, noun: &Counted) -> String {
    match (count, count % 100) {
        (1, _) => format!("{} واحد", noun.one),
        (2, _) => noun.dual.to_owned(),
        (_, 3..=10) => format!("{} {}", grouped(count), noun.few),
        (_, 11..=99) => format!("{} {}", grouped(count), noun.many),
        _ => format!("{} {}", grouped(count), noun.one),
    }
}

/// A count with its thousands parted: `1,000,000`.
#[must_use]
pub fn grouped(count: usize) -> String {
    // Nothing that is counted here comes to 2³².
    super::date::number(u32::try_from(count).unwrap_or(u32::MAX).into())
}

/// How many records were found: `3 results`.
#[must_use]
pub fn found(count: usize) -> Message {
    let noun = Counted {
        dual: "سجلان",
        few: "سجلات",
        many: "سجلاً",
        one: "سجل",
    };
    let ar = match count {
        0 => "لا سجلات".to_owned(),
        _ => arabic_count(count, &noun),
    };
    Message::new(
        ar,
        match count {
            1 => "1 record".to_owned(),
            _ => format!("{} records", grouped(count)),
        },
    )
}

/// How many problems the library has, and the key that shows them.
#[must_use]
pub fn problems(count: usize) -> Message {
    let noun = Counted {
        dual: "خطآن",
        few: "أخطاء",
        many: "خطأً",
        one: "خطأ",
    };
    Message::new(
        format!("{} في الملفات: المفتاح !", arabic_count(count, &noun)),
        match count {
            1 => "1 problem in the files: press !".to_owned(),
            _ => format!("{} problems in the files: press !", grouped(count)),
        },
    )
}

/// Nothing belongs to the item in hand; the key that shows everything.
#[must_use]
pub fn empty_linked(key: &str) -> Message {
    Message::new(
        format!("لا شيء يخص هذا البند ({}:\u{A0}الكل)", isolate(key)),
        format!("Nothing belongs to this item ({key}:\u{A0}all)"),
    )
}

/// The open reports have none of it, and something of the files could not be read.
#[must_use]
pub fn empty_with_problems(count: usize) -> Message {
    let (empty, problems) = (EMPTY_LIBRARY, problems(count));
    Message::new(
        format!("{}. {}", empty.ar, problems.ar),
        format!("{}. {}", empty.en, problems.en),
    )
}

/// A line to type in takes so many characters, and what came has been cut.
#[must_use]
pub fn line_full(longest: usize) -> Message {
    Message::new(
        format!("لا يتسع السطر لأكثر من {longest} حرفاً؛ لم يُؤخذ ما زاد"),
        format!("A line holds {longest} characters; the rest was left out"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_counts_take_the_form_of_their_number() {
        for (count, ar) in [
            (0, "لا سجلات"),
            (1, "سجل واحد"),
            (2, "سجلان"),
            (3, "3 سجلات"),
            (10, "10 سجلات"),
            (11, "11 سجلاً"),
            (100, "100 سجل"),
            (103, "103 سجلات"),
        ] {
            assert_eq!(found(count).ar, ar);
        }
    }

    #[test]
    fn a_place_is_told_in_words() {
        assert_eq!(
            place("s2/t1/r2", Language::English),
            "section 2, table 1, row 2"
        );
        assert_eq!(place("s4/b7", Language::Arabic), "القسم 4، النقطة 7");
        assert_eq!(
            place("s0/p1", Language::English),
            "head matter, paragraph 1"
        );
    }
}
