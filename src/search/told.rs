//! What the index tells of the places of words, so that hardly any text has to be read: of `^word`
//! and `word$` all, of more words that the text begins or ends with one of them, of words side by side
//! nearly all (see [`super::phrase`]).

use super::bitmap::Bitmap;
use super::check::{Asked, Check, What, Words};
use super::grammar::Mode as Typed;
use super::index::Index;
use super::phrase;
use super::query::{Form, Mode, Term};
use super::session::Session;

/// What is known of a question.
#[derive(Default)]
pub(super) struct Told {
    /// Of these it holds.
    pub sure: Bitmap,
    /// Of others than these it does not hold; those that are sure are among them.
    pub possible: Bitmap,
}

/// Takes away from the candidates of a session those of which the checks do not hold; gives those of
/// which only their texts can tell.
pub(super) fn sift(checks: &[Check], session: &mut Session, index: &Index) -> Bitmap {
    let mut doubtful = Bitmap::new(index.span());
    let mut candidates = std::mem::take(&mut session.candidates);
    for check in checks {
        let mut any = Told {
            sure: Bitmap::new(index.span()),
            possible: Bitmap::new(index.span()),
        };
        for asked in &check.any {
            let told = asked.told(&candidates, session, index);
            any.sure.or(&told.sure);
            any.possible.or(&told.possible);
        }
        candidates.and(&any.possible);
        any.possible.and_not(&any.sure);
        doubtful.or(&any.possible);
    }
    doubtful.and(&candidates);
    session.candidates = candidates;
    doubtful
}

impl Asked {
    /// What is known of it among the candidates.
    fn told(&self, candidates: &Bitmap, session: &mut Session, index: &Index) -> Told {
        let told = match &self.what {
            What::Words(words) => words.told(candidates, session, index),
            What::Set(set) => {
                let place = session.place_of_set(set, index);
                let set = session.sets.get(place).map(|set| set.documents().clone());
                let set = set.unwrap_or_default();
                Told {
                    sure: set.clone(),
                    possible: set,
                }
            }
        };
        if !self.not {
            return told;
        }
        let others = |than: &Bitmap| {
            let mut others = candidates.clone();
            others.and_not(than);
            others
        };
        Told {
            sure: others(&told.possible),
            possible: others(&told.sure),
        }
    }
}

impl Words {
    fn told(&self, candidates: &Bitmap, session: &mut Session, index: &Index) -> Told {
        let mut told = Told {
            sure: Bitmap::new(index.span()),
            possible: candidates.clone(),
        };
        if self.mode == Typed::Phrase {
            phrase::tell(&self.words, &mut told, session, index);
        }
        for term in self.edges() {
            let place = session.look_up(&term, index);
            if let Some(word) = session.words().get(place) {
                told.possible.and(word.documents());
            }
        }
        if self.words.len() == 1 && matches!(self.mode, Typed::Start | Typed::End) {
            told.sure.copy(&told.possible);
            told.sure.and_not(&index.unsure());
        }
        told
    }

    /// The words that have to stand at an edge of a text, the one at its beginning first.
    fn edges(&self) -> impl Iterator<Item = Term> {
        let whole = self.words.len() > 1;
        let (first, last) = match self.mode {
            Typed::Start => (Some(Mode::First { whole }), None),
            Typed::End => (None, Some(Mode::Last { whole })),
            Typed::Whole => (
                Some(Mode::First { whole: true }),
                Some(Mode::Last { whole: true }),
            ),
            _ => (None, None),
        };
        let edges = [(first, self.words.first()), (last, self.words.last())];
        edges.into_iter().filter_map(|(mode, word)| {
            Some(vec![Form {
                mode: mode?,
                ..Form::plain(word?)
            }])
        })
    }
}
