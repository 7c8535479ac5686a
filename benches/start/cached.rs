//! Fields and filters over a library out of its cache, in process: the keys as they are typed.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use majlis::app::kept::Store;
use majlis::app::key::Press;
use majlis::app::searcher::Question;
use majlis::app::{App, Shelf};
use majlis::cache::Home;
use majlis::report::Language;
use majlis::script::Form;
use majlis::view::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::show;
use super::times::Times;

/// So often each is measured.
const ROUNDS: usize = 5;
const SCREEN: Rect = Rect::new(0, 0, 120, 36);

/// Queries with fields, typed letter by letter.
const QUERIES: &[&str] = &[
    "by:kuwait ",
    "بلد:الكويت ميزانية",
    "by:ahmed resolution",
    "status:agreed ",
    "status:in-progress budget",
    "الحالة:متفق عليه",
    "body:cwg-sfp council",
    "هيئة:فريق العمل",
    "البند:٢٧",
    "الحالة:قيد التنفيذ",
    "foo:bar",
    "item:27 ",
    "item:1",
    "item:r5:2 ",
    "year:2014 resolution",
    "year:20",
    "kind:nomination ",
    "kind:par lamp",
    "نوع:ترشيح مصر",
    "report:r5 ",
    "!kind:paragraph by:egypt|tunisia status:elected",
    "by:KWT report:r10 year:2016",
];

/// Each filter set, looked at and taken away.
const FILTERS: &[&str] = &[
    "f s", "enter", "f x", "f s", "down", "down", "enter", "j", "f x", "f b", "enter", "j", "f x",
    "f b", "down", "down", "down", "enter", "f x", "f c", "enter", "j", "f x", "f r", "enter", "j",
    "f x",
];

pub fn print(library: &Path, caches: &Path) {
    let home = Home::of(|name| (name == "MAJLIS_CACHE").then(|| caches.as_os_str().to_owned()));
    let store = Store::new(library, &home).unwrap();
    let open = || Arc::new(store.open().unwrap().shelf);
    show("opened in process", &Times::of(5, open));
    let shelf = open();
    let offers = Times::of(1, || shelf.make_offers());
    show("values of fields, counts of filters", &offers);
    println!(
        "index {:.1} bytes a record",
        shelf.finder().bytes() as f64 / shelf.library.len() as f64
    );
    let mut letters = Vec::new();
    for _ in 0..ROUNDS {
        let mut round = Vec::new();
        for query in QUERIES {
            for (end, letter) in query.char_indices() {
                let typed = query.get(..end + letter.len_utf8()).unwrap();
                let start = Instant::now();
                let found = answer(&shelf, typed);
                round.push((start.elapsed(), format!("{typed:?}, {found} found")));
            }
        }
        letters.push(round);
    }
    tell("letters of fields", letters);
    let mut app = App::new(Arc::clone(&shelf), Language::Arabic, Form::Visual);
    let (mut view, mut buffer) = (View::default(), Buffer::empty(SCREEN));
    let mut filters = Vec::new();
    for _ in 0..ROUNDS {
        let mut round = Vec::new();
        for (place, keys) in FILTERS.iter().enumerate() {
            let start = Instant::now();
            for key in keys.split(' ') {
                app.key(Press::parse(key).unwrap());
            }
            buffer.reset();
            let (seen, _) = view.draw(&app, &mut buffer);
            app.has_seen(seen);
            round.push((start.elapsed(), format!("{keys} ({place})")));
        }
        filters.push(round);
    }
    tell("filters to their frames", filters);
}

/// As the screen asks at each letter; how many were found.
fn answer(shelf: &Arc<Shelf>, typed: &str) -> usize {
    let question = Question {
        number: 1,
        shelf: Arc::clone(shelf),
        text: typed.to_owned(),
        caret: typed.len(),
        language: Language::Arabic,
        deferred: Vec::new(),
        today: (2026, 11, 23),
    };
    question.answer(&|| true).found.total
}

/// What the rounds took: of each key the best counts, for the machine does other things too. No
/// round remembers of the one before what a key asks.
fn tell(name: &str, rounds: Vec<Vec<(Duration, String)>>) {
    let mut slow: Vec<(Duration, String)> = Vec::new();
    for round in rounds {
        for (place, key) in round.into_iter().enumerate() {
            match slow.get_mut(place) {
                Some(best) => *best = std::mem::take(best).min(key),
                None => slow.push(key),
            }
        }
    }
    let mut times = Times::default();
    slow.iter().for_each(|(took, _)| times.push(*took));
    println!(
        "{name:<36} p50 {:>7.2} ms   p99 {:>7.2} ms   worst {:>7.2} ms, of {}",
        times.ms(50),
        times.ms(99),
        times.ms(100),
        times.len()
    );
    slow.sort_by(|one, other| other.cmp(one));
    for (took, what) in slow.iter().take(6) {
        println!("    {:>7.2} ms  {what}", took.as_secs_f64() * 1e3);
    }
}
