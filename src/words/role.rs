//! Roles as they are said of a person: of a woman, in a body, and as people type them.

use super::{Phrase, label::Label};
use crate::report::{Language, Role};

/// What a woman is called in a role, in Arabic; English does not tell.
#[must_use]
pub const fn feminine(role: Role) -> Phrase {
    match role {
        Role::Chair => Phrase::new("رئيسة", "chair"),
        Role::CoChair => Phrase::new("رئيسة مشاركة", "co-chair"),
        Role::ViceChair => Phrase::new("نائبة رئيس", "vice-chair"),
        Role::Representative => Phrase::new("ممثلة", "representative"),
        Role::Member => Phrase::new("عضوة", "member"),
        Role::Rapporteur => Phrase::new("مقررة", "rapporteur"),
        Role::Coordinator => Phrase::new("منسقة", "coordinator"),
        Role::Facilitator => Phrase::new("ميسّرة", "facilitator"),
        Role::CoFacilitator => Phrase::new("ميسّرة مشاركة", "co-facilitator"),
        Role::Partner => Phrase::new("شريكة", "partner"),
        Role::Head => Phrase::new("رئيسة العمل", "head"),
        Role::Secretariat => Phrase::new("أمينة", "secretariat"),
        Role::Speaker => Phrase::new("متحدثة", "speaker"),
        Role::Host => Phrase::new("مضيفة", "host"),
    }
}

/// What a role is called, of a woman or not.
#[must_use]
pub fn role(role: Role, woman: bool) -> Phrase {
    match woman {
        true => feminine(role),
        false => role.label(),
    }
}

/// A role in a body: in Arabic the noun in the construct state (نائبة رئيس فريق الخبراء), or with the
/// preposition that it takes (عضو في فريق، رئيس مشارك لفريق).
#[must_use]
pub fn in_body(of: Role, woman: bool, body: &str, language: Language) -> String {
    let called = role(of, woman).get(language);
    match (language, of) {
        (Language::English, _) => format!("{called}, {body}"),
        (Language::Arabic, Role::Member | Role::Partner | Role::Representative | Role::Speaker) => {
            format!("{called} في {body}")
        }
        (Language::Arabic, Role::CoChair | Role::CoFacilitator) => {
            format!("{called} {}", for_whom(body))
        }
        // Whose work it is, is the body itself.
        (Language::Arabic, Role::Head) => {
            let called = role(Role::Chair, woman).get(language);
            format!("{called} {body}")
        }
        (Language::Arabic, _) => format!("{called} {body}"),
    }
}

/// What is held in a body, in Arabic, of one who may be a woman or a man: the work and not who does it.
#[must_use]
pub fn of_either(of: Role, body: &str) -> String {
    let work = match of {
        Role::Chair | Role::Head => "رئاسة",
        Role::CoChair => "المشاركة في رئاسة",
        Role::ViceChair => "نيابة رئاسة",
        Role::Representative => "التمثيل في",
        Role::Member => "عضوية",
        Role::Rapporteur => "مهمة المقرر في",
        Role::Coordinator => "تنسيق أعمال",
        Role::Facilitator => "تيسير أعمال",
        Role::CoFacilitator => "المشاركة في تيسير أعمال",
        Role::Partner => "الشراكة في",
        Role::Secretariat => "أمانة",
        Role::Speaker => "إلقاء كلمة في",
        Role::Host => "استضافة",
    };
    format!("{work} {body}")
}

/// A name behind the preposition لـ, which takes the alif of the article: لجنة، للجنة، للمجلس.
fn for_whom(name: &str) -> String {
    match name.strip_prefix("ال") {
        Some(rest) if rest.starts_with('ل') => format!("ل{rest}"),
        Some(rest) => format!("لل{rest}"),
        None if name.starts_with(is_arabic) => format!("ل{name}"),
        None => format!("لـ {name}"),
    }
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{64A}')
}

/// The role that a word of the file is, as people type it of a woman.
#[must_use]
pub fn of_women(word: &str) -> &'static [&'static str] {
    match word {
        "chair" => &["رئيسة", "chairwoman"],
        "co-chair" => &["رئيسة مشاركة", "رئيسة مشتركة", "co-chairwoman"],
        "vice-chair" => &[
            "نائبة رئيس",
            "نائبة رئيسة",
            "نائبة",
            "vice-chairwoman",
            "deputy chairwoman",
        ],
        "representative" => &["ممثلة"],
        "member" => &["عضوة"],
        "rapporteur" => &["مقررة"],
        "coordinator" => &["منسقة"],
        "facilitator" => &["ميسرة"],
        "co-facilitator" => &["ميسرة مشاركة", "ميسرة مشتركة"],
        "partner" => &["شريكة"],
        "head" => &["رئيسة العمل"],
        "speaker" => &["متحدثة"],
        "host" => &["مضيفة"],
        _ => &[],
    }
}

/// The other ways in which people type a role.
#[must_use]
pub fn otherwise(word: &str) -> &'static [&'static str] {
    match word {
        "chair" => &["chairman", "chairperson"],
        "co-chair" => &["رئيس مشترك", "co-chairman", "co-chairperson", "cochair"],
        "vice-chair" => &[
            "نائب رئيسة",
            "نائب",
            "vice-chairman",
            "vice-chairperson",
            "deputy chair",
            "deputy chairman",
        ],
        "co-facilitator" => &["ميسر مشترك"],
        "coordinator" => &["co-ordinator"],
        "speaker" => &["moderator"],
        "host" => &["organizer", "organiser"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Arabic, English};

    #[test]
    fn a_role_in_a_body_is_said_as_a_delegate_says_it() {
        for (role, woman, body, said) in [
            (
                Role::ViceChair,
                true,
                "فريق الخبراء",
                "نائبة رئيس فريق الخبراء",
            ),
            (
                Role::ViceChair,
                false,
                "فريق الخبراء",
                "نائب رئيس فريق الخبراء",
            ),
            (Role::Chair, true, "المجلس", "رئيسة المجلس"),
            (Role::Head, false, "القسم", "رئيس القسم"),
            (Role::Member, true, "اللجنة", "عضوة في اللجنة"),
            (Role::Representative, true, "المجلس", "ممثلة في المجلس"),
            (Role::CoChair, true, "اللجنة", "رئيسة مشاركة للجنة"),
            (
                Role::CoChair,
                false,
                "لجنة التوجيه",
                "رئيس مشارك للجنة التوجيه",
            ),
            (Role::CoFacilitator, false, "المجلس", "ميسّر مشارك للمجلس"),
            (Role::CoChair, false, "UNGIS", "رئيس مشارك لـ UNGIS"),
        ] {
            assert_eq!(in_body(role, woman, body, Arabic), said);
        }
        assert_eq!(
            in_body(Role::ViceChair, true, "Expert Group", English),
            "vice-chair, Expert Group"
        );
    }
}
