//! `majlis doctor`: what the terminal was asked, what it answered, what was chosen and why; and what
//! else matters of it.

use std::env;
use std::io::{self, IsTerminal};

use crate::cache::Home;
use crate::report::Language;
use crate::script::{Direction, Form, isolate, visual, width};
use crate::terminal::clipboard::{Route, route};
use crate::terminal::which::{
    Answers, Choice, Identity, Kind, Outer, Reason, Surroundings, Wish, Word, choose, identify,
};
use crate::terminal::{Options, Session, Switch};
use crate::words::{Message, Phrase, doctor as words};

use super::memory;
use super::output::Output;

/// Characters whose width may differ from terminal to terminal, with their names.
const DOUBTFUL: [(&str, Phrase); 9] = [
    ("\u{FEFB}", words::LAM_ALEF),
    ("\u{FE91}\u{0651}\u{064E}", words::BEH_SHADDA_FATHA),
    ("\u{2800}", code("U+2800")),
    ("▸", code("U+25B8")),
    ("◂", code("U+25C2")),
    ("…", code("U+2026")),
    ("·", code("U+00B7")),
    ("┃", code("U+2503")),
    ("e\u{0301}", words::E_ACUTE),
];

/// A code is the same in both languages.
const fn code(name: &'static str) -> Phrase {
    Phrase::new(name, name)
}

/// The columns of the first and the second code in a row.
const CODES: (usize, usize) = (10, 9);

/// Asks the terminal, where there is one, and prints what is known.
pub fn run(wish: Option<(Wish, Word)>, language: Language, home: &Home) -> io::Result<()> {
    let surroundings = Surroundings::read();
    let asked = if can_ask(&surroundings) {
        Some(ask(
            choose(wish, &Answers::default(), &surroundings, None).switch
        )?)
    } else {
        None
    };
    let (answers, widths) = asked.clone().unwrap_or_default();
    let remembered = memory::path()
        .and_then(|file| memory::recall(&file, &memory::name(&answers, &surroundings)));
    let choice = choose(wish, &answers, &surroundings, remembered);
    let identity = identify(&answers, &surroundings);
    let form = match (&choice.reason, identity.kind()) {
        (Reason::Told(_) | Reason::Remembered, _) => choice.form,
        _ => identity.form_of_lines(),
    };
    let mut doctor = Doctor {
        output: Output::new(language, form),
        language,
    };
    if asked.is_some() {
        doctor.answers(&answers)?;
    } else {
        doctor.say(words::NOT_ASKED)?;
    }
    doctor.environment(&surroundings)?;
    doctor.choice(&choice, identity.kind())?;
    if asked.is_some() {
        doctor.test_lines(&choice, &identity)?;
        doctor.widths(&widths)?;
    }
    doctor.rest(asked.is_some(), home)?;
    doctor.output.flush()
}

/// Whether there is a terminal to ask.
fn can_ask(surroundings: &Surroundings) -> bool {
    io::stdout().is_terminal()
        && surroundings.get("TERM") != "dumb"
        && (io::stdin().is_terminal() || std::fs::File::open("/dev/tty").is_ok())
}

/// Asks the terminal on a screen of its own, which is gone when this returns.
fn ask(switch: Switch) -> io::Result<(Answers, Vec<u16>)> {
    let mut session = Session::enter(Options {
        switch,
        ..Options::default()
    })?;
    session.await_answers();
    let texts: Vec<&str> = DOUBTFUL.iter().map(|(text, _)| *text).collect();
    // Where no answer came, none comes to these questions either.
    let widths = if session.answers().primary.is_some() {
        session.measure(&texts)?
    } else {
        Vec::new()
    };
    let answers = session.answers().clone();
    session.leave()?;
    Ok((answers, widths))
}

/// How a copied text reaches the clipboard, as far as the environment says.
fn clipboard() -> Message {
    let route = route(|name| env::var(name).ok());
    match route {
        Route::Program(_) => words::of_this_machine(route.name()),
        Route::Tmux(_) => words::THROUGH_TMUX.into(),
        Route::Terminal(_) => words::THROUGH_THE_TERMINAL.into(),
    }
}

/// Where caches lie, and how large they are.
fn cache(home: &Home) -> Message {
    match home.folder() {
        Some(folder) => {
            let (files, bytes) = home.size();
            words::cache_in(&folder.display().to_string(), files, bytes)
        }
        None => words::NO_CACHE.into(),
    }
}

struct Doctor {
    output: Output,
    language: Language,
}

impl Doctor {
    fn say(&mut self, phrase: Phrase) -> io::Result<()> {
        self.output.paragraphs(phrase.get(self.language))
    }

    fn heading(&mut self, phrase: Phrase) -> io::Result<()> {
        self.output.plain("")?;
        self.say(phrase)
    }

    fn answers(&mut self, answers: &Answers) -> io::Result<()> {
        self.say(words::ASKED)?;
        self.told(answers)?;
        if let Some(around) = &answers.around {
            self.heading(words::AROUND_SCREEN)?;
            self.told(around)?;
        }
        let none = words::NO_ANSWER.get(self.language);
        let told = match &answers.outer {
            Outer::NotAsked => return Ok(()),
            Outer::Asked | Outer::Silent => none.to_owned(),
            Outer::Told {
                version,
                term,
                passes,
            } => {
                let passes = if *passes {
                    ""
                } else {
                    words::PASSES_NOTHING.get(self.language)
                };
                let parts = [version.as_str(), term, passes];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                parts.join(" · ")
            }
        };
        self.output.row(&[("tmux", CODES.0), ("", CODES.1)], &told)
    }

