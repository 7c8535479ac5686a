//! Ordinary words that are spelt right, whatever stands in the texts: an objection is no objective with a slip, nor
//! a translation a transition. What the texts have, or another list of the vocabulary, need not stand here; the
//! forms that rules give of a word are known with it.

use super::{clitic, forms, symbols};
use crate::search::few::Few;
use std::sync::LazyLock;

/// Ordinary words, and whether the other language has them by their sound too.
static ORDINARY: LazyLock<Few<bool>> = LazyLock::new(|| {
    let lists = [(ENGLISH, false), (ARABIC, false), (LOANS, true)];
    let words = lists.iter().flat_map(|(words, is_loan)| {
        let words = words.split_whitespace();
        words.map(move |word| (symbols(word), *is_loan))
    });
    words.collect()
});

/// Whether an ordinary word, with or without its article, in one of its forms, is in the other language by its
/// sound; none where it is no ordinary word.
pub(super) fn is_loan(word: &[u8]) -> Option<bool> {
    let bare = clitic::article(word).and_then(|at| word.get(at..));
    let of = |word: &[u8]| {
        let mut forms = forms(word).into_iter();
        let known = ORDINARY.get(word).copied();
        known.or_else(|| forms.find_map(|form| ORDINARY.get(&form).copied()))
    };
    bare.and_then(of).or_else(|| of(word))
}

/// Whether a folded word is an ordinary one of its own language only: no word of the other sounds so.
pub(in crate::search) fn is_of_one_language(word: &[u8]) -> bool {
    is_loan(word) == Some(false)
}

/// In English.
const ENGLISH: &str = "
objection opposition opponent dissent reservation abstention abstain quorum rebuttal rejection refusal
compromise consensus concession amendment motion ballot seconded tabled rapporteur credentials proxy unanimous
unanimity majority minority plurality adjournment suspension intervention caucus lobby bloc ally rival boycott
sanction embargo treaty accession ratification depositary signatory sovereignty territory border conflict
war peace ceasefire defence defense terrorism crime fraud corruption bribery lawsuit court tribunal
arbitration dispute complaint appeal penalty fine punishment offence verdict lawyer attorney notary
protest condemnation ultimatum warning threat hostility neutrality independence occupation
money raise raised salary wage pension leave vacation holiday contract tender procurement vendor supplier invoice receipt debt debtor
creditor loan mortgage interest currency tax tariff customs duty subsidy
donation donor sponsor charity profit bankruptcy auction wealth poverty merchant retail wholesale discount
refund deposit withdrawal cheque check cash credit debit asset liability insurance rent lease tenant landlord
hunger famine drought flood earthquake storm hurricane fire refugee migrant migration passport
airport flight ticket luggage baggage lunch dinner breakfast reception badge parking
elevator lift corridor cloakroom microphone interpreter translation translator interpretation headset verbatim
transcript podium gavel usher
hospital clinic vaccine vaccination pandemic epidemic disease medicine medication nurse patient surgery
cancer diabetes tuberculosis
teacher pupil exam dictionary grammar spelling newspaper magazine journalist broadcast
broadcaster photograph printer password username firewall malware hacker phishing
ransomware encryption drone rocket tower
backup battery solar nuclear oil water sanitation sewage farmer farming crop wheat fishing
fishery forest desert ocean river mountain island valley weather temperature rain snow wind emission
pollution rubbish garbage landfill
religion mosque temple elderly marriage divorce father mother brother sister husband wife son daughter
cousin uncle aunt neighbour neighbor guest friend enemy stranger citizen nationality
sport music theatre theater tourism tourist restaurant kitchen
apology delay absence illness funeral condolence gratitude farewell retirement resignation dismissal recruitment
vacancy interview applicant employee employer colleague supervisor assistant clerk driver guard
princess throne senator congress ministry embassy consulate ambassador
attache envoy etiquette courtesy ceremony anthem flag
engineer scientist researcher inventor patent trademark copyright licence license permit
train tram car truck ship boat port harbour harbor railway road tunnel traffic
window door roof wall floor table chair desk lamp carpet curtain
morning evening night yesterday tomorrow weekend month spring summer autumn winter
yellow purple orange
happy angry tired afraid proud jealous honest brave lazy
borrow lend steal forget remember refuse obey forbid forgive promise swear deny confess
translate translated translating printed printing copied sworn borrowed stolen forgotten
";

