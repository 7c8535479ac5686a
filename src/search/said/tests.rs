//! What is said otherwise, read as the options of clauses.

use super::super::fold::letter;
use super::super::query::Query;

/// The words of each option of each clause, forms apart.
fn options(query: &str) -> Vec<Vec<String>> {
    said(&Query::words(query))
}

fn said(query: &Query) -> Vec<Vec<String>> {
    let word = |word: &[u8]| {
        word.iter()
            .map(|&symbol| letter(symbol))
            .collect::<String>()
    };
    let clauses = query.clauses().iter();
    let option = |option: &Vec<_>| {
        let terms = option.iter();
        let words = terms.map(|term: &super::Term| word(&term[0].word));
        words.collect::<Vec<_>>().join(" ")
    };
    clauses
        .map(|clause| clause.options.iter().map(option).collect())
        .collect()
}

#[test]
fn a_number_with_its_scale_is_the_number_too() {
    assert_eq!(
        options("318 ألف فرنك"),
        [vec!["318", "318000"], vec!["الف", "318000"], vec!["فرنك"]]
    );
    let scaled = |typed| options(typed).concat();
    assert_eq!(
        scaled("9.7 million"),
        ["9.7", "9700000", "million", "9700000"]
    );
    assert_eq!(
        scaled("٣٠ مليار"),
        ["30", "30000000000", "مليار", "30000000000"]
    );
    // Less than one cannot be meant, and no word before it scales.
    assert_eq!(options("1.2345 thousand").len(), 2);
    assert_eq!(options("ألف 318"), [vec!["الف"], vec!["318"]]);
}

#[test]
fn a_scale_may_stand_behind_its_number_without_a_blank() {
    for (typed, said) in [
        ("2.4m", ["2400000", "2.4 million", "2.4 m"].as_slice()),
        ("30bn", &["30000000000", "30 billion"]),
        ("318k", &["318000", "318 thousand", "318 k"]),
        ("٣١٨k", &["318000", "318 thousand", "318 k"]),
    ] {
        assert_eq!(&options(typed)[0][1..], said, "{typed}");
    }
    // A letter may as well be that of an item.
    assert_eq!(options("4b")[0][1..], ["4000000000", "4 billion", "4 b"]);
    for typed in ["item 4b", "Article 4b", "البند 4b", "مادة 4b", "items 4b"] {
        assert_eq!(options(typed)[1], ["4b", "4 b"], "{typed}");
        assert!(!options(typed).concat().concat().contains("000"), "{typed}");
    }
    // No scale, a letter more, a number that is no whole one.
    for typed in ["5g", "c24m", "30bnx", "2.4567k"] {
        let all = options(typed).concat();
        assert!(!all.iter().any(|said| said.contains("000")), "{typed}");
    }
}

#[test]
fn what_is_counted_may_have_its_number_in_words() {
    for (typed, said) in [
        ("item five", "item 5"),
        ("item fifty two", "item 52"),
        ("item twenty", "item 20"),
        ("item nineteen", "item 19"),
        ("البند السابع والعشرون", "بند 27"),
        ("البند الثاني عشر", "بند 12"),
        ("القرار الحادي عشر", "قرار 11"),
        ("البند الخمسين", "بند 50"),
        ("الهدف التاسع", "هدف 9"),
    ] {
        let read = options(typed);
        assert_eq!(read.len(), typed.split(' ').count(), "{typed}");
        for word in read {
            assert_eq!(word[1..], [said], "{typed}");
        }
    }
    // In English what says the place in order belongs to what follows it, but behind tens.
    for typed in [
        "committee first meeting",
        "committee second session",
        "resolution first adopted",
        "recommendation third meeting",
    ] {
        assert_eq!(options(typed).concat().len(), 3, "{typed}");
    }
    assert_eq!(options("sixty eighth session")[0], ["sixty", "68"]);
    assert_eq!(options("sixty-eighth session")[0][2], "68");
    // What follows is no part of the number.
    let more = options("item fifty kuwait");
    assert_eq!(more[1], ["fifty", "item 50"]);
    assert_eq!(more[2], ["kuwait"]);
    let more = options("البند السابع والكويت");
    assert_eq!(more[2], ["والكويت"]);
    // Nothing is counted: two words are a number all the same, one may say something else.
    assert_eq!(options("fifty two").concat(), ["fifty", "52", "two", "52"]);
    assert_eq!(options("fifty").concat(), ["fifty"]);
}

#[test]
fn a_question_asks_for_a_kind_by_its_verb() {
    let asked = |typed: &str| super::asked_for(&super::fold(typed));
    for (typed, kind) in [
        ("who speaks for tunisia", Some("nomination")),
        ("من يمثل مصر", Some("nomination")),
        ("does the arab group back the index", Some("position")),
        ("هل نؤيد المؤشر", Some("position")),
        ("what does itu think of the summit", Some("position")),
        ("how many countries", Some("figure")),
        ("what should the secretariat do", Some("recommendation")),
        ("هل اعتمدوا الورقة البيضاء", Some("outcome")),
        ("ماذا نعتمد في المجلس", Some("outcome")),
        ("هل أجازت اللجنة الخطة", Some("outcome")),
        ("did the council approve the theme", Some("outcome")),
        ("represents tunisia", None),
        ("what is the back office", None),
        ("who is guy ryder", None),
    ] {
        assert_eq!(asked(typed), kind, "{typed}");
    }
}

