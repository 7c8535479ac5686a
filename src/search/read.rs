//! From what was typed to what the index is asked: operators, fields, and stretches of words without
//! them (see [`super::clauses`]).

use super::check::{Asked, Check, What, Words, words as words_of};
use super::clauses::{clauses, readings};
use super::fold::fold;
use super::grammar::{Ask, Atom, Expression, Fields, Group, Mode as Typed, Notice};
use super::query::{Choice, Clause, Form, MOST_WORDS, Mode, Query, Reading, Small, Term};
use super::set::Set;
use super::tier::SHORTEST_INFIX;
use super::{keyboard, name, said};
use std::ops::Range;
use std::sync::Arc;

/// Nothing is called by more bytes.
const LONGEST_NAME: usize = 1024;

/// The values of fields.
type Values<'v> = &'v mut dyn FnMut(usize, &str) -> Option<Arc<Set>>;

/// Reads a query.
pub(super) fn read(text: &str, fields: &Fields, values: Values<'_>) -> Query {
    let expression = Expression::parse(text, fields);
    let mut reader = Reader {
        query: Query {
            notice: expression.notice,
            stranger: (expression.unknown_field())
                .filter(|_| !fields.is_empty())
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
            asks: !fields.is_empty() && expression.groups.iter().all(is_asked),
            ..Query::default()
        },
        words: 0,
    };
    let groups = expression.groups.as_slice();
    // What is asked for by name is the words that have to be there, without operators and fields.
    let mut called = String::new();
    for group in groups {
        if let [atom] = group.any.as_slice()
            && let (false, Ask::Text { text, .. }) = (atom.not, &atom.ask)
        {
            called.push_str(text);
            called.push(' ');
        }
    }
    if called.len() <= LONGEST_NAME {
        let in_digits = said::name_in_digits(&fold(&called));
        reader.query.name = in_digits.unwrap_or_else(|| name::of(&called));
    }
    reader.query.call(called);
    let mut at = 0;
    while let Some(group) = groups.get(at) {
        let rest = groups.get(at..).unwrap_or_default();
        let plain = rest.iter().take_while(|group| is_plain(group)).count();
        if plain > 0 {
            // Words without operators are read together: a telephone number has blanks.
            let place = |number: usize| {
                let atom = rest.get(number).and_then(|group| group.any.first());
                atom.map_or(0..0, |atom| atom.place.clone())
            };
            let (start, end) = (place(0).start, place(plain - 1).end);
            reader.plain(text.get(start..end).unwrap_or_default(), !fields.is_empty());
            at += plain;
        } else {
            reader.group(group, text, values);
            at += 1;
        }
    }
    if reader.query.asks
        && let Some(kind) = said::asked_for(&fold(text))
    {
        reader.query.asked_for = Some(kind);
        reader.push(said::of_kind(kind));
    }
    pass_over(&mut reader.query.clauses, text, !fields.is_empty());
    reader.query.name_without_wishes();
    reader.query
}

/// Takes out the words that only join the others, but for the last one while it is typed: it may
/// be the beginning of another, and what has that comes first. Unless people `ask`, each word counts.
fn pass_over(clauses: &mut Vec<Clause>, text: &str, ask: bool) {
    let says_nothing = |clauses: &[Clause]| clauses.iter().all(|clause| clause.small != Small::No);
    // `what does WHO do`: what may be a name is what is asked for, then what otherwise need not be there.
    for small in [Small::Subject, Small::Aside, Small::Sought, Small::Wish] {
        if ask && says_nothing(clauses) {
            let these = clauses.iter_mut();
            let these = these.filter(|clause| clause.small == small && !clause.unsaid);
            these.for_each(|clause| clause.small = Small::No);
        }
    }
    if !ask || says_nothing(clauses) {
        let typed = clauses.iter_mut().filter(|clause| !clause.unsaid);
        typed.for_each(|clause| clause.small = Small::No);
        return;
    }
    let mut typed = clauses.iter_mut().rev().filter(|clause| !clause.unsaid);
    let last = typed
        .next()
        .filter(|clause| clause.small == Small::PassedOver && !text.ends_with(char::is_whitespace));
    if let Some(last) = last {
        last.small = Small::Wish;
    }
    clauses.retain(|clause| clause.small != Small::PassedOver);
}

/// Reads a text in which no sign is an operator.
pub(super) fn plain(text: &str) -> Query {
    let mut reader = Reader {
        query: Query::default(),
        words: 0,
    };
    reader.plain(text, false);
    pass_over(&mut reader.query.clauses, text, false);
    reader.query
}

