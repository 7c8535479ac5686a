//! What the state wants handed to the world outside: text for the clipboard, text to be printed
//! after leaving.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::App;
use crate::app::outbox::Excerpt;
use crate::script::Form;
use crate::terminal::Through;
use crate::terminal::clipboard::{PATIENCE, Program, Route, route, sequence};
use crate::words::{Message, copy as words};

use super::output::Output;

/// How long texts under way are waited for: a program that is ended has then been reported.
const UNTIL_REPORTED: Duration = PATIENCE.saturating_add(Duration::from_secs(1));

/// The clipboard, as it is reached from here. Programs run on a thread of their own: the screen
/// never waits for them.
pub struct Clipboard {
    route: Route,
    programs: Option<Programs>,
}

/// The thread that hands texts to the program, one after the other.
struct Programs {
    texts: Sender<String>,
    /// What became of each text, in the order in which they were sent.
    outcomes: Receiver<io::Result<()>>,
    /// What was sent and has not been reported, in the same order.
    under_way: VecDeque<Excerpt>,
}

/// What became of texts that were waited for.
#[derive(Default)]
struct Rest {
    reported: Vec<(Excerpt, io::Result<()>)>,
    /// Those of which nothing was heard.
    unreported: VecDeque<Excerpt>,
}

/// Sends a sequence to the terminal; says whether there is one.
pub type Pass<'a> = &'a mut dyn FnMut(&[u8]) -> io::Result<bool>;

impl Clipboard {
    /// The clipboard, as the environment tells where it is; `wake` is called on another thread when
    /// there is something to [`hear`](Self::hear).
    pub fn of_environment(wake: impl Fn() + Send + 'static) -> Self {
        let route = route(|name| std::env::var(name).ok());
        let programs = match &route {
            Route::Program(program) | Route::Tmux(program) => start(program.clone(), wake),
            Route::Terminal(_) => None,
        };
        Self { route, programs }
    }

