//! The history is read beside the screen: no key waits for it, and what comes late is shown only where it
//! is still wanted.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use majlis::app::reader::{Answer, Question, Reader};
use majlis::app::writer::{self, Order, Outcome, Task, Writer};
use majlis::app::{App, Shelf};
use majlis::library::keep::{Keeper, Means, keep_off};
use majlis::report::Language::{Arabic, English};
use tempfile::TempDir;

use crate::desk::{BOTH, another, desk, go};
use crate::harness::Screen;
use crate::harness_call::Shared;
use crate::slow::LONG;

/// A reader that reads when the test says so.
#[derive(Clone)]
pub struct Slow(Rc<RefCell<Desk>>);

pub struct Desk {
    keeper: Arc<Keeper>,
    asked: VecDeque<Question>,
    answers: VecDeque<Answer>,
}

impl Slow {
    /// One who reads for this screen from now on.
    pub fn of(app: &mut App) -> Self {
        let mut slow = None;
        app.read_with(|keeper| {
            slow = Some(Self(Rc::new(RefCell::new(Desk {
                keeper,
                asked: VecDeque::new(),
                answers: VecDeque::new(),
            }))));
            Some(Box::new(slow.clone().unwrap()))
        });
        slow.unwrap()
    }

    /// The oldest question is answered, and a frame shows it.
    pub fn let_one_go(&self, screen: &mut Screen) {
        let mut desk = self.0.borrow_mut();
        let question = desk.asked.pop_front().unwrap();
        let answer = question(&desk.keeper);
        desk.answers.push_back(answer);
        drop(desk);
        while screen.app.hear_reader(Duration::ZERO) {}
        screen.draw();
    }

    /// The same of all, until nothing is asked any more.
    pub fn let_all_go(&self, screen: &mut Screen) {
        while !self.0.borrow().asked.is_empty() {
            self.let_one_go(screen);
        }
    }
}

impl Reader for Slow {
    fn ask(&mut self, question: Question) {
        self.0.borrow_mut().asked.push_back(question);
    }

    fn answer(&mut self, _: Duration) -> Option<Answer> {
        self.0.borrow_mut().answers.pop_front()
    }
}

/// A screen reads the folder anew.
fn follow(folder: &TempDir, screen: &mut Screen) {
    let library = majlis::library::Library::open(folder.path());
    let shelf = Arc::new(Shelf::new(library));
    screen.app.follow(shelf, Vec::new(), Instant::now());
    screen.draw();
}

#[test]
fn the_history_opens_at_once_and_is_filled_when_it_was_read() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        go(&mut screen, "c21:37/position");
        screen.keys("D");
        let slow = Slow::of(&mut screen.app);
        let (reading, agreed, deferred) = match language {
            English => ("Reading the history…", "agreed", "deferred"),
            Arabic => ("يُقرأ تاريخ السجل…", "متفق عليه", "مُرجأ"),
        };
        screen.keys("H");
        assert!(screen.shows(reading), "{:#?}", screen.text());
        // Nothing is in hand as yet: Enter brings nothing back, and closes nothing.
        screen.keys("enter");
        assert_eq!(screen.layer(), "past");
        screen.keys("esc");
        go(&mut screen, "c21:27/position");
        screen.keys("H");
        // What was read of the other record is not shown.
        slow.let_one_go(&mut screen);
        assert!(screen.shows(reading), "{:#?}", screen.text());
        slow.let_one_go(&mut screen);
        assert!(!screen.shows(reading));
        let area = screen.app.seen().layer.area;
        assert!(screen.shows_in(area, agreed), "{:#?}", screen.text());
        assert!(!screen.shows_in(area, deferred), "{:#?}", screen.text());
        // What comes when it is closed again opens nothing.
        screen.keys("esc H esc");
        slow.let_all_go(&mut screen);
        assert_eq!(screen.layer(), "");
        // That there is none is said when it is known.
        go(&mut screen, "c21:52/position");
        screen.keys("H");
        assert_eq!((screen.layer(), screen.message()), ("past", ""));
        slow.let_all_go(&mut screen);
        assert_eq!(
            (screen.layer(), screen.message()),
            ("", "This record has not been changed")
        );
    }
}

