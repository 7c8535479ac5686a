//! What was typed for a field is edited once more, beside what another wrote there meanwhile.

use serde_yaml::Value;

use super::super::input::Input;
use super::super::{App, Layer};
use super::clash::Both;
use super::field::{FieldLayer, Target};
use super::gone::file_of;
use super::writing::telling::ASKS;
use super::{place_of, said, typed_of, value_of};
use crate::library::Library;
use crate::library::keep::field::field;
use crate::library::keep::{Clash, Keeper};
use crate::report::Language;
use crate::script::{Compared, Side};
use crate::words::change::Who;
use crate::words::{Message, change, clash};

/// What another wrote into a field meanwhile, seen while one's own is typed.
pub struct Other {
    /// Who wrote it, and when.
    pub by: Message,
    /// What stands in the file.
    pub text: Message,
    /// What stood there before: by this what is left without saving is asked about again.
    pub(super) base: Option<Value>,
    /// Where its pages were turned: the first row of it that is seen, and where the caret stood then.
    pub(in crate::app) turned: Option<(usize, usize)>,
}

/// That another has changed a field since it was opened, as it is told above it.
pub struct News {
    /// What is told.
    pub said: Message,
    /// What became of the field.
    of: Clash,
}

impl News {
    /// Whether it tells of this.
    fn is_of(&self, now: &Clash) -> bool {
        self.of.at == now.at && self.of.theirs == now.theirs
    }
}

impl Other {
    /// The first row of it that is seen where its pages were turned and the caret has not moved since;
    /// else it goes with the text.
    #[must_use]
    pub fn turned_at(&self, input: &Input) -> Option<usize> {
        let (row, at) = self.turned?;
        (at == input.caret().at).then_some(row)
    }
}

impl FieldLayer {
    /// The next place behind the caret, or before it, at which what is typed differs from what another
    /// wrote, if there is one; none where nobody did.
    pub(in crate::app) fn apart(&self, next: bool, language: Language) -> Option<Option<usize>> {
        let other = self.other.as_ref()?;
        let compared = Compared::new(other.text.get(language), self.input.text());
        let mut places = compared.places(Side::Other).map(|place| place.start);
        let here = self.input.caret().at;
        // Where one begins, behind the text, the first is the next.
        let is_end = here == self.input.text().len();
        Some(match next {
            true => places.find(|at| *at > here || is_end),
            false => places.take_while(|at| *at < here).last(),
        })
    }
}

impl App {
    /// Opens a field of a record with what was typed for it, beside what another wrote meanwhile.
    pub(super) fn edit_again(&mut self, (id, file): (&str, &str), both: Both, versions: Clash) {
        let text = typed_of(versions.yours.as_ref());
        let path = both.path.as_slice();
        let Some(key) = self.library().with_id(id) else {
            self.gone(id, Some(file), Some((path, &text)));
            return;
        };
        let kind = self.library().kind(key);
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let Ok(field) = field(kind, &names) else {
            return;
        };
        let base = versions.theirs;
        let first = typed_of(base.as_ref());
        let target = Target {
            record: Some(id.to_owned()),
            file: Some(file.to_owned()),
            kind,
            path: path.to_vec(),
            label: said::label(kind, path),
            field,
            base,
            first,
            drafted: false,
        };
        self.edit(target, Some(text));
        match self.layers.last_mut() {
            Some(Layer::Field(layer)) => {
                layer.other = Some(Other {
                    by: both.by,
                    text: both.theirs,
                    base: versions.base,
                    turned: None,
                });
            }
            Some(Layer::Choose(choose)) => {
                choose.other = Some(clash::stands_there(&both.by, &both.theirs));
            }
            _ => {}
        }
    }

    /// Looks whether another has changed the field in which one types since it was opened; then that
    /// stands above it, with the place, until it is saved. Who it was is added when the history was read.
    pub(in crate::app) fn look_at_field(&mut self) {
        let Some((target, news)) = typed_in(&mut self.layers) else {
            return;
        };
        let library = &self.shelf.library;
        let before = news.take();
        *news = changed_in(library, target).map(|(_, of)| match before {
            // Who it was is known already, or is asked.
            Some(before) if before.is_of(&of) => before,
            _ => {
                let said = told_of(library, target, &of, Who::Unread);
                News { said, of }
            }
        });
        self.look_who(ASKS);
    }

    /// Looks who it was; where the history does not tell, it is looked again so many times.
    pub(super) fn look_who(&mut self, asks: u8) {
        let changed = typed_in(&mut self.layers)
            .and_then(|(target, _)| changed_in(&self.shelf.library, target));
        let Some((file, clash)) = changed else {
            return;
        };
        let mut one = [clash];
        let read = move |keeper: &Keeper| {
            keeper.find_authors(&file, &mut one);
            (file, one)
        };
        self.read_history(read, move |app, (file, [read])| {
            let Some((target, news)) = typed_in(&mut app.layers) else {
                return;
            };
            let library = &app.shelf.library;
            // It may be another field by now, or something else stands in it.
            let is_it = changed_in(library, target).is_some_and(|(of, now)| {
                of == file && now.at == read.at && now.theirs == read.theirs
            });
            if !is_it {
                return;
            }
            let who = read.by.as_ref().map(|by| by.who.as_str());
            let who = who.map_or(Who::Outside, Who::Named);
            let said = told_of(library, target, &read, who);
            *news = Some(News {
                said,
                of: read.clone(),
            });
            if who == Who::Outside {
                app.ask_for_author(asks);
            }
        });
    }
}

/// The field that is changed, also below a help that lies on it, and where it is told that another has
/// changed it.
fn typed_in(layers: &mut [Layer]) -> Option<(&Target, &mut Option<News>)> {
    layers.iter_mut().rev().find_map(|layer| match layer {
        Layer::Field(field) => Some((&field.target, &mut field.news)),
        Layer::Choose(choose) => Some((&choose.target, &mut choose.news)),
        _ => None,
    })
}

/// What another has made of a field since it was opened, and the file in which it stands; none where it
/// is as it was.
fn changed_in(library: &Library, target: &Target) -> Option<(String, Clash)> {
    let key = library.with_id(target.record.as_ref()?)?;
    let theirs = value_of(library, key, &target.path);
    if theirs == target.base {
        return None;
    }
    let clash = Clash {
        at: place_of(library, key, &target.path)?,
        base: target.base.clone(),
        theirs,
        yours: None,
        by: None,
    };
    Some((file_of(library, key)?, clash))
}

/// That another has changed a field.
fn told_of(library: &Library, target: &Target, clash: &Clash, who: Who<'_>) -> Message {
    let record = target.record.as_ref();
    let place = said::Place::of(library, record.and_then(|id| library.with_id(id)));
    let both = [&clash.base, &clash.theirs];
    let [_, value] = said::cut_apart(
        both.map(|value| said::told(place, target.kind, &target.path, value.as_ref())),
    );
    match target.drafted {
        true => change::changed_since(&value, who),
        false => change::changed_here(&value, who),
    }
}
