//! Which fields of a record name another record, and as what.

use crate::report::Relation;
use crate::report::{Record, Ref, Share};

/// Where the word in a field is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::library) enum Scope {
    /// Among the entries of the registry.
    Registry,
    /// In the record's own report, then by full id, then in the registry.
    Report,
}

/// Calls `tell` with each name of another record, in the order of the fields.
pub(in crate::library) fn each<'a>(
    record: Record<'a>,
    tell: &mut impl FnMut(Relation, Scope, &'a Ref),
) {
    macro_rules! fields {
        ($record:ident: $($relation:ident $scope:ident $field:ident)*) => {
            {$(for word in $record.$field.iter() {
                tell(Relation::$relation, Scope::$scope, word);
            })*}
        };
    }
    match record {
        Record::Report(r) => fields!(r: Document Registry document
            Author Registry author
            Addressee Registry addressee
            Contact Registry contacts),
        Record::Position(r) => fields!(r: By Registry by),
        Record::View(r) => fields!(r: By Registry by),
        Record::Note(r) => fields!(r: By Registry by),
        Record::Recommendation(r) => fields!(r: By Registry by To Registry to),
        Record::Contribution(r) => {
            fields!(r: By Registry by Item Report item Document Registry document);
        }
        Record::Nomination(r) => {
            fields!(r: Person Registry person
                Holder Registry holder
                Country Registry country
                OnBehalfOf Registry on_behalf_of);
            tell(Relation::Body, Scope::Registry, &r.body);
            fields!(r: Item Report item);
        }
        Record::Outcome(r) => {
            fields!(r: By Registry by Item Report item AnswersTo Report of PartOf Report part_of);
        }
        Record::Meeting(r) => {
            fields!(r: Body Registry body Country Registry country Chair Registry chair);
            if let Some(attendance) = &r.attendance {
                fields!(attendance: Attendance Registry countries Attendance Registry bodies);
            }
            fields!(r: Item Report items Attendance Registry speakers);
            for taken in &r.taken_up {
                tell(Relation::Item, Scope::Report, &taken.item);
                fields!(taken: Attendance Registry speakers);
            }
            fields!(r: Agreed Report agreed Deferred Report deferred Made Report made);
        }
        Record::Event(r) => {
            fields!(r: Country Registry country Body Registry bodies Item Report item);
        }
        Record::Figure(r) => {
            shares(&r.shares, tell);
            fields!(r: Item Report item);
        }
        Record::Body(r) => fields!(r: Parent Registry parent),
        Record::Person(r) => fields!(r: Country Registry country Body Registry body),
        Record::Country(r) => fields!(r: Group Registry groups),
        Record::Instrument(r) => fields!(r: Issuer Registry issuer),
        Record::Document(r) => fields!(r: Body Registry body),
        Record::Item(_) | Record::Section(_) | Record::Paragraph(_) => {}
    }
    let common = record.common();
    fields!(common: Refs Registry refs See Report see);
}

/// A share names a body or a country; the library tells which it is.
fn shares<'a>(list: &'a [Share], tell: &mut impl FnMut(Relation, Scope, &'a Ref)) {
    for share in list {
        if let Some(word) = &share.of {
            tell(Relation::Body, Scope::Registry, word);
        }
        shares(&share.of_which, tell);
    }
}