    /// Takes out of the state what is to be copied, and has the state say what became of it, as far
    /// as that is known.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn take(&mut self, app: &mut App, pass: Pass<'_>) -> io::Result<()> {
        let Some(excerpt) = app.outbox.copy.take() else {
            return Ok(());
        };
        let bytes = excerpt.text.len();
        if let Some(largest) = self.route.largest().filter(|largest| bytes > *largest) {
            app.message = Some(words::too_long(
                &excerpt.id,
                bytes,
                largest,
                &print_key(app),
            ));
            return Ok(());
        }
        if let Some(programs) = &mut self.programs {
            // The same once more would only take its time again.
            if programs.under_way.back() == Some(&excerpt) {
                return Ok(());
            }
            if programs.texts.send(excerpt.text.clone()).is_ok() {
                programs.under_way.push_back(excerpt);
                return Ok(());
            }
            // The thread is gone.
        }
        app.message = Some(self.send(&excerpt, &print_key(app), pass)?);
        Ok(())
    }

    /// Has the state say what became of the texts that were handed to a program. What the program
    /// did not take is sent to the terminal. Says whether there was any.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn hear(&mut self, app: &mut App, pass: Pass<'_>) -> io::Result<bool> {
        let mut any = false;
        while let Some((excerpt, taken)) = self.heard() {
            self.tell(app, &excerpt, taken, pass)?;
            any = true;
        }
        Ok(any)
    }

    /// Waits for the texts that are still under way, and then does as [`hear`](Self::hear). A
    /// program of which nothing is heard is not asked again, and that the text was not copied is
    /// said.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn wait(&mut self, app: &mut App, pass: Pass<'_>) -> io::Result<()> {
        let rest = self.rest();
        for (excerpt, taken) in rest.reported {
            self.tell(app, &excerpt, taken, pass)?;
        }
        if let Some(last) = rest.unreported.back() {
            app.message = Some(words::refused(self.route.name(), &last.id, &print_key(app)));
            self.programs = None;
        }
        Ok(())
    }

    fn tell(
        &self,
        app: &mut App,
        excerpt: &Excerpt,
        taken: io::Result<()>,
        pass: Pass<'_>,
    ) -> io::Result<()> {
        app.message = Some(match taken {
            Ok(()) => self.taken(excerpt),
            Err(_) => self.send_instead(excerpt, &print_key(app), pass)?,
        });
        Ok(())
    }

    /// Waits for the texts that are still under way when the terminal has been given back; says
    /// which of them the program did not take, or had not taken in time.
    pub fn finish(mut self) -> Vec<Message> {
        let name = self.route.name();
        let rest = self.rest();
        let reported = rest.reported.into_iter();
        let refused = reported
            .filter(|(_, taken)| taken.is_err())
            .map(|(excerpt, _)| words::not_copied(name, &excerpt.id));
        let unreported = rest.unreported.into_iter();
        refused
            .chain(unreported.map(|excerpt| words::too_late(name, &excerpt.id)))
            .collect()
    }

    fn heard(&mut self) -> Option<(Excerpt, io::Result<()>)> {
        let programs = self.programs.as_mut()?;
        let taken = programs.outcomes.try_recv().ok()?;
        Some((programs.under_way.pop_front()?, taken))
    }

    /// What becomes of the texts under way, within the time that one of them may take.
    fn rest(&mut self) -> Rest {
        let mut rest = Rest::default();
        let Some(programs) = &mut self.programs else {
            return rest;
        };
        let end = Instant::now() + UNTIL_REPORTED;
        while let Some(excerpt) = programs.under_way.pop_front() {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(taken) = programs.outcomes.recv_timeout(left) else {
                rest.unreported = std::mem::take(&mut programs.under_way);
                rest.unreported.push_front(excerpt);
                break;
            };
            rest.reported.push((excerpt, taken));
        }
        rest
    }

    /// What is said of a text that the program has taken.
    fn taken(&self, excerpt: &Excerpt) -> Message {
        let characters = excerpt.text.chars().count();
        match &self.route {
            Route::Tmux(_) => words::in_tmux(&excerpt.id, characters),
            Route::Program(_) | Route::Terminal(_) => words::copied(&excerpt.id, characters),
        }
    }

    /// Sends a text to the terminal that the program did not take.
    fn send_instead(&self, excerpt: &Excerpt, key: &str, pass: Pass<'_>) -> io::Result<Message> {
        let name = self.route.name();
        if excerpt.text.len() > crate::terminal::clipboard::LARGEST {
            return Ok(words::refused(name, &excerpt.id, key));
        }
        let through = self.through();
        Ok(if pass(&sequence(&excerpt.text, through))? {
            words::sent_instead(name, &excerpt.id, excerpt.text.chars().count(), key)
        } else {
            words::refused(name, &excerpt.id, key)
        })
    }

    fn send(&self, excerpt: &Excerpt, key: &str, pass: Pass<'_>) -> io::Result<Message> {
        let through = self.through();
        Ok(if pass(&sequence(&excerpt.text, through))? {
            words::sent(&excerpt.id, excerpt.text.chars().count(), key)
        } else {
            words::nowhere(&excerpt.id, key)
        })
    }

    const fn through(&self) -> Through {
        match self.route {
            Route::Terminal(through) => through,
            Route::Tmux(_) => Through::Tmux,
            Route::Program(_) => Through::Nothing,
        }
    }
}

/// The key that prints a record after leaving, as it stands on the person's keyboard.
fn print_key(app: &App) -> String {
    app.key_of("print")
}

/// Starts the thread; none where the system has no more.
fn start(program: Program, wake: impl Fn() + Send + 'static) -> Option<Programs> {
    let (texts, to_take) = mpsc::channel::<String>();
    let (outcome, outcomes) = mpsc::channel();
    let work = move || {
        for text in to_take {
            if outcome.send(program.take(&text, PATIENCE)).is_err() {
                return;
            }
            wake();
        }
    };
    thread::Builder::new()
        .name("clipboard".into())
        .spawn(work)
        .ok()?;
    Some(Programs {
        texts,
        outcomes,
        under_way: VecDeque::new(),
    })
}

