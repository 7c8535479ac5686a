//! What an instrument is cited by.

use crate::report::{Record, Ref};
use crate::words::Phrase;

use super::Writer;

impl Writer<'_> {
    /// What an instrument is cited by besides its number: قرار الجمعية العامة 76/307. Its words stand in it anyway.
    pub(super) fn cited(&mut self, kind: Phrase, issuer: Option<&Ref>, number: &str) {
        let issuer = issuer.and_then(|issuer| self.library.in_registry(issuer.as_str()));
        let Some(Record::Body(body)) = issuer.and_then(|issuer| self.library.record(issuer)) else {
            return;
        };
        let names = [&body.name.ar, &body.name.en].into_iter().flatten();
        for name in names.chain(&body.acronym).chain(&body.aliases) {
            self.names.push(match name.is_ascii() {
                true => format!("{name} {} {number}", kind.en).into(),
                false => format!("{} {name} {number}", kind.ar).into(),
            });
        }
    }
}
