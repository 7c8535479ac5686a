//! Somebody who comes into the directory with a nomination: the fields of the person, in the words of the
//! command line.

use crate::library::keep::person::address::{Title, without};
use crate::library::keep::person::names_of;

/// How a woman is addressed: by that one knows later that she is one.
pub const A_WOMAN: [&str; 2] = ["honorific.ar=السيدة", "honorific.en=Ms"];

/// A name without how the person is addressed, and how.
#[must_use]
pub fn addressed(name: &str) -> (Option<Title>, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (title, bare) = without(&words);
    (title, bare.join(" "))
}

/// The fields of a person of this name, in one script or both.
#[must_use]
pub fn person(
    name: &str,
    title: Option<Title>,
    is_woman: bool,
    country: Option<&str>,
) -> Vec<String> {
    let names = names_of(name);
    let mut fields: Vec<String> = names
        .map(|(language, name)| format!("name.{}={name}", language.code()))
        .collect();
    if let Some(country) = country {
        fields.push(format!("country={country}"));
    }
    match title {
        Some(title) => {
            let said = ["ar", "en"].into_iter().zip(title.written(is_woman));
            let said = said.filter(|(_, said)| !said.is_empty());
            fields.extend(said.map(|(side, said)| format!("honorific.{side}={said}")));
        }
        None if is_woman => fields.extend(A_WOMAN.map(str::to_owned)),
        None => {}
    }
    fields
}
