//! The words that large libraries are made of: the field's own in both languages first, then words
//! made by the rules of each language, so that there are as many as a large library has.

use super::random::Random;

/// Words of reports to and from the Council, frequent ones first.
pub const ARABIC: &str = "في من على إلى بشأن عن مع أن التي لعام الاتحاد القرار المجلس اتصالات مؤتمر \
فريق العمل المعلومات تكنولوجيا الدول الأعضاء لجنة مقترح مساهمة الأمين العام تنفيذ المراجَع دولي قطاع \
تنمية تقييس راديوية مندوبين مفوضين بند وثيقة تقرير مشروع ميزانية مالية خطة استراتيجية تشغيلية مبنى \
مقر مساحة تعاون تنسيق شراكة موارد تعبئة نواتج قمة عالمية مجتمع أمم متحدة أهداف مستدامة جدول أعمال \
دورة اجتماع جلسة رئيس نائب ترشيح مرشح انتخاب عضوية توصية إجراء طلب موقف تأييد معارضة تعديل تأجيل \
اعتماد موافقة قرار مقرر لوائح خبراء استعراض مراجعة تقييم مؤشر قياس إحصاء بيانات رقمية تحول فجوة \
نفاذ شمول نساء شباب أشخاص إعاقة بناء قدرات تدريب أكاديمية ابتكار ذكاء اصطناعي أمن سيبراني ثقة \
أطفال حماية طوارئ كوارث مناخ بيئة طاقة ترددات طيف سواتل مدار شبكات نطاق عريض جيل خامس بنية تحتية \
تمويل صندوق مساهمات متأخرات ديون نفقات إيرادات فرنك سويسري دولار منح رعاية مراجع حسابات رقابة تدقيق \
أخلاقيات موارد بشرية موظفون معاشات تأمين لغات ترجمة عربية إنكليزية فرنسية إسبانية روسية صينية مكاتب \
إقليمية حضور منطقة وزراء إدارات هيئات تنظيم مشغلون صناعة أوساط منظمات مجموعة أفريقيا أوروبا آسيا \
محيط أمريكا كومنولث مستقلة معرض منتدى حلقة ندوة يوم عالمي موضوع جائزة احتفال مذكرة تفاهم اتفاق \
بروتوكول اتفاقية دستور إعلان بيان ختامي نتائج متابعة رصد توجيه إطار سياسة مبادئ معايير أفضل ممارسات \
مسألة دراسة ورقة نص صياغة فقرة ملحق إضافة تصويب نسخة ترميز نشر إتاحة موقع إلكتروني وسائل إعلام \
جمهور شفافية مساءلة كفاءة فعالية إصلاح هيكل حوكمة إدارة مخاطر استمرارية أولويات نتيجة ناتج";

pub const ENGLISH: &str = "the of and to in for on council union resolution report group working \
information telecommunication technology member states committee proposal contribution secretary \
general implementation revised international sector development standardization radiocommunication \
plenipotentiary conference item document project budget financial plan strategic operational building \
headquarters premises cooperation coordination partnership resource mobilization outcomes summit world \
society united nations sustainable goals agenda session meeting chair vice nomination candidate election \
membership recommendation action request position support oppose amend defer adoption approval decision \
regulations expert review evaluation index measurement statistics data digital transformation divide \
access inclusion women youth persons disabilities capacity training academy innovation artificial \
intelligence cybersecurity confidence child protection emergency disaster climate environment energy \
frequency spectrum satellite orbit network broadband generation infrastructure funding fund arrears debt \
expenditure revenue franc dollar grant sponsorship audit oversight ethics human staff pension insurance \
languages translation arabic english french spanish russian chinese offices regional presence area \
ministers administrations authorities regulators operators industry academia organizations africa europe \
asia pacific americas commonwealth exhibition forum workshop seminar day theme award celebration \
memorandum understanding agreement protocol convention constitution declaration statement final follow \
monitoring guidance framework policy principles criteria best practices question study paper text draft \
paragraph annex addendum corrigendum version publication website media public transparency \
accountability efficiency effectiveness reform structure governance management risk continuity";

