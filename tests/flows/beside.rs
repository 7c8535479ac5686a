//! Searching beside the screen: answers that come late, in another order, or never.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use majlis::app::loading::Progress;
use majlis::app::searcher::{Answer, Question, Searcher};
use majlis::app::{Request, Shelf};
use majlis::library::{Library, Source};

use crate::harness::{Screen, built_in};

/// What was asked, and the answers that are on their way.
#[derive(Default)]
struct Desk {
    asked: Vec<Question>,
    sent: VecDeque<Answer>,
}

/// A searcher that answers when the test says so.
#[derive(Default, Clone)]
struct Slow(Rc<RefCell<Desk>>);

impl Searcher for Slow {
    fn ask(&mut self, question: Question) -> Option<Answer> {
        self.0.borrow_mut().asked.push(question);
        None
    }

    fn answer(&mut self, _: Duration) -> Option<Answer> {
        self.0.borrow_mut().sent.pop_front()
    }

    fn prepare(&mut self, _: &Arc<Shelf>) {}
}

/// A screen whose searches are answered by hand.
struct Test {
    screen: Screen,
    slow: Slow,
}

impl Test {
    fn new() -> Self {
        let mut screen = Screen::english();
        let slow = Slow::default();
        screen.app.search_with(Box::new(slow.clone()));
        Self { screen, slow }
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.screen.keys(keys);
        self
    }

    /// Sends the answer to the question asked as the `number`th, from 1; a frame.
    fn answer(&mut self, number: usize) -> &mut Self {
        let answer = self.slow.0.borrow().asked[number - 1].answer(&|| true);
        self.slow.0.borrow_mut().sent.push_back(answer);
        self.screen.app.hear(Duration::ZERO);
        self.screen.draw();
        self
    }

    fn asked(&self) -> Vec<String> {
        let desk = self.slow.0.borrow();
        desk.asked.iter().map(|asked| asked.text.clone()).collect()
    }
}

/// What the same keys come to where every answer is there at once.
fn in_step(keys: &str) -> Screen {
    let mut screen = Screen::english();
    screen.keys(keys);
    screen
}

#[test]
fn what_is_typed_is_on_the_screen_before_the_answer() {
    let mut test = Test::new();
    test.keys("/ <27>");
    assert_eq!(test.asked(), ["2", "27"]);
    assert_eq!(test.screen.typed(), "27");
    assert!(test.screen.shows("Searching…"));
    assert!(test.screen.hits().is_empty());
    test.answer(2);
    let there = in_step("/ <27>");
    assert_eq!(test.screen.hits(), there.hits());
    assert_eq!(test.screen.buffer, there.buffer);
}

#[test]
fn only_the_answer_to_the_newest_question_is_shown() {
    let mut test = Test::new();
    test.keys("/ <27>");
    test.answer(1);
    assert!(test.screen.shows("Searching…"));
    assert!(test.screen.hits().is_empty());
    test.answer(2);
    let found = test.screen.hits();
    assert_eq!(found, in_step("/ <27>").hits());
    // The one before comes after it.
    test.answer(1);
    assert_eq!(test.screen.hits(), found);
    assert!(!test.screen.shows("Searching…"));
    // An old answer to the same text, asked for twice, is old all the same.
    test.keys("backspace <7>");
    test.answer(2);
    assert!(test.screen.shows("Searching…"));
    test.answer(4);
    assert_eq!(test.screen.hits(), found);
}

/// All files are read, and the answer over all of them is on its way: until it is there, what is shown
/// is that of a part, and says so.
#[test]
fn the_count_of_a_part_is_never_told_as_that_of_the_whole() {
    for (typed, yet) in [("27", "so far"), ("zzqx", "Nothing so far")] {
        let mut test = Test::new();
        let part = Source::built_in()
            .into_iter()
            .filter(|source| source.name.contains("c21"));
        let part = Arc::new(Shelf::new(Library::from_sources(part.collect())));
        test.screen.app.has_loaded(Some(Progress::default()));
        test.screen.replace(&part);
        test.keys(&format!("/ <{typed}>"));
        test.answer(typed.len());
        assert!(test.screen.shows(yet), "{typed}");
        test.screen.replace(&built_in());
        test.screen.app.has_loaded(None);
        test.screen.draw();
        assert!(test.screen.shows(yet), "{typed}");
        test.answer(typed.len() + 1);
        assert!(!test.screen.shows("so far"), "{typed}");
        assert_eq!(test.screen.hits(), in_step(&format!("/ <{typed}>")).hits());
    }
}

