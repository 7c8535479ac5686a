//! Addresses on the web and of mail.

use super::File;
use crate::library::tree::SourceText;
use crate::library::{Code, Problem};
use crate::words::problem as words;

pub(super) fn check(file: &File<'_>, source: &mut SourceText<'_>) {
    for leaf in &file.shape.leaves {
        let kind = file.shape.records.get(leaf.record).map(|it| it.kind);
        let Some(text) = leaf.node.text() else {
            continue;
        };
        let problem = match (kind, leaf.field) {
            (Some("Link"), "url") if !is_url(text) => Problem::error(
                Code::UrlForm,
                source.place(leaf.node.at),
                words::url_form(text),
            )
            .expecting(words::a_url()),
            (Some("Person"), "email") if !is_email(text) => {
                let place = source.place(leaf.node.at);
                Problem::error(Code::EmailForm, place, words::email_form(text))
                    .expecting(words::an_email())
            }
            _ => continue,
        };
        source.add(problem);
    }
}

/// An address as documents print it, with or without `https://`.
fn is_url(text: &str) -> bool {
    let scheme = ["https://", "http://"];
    let rest = scheme.iter().find_map(|scheme| text.strip_prefix(scheme));
    let host_and_path = rest.unwrap_or(text);
    let end = host_and_path.find(['/', '?', '#']);
    let host = end.map_or(host_and_path, |end| {
        host_and_path.get(..end).unwrap_or_default()
    });
    is_host(host.split(':').next().unwrap_or_default())
        && !text.contains(|sign: char| sign.is_whitespace() || sign.is_control())
}

fn is_email(text: &str) -> bool {
    let mut halves = text.split('@');
    let (Some(name), Some(host), None) = (halves.next(), halves.next(), halves.next()) else {
        return false;
    };
    let in_name = |sign: char| sign.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(sign);
    !name.is_empty() && name.chars().all(in_name) && is_host(host)
}

/// At least two words with a dot between them.
fn is_host(text: &str) -> bool {
    let in_word = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
    text.contains('.')
        && text
            .split('.')
            .all(|word| !word.is_empty() && word.chars().all(in_word))
}

#[cfg(test)]
mod tests {
    use super::{is_email, is_url};

    #[test]
    fn addresses_have_a_host() {
        for text in [
            "https://www.itu.int/md/S21?x=1#y",
            "http://itu.int",
            "www.itu.int/en",
        ] {
            assert!(is_url(text), "{text}");
        }
        for text in [
            "",
            "itu",
            "https://",
            "https://itu .int",
            "ftp://itu.int",
            "https:/itu.int",
        ] {
            assert!(!is_url(text), "{text}");
        }
        assert!(is_email("gbs-council@itu.int"));
        for text in ["itu.int", "a@b", "a@@itu.int", "a b@itu.int", "@itu.int"] {
            assert!(!is_email(text), "{text}");
        }
    }
}
