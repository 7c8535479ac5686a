//! What is typed for a field, and what is said of what is no value.

use super::super::field::field;
use super::*;

fn read(library: &Library, kind: Kind, path: &str, text: &str) -> Result<String, String> {
    let path: Vec<&str> = path.split('.').collect();
    let around = Around {
        library,
        record: library.find("c21:27"),
        today: (2026, 11, 22),
    };
    let value = typed(&field(kind, &path).unwrap(), text, around);
    value
        .map(|value| serde_json::to_string(&value).unwrap())
        .map_err(|message| message.en)
}

#[test]
fn what_a_person_types_becomes_a_value_of_the_field() {
    let library = Library::built_in();
    for (kind, path, text, wanted) in [
        (Kind::Item, "position.status", "agreed", "\"agreed\""),
        (Kind::Item, "position.stance", " Support ", "\"support\""),
        (Kind::Item, "position.stance", "تأييد", "\"support\""),
        // As people say it, and not only as the screen calls it.
        (Kind::Item, "position.stance", "مؤيد", "\"support\""),
        (Kind::Item, "position.stance", "opposed", "\"oppose\""),
        (Kind::Item, "position.status", "متفق", "\"agreed\""),
        (Kind::Item, "position.status", "مؤجل", "\"deferred\""),
        (Kind::Recommendation, "status", "منجز", "\"done\""),
        (Kind::Nomination, "status", "منتخبة", "\"elected\""),
        (Kind::Outcome, "kind", "إرجاء", "\"postponement\""),
        (Kind::Outcome, "kind", "أخذ العلم", "\"noted\""),
        (Kind::Outcome, "kind", "أخذ علماً", "\"noted\""),
        (Kind::Outcome, "kind", "took note", "\"noted\""),
        (
            Kind::Recommendation,
            "status",
            "in progress",
            "\"in-progress\"",
        ),
        (Kind::Recommendation, "due", "9/2021", "\"2021-09\""),
        (Kind::Recommendation, "due", "", "null"),
        (
            Kind::Recommendation,
            "to",
            "tech-sec, مصر",
            "[\"tech-sec\",\"EGY\"]",
        ),
        (Kind::Nomination, "country", "Egypt", "\"EGY\""),
        (Kind::Nomination, "role", "نائبة رئيس", "\"vice-chair\""),
        (Kind::Nomination, "role", "نائبة", "\"vice-chair\""),
        (Kind::Nomination, "role", "الرئيسة", "\"chair\""),
        (Kind::Nomination, "role", "ميسر", "\"facilitator\""),
        (Kind::Nomination, "role", "Chairwoman", "\"chair\""),
        (Kind::Item, "position.stance", "تاييد", "\"support\""),
        (Kind::Nomination, "person", "selim", "\"selim\""),
        (Kind::Nomination, "item", "c21:eg-itrs", "\"eg-itrs\""),
        (
            Kind::Item,
            "see",
            "con/kwt، c24:1.2",
            "[\"con/kwt\",\"c24:1.2\"]",
        ),
        (Kind::Item, "number", "٥٣", "[\"53\"]"),
        (Kind::Outcome, "figure.amount", "318,000", "318000"),
        (Kind::Outcome, "figure.amount", "2.5 million", "2500000"),
        (Kind::Outcome, "figure.amount", "٢٫٥ مليون", "2500000"),
        (Kind::Outcome, "figure.amount", "١٫٥ مليون", "1500000"),
        (Kind::Outcome, "figure.amount", "٣١٨٬٠٠٠", "318000"),
        (Kind::Outcome, "figure.currency", "chf", "\"CHF\""),
        (Kind::Outcome, "figure.currency", "Chf", "\"CHF\""),
        (Kind::Outcome, "figure.currency", " usd ", "\"USD\""),
        (Kind::Figure, "total.currency", "Usd", "\"USD\""),
        (Kind::Outcome, "by_correspondence", "نعم", "true"),
        (Kind::Meeting, "attendance.count", "٢٠", "20"),
        (Kind::Person, "phone", "+41 22 730", "\"+41 22 730\""),
        (Kind::Report, "session", "council@2021", "\"council@2021\""),
    ] {
        assert_eq!(
            read(&library, kind, path, text),
            Ok(wanted.to_owned()),
            "{path} {text}"
        );
    }
}

