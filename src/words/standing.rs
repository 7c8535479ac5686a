//! How people say how far something has come, and what a position or an outcome says: the labels
//! apart, which stand in [`label`](super::label).

use super::Phrase;
use crate::report::{
    NominationStatus, OutcomeKind, PositionStatus, RecommendationStatus, Stance, Stand, Status,
};

/// What is to be done and was not by its day: no status that a file has, but one by the day on which
/// it is asked for.
pub const OVERDUE: [&str; 6] = [
    "overdue",
    "متأخر",
    "متأخرة",
    "متأخرات",
    "متأخرون",
    "متأخرين",
];

/// What is put in for it.
pub const LATE: Phrase = Phrase::new("متأخرة", "overdue");

/// What narrowing to that is called, as [`Status::name`] calls the others.
pub const OVERDUE_RECOMMENDATION: Phrase = Phrase::new("توصية متأخرة", "overdue recommendation");

/// What people call a status besides its label.
#[must_use]
pub const fn also_status(status: Status) -> &'static [&'static str] {
    match status {
        Status::Position(status) => match status {
            PositionStatus::Draft => &["drafting", "قيد الصياغة"],
            PositionStatus::Agreed => &[
                "agree",
                "متفق",
                "متفقة",
                "متفق عليها",
                "اتُّفق عليه",
                "موافق عليه",
            ],
            PositionStatus::Delivered => &["presented", "مقدم", "مقدمة", "قُدِّمت", "أُلقي"],
            PositionStatus::Superseded => &["replaced", "مستبدل", "استُبدل"],
            PositionStatus::Withdrawn => &["withdrew", "سُحب", "مسحوبة"],
            PositionStatus::Deferred => &[
                "postponed",
                "put off",
                "مؤجل",
                "مؤجلة",
                "مرجأ",
                "مرجأة",
                "أُرجئ",
            ],
        },
        Status::Nomination(status) => match status {
            NominationStatus::Proposed => &["nominated", "مقترحة", "مرشح", "مرشحة", "اقتُرح"],
            NominationStatus::Submitted => &["sent", "مقدم", "مقدمة", "أُرسل", "مرسل"],
            NominationStatus::Elected => &[
                "appointed",
                "chosen",
                "منتخبة",
                "انتُخب",
                "انتُخبت",
                "معين",
                "معينة",
            ],
            NominationStatus::InOffice => &[
                "incumbent",
                "current",
                "serving",
                "holds office",
                "في المنصب",
                "شاغل",
                "حالي",
                "حالية",
                "قائم",
            ],
            NominationStatus::Withdrawn => &["withdrew", "سُحب", "مسحوبة", "انسحب"],
        },
        Status::Recommendation(status) => match status {
            RecommendationStatus::Open => &[
                "outstanding",
                "pending",
                "not done",
                "to do",
                "مفتوح",
                "مفتوحة",
                "معلق",
                "معلقة",
                "لم تنفذ",
                "لم ينفذ",
            ],
            RecommendationStatus::InProgress => &[
                "ongoing",
                "under way",
                "underway",
                "doing",
                "started",
                "جار",
                "جارية",
                "قيد التنفيذ",
                "مستمر",
                "مستمرة",
            ],
            RecommendationStatus::Done => &[
                "completed",
                "complete",
                "implemented",
                "finished",
                "closed",
                "منفذ",
                "منفذة",
                "نُفِّذ",
                "منجز",
                "منجزة",
                "مكتمل",
                "مكتملة",
                "تم",
                "تمت",
            ],
            RecommendationStatus::Dropped => &[
                "cancelled",
                "canceled",
                "abandoned",
                "ملغى",
                "ملغاة",
                "متروك",
                "صُرف النظر عنه",
            ],
        },
    }
}

/// What people call it besides its label.
#[must_use]
pub const fn also_stand(stand: Stand) -> &'static [&'static str] {
    match stand {
        Stand::Stance(stance) => match stance {
            Stance::Support => &[
                "supported",
                "supports",
                "in favour",
                "مؤيد",
                "مؤيدة",
                "نؤيد",
                "دعم",
            ],
            Stance::Oppose => &[
                "opposed",
                "opposes",
                "against",
                "objection",
                "opposition",
                "معارض",
                "معارضة",
                "نعارض",
                "اعتراض",
                "رفض",
                "ضد",
            ],
            Stance::Amend => &[
                "amended",
                "amends",
                "amendment",
                "with changes",
                "معدل",
                "معدلة",
                "نعدل",
                "مع تعديل",
            ],
            // What was put off itself is deferred: a status.
            Stance::Defer => &["defers", "postpone", "تأجيل"],
            Stance::Neutral => &["abstain", "abstained", "محايد", "محايدة", "امتناع"],
        },
        Stand::Outcome(kind) => match kind {
            OutcomeKind::Approval => &["approved", "approve", "موافق عليه", "أُقر", "اعتُمد"],
            OutcomeKind::Noted => &[
                "took note",
                "taken note of",
                "note taken",
                "أحاط علماً",
                "يحيط علماً",
                "أخذ علماً",
                "أحيط علماً",
                "الإحاطة علماً",
            ],
            OutcomeKind::Decision => &["decided", "تقرر", "مقرر"],
            OutcomeKind::Instruction => &["instructed", "مكلف", "كُلِّف"],
            OutcomeKind::Request => &["requested", "مطلوب", "طُلب"],
            OutcomeKind::Agreement => &["اتفاق"],
            OutcomeKind::Postponement => &[
                "postponed",
                "postpone",
                "deferred",
                "defer",
                "مؤجل",
                "مؤجلة",
                "مرجأ",
                "إرجاء",
                "أُرجئ",
                "تأجل",
                "تأجلت",
            ],
            OutcomeKind::Result => &["resulted", "ناتج", "نتيجة"],
        },
    }
}
