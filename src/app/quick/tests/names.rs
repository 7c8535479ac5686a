//! Names as people type them: with an article, short, with a slip.

use super::super::Directory;
use super::{Library, fields, read};

#[test]
fn a_list_forgives_a_slip_and_an_article() {
    let library = Library::built_in();
    let directory = Directory::of(&library);
    for (typed, known, unknown) in [
        ("the Emirates", &["ARE"][..], &[][..]),
        ("Jordan and the Emirates", &["JOR", "ARE"], &[]),
        ("الأردن والإمارات", &["JOR", "ARE"], &[]),
        ("Saudi, KSA, Palestine", &["SAU", "PSE"], &[]),
        (
            "Egypt, Kuwait, the UAE and Tunisa",
            &["EGY", "KWT", "ARE", "TUN"],
            &[],
        ),
        ("egypt, tun and qatr", &["EGY", "TUN", "QAT"], &[]),
        ("مصر، تونيس", &["EGY", "TUN"], &[]),
        ("Bahrein, Kuweit, Jorden", &["BHR", "KWT", "JOR"], &[]),
        // Names of people are no countries; who is the only one of that name is meant.
        ("Egypt, Omar", &["EGY"], &["Omar"]),
        ("Egypt, Kuwait and Hend", &["EGY", "KWT", "benhajji"], &[]),
        ("Egypt, Shahira, samira", &["EGY", "selim", "bilal"], &[]),
        ("Hend Ben Hajji and Morocco", &["benhajji", "MAR"], &[]),
        ("مصر والسعودية وهند", &["EGY", "SAU", "benhajji"], &[]),
        ("هند وليبيا", &["benhajji", "LBY"], &[]),
        ("مصر وهند بن حجي", &["EGY", "benhajji"], &[]),
        ("مصر والهند", &["EGY", "IND"], &[]),
        // One who is not known takes none of the others along.
        ("مصر وسارة الحربي", &["EGY"], &["سارة الحربي"]),
        (
            "سارة الحربي ومصر والكويت",
            &["EGY", "KWT"],
            &["سارة الحربي"],
        ),
        ("مصر، وهند، وسارة", &["EGY", "benhajji"], &["وسارة"]),
        ("سارة، والكويت، ووليد", &["KWT"], &["سارة", "ووليد"]),
        ("مصر وسارة وليبيا", &["EGY", "LBY"], &["سارة"]),
        ("Egypt, Sara and Libya", &["EGY", "LBY"], &["Sara"]),
        ("Egypt, Imran, Malik", &["EGY"], &["Imran", "Malik"]),
        ("Egypt, Marta, Kenza", &["EGY"], &["Marta", "Kenza"]),
        ("Egypt, Ghania", &["EGY"], &["Ghania"]),
        ("مصر، يونس", &["EGY"], &["يونس"]),
        ("مصر، عماد، عمار", &["EGY"], &["عماد", "عمار"]),
        ("مصر، رشاد، غالي", &["EGY"], &["رشاد", "غالي"]),
        // It may be Iran or Iraq; the other is no name of anybody.
        ("Egypt, irak", &["EGY"], &["irak"]),
        ("Egypt and the ruritania", &["EGY"], &["the ruritania"]),
    ] {
        let (ids, rest) = directory.list(&library, typed).unwrap();
        assert_eq!(ids, known, "{typed}");
        assert_eq!(rest, unknown, "{typed}");
    }
}

#[test]
fn an_article_behind_an_at_sign_is_no_name() {
    for line in ["@the Emirates prepare a paper", "@Emirates prepare a paper"] {
        assert_eq!(
            fields(line),
            ["to=ARE", "text.en=prepare a paper"],
            "{line}"
        );
    }
    let draft = read("@the Ruritanians prepare a paper").unwrap();
    assert_eq!(draft.unknown, ["the Ruritanians"]);
    assert_eq!(draft.get("text.en"), Some("prepare a paper"));
}
