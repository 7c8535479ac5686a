//! Speed of the text layer: `cargo bench --bench script`. No framework: the best of many rounds.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use majlis::script::{Direction, Form, Layout, isolate};

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
    println!("{name:<48} {:>10.1} µs", time.as_secs_f64() * 1e6);
}

fn main() {
    let layout = Layout::new(Form::Visual, Direction::Auto);
    for (name, sentence) in [("Arabic", ARABIC), ("ASCII", ASCII)] {
        // A screen of 140 × 40: one title a row, and the same as wrapped prose.
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
        report(
            &format!("{name}: 5,600 columns wrapped at 140"),
            best(|| {
                black_box(layout.wrap(black_box(&screen), 140));
            }),
        );
        report(
            &format!("{name}: unicode-bidi alone"),
            best(|| {
                black_box(unicode_bidi::ParagraphBidiInfo::new(
                    black_box(&screen),
                    None,
                ));
            }),
        );
        let long = screen.repeat(20);
        report(
            &format!("{name}: the same in one paragraph, 20 times, /20"),
            best(|| {
                black_box(layout.wrap(black_box(&long), 140));
            }) / 20,
        );
    }
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
