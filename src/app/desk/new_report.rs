//! A new report: first whose agenda it gets, then its form.

use super::super::picker::{Choice, Picker};
use super::super::writer::Task;
use super::super::{App, Layer};
use super::added::place_of_new;
use super::form::{FormLayer, Subject};
use super::permit::Wanted;
use super::said;
use super::writing::Back;
use crate::library::keep::wish::{Assignment, Made, NewReport, report};
use crate::report::{Kind, Language};
use crate::words::{Message, form as words};

/// Whose agenda a new report gets: that of the report with this id; none for an empty one.
pub type Agenda = Option<String>;

impl App {
    /// Asks whose agenda a new report is to have.
    pub(in crate::app) fn choose_agenda(&mut self) {
        let mut unborn = self.desk.unborn.keys();
        let is_kept = unborn.any(|(kind, _)| *kind == Kind::Report);
        if !is_kept && !self.may(Wanted::Any) {
            return;
        }
        let picker = Picker::of(words::WHICH_AGENDA.into(), self, agendas);
        self.layers.push(Layer::Agenda(picker));
    }

    /// Opens the form of a new report, with what was filled in before.
    pub(in crate::app) fn open_new_report(&mut self, from: Agenda) {
        let mut form = FormLayer::new_report(from.as_deref(), self.language);
        let (path, kind) = (["kind".to_owned()], "group-report");
        let library = &self.shelf.library;
        let place = said::Place::of(library, None);
        let shown = said::told(place, Kind::Report, &path, Some(&kind.into()));
        form.fill(library, &path, kind, shown);
        if !self.opens_new(&form) {
            return;
        }
        self.put_back(&mut form);
        self.layers.push(Layer::Form(form));
        if !self.tell_if_read(Wanted::Any) {
            self.begin_filling();
        }
    }

    /// Makes the report that the form on top is of.
    pub(super) fn add_report(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let Subject::New(from) = form.subject.clone() else {
            return;
        };
        let filled = form.filled();
        let unborn = place_of_new(form).map(|place| (place, filled.clone()));
        match self.made(from.as_deref(), &filled) {
            Ok(Some(made)) => {
                let layers = self.layers.pop().into_iter().collect();
                let back: Back = self.going(unborn, layers);
                self.desk.writing.whole = self.whole_of(&made);
                self.hand_over(Task::Make(made), None, back);
            }
            Ok(None) => {}
            Err(why) => self.message = Some(why),
        }
    }

    /// The report as it was filled in; none where nothing can be written.
    fn made(
        &mut self,
        from: Option<&str>,
        filled: &[(String, String)],
    ) -> Result<Option<Made>, Message> {
        let Some(desk) = self.wish() else {
            return Ok(None);
        };
        let mut fields: Vec<String> = filled
            .iter()
            .map(|(name, text)| format!("{name}={text}"))
            .collect();
        let id = fields
            .extract_if(.., |field| field.starts_with("id="))
            .next();
        let id = id.unwrap_or_default();
        let id = Assignment::read(&id, Kind::Report)?.value(&desk, None)?;
        let new = NewReport {
            id: id.as_ref().and_then(|id| id.as_str()).unwrap_or_default(),
            fields: &fields,
            from,
            is_first: false,
        };
        report(&desk, &new).map(Some)
    }
}

/// What there is to choose from: no agenda, or that of a report.
fn agendas(app: &App) -> Vec<Choice<Agenda>> {
    let library = app.library();
    let of_report = |key: &crate::library::Key| {
        let id = library.id(*key);
        let title = |language| library.title(*key, language);
        Choice {
            name: Message::new(title(Language::Arabic), title(Language::English)),
            aside: id.to_owned(),
            group: Some(words::AGENDA_OF.into()),
            value: Some(id.to_owned()),
        }
    };
    let empty = Choice {
        name: words::NO_AGENDA.into(),
        aside: String::new(),
        group: None,
        value: None,
    };
    let reports = library.of_kind(Kind::Report).iter().map(of_report);
    std::iter::once(empty).chain(reports).collect()
}