    /// What one terminal answered.
    fn told(&mut self, answers: &Answers) -> io::Result<()> {
        let numbers =
            |numbers: &Option<Vec<u16>>| numbers.as_deref().map(words::listed).map(|n| isolate(&n));
        let rows = [
            ("XTVERSION", "CSI > q", answers.version.clone()),
            (
                "DECRQM 8",
                "CSI 8 $ p",
                answers.bidi_mode.map(|state| state.to_string()),
            ),
            ("DA3", "CSI = c", answers.tertiary.clone()),
            ("DA2", "CSI > c", numbers(&answers.secondary)),
            ("DA1", "CSI c", numbers(&answers.primary)),
        ];
        let none = words::NO_ANSWER.get(self.language);
        for (name, sent, told) in rows {
            let codes = [(name, CODES.0), (sent, CODES.1)];
            self.output.row(&codes, told.as_deref().unwrap_or(none))?;
        }
        Ok(())
    }

    fn environment(&mut self, surroundings: &Surroundings) -> io::Result<()> {
        self.heading(words::ENVIRONMENT)?;
        for (name, value) in surroundings.all() {
            let line = format!("{name}={value}").replace('\n', " ");
            self.output.paragraphs(&line)?;
        }
        Ok(())
    }

    fn choice(&mut self, choice: &Choice, kind: Option<Kind>) -> io::Result<()> {
        self.heading(words::CHOSEN)?;
        self.say(words::form(choice.form))?;
        let reason = words::reason(&choice.reason);
        self.output.paragraphs(reason.get(self.language))?;
        let switch = told(&choice.switch.off());
        if !switch.is_empty() {
            let switched = match kind {
                Some(Kind::Explicit | Kind::Konsole | Kind::Mlterm) => words::SWITCHED,
                _ => words::SWITCHED_IF_ANY,
            };
            let switched = switched.get(self.language);
            self.output
                .paragraphs(&format!("{switched} {}", isolate(&switch)))?;
        }
        Ok(())
    }

    fn test_lines(&mut self, choice: &Choice, identity: &Identity) -> io::Result<()> {
        self.heading(words::TEST_LINES)?;
        for (form, name) in [
            (Form::Visual, "visual"),
            (Form::Words, "words"),
            (Form::Kitty, "kitty"),
        ] {
            let mark = if form == choice.form { "▸" } else { " " };
            let line = visual(words::TEST_LINE, Direction::RightToLeft, form);
            let switch = identity.switch(form);
            // In no form may the row begin with an Arabic letter; here it begins with Latin ones.
            let row = format!("{mark} {name:<8}{line}");
            self.output
                .as_it_is(&format!("{}{row}{}\n", switch.off(), switch.on()))?;
        }
        if matches!(identity.kind(), Some(Kind::Konsole | Kind::Mlterm)) {
            self.say(words::FIRST_LINE_WITHIN)?;
        }
        Ok(())
    }

    fn widths(&mut self, measured: &[u16]) -> io::Result<()> {
        self.heading(words::WIDTHS)?;
        let (ours, theirs, what) = words::WIDTH_HEADS;
        let heads = [ours, theirs].map(|head| head.get(self.language));
        let wide = heads.map(width);
        self.output.row(
            &[(heads[0], wide[0]), (heads[1], wide[1]), ("", 1)],
            what.get(self.language),
        )?;
        let mut measured = measured.iter();
        for (text, name) in DOUBTFUL {
            let ours = width(text).to_string();
            let theirs = measured.next().map_or("?".to_owned(), u16::to_string);
            let mark = if ours == theirs { " " } else { "≠" };
            self.output.row(
                &[(&ours, wide[0]), (&theirs, wide[1]), (mark, 1)],
                name.get(self.language),
            )?;
        }
        Ok(())
    }

    fn rest(&mut self, is_terminal: bool, home: &Home) -> io::Result<()> {
        self.heading(words::REST)?;
        let language = self.language;
        let colour = Options::default().colour;
        let mut say = |name: Phrase, told: &str| {
            let line = format!("{}: {told}", name.get(language));
            self.output.paragraphs(&line)
        };
        if is_terminal && let Ok((columns, rows)) = crossterm::terminal::size() {
            say(words::SIZE, &isolate(&format!("{columns}×{rows}")))?;
        }
        let colours = if colour {
            words::SIXTEEN
        } else {
            words::NO_COLOUR
        };
        say(words::COLOURS, colours.get(language))?;
        say(words::CLIPBOARD, clipboard().get(language))?;
        if let Some(path) = memory::path().filter(|path| path.exists()) {
            say(words::REMEMBERED_IN, &isolate(&path.display().to_string()))?;
        }
        say(words::CACHE, cache(home).get(language))?;
        if is_terminal && colour {
            let sixteen: String = (40..48)
                .chain(100..108)
                .map(|number| format!("\x1b[{number}m   "))
                .collect();
            self.output.as_it_is(&format!("{sixteen}\x1b[m\n"))?;
        }
        Ok(())
    }
}

/// Control sequences as one reads them: `CSI 8 l`.
fn told(sequence: &str) -> String {
    let mut told = String::new();
    for ch in sequence.replace("\x1b[", "\u{9B}").chars() {
        match ch {
            '\u{9B}' => told.push_str(" CSI "),
            '\u{1B}' => told.push_str(" ESC "),
            '\u{7}' => told.push_str(" BEL "),
            ch => told.push(ch),
        }
    }
    told.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn sequences_are_told_in_letters() {
        assert_eq!(told("\x1b[8l"), "CSI 8l");
        assert_eq!(
            told("\x1b]5379;use_ctl=false\x07\x1b[8l"),
            "ESC ]5379;use_ctl=false BEL  CSI 8l"
        );
        assert_eq!(told(""), "");
    }
}
