//! Over the built-in library: what stands in it is read as no other word, and each is told by itself; what is said
//! otherwise is found all the same.

use super::told::ask;
use majlis::app::finder::{Finder, Inquiry};
use majlis::library::Library;

/// So many answers stand on a small screen.
const DEEP: usize = 10;

/// What is first of a country or body that is named among words that no record has together: how much there is of
/// each of these is told.
pub(super) fn named(query: &str) -> String {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let ask =
        |query: &str| finder.search(Inquiry::of(&library, &finder.read(&library, query), DEEP));
    let found = ask(query);
    assert!(found.apart.len() > 1 && found.left_out.is_none(), "{query}");
    // No more is shown than is told of one word.
    let total = |(_, count): &(String, usize)| *count == found.total;
    assert!(found.apart.iter().any(total), "{query}: {}", found.total);
    library.id(found.hits[0].0).to_owned()
}

/// What nearly everything names is no answer, in either language, and what begins with a name is another word.
#[test]
fn what_nearly_everything_names_is_not_shown_for_its_name() {
    for query in [
        "secretariat handbook",
        "الأمانة كتيب",
        "council handbook",
        "المجلس كتيب",
    ] {
        assert_eq!(ask(query), (None, Vec::new()), "{query}");
    }
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let told = |query: &str| {
        let read = finder.read(&library, query);
        let found = finder.search(Inquiry::of(&library, &read, 100));
        let ids = found.hits.iter().map(|hit| library.id(hit.0).to_owned());
        (ids.collect::<Vec<String>>(), found.apart)
    };
    let (ids, _) = told("مالي كتيب");
    assert!(ids.contains(&"MLI".to_owned()) && ids.len() < 50, "{ids:?}");
    // A name of two words is one that is told.
    let (ids, apart) = told("Saudi Arabia TSAG");
    assert_eq!((ids[0].as_str(), apart.len()), ("SAU", 2), "{apart:?}");
    assert_eq!(
        (apart[0].0.as_str(), apart[0].1),
        ("Saudi Arabia", ids.len())
    );
}

/// A country or a body that is named is shown with how much there is of each word, however it is asked.
#[test]
fn the_country_or_body_that_is_named_is_shown_with_what_there_is_of_each_word() {
    for (query, party) in [
        ("saudi position", "SAU"),
        ("position saudi", "SAU"),
        ("موقف السعودية", "SAU"),
        ("nominations of algeria", "DZA"),
        ("itu-t budget", "itu-t"),
        ("tsag chair", "tsag"),
        ("cop guidelines", "cop28"),
        ("wsis tunisia", "TUN"),
        ("tunisia wsis", "TUN"),
    ] {
        assert_eq!(named(query), party, "{query}");
    }
    for (query, party) in [
        ("position of saudi arabia", "SAU"),
        ("موقف المملكة العربية السعودية", "SAU"),
        ("tsag deadline", "tsag"),
        ("wtsa deadline", "wtsa"),
    ] {
        let (left_out, first) = ask(query);
        assert!(
            left_out.is_some() && first[0] == party,
            "{query}: {first:?}"
        );
    }
    assert!(ask("cwg-sfp deadline").1.contains(&"cwg-sfp".to_owned()));
}

/// What stands in the records is spelt right, in whatever letters, also where no record has it and the others.
#[test]
fn a_word_that_the_records_have_is_never_read_as_another() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let told = |query: &str| {
        let read = finder.read(&library, query);
        finder.search(Inquiry::of(&library, &read, DEEP))
    };
    for query in [
        "tsag chair",
        "tsag deadline",
        "TSAG chair",
        "cop guidelines",
        "ai for good summit",
        "summit of good",
        "موعد تسليم الورقة",
    ] {
        let found = told(query);
        assert_eq!(
            (found.read_as, found.corrected),
            (vec![], vec![]),
            "{query}"
        );
    }
    let paper = told("موعد تسليم الورقة");
    assert_eq!(library.id(paper.hits[0].0), "c21:eg-itrs/r1");
    // Nor as what sounds so in the other script, where nothing is called so.
    assert_eq!(
        (told("summit of good").total, told("كوب 28").total > 0),
        (0, true)
    );
    // What stands in texts only is a slip where something is called by all words with it.
    let found = told("المشاركة عن يعد");
    assert_eq!(found.corrected, [("يعد".to_owned(), "بُعد".to_owned())]);
    assert_eq!(library.id(found.hits[0].0), "c26:remote-participation");
}

