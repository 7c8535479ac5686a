//! What a person typed and did not save in a library elsewhere, where that may be this one on another disk,
//! or a copy of it: it is put into no place by itself, but the person is asked.

use super::super::picker::{Choice, Picker};
use super::super::{App, Layer};
use super::typing::Typed;
use super::value_of;
use crate::library::keep::Elsewhere;
use crate::words::{Message, desk as words};

/// What was typed elsewhere, and where it lies.
pub(super) struct Offered {
    typed: Vec<Typed>,
    from: Elsewhere,
}

impl App {
    /// What was typed in a library that had the same record, with the words on which it was typed. Of one
    /// that has not, nothing is said: it is another library.
    fn typed_elsewhere(&self) -> Option<Offered> {
        let keeper = self.desk.keeper.as_ref()?;
        keeper.typed_elsewhere().into_iter().find_map(|from| {
            let typed: Vec<Typed> = serde_yaml::from_str(&from.text).ok()?;
            let is_here = typed.iter().any(|one| self.is_typed_on(one));
            is_here.then_some(Offered { typed, from })
        })
    }

    /// Whether it was typed on words that stand here in the same field.
    fn is_typed_on(&self, typed: &Typed) -> bool {
        let Typed::Field {
            record,
            field,
            seen: Some(seen),
            ..
        } = typed
        else {
            return false;
        };
        let path: Vec<String> = field.split('.').map(str::to_owned).collect();
        let here = self.library().with_id(record);
        let here = here.and_then(|key| value_of(self.library(), key, &path));
        here.as_ref() == Some(seen) && seen.as_str().is_some_and(|seen| !seen.trim().is_empty())
    }

    /// Looks for it; the person is asked when nothing else is open.
    pub(super) fn find_typed_elsewhere(&mut self) {
        self.desk.elsewhere = self.typed_elsewhere();
        self.ask_of_typed();
    }

    /// Says where it lies, to one who does not put it into its place.
    pub(super) fn tell_typed_elsewhere(&mut self) {
        if let Some(offered) = self.typed_elsewhere() {
            self.tell_offered(&offered);
        }
    }

    fn tell_offered(&mut self, offered: &Offered) {
        let typed = offered.typed.iter();
        let of: Vec<String> = typed.map(|one| one.of(self.language)).collect();
        let said = words::typed_elsewhere(&of, &offered.from.path.display().to_string());
        self.message = Some(words::with(said, self.message.take()));
    }

    /// Asks the person whether it is to be put into its place here, once, and when nothing is open.
    pub(in crate::app) fn ask_of_typed(&mut self) {
        if !self.layers.is_empty() {
            return;
        }
        let Some(offered) = self.desk.elsewhere.take() else {
            return;
        };
        if let Some(keeper) = &self.desk.keeper {
            keeper.asks_of(&offered.from);
        }
        self.tell_offered(&offered);
        let choice = |name: Message, value| Choice {
            name,
            aside: String::new(),
            group: None,
            value,
        };
        let choices = vec![
            choice(words::LEAVE_IT.into(), false),
            choice(words::PUT_IT_HERE.into(), true),
        ];
        self.desk.elsewhere = Some(offered);
        self.layers.push(Layer::Elsewhere(Picker::new(
            words::PUT_HERE.into(),
            choices,
        )));
    }

    /// Does what was chosen. What has no place here stays where it lies, as all does that is not wanted.
    pub(in crate::app) fn settle_typed(&mut self, puts: bool) {
        let Some(offered) = self.desk.elsewhere.take().filter(|_| puts) else {
            return;
        };
        let (mut back, mut stays) = (Vec::new(), Vec::new());
        for one in offered.typed {
            let of = one.of(self.language);
            match self.put_typed_back(one) {
                None => back.push(of),
                Some(_) => stays.push(of),
            }
        }
        let lies = offered.from.path.display().to_string();
        let said = [
            (!back.is_empty()).then(|| words::typed_back(&back)),
            (!stays.is_empty()).then(|| words::stays_elsewhere(&stays, &lies)),
        ];
        let said: Vec<Message> = said.into_iter().flatten().collect();
        self.message = Some(words::together(&said));
    }
}
