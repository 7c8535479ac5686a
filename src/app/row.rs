//! What a row of a list says: enough for a person to choose.

use std::borrow::Cow;

use crate::library::{Key, Library};
use crate::report::{
    Date, Kind, Language, PositionStatus, RecommendationStatus, Record, Ref, Stance,
};
use crate::script::head;
use crate::words::label::{Label, plural, stance_sign};
use crate::words::{date, ui};

/// How a part of a row is to be taken; the view decides on colour and sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// As it is.
    Plain,
    /// For, agreed, done.
    Good,
    /// Against, dropped.
    Bad,
    /// To be watched: with changes, put off, a date to keep.
    Watch,
    /// Beside the point.
    Quiet,
}

/// A word or two in a row's second line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The words.
    pub text: String,
    /// How they are to be taken.
    pub tone: Tone,
    /// Whether it is a code, date or number that keeps its own order inside Arabic.
    pub code: bool,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The number or sign that leads it; may be empty.
    pub lead: String,
    /// What it is called.
    pub title: Cow<'a, str>,
    /// What else one needs in order to choose.
    pub tags: Vec<Tag>,
    /// Whether the tags come first: in a calendar one looks for the date.
    pub tags_first: bool,
    /// How deep it stands in an outline; 0 elsewhere.
    pub depth: u8,
}

/// The row of a record in a language.
#[must_use]
pub fn row(library: &Library, key: Key, language: Language) -> Row<'_> {
    let mut tags = Tags {
        library,
        language,
        tags: Vec::new(),
    };
    let mut lead = String::new();
    let mut depth = 0;
    if let Some(record) = library.record(key) {
        lead = lead_of(library, key, record);
        tags.of(key, record);
        depth = depth_of(library, key, record);
    }
    Row {
        lead,
        title: match library.record(key) {
            // Beside its item a position says its wording, not the item's title again.
            Some(Record::Position(position)) => {
                head(position.text.in_or_other(language), LONGEST).into()
            }
            // The post stands in the tags.
            Some(Record::Nomination(nomination)) => nomination
                .person
                .as_ref()
                .or(nomination.holder.as_ref())
                .and_then(|who| library.in_registry(who.as_str()))
                .map_or_else(
                    || library.title(key, language),
                    |who| library.title(who, language),
                ),
            _ => library.title(key, language),
        },
        tags: tags.tags,
        tags_first: matches!(library.kind(key), Kind::Meeting | Kind::Event),
        depth,
    }
}

/// Bytes of a title or of a tag: a row shows no more.
const LONGEST: usize = 4 << 10;

/// What leads the row of something without a number.
const UNNUMBERED: &str = "·";

/// The number that leads a row.
fn lead_of(library: &Library, key: Key, record: Record<'_>) -> String {
    let numbers = |item: Option<Key>| match item.and_then(|item| library.record(item)) {
        Some(Record::Item(item)) if !item.number.is_empty() => item
            .number
            .iter()
            .map(Ref::as_str)
            .collect::<Vec<_>>()
            .join(","),
        _ => UNNUMBERED.to_owned(),
    };
    match record {
        Record::Item(_) => numbers(Some(key)),
        Record::Position(_)
        | Record::Recommendation(_)
        | Record::Nomination(_)
        | Record::View(_)
        | Record::Note(_) => numbers(library.item_of(key)),
        Record::Section(section) => section
            .number
            .as_ref()
            .map(Ref::to_string)
            .unwrap_or_default(),
        Record::Paragraph(paragraph) => paragraph
            .number
            .as_ref()
            .map_or_else(|| UNNUMBERED.to_owned(), Ref::to_string),
        _ => String::new(),
    }
}

/// How deep a record stands in the outline.
fn depth_of(library: &Library, key: Key, record: Record<'_>) -> u8 {
    if !matches!(record.kind(), Kind::Section | Kind::Paragraph) {
        return 0;
    }
    let mut depth = 0_u8;
    let mut at = library.owner(key);
    while let Some(owner) = at {
        depth = depth.saturating_add(1);
        at = library.owner(owner);
    }
    depth
}

/// Tags in the making.
struct Tags<'a> {
    library: &'a Library,
    language: Language,
    tags: Vec<Tag>,
}

