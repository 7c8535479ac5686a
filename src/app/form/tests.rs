use super::*;

/// Every field of every kind is one that the model knows, and takes a value by itself.
#[test]
fn every_field_stands_in_the_model() {
    for kind in Kind::ALL {
        for field in fields(kind) {
            let takes = field.takes(kind);
            assert!(takes.is_some(), "{kind:?} {}", field.name);
            assert_ne!(
                takes.unwrap().takes,
                Takes::Parts,
                "{kind:?} {}",
                field.name
            );
        }
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
        ["draft", "agreed", "delivered", "superseded", "withdrawn"]
    );
    assert_eq!(
        named(Kind::Position, "by").unwrap().choices(Kind::Position),
        []
    );
    assert!(named(Kind::Position, "due").is_none());
}
