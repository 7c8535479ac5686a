//! The detail of meetings, events, figures, and of the outline.

use crate::library::{Key, Library};
use crate::report::{
    Event, Figure, Head, Kind, Language, Meeting, Paragraph, Record, Ref, Section,
};
use crate::words::label::{Label, plural, the};
use crate::words::{Message, date, keep, live, minutes, ui};

use super::super::agreed::as_agreed;
use super::{Block, Detail, label_of};

impl<'a> Detail<'a> {
    pub(super) fn meeting(&mut self, meeting: &'a Meeting) {
        self.date(ui::DATE, meeting.date.as_ref());
        for (label, hour) in [(ui::BEGAN, meeting.began), (ui::ENDED, meeting.ended)] {
            if let Some(hour) = hour {
                self.plain(label, hour.to_string());
            }
        }
        self.fact_text(ui::PLACE, meeting.place.as_ref());
        self.records(the(Kind::Country), &meeting.country);
        if let Some(mode) = meeting.mode {
            self.said(ui::MANNER, label_of(mode));
        }
        self.records(the(Kind::Body), &meeting.body);
        self.records(ui::CHAIR, &meeting.chair);
        if let Some(count) = meeting.count {
            self.plain(ui::HOW_MANY_MEETINGS, count.to_string());
        }
        if let Some(attendance) = &meeting.attendance {
            if let Some(count) = attendance.count {
                let said = |language| match attendance.qualifier {
                    Some(qualifier) => format!("{} {count}", qualifier.label().get(language)),
                    None => count.to_string(),
                };
                self.said(
                    ui::PARTICIPANTS,
                    Message::new(said(Language::Arabic), said(Language::English)),
                );
            }
            self.records(ui::COUNTRIES_PRESENT, &attendance.countries);
            self.records(ui::BODIES_PRESENT, &attendance.bodies);
        }
        self.records_of_report(plural(Kind::Item), &meeting.items);
        self.records(minutes::OUTSIDE, &meeting.speakers);
        self.taken_up(meeting);
        self.records_of_report(ui::AGREED_THERE, &meeting.agreed);
        self.records_of_report(minutes::DEFERRED, &meeting.deferred);
        self.records_of_report(ui::MADE_THERE, &meeting.made);
        self.maybe_text(meeting.text.as_ref());
        self.as_agreed(meeting);
    }

    /// What each position said that the meeting agreed, and whether it still stands so.
    fn as_agreed(&mut self, meeting: &'a Meeting) {
        let library = self.library;
        let all = meeting.agreed.iter();
        let all = all.map(|of| (of, as_agreed(library, self.key, meeting, of)));
        let told = all.filter(|(_, one)| one.is_told || one.is_changed);
        let told: Vec<_> = told.collect();
        if !told.is_empty() {
            self.heading(minutes::AS_AGREED);
        }
        for (of, one) in told {
            let item = |language| {
                let title = one.item.map(|item| called(library, item, language));
                let title = title.unwrap_or_else(|| of.as_str().to_owned());
                match one.stance {
                    Some(stance) => format!("{title} ({})", stance.label().get(language)),
                    None => title,
                }
            };
            let item = Message::new(item(Language::Arabic), item(Language::English));
            self.said(the(Kind::Item), item);
            if one.is_changed {
                self.said(
                    minutes::SINCE,
                    match one.is_told {
                        true => minutes::WAS_CHANGED,
                        false => minutes::WAS_CHANGED_UNTOLD,
                    },
                );
            }
            if let Some(behind) = one.behind {
                self.said(ui::WORDING, keep::left_behind(behind));
            }
            if let Some(text) = one.text.filter(|_| one.is_told) {
                self.text(text);
            }
        }
    }

    /// What the meeting took up, and how long each item took.
    fn taken_up(&mut self, meeting: &'a Meeting) {
        for taken in &meeting.taken_up {
            self.records_of_report(the(Kind::Item), Some(&taken.item));
            self.said(
                ui::TIME_TAKEN,
                live::time_taken(taken.minutes, taken.planned),
            );
            self.records(ui::SPEAKERS, &taken.speakers);
        }
    }