impl Tags<'_> {
    fn push<'t>(&mut self, text: impl Into<Cow<'t, str>>, tone: Tone) {
        let text: Cow<'_, str> = text.into();
        if !text.is_empty() {
            let text = head(&text, LONGEST).to_owned();
            self.tags.push(Tag {
                text,
                tone,
                code: false,
            });
        }
    }

    fn code(&mut self, text: impl Into<String>, tone: Tone) {
        self.tags.push(Tag {
            text: text.into(),
            tone,
            code: true,
        });
    }

    fn label(&mut self, value: impl Label, tone: Tone) {
        self.push(value.label().get(self.language), tone);
    }

    /// The report's word, so that rows of several reports can be told apart.
    fn report(&mut self, key: Key) {
        if let Some(report) = self
            .library
            .report_of(key)
            .and_then(|index| self.library.report_id(index))
        {
            self.code(report, Tone::Quiet);
        }
    }

    /// Names out of the registry: the acronym where there is one, else the name.
    fn names<'r>(&mut self, refs: impl IntoIterator<Item = &'r Ref>) {
        for typed in refs {
            let Some(key) = self.library.in_registry(typed.as_str()) else {
                self.code(head(typed.as_str(), LONGEST), Tone::Plain);
                continue;
            };
            match self.library.record(key) {
                Some(Record::Body(body)) if !body.acronym.is_empty() => {
                    if let Some(acronym) = body.acronym.iter().next() {
                        self.code(acronym.as_str(), Tone::Plain);
                    }
                }
                Some(_) => self.push(self.library.title(key, self.language), Tone::Plain),
                None => {}
            }
        }
    }

    fn date(&mut self, day: Option<&Date>, tone: Tone) {
        if let Some(day) = day {
            self.push(date::date(day, self.language), tone);
        }
    }

    /// The date of something that has one, or that it has none.
    fn day(&mut self, day: Option<&Date>) {
        match day {
            Some(_) => self.date(day, Tone::Watch),
            None => self.push(ui::NO_DATE.get(self.language), Tone::Quiet),
        }
    }

    fn of(&mut self, key: Key, record: Record<'_>) {
        match record {
            Record::Item(item) => {
                if let Some(position) = &item.position {
                    self.stance(position.stance, position.status);
                }
                self.report(key);
                self.belonging(key);
            }
            Record::Position(position) => {
                self.stance(position.stance, position.status);
                self.names(&position.by);
                self.report(key);
            }
            Record::Nomination(nomination) => {
                self.push(
                    self.library.role(nomination).get(self.language),
                    Tone::Plain,
                );
                self.names([&nomination.body]);
                self.names(&nomination.country);
                self.label(nomination.status, Tone::Quiet);
                self.report(key);
            }
            Record::Recommendation(recommendation) => {
                self.names(&recommendation.to);
                self.date(recommendation.due.as_ref(), Tone::Watch);
                self.label(
                    recommendation.status,
                    match recommendation.status {
                        RecommendationStatus::Done => Tone::Good,
                        RecommendationStatus::Dropped => Tone::Bad,
                        RecommendationStatus::Open | RecommendationStatus::InProgress => {
                            Tone::Quiet
                        }
                    },
                );
                self.report(key);
            }
            Record::Contribution(contribution) => {
                self.names(&contribution.by);
                if let Some(result) = &contribution.result {
                    self.label(result.kind, Tone::Watch);
                }
                self.report(key);
            }
            Record::Outcome(outcome) => {
                self.label(outcome.kind, Tone::Plain);
                if let Some(result) = outcome.result {
                    self.label(result, Tone::Watch);
                }
                self.report(key);
            }
            Record::Meeting(meeting) => {
                self.day(meeting.date.as_ref());
                self.names(&meeting.body);
                self.report(key);
            }
            Record::Event(event) => {
                self.day(event.date.as_ref());
                self.label(event.kind, Tone::Quiet);
                if let Some(place) = &event.place {
                    self.push(place.in_or_other(self.language), Tone::Plain);
                }
                self.report(key);
            }
            Record::Figure(figure) => {
                if let Some(total) = &figure.total {
                    self.push(date::quantity(total, self.language), Tone::Plain);
                }
                self.date(figure.date.as_ref(), Tone::Quiet);
                self.report(key);
            }
            Record::View(view) => {
                self.names(&view.by);
                self.report(key);
            }
            Record::Note(note) => {
                self.names(&note.by);
                self.report(key);
            }
            Record::Report(head) => {
                self.code(head.id.as_str(), Tone::Plain);
                self.date(head.date.as_ref(), Tone::Quiet);
            }
            Record::Section(_) | Record::Paragraph(_) => {}
            Record::Body(body) => {
                for acronym in &body.acronym {
                    self.code(acronym.as_str(), Tone::Plain);
                }
                self.label(body.kind, Tone::Quiet);
            }
            Record::Person(person) => {
                if let Some(post) = &person.post {
                    self.push(post.in_or_other(self.language), Tone::Plain);
                }
                self.names(&person.country);
            }
            Record::Country(country) => {
                self.code(country.id.as_str(), Tone::Plain);
            }
            Record::Instrument(instrument) => {
                self.code(instrument.id.as_str(), Tone::Plain);
                self.cited(key);
            }
            Record::Document(document) => {
                self.code(document.id.as_str(), Tone::Plain);
                self.cited(key);
            }
        }
    }

    fn stance(&mut self, stance: Stance, status: PositionStatus) {
        self.push(
            format!(
                "{} {}",
                stance_sign(stance),
                stance.label().get(self.language)
            ),
            match stance {
                Stance::Support => Tone::Good,
                Stance::Oppose => Tone::Bad,
                Stance::Amend | Stance::Defer => Tone::Watch,
                Stance::Neutral => Tone::Plain,
            },
        );
        self.label(
            status,
            match status {
                PositionStatus::Draft | PositionStatus::Deferred => Tone::Watch,
                PositionStatus::Agreed | PositionStatus::Delivered => Tone::Good,
                PositionStatus::Superseded | PositionStatus::Withdrawn => Tone::Quiet,
            },
        );
    }

    /// How many nominations and recommendations belong to an item.
    fn belonging(&mut self, item: Key) {
        for kind in [Kind::Nomination, Kind::Recommendation] {
            let belonging = self.library.belongs_to(item).iter();
            let count = belonging
                .filter(|key| self.library.kind(**key) == kind)
                .count();
            if count > 0 {
                self.push(
                    format!(
                        "{}\u{a0}{}",
                        plural(kind).get(self.language),
                        ui::grouped(count)
                    ),
                    Tone::Quiet,
                );
            }
        }
    }

    /// How many records cite an entry of the registry.
    fn cited(&mut self, key: Key) {
        let count = self
            .library
            .links(key)
            .iter()
            .filter(|link| !link.outgoing)
            .count();
        if count > 0 {
            self.push(ui::found(count).get(self.language), Tone::Quiet);
        }
    }
}
