//! Words of the field that stand for each other: a line a thing.

/// The same thing in other words, always: the months as they are called in Egypt and the Gulf, in
/// the Levant and in the Maghreb; what is done and who does it.
pub(super) const SAME: &str = "
يناير جانفي
فبراير شباط فيفري
مارس آذار
أبريل نيسان أفريل
مايو أيار ماي
يونيو حزيران جوان يونية
يوليو تموز جويلية يولية
أغسطس آب أوت غشت
سبتمبر أيلول شتنبر
أكتوبر تشرين
نوفمبر نونبر تشرين
ديسمبر دجنبر
january jan
february feb
april apr
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec
فقرة فقرات paragraph paragraphs
ترأس ترأست يترأس تترأس يرأس رئيس رئيسة رئاسة
بن ابن بنت
ben bin bint bent ibn
اتفق اتفقت اتفقنا اتفقوا متفق
agree agrees agreed
اجتماع اجتماعات يجتمع تجتمع اجتمع اجتمعت اجتمعنا
مساهمة مساهمات تساهم ساهم ساهمت ساهمنا
توصية توصيات أوصى أوصت أوصينا يوصي توصي
ترشيح ترشيحات رشح رشحت رشحنا ترشح يرشح مرشح مرشحون مرشحين مرشحة مرشحات
مؤجل مؤجلة مؤجلات مرجأ مرجأة أرجئ أرجئت تأجل تأجلت إرجاء تأجيل
chair chairs chaired chairing
lead leads leader leaders
nomination nominations nominate nominated nominates nominating nominee nominees candidate candidates candidacy candidacies candidature candidatures
recommendation recommend recommended recommends
contribution contribute contributed contributes
meeting meet meets met
euro euros eur
dollar dollars usd
franc francs chf
";

/// Words that say just the same, in the same gender and number: each is nearly the other as it was typed.
pub(super) const TWINS: [(&str, &str); 2] = [("قادم", "مقبل"), ("قادمة", "مقبلة")];

/// Abbreviations: the word in full first.
pub(super) const SHORT: &str = "
resolution res resol
decision dec
recommendation rec
document doc
addendum add
annex anx
article art
meeting mtg
government govt
secretariat secr
department dept
";

/// What is cited by its number, as it is called in English and in Arabic: thought of where the English
/// word, or its abbreviation, is found nearly nowhere.
pub(super) const CITED: [(&str, &str); 6] = [
    ("resolution", "قرار"),
    ("decision", "مقرر"),
    ("recommendation", "توصية"),
    ("document", "وثيقة"),
    ("article", "مادة"),
    ("annex", "ملحق"),
];

/// What people say for a thing that the documents call otherwise; thought of where a word is found
/// nearly nowhere.
pub(super) const LOOSE: &str = "
قسم قطاع فقرة
section paragraph chapter
صناعي اصطناعي
رسم مساهمة اشتراك
نفاية مخلف مخلفات
تدوير recycling recycled recycle
بناية مبنى عمارة بناء
تعيين ترشيح
تسليم تقديم إرسال
متبرع مانح راعي رعاية منحة تبرع
donor sponsor sponsorship grant
money funding fund financial
raise raised mobilize mobilized mobilization
قانون لائحة نظام
لقاء اجتماع جلسة دورة
تأخير تأجيل إرجاء
حاسوب كمبيوتر
سكرتارية أمانة
سكرتير أمين
مندوب ممثل
وكيل نائب
هيئة منظمة وكالة
كورونا كوفيد covid corona coronavirus
معيار مقياس مواصفة
تقييس توحيد
نفقة مصروف مصاريف
إيراد دخل عائد
موازنة ميزانية
بلد دولة قطر
تطوير تنمية
عون مساعدة دعم
امرأة نساء مرأة سيدة
معاق إعاقة
إنترنت شبكة
فيديو مرئي
مقترح اقتراح اقترح اقترحت اقترحها
حضر حضرت حضور شارك شاركت مشارك مشاركة
استعراض مراجعة
خارطة خريطة
ائتلاف تحالف
عهد اتفاق ميثاق
fee due contribution
building premises headquarters
delegate representative councillor
chairman chairperson chairwoman chair lead leads leader
academia academic academics
postponement deferral delay
session meeting
lead led leading
waste scrap
woman gender
agreement compact pact
online internet
coalition alliance
reform improvement
election electoral elect
أقمار سواتل ساتل فضاء
satellite space
attend attended attendance participate participated participation
next upcoming forthcoming
قادم مقبل
سيبراني سايبر cyber
egypt egyptian
morocco moroccan
switzerland swiss
france french
germany german
china chinese
japan japanese
korea korean
spain spanish
sweden swedish
turkey turkish turkiye
lebanon lebanese
sudan sudanese
yemen yemeni
iraq iraqi
oman omani
britain british kingdom
";
