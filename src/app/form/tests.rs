use super::*;

/// What stands at a name in a type of the model, for all fields of all kinds and of their parts.
fn walk(kind: Kind, path: &[&str], names: &[&str], seen: &mut Vec<String>) {
    for name in names {
        let path: Vec<&str> = path.iter().copied().chain([*name]).collect();
        let dotted = path.join(".");
        let found = field::field(kind, &path).unwrap();
        let has_form = {
            let path: Vec<String> = path.iter().map(|step| (*step).to_owned()).collect();
            at(kind, &path).is_some()
        };
        seen.push(format!("{kind:?} {dotted}"));
        if elsewhere(name).is_some() && !has_form {
            continue;
        }
        let Some(part) = found.of else {
            assert!(
                has_form,
                "{kind:?} {dotted} has neither a form nor a reason"
            );
            continue;
        };
        // A part stands there as a whole, or piece by piece; shares within shares once.
        let pieces = field::fields_within(part);
        assert!(!pieces.is_empty(), "{kind:?} {dotted}");
        let mut deeper = path.clone();
        if found.many {
            deeper.push("0");
        }
        if path.len() < 4 {
            walk(kind, &deeper, pieces, seen);
        }
    }
}

/// Every field of every kind can be changed on the screen, or it is said why not.
#[test]
fn every_field_of_the_model_has_a_form_or_a_reason() {
    let mut seen = Vec::new();
    for kind in Kind::ALL {
        walk(kind, &[], field::fields_of(kind), &mut seen);
    }
    for wanted in [
        "Figure shares.0.of_which.0.percent",
        "Meeting taken_up.0.speakers",
        "Meeting wordings.0.stance",
        "Outcome figure.currency",
        "Item urls.0.label",
        "Contribution result.kind",
    ] {
        assert!(seen.iter().any(|one| one == wanted), "{wanted}");
    }
}

/// Every field of every form is one that the model knows, and has a name for people.
#[test]
fn every_field_stands_in_the_model() {
    for kind in Kind::ALL {
        for field in fields(kind) {
            assert!(field.takes(kind).is_some(), "{kind:?} {}", field.name);
            assert_ne!(field.label, words::FIELD, "{kind:?} {}", field.name);
        }
    }
    for part in ["Quantity", "Share", "Link", "TakenUp", "Wording"] {
        let mut names: Vec<&str> = fields_within(part).map(|field| field.name).collect();
        assert!(fields_within(part).all(|field| field.label != words::FIELD));
        names.sort_unstable();
        let mut model = field::fields_within(part).to_vec();
        model.sort_unstable();
        assert_eq!(names, model, "{part}");
    }
}

/// What the record needs is in the form, so that a new one can be made with it.
#[test]
fn what_a_record_needs_is_in_its_form() {
    for kind in Kind::ALL {
        for name in field::fields_of(kind) {
            let needed = field::field(kind, &[name]).unwrap().required;
            if needed && *name != "id" {
                assert!(
                    named(kind, name).is_some_and(|field| field.is_required(kind)),
                    "{kind:?} {name}"
                );
            }
        }
    }
    // What a part needs, the record does not.
    assert!(
        !named(Kind::Contribution, "result.kind")
            .unwrap()
            .is_required(Kind::Contribution)
    );
}

#[test]
fn a_field_with_fixed_words_offers_them() {
    let status = named(Kind::Position, "status").unwrap();
    let words: Vec<&str> = status
        .choices(Kind::Position)
        .iter()
        .map(|choice| choice.word)
        .collect();
    assert_eq!(
        words,
        [
            "draft",
            "agreed",
            "delivered",
            "superseded",
            "withdrawn",
            "deferred"
        ]
    );
    assert_eq!(
        named(Kind::Position, "by").unwrap().choices(Kind::Position),
        []
    );
    assert!(named(Kind::Position, "due").is_none());
}

/// Whoever reads a form or a record reads its labels in one manner: the thing itself, with its article.
#[test]
fn the_labels_of_a_form_are_definite() {
    for kind in Kind::ALL {
        for field in fields(kind) {
            let label = field.label.ar;
            assert!(
                label.starts_with("ال") || label.contains(' ') || OTHERS.contains(&label),
                "{kind:?} {}: {label}",
                field.name
            );
        }
    }
    let of = |kind, name| named(kind, name).map(|field| field.label.ar);
    assert_eq!(of(Kind::Nomination, "person"), Some("المرشح"));
    assert_eq!(of(Kind::Position, "stance"), Some("نوع الموقف"));
}

/// Words to which the value is joined.
const OTHERS: [&str; 3] = ["من", "باسم", "بالمراسلة"];