    pub(super) fn event(&mut self, event: &'a Event) {
        self.said(ui::SORT, label_of(event.kind));
        self.date(ui::DATE, event.date.as_ref());
        self.fact_text(ui::PLACE, event.place.as_ref());
        self.records(the(Kind::Country), &event.country);
        self.records(plural(Kind::Body), &event.bodies);
        self.records_of_report(the(Kind::Item), &event.item);
        self.maybe_text(event.text.as_ref());
    }

    pub(super) fn figure(&mut self, figure: &'a Figure) {
        self.date(ui::DATE, figure.date.as_ref());
        self.quantity(ui::TOTAL, figure.total.as_ref());
        if !figure.shares.is_empty() {
            self.blocks.push(Block::Chart(figure));
        }
        if let Some(sum) = figure.adds_up_to {
            self.said(
                ui::ADDS_UP_TO,
                Message::new(
                    date::percent_in(sum, Language::Arabic),
                    date::percent_in(sum, Language::English),
                ),
            );
        }
        self.maybe_text(figure.text.as_ref());
        self.records_of_report(the(Kind::Item), &figure.item);
        let parties: Vec<&Ref> = figure
            .shares
            .iter()
            .filter_map(|share| share.of.as_ref())
            .collect();
        self.records(ui::PARTIES, parties);
    }

    pub(super) fn head(&mut self, head: &'a Head) {
        self.said(ui::SORT, label_of(head.kind));
        self.records(the(Kind::Document), &head.document);
        self.date(ui::DATE, head.date.as_ref());
        if let Some(session) = &head.session {
            self.session(session);
        }
        self.records(ui::AUTHOR, &head.author);
        self.records(ui::ADDRESSEE, &head.addressee);
        self.maybe_text(head.summary.as_ref());
        self.fact_text(ui::STRATEGIC_LINK, head.strategic_link.as_ref());
        self.fact_text(ui::FINANCES, head.financial_implications.as_ref());
        self.fact_text(ui::ORIGINAL, head.original_language.as_ref());
        self.records(ui::CONTACTS, &head.contacts);
        if !head.unknown.is_empty() {
            self.fields(ui::UNKNOWN, Kind::Report, &head.unknown);
        }
        if let Some(source) = &head.source {
            self.plain(ui::SOURCE_FILE, source.as_str());
        }
    }

    /// A session, `council@2021`: the body's name and the year.
    fn session(&mut self, session: &str) {
        self.said(ui::SESSION, session_name(self.library, session));
    }

    pub(super) fn section(&mut self, section: &'a Section) {
        if let Some(number) = &section.number {
            self.plain(ui::NUMBER, number.as_str());
        }
        for paragraph in &section.paragraphs {
            self.outlined(paragraph);
        }
    }

    pub(super) fn paragraph(&mut self, paragraph: &'a Paragraph) {
        if let Some(number) = &paragraph.number {
            self.plain(ui::NUMBER, number.as_str());
        }
        self.fact_text(ui::TITLE, paragraph.title.as_ref());
        self.text(&paragraph.text);
        for point in &paragraph.points {
            self.outlined(point);
        }
    }

    /// A paragraph within what holds it: a link, with its text under it.
    fn outlined(&mut self, paragraph: &'a Paragraph) {
        if let Some(key) = self.library.in_reports(self.key, paragraph.id.as_str()) {
            self.link(key);
        }
        for point in &paragraph.points {
            self.outlined(point);
        }
    }
}

/// What a session, `council@2021`, is called: the body's name and the year.
pub(in crate::app) fn session_name(library: &Library, session: &str) -> Message {
    let (body, year) = session.split_once('@').unwrap_or((session, ""));
    let told = |language| {
        let name = library.in_registry(body).map_or_else(
            || body.to_owned(),
            |key| library.title(key, language).into_owned(),
        );
        format!("{name} {year}").trim_end().to_owned()
    };
    Message::new(told(Language::Arabic), told(Language::English))
}

/// An item by its numbers and its title.
fn called(library: &Library, item: Key, language: Language) -> String {
    let title = library.title(item, language);
    match library.record(item) {
        Some(Record::Item(item)) if !item.number.is_empty() => {
            let numbers: Vec<&str> = item.number.iter().map(Ref::as_str).collect();
            format!("{} {title}", numbers.join(ui::LIST_COMMA.get(language)))
        }
        _ => title.into_owned(),
    }
}
