//! What the state wants handed to the world outside: text for the clipboard, text to be printed
//! after leaving.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Instant;

use crate::app::App;
use crate::app::outbox::Excerpt;
use crate::script::Form;
use crate::terminal::Through;
use crate::terminal::clipboard::{PATIENCE, Program, Route, route, sequence};
use crate::words::{Message, copy as words};

use super::output::Output;

/// The clipboard, as it is reached from here. Programs run on a thread of their own: the screen
/// never waits for them.
pub struct Clipboard {
    route: Route,
    programs: Option<Programs>,
}

/// The thread that hands texts to the program, one after the other.
struct Programs {
    texts: Sender<Excerpt>,
    outcomes: Receiver<(Excerpt, io::Result<()>)>,
    /// How many texts are under way.
    under_way: usize,
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
            app.message = Some(words::too_long(&excerpt.id, bytes, largest));
            return Ok(());
        }
        let excerpt = match &mut self.programs {
            Some(programs) => match programs.texts.send(excerpt) {
                Ok(()) => {
                    programs.under_way += 1;
                    return Ok(());
                }
                // The thread is gone.
                Err(mpsc::SendError(excerpt)) => excerpt,
            },
            None => excerpt,
        };
        app.message = Some(self.send(&excerpt, pass)?);
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

    /// Waits for the texts that are still under way, and then does as [`hear`](Self::hear).
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn wait(&mut self, app: &mut App, pass: Pass<'_>) -> io::Result<()> {
        for (excerpt, taken) in self.rest() {
            self.tell(app, &excerpt, taken, pass)?;
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
            Err(_) => self.send_instead(excerpt, pass)?,
        });
        Ok(())
    }

    /// Waits for the texts that are still under way when the terminal has been given back; says
    /// which of them the program did not take.
    pub fn finish(mut self) -> Vec<Message> {
        let name = self.route.name();
        let rest = self.rest();
        rest.into_iter()
            .filter(|(_, taken)| taken.is_err())
            .map(|(excerpt, _)| words::not_copied(name, &excerpt.id))
            .collect()
    }

    fn heard(&mut self) -> Option<(Excerpt, io::Result<()>)> {
        let programs = self.programs.as_mut()?;
        let heard = programs.outcomes.try_recv().ok()?;
        programs.under_way = programs.under_way.saturating_sub(1);
        Some(heard)
    }

    /// What becomes of the texts under way, within the time that one of them may take.
    fn rest(&mut self) -> Vec<(Excerpt, io::Result<()>)> {
        let mut rest = Vec::new();
        let end = Instant::now() + PATIENCE;
        if let Some(programs) = &mut self.programs {
            while programs.under_way > 0 {
                let left = end.saturating_duration_since(Instant::now());
                let Ok(heard) = programs.outcomes.recv_timeout(left) else {
                    break;
                };
                programs.under_way -= 1;
                rest.push(heard);
            }
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
    fn send_instead(&self, excerpt: &Excerpt, pass: Pass<'_>) -> io::Result<Message> {
        let name = self.route.name();
        if excerpt.text.len() > crate::terminal::clipboard::LARGEST {
            return Ok(words::not_copied(name, &excerpt.id));
        }
        let through = self.through();
        Ok(if pass(&sequence(&excerpt.text, through))? {
            words::sent_instead(name, &excerpt.id, excerpt.text.chars().count())
        } else {
            words::not_copied(name, &excerpt.id)
        })
    }

    fn send(&self, excerpt: &Excerpt, pass: Pass<'_>) -> io::Result<Message> {
        let through = self.through();
        Ok(if pass(&sequence(&excerpt.text, through))? {
            words::sent(&excerpt.id, excerpt.text.chars().count())
        } else {
            words::nowhere(&excerpt.id)
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

/// Starts the thread; none where the system has no more.
fn start(program: Program, wake: impl Fn() + Send + 'static) -> Option<Programs> {
    let (texts, to_take) = mpsc::channel::<Excerpt>();
    let (outcome, outcomes) = mpsc::channel();
    let work = move || {
        for excerpt in to_take {
            let taken = program.take(&excerpt.text, PATIENCE);
            if outcome.send((excerpt, taken)).is_err() {
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
        under_way: 0,
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
    for said in clipboard.finish() {
        output.complain(said.get(app.language));
    }
    Ok(())
}
