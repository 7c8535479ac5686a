//! The words for kinds, stances, statuses, roles: what the model's fixed values are called.

use super::Phrase;
use crate::report::{
    BodyKind, ContributionKind, EventKind, FateKind, InstrumentKind, ItemKind, Kind, Language,
    Mode, NominationStatus, OutcomeKind, PositionStatus, Qualifier, RecommendationKind,
    RecommendationStatus, ReportKind, Role, Stance,
};

/// Something that has a name for people.
pub trait Label {
    /// Its name in both languages.
    fn label(self) -> Phrase;
}

/// Declares the names of a type's values, one line each.
macro_rules! labels {
    ($type:ident { $($variant:ident $ar:literal $en:literal)* }) => {
        impl Label for $type {
            fn label(self) -> Phrase {
                match self {
                    $(Self::$variant => Phrase::new($ar, $en),)*
                }
            }
        }
    };
}

/// The name of a kind, for one of it.
#[must_use]
pub const fn one(kind: Kind) -> Phrase {
    match kind {
        Kind::Item => Phrase::new("بند", "item"),
        Kind::Position => Phrase::new("موقف", "position"),
        Kind::Nomination => Phrase::new("ترشيح", "nomination"),
        Kind::Recommendation => Phrase::new("توصية", "recommendation"),
        Kind::Contribution => Phrase::new("مساهمة", "contribution"),
        Kind::Outcome => Phrase::new("نتيجة", "outcome"),
        Kind::Meeting => Phrase::new("اجتماع", "meeting"),
        Kind::Event => Phrase::new("حدث", "event"),
        Kind::Figure => Phrase::new("بيان إحصائي", "figure"),
        Kind::View => Phrase::new("رأي", "view"),
        Kind::Note => Phrase::new("ملاحظة", "note"),
        Kind::Report => Phrase::new("تقرير", "report"),
        Kind::Section => Phrase::new("قسم", "section"),
        Kind::Paragraph => Phrase::new("فقرة", "paragraph"),
        Kind::Body => Phrase::new("هيئة", "body"),
        Kind::Person => Phrase::new("شخص", "person"),
        Kind::Country => Phrase::new("بلد", "country"),
        Kind::Instrument => Phrase::new("صك", "instrument"),
        Kind::Document => Phrase::new("وثيقة", "document"),
    }
}

/// The same as one says which: the label of a field, or the heading over what it holds.
#[must_use]
pub const fn the(kind: Kind) -> Phrase {
    let ar = match kind {
        Kind::Item => "البند",
        Kind::Position => "الموقف",
        Kind::Nomination => "الترشيح",
        Kind::Recommendation => "التوصية",
        Kind::Contribution => "المساهمة",
        Kind::Outcome => "النتيجة",
        Kind::Meeting => "الاجتماع",
        Kind::Event => "الحدث",
        Kind::Figure => "البيان الإحصائي",
        Kind::View => "الرأي",
        Kind::Note => "الملاحظة",
        Kind::Report => "التقرير",
        Kind::Section => "القسم",
        Kind::Paragraph => "الفقرة",
        Kind::Body => "الهيئة",
        Kind::Person => "الشخص",
        Kind::Country => "البلد",
        Kind::Instrument => "الصك",
        Kind::Document => "الوثيقة",
    };
    Phrase::new(ar, one(kind).en)
}

/// Who is put forward.
pub const NOMINEE: Phrase = Phrase::new("المرشح", one(Kind::Person).en);

impl Label for Kind {
    fn label(self) -> Phrase {
        one(self)
    }
}

