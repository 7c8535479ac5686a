//! A small corpus, written by hand, and what a delegate expects to find first in it.

use super::marks;
use crate::search::{Document, Field, Index, Query, Search};

/// Key, weight, number, title, names, codes, text, background.
struct Record {
    weight: u8,
    fields: &'static [(Field, &'static str)],
}

use Field::{Background, Code, Name, Number, Text, Title};

const CORPUS: &[Record] = &[
    // 0
    Record {
        weight: 255,
        fields: &[
            (Number, "27"),
            (Title, "مشروع مباني مقر الاتحاد"),
            (Title, "Union headquarters premises project"),
            (Text, "القرار 212 والمقرر 619 بشأن مباني المقر"),
        ],
    },
    // 1
    Record {
        weight: 255,
        fields: &[
            (Number, "11"),
            (Number, "12"),
            (Title, "لجنة الخبراء المعنية بلوائح الاتصالات الدولية"),
            (
                Title,
                "Expert Group on the International Telecommunication Regulations",
            ),
            (Code, "EG-ITRs"),
        ],
    },
    // 2
    Record {
        weight: 220,
        fields: &[
            (Name, "شهيرة سليم"),
            (Name, "Shahira Selim"),
            (Title, "نائب رئيس فريق الخبراء"),
            (Title, "Vice-chair of the expert group"),
            (Code, "EG-ITRs"),
            (Background, "مصر Egypt"),
        ],
    },
    // 3
    Record {
        weight: 200,
        fields: &[
            (Title, "الميزانية لفترة السنتين 2026-2027"),
            (Title, "Budget of the Union for 2026-2027"),
            (Code, "C26/35"),
            (Text, "مبلغ 318,000 فرنك سويسري، والنمو 9.7 في المائة"),
        ],
    },
    // 4
    Record {
        weight: 200,
        fields: &[
            (Title, "تعزيز التنسيق بين القطاعات في الاتحاد"),
            (Title, "Strengthening intersectoral coordination"),
            (
                Text,
                "تنفيذ القرار 191 (المراجَع في بوخارست، 2022) لمؤتمر المندوبين المفوضين (PP-22)",
            ),
            (Code, "ISC-TF"),
        ],
    },
    // 5
    Record {
        weight: 120,
        fields: &[
            (Title, "وثيقة المعلومات"),
            (Title, "Information document"),
            (Code, "TDAG-23/INF/1"),
            (Text, "الشراكات وتعبئة الموارد، والميزانية المخصصة لها"),
        ],
    },
    // 6
    Record {
        weight: 100,
        fields: &[
            (Title, "قرار الجمعية العامة للأمم المتحدة"),
            (Title, "United Nations General Assembly resolution"),
            (Code, "A/70/125"),
            (Text, "نواتج القمة العالمية لمجتمع المعلومات"),
        ],
    },
    // 7
    Record {
        weight: 80,
        fields: &[
            (Name, "هند بن حجي"),
            (Name, "Hend Benhajji"),
            (Code, "hend.benhajji@example.tn"),
            (Code, "+41 22 7305100"),
            (Background, "تونس Tunisia"),
        ],
    },
    // 8
    Record {
        weight: 40,
        fields: &[
            (Title, "مجلس الوزراء العرب للاتصالات والمعلومات"),
            (
                Title,
                "Arab Telecommunication and Information Council of Ministers",
            ),
            (
                Code,
                "https://www.itu.int/en/council/2021/Pages/default.aspx",
            ),
            (Background, "الأمانة الفنية لجامعة الدول العربية"),
        ],
    },
    // 9
    Record {
        weight: 150,
        fields: &[
            (Title, "الذكاء الاصطناعي من أجل الصالح العام"),
            (Title, "AI for Good"),
            (Text, "قمة عالمية تُعقد كل سنة، شارك فيها 97 بلداً"),
            (Background, "اعتمد المؤتمر القرار 27 في 2022"),
        ],
    },
    // 10
    Record {
        weight: 200,
        fields: &[
            (Title, "يتعلق بالقرار وللميزانية آثار"),
            (Title, "Financial implications"),
            (Text, "هاتف +41 79 123 45 67 أو (022) 730-6666"),
        ],
    },
    // 11
    Record {
        weight: 200,
        fields: &[
            (Title, "مسؤولية الأعضاء"),
            (Title, "Café for councillors – São Tomé"),
            (Code, "C26/36"),
        ],
    },
];

fn index() -> Index {
    Index::build(CORPUS.iter().map(|record| {
        Document {
            fields: record
                .fields
                .iter()
                .map(|&(field, text)| (field, text.into()))
                .collect(),
            weight: record.weight,
            ..Document::default()
        }
    }))
}