#[test]
fn who_changed_the_item_in_hand_is_told_when_it_was_read_and_no_other_is_in_hand() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        let slow = Slow::of(&mut hind.app);
        let told = match language {
            English => "sara: Item 27, Stage: agreed (was: draft)",
            Arabic => "sara: البند 27، المرحلة: متفق عليه (كان: مسودة)",
        };
        let follow = |hind: &mut Screen| {
            let shelf = Arc::new(Shelf::new(shared.library()));
            let changed: Vec<Box<str>> = vec!["x:27/position".into()];
            hind.app.follow(shelf, changed.clone(), Instant::now());
            hind.app.tell_of_item(&changed);
            hind.draw();
        };
        shared.sara("27", &["status"], "agreed");
        follow(&mut hind);
        let said = |hind: &Screen| majlis::script::without_isolates(&hind.message_in(language));
        assert!(!said(&hind).contains("sara"), "{}", said(&hind));
        slow.let_all_go(&mut hind);
        assert!(said(&hind).ends_with(told), "{}", said(&hind));
        shared.sara("27", &["stance"], "oppose");
        follow(&mut hind);
        hind.keys("c n");
        let before = said(&hind);
        slow.let_all_go(&mut hind);
        assert_eq!(said(&hind), before);
    }
}

#[test]
fn who_has_changed_what_one_has_changed_is_told_when_it_was_read() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        let own = screen.message_in(language);
        let slow = Slow::of(&mut screen.app);
        another(&folder, &["status"], "withdrawn");
        follow(&folder, &mut screen);
        // Nothing is said of a program outside before it is known.
        assert_eq!(screen.message_in(language), own);
        another(&folder, &["status"], "draft");
        follow(&folder, &mut screen);
        slow.let_all_go(&mut screen);
        let said = screen.message_in(language);
        let (last, first) = match language {
            English => ("draft", "withdrawn"),
            Arabic => ("مسودة", "مسحوب"),
        };
        assert!(
            said.contains("omar") && said.contains(last) && !said.contains(first),
            "{said}"
        );
        // What was read too late is not said in the place of something else.
        another(&folder, &["status"], "withdrawn");
        screen.keys("D");
        let own = screen.message_in(language);
        slow.let_all_go(&mut screen);
        assert_eq!(screen.message_in(language), own);
    }
}

/// What two have changed before it was read is told of both, in their order.
#[test]
fn of_two_changes_by_others_both_are_told() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        let slow = Slow::of(&mut hind.app);
        let follow = |hind: &mut Screen| {
            let shelf = Arc::new(Shelf::new(shared.library()));
            let changed: Vec<Box<str>> = vec!["x:27/position".into()];
            hind.app.follow(shelf, changed.clone(), Instant::now());
            hind.app.tell_of_item(&changed);
        };
        shared.sara("27", &["status"], "agreed");
        follow(&mut hind);
        let omar = Keeper::new(shared.folder(), "omar", Means::Command).with_state(None);
        Shared::write_by(&omar, "27", &["stance"], "oppose");
        follow(&mut hind);
        hind.keys("esc");
        slow.let_all_go(&mut hind);
        let said = majlis::script::without_isolates(&hind.message_in(language));
        let (sara, omar) = (said.find("sara:"), said.find("omar:"));
        assert!(sara.is_some() && sara < omar, "{said}");
        assert_eq!(said.matches("sara:").count(), 1, "{said}");
    }
}

/// Of many changes by others the last are told, and how many there were before them.
#[test]
fn of_many_changes_by_others_it_is_told_how_many_there_were() {
    for (language, before) in [(English, "2 more before"), (Arabic, "قبلها: 2")] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        let slow = Slow::of(&mut hind.app);
        for status in ["agreed", "deferred", "agreed", "withdrawn", "draft"] {
            shared.sara("27", &["status"], status);
        }
        let shelf = Arc::new(Shelf::new(shared.library()));
        let changed: Vec<Box<str>> = vec!["x:27/position".into()];
        hind.app.follow(shelf, changed.clone(), Instant::now());
        hind.app.tell_of_item(&changed);
        slow.let_all_go(&mut hind);
        let said = majlis::script::without_isolates(&hind.message_in(language));
        assert_eq!(said.matches("sara:").count(), 3, "{said}");
        assert!(said.contains(before), "{said}");
    }
}

