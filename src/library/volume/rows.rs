//! Every record of a file in a row, each with its id, its owner and its place there.

use std::borrow::Cow;

use super::lists::small;
use crate::report::{Item, Kind, Paragraph, Record, Registry, ReportFile, Section};

/// A record of a file.
pub(super) struct Row<'a> {
    /// The id within the file.
    pub id: Cow<'a, str>,
    /// The row of what it is a part of.
    pub owner: Option<u32>,
    /// Its place in the list of its owner; of a unit, the number of the unit.
    pub place: u32,
    pub record: Record<'a>,
}

impl Row<'_> {
    pub const fn kind(&self) -> Kind {
        self.record.kind()
    }
}

/// The records of a report, from its head to its outline.
pub(super) fn of_report(file: &ReportFile) -> Vec<Row<'_>> {
    let mut rows = Rows::default();
    let head = Some(rows.unit(&file.report.id.0, None, Record::Report(&file.report)));
    for item in &file.items {
        rows.item(item, head);
    }
    macro_rules! lists {
        ($($list:ident $kind:ident)*) => {$(
            for record in &file.$list {
                rows.unit(record.id.as_str(), head, Record::$kind(record));
            }
        )*};
    }
    lists! {
        recommendations Recommendation
        contributions Contribution
        nominations Nomination
        outcomes Outcome
        meetings Meeting
        events Event
        figures Figure
    }
    for section in &file.sections {
        let place = rows.next_unit();
        rows.section(section, place, head);
    }
    rows.rows
}

/// The entries of a registry.
pub(super) fn of_registry(registry: &Registry) -> Vec<Row<'_>> {
    let mut rows = Rows::default();
    macro_rules! lists {
        ($($list:ident $kind:ident)*) => {$(
            for record in &registry.$list {
                rows.unit(record.id.as_str(), None, Record::$kind(record));
            }
        )*};
    }
    lists! {
        bodies Body
        people Person
        countries Country
        instruments Instrument
        documents Document
    }
    rows.rows
}

#[derive(Default)]
struct Rows<'a> {
    rows: Vec<Row<'a>>,
    /// How many units there are so far.
    units: u32,
}

impl<'a> Rows<'a> {
    /// Appends a record; its row.
    fn push(
        &mut self,
        id: impl Into<Cow<'a, str>>,
        owner: Option<u32>,
        place: u32,
        record: Record<'a>,
    ) -> u32 {
        let row = small(self.rows.len());
        let id = id.into();
        self.rows.push(Row {
            id,
            owner,
            place,
            record,
        });
        row
    }

    const fn next_unit(&mut self) -> u32 {
        let unit = self.units;
        self.units += 1;
        unit
    }

    fn unit(&mut self, id: &'a str, owner: Option<u32>, record: Record<'a>) -> u32 {
        let unit = self.next_unit();
        self.push(id, owner, unit, record)
    }

    fn item(&mut self, item: &'a Item, head: Option<u32>) {
        let owner = Some(self.unit(item.id.as_str(), head, Record::Item(item)));
        if let Some(position) = &item.position {
            let id = format!("{}/position", item.id);
            self.push(id, owner, 0, Record::Position(position));
        }
        for (view, place) in item.views.iter().zip(0..) {
            self.push(view.id.as_str(), owner, place, Record::View(view));
        }
        for (note, place) in item.notes.iter().zip(0..) {
            self.push(note.id.as_str(), owner, place, Record::Note(note));
        }
        for (one, place) in item.recommendations.iter().zip(0..) {
            self.push(one.id.as_str(), owner, place, Record::Recommendation(one));
        }
    }

    fn section(&mut self, section: &'a Section, place: u32, owner: Option<u32>) {
        let record = Record::Section(section);
        let row = Some(self.push(section.id.as_str(), owner, place, record));
        self.paragraphs(&section.paragraphs, row);
        for (section, place) in section.sections.iter().zip(0..) {
            self.section(section, place, row);
        }
    }

    fn paragraphs(&mut self, paragraphs: &'a [Paragraph], owner: Option<u32>) {
        for (paragraph, place) in paragraphs.iter().zip(0..) {
            let record = Record::Paragraph(paragraph);
            let row = self.push(paragraph.id.as_str(), owner, place, record);
            self.paragraphs(&paragraph.points, Some(row));
        }
    }
}

/// The part of a record that has this kind and place.
pub(super) fn part(owner: Record<'_>, kind: Kind, place: usize) -> Option<Record<'_>> {
    Some(match (owner, kind) {
        (Record::Item(item), Kind::Position) => Record::Position(item.position.as_ref()?),
        (Record::Item(item), Kind::View) => Record::View(item.views.get(place)?),
        (Record::Item(item), Kind::Note) => Record::Note(item.notes.get(place)?),
        (Record::Item(item), Kind::Recommendation) => {
            Record::Recommendation(item.recommendations.get(place)?)
        }
        (Record::Section(section), Kind::Section) => Record::Section(section.sections.get(place)?),
        (Record::Section(section), Kind::Paragraph) => {
            Record::Paragraph(section.paragraphs.get(place)?)
        }
        (Record::Paragraph(paragraph), Kind::Paragraph) => {
            Record::Paragraph(paragraph.points.get(place)?)
        }
        _ => return None,
    })
}
