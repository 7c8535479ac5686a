//! Every record of a library in a row, each with its id, its kind, its owner and the way to it.

use super::key::{Key, Way};
use crate::report::{Item, Kind, Paragraph, Record, Registry, ReportFile, Section};

/// What the library knows of a record before it looks at it.
#[derive(Debug)]
pub(super) struct Entry {
    /// The full id, as a person types it.
    pub id: Box<str>,
    pub kind: Kind,
    /// The place of its report; none for what is in the registry.
    pub report: Option<usize>,
    pub owner: Option<Key>,
    pub way: Way,
}

/// All records in file order: each report from its head to its outline, then the registry.
pub(super) fn all(reports: &[ReportFile], registry: &Registry) -> Vec<Entry> {
    let mut row = Row::default();
    for (place, file) in reports.iter().enumerate() {
        row.report(place, file);
    }
    row.registry(registry);
    row.entries
}

#[derive(Default)]
struct Row {
    entries: Vec<Entry>,
    /// The report in hand: its place and its id.
    report: Option<(usize, String)>,
}

impl Row {
    /// Appends a record. None when the library holds 2³² of them; the rest is then left out.
    fn push(&mut self, kind: Kind, id: &str, owner: Option<Key>, way: Way) -> Option<Key> {
        let key = Key::new(u32::try_from(self.entries.len()).ok()?);
        let id = match &self.report {
            Some((_, report)) if kind != Kind::Report => format!("{report}:{id}").into(),
            _ => id.into(),
        };
        self.entries.push(Entry {
            id,
            kind,
            report: self.report.as_ref().map(|(place, _)| *place),
            owner,
            way,
        });
        Some(key)
    }

    fn report(&mut self, place: usize, file: &ReportFile) {
        let id = file.report.id.as_str();
        self.report = Some((place, id.to_owned()));
        let head = self.push(Kind::Report, id, None, Way::Head);
        for (at, item) in file.items.iter().enumerate() {
            self.item(at, item, head);
        }
        macro_rules! lists {
            ($($list:ident $kind:ident)*) => {$(
                for (at, record) in file.$list.iter().enumerate() {
                    self.push(Kind::$kind, record.id.as_str(), head, Way::$kind(at));
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
        self.sections(&file.sections, &[], head);
        self.report = None;
    }

    fn item(&mut self, at: usize, item: &Item, head: Option<Key>) {
        let owner = self.push(Kind::Item, item.id.as_str(), head, Way::Item(at));
        if item.position.is_some() {
            let id = format!("{}/position", item.id);
            self.push(Kind::Position, &id, owner, Way::Position(at));
        }
        for (nth, view) in item.views.iter().enumerate() {
            self.push(Kind::View, view.id.as_str(), owner, Way::View(at, nth));
        }
        for (nth, note) in item.notes.iter().enumerate() {
            self.push(Kind::Note, note.id.as_str(), owner, Way::Note(at, nth));
        }
        for (nth, one) in item.recommendations.iter().enumerate() {
            let way = Way::ItemRecommendation(at, nth);
            self.push(Kind::Recommendation, one.id.as_str(), owner, way);
        }
    }

    fn sections(&mut self, sections: &[Section], above: &[usize], owner: Option<Key>) {
        for (at, section) in sections.iter().enumerate() {
            let here: Box<[usize]> = above.iter().copied().chain([at]).collect();
            let way = Way::Section(here.clone());
            let key = self.push(Kind::Section, section.id.as_str(), owner, way);
            self.paragraphs(&section.paragraphs, &here, &[], key);
            self.sections(&section.sections, &here, key);
        }
    }

    fn paragraphs(
        &mut self,
        paragraphs: &[Paragraph],
        sections: &[usize],
        above: &[usize],
        owner: Option<Key>,
    ) {
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let here: Box<[usize]> = above.iter().copied().chain([at]).collect();
            let way = Way::Paragraph {
                sections: sections.into(),
                points: here.clone(),
            };
            let key = self.push(Kind::Paragraph, paragraph.id.as_str(), owner, way);
            self.paragraphs(&paragraph.points, sections, &here, key);
        }
    }

    fn registry(&mut self, registry: &Registry) {
        macro_rules! lists {
            ($($list:ident $kind:ident)*) => {$(
                for (at, record) in registry.$list.iter().enumerate() {
                    self.push(Kind::$kind, record.id.as_str(), None, Way::$kind(at));
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
    }
}

/// The record at the end of the way.
pub(super) fn record<'a>(
    entry: &Entry,
    reports: &'a [ReportFile],
    registry: &'a Registry,
) -> Option<Record<'a>> {
    let file = entry.report.and_then(|place| reports.get(place));
    let item = |at: usize| file?.items.get(at);
    Some(match &entry.way {
        Way::Head => Record::Report(&file?.report),
        Way::Item(at) => Record::Item(item(*at)?),
        Way::Position(at) => Record::Position(item(*at)?.position.as_ref()?),
        Way::View(at, nth) => Record::View(item(*at)?.views.get(*nth)?),
        Way::Note(at, nth) => Record::Note(item(*at)?.notes.get(*nth)?),
        Way::ItemRecommendation(at, nth) => {
            Record::Recommendation(item(*at)?.recommendations.get(*nth)?)
        }
        Way::Recommendation(at) => Record::Recommendation(file?.recommendations.get(*at)?),
        Way::Contribution(at) => Record::Contribution(file?.contributions.get(*at)?),
        Way::Nomination(at) => Record::Nomination(file?.nominations.get(*at)?),
        Way::Outcome(at) => Record::Outcome(file?.outcomes.get(*at)?),
        Way::Meeting(at) => Record::Meeting(file?.meetings.get(*at)?),
        Way::Event(at) => Record::Event(file?.events.get(*at)?),
        Way::Figure(at) => Record::Figure(file?.figures.get(*at)?),
        Way::Section(sections) => Record::Section(section(file?, sections)?),
        Way::Paragraph { sections, points } => {
            let (first, rest) = points.split_first()?;
            let mut paragraph = section(file?, sections)?.paragraphs.get(*first)?;
            for at in rest {
                paragraph = paragraph.points.get(*at)?;
            }
            Record::Paragraph(paragraph)
        }
        Way::Body(at) => Record::Body(registry.bodies.get(*at)?),
        Way::Person(at) => Record::Person(registry.people.get(*at)?),
        Way::Country(at) => Record::Country(registry.countries.get(*at)?),
        Way::Instrument(at) => Record::Instrument(registry.instruments.get(*at)?),
        Way::Document(at) => Record::Document(registry.documents.get(*at)?),
    })
}

fn section<'a>(file: &'a ReportFile, places: &[usize]) -> Option<&'a Section> {
    let (first, rest) = places.split_first()?;
    let mut section = file.sections.get(*first)?;
    for at in rest {
        section = section.sections.get(*at)?;
    }
    Some(section)
}
