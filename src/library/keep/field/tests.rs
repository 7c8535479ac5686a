//! What the schema tells of fields.

use super::*;

fn takes_of(kind: Kind, path: &str) -> (Takes, bool, bool) {
    let path: Vec<&str> = path.split('.').collect();
    let field = field(kind, &path).unwrap();
    (field.takes, field.many, field.required)
}

#[test]
fn the_schema_tells_what_a_field_takes() {
    for (kind, path, wanted) in [
        (Kind::Recommendation, "due", (Takes::Date, false, false)),
        (
            Kind::Recommendation,
            "to",
            (Takes::Registry(None), true, false),
        ),
        (Kind::Recommendation, "text", (Takes::Text, false, true)),
        (Kind::Recommendation, "text.ar", (Takes::Line, false, false)),
        (Kind::Item, "position", (Takes::Parts, false, false)),
        (Kind::Item, "number", (Takes::Id, true, false)),
        (
            Kind::Item,
            "position.by",
            (Takes::Registry(None), true, false),
        ),
        (Kind::Item, "see", (Takes::Record, true, false)),
        (
            Kind::Nomination,
            "person",
            (Takes::Registry(Some(Kind::Person)), false, false),
        ),
        (
            Kind::Nomination,
            "body",
            (Takes::Registry(None), false, true),
        ),
        (Kind::Outcome, "of", (Takes::Record, true, false)),
        (
            Kind::Outcome,
            "by_correspondence",
            (Takes::YesNo, false, false),
        ),
        (Kind::Outcome, "figure.amount", (Takes::Number, false, true)),
        (
            Kind::Outcome,
            "figure.currency",
            (Takes::Currency, false, false),
        ),
        (
            Kind::Meeting,
            "attendance.count",
            (Takes::Count, false, false),
        ),
        (
            Kind::Meeting,
            "attendance.countries",
            (Takes::Registry(Some(Kind::Country)), true, false),
        ),
        (Kind::Person, "phone", (Takes::Line, false, false)),
        (Kind::Meeting, "began", (Takes::Hour, false, false)),
        (Kind::Report, "session", (Takes::Session, false, false)),
        (Kind::Person, "aliases", (Takes::Line, true, false)),
        (Kind::Person, "aliases.2", (Takes::Line, false, false)),
        (Kind::Figure, "shares", (Takes::Parts, true, false)),
        (
            Kind::Figure,
            "shares.0.of_which.1.percent",
            (Takes::Number, false, false),
        ),
        (
            Kind::Meeting,
            "taken_up.0.item",
            (Takes::Record, false, true),
        ),
    ] {
        assert_eq!(takes_of(kind, path), wanted, "{path}");
    }
}

#[test]
fn a_fixed_set_has_its_words_and_labels() {
    let (takes, _, required) = takes_of(Kind::Item, "position.status");
    let Takes::Words(choices) = takes else {
        panic!("{takes:?}")
    };
    assert!(required);
    let all: Vec<&str> = choices.iter().map(|choice| choice.word).collect();
    assert_eq!(
        all,
        [
            "draft",
            "agreed",
            "delivered",
            "superseded",
            "withdrawn",
            "deferred"
        ]
    );
    for kind in Kind::ALL {
        for name in fields_of(kind) {
            if let Takes::Words(choices) = takes_of(kind, name).0 {
                assert!(
                    choices.iter().all(|one| one.label.is_some()),
                    "{kind:?} {name}"
                );
                // Each way to say one means that one and no other.
                for one in &choices {
                    let label = one.label.unwrap();
                    let said = [&[one.word, label.ar, label.en], one.women, one.others];
                    for said in said.concat().iter().chain(one.also) {
                        let meant = choices.iter().filter(|other| other.is_said(said));
                        let meant: Vec<&str> = meant.map(|other| other.word).collect();
                        assert_eq!(meant, [one.word], "{kind:?} {name} {said}");
                    }
                }
            }
        }
    }
}

/// Of two fields of a record that stand side by side, what is said of the one is not taken for the other:
/// who confuses them is told, and nothing is written that was not meant.
#[test]
fn what_is_said_of_one_field_is_not_taken_for_its_neighbour() {
    for (one, other) in [("stance", "status"), ("status", "stance")] {
        let [one, other] = [one, other].map(|name| {
            let (takes, ..) = takes_of(Kind::Item, &format!("position.{name}"));
            let Takes::Words(choices) = takes else {
                panic!("{takes:?}")
            };
            choices
        });
        for choice in &other {
            for said in [choice.word].iter().chain(choice.also) {
                let taken = one.iter().filter(|choice| choice.is_said(said));
                let taken: Vec<&str> = taken.map(|choice| choice.word).collect();
                assert_eq!(taken, [""; 0], "{said}");
            }
        }
    }
    let (takes, ..) = takes_of(Kind::Item, "position.status");
    let Takes::Words(status) = takes else {
        panic!("{takes:?}")
    };
    // Cancelled is not replaced by another.
    assert!(!status.iter().any(|choice| choice.is_said("ملغى")));
}

#[test]
fn the_fields_are_in_the_order_of_the_model() {
    let fields = fields_of(Kind::Recommendation);
    let first = ["id", "kind", "by", "to", "due", "status", "text", "refs"];
    assert_eq!(fields.get(..first.len()), Some(&first[..]));
}

#[test]
fn a_slip_finds_its_field() {
    let refused = field(Kind::Item, &["position", "statsu"]).unwrap_err();
    assert!(refused.en.contains("status"), "{}", refused.en);
    // What is a field of the position of an item is told with its whole name.
    for name in ["stance", "status"] {
        let refused = field(Kind::Item, &[name]).unwrap_err();
        let whole = format!("did you mean position.{name}?");
        assert!(refused.en.contains(&whole), "{}", refused.en);
    }
    let refused = field(Kind::Note, &["zzz"]).unwrap_err();
    assert!(
        refused.en.contains("by") && refused.en.contains("text"),
        "{}",
        refused.en
    );
}
