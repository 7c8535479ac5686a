//! The words for links: what joins two records, said from either end.

use super::Phrase;
use crate::report::Relation;

/// What a link is called on the screen of a record: `outgoing` where the record itself names the
/// other ("cites"), else the other way round ("cited by"). Stands before the other record.
#[must_use]
pub const fn relation(relation: Relation, outgoing: bool) -> Phrase {
    let (out, back) = both(relation);
    if outgoing { out } else { back }
}

/// The words from the record that names the other, and from the one that is named.
const fn both(relation: Relation) -> (Phrase, Phrase) {
    let words = match relation {
        Relation::Owner => ("جزء من", "part of", "يتضمن", "includes"),
        Relation::Item => ("في إطار البند", "under item", "يتصل به", "related"),
        Relation::Refs => ("يشير إلى", "cites", "أُشير إليه في", "cited by"),
        Relation::See => ("انظر أيضاً", "see also", "يُحال إليه من", "referred to in"),
        Relation::By => ("مقدَّم من", "from", "صدر عنه", "put forward"),
        Relation::To => ("الجهة المكلَّفة", "to act", "مكلَّف بما يلي", "asked to act on"),
        Relation::Person => (
            "الشخص",
            "person",
            "ترشيحاته ومهامه",
            "nominations and roles",
        ),
        Relation::Holder => ("الجهة", "held by", "أدوارها", "roles held"),
        Relation::Country => ("البلد", "country", "يخص هذا البلد", "concerns this country"),
        Relation::OnBehalfOf => ("باسم", "on behalf of", "باسمها", "on its behalf"),
        Relation::Body => ("الهيئة", "body", "يخص هذه الهيئة", "concerns this body"),
        Relation::Chair => ("برئاسة", "chaired by", "ترأس", "chaired"),
        Relation::AnswersTo => ("استجابةً لـ", "in response to", "ما آل إليه", "outcome"),
        Relation::PartOf => ("ضمن", "falls under", "يندرج تحته", "comprises"),
        Relation::Attendance => ("بحضور", "attended by", "شارك في", "took part in"),
        Relation::Issuer => ("صادر عن", "issued by", "أصدر", "issued"),
        Relation::Parent => (
            "تابعة لـ",
            "belongs to",
            "الهيئات التابعة لها",
            "bodies under it",
        ),
        Relation::Author => ("يقدمه", "presented by", "قدَّم", "presented"),
        Relation::Addressee => ("مقدَّم إلى", "addressed to", "رُفع إليه", "received"),
        Relation::Contact => ("للاستفسار", "contact", "جهة الاتصال في", "contact for"),
        Relation::Document => ("الوثيقة", "document", "صدر بهذه الوثيقة", "issued as this"),
        Relation::StandsIn => ("ورد في", "stands in", "يرد فيه", "set out here"),
        Relation::Group => ("عضو في", "member of", "أعضاؤها", "members"),
        Relation::Agreed => ("اتُّفق فيه على", "agreed there", "اتُّفق عليه في", "agreed at"),
        Relation::Deferred => ("أُرجئ فيه", "deferred there", "أُرجئ في", "deferred at"),
        Relation::Made => ("سُجِّل فيه", "recorded there", "سُجِّل في", "recorded at"),
    };
    (Phrase::new(words.0, words.1), Phrase::new(words.2, words.3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn both_ends_have_words_of_their_own_in_both_languages() {
        let mut arabic = HashSet::new();
        let mut english = HashSet::new();
        for one in Relation::ALL {
            for outgoing in [true, false] {
                let phrase = relation(one, outgoing);
                assert!(!phrase.ar.is_ascii(), "{one:?} {outgoing}");
                assert!(phrase.en.is_ascii(), "{one:?} {outgoing}");
                assert!(arabic.insert(phrase.ar), "{one:?}: {} twice", phrase.ar);
                assert!(english.insert(phrase.en), "{one:?}: {} twice", phrase.en);
            }
        }
    }

    #[test]
    fn a_resolution_is_cited_by_what_cites_it() {
        assert_eq!(relation(Relation::Refs, true).en, "cites");
        assert_eq!(relation(Relation::Refs, false).en, "cited by");
        assert_eq!(relation(Relation::Refs, false).ar, "أُشير إليه في");
        assert_eq!(relation(Relation::To, true).ar, "الجهة المكلَّفة");
    }
}