/// Until it was read who it was, it is said that a field was changed.
#[test]
fn that_a_field_was_changed_is_said_before_it_is_known_who_did() {
    for (language, changed, named) in [
        (
            English,
            "this field was just changed:",
            "omar has just changed this field:",
        ),
        (
            Arabic,
            "عُدّل هذا الحقل الآن:",
            "تعديل جديد من omar على هذا الحقل:",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter");
        let slow = Slow::of(&mut screen.app);
        another(&folder, &["text", language.code()], "otherwise");
        follow(&folder, &mut screen);
        assert!(screen.shows(changed), "{:#?}", screen.text());
        slow.let_all_go(&mut screen);
        assert!(screen.shows(named), "{:#?}", screen.text());
        // It is not asked as if nobody had answered where something else changes.
        follow(&folder, &mut screen);
        assert!(screen.shows(named), "{:#?}", screen.text());
    }
}

/// What is undone is what the key meant: who waits and presses it again undoes once, and who goes on with
/// something else undoes nothing.
#[test]
fn an_undoing_that_waits_for_the_history_undoes_nothing_else() {
    let look = |screen: &mut Screen| {
        screen.app.write_with(|keeper| {
            let writer = writer::Beside::start(keeper, || ())?;
            Some(Box::new(Unlooked(writer)))
        });
        Slow::of(&mut screen.app)
    };
    let settle = |screen: &mut Screen| {
        while screen.app.is_writing() {
            screen.app.hear_writer(LONG);
        }
        screen.draw();
    };
    for (language, reading, again) in [
        (English, "Reading the history", "press the key again"),
        (Arabic, "يُقرأ سجل التعديلات", "فاضغط المفتاح ثانيةً"),
    ] {
        let status = |folder: &TempDir, item: &str| {
            crate::desk::value(folder, &format!("items [{item}] position status"))
        };
        let (folder, mut screen) = desk(language);
        // It is delivered.
        go(&mut screen, "c21:27/position");
        screen.keys("A M");
        // Pressed four times, it is one that is undone.
        let slow = look(&mut screen);
        screen.keys("u u u u");
        assert!(screen.message_in(language).contains(reading));
        slow.let_all_go(&mut screen);
        settle(&mut screen);
        assert_eq!(status(&folder, "27"), "agreed");
        // Something else is done meanwhile: that is not undone, nor anything else.
        let slow = look(&mut screen);
        screen.keys("u M");
        settle(&mut screen);
        slow.let_all_go(&mut screen);
        settle(&mut screen);
        assert_eq!(status(&folder, "27"), "delivered");
        assert!(
            screen.message_in(language).contains(again),
            "{}",
            screen.message_in(language)
        );
        // Who types hears no question, and is told when it is free.
        let slow = look(&mut screen);
        screen.keys("esc u e");
        slow.let_all_go(&mut screen);
        settle(&mut screen);
        assert_eq!(
            (screen.layer(), status(&folder, "27").as_str()),
            ("form", "delivered")
        );
        assert!(
            screen.message_in(language).contains(again),
            "{}",
            screen.message_in(language)
        );
    }
}

/// A writer on its own thread that has not looked what can be undone, as one on a disk that hangs.
struct Unlooked(writer::Beside);

impl Writer for Unlooked {
    fn hand_over(&mut self, order: Order) {
        if !matches!(order.task, Task::Look(_)) {
            self.0.hand_over(order);
        }
    }

    fn outcome(&mut self, longest: Duration) -> Option<Outcome> {
        self.0.outcome(longest)
    }

    fn look(&mut self) {
        self.0.look();
    }
}

/// On a thread on which nothing in the folder of the history may be opened, all that asks it is answered.
#[test]
fn the_thread_that_draws_never_opens_the_history() {
    let drawn = thread::spawn(|| {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", English);
        hind.app.write_with(|keeper| {
            let writer = writer::Beside::start(keeper, || ())?;
            Some(Box::new(writer))
        });
        hind.app.read_with(|keeper| {
            let reader = majlis::app::reader::Beside::start(keeper, || ())?;
            Some(Box::new(reader))
        });
        keep_off();
        let settle = |hind: &mut Screen| {
            while hind.app.hear_reader(LONG) || hind.app.is_writing() {
                hind.app.hear_writer(LONG);
            }
            hind.draw();
        };
        // A key before anything is known of what can be undone; then what asks the history.
        let mut told = 0;
        for (nth, keys) in [
            "u",
            "c c",
            "t",
            "A",
            "H",
            "esc",
            "u",
            "U",
            "H",
            "enter",
            "u",
            "n t e <Sent> ctrl-s",
            "@ <tech-sec Draft it> enter",
            "u",
            "c x",
            "enter",
            "u",
            "esc",
        ]
        .into_iter()
        .enumerate()
        {
            hind.keys(keys);
            settle(&mut hind);
            if keys == "H" {
                assert_eq!(hind.layer(), "past", "{keys} {nth}");
            }
            let by_sara = ["amend", "oppose"][nth % 2];
            let sara = thread::spawn({
                let folder = shared.folder().to_owned();
                move || {
                    let sara = Keeper::new(&folder, "sara", Means::Command).with_state(None);
                    Shared::write_by(&sara, "27", &["stance"], by_sara);
                }
            });
            sara.join().unwrap();
            let shelf = Arc::new(Shelf::new(shared.library()));
            let changed: Vec<Box<str>> = vec!["x:27/position".into()];
            hind.app.follow(shelf, changed.clone(), Instant::now());
            hind.app.tell_of_item(&changed);
            hind.app.look_for_author();
            settle(&mut hind);
            told += usize::from(hind.message().contains("sara"));
        }
        // In the call all that is not covered by a list was told.
        assert!(told > 5, "{told}");
    });
    assert!(drawn.join().is_ok());
}
