//! A word that is left out where no document has all that were asked for.

use crate::search::{Document, Field, Index, Query, Results, Search};

const FIELDS: &[&[&str]] = &[&["is"]];

fn ask(query: &Query) -> Results {
    let titles = [
        "Zero draft of the compact",
        "Draft compact of the summit",
        "Zero tolerance of delay",
        "Text of the summit",
    ];
    let index = Index::build(titles.into_iter().map(|title| Document {
        fields: vec![(Field::Title, title.into())],
        ..Document::default()
    }));
    index.search(query, 100, None)
}

fn read(typed: &str) -> (Vec<u32>, Option<String>) {
    let results = ask(&Query::read(typed, FIELDS, &mut |_, _| None));
    assert_eq!(results.total, results.hits.len());
    let keys = results.hits.iter().map(|hit| hit.key).collect();
    (keys, results.left_out)
}

#[test]
fn the_word_that_stands_in_none_of_them_is_left_out() {
    let without = |word: &str| Some(word.to_owned());
    assert_eq!(read("zero draft compact"), (vec![0], None));
    assert_eq!(read("zero draft qqxxqq"), (vec![0], without("qqxxqq")));
    assert_eq!(read("Zero, QQXXqq! draft"), (vec![0], without("QQXXqq!")));
    // Without "zero" the second has all, without "summit" the first; of both words it is the later.
    assert_eq!(
        read("zero draft summit compact"),
        (vec![0], without("summit"))
    );
    // In capitals throughout too: they say nothing. What alone is in them is an abbreviation.
    assert_eq!(
        read("ZERO DRAFT SUMMIT COMPACT"),
        (vec![0], without("SUMMIT"))
    );
    assert_eq!(
        read("zero draft SUMMIT compact"),
        (vec![1], without("zero"))
    );
    // Without "draft" one has both others, without either of those two: the one is told best.
    assert_eq!(read("text draft summit"), (vec![3], without("draft")));
}

#[test]
fn a_word_that_stands_nowhere_is_left_out_before_one_that_does() {
    // Without "draft" the third has both others, one with a slip put right; without "toleranse" the
    // first has both as they were typed.
    for typed in ["toleranse zero draft", "zero draft toleranse"] {
        assert_eq!(
            read(typed),
            (vec![0], Some("toleranse".to_owned())),
            "{typed}"
        );
    }
}

/// What stands in a record is spelt right: it is told, or left out, and never read as another word.
#[test]
fn a_word_that_stands_somewhere_is_no_other_word() {
    let texts = ["a poet of the session", "the chair of the sessions", "pork"];
    let titles = ["TSAG report", "Chart of TSAG", "TDAG chair", "Remote port"];
    let documents = |asked: &str| {
        let of = |field: Field| {
            move |text: &&'static str| Document {
                fields: vec![(field, (*text).into())],
                ..Document::default()
            }
        };
        let titles = titles.iter().map(of(Field::Title));
        let index = Index::build(titles.chain(texts.iter().map(of(Field::Text))));
        let results = index.search(&Query::read(asked, FIELDS, &mut |_, _| None), 100, None);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        let apart: Vec<usize> = results.apart.iter().map(|(_, count)| *count).collect();
        (keys, results.left_out, apart)
    };
    // One letter from TDAG, in whatever letters.
    assert_eq!(documents("tsag chair"), (vec![], None, vec![2, 2]));
    assert_eq!(documents("Tsag chair"), (vec![], None, vec![2, 2]));
    // `poet` stands in a text only; what is called by both is a neighbour on the keyboard away.
    assert_eq!(documents("remote poet"), (vec![3], None, vec![]));
    // Also while the last one is typed.
    assert_eq!(documents("poet remo"), (vec![3], None, vec![]));
    // Another letter is another word, and what is met in texts only is no reason.
    assert_eq!(documents("remote pork"), (vec![], None, vec![1, 1]));
    assert_eq!(documents("pork session"), (vec![], None, vec![1, 2]));
    // What stands nowhere is a slip as ever.
    assert_eq!(documents("tcag report"), (vec![0], None, vec![]));
}

