//! A screen whose changes are written when the test says so: while somebody else holds the library's
//! lock, or the disk is slow.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use majlis::app::App;
use majlis::app::writer::{Clerk, Order, Outcome, Task, Writer};
use majlis::library::edit::{self, FieldPath};
use majlis::library::keep::{Keeper, Means};
use majlis::report::{Language, Record};
use tempfile::TempDir;

use crate::desk::desk;
use crate::harness::Screen;

/// Longer than anything here takes.
pub const LONG: Duration = Duration::from_secs(60);

/// A writer that writes when the test says so.
#[derive(Clone)]
pub struct Slow(Rc<RefCell<Desk>>);

struct Desk {
    clerk: Clerk,
    orders: VecDeque<Order>,
    /// What the screen has not been told as yet.
    unheard: VecDeque<Outcome>,
    outcomes: VecDeque<Outcome>,
    /// Looking waits for its turn like all the rest, as it does on a thread.
    looks_in_turn: bool,
}

impl Slow {
    /// One who writes for this screen from now on, by this keeper.
    pub fn of(app: &mut App, keeper: Keeper) -> Self {
        Self::that_looks(app, keeper, false)
    }

    /// The same; looking waits for its turn from the beginning, or never.
    pub fn that_looks(app: &mut App, keeper: Keeper, in_turn: bool) -> Self {
        app.keep_with(keeper);
        let mut slow = None;
        app.write_with(|keeper| {
            slow = Some(Self(Rc::new(RefCell::new(Desk {
                clerk: Clerk::new(keeper),
                orders: VecDeque::new(),
                unheard: VecDeque::new(),
                outcomes: VecDeque::new(),
                looks_in_turn: in_turn,
            }))));
            Some(Box::new(slow.clone().unwrap()))
        });
        slow.unwrap()
    }

    /// From now on looking waits for its turn.
    pub fn look_in_turn(&self) {
        self.0.borrow_mut().looks_in_turn = true;
    }

    /// The oldest order is carried out; what became of it is still to be heard.
    pub fn carry_one_out(&self) {
        let mut desk = self.0.borrow_mut();
        let order = desk.orders.pop_front().unwrap();
        let outcome = desk.clerk.carry_out(order);
        desk.unheard.push_back(outcome);
    }

    /// The oldest order is carried out, and a frame shows what became of it.
    pub fn let_one_go(&self, screen: &mut Screen) {
        self.carry_one_out();
        self.let_hear(screen);
    }

    /// What became of the orders is heard, and a frame shows it.
    pub fn let_hear(&self, screen: &mut Screen) {
        let mut desk = self.0.borrow_mut();
        let heard = std::mem::take(&mut desk.unheard);
        desk.outcomes.extend(heard);
        drop(desk);
        while screen.app.hear_writer(Duration::ZERO) {}
        screen.draw();
    }

    /// How many orders wait.
    pub fn waiting(&self) -> usize {
        self.0.borrow().orders.len()
    }

    /// The orders, for who wants to know what went wrong.
    pub fn told(&self) -> String {
        format!("{:?}", self.0.borrow().orders)
    }
}

impl Writer for Slow {
    fn hand_over(&mut self, order: Order) {
        let mut desk = self.0.borrow_mut();
        if matches!(order.task, Task::Look(_)) && !desk.looks_in_turn {
            // It changes nothing: it need not wait for its turn, and is heard after what was done.
            let outcome = desk.clerk.carry_out(order);
            match desk.unheard.is_empty() {
                true => desk.outcomes.push_back(outcome),
                false => desk.unheard.push_back(outcome),
            }
            return;
        }
        desk.orders.push_back(order);
    }

    fn outcome(&mut self, _: Duration) -> Option<Outcome> {
        self.0.borrow_mut().outcomes.pop_front()
    }

    fn look(&mut self) {}
}

/// The built-in reports, changed by Hind.
pub struct Test {
    pub folder: TempDir,
    pub screen: Screen,
    pub slow: Slow,
}

impl Test {
    pub fn new(language: Language) -> Self {
        let (folder, mut screen) = desk(language);
        let keeper = Keeper::new(folder.path(), "hind", Means::Hand)
            .with_state(Some(folder.path().join("state")))
            .waiting(Duration::ZERO);
        let slow = Slow::of(&mut screen.app, keeper);
        Self {
            folder,
            screen,
            slow,
        }
    }

    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.screen.keys(keys);
        self
    }

    /// The oldest order is carried out, and a frame shows what became of it.
    pub fn let_one_go(&mut self) -> &mut Self {
        self.slow.let_one_go(&mut self.screen);
        self
    }

    pub fn waiting(&self) -> usize {
        self.slow.waiting()
    }

    pub fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    /// A field of the position of item 27, as its file has it.
    pub fn in_file(&self, field: &str) -> String {
        let at = FieldPath::root().key("items").id("27").key("position");
        let value = edit::value(&self.file("c21.yaml"), &at.key(field)).unwrap();
        value.map_or_else(String::new, |value| value.as_str().unwrap().to_owned())
    }

    /// The status and the date of the position of item 27, as the screen has them.
    pub fn position(&self) -> (String, String) {
        let key = self.screen.key("c21:27/position");
        let Some(Record::Position(position)) = self.screen.library().record(key) else {
            panic!("no position")
        };
        let date = position.date.as_ref().map(ToString::to_string);
        (format!("{:?}", position.status), date.unwrap_or_default())
    }

    pub fn status(&self) -> String {
        self.position().0
    }

    /// Somebody else holds the lock of the library, until it is dropped.
    pub fn held(&self) -> File {
        held(self.folder.path())
    }

    /// What lies in the state folder.
    pub fn unsaved(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("state/unsaved"));
        let paths = entries
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().path());
        let mut paths: Vec<PathBuf> = paths.collect();
        paths.sort();
        paths
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect()
    }
}

/// Omar holds the lock of the library in this folder, until it is dropped.
pub fn held(folder: &Path) -> File {
    let folder = folder.join("history");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("lock"), "omar").unwrap();
    let lock = File::open(folder.join("lock")).unwrap();
    lock.lock().unwrap();
    lock
}