/// The name of a kind for several of it, as a heading.
#[must_use]
pub const fn plural(kind: Kind) -> Phrase {
    match kind {
        Kind::Item => Phrase::new("بنود جدول الأعمال", "Agenda items"),
        Kind::Position => Phrase::new("المواقف", "Positions"),
        Kind::Nomination => Phrase::new("الترشيحات", "Nominations"),
        Kind::Recommendation => Phrase::new("التوصيات", "Recommendations"),
        Kind::Contribution => Phrase::new("المساهمات", "Contributions"),
        Kind::Outcome => Phrase::new("النتائج", "Outcomes"),
        Kind::Meeting => Phrase::new("الاجتماعات", "Meetings"),
        Kind::Event => Phrase::new("الأحداث", "Events"),
        Kind::Figure => Phrase::new("البيانات الإحصائية", "Figures"),
        Kind::View => Phrase::new("الآراء", "Views"),
        Kind::Note => Phrase::new("الملاحظات", "Notes"),
        Kind::Report => Phrase::new("التقارير", "Reports"),
        Kind::Section => Phrase::new("الأقسام", "Sections"),
        Kind::Paragraph => Phrase::new("الفقرات", "Paragraphs"),
        Kind::Body => Phrase::new("الهيئات", "Bodies"),
        Kind::Person => Phrase::new("الأشخاص", "People"),
        Kind::Country => Phrase::new("البلدان", "Countries"),
        Kind::Instrument => Phrase::new("القرارات والصكوك", "Instruments"),
        Kind::Document => Phrase::new("الوثائق", "Documents"),
    }
}

labels! { Stance {
    Support "تأييد" "support"
    Oppose "معارضة" "oppose"
    Amend "تعديل" "amend"
    Defer "إرجاء" "defer"
    Neutral "حياد" "neutral"
} }

/// The sign that goes with a stance, so that it never hangs on colour alone. Each is one column.
#[must_use]
pub const fn stance_sign(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "+",
        Stance::Oppose => "−",
        Stance::Amend => "±",
        Stance::Defer => "»",
        Stance::Neutral => "=",
    }
}

labels! { PositionStatus {
    Draft "مسودة" "draft"
    Agreed "متفق عليه" "agreed"
    Delivered "قُدِّم" "delivered"
    Superseded "حلّ محله غيره" "superseded"
    Withdrawn "مسحوب" "withdrawn"
    Deferred "مُرجأ" "deferred"
} }

labels! { ItemKind {
    AgendaItem "بند" "agenda item"
    Topic "موضوع" "topic"
} }

labels! { RecommendationKind {
    Recommendation "توصية" "recommendation"
    Instruction "تكليف" "instruction"
    Request "طلب" "request"
    Invitation "دعوة" "invitation"
} }

labels! { RecommendationStatus {
    Open "لم تُنفَّذ بعد" "open"
    InProgress "قيد التنفيذ" "in progress"
    Done "نُفِّذت" "done"
    Dropped "صُرف النظر عنها" "dropped"
} }

labels! { ContributionKind {
    Contribution "مساهمة" "contribution"
    WorkingPaper "ورقة عمل" "working paper"
    Proposal "مقترح" "proposal"
    Report "تقرير" "report"
    Activity "نشاط" "activity"
} }

labels! { FateKind {
    Reflected "أُخذ به" "reflected"
    Partly "أُخذ به جزئياً" "partly reflected"
    NotReflected "لم يُؤخذ به" "not reflected"
    Deferred "أُرجئ" "deferred"
} }

labels! { Role {
    Chair "رئيس" "chair"
    CoChair "رئيس مشارك" "co-chair"
    ViceChair "نائب رئيس" "vice-chair"
    Representative "ممثل" "representative"
    Member "عضو" "member"
    Rapporteur "مقرر" "rapporteur"
    Coordinator "منسق" "coordinator"
    Facilitator "ميسّر" "facilitator"
    CoFacilitator "ميسّر مشارك" "co-facilitator"
    Partner "شريك" "partner"
    Head "رئيس العمل" "head"
    Secretariat "أمانة" "secretariat"
    Speaker "متحدث" "speaker"
    Host "مضيف" "host"
} }