#[test]
fn an_answer_that_never_comes_holds_nothing_up() {
    let mut test = Test::new();
    let before = test.screen.in_hand();
    test.keys("/ <27> enter");
    assert_eq!(test.screen.layer(), "search");
    // The first Escape takes back the Enter that waits, the second one closes.
    test.keys("esc");
    assert_eq!(test.screen.layer(), "search");
    test.keys("esc");
    assert_eq!(test.screen.layer(), "");
    assert_eq!(test.screen.in_hand(), before);
    test.answer(2);
    assert_eq!(test.screen.layer(), "");
    test.keys("/ <27> enter ctrl-c");
    assert_eq!(test.screen.request(), Some(Request::Quit));
}

#[test]
fn what_acts_on_hits_waits_for_them_with_all_that_comes_after() {
    let mut test = Test::new();
    test.keys("/ <selim> down enter d");
    assert_eq!(test.screen.layer(), "search");
    test.answer(5);
    let there = in_step("/ <selim> down enter d");
    assert_eq!(test.screen.in_hand(), there.in_hand());
    assert_eq!((test.screen.layer(), test.screen.at()), ("", 0));
    assert_eq!(test.screen.app.sides, there.app.sides);
    // Letters after such a key are typed after it, and what is pasted too.
    let mut test = Test::new();
    test.keys("/ <kind:meet> tab");
    test.screen.app.paste(" first");
    test.screen.draw();
    assert_eq!(test.screen.typed(), "kind:meet");
    test.answer(9);
    assert_eq!(test.screen.typed(), "kind:meeting first");
    let asked = test.asked();
    assert_eq!(asked.last().unwrap(), "kind:meeting first");
    test.answer(asked.len());
    let there = in_step("/ <kind:meeting first>");
    assert_eq!(test.screen.hits(), there.hits());
}

#[test]
fn without_a_word_nothing_is_asked() {
    let mut test = Test::new();
    test.keys("/ <2>").answer(1);
    assert!(!test.screen.hits().is_empty());
    test.keys("backspace");
    assert_eq!(test.asked(), ["2"]);
    assert!(test.screen.hits().is_empty());
    assert!(!test.screen.shows("Searching…"));
}

#[test]
fn another_state_of_the_library_is_asked_anew() {
    let mut test = Test::new();
    test.keys("/ <2>").answer(1);
    let hits = test.screen.hits();
    let again = Arc::new(Shelf::new(Library::built_in()));
    test.screen.replace(&again);
    // What was found stays, and can be acted upon, until the answer of the new state is there.
    assert_eq!(test.asked(), ["2", "2"]);
    assert_eq!(test.screen.hits(), hits);
    assert!(!test.screen.shows("Searching…"));
    test.keys("down*2").answer(2);
    assert_eq!(test.screen.hits(), hits);
    assert_eq!(test.screen.in_hand(), hits[2]);
    // A question to a state that is gone is not answered by it.
    test.keys("<7>");
    test.screen.replace(&built_in());
    test.answer(3);
    assert!(test.screen.shows("Searching…"));
    test.answer(4);
    assert_eq!(test.screen.hits(), in_step("/ <27>").hits());
}

#[test]
fn the_name_of_a_field_is_completed_without_an_answer() {
    let mut test = Test::new();
    test.keys("/ <ki> tab");
    assert_eq!(test.screen.typed(), "kind:");
    // What comes after it is on the screen at once.
    test.keys("ctrl-u <report:c2>");
    assert_eq!(test.screen.typed(), "report:c2");
    // A value is one of the library, which tells it in its answer.
    test.keys("tab <x>");
    assert_eq!(test.screen.typed(), "report:c2");
    let asked = test.asked().len();
    test.answer(asked);
    assert_eq!(test.screen.typed(), "report:c21x");
    // Where a word is no field, the key goes down among the hits, and waits for them.
    test.keys("ctrl-u <selim> tab <x>");
    assert_eq!(test.screen.typed(), "selim");
}
