//! Speed of the text layer: `cargo bench --bench script`. No framework: the best of many rounds.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use majlis::app::{App, Shelf};
use majlis::library::Library;
use majlis::report::Language;
use majlis::script::{Direction, Form, Layout, isolate};
use majlis::view::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const ARABIC: &str = "يعتمد المجلس القرار 212 (المعدَّل) بشأن الاتحاد الدولي للاتصالات (ITU) \
                      والوثيقة C26/35(Rev.1) في دورته المقبلة، ";
const ASCII: &str = "The Council adopts Resolution 212 (as amended) on the International Union and \
                     document C26/35(Rev.1) at its next session, with";

fn best(mut work: impl FnMut()) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..50 {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed());
    }
    best
}

fn report(name: &str, time: Duration) {
    println!("{name:<52} {:>10.1} µs", time.as_secs_f64() * 1e6);
}

fn ratio(name: &str, one: Duration, other: Duration, target: &str) {
    let ratio = one.as_secs_f64() / other.as_secs_f64();
    println!("{name:<52} {ratio:>10.2} ×   {target}");
}

/// A screen of 140 × 40 as prose, and the same 20 times in one paragraph.
fn prose(layout: Layout) {
    let mut screens = Vec::new();
    for (name, sentence) in [("Arabic", ARABIC), ("ASCII", ASCII)] {
        let row: String = sentence.chars().cycle().take(145).collect();
        let screen = sentence.repeat(5_600 / sentence.chars().count());
        report(
            &format!("{name}: 40 rows of 140, cut"),
            best(|| {
                for _ in 0..40 {
                    black_box(layout.line(black_box(&row), 140));
                }
            }),
        );
        let wrapped = best(|| {
            black_box(layout.wrap(black_box(&screen), 140));
        });
        report(&format!("{name}: 5,600 columns wrapped at 140"), wrapped);
        let counted = best(|| {
            black_box(layout.count(black_box(&screen), 140));
        });
        report(&format!("{name}: the same, lines counted only"), counted);
        let bidi = best(|| {
            black_box(unicode_bidi::ParagraphBidiInfo::new(
                black_box(&screen),
                None,
            ));
        });
        report(&format!("{name}: unicode-bidi alone"), bidi);
        ratio("  a screen to unicode-bidi alone", wrapped, bidi, "");
        screens.push(wrapped);
    }
    if let [arabic, ascii] = screens.as_slice() {
        ratio("Arabic to ASCII of the same length", *arabic, *ascii, "");
        let millisecond = Duration::from_millis(1);
        ratio(
            "a screen of Arabic to a millisecond",
            *arabic,
            millisecond,
            "< 1",
        );
    }
}

/// What a line of 60 costs: the median of pieces of a paragraph short enough that nothing else on the
/// machine comes in between.
fn line_of(layout: Layout, text: &str, rounds: usize) -> Duration {
    let mut times = Vec::new();
    for _ in 0..rounds {
        let mut lines = layout.lines(black_box(text), 60);
        loop {
            let start = Instant::now();
            // The lines of a few stretches of a long paragraph; a short one has fewer.
            let made = lines.by_ref().take(1000).map(black_box).count();
            if made == 0 {
                break;
            }
            times.push(start.elapsed() / u32::try_from(made).unwrap());
        }
    }
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// What a line costs in a paragraph of a kilobyte and of a megabyte.
fn paragraphs(layout: Layout) {
    for (name, sentence) in [("Arabic", ARABIC), ("ASCII", ASCII)] {
        let [short, long] = [1 << 10, 1 << 20].map(|bytes: usize| {
            let text = sentence.repeat(bytes / sentence.len());
            line_of(layout, &text, if bytes > 1 << 15 { 5 } else { 2000 })
        });
        report(
            &format!("{name}: a line of 60 in a paragraph of 1 KB"),
            short,
        );
        report(
            &format!("{name}: a line of 60 in a paragraph of 1 MB"),
            long,
        );
        ratio("  of 1 MB to of 1 KB", long, short, "about 1");
        let text = sentence.repeat((10 << 20) / sentence.len());
        report(
            &format!("{name}: the first 40 lines of 10 MB"),
            best(|| {
                black_box(layout.lines(black_box(&text), 60).take(40).count());
            }),
        );
        report(
            &format!("{name}: the first 3 lines of 10 MB, cut"),
            best(|| {
                black_box(layout.at_most(black_box(&text), 60, 3));
            }),
        );
    }
}

/// The program's own screen, drawn again and again.
fn unchanged() {
    let shelf = Arc::new(Shelf::new(Library::built_in()));
    for language in [Language::Arabic, Language::English] {
        let mut app = App::new(Arc::clone(&shelf), language, Form::Visual);
        let mut view = View::default();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 140, 40));
        let fresh = best(|| {
            black_box(majlis::view::draw(&app, &mut buffer));
        });
        let (seen, _) = view.draw(&app, &mut buffer);
        app.has_seen(seen);
        let (seen, _) = view.draw(&app, &mut buffer);
        app.has_seen(seen);
        let before = view.laid_out();
        let again = best(|| {
            black_box(view.draw(&app, &mut buffer));
        });
        report(&format!("{language:?}: the first screen, afresh"), fresh);
        report(&format!("{language:?}: the same, unchanged"), again);
        ratio("  unchanged to afresh", again, fresh, "");
        let more = view.laid_out() - before;
        println!(
            "{:<52} {more:>10}     0",
            "  texts laid out in unchanged screens"
        );
    }
}

fn main() {
    let layout = Layout::new(Form::Visual, Direction::Auto);
    prose(layout);
    paragraphs(layout);
    unchanged();
    for (name, text) in [
        (
            "1 MB of (a) in Arabic",
            format!("م{}", "(a)".repeat(350_000)),
        ),
        (
            "1 MB of (م) in Latin",
            format!("a{}", "(م)".repeat(250_000)),
        ),
        ("1 MB of (1) after م", format!("م{}", "(1)".repeat(350_000))),
        ("1 MB of isolates", isolate("م").repeat(125_000)),
        (
            "1 MB of nested brackets",
            format!("{}م", "((((()".repeat(170_000)),
        ),
        ("1 MB of brackets", "(".repeat(1_000_000)),
        ("1 MB of marks", format!("م{}", "\u{64E}".repeat(500_000))),
        ("1 MB of one letter", "م".repeat(500_000)),
        ("1 MB of hyphens", format!("م{}", "a-".repeat(500_000))),
        ("1 MB of blanks", format!("م{})", " ".repeat(1_000_000))),
        ("1 MB of emoji and joiners", "👩\u{200D}".repeat(150_000)),
    ] {
        let start = Instant::now();
        black_box(layout.wrap(&text, 140));
        report(name, start.elapsed());
    }
}
