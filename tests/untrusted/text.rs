//! Texts that meet in reports, and texts that should not; and a library in which they stand.

use majlis::library::{Library, Source};
use proptest::prelude::*;

/// A double-quoted YAML scalar with this text, every doubtful character escaped.
fn scalar(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|ch| match ch {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' => ch.to_string(),
            _ => format!("\\U{:08X}", u32::from(ch)),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// The files of a library in which the text stands wherever a text, a name or a code may stand.
pub fn files(text: &str) -> [(&'static str, String); 3] {
    let code = scalar(text);
    let text = format!("{{ar: {}, en: {code}}}", scalar(&format!("{text} نص")));
    let report = format!(
        "report: {{id: r, kind: group-report, title: {text}, summary: {text}}}\n\
         items:\n  - {{id: \"1\", number: [{code}], title: {text}, position: \
         {{stance: support, status: agreed, text: {text}}}, notes: [{{text: {text}}}]}}\n  \
         - {{id: {code}, number: [\"2\"], title: {text}}}\n\
         figures:\n  - {{id: fig/1, title: {text}, shares: [{{label: {text}, percent: 42}}]}}\n\
         sections:\n  - {{id: s1, title: {text}, paragraphs: [{{id: p1, text: {text}}}]}}\n"
    );
    let registry = format!(
        "bodies:\n  - {{id: x, name: {text}, acronym: [{code}], kind: conference}}\n\
         persons:\n  - {{id: p, name: {text}, post: {text}}}\n"
    );
    let bad = format!("report: {{id: b, kind: {code}}}\n");
    [
        ("registry.yaml", registry),
        ("r.yaml", report),
        ("bad.yaml", bad),
    ]
}

/// That library.
pub fn library(text: &str) -> Library {
    let sources = files(text).map(|(name, text)| Source::text(name, text));
    Library::from_sources(sources.into())
}

/// Pieces that meet in reports, and pieces that should not.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ء-يپچکگی]{1,8}",
        2 => "[ء-يً-ْـ\u{200C}\u{200D}]{1,8}",
        3 => "[a-zA-Z]{1,8}",
        2 => "[0-9٠-٩/+.,:()«»-]{1,6}",
        3 => "[ \t\n\r\u{2028}\u{85}]{1,3}",
        1 => "[日本語한글👩👍\u{1F3FD}\u{200D}\u{FE0F}❤🇩🇿]{1,6}",
        2 => "[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FDD0}\u{FDD1}\u{200B}-\u{200F}\u{61C}\u{FEFF}]{1,3}",
        1 => "[\0-\u{1F}\u{7F}-\u{9F}]{1,3}",
        1 => Just("\u{1B}]0;owned\u{7}\u{9B}2J\u{1B}[31m\u{9D}0;a\u{9C}".to_owned()),
        1 => "[\u{E0001}\u{E0020}-\u{E007F}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{AD}]{1,3}",
        1 => "[\u{600}-\u{605}\u{6DD}\u{70F}\u{8E2}\u{110BD}]{1,2}",
        1 => (0_usize..60).prop_map(|count| "\u{64B}\u{301}".repeat(count)),
        1 => "[\u{378}\u{530}\u{FFFE}\u{1FFFF}\u{10FFFF}\u{E000}\u{2FFFF}]{1,2}",
        2 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}