/// What has to be done is asked for without a word that asks.
#[test]
fn what_is_required_of_somebody_is_a_recommendation() {
    for query in [
        "المطلوب من الأمانة الفنية",
        "ما المطلوب من الأمانة الفنية",
        "required of the technical secretariat",
        "what is required from the technical secretariat",
    ] {
        let first = ask(query).1;
        assert_eq!(first[..2], ["c21:eg-itrs/r2", "c21:6/r1"], "{query}");
    }
    // By itself, and behind another word, it is a word like others.
    assert!(!ask("المطلوب").1.is_empty());
}

/// A slip in the one of two words that say something together, and only then something else.
#[test]
fn two_words_that_say_something_together_may_have_a_slip() {
    for query in ["الاقتصاد الدائري", "الاقتصاد الدئري", "الاقتصاد الدائرى"]
    {
        assert_eq!(ask(query).1[0], "c24:con/tsb-e-waste", "{query}");
    }
}

/// What is near to one of two words that are a month is a word of its own: a law is no December.
#[test]
fn what_is_near_to_a_month_in_two_words_is_none() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let has_event_of_december = |query: &str| {
        let read = finder.read(&library, query);
        let found = finder.search(Inquiry::of(&library, &read, 100));
        let mut ids = found.hits.iter().map(|hit| library.id(hit.0));
        ids.any(|id| id == "c24:ev/hr75")
    };
    assert!(has_event_of_december("كانون الأول"));
    for query in ["القانون الأول", "قانون أول", "كانوا أول", "عشرين أول"]
    {
        assert!(!has_event_of_december(query), "{query}");
    }
}

/// The last day for something is found by what its kind is called, in either language.
#[test]
fn a_deadline_by_itself_is_what_has_one() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    for query in ["deadline", "date", "موعد", "التاريخ"] {
        let read = finder.read(&library, query);
        let found = finder.search(Inquiry::of(&library, &read, 1_000));
        let ids: Vec<&str> = found.hits.iter().map(|hit| library.id(hit.0)).collect();
        assert!(ids.contains(&"c24:ev/gdc-inputs"), "{query}: {ids:?}");
    }
}

/// A word of another language is not read by other keys and then as the word that is near to that.
#[test]
fn an_english_word_that_stands_nowhere_is_no_arabic_word_with_a_slip() {
    for query in ["child", "child online protecton", "child online"] {
        let library = Library::built_in();
        let finder = Finder::new(&library);
        let read = finder.read(&library, query);
        let found = finder.search(Inquiry::of(&library, &read, DEEP));
        assert!(found.read_as.is_empty(), "{query}: {:?}", found.read_as);
        assert!(
            found
                .apart
                .iter()
                .all(|(word, count)| word != "child" || *count == 0)
        );
    }
    assert_eq!(ask("child"), (None, Vec::new()));
}

/// An article apart from its word says nothing, also before a word of the chat alphabet.
#[test]
fn an_article_in_latin_letters_stands_before_chat_too() {
    for query in ["sa3oudeya", "el sa3oudeya", "al sa3udia"] {
        assert_eq!(ask(query).1[0], "SAU", "{query}");
    }
}

/// Germany's contribution is called a German one.
#[test]
fn what_is_a_countrys_is_called_after_it() {
    assert!(
        ask("مساهمة المانيا")
            .1
            .contains(&"tdag23:con/giz".to_owned())
    );
    assert_eq!(ask("غزة"), (None, Vec::new()));
}

/// Who is nominated and that somebody is are one, also beside other words.
#[test]
fn a_list_of_candidates_is_that_of_candidatures() {
    for query in [
        "list of candidates",
        "candidates list",
        "nominees list",
        "list of candidatures",
        "قائمة المرشحين",
        "قائمة الترشيحات",
        "candidate list chairmen working groups",
    ] {
        let first = ask(query).1;
        assert!(
            first[..2].contains(&"c21:6".to_owned()),
            "{query}: {first:?}"
        );
    }
}

/// UNEP is not the UNDP, whatever else was typed, in capitals or in small letters.
#[test]
fn an_abbreviation_is_no_other_one() {
    for (query, party) in [
        ("UNEP headquarters", "unep"),
        ("unep headquarters", "unep"),
        ("TSAG pledges", "tsag"),
        ("tsag pledges", "tsag"),
    ] {
        assert_eq!(named(query), party, "{query}");
    }
}
