//! Records that no person wrote: what a key costs when they are on the screen.

use std::sync::Arc;
use std::time::{Duration, Instant};

use majlis::app::{Focus, Shelf};
use majlis::library::{Library, Source};
use majlis::report::Language;

use super::keys::{Screen, presses};
use super::table::{Times, head};

/// How often all is pressed.
const ROUNDS: usize = 8;

const REGISTRY: &str = "bodies:\n  - {id: x, name: {ar: المجلس, en: Council}, kind: conference}\n";
const REPORT: &str =
    "report: {id: r, kind: group-report, title: {ar: تقرير, en: Report}}\nitems:\n";

/// What is pressed in the detail of each record, and in the lists and the search around it.
const KEYS: &str = "j j j k pagedown pagedown j j G k k pageup g j d j pagedown d j z j G z esc j k / \"r:\" esc enter";

fn shelf(report: String) -> Arc<Shelf> {
    let library = Library::from_sources(vec![
        Source::text("registry.yaml", REGISTRY),
        Source::text("r.yaml", report),
    ]);
    assert!(
        library.problems().is_empty(),
        "{:?}",
        library.problems().first()
    );
    let shelf = Arc::new(Shelf::new(library));
    shelf.finder();
    shelf
}

/// One item with a position of this text in both languages.
fn text(text: &str) -> String {
    format!(
        "{REPORT}  - {{id: \"1\", number: [\"1\"], title: {{ar: بند, en: Item}}, position: \
         {{stance: support, status: agreed, text: {{ar: \"{text}\", en: \"{text}\"}}}}}}\n"
    )
}

/// So many items that all refer to one body.
fn many_links(count: usize) -> String {
    let mut report = REPORT.to_owned();
    for number in 1..=count {
        report += &format!(
            "  - {{id: \"{number}\", number: [\"{number}\"], title: {{ar: \"البند {number} بشأن \
             الميزانية المقترحة للفترة المالية القادمة\", en: \"Item {number} on the draft budget of \
             the coming financial period\"}}, refs: [x]}}\n"
        );
    }
    report
}

/// One figure with so many shares.
fn many_shares(count: usize) -> String {
    let share = "{label: {ar: حصة, en: Share}, percent: 42}, ";
    let shares = share.repeat(count);
    format!(
        "report: {{id: r, kind: group-report, title: {{en: R}}}}\nfigures:\n  - {{id: fig/1, title: \
         {{ar: رسم, en: Figure}}, shares: [{shares}]}}\n"
    )
}

pub fn print() {
    head("A key, with a record that no person wrote");
    let sentence = "يعتمد المجلس القرار 212 بشأن الاتحاد (ITU) في دورته، ";
    for (name, id, report) in [
        ("20,000 links", "x", many_links(20_000)),
        ("20,000 shares", "r:fig/1", many_shares(20_000)),
        (
            "10 MB without a break",
            "r:1/position",
            text(&"م".repeat(5_000_000)),
        ),
        (
            "10 MB in one paragraph",
            "r:1/position",
            text(&sentence.repeat(110_000)),
        ),
        (
            "10 MB in lines",
            "r:1/position",
            text(&format!("{sentence}\\n").repeat(110_000)),
        ),
        (
            "10 MB of marks",
            "r:1/position",
            text(&"\u{64B}".repeat(5_000_000)),
        ),
        (
            "10 MB of overrides",
            "r:1/position",
            text(&format!("{}x", "\\u202E".repeat(3_400_000))),
        ),
        (
            "10 MB of digits in a title",
            "r:1",
            text("x").replace(
                "title: {ar: بند",
                &format!("title: {{ar: \"{}\"", "1".repeat(10_000_000)),
            ),
        ),
    ] {
        let shelf = shelf(report);
        for language in [Language::Arabic, Language::English] {
            // Each key's best of several rounds: what the key costs, not what else the machine does.
            let keys = presses(KEYS);
            let mut best = vec![(Duration::MAX, "open".to_owned())];
            best.extend(keys.iter().map(|key| (Duration::MAX, key.clone())));
            for _ in 0..ROUNDS {
                let mut screen = Screen::new(&shelf, language);
                screen.draw();
                screen.app.reading.followed = shelf.library.find(id);
                screen.app.focus = Focus::Detail;
                for (best, key) in best
                    .iter_mut()
                    .zip(std::iter::once(None).chain(keys.iter().map(Some)))
                {
                    let start = Instant::now();
                    match key {
                        Some(key) => screen.key(key),
                        None => screen.draw(),
                    };
                    best.0 = best.0.min(start.elapsed());
                }
            }
            let mut times = Times::default();
            for (time, _) in &best {
                times.push(*time);
            }
            times.print(&format!("{name}, {language:?}"), "max < 5");
            let slowest = best.iter().max().unwrap();
            println!("  the longest: {}", slowest.1);
            let mut slices = Times::default();
            let mut screen = Screen::new(&shelf, language);
            screen.app.reading.followed = shelf.library.find(id);
            screen.app.focus = Focus::Detail;
            screen.draw();
            while screen.app.seen().detail.more {
                slices.time(|| screen.measure());
            }
            slices.print("  measured to its end, in slices", "");
        }
    }
}
