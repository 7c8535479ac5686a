//! What questions ask for besides their words, fields without words, and slips in short words.

use crate::search::{Document, Field, Index, Marker, Query, Results, Session, Set};
use std::sync::Arc;

const FIELDS: &[&[&str]] = &[&["is"]];

fn document(fields: &[(Field, &'static str)], weight: u8) -> Document<'static> {
    Document {
        fields: fields
            .iter()
            .map(|&(field, text)| (field, text.into()))
            .collect(),
        weight,
        ..Document::default()
    }
}

fn titles(titles: &[&'static str]) -> Index {
    Index::build(
        titles
            .iter()
            .map(|title| document(&[(Field::Title, title)], 255)),
    )
}

fn search(index: &Index, query: &Query) -> Results {
    index.search_in(&mut Session::new(), query, 100, None)
}

fn ask(index: &Index, typed: &str) -> Vec<u32> {
    let results = search(index, &Query::read(typed, FIELDS, &mut |_, _| None));
    assert_eq!(results.total, results.hits.len(), "{typed}");
    results.hits.iter().map(|hit| hit.key).collect()
}

#[test]
fn a_day_or_a_place_that_is_asked_for_is_no_word_of_the_answer() {
    let index = titles(&[
        "قمة المستقبل",
        "Summit of the Future",
        "a side event of the summit is held",
    ]);
    for typed in [
        "where is the summit of the future held",
        "when will the summit of the future happen",
    ] {
        assert_eq!(ask(&index, typed), [1], "{typed}");
    }
    assert_eq!(ask(&index, "متى عقدت قمة المستقبل"), [0]);
    // By itself it is a word like any other.
    assert_eq!(ask(&index, "held"), [2]);
    // It is the last that says anything, or it is what is asked for.
    assert_eq!(ask(&index, "when held"), [2]);
    assert_eq!(ask(&index, "what is held"), [2]);
}

#[test]
fn a_contract_is_no_day_that_is_asked_for() {
    let index = titles(&["عقد الإيجار", "الإيجار السنوي"]);
    assert_eq!(ask(&index, "عقد الإيجار"), [0]);
    // A question leaves nothing out: what has it comes first.
    for typed in ["ما عقد الإيجار", "ما هو عقد الإيجار", "من عقد الإيجار"]
    {
        assert_eq!(ask(&index, typed), [0, 1], "{typed}");
    }
    // Whoever asks for the day asks for the meeting, whatever is written of it.
    assert_eq!(ask(&titles(&["الاجتماع الأول"]), "متى عقد الاجتماع الأول"), [0]);
    assert_eq!(
        ask(&titles(&["الاجتماع الأول"]), "ما الذي عقد الاجتماع الأول"),
        [0]
    );
}

#[test]
fn a_share_of_a_hundred_is_found_however_it_is_said() {
    let index = titles(&["حكومات 42 % وقطاع خاص 32 %", "42 dollars"]);
    for typed in [
        "حكومات 42 بالمئة",
        "42 في المئة حكومات",
        "42 بالمائة حكومات",
    ] {
        assert_eq!(ask(&index, typed), [0], "{typed}");
    }
    // Both have the number; the shorter one comes first.
    assert_eq!(ask(&index, "42 percent"), [1, 0]);
}

#[test]
fn a_question_asks_for_a_kind_of_record() {
    let secretariat = "the technical secretariat coordinates with the union";
    let index = Index::build([
        document(&[(Field::Title, "Technical secretariat")], 250),
        document(
            &[
                (Field::Text, secretariat),
                (Field::Number, "recommendation"),
            ],
            200,
        ),
        document(&[(Field::Title, "Partners of the technical union")], 250),
        document(
            &[(Field::Text, "57 partners"), (Field::Number, "figure")],
            100,
        ),
        document(
            &[
                (Field::Text, "الأمانة الفنية تنسق"),
                (Field::Number, "recommendation"),
            ],
            100,
        ),
    ]);
    // What is not of the kind is found all the same, behind what is.
    assert_eq!(
        ask(&index, "what should the technical secretariat do"),
        [1, 0]
    );
    assert_eq!(ask(&index, "ما المطلوب من الأمانة الفنية"), [4]);
    assert_eq!(ask(&index, "ماذا على الأمانة الفنية أن تفعل"), [4]);
    assert_eq!(ask(&index, "how many partners"), [3, 2]);
    // There is no figure of it: the words are all that is asked for.
    assert_eq!(ask(&index, "how many technical partners"), [2]);
    // A list that is filtered has no kinds.
    let query = Query::parse("how many partners");
    assert_eq!(search(&index, &query).total, 0);
    // The kind is no match.
    let query = Query::read("how many partners", FIELDS, &mut |_, _| None);
    let found = search(&index, &query);
    let mut marker = Marker::of(&query, &found.guesses);
    let marks = marker.marks("figure of partners");
    assert_eq!((marks.len(), marks.first()), (1, Some(&(10..18))));
}

#[test]
fn a_question_leaves_nothing_out_that_its_words_find() {
    let index = Index::build([
        document(&[(Field::Text, "57 satellites")], 100),
        document(&[(Field::Text, "a figure of speech in satellites")], 100),
        document(&[(Field::Title, "Satellites still in orbit")], 250),
        document(&[(Field::Text, "the bureau staffs itself")], 100),
        document(&[(Field::Text, "the recommendation of the bureau")], 100),
    ]);
    let sorted = |typed: &str| {
        let mut keys = ask(&index, typed);
        keys.sort_unstable();
        keys
    };
    assert_eq!(sorted("satellites"), [0, 1, 2]);
    for typed in [
        "how many satellites",
        "how many satellites are there",
        "how many satellites do we still have",
        "what satellites are still",
    ] {
        assert_eq!(sorted(typed), [0, 1, 2], "{typed}");
    }
    assert_eq!(sorted("bureau"), [3, 4]);
    assert_eq!(sorted("what should the bureau do"), [3, 4]);
    // The word that is typed last may be the beginning of another, which comes first.
    assert_eq!(ask(&index, "satellites in"), [2, 1, 0]);
    // What is not asked is what was typed.
    assert_eq!(ask(&index, "satellites still"), [2]);
}

/// More answer than are scored: behind what is asked for the others stand as they do without it.
#[test]
fn what_is_asked_for_comes_first_of_very_many() {
    let index = Index::build((0..3000_u32).map(|key| match key {
        2990 => document(&[(Field::Text, "zonalt"), (Field::Number, "figure")], 10),
        2991 => document(&[(Field::Title, "zonalt")], 10),
        _ => document(&[(Field::Text, "a text of zonalt")], 200),
    }));
    let found = |typed: &str| {
        let query = Query::read(typed, FIELDS, &mut |_, _| None);
        let results = index.search_in(&mut Session::new(), &query, 2, None);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        (keys, results.total)
    };
    assert_eq!(found("how many zonalt"), (vec![2990, 2991], 3000));
}

#[test]
fn which_of_several_is_asked_for_leaves_none_out() {
    let mut council = document(&[(Field::Name, "Council")], 100);
    council.names = vec!["Council".into()];
    let index = Index::build([
        document(&[(Field::Title, "Council working group")], 250),
        council,
        document(&[(Field::Text, "put off to the next council")], 180),
    ]);
    for typed in [
        "when is the next council",
        "when was the last council",
        "where is the upcoming council",
    ] {
        let keys = ask(&index, typed);
        assert_eq!((keys.len(), keys.first()), (3, Some(&1)), "{typed}");
    }
    // Elsewhere it is a word.
    assert_eq!(ask(&index, "next council"), [2]);
    let cost = titles(&["Headquarters project", "the cost of lamps"]);
    assert_eq!(ask(&cost, "how much does the headquarters cost"), [0]);
    // Elsewhere it counts as any word does that stands somewhere.
    assert_eq!(ask(&cost, "headquarters cost"), [] as [u32; 0]);
}

#[test]
fn what_is_called_by_the_other_words_is_what_a_word_is_left_out_for() {
    let mut resolution = document(&[(Field::Title, "Resolution 212")], 100);
    resolution.names = vec!["Resolution 212".into()];
    let index = Index::build([
        document(&[(Field::Text, "Resolution of 212 lamps")], 100),
        resolution,
        document(&[(Field::Text, "212 lamps in Dubai")], 250),
        document(&[(Field::Title, "SG3-RG in Riyadh")], 100),
    ]);
    let asked = |typed: &str| {
        let query = Query::read(typed, FIELDS, &mut |_, _| None);
        let results = search(&index, &query);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        (keys, results.left_out)
    };
    let dubai = Some("Dubai".to_owned());
    assert_eq!(asked("resolution 212 Dubai"), (vec![1, 0], dubai));
    // A code is one of three words too.
    let meeting = Some("meeting".to_owned());
    assert_eq!(asked("SG3-RG riyadh meeting"), (vec![3], meeting));
}

#[test]
fn a_word_is_left_out_that_says_the_least_of_what_is_asked_for() {
    let index = Index::build([
        document(&[(Field::Title, "Agenda items on zonalt")], 100),
        document(&[(Field::Text, "items of delay")], 100),
        document(&[(Field::Text, "items and zonalt")], 100),
        document(&[(Field::Text, "the bureau of members")], 100),
        document(&[(Field::Text, "the bureau meets in Kigali")], 100),
        document(&[(Field::Text, "members from Kigali")], 100),
        document(&[(Field::Text, "members")], 100),
    ]);
    let asked = |typed: &str| {
        let query = Query::read(typed, FIELDS, &mut |_, _| None);
        let results = search(&index, &query);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        (keys, results.left_out)
    };
    let word = |word: &str| Some(word.to_owned());
    // Fewer have the first two words, but the others are what something is called.
    assert_eq!(asked("items delay zonalt"), (vec![0, 2], word("delay")));
    assert_eq!(asked("bureau members kigali"), (vec![4], word("members")));
}

#[test]
fn what_has_to_be_done_and_who_is_asked_are_no_words_of_the_answer() {
    let mut who = document(&[(Field::Name, "WHO")], 100);
    who.names = vec!["WHO".into()];
    let index = Index::build([
        who,
        document(&[(Field::Text, "الأمانة تنسق")], 100),
        document(&[(Field::Text, "يوجب على الأمانة")], 100),
        document(&[(Field::Title, "outer space")], 100),
    ]);
    let sorted = |typed: &str| {
        let mut keys = ask(&index, typed);
        keys.sort_unstable();
        keys
    };
    assert_eq!(sorted("ماذا يجب على الأمانة"), [1, 2]);
    assert_eq!(sorted("ما المطلوب من الأمانة"), [1, 2]);
    assert_eq!(sorted("what does WHO do"), [0]);
    assert_eq!(sorted("tell me about outer space"), [3]);
    assert_eq!(sorted("what must outer space do"), [3]);
}

#[test]
fn what_is_asked_for_by_name_stands_before_what_has_no_words() {
    let index = titles(&["one", "two", "three", "four"]);
    let mut set = Set::new(4);
    (1..4).for_each(|key| set.insert(key));
    let set = Arc::new(set);
    let first = |typed: &str, first: Vec<u32>, limit: usize| -> Vec<u32> {
        let query = Query::read(typed, FIELDS, &mut |_, _| Some(set.clone()));
        let query = query.with_first(first);
        let results = index.search_in(&mut Session::new(), &query, limit, None);
        assert_eq!(results.total, if typed.contains('!') { 1 } else { 3 });
        results.hits.iter().map(|hit| hit.key).collect()
    };
    assert_eq!(first("is:any", vec![3], 10), [3, 1, 2]);
    assert_eq!(first("is:any", vec![3], 2), [3, 1]);
    // What does not answer is not put in.
    assert_eq!(first("is:any", vec![0], 10), [1, 2, 3]);
    assert_eq!(first("!is:any", vec![3], 10), [0]);
}

#[test]
fn what_has_no_words_stands_in_the_order_in_which_it_was_given() {
    // More than are ranked, those that are worth least first.
    let many = 5000_u32;
    let index = Index::build((0..many).map(|key| Document {
        fields: vec![(Field::Title, format!("title {key}").into())],
        weight: (key / 20) as u8,
        ..Document::default()
    }));
    let set = |from: u32, step: usize| {
        let mut set = Set::new(many as usize);
        (from..many).step_by(step).for_each(|key| set.insert(key));
        Arc::new(set)
    };
    let (even, third) = (set(0, 2), set(1, 3));
    let hits = |typed: &str, among: Option<&Arc<Set>>| -> (Vec<u32>, usize) {
        let mut values = |_, value: &str| match value {
            "even" => Some(even.clone()),
            "third" => Some(third.clone()),
            _ => None,
        };
        let query = Query::read(typed, FIELDS, &mut values);
        let mut session = Session::new();
        let results = match among {
            Some(among) => index.search_among(&mut session, &query, 3, among),
            None => index.search_in(&mut session, &query, 3, None),
        };
        (
            results.hits.iter().map(|hit| hit.key).collect(),
            results.total,
        )
    };
    assert_eq!(hits("is:even", None), (vec![0, 2, 4], 2500));
    // 1, 4, 7, …: every other one is even, 4, 10, 16, … up to 4996.
    assert_eq!(hits("is:even is:third", None), (vec![4, 10, 16], 833));
    assert_eq!(hits("is:third !is:even", None), (vec![1, 7, 13], 834));
    assert_eq!(hits("is:even", Some(&third)), (vec![4, 10, 16], 833));
}

#[test]
fn no_text_begins_with_what_nobody_reads_in_it() {
    let mut of_kind = document(
        &[(Field::Number, "تقرير"), (Field::Title, "تعزيز التنسيق")],
        255,
    );
    of_kind.unseen = 0..1;
    let title = document(&[(Field::Title, "تقرير عن التنسيق")], 100);
    let index = Index::build([of_kind, title]);
    assert_eq!(ask(&index, "تقرير"), [0, 1]);
    let begins = Query::parse("^تقرير");
    let results = index.search_places(&mut Session::new(), &begins, 10, None, &|_| true);
    let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
    assert_eq!(keys, [1]);
}

#[test]
fn a_slip_in_a_short_word_is_counted_wherever_it_stands() {
    let some = |count: usize, title: &'static str| {
        // A small part of those with the other word.
        let others = std::iter::repeat_n("council of others", 8 * count);
        let others = others.chain(["council of gaz"]);
        let titles = (0..count).map(|_| title).chain(others);
        let all: Vec<&'static str> = titles.collect();
        self::titles(&all)
    };
    let found = |index: &Index, typed: &str| search(index, &Query::parse(typed)).total;
    assert_eq!(found(&some(10, "guy of the council"), "gay council"), 11);
    // The guys, and the gaz.
    for (count, expected) in [(63, 64), (64, 65), (200, 201)] {
        let index = some(count, "guy of the council");
        assert_eq!(found(&index, "gay council"), expected, "{count}");
    }
    // Those with the cheaper slip come first: s is beside a on the keyboard, u is not.
    let mut titles = vec!["guy of the council"; 70];
    titles.extend(["gsy of the council"; 3]);
    titles.extend(["council of others"; 7 * 73]);
    let index = self::titles(&titles);
    let results = search(&index, &Query::parse("gay council"));
    assert_eq!(results.total, 73);
    let first: Vec<u32> = results.hits.iter().take(3).map(|hit| hit.key).collect();
    assert_eq!(first, [70, 71, 72]);
    // So it is beside a word that stands nowhere and is left out.
    let without = |index: &Index, typed: &str| {
        let results = search(index, &Query::read(typed, FIELDS, &mut |_, _| None));
        (results.total, results.left_out)
    };
    let zonalt = some(200, "guy of the zonalt");
    let left_out = Some("qqxxqq".to_owned());
    assert_eq!(
        without(&zonalt, "gay zonalt qqxxqq"),
        (200, left_out.clone())
    );
    let few = some(10, "guy of the zonalt");
    assert_eq!(without(&few, "gay zonalt qqxxqq"), (10, left_out));
    let sibrani = some(200, "الأمن السيبراني");
    let left_out = Some("qqxxqq".to_owned());
    assert_eq!(without(&sibrani, "amn sibrani qqxxqq"), (200, left_out));
    // How it is written in Arabic letters is no slip, however often it stands there.
    assert_eq!(found(&some(200, "الأمن السيبراني"), "amn sibrani"), 200);
}

#[test]
fn the_name_of_a_kind_that_was_guessed_is_asked_for() {
    let index = Index::build([
        document(&[(Field::Title, "توصية مجموعة العشرين")], 250),
        document(
            &[(Field::Number, "توصية"), (Field::Text, "تقديم ورقة")],
            190,
        ),
    ]);
    assert_eq!(ask(&index, "tawsiya"), [1, 0]);
}

#[test]
fn a_name_is_met_in_another_form_of_a_word_that_was_guessed() {
    let fields = [
        (Field::Name, "المندوبون المفوضون"),
        (Field::Text, "مؤتمر المندوبين المفوضين"),
    ];
    let mut conference = document(&fields, 130);
    conference.names = vec!["المندوبون المفوضون".into()];
    let index = Index::build([
        document(&[(Field::Title, "تحسينات المندوبين المفوضين")], 250),
        conference,
    ]);
    assert_eq!(ask(&index, "المندوبين المفوصين"), [1, 0]);
}

#[test]
fn a_name_that_was_typed_as_one_word_is_met() {
    let mut conference = document(&[(Field::Name, "مؤتمر المندوبين")], 130);
    conference.names = vec!["مؤتمر المندوبين".into()];
    let index = Index::build([
        document(&[(Field::Title, "قرارات مؤتمر المندوبين وتنفيذها")], 250),
        conference,
    ]);
    assert_eq!(ask(&index, "موتمرالمندوبين"), [1, 0]);
}