/// Given names and family names, in both spellings.
pub const NAMES: [(&str, &str); 40] = [
    ("شهيرة", "Shahira"),
    ("سليم", "Selim"),
    ("هند", "Hend"),
    ("أحمد", "Ahmed"),
    ("خالد", "Khaled"),
    ("فاطمة", "Fatima"),
    ("منى", "Mona"),
    ("سارة", "Sara"),
    ("يوسف", "Youssef"),
    ("إبراهيم", "Ibrahim"),
    ("عبدالله", "Abdullah"),
    ("ناصر", "Nasser"),
    ("ليلى", "Layla"),
    ("عمر", "Omar"),
    ("حسن", "Hassan"),
    ("مريم", "Maryam"),
    ("طارق", "Tariq"),
    ("نورة", "Noura"),
    ("سعيد", "Saeed"),
    ("كريم", "Karim"),
    ("الحربي", "Al-Harbi"),
    ("الكواري", "Al-Kuwari"),
    ("بن حجي", "Benhajji"),
    ("المنصوري", "Al-Mansouri"),
    ("الزعابي", "Al-Zaabi"),
    ("بوغزالة", "Boughazala"),
    ("العتيبي", "Al-Otaibi"),
    ("مصطفى", "Mustafa"),
    ("حداد", "Haddad"),
    ("خوري", "Khoury"),
    ("الشامسي", "Al-Shamsi"),
    ("بناني", "Bennani"),
    ("التونسي", "Tounsi"),
    ("الجزيري", "Jaziri"),
    ("الراشد", "Al-Rashed"),
    ("النعيمي", "Al-Nuaimi"),
    ("سالم", "Salem"),
    ("عيسى", "Issa"),
    ("رمضان", "Ramadan"),
    ("شريف", "Sherif"),
];

const CONSONANTS: [&str; 26] = [
    "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ع", "غ", "ف", "ق",
    "ك", "ل", "م", "ن", "ه", "و", "ي",
];
/// Patterns of Arabic words over a root of three letters, which stand as 1 2 3.
const PATTERNS: [&str; 24] = [
    "123",
    "م12و3",
    "1ا2ة3",
    "ت12ي3",
    "1ا2 3",
    "ا12ا3",
    "1ي2ي3",
    "م1ا23ة",
    "ت1ا2 3",
    "ا1ت2ا3",
    "است1 2ا3",
    "12ي3",
    "12ا3",
    "12و3",
    "م12 3",
    "12ا3ة",
    "12ي3ة",
    "م1 2ّ3",
    "ا1 2ا3",
    "ان1 2ا3",
    "12 3ات",
    "م12و3ات",
    "ت12ي3ات",
    "1ا2 3ين",
];
const ENDINGS: [&str; 12] = [
    "", "", "", "ة", "ات", "ين", "ون", "ي", "ية", "ها", "هم", "ان",
];
const SYLLABLES: [&str; 40] = [
    "ba", "con", "de", "fi", "gra", "ho", "in", "ja", "ko", "la", "mi", "nor", "op", "pre", "qua",
    "re", "sta", "tri", "ul", "ver", "wi", "za", "ter", "men", "li", "ca", "po", "ri", "san", "du",
    "el", "for", "gen", "ar", "tu", "ne", "bo", "cer", "mo", "ph",
];
const SUFFIXES: [&str; 14] = [
    "tion", "ment", "ity", "ing", "ed", "er", "al", "ic", "ive", "ance", "ism", "s", "ous", "ly",
];

/// A word of the Arabic vocabulary by its rank, without clitics.
pub fn arabic(rank: usize, base: &[&str]) -> String {
    if let Some(word) = base.get(rank) {
        return (*word).to_owned();
    }
    let mut random = Random::new(rank as u64 * 2 + 1);
    let root = [(); 3].map(|()| random.of(&CONSONANTS));
    let mut word = String::new();
    for letter in random.of(&PATTERNS).chars() {
        match letter {
            '1' => word.push_str(root[0]),
            '2' => word.push_str(root[1]),
            '3' => word.push_str(root[2]),
            ' ' | 'ّ' => {}
            other => word.push(other),
        }
    }
    word.push_str(random.of(&ENDINGS));
    word
}

/// A word of the English vocabulary by its rank.
pub fn english(rank: usize, base: &[&str]) -> String {
    if let Some(word) = base.get(rank) {
        return (*word).to_owned();
    }
    let mut random = Random::new(rank as u64 * 2);
    let mut word = String::new();
    for _ in 0..2 + random.below(2) {
        word.push_str(random.of(&SYLLABLES));
    }
    word.push_str(random.of(&SUFFIXES));
    word
}
