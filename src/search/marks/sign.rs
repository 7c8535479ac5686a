//! A word of a query in one of its forms, marked as it stands, as another form, or with slips.

use super::super::edges::Edge;
use super::super::fold::symbols::letters_of;
use super::super::query::{Form, Mode, Term};
use super::super::row::{Asked, Row};
use super::super::slips::{self, Core};
use super::super::tier::{self, Tier};
use super::super::translit;
use super::super::way::Way;
use super::Found;
use std::ops::Range;

/// A word that is looked for.
#[derive(Debug)]
pub(super) struct Sign<'q> {
    pub form: &'q Form,
    /// Without its article.
    bare: Option<&'q [u8]>,
    /// The letters that a word has in any case, and may begin with, where it is too short to be
    /// inside of one.
    asked: Asked<'static>,
    /// Whether it is another form of the word that was typed.
    pub other: bool,
    /// What slips are thought of in, once it is asked for.
    cores: Option<Vec<Core<'q>>>,
    /// Whether the search thought of slips in it, and the letters of what it met then.
    pub guessed: bool,
    pub just: Option<&'q [u64]>,
    /// Whether it did so in short words too.
    pub short: bool,
}

impl<'q> Sign<'q> {
    /// For all forms of a word.
    pub fn all(term: &'q Term) -> impl Iterator<Item = Self> {
        // A form that begins with the word as it was typed is met by that.
        let is_met = |form: &Form| {
            let typed = term.first().filter(|typed| typed.mode == Mode::Plain);
            form.mode == Mode::Word && typed.is_some_and(|typed| form.word.starts_with(&typed.word))
        };
        let forms = term.iter().enumerate();
        let forms = forms.filter(move |(number, form)| *number == 0 || !is_met(form));
        forms.map(|(number, form)| Self::new(form, number > 0))
    }

    fn new(form: &'q Form, other: bool) -> Self {
        let bare = tier::without_article(&form.word);
        Self {
            form,
            bare,
            asked: Asked {
                letters: letters_of(bare.unwrap_or(&form.word)),
                first: match form.word.as_slice() {
                    _ if form.mode.edge() == Some(Edge::Last) => 0,
                    short if short.len() >= tier::SHORTEST_INFIX => 0,
                    short => letters_of(short.get(..1).unwrap_or_default()),
                },
                ..Asked::default()
            },
            other,
            cores: None,
            guessed: true,
            just: None,
            short: false,
        }
    }

    /// Marks the word; says how it was there. Where it stands by itself or begins a word, the
    /// insides of other words are chance: ITU in "institutional".
    pub fn mark(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) -> Option<Found> {
        let before = ranges.len();
        let typed = self.form.word.as_slice();
        let mut inside = true;
        row.each(self.asked, |seen, _, place| {
            let mode = self.form.mode;
            let strict = seen.strict(typed, self.bare);
            let met = strict.filter(|&(tier, _)| mode.allows(tier)).or_else(|| {
                let ends = mode == Mode::Last { whole: false } && seen.word.ends_with(typed);
                ends.then(|| (Tier::Prefix, seen.word.len() - typed.len()..seen.word.len()))
            });
            if let Some((tier, letters)) = met
                && (tier != Tier::Infix || inside)
            {
                if inside && tier != Tier::Infix {
                    inside = false;
                    ranges.truncate(before);
                }
                ranges.push(place(letters));
            }
        });
        match ranges.len() > before {
            true if self.other => Some(Found::In(Way::Form)),
            true if inside => Some(Found::Inside),
            true => Some(Found::Typed),
            false if self.form.mode == Mode::Plain && self.guessed => {
                self.mark_forgiving(row, ranges)
            }
            false => None,
        }
    }

    fn mark_forgiving(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) -> Option<Found> {
        if self.just.is_some_and(<[u64]>::is_empty) {
            return None;
        }
        let typed = self.form.word.as_slice();
        let cores = self.cores.get_or_insert_with(|| match self.short {
            true => slips::all_short(typed),
            false => slips::all(typed),
        });
        let mut found: Option<Found> = None;
        // A slip at half the price costs one of these letters, a clitic taken off at most two.
        let most_missing = slips::allowance(typed).max(2);
        let words = cores.iter().map(|core| core.word);
        let shortest = words.min_by_key(|word| word.len()).unwrap_or(typed);
        let asked = Asked {
            letters: letters_of(shortest),
            most_missing: most_missing.into(),
            just: self.just,
            ..Asked::default()
        };
        row.each(asked, |seen, letters, place| {
            let Some((tier, letters, core)) = seen.forgiving(typed, letters, cores) else {
                return;
            };
            let symbols = seen.word;
            let how = match tier {
                Tier::Loose => Found::In(Way::Form),
                _ if translit::sounds_like(typed, symbols) => Found::In(Way::Sound),
                _ => Found::In(Way::Slip),
            };
            found = Some(found.map_or(how, |before| before.min(how)));
            let meant = symbols.get(letters.clone()).unwrap_or_default();
            let scattered = (tier != Tier::Loose).then(|| scattered(core, meant));
            match scattered.flatten() {
                Some(found) => ranges.extend(
                    found
                        .into_iter()
                        .map(|at| place(letters.start + at..letters.start + at + 1)),
                ),
                None => ranges.push(place(letters)),
            }
        });
        found
    }
}

/// The letters of a word that were typed, where some were left out.
fn scattered(typed: &[u8], word: &[u8]) -> Option<Vec<usize>> {
    let mut letters = word.iter().enumerate();
    let mut next = |wanted: &u8| letters.find(|(_, letter)| *letter == wanted);
    typed.iter().map(|wanted| Some(next(wanted)?.0)).collect()
}