#[test]
fn what_is_no_value_is_told_with_the_nearest_right_word() {
    let library = Library::built_in();
    for (kind, path, text, says) in [
        (Kind::Item, "position.status", "agred", "agreed"),
        (Kind::Item, "position.status", "zzz", "withdrawn"),
        (Kind::Item, "position.status", "", "needs"),
        (Kind::Recommendation, "due", "31/2/2021", "31"),
        (Kind::Recommendation, "due", "soon", "sep 2021"),
        (Kind::Recommendation, "to", "tech-sek", "tech-sec"),
        (Kind::Nomination, "country", "EGP", "EGY"),
        (Kind::Nomination, "country", "selim", "selim"),
        (Kind::Item, "see", "con/kwtt", "con/kwt"),
        (Kind::Meeting, "attendance.count", "many", "many"),
        (Kind::Outcome, "figure.amount", "abc", "2500000"),
        (Kind::Outcome, "figure.currency", "chff", "did you mean CHF"),
        (Kind::Outcome, "figure.currency", "francs", "ISO 4217"),
        (
            Kind::Item,
            "position.stance",
            "supporting",
            "did you mean support",
        ),
        (Kind::Report, "session", "counci@2021", "council"),
        (Kind::Report, "session", "council", "council@2021"),
        (Kind::Item, "title", "x", ".ar"),
    ] {
        let refused = read(&library, kind, path, text).unwrap_err();
        assert!(refused.contains(says), "{path} {text}: {refused}");
    }
}

#[test]
fn the_words_are_told_in_the_language_of_the_reader_and_the_near_one_in_both() {
    let library = Library::built_in();
    let refused = |path: &str, text: &str| {
        let path: Vec<&str> = path.split('.').collect();
        let around = Around {
            library: &library,
            record: None,
            today: (2026, 11, 22),
        };
        let field = field(Kind::Nomination, &path).unwrap();
        typed(&field, text, around).unwrap_err()
    };
    let unknown = refused("role", "ملك");
    assert!(
        unknown.ar.contains("رئيس، رئيس مشارك، نائب رئيس، "),
        "{}",
        unknown.ar
    );
    assert!(
        unknown.en.contains("chair, co-chair, vice-chair, "),
        "{}",
        unknown.en
    );
    let near = refused("status", "مقترحح");
    assert!(
        near.ar.contains("لعلك تقصد مقترح (proposed)؟"),
        "{}",
        near.ar
    );
    assert!(
        near.en.contains("did you mean proposed (مقترح)?"),
        "{}",
        near.en
    );
}

#[test]
fn a_name_with_a_slip_is_answered_with_names_and_the_country_first() {
    let library = Library::built_in();
    let around = Around {
        library: &library,
        record: None,
        today: (2026, 11, 22),
    };
    let field = field(Kind::Recommendation, &["to"]).unwrap();
    let refused = |text: &str| typed(&field, text, around).unwrap_err();
    let sudi = refused("sudi");
    assert!(
        sudi.en.contains("did you mean: Saudi Arabia (SAU), "),
        "{}",
        sudi.en
    );
    let secretariat = refused("المانة الفنية").ar;
    assert!(
        secretariat.contains("لعلك تقصد: الأمانة الفنية") && secretariat.contains("(tech-sec)"),
        "{secretariat}"
    );
}

#[test]
fn the_language_of_a_text_is_that_of_its_letters() {
    assert_eq!(language_of("تؤيد EG-ITRs"), Language::Arabic);
    assert_eq!(language_of("EG-ITRs, 2021"), Language::English);
}

#[test]
fn blanks_part_names_where_each_is_known() {
    let library = Library::built_in();
    let around = Around {
        library: &library,
        record: None,
        today: (2026, 11, 22),
    };
    let field = field(Kind::Recommendation, &["to"]).unwrap();
    let list = |ids: &[&str]| Some(ids.iter().copied().collect::<serde_yaml::Value>());
    assert_eq!(
        typed(&field, "EGY KWT ITU", around),
        Ok(list(&["EGY", "KWT", "itu"]))
    );
    assert_eq!(
        typed(&field, "EGY KWT, TUN", around),
        Ok(list(&["EGY", "KWT", "TUN"]))
    );
    assert!(typed(&field, "EGY council", around).is_err());
    // A name of several words is one; where one is not known, all of it is named.
    assert_eq!(typed(&field, "Saudi Arabia", around), Ok(list(&["SAU"])));
    let why = typed(&field, "EGY nobody", around).unwrap_err();
    assert!(why.en.contains("EGY nobody"), "{}", why.en);
}
