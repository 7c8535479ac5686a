//! What of a nominee's name goes where.

use super::names_of;
use crate::report::Language;

#[test]
fn a_name_in_two_scripts_is_two_names_and_nothing_else_is_one() {
    let (ar, en) = (Language::Arabic, Language::English);
    for (typed, wanted) in [
        ("ليلى المنصوري", &[(ar, "ليلى المنصوري")][..]),
        (
            "ليلى المنصوري (Layla Al Mansoori)",
            &[(ar, "ليلى المنصوري"), (en, "Layla Al Mansoori")],
        ),
        // What stands between the two is no part of either.
        (
            "ليلى المنصوري - Layla Al Mansoori",
            &[(ar, "ليلى المنصوري"), (en, "Layla Al Mansoori")],
        ),
        (
            "Layla Al Mansoori / ليلى المنصوري",
            &[(en, "Layla Al Mansoori"), (ar, "ليلى المنصوري")],
        ),
        (
            "ليلى المنصوري – Layla Al Mansoori –",
            &[(ar, "ليلى المنصوري"), (en, "Layla Al Mansoori")],
        ),
        // A title alone is nobody's name in the other language: the name is one, as it was typed.
        ("Dr ليلى المنصوري", &[(ar, "Dr ليلى المنصوري")]),
        ("Dr. ليلى المنصوري", &[(ar, "Dr. ليلى المنصوري")]),
        ("H.E. ليلى المنصوري", &[(ar, "H.E. ليلى المنصوري")]),
        ("H.E. Dr ليلى المنصوري", &[(ar, "H.E. Dr ليلى المنصوري")]),
        ("ليلى المنصوري PhD", &[(ar, "ليلى المنصوري PhD")]),
        ("د. Layla Al Mansoori", &[(en, "د. Layla Al Mansoori")]),
        ("المهندسة Layla Haddad", &[(en, "المهندسة Layla Haddad")]),
        // With its own name, a title goes with it.
        (
            "د. ليلى المنصوري Dr Layla Al Mansoori",
            &[(ar, "د. ليلى المنصوري"), (en, "Dr Layla Al Mansoori")],
        ),
        // A number, and a letter alone, are no name.
        ("ليلى المنصوري 2", &[(ar, "ليلى المنصوري 2")]),
        ("ليلى المنصوري A", &[(ar, "ليلى المنصوري A")]),
        // Within one script nothing goes.
        ("Anna - Maria Haddad", &[(en, "Anna - Maria Haddad")]),
        // A name of one word in the other script is one.
        ("ليلى Layla", &[(ar, "ليلى"), (en, "Layla")]),
    ] {
        let found: Vec<(Language, String)> = names_of(typed).collect();
        let wanted: Vec<(Language, String)> = wanted
            .iter()
            .map(|(language, name)| (*language, (*name).to_owned()))
            .collect();
        assert_eq!(found, wanted, "{typed}");
    }
}
