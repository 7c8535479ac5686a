//! Over the built-in library: what is left out of a query rather than read as something that was not meant, and
//! what a question finds all of.

use majlis::app::finder::{Finder, Inquiry};
use majlis::library::Library;

/// So many answers stand on a small screen.
const DEEP: usize = 10;

/// What was left out of a query, and the records that stand first.
fn ask(query: &str) -> (Option<String>, Vec<String>) {
    first(query, DEEP)
}

fn first(query: &str, most: usize) -> (Option<String>, Vec<String>) {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let found = finder.search(Inquiry::of(&library, &finder.read(&library, query), most));
    let ids = found.hits.iter().map(|hit| library.id(hit.0).to_owned());
    (found.left_out.clone(), ids.collect())
}

/// The Inter-Parliamentary Union is not the ITU, which half of all that has "council" names.
#[test]
fn a_short_word_that_no_record_has_is_left_out_and_not_read_as_itu() {
    for (query, word) in [
        ("ipu council", "ipu"),
        ("IPU council", "IPU"),
        ("itk council", "itk"),
    ] {
        let (left_out, first) = ask(query);
        assert_eq!(left_out.as_deref(), Some(word), "{query}: {first:?}");
    }
    // What is read so all the same is half a small screen: `itureport` is written as one there.
    assert!(ask("itv report").1.len() <= 8);
}

#[test]
fn the_number_of_what_is_numbered_is_no_year() {
    for (query, number) in [
        ("item 24 premises", "24"),
        ("item 30 premises", "30"),
        ("البند 24 المباني", "24"),
    ] {
        let (left_out, first) = ask(query);
        assert_eq!(
            (left_out.as_deref(), first[0].as_str()),
            (Some(number), "c21:27"),
            "{query}"
        );
    }
    // A year that stands in texts only says nothing of what was meant.
    for query in ["goal 23 council", "القرار 23 مصر", "section 22 budget"] {
        let first = ask(query).1;
        assert!(
            !first.iter().any(|id| id == "c24:2.13" || id == "c24:2.8"),
            "{query}: {first:?}"
        );
    }
    assert_eq!(ask("hlpf 16").1[0], "c17:ev/hlpf-2016");
}

/// Of two words none is left out that records have: nothing is there of what was asked for.
#[test]
fn of_two_words_that_stand_somewhere_both_count() {
    assert_eq!(ask("bahrain index"), (None, Vec::new()));
    assert_eq!(ask("index bahrain"), (None, Vec::new()));
    // What stands nowhere is left out beside what something is called.
    let (left_out, first) = ask("xqzwv premises");
    assert_eq!(
        (left_out.as_deref(), first[0].as_str()),
        (Some("xqzwv"), "c21:27")
    );
}

/// All that is open stands before anything else, in whatever order.
#[test]
fn what_is_still_open_is_all_that_is_open() {
    let mut open = first("status:open", 100).1;
    assert_eq!(open.len(), 30);
    let mut asked = first("what is still open", open.len()).1;
    open.sort();
    asked.sort();
    assert_eq!(asked, open);
}