fn keys(query: &str) -> Vec<u32> {
    let results = index().search(&Query::parse(query), 100, None);
    assert_eq!(
        results.hits.len(),
        results.total,
        "all that is counted is listed: {query}"
    );
    results.hits.iter().map(|hit| hit.key).collect()
}

#[test]
fn the_expected_record_comes_first() {
    let expected: &[(&str, u32)] = &[
        // As it is written.
        ("مباني المقر", 0),
        ("headquarters project", 0),
        ("project headquarters", 0),
        ("headq proj", 0),
        ("HEADQUARTERS", 0),
        ("selim", 2),
        ("Shahira", 2),
        ("شهيرة سليم", 2),
        ("سليم شهيرة", 2),
        ("vice chair", 2),
        ("vice-chair", 2),
        ("بن حجي", 7),
        ("الميزانية", 3),
        ("budget", 3),
        ("coordination", 4),
        ("AI for good", 9),
        // Letters in other forms.
        ("لجنه", 1),
        ("لجنه الخبرا", 1),
        ("شهيره سليم", 2),
        ("موتمر المندوبين", 4),
        ("مؤتمر", 4),
        ("مسوولية", 11),
        ("الأعضا", 11),
        ("مـجـلـس", 8),
        ("مَجْلِسُ الوُزَراء", 8),
        ("ﻣﺠﻠﺲ", 8),
        ("ﺍﻻﺗﺼﺎﻻﺕ ﺍﻟﺪﻭﻟﻴﺔ", 1),
        ("لوایح", 1),
        ("شراکات", 5),
        ("مبانى", 0),
        ("cafe", 11),
        ("sao tome", 11),
        ("ｂｕｄｇｅｔ", 3),
        ("الدكاء", 9),
        // Numbers and codes.
        ("27", 0),
        ("٢٧", 0),
        ("12", 1),
        ("212", 0),
        ("القرار 212", 0),
        ("١٩١", 4),
        ("۱۹۱", 4),
        ("191", 4),
        ("C26/35", 3),
        ("C2635", 3),
        ("c26-35", 3),
        ("c26 35", 3),
        ("TDAG23/INF/1", 5),
        ("tdag-23/inf/1", 5),
        ("TDAG", 5),
        ("70/125", 6),
        ("A/70/125", 6),
        ("a70125", 6),
        ("pp22", 4),
        ("PP-22", 4),
        ("isctf", 4),
        ("9,7", 3),
        ("9.7", 3),
        ("٩٫٧", 3),
        ("97", 9),
        ("318000", 3),
        ("318.000", 3),
        ("2027", 3),
        ("2026-2027", 3),
        ("7305100", 7),
        ("41227305100", 7),
        ("+41 22 7305100", 7),
        ("+41 22 730 51 00", 7),
        ("0227306666", 10),
        ("79 1234567", 10),
        ("benhajji@example.tn", 7),
        ("example.tn", 7),
        ("hend.benhajji", 7),
        ("itu.int", 8),
        ("www.itu.int/en/council", 8),
        // Behind clitics, and inside.
        ("ميزانية", 3),
        ("للميزانية", 10),
        // Nearly a whole word: the kind of record decides.
        ("قرار", 10),
        ("مندوبين", 4),
        ("ميزا", 3),
        ("نسيق", 4),
        ("sectoral", 4),
        ("quarters", 0),
        ("ومصر", 2),
        // One slip.
        ("الميزانة", 3),
        ("الميزانيه", 3),
        ("المفوصين", 4),
        ("headqaurters", 0),
        ("headquartrs", 0),
        ("coordinnation", 4),
        ("shahera", 2),
        ("الاصطناغي", 9),
        ("budgat 2027", 3),
        ("telecomunication ministers", 8),
    ];
    let mut wrong = Vec::new();
    for (query, key) in expected {
        let found = keys(query);
        if found.first() != Some(key) {
            wrong.push(format!("{query}: expected {key}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn counts_are_those_that_a_reader_counts() {
    // Titles and texts 3, 5 and 10 speak of the budget in Arabic.
    assert_eq!(keys("ميزانية"), [3, 10, 5]);
    // The code is found whole, not by its digits in another document.
    assert_eq!(keys("C26/35"), [3]);
    let mut both = keys("C26/3");
    both.sort_unstable();
    assert_eq!(both, [3, 11]);
    // The item comes before the paragraph that mentions the number.
    assert_eq!(keys("27"), [0, 9]);
    // A number with a point is not the number without it.
    assert_eq!(keys("97"), [9]);
    assert_eq!(keys("9,7"), [3]);
    // Every word must be met.
    assert_eq!(keys("headquarters budget"), [] as [u32; 0]);
    assert_eq!(keys("budget zzzz"), [] as [u32; 0]);
    // Where the word is met as typed, no slip is thought of.
    assert_eq!(keys("selim"), [2]);
}

#[test]
fn another_digit_is_another_document() {
    assert_eq!(keys("C26/37"), [] as [u32; 0]);
    assert_eq!(keys("7305101"), [] as [u32; 0]);
}

#[test]
fn a_title_comes_before_a_text_and_a_text_before_background() {
    let fields = [Field::Background, Field::Text, Field::Title];
    let index = Index::build(fields.map(|field| Document {
        fields: vec![(field, "ترشيح".into())],
        weight: 9,
        ..Document::default()
    }));
    let results = index.search(&Query::parse("ترشيح"), 9, None);
    assert_eq!(
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>(),
        [2, 1, 0]
    );
}

#[test]
fn tiers_come_in_their_order() {
    let titles = ["المرشدين", "والترشيح", "ترشيحات", "ترشيح", "بالترشيحات"];
    let index = Index::build(titles.map(|title| Document {
        fields: vec![(Field::Title, title.into())],
        weight: 0,
        ..Document::default()
    }));
    let order = |query: &str| {
        let results = index.search(&Query::parse(query), 9, None);
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>()
    };
    assert_eq!(order("ترشيح"), [3, 1, 2, 4]);
    // All inside the word: the fewer letters are missing, the better.
    assert_eq!(order("رشيح"), [3, 2, 1, 4]);
    assert_eq!(order("مرشدين"), [0]);
    assert_eq!(order("مرسدين"), [0]);
}

#[test]
fn words_beside_each_other_come_first() {
    let titles = [
        "council budget of the working group",
        "council working group",
        "group for the working of a council",
    ];
    let index = Index::build(titles.map(|title| Document {
        fields: vec![(Field::Title, title.into())],
        weight: 0,
        ..Document::default()
    }));
    let results = index.search(&Query::parse("council working group"), 9, None);
    assert_eq!(
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>(),
        [1, 0, 2]
    );
}

#[test]
fn equals_come_in_the_order_given_and_weight_decides_before_that() {
    let weights = [10, 200, 10, 200];
    let index = Index::build(weights.map(|weight| Document {
        fields: vec![(Field::Title, "قرار".into())],
        weight,
        ..Document::default()
    }));
    let results = index.search(&Query::parse("قرار"), 3, None);
    assert_eq!(
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>(),
        [1, 3, 0]
    );
    assert_eq!(results.total, 4);
}

#[test]
fn a_filter_narrows_hits_and_count() {
    let index = index();
    let first_rate = |key: u32| CORPUS[key as usize].weight == 255;
    let results = index.search(&Query::parse("expert"), 9, Some(&first_rate));
    assert_eq!(
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>(),
        [1]
    );
    assert_eq!(results.total, 1);
}

#[test]
fn what_matched_is_marked() {
    let marked = |query: &str, text: &str| -> Vec<String> {
        marks(&Query::parse(query), text)
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    };
    assert_eq!(
        marked("مباني المقر", "مشروع مباني مقر الاتحاد"),
        ["مباني", "مقر"]
    );
    assert_eq!(marked("المقر", "مباني المقر"), ["المقر"]);
    assert_eq!(marked("ميزانية", "والميزانية"), ["ميزانية"]);
    assert_eq!(marked("ميزانيه", "والمِيزانِيَّةِ!"), ["مِيزانِيَّةِ"]);
    assert_eq!(marked("مجلس", "مـجـلـس الوزراء"), ["مـجـلـس"]);
    assert_eq!(marked("لا", "ﻻ يوجد"), ["ﻻ"]);
    assert_eq!(marked("الأعضا", "الأعضاء"), ["الأعضاء"]);
    assert_eq!(marked("C2635", "Document C26/35."), ["C26/35"]);
    assert_eq!(marked("c26-3", "Document C26/35."), ["C26/3"]);
    assert_eq!(marked("70/125", "A/70/125"), ["70/125"]);
    assert_eq!(marked("9,7", "نمو 9.7%"), ["9.7"]);
    assert_eq!(marked("41227305100", "+41 22 7305100"), ["41 22 7305100"]);
    assert_eq!(marked("cafe", "Café"), ["Café"]);
    assert_eq!(marked("cafe", "Cafe\u{301} au lait"), ["Cafe\u{301}"]);
    assert_eq!(marked("quart", "headquarters"), ["quart"]);
    assert_eq!(marked("191", "القرار ١٩١"), ["١٩١"]);
    // A letter was left out: it is not marked.
    assert_eq!(marked("budgt", "the budget"), ["budg", "t"]);
    assert_eq!(marked("selim", "nothing of it"), [] as [&str; 0]);
}