fn is_plain(group: &Group) -> bool {
    matches!(group.any.as_slice(), [atom] if atom.is_plain())
}

/// Words and fields without operators are how people ask.
fn is_asked(group: &Group) -> bool {
    let is_field = |atom: &Atom| !atom.not && matches!(atom.ask, Ask::Field { .. });
    is_plain(group) || matches!(group.any.as_slice(), [atom] if is_field(atom))
}

struct Reader {
    query: Query,
    /// How many words are looked for so far.
    words: usize,
}

impl Reader {
    /// Takes a clause, unless there are too many; says whether it was taken or known.
    fn push(&mut self, clause: Clause) {
        if self.query.clauses.contains(&clause) {
            return;
        }
        self.words += clause.len();
        if self.words > 2 * MOST_WORDS || self.query.clauses.len() >= MOST_WORDS {
            self.words = 2 * MOST_WORDS;
            self.query.notice = self.query.notice.or(Some(Notice::TooLong));
            return;
        }
        self.query.clauses.push(clause);
    }

    /// Whether the only clause of a stretch, with these readings, was taken already.
    fn has(&self, clauses: &[Clause], readings: &[Reading]) -> bool {
        let [clause] = clauses else {
            return false;
        };
        let mut taken = self.query.clauses.iter();
        !readings.is_empty()
            && clause.small == Small::No
            && taken.any(|taken| taken.readings == readings && is_but_for_readings(taken, clause))
    }

    /// Words without operators, as people `ask`, or in lists.
    fn plain(&mut self, text: &str, ask: bool) {
        let folded = fold(text);
        // The clauses of each stretch without a blank, with where it is.
        let mut stretches: Vec<(Range<usize>, Vec<Clause>)> = Vec::new();
        let clauses = clauses(&folded, text).collect();
        for (chain, clause) in said::read(&folded, text, clauses, ask) {
            let start = folded.runs().get(chain.start).map_or(0, |run| {
                folded.place(run.start as usize, run.end as usize).start
            });
            match stretches.last_mut().filter(|(place, _)| start < place.end) {
                Some((_, clauses)) => clauses.push(clause),
                None => stretches.push((stretch(text, start), vec![clause])),
            }
        }
        // What is pasted may have the same word a thousand times.
        let mut known: Vec<(&str, Vec<Reading>)> = Vec::new();
        for (place, mut clauses) in stretches {
            let typed = text.get(place).unwrap_or_default();
            let readings = match known.iter().find(|(other, _)| *other == typed) {
                Some((_, readings)) if self.has(&clauses, readings) => continue,
                Some((_, readings)) => readings.clone(),
                None => {
                    let readings = readings(typed);
                    if known.len() < MOST_WORDS {
                        known.push((typed, readings.clone()));
                    }
                    readings
                }
            };
            if readings.is_empty() {
                clauses.into_iter().for_each(|clause| self.push(clause));
                continue;
            }
            let mut clause = match clauses.len() {
                1 => clauses.remove(0),
                // What the other keyboard writes as one word: hgl[gs.
                _ => as_one(clauses),
            };
            clause.readings = readings;
            clause.marks = keyboard::leading_marks(typed);
            if clause.marks > 0 {
                clause.small = Small::No;
            }
            self.push(clause);
        }
    }

    /// What was typed with operators.
    fn group(&mut self, group: &Group, text: &str, values: Values<'_>) {
        let not = matches!(group.any.as_slice(), [atom] if atom.not);
        let mut clause = Clause::none(not);
        let mut check = Check { any: Vec::new() };
        // Whether only a text can tell, and whether a place is denied.
        let (mut positional, mut open) = (false, false);
        for atom in &group.any {
            // One or not the other: what has not the other answers.
            let without = atom.not && !not;
            let mut one = Clause::none(false);
            match &atom.ask {
                Ask::Field { field, value } => match values(*field, value) {
                    Some(set) => {
                        self.query.asked.push((*field, value.clone()));
                        if set.is_empty() && !atom.not && group.any.len() == 1 {
                            self.query.empty = Some((*field, value.clone()));
                        }
                        check.any.push(Asked {
                            not: atom.not,
                            what: What::Set(set.clone()),
                        });
                        one.sets.push(set);
                    }
                    None => {
                        self.query.unknown = Some((*field, value.clone()));
                        self.text(atom, Typed::Plain, value, &mut one, &mut check);
                    }
                },
                Ask::Text { mode, text: typed } => {
                    let sided =
                        matches!(
                            mode,
                            Typed::Start | Typed::End | Typed::Whole | Typed::Phrase
                        ) && words_of(&fold(typed)).len() + usize::from(*mode != Typed::Phrase) > 1;
                    positional |= sided;
                    open |= sided && atom.not;
                    self.text(atom, *mode, typed, &mut one, &mut check);
                    if let Some(raw) = text.get(atom.place.clone())
                        && *mode != Typed::Phrase
                        && !atom.not
                    {
                        clause.readings.extend(readings(raw));
                    }
                }
            }
            if !without {
                clause.options.append(&mut one.options);
                clause.sets.append(&mut one.sets);
            } else if !one.is_none() {
                clause.without.push(one);
            }
        }
        if positional && !check.any.is_empty() {
            self.query.checks.push(check);
        }
        // With a place that is denied, any document may answer for all that its words tell.
        let told_by_words = !(positional && open);
        if told_by_words && !clause.is_none() {
            self.push(clause);
        }
    }