#[test]
fn a_day_in_digits_is_the_day_as_it_is_kept_and_as_it_is_written() {
    let day = ["20210531", "31 مايو 2021"];
    for typed in [
        "31/5/2021",
        "31.05.2021",
        "31-05-2021",
        "٣١/٥/٢٠٢١",
        "5/31/2021",
        "2021/5/31",
    ] {
        assert_eq!(options(typed)[0][..2], day, "{typed}");
    }
    // It may be written so in the text as well.
    assert_eq!(options("31/5/2021")[0][2..], ["3152021"]);
    // No day: a code.
    assert_eq!(options("26/1/7").len(), 1);
    assert!(
        !options("31/13/2021")
            .concat()
            .contains(&"20211331".to_owned())
    );
}

#[test]
fn a_month_of_a_year_in_digits_is_the_month_as_it_is_kept_and_as_it_is_written() {
    for typed in ["9/2021", "09-2021", "2021/9", "2021-09", "٩/٢٠٢١"] {
        assert_eq!(options(typed)[0][..2], ["202109", "سبتمبر 2021"], "{typed}");
    }
    // No month, no year, a number with a point, a document.
    for typed in ["13/2021", "9/21", "9.2021", "2019-2021", "23/4", "0/2021"] {
        let options = options(typed).concat();
        let is_month = |said: &String| said.contains(' ') && !said.starts_with(char::is_numeric);
        assert!(!options.iter().any(is_month), "{typed}: {options:?}");
    }
}

#[test]
fn months_in_two_words_are_one_elsewhere() {
    assert_eq!(
        options("كانون الأول 2015"),
        [
            vec!["كانون", "ديسمبر"],
            vec!["الاول", "ديسمبر"],
            vec!["2015"]
        ]
    );
    assert_eq!(
        options("الذكاء الصناعي"),
        [vec!["الذكا", "ذكا اصطناعي"], vec!["الصناعي", "ذكا اصطناعي"]]
    );
    assert_eq!(options("القطاع الصناعي").len(), 2);
}

/// A moon is none of those that were sent up, and what is in outer space is not in any space; recycled is an
/// economy, no letter.
#[test]
fn what_is_said_beside_another_word_needs_both() {
    for typed in ["أقمار صناعية", "القمر الصناعي"] {
        let read = options(typed);
        assert_eq!(
            read[1][1..],
            [
                "قمر صناعي",
                "اقمار صناعي",
                "قمر اصطناعي",
                "اقمار اصطناعي",
                "ساتل",
                "سواتل",
                "فضا خارجي"
            ],
            "{typed}"
        );
        assert_eq!(read[0][1..], read[1][1..], "{typed}");
    }
    assert_eq!(
        options("الاقتصاد الدائري"),
        [
            vec!["الاقتصاد", "اقتصاد تدوير"],
            vec!["الدايري", "اقتصاد تدوير"]
        ]
    );
}

/// The day of something is asked for by its name, unless a word before it asks for a day; where nothing has one
/// it is left out.
#[test]
fn a_day_that_is_asked_for_by_its_name_is_left_out_where_nothing_has_one() {
    let small = |typed: &str| {
        let fields = [["kind"].as_slice()];
        let query = Query::read(typed, &fields, &mut |_, _| None);
        let clauses = query.clauses().iter();
        clauses.map(|clause| clause.small).collect::<Vec<_>>()
    };
    use super::Small::{Aside, No};
    for typed in [
        "موعد تقديم",
        "مواعيد نهائية",
        "deadline luggage",
        "date palm",
    ] {
        assert_eq!(small(typed), [Aside, No], "{typed}");
    }
    assert_eq!(small("ما موعد المجلس"), [Aside, No]);
    // By itself, and beside what says nothing, it is all that is asked for.
    for typed in ["موعد", "date", "the date", "ما موعد"] {
        assert_eq!(small(typed).last(), Some(&No), "{typed}");
    }
    for typed in ["متى موعد المجلس", "when is the deadline of council"] {
        let small = small(typed);
        assert_eq!(
            small.iter().filter(|small| **small == No).count(),
            1,
            "{typed}"
        );
        assert!(!small.contains(&Aside), "{typed}");
    }
}

#[test]
fn what_says_nothing_is_left_out() {
    assert_eq!(options("القرار رقم 191"), [vec!["القرار"], vec!["191"]]);
    assert_eq!(options("No. 191"), [vec!["191"]]);
    assert_eq!(options("رقم"), [vec!["رقم"]]);
    assert_eq!(options("د. هند"), [vec!["هند"]]);
    assert_eq!(options("د هند").len(), 2);
    assert_eq!(options("السيدة شهيرة"), [vec!["شهيره"]]);
    assert_eq!(options("السيدة").len(), 1);
    assert_eq!(options("al qarar 191"), [vec!["qarar"], vec!["191"]]);
    assert_eq!(options("ال مشاركة عن بعد")[0], ["مشاركه"]);
    // Before what it is no article of, it is a word.
    assert_eq!(options("al 191").len(), 2);
    assert_eq!(options("al"), [vec!["al"]]);
}

