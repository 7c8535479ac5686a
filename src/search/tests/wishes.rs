//! Words of a question that need not be there: what they are where nothing else was asked, and what
//! they are worth.

use crate::search::{Document, Field, Index, Query, Session};

fn index(documents: &[(Field, &'static str, u8)]) -> Index {
    let documents = documents.iter().map(|&(field, text, weight)| Document {
        fields: vec![(field, text.into())],
        weight,
        ..Document::default()
    });
    Index::build(documents)
}

fn ask(index: &Index, typed: &str) -> Vec<u32> {
    let query = Query::read(typed, &[&["is"]], &mut |_, _| None);
    let results = index.search_in(&mut Session::new(), &query, 100, None);
    assert_eq!(results.total, results.hits.len(), "{typed}");
    results.hits.iter().map(|hit| hit.key).collect()
}

#[test]
fn what_is_wished_for_is_asked_for_where_nothing_else_is() {
    let index = index(&[
        (Field::Title, "cost of lamps", 100),
        (Field::Title, "next lamps", 100),
        (Field::Title, "كلف الاتحاد", 100),
        (Field::Title, "lamps", 100),
    ]);
    assert_eq!(ask(&index, "how much is the cost"), [0]);
    assert_eq!(ask(&index, "when is the next"), [1]);
    assert_eq!(ask(&index, "كم كلف"), [2]);
    // Beside others it leaves nothing out.
    assert_eq!(ask(&index, "how much is the cost of lamps"), [0, 3, 1]);
}

#[test]
fn what_happens_leaves_nothing_out_of_a_question() {
    let index = index(&[
        (Field::Title, "sessions of the council", 250),
        (Field::Text, "two sessions held", 100),
    ]);
    assert_eq!(ask(&index, "how many sessions"), [0, 1]);
    assert_eq!(ask(&index, "how many sessions were held"), [1, 0]);
    // What is not asked is what was typed.
    assert_eq!(ask(&index, "sessions held"), [1]);
}

#[test]
fn what_has_the_one_that_is_asked_for_stands_before_what_has_not() {
    let index = index(&[
        (Field::Title, "الدورة الأولى", 250),
        (Field::Text, "تؤجل إلى الدورة القادمة", 100),
        (Field::Title, "دورة القادمين", 250),
    ]);
    // What only begins so is not it.
    assert_eq!(ask(&index, "متى الدورة القادمة")[0], 1);
    assert_eq!(ask(&index, "متى الدورة")[0], 0);
}