/// What a field of the model is called, for the lists of what is inferred or not known; the word
/// itself where it has no name for people.
#[must_use]
pub fn field(name: &str, language: crate::report::Language) -> &str {
    let phrase = match name {
        "title" => super::ui::TITLE,
        "date" => super::ui::DATE,
        "due" => super::ui::DUE,
        "document" => the(Kind::Document),
        "session" => super::ui::SESSION,
        "author" => super::ui::AUTHOR,
        "addressee" => super::ui::ADDRESSEE,
        "to" => super::ui::TO_ACT,
        "by" => super::ui::BY,
        "of" => super::ui::ANSWERS,
        "item" | "items" => the(Kind::Item),
        "status" => super::ui::STATUS,
        "stance" => super::ui::STANCE,
        "kind" => super::ui::SORT,
        "role" => super::ui::ROLE,
        "result" => super::ui::RESULT,
        "country" => the(Kind::Country),
        "body" => the(Kind::Body),
        "person" => the(Kind::Person),
        "place" => super::ui::PLACE,
        "number" => super::ui::NUMBER,
        "name" => Phrase::new("الاسم", "name"),
        "urls" => super::ui::ADDRESS,
        "total" => super::ui::TOTAL,
        "adds_up_to" => super::ui::ADDS_UP_TO,
        "text" => Phrase::new("النص", "text"),
        "refs" => Phrase::new("المراجع", "references"),
        "see" => Phrase::new("الإحالات", "related records"),
        "issuer" => super::ui::ISSUER,
        "mode" => super::ui::MANNER,
        "id" => super::form::ID,
        "sic" => super::ui::SIC,
        "src" => super::ui::SOURCE,
        "position" => the(Kind::Position),
        "views" => plural(Kind::View),
        "notes" => plural(Kind::Note),
        "recommendations" => plural(Kind::Recommendation),
        "sections" => plural(Kind::Section),
        "paragraphs" | "points" => plural(Kind::Paragraph),
        "attendance" => super::ui::PARTICIPANTS,
        "inferred" => super::ui::INFERRED,
        "shares" | "shares.label" => Phrase::new("الحصص", "shares"),
        other => return other,
    };
    phrase.get(language)
}

labels! { NominationStatus {
    Proposed "مقترح" "proposed"
    Submitted "قُدِّم" "submitted"
    Elected "منتخب" "elected"
    InOffice "يشغل المنصب" "in office"
    Withdrawn "مسحوب" "withdrawn"
} }

labels! { OutcomeKind {
    Approval "موافقة" "approval"
    Noted "أخذ العلم" "noted"
    Decision "قرار" "decision"
    Instruction "تكليف" "instruction"
    Request "طلب" "request"
    Agreement "اتفاق" "agreement"
    Postponement "تأجيل" "postponement"
    Result "ناتج" "result"
} }

labels! { Mode {
    InPerson "حضوري" "in person"
    Virtual "افتراضي" "virtual"
    Hybrid "مختلط" "hybrid"
    Correspondence "بالمراسلة" "by correspondence"
} }

labels! { EventKind {
    Conference "مؤتمر" "conference"
    Forum "منتدى" "forum"
    Consultation "مشاورة" "consultation"
    Launch "إطلاق" "launch"
    Publication "إصدار" "publication"
    Decision "قرار" "decision"
    Deadline "موعد نهائي" "deadline"
    Period "فترة" "period"
    Day "يوم" "day"
} }

labels! { Qualifier {
    About "حوالي" "about"
    MoreThan "أكثر من" "more than"
    LessThan "أقل من" "less than"
    AtLeast "ما لا يقل عن" "at least"
    AtMost "ما لا يزيد على" "at most"
} }

labels! { Language {
    Arabic "العربية" "Arabic"
    English "الإنكليزية" "English"
} }

labels! { ReportKind {
    GroupReport "تقرير مجموعة" "group report"
    SecretaryGeneralReport "تقرير الأمين العام" "Secretary-General's report"
    DirectorReport "تقرير مدير مكتب" "director's report"
} }

labels! { BodyKind {
    Organization "منظمة" "organization"
    Unit "وحدة" "unit"
    Conference "مؤتمر" "conference"
    Group "فريق" "group"
    Post "منصب" "post"
    RegionalGroup "مجموعة إقليمية" "regional group"
    Programme "برنامج" "programme"
    Government "جهة حكومية" "government body"
    Private "جهة غير حكومية" "non-governmental body"
    Collective "جماعة" "collective"
} }

labels! { InstrumentKind {
    Resolution "قرار" "resolution"
    Decision "مقرر" "decision"
    Recommendation "توصية" "recommendation"
    Declaration "إعلان" "declaration"
    Plan "خطة" "plan"
    Agreement "اتفاق" "agreement"
    Order "أمر إداري" "order"
    Guidelines "مبادئ توجيهية" "guidelines"
    Other "نص" "text"
} }