/// In Arabic, without the article.
const ARABIC: &str = "
اعتراض معترض معارض نقض تحفظ تحفظات امتناع ممتنع نصاب رفض رافض تنازل تسوية إجماع أغلبية أكثرية أقلية تصويت اقتراع
سيادة سري علني تثنية مداخلة مرافعة حليف حلفاء خصم خصوم مقاطعة عقوبة عقوبات حظر معاهدة معاهدات انضمام تصديق
حدود نزاع حرب حروب هدنة دفاع إرهاب جريمة جرائم احتيال فساد رشوة دعوى محكمة قضاء تحكيم خلاف شكوى شكاوى
استئناف غرامة محام محامي احتجاج استنكار إدانة شجب إنذار تهديد حياد استقلال احتلال انسحاب
راتب رواتب أجر أجور معاش تقاعد إجازة عطلة عقد عقود مناقصة مشتريات مورد فاتورة فواتير إيصال دين ديون دائن مدين
قرض قروض رهن فائدة مصرف عملة عملات ضريبة ضرائب جمارك إعانة تبرع تبرعات ربح أرباح خسارة
إفلاس مزاد ثروة تاجر خصومات إيداع سحب شيك نقد أصول إيجار مستأجر
جوع مجاعة جفاف فيضان زلزال عاصفة حريق لاجئ مهاجر هجرة تأشيرة تأشيرات مطار مطارات فندق فنادق طيران تذكرة سفر
أمتعة غداء عشاء فطور قهوة شارة مصعد مترجم ترجمة ترجمات سماعة تفريغ منصة
طبيب أطباء مستشفى عيادة لقاح لقاحات وباء أوبئة مرض أمراض دواء أدوية ممرض مريض جراحة سرطان سكري
مدرسة معلم امتحان شهادة قاموس معجم نحو إملاء جريدة جرائد مجلة صحفي صحافة إذاعة طابعة مرور دخول
جدار قرصنة تشفير مسيرة صاروخ هوائي برج أبراج ألياف خادم خوادم تخزين كهرباء بطارية
شمسي نفط مياه صرف مزارع محصول قمح أرز صيد غابة غابات صحراء محيط محيطات نهر أنهار بحيرة جبل جبال
وادي طقس حرارة مطر ثلج رياح انبعاث انبعاثات تلوث قمامة
مسجد مساجد كنيسة معبد مسنون زواج طلاق أسرة أسر أب أم أخ أخت زوج زوجة ابن ابنة جار جيران ضيف ضيوف صديق عدو غريب
مواطن جنسية
كرة رياضة مسرح متحف تراث سياحة سائح مطعم مطبخ
اعتذار غياب عزاء تعزية تهنئة تهاني ترحيب وداع استقالة إقالة ترقية شاغر مقابلة متقدم زميل مشرف كاتب سائق حارس
سفارة ملحق مبعوث مراسم نشيد أعلام
مهندس باحث مخترع براءة ترخيص تصريح
قطار حافلة سيارة شاحنة سفينة قارب ميناء طريق جسر نفق
نافذة باب سقف جدران أرضية كرسي مكتب مصباح سجادة ستارة
صباح مساء ليل أمس غد أسبوع شهر صيف خريف شتاء
أخضر أصفر أسود أبيض بني برتقالي فضي ذهبي أحمر أزرق
غاضب متعب خائف فخور شجاع كسول
استعار سرق نسي تذكر رفضت أطاع منع وعد أقسم أنكر اعترف
استفسار توضيح توضيحات جواب أجوبة سؤال أسئلة مهلة
أريد تريد يريد نريد أراد أرادت يريدون تطلب يطلب نطلب
";

/// Those that the other language has by their sound.
const LOANS: &str = "
veto protocol euro dollar dirham riyal dinar pound tsunami visa hotel taxi coffee tea doctor malaria diploma
television camera laptop scanner virus blockchain bitcoin robot missile antenna fibre fiber cable modem router
server gas petrol carbon plastic football museum emperor parliament consul diplomat
diplomacy bus درهم ريال دينار جنيه ميكروفون تلفزيون كاميرا فيروس روبوت كبل كبلات مودم نووي غاز بنزين
كربون بلاستيك موسيقى برلمان قنصلية قنصل دبلوماسي دبلوماسية
";