#[test]
fn of_two_words_only_one_that_stands_nowhere_is_left_out() {
    let without = |word: &str| Some(word.to_owned());
    assert_eq!(read("zero qqxxqq"), (vec![2, 0], without("qqxxqq")));
    assert_eq!(read("qqxxqq zero"), (vec![2, 0], without("qqxxqq")));
    // Each stands somewhere, and nothing is there of both.
    assert_eq!(read("summit zero"), (vec![], None));
    assert_eq!(read("tolerance summit"), (vec![], None));
    // What begins a word stands somewhere while it is typed, and only then; what has a slip stands too.
    assert_eq!(read("summit zer"), (vec![], None));
    assert_eq!(read("zer summit"), (vec![3, 1], without("zer")));
    assert_eq!(read("qqxxqq tolerence"), (vec![2], without("qqxxqq")));
    // What mostly joins others and may be a name is told too.
    assert_eq!(read("us tolerance"), (vec![2], without("us")));
    // Where neither stands anywhere, nothing is found, nor of a single word.
    assert_eq!(read("qqxxqq xxqqxx"), (vec![], None));
    assert_eq!(read("qqxxqq"), (vec![], None));
}

/// Of very many words none is left out by itself: what has the most of them is found, and what it has not is told.
#[test]
fn of_very_many_words_what_has_the_most_is_found() {
    let typed = "zero draft compact of a new and shining qqxxqq";
    let results = ask(&Query::read(typed, FIELDS, &mut |_, _| None));
    assert_eq!(results.hits.first().map(|hit| hit.key), Some(0));
    assert_eq!(results.left_out, None);
    assert_eq!(results.without, ["new", "shining", "qqxxqq"]);
}

#[test]
fn what_has_operators_is_meant_as_it_stands() {
    assert_eq!(read("zero draft ^summit text"), (vec![], None));
    assert_eq!(read("'zero 'draft 'qqxxqq"), (vec![], None));
    assert_eq!(read("zero draft qqxxqq 'compact"), (vec![], None));
    // What must not be there is not left out.
    assert_eq!(read("zero draft compact !zero").0.len(), 0);
    // Without fields nobody asks: a list is filtered.
    let plain = ask(&Query::parse("zero draft qqxxqq"));
    assert_eq!((plain.total, plain.left_out), (0, None));
}

#[test]
fn two_words_that_were_read_as_one_are_told_both() {
    let query = Query::read("zonalt ax banks fund project", FIELDS, &mut |_, _| None);
    let titles = ["zonaltax board", "banks fund project"];
    let index = Index::build(titles.into_iter().map(|title| Document {
        fields: vec![(Field::Title, title.into())],
        ..Document::default()
    }));
    let results = index.search(&query, 100, None);
    let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
    assert_eq!(keys, [1]);
    assert_eq!(results.left_out.as_deref(), Some("zonalt ax"));
}

/// The number of a thing that nothing is called by goes first, and another word where something is called by all
/// the rest.
#[test]
fn beside_an_unknown_number_a_word_goes_where_the_others_are_a_name() {
    let titles = ["Article 19 of the compact", "The summit", "19 articles"];
    let index = Index::build(titles.into_iter().map(|title| Document {
        fields: vec![(Field::Title, title.into())],
        names: vec![title.into()],
        ..Document::default()
    }));
    let ask = |typed: &str| {
        let results = index.search(&Query::read(typed, FIELDS, &mut |_, _| None), 100, None);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        (keys, results.left_out)
    };
    assert_eq!(
        ask("article 19 compact summit"),
        (vec![0], Some("summit".to_owned()))
    );
    // That there are 19 articles says nothing of the summit.
    assert_eq!(ask("article 19 summit"), (vec![], None));
}