/// What is left to do when the terminal has been given back: prints what was asked for meanwhile
/// (plain, in logical order, a blank line between two records), and says what was not copied.
///
/// # Errors
/// When the standard output cannot be written to.
pub fn after(app: &App, clipboard: Clipboard) -> io::Result<()> {
    let mut output = Output::new(app.language, Form::Off);
    for (index, excerpt) in app.outbox.print.iter().enumerate() {
        if index > 0 {
            output.plain("")?;
        }
        for line in excerpt.text.lines() {
            output.plain(line)?;
        }
    }
    output.flush()?;
    for said in &app.outbox.said {
        for line in said.get(app.language).lines() {
            output.complain(line);
        }
    }
    for said in clipboard.finish() {
        output.complain(said.get(app.language));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::Shelf;
    use crate::library::Library;
    use crate::report::Language;
    use crate::terminal::Through;

    fn excerpt(id: &str) -> Excerpt {
        Excerpt {
            id: id.into(),
            text: format!("Item {id}"),
        }
    }

    /// A clipboard that was handed these, and whose program is gone after these outcomes.
    fn handed(ids: &[&str], reported: Vec<io::Result<()>>) -> Clipboard {
        let (texts, _) = mpsc::channel();
        let (outcome, outcomes) = mpsc::channel();
        for one in reported {
            outcome.send(one).unwrap();
        }
        Clipboard {
            route: Route::Terminal(Through::Nothing),
            programs: Some(Programs {
                texts,
                outcomes,
                under_way: ids.iter().map(|id| excerpt(id)).collect(),
            }),
        }
    }

    fn app() -> App {
        let shelf = Arc::new(Shelf::new(Library::from_sources(Vec::new())));
        App::new(shelf, Language::English, Form::Off)
    }

    #[test]
    fn what_was_not_reported_by_the_end_is_told() {
        let refused = || Err(io::ErrorKind::BrokenPipe.into());
        let told = |clipboard: Clipboard| {
            let said = clipboard.finish().into_iter();
            said.map(|said| said.en).collect::<Vec<_>>()
        };
        assert_eq!(
            told(handed(&["a", "b", "c", "d"], vec![Ok(()), refused()])),
            [
                "b was not copied: OSC 52 did not take it",
                "c was not copied: OSC 52 did not take it in time",
                "d was not copied: OSC 52 did not take it in time",
            ]
        );
        assert!(told(handed(&["a", "b"], vec![Ok(()), Ok(())])).is_empty());
    }

    #[test]
    fn a_text_that_is_waited_for_in_vain_is_told_and_the_next_goes_to_the_terminal() {
        let (mut app, mut clipboard) = (app(), handed(&["a"], Vec::new()));
        let mut sent = Vec::new();
        let mut pass = |bytes: &[u8]| {
            sent.extend_from_slice(bytes);
            Ok(true)
        };
        clipboard.wait(&mut app, &mut pass).unwrap();
        let said = app.message.take().unwrap();
        assert_eq!(
            said.en,
            "Not copied: OSC 52 did not take a; p prints it after leaving"
        );
        app.outbox.copy = Some(excerpt("b"));
        clipboard.take(&mut app, &mut pass).unwrap();
        assert_eq!(sent, b"\x1b]52;c;SXRlbSBi\x07");
        assert!(clipboard.finish().is_empty());
    }

    #[test]
    fn the_same_text_again_is_not_handed_over_twice() {
        let (texts, handed) = mpsc::channel();
        let (_outcome, outcomes) = mpsc::channel();
        let mut clipboard = Clipboard {
            route: Route::Terminal(Through::Nothing),
            programs: Some(Programs {
                texts,
                outcomes,
                under_way: VecDeque::new(),
            }),
        };
        let mut app = app();
        for id in ["a", "a", "b", "a"] {
            app.outbox.copy = Some(excerpt(id));
            clipboard.take(&mut app, &mut |_| Ok(false)).unwrap();
        }
        let handed: Vec<String> = handed.try_iter().collect();
        assert_eq!(handed, ["Item a", "Item b", "Item a"]);
    }
}
