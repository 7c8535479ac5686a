//! What of a line is the word of a fixed set, and what is the wording.

use super::*;

#[test]
fn a_position_takes_its_stance_and_its_wording() {
    for (line, wanted) in [
        (
            "+position support We support the draft",
            &[
                "stance=support",
                "text.en=We support the draft",
                "status=draft",
            ][..],
        ),
        (
            "+pos amend Two more weeks are needed",
            &[
                "stance=amend",
                "text.en=Two more weeks are needed",
                "status=draft",
            ],
        ),
        (
            "+موقف معارضة لا نرى ضرورة لذلك",
            &["stance=oppose", "text.ar=لا نرى ضرورة لذلك", "status=draft"],
        ),
    ] {
        assert_eq!(fields(line), wanted, "{line}");
    }
    let draft = read("+pos We support the draft").unwrap();
    let missing: Vec<&str> = draft.missing().map(|field| field.name).collect();
    assert_eq!(missing, ["stance"]);
}

/// How the commonest positions begin is no stage of theirs.
#[test]
fn draft_at_the_beginning_of_a_wording_is_no_stage() {
    for (line, stance, text) in [
        (
            "+position support Draft resolution 12 is good",
            "support",
            "text.en=Draft resolution 12 is good",
        ),
        (
            "+موقف تأييد مسودة القرار 12",
            "support",
            "text.ar=مسودة القرار 12",
        ),
        (
            "+pos oppose Agreed text must stay",
            "oppose",
            "text.en=Agreed text must stay",
        ),
    ] {
        let stance = format!("stance={stance}");
        assert_eq!(fields(line), [&stance, text, "status=draft"], "{line}");
    }
    assert_eq!(
        fields("+position Draft resolution 12 is good"),
        ["text.en=Draft resolution 12 is good", "status=draft"]
    );
}

/// The first word of a wording stays in it, and the stance is asked for; a colon tells it.
#[test]
fn a_stance_that_may_be_the_first_word_of_the_wording_is_none() {
    for text in [
        "تأييد المجموعة العربية لمشروع القرار",
        "تعديل المادة 3 ليصبح النص واضحاً",
        "معارضة مصر لهذا المشروع",
        "التأييد واجب لهذا المشروع",
    ] {
        assert_eq!(
            fields(&format!("+موقف {text}")),
            [&format!("text.ar={text}"), "status=draft"]
        );
        for colon in [":", " :"] {
            assert_eq!(
                fields(&format!("+موقف حياد{colon} {text}")),
                ["stance=neutral", &format!("text.ar={text}"), "status=draft"]
            );
        }
    }
    let text = "Oppose any new study group";
    assert_eq!(
        fields(&format!("+position {text}")),
        [&format!("text.en={text}"), "status=draft"]
    );
    assert_eq!(
        fields("+position Oppose: Any new study group costs"),
        [
            "stance=oppose",
            "text.en=Any new study group costs",
            "status=draft"
        ]
    );
}

/// What stands between a stance and the wording may stand without a blank, and be a comma or a dash.
#[test]
fn a_sign_behind_a_stance_is_none_of_the_wording() {
    for line in [
        "+pos support:we are for it",
        "+pos support: we are for it",
        "+pos support : we are for it",
        "+pos support, we are for it",
        "+pos support,we are for it",
        "+pos support - we are for it",
        "+pos Support: we are for it",
        "+pos Support, we are for it",
    ] {
        assert_eq!(
            fields(line),
            ["stance=support", "text.en=we are for it", "status=draft"],
            "{line}"
        );
    }
    for line in [
        "+موقف تأييد:نؤيد هذا المشروع",
        "+موقف تأييد، نؤيد هذا المشروع",
        "+موقف تأييد،نؤيد هذا المشروع",
        "+موقف تأييد ، نؤيد هذا المشروع",
        "+موقف تأييد – نؤيد هذا المشروع",
        "+موقف التأييد: نؤيد هذا المشروع",
    ] {
        assert_eq!(
            fields(line),
            ["stance=support", "text.ar=نؤيد هذا المشروع", "status=draft"],
            "{line}"
        );
    }
    assert_eq!(
        fields("+نتيجة أخذ العلم:بالوثيقة"),
        ["kind=noted", "text.ar=بالوثيقة"]
    );
    // A sentence goes on behind a comma, and a colon within the wording is its own.
    assert_eq!(
        fields("+outcome took note, with thanks"),
        ["kind=noted", "text.en=took note, with thanks"]
    );
    assert_eq!(
        fields("+pos amend Two points:time and cost"),
        [
            "stance=amend",
            "text.en=Two points:time and cost",
            "status=draft"
        ]
    );
}

/// The day of a position is no part of its line: a year is the first word of what it says.
#[test]
fn a_year_stays_in_the_wording_of_a_position() {
    for line in [
        "+position oppose 2027 budget increase",
        "+pos 2027 budget increase",
    ] {
        let draft = read_today(line);
        assert_eq!(draft.get("text.en"), Some("2027 budget increase"), "{line}");
        assert_eq!(draft.get("date"), None, "{line}");
    }
}

/// What is asked for is understood as it is asked for, in both languages.
#[test]
fn every_word_that_a_line_asks_for_is_understood() {
    let mut count = 0;
    for (_, names) in ADDS {
        for name in names {
            let draft = read(&format!("+{name} ")).unwrap();
            for field in draft.missing() {
                for choice in field.choices(draft.kind) {
                    let label = choice.label.unwrap();
                    for label in [label.ar, label.en] {
                        let line = format!("+{name} {label} لا مانع لدينا");
                        let draft = read(&line).unwrap();
                        if draft.kind == Kind::Nomination {
                            continue;
                        }
                        assert_eq!(draft.get(field.name), Some(choice.word), "{line}");
                        count += 1;
                    }
                }
            }
        }
    }
    // Five stances and eight kinds of outcome, in two languages behind two words each.
    assert!(count >= (5 + 8) * 2 * 2, "{count}");
}

#[test]
fn an_outcome_of_several_words_is_the_longest_that_fits() {
    for line in ["+نتيجة أخذ العلم بالوثيقة", "+out أخذ علماً: بالوثيقة"]
    {
        assert_eq!(fields(line), ["kind=noted", "text.ar=بالوثيقة"], "{line}");
    }
}

#[test]
fn a_sentence_that_says_the_outcome_is_kept_whole() {
    for said in ["أحاط علماً بالوثيقة", "أحاط علما بالوثيقة"] {
        let line = format!("+نتيجة {said}");
        assert_eq!(
            fields(&line),
            ["kind=noted".to_owned(), format!("text.ar={said}")]
        );
    }
    let expected = ["kind=noted", "text.en=took note of the report"];
    assert_eq!(fields("+outcome took note of the report"), expected);
}