    /// The words of an alternative.
    fn text(&self, atom: &Atom, mode: Typed, typed: &str, clause: &mut Clause, check: &mut Check) {
        let folded = fold(typed);
        let runs = words_of(&folded);
        if runs.is_empty() {
            return;
        }
        let last = runs.len() - 1;
        match mode {
            Typed::Plain => {
                let mut whole = Vec::new();
                let mut parts = Vec::new();
                for (_, read) in clauses(&folded, typed) {
                    let mut options = read.options.into_iter();
                    let first = options.next().unwrap_or_default();
                    parts.extend(options.next().unwrap_or_else(|| first.clone()));
                    whole.extend(first);
                }
                if parts != whole {
                    clause.options.push(parts);
                }
                clause.options.push(whole);
            }
            Typed::Exact | Typed::Word => {
                let mode = match mode {
                    Typed::Word => Mode::Word,
                    _ => Mode::Exact,
                };
                let mut words: Vec<Term> = Vec::new();
                for (_, read) in clauses(&folded, typed) {
                    let first = read.options.into_iter().next().unwrap_or_default();
                    words.extend(first.into_iter().map(|term| {
                        term.into_iter()
                            .take(1)
                            .map(|form| Form { mode, ..form })
                            .collect()
                    }));
                }
                clause.options.push(words);
            }
            Typed::Start | Typed::End | Typed::Whole | Typed::Phrase => {
                let whole = last > 0;
                let words = runs.iter().enumerate().filter_map(|(number, word)| {
                    let mode = match mode {
                        Typed::Start if number == 0 => Mode::First { whole },
                        Typed::Start if number == last => Mode::Plain,
                        Typed::End if number == last => Mode::Last { whole },
                        // A word ends so: of two letters the inside of words is not known.
                        Typed::End if number == 0 && word.len() < SHORTEST_INFIX => return None,
                        Typed::End if number == 0 => Mode::Plain,
                        Typed::Whole if number == 0 => Mode::First { whole: true },
                        Typed::Whole if number == last => Mode::Last { whole: true },
                        _ => Mode::Word,
                    };
                    Some(vec![Form {
                        mode,
                        ..Form::plain(word)
                    }])
                });
                clause.options.push(words.collect());
            }
        }
        check.any.push(Asked {
            not: atom.not,
            what: What::Words(Words { mode, words: runs }),
        });
    }
}

/// Clauses that were typed without a blank as one: each as it was typed, and where that stands nowhere, in its
/// last way.
fn as_one(clauses: Vec<Clause>) -> Clause {
    let first = clauses.iter().filter_map(|clause| clause.options.first());
    let mut one = Clause::words(first.flatten().cloned().collect());
    let last = clauses.iter().filter_map(|clause| match clause.choice {
        Choice::First => clause.options.last(),
        Choice::Any => clause.options.first(),
    });
    let last: Vec<Term> = last.flatten().cloned().collect();
    if one.options.first() != Some(&last) {
        one.options.push(last);
        one.choice = Choice::First;
    }
    one
}

/// Whether two clauses are the same, whatever may have been meant by them.
fn is_but_for_readings(one: &Clause, other: &Clause) -> bool {
    (one.not, one.choice, one.small, one.unsaid)
        == (other.not, other.choice, other.small, other.unsaid)
        && (&one.options, &one.sets, &one.without) == (&other.options, &other.sets, &other.without)
}

/// The stretch without a blank around a place.
fn stretch(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind(char::is_whitespace).map_or(0, |blank| {
        blank
            + before
                .get(blank..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
    });
    let behind = text.get(at..).unwrap_or_default();
    let end = behind
        .find(char::is_whitespace)
        .map_or(text.len(), |blank| at + blank);
    start..end
}