#[test]
fn a_number_in_words_is_a_number_with_a_hyphen_or_behind_a_word_for_one_too() {
    assert_eq!(options("fifty-two"), [vec!["fiftytwo", "fifty two", "52"]]);
    assert_eq!(options("number fifty-two").len(), 1);
    assert_eq!(options("twenty seven")[0], ["twenty", "27"]);
    for typed in ["item number fifty two", "البند رقم اثنان وخمسون"] {
        let said = options(typed).concat();
        assert!(
            said.iter().any(|said| said.ends_with(" 52")),
            "{typed}: {said:?}"
        );
    }
    // The first ten are no eleven.
    for typed in ["أول عشر توصيات", "أول عشرة", "واحد عشر"] {
        assert!(
            !options(typed).concat().contains(&"11".to_owned()),
            "{typed}"
        );
    }
    assert_eq!(options("أحد عشر")[0], ["احد", "11"]);
    assert_eq!(options("البند الحادية عشرة")[0], ["البند", "بند 11"]);
    // One word alone may be anything.
    assert_eq!(options("seven"), [vec!["seven"]]);
    assert!(!options("two-way").concat().contains(&"2".to_owned()));
}

#[test]
fn letters_apart_are_initials_where_people_ask() {
    let asked = |typed: &str| {
        let fields = [["kind"].as_slice()];
        said(&Query::read(typed, &fields, &mut |_, _| None))
    };
    // One that was typed twice says nothing new.
    assert_eq!(asked("w s i s"), [vec!["wsis", "w s i"]]);
    assert_eq!(asked("ف ت ب ق"), [vec!["فتبق", "ف ت ب ق"]]);
    assert_eq!(asked("i t i"), [vec!["iti", "i t"]]);
    assert_eq!(asked("x y"), [vec!["x"], vec!["y"]]);
    assert_eq!(asked("x 1 y").len(), 3);
    // No abbreviation has so many.
    assert_eq!(asked("m n p q r t v w x y z c d").len(), 13);
    // In a list a blank is and.
    assert_eq!(options("w s i s"), [vec!["w"], vec!["s"], vec!["i"]]);
}

/// Of what one is asked for, and not only of which kind of record.
#[test]
fn behind_an_article_a_verb_of_a_question_is_a_noun() {
    let wished = |typed: &str| {
        let fields = [["kind"].as_slice()];
        let query = Query::read(typed, &fields, &mut |_, _| None);
        let mut clauses = query.clauses().iter();
        clauses.any(|clause| clause.is_wish() && clause.plain_word() == Some(b"chair"))
    };
    assert!(!wished("who is the chair of the council"));
    assert!(!wished("who is a chair of the council"));
    assert!(wished("who will chair the council"));
}

#[test]
fn a_share_is_of_the_number_right_before_it() {
    assert_eq!(options("42 percent women"), [vec!["42"], vec!["women"]]);
    assert_eq!(options("42 في المئة"), [vec!["42"], vec!["في"]]);
    assert_eq!(options("33.5 percent").len(), 1);
    // A year is no share, nor is a number that other words part from it.
    for typed in ["2023 percent women", "42 of percent"] {
        let all = options(typed).concat();
        assert!(all.contains(&"percent".to_owned()), "{typed}: {all:?}");
    }
}

#[test]
fn hundreds_in_words_are_a_number_as_they_are_written_and_spoken() {
    for (typed, number) in [
        ("المقرر ستمائة وتسعة عشر", "مقرر 619"),
        ("القرار مئتان واثنا عشر", "قرار 212"),
        ("القرار مية وواحد وثلاثين", "قرار 131"),
        ("القرار رقم مائة وواحد وتسعون", "قرار 191"),
        ("القرار ثلاث مئة", "قرار 300"),
        ("القرار مئة و 5", "قرار 105"),
        ("decision six hundred and nineteen", "decision 619"),
        ("decision six hundred nineteen", "decision 619"),
        ("resolution one hundred thirty-one", "resolution 131"),
        ("resolution two hundred twelve", "resolution 212"),
        ("البند تسعتاشر", "بند 19"),
    ] {
        let said = options(typed);
        assert!(said[0].contains(&number.to_owned()), "{typed}: {said:?}");
    }
    // By itself, too, where it has several words; what follows a hundred without and is something else.
    assert_eq!(options("decison six hundred nineteen")[1], ["six", "619"]);
    assert_eq!(options("مئة خبير").len(), 2);
    assert!(!options("مئة خبير").concat().contains(&"100".to_owned()));
}

#[test]
fn how_often_is_said_in_two_words() {
    assert!(options("every year")[0].contains(&"annual".to_owned()));
    assert!(options("تقرير كل سنة")[1].contains(&"سنوي".to_owned()));
}
