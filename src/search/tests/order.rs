//! What comes first of what has the same words, and slips where they are certain.

use crate::search::{Document, Field, Guesses, Index, Marker, Query, Results, Search};

use Field::{Name, Number, Text, Title};

/// Records with their weights.
fn index(records: &[(u8, &[(Field, &'static str)])]) -> Index {
    Index::build(records.iter().map(|(weight, fields)| {
        Document {
            unseen: 0..0,
            fields: fields
                .iter()
                .map(|&(field, text)| (field, text.into()))
                .collect(),
            names: fields
                .iter()
                .filter(|(field, _)| matches!(field, Name | Title))
                .map(|&(_, text)| text.into())
                .collect(),
            weight: *weight,
        }
    }))
}

fn search(index: &Index, query: &str) -> Results {
    index.search(&Query::parse(query), 10, None)
}

fn found(index: &Index, query: &str) -> Vec<u32> {
    let hits = search(index, query).hits;
    hits.iter().map(|hit| hit.key).collect()
}

#[test]
fn what_is_called_by_few_words_comes_before_what_happened_to_it() {
    let index = index(&[
        (
            150,
            &[(Title, "Press conference launching the AI Advisory Body")],
        ),
        (130, &[(Name, "AI Advisory Body")]),
        (250, &[(Title, "The AI advisory bodies of other unions")]),
        (
            130,
            &[(
                Name,
                "The secretariat of the office that serves the AI Advisory Body",
            )],
        ),
    ]);
    // The body before the event, an item before both, a name that is a sentence behind them.
    assert_eq!(found(&index, "ai advisory"), [2, 1, 0, 3]);
}

#[test]
fn what_a_title_adds_in_brackets_says_less_than_what_stands_before() {
    let index = index(&[
        (
            250,
            &[(
                Title,
                "Streamlining of Resolution 154 (Rev. Bucharest, 2022)",
            )],
        ),
        (150, &[(Title, "Round table in Bucharest")]),
        (130, &[(Title, "Text"), (Text, "Bucharest")]),
        (150, &[(Title, "ICT Development Index (IDI)")]),
        (140, &[(Title, "IDI as seen by others")]),
    ]);
    assert_eq!(found(&index, "bucharest"), [1, 0, 2]);
    // An acronym is a name of the thing.
    assert_eq!(found(&index, "idi"), [3, 4]);
    // The words of a title stand side by side also over a bracket.
    assert_eq!(found(&index, "154 rev"), [0]);
}

#[test]
fn what_a_kind_is_called_stands_near_every_word() {
    let index = index(&[
        (
            140,
            &[
                (Title, "Participants in the first meeting"),
                (Number, "figure"),
            ],
        ),
        (
            150,
            &[(Title, "First session of the group"), (Number, "meeting")],
        ),
    ]);
    assert_eq!(found(&index, "first meeting"), [1, 0]);
}

#[test]
fn two_names_in_two_scripts_are_one_record() {
    let index = index(&[
        (
            230,
            &[
                (Title, "Facilitator with UNESCO"),
                (Title, "ميسر مع اليونسكو"),
            ],
        ),
        (130, &[(Name, "UNESCO"), (Name, "اليونسكو")]),
    ]);
    assert_eq!(found(&index, "اليونسكو unesco"), [1, 0]);
    assert_eq!(found(&index, "unesco اليونسكو"), [1, 0]);
    assert_eq!(found(&index, "with unesco"), [0]);
}

#[test]
fn a_letter_is_left_out_more_often_than_a_blank() {
    let index = index(&[
        (200, &[(Title, "Our common agenda")]),
        (200, &[(Title, "com on the agenda")]),
        (200, &[(Title, "resource mobilization")]),
        (200, &[(Title, "res source mobilization")]),
        (200, &[(Title, "climate change")]),
    ]);
    assert_eq!(found(&index, "comon agenda"), [0]);
    assert_eq!(found(&index, "ressource mobilization"), [2]);
    assert_eq!(found(&index, "climatechange"), [4]);
}

#[test]
fn three_letters_have_a_slip_only_beside_a_word_that_is_met() {
    let index = index(&[
        (200, &[(Title, "Guy Ryder"), (Title, "غاي رايدر")]),
        (200, &[(Title, "Mr Ryder of the office")]),
        (200, &[(Title, "a day in May")]),
    ]);
    assert_eq!(found(&index, "gay ryder"), [0]);
    assert_eq!(found(&index, "جاي رايدر"), [0]);
    // By itself it is as it was typed, and so it is where the other word is met nowhere.
    assert_eq!(found(&index, "gay"), [] as [u32; 0]);
    assert_eq!(found(&index, "gay xyzzy"), [] as [u32; 0]);
    // What was typed is there: no slip is thought of.
    assert_eq!(found(&index, "day ryder"), [] as [u32; 0]);
    let query = Query::parse("gay ryder");
    let answer = search(&index, "gay ryder");
    let mut marker = Marker::of(&query, &answer.guesses);
    assert_eq!(marker.marks("Guy Ryder"), [0..3, 4..9]);
    let none = Guesses::default();
    let mut marker = Marker::of(&query, &none);
    assert_eq!(marker.marks("Guy Ryder").first(), Some(&(4..9)));
}

#[test]
fn a_word_that_is_only_inside_of_others_may_be_a_name_by_other_keys() {
    let index = index(&[
        (200, &[(Title, "مبادئ توجيهية")]),
        (200, &[(Name, "IDI")]),
        (200, &[(Title, "legal texts"), (Title, "ممثلون")]),
    ]);
    let results = search(&index, "هيه");
    assert_eq!(results.hits.first().map(|hit| hit.key), Some(1));
    assert_eq!(results.read_as, [("هيه".to_owned(), "idi".to_owned())]);
    // مثل is leg by other keys, and nothing is called so.
    assert_eq!(found(&index, "مثل"), [2]);
    assert_eq!(search(&index, "مثل").read_as, []);
}

#[test]
fn a_word_with_a_pronoun_behind_it_is_the_word() {
    let index = index(&[
        (200, &[(Text, "حصر المهام وما يليها")]),
        (220, &[(Text, "القطاعات ومهامها")]),
        (220, &[(Text, "الدول ومساهمتها")]),
    ]);
    assert_eq!(found(&index, "المهام"), [0, 1]);
    assert_eq!(found(&index, "مهام"), [0, 1]);
    assert_eq!(found(&index, "مساهمة"), [2]);
}

#[test]
fn a_slip_does_not_flood() {
    let index = index(&[
        (200, &[(Title, "تغير المناخ")]),
        (250, &[(Title, "المنح")]),
        (250, &[(Title, "المناخية")]),
        (200, &[(Title, "project prizes")]),
        (250, &[(Title, "the process")]),
        (250, &[(Title, "the prizewinners")]),
    ]);
    // A neighbour on the keyboard is nearer than a letter too much, and a word than a beginning.
    assert_eq!(found(&index, "المناح"), [0]);
    assert_eq!(found(&index, "prices"), [3]);
    assert_eq!(found(&index, "prizzewin"), [5]);
}
