//! What was typed for a field is edited once more, beside what another wrote there meanwhile.

use serde_yaml::Value;

use super::super::input::Input;
use super::super::{App, Layer};
use super::clash::Both;
use super::field::{FieldLayer, Target};
use super::{place_of, said, typed_of, value_of};
use crate::library::keep::Clash;
use crate::library::keep::field::field;
use crate::report::Language;
use crate::script::{Compared, Side};
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
    /// stands above it, with the place, until it is saved.
    pub(in crate::app) fn look_at_field(&mut self) {
        let news = match self.layers.last() {
            Some(Layer::Field(field)) => self.news_of(&field.target),
            Some(Layer::Choose(choose)) => self.news_of(&choose.target),
            _ => return,
        };
        let (news, is_named) = news.unzip();
        if is_named == Some(false) {
            self.ask_for_author();
        }
        match self.layers.last_mut() {
            Some(Layer::Field(field)) => field.news = news,
            Some(Layer::Choose(choose)) => choose.news = news,
            _ => {}
        }
    }

    /// That another has changed a field since it was opened, and whether it is known who.
    fn news_of(&self, target: &Target) -> Option<(Message, bool)> {
        let library = self.library();
        let key = library.with_id(target.record.as_ref()?)?;
        let theirs = value_of(library, key, &target.path);
        if theirs == target.base {
            return None;
        }
        let place = said::Place::of(library, Some(key));
        let both = [&target.base, &theirs];
        let [_, value] = said::cut_apart(
            both.map(|value| said::told(place, target.kind, &target.path, value.as_ref())),
        );
        let mut one = [Clash {
            at: place_of(library, key, &target.path)?,
            base: target.base.clone(),
            theirs,
            yours: None,
            by: None,
        }];
        let file = self.file(key)?;
        self.desk.keeper.as_ref()?.find_authors(&file, &mut one);
        let [one] = one;
        let who = one.by.map(|by| by.who);
        let who = who.as_deref();
        let told = match target.drafted {
            true => change::changed_since(&value, who),
            false => change::changed_here(&value, who),
        };
        Some((told, who.is_some()))
    }
}
