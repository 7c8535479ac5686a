//! What the screen looks like: the signs of every cell, in both languages, at three sizes; and
//! without colour, what is left to tell the row in hand, the focus and a match by.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../flows/harness.rs"]
#[allow(dead_code, reason = "the flows ask it for more than the views do")]
mod harness;

#[path = "../flows/desk.rs"]
#[allow(dead_code, unused_imports, reason = "the views only open its library")]
mod desk;

use std::time::Duration;

use harness::Screen;
use majlis::app::loading::Progress;
use majlis::library::live::State;
use majlis::report::Language;
use majlis::report::call::{Call, Moment};
use ratatui::style::Modifier;

const SIZES: [(u16, u16); 3] = [(140, 40), (80, 24), (40, 12)];

/// The signs as the eye sees them, each row between two bars.
fn signs(screen: &Screen) -> String {
    let area = screen.buffer.area;
    screen
        .text()
        .iter()
        .map(|row| {
            let width = majlis::script::width(row);
            let rest = usize::from(area.width).saturating_sub(width);
            format!("▕{row}{}▏\n", " ".repeat(rest))
        })
        .collect()
}

/// What each cell carries beside its sign and colour: `r` reversed, `u` underlined, `d` dim, `b`
/// bold; `R` reversed and underlined. Rows with nothing are left out.
fn attributes(screen: &Screen) -> String {
    let area = screen.buffer.area;
    (area.y..area.y + area.height)
        .filter_map(|y| {
            let row: String = (area.x..area.x + area.width)
                .map(|x| {
                    let modifier = screen.buffer.cell((x, y)).unwrap().modifier;
                    let has = |one| modifier.contains(one);
                    match (has(Modifier::REVERSED), has(Modifier::UNDERLINED)) {
                        (true, true) => 'R',
                        (true, false) => 'r',
                        (false, true) => 'u',
                        _ if has(Modifier::BOLD) => 'b',
                        _ if has(Modifier::DIM) => 'd',
                        _ => '.',
                    }
                })
                .collect();
            (row.chars().any(|sign| sign != '.')).then(|| format!("{y:>2} {row}\n"))
        })
        .collect()
}

/// The same keys in both languages at every size.
fn look(name: &str, keys: &str) {
    look_at(name, |screen| {
        screen.keys(keys);
    });
}

/// The same screen in both languages at every size.
fn look_at(name: &str, prepare: impl Fn(&mut Screen)) {
    for language in [Language::Arabic, Language::English] {
        for (width, height) in SIZES {
            let mut screen = Screen::sized(language, width, height);
            prepare(&mut screen);
            let word = match language {
                Language::Arabic => "ar",
                Language::English => "en",
            };
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}-{word}-{width}x{height}"), signs(&screen));
            });
        }
    }
}

/// What is left when all colours are taken away, in both languages at one size.
fn without_colour(name: &str, keys: &str) {
    for language in [Language::Arabic, Language::English] {
        let mut screen = Screen::sized(language, 80, 24);
        screen.keys(keys);
        let word = match language {
            Language::Arabic => "ar",
            Language::English => "en",
        };
        let both = format!("{}\n{}", signs(&screen), attributes(&screen));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("plain-{name}-{word}"), both);
        });
    }
}

#[test]
fn council() {
    look("council", "j j");
}

#[test]
fn search() {
    look("search", "/ <القرار 191> down");
}

#[test]
fn loading() {
    look_at("loading", |screen| {
        screen.app.has_loaded(Some(Progress {
            files: 240,
            of_files: 981,
            records: 244_630,
            bytes: 95 << 20,
            of_bytes: 380 << 20,
            took: Duration::from_secs(5),
        }));
        screen.keys("j");
    });
}

#[test]
fn loading_while_one_searches() {
    look_at("loading-search", |screen| {
        screen.app.has_loaded(Some(Progress {
            files: 1,
            of_files: 981,
            records: 1200,
            bytes: 1 << 20,
            of_bytes: 380 << 20,
            took: Duration::from_millis(100),
        }));
        screen.keys("/ <council>");
    });
}

#[test]
fn detail() {
    look("detail", "j enter j");
}

#[test]
fn detail_in_both_languages() {
    look("detail-both", "j enter d z");
}

#[test]
fn outline() {
    look("outline", "v o j*4");
}

#[test]
fn calendar() {
    look("calendar", "v c g f r <c21> enter j");
}

#[test]
fn figures() {
    look("figures", "v f j j");
}

#[test]
fn chart() {
    look("chart", "/ <tdag23:fig/membership-2022> enter");
}

#[test]
fn directory() {
    look("directory", "v d 4 j");
}

#[test]
fn help() {
    look("help", "? down");
}

#[test]
fn pending() {
    look("pending", "f r <c21> enter v");
}

/// Item 27 is a minute and two seconds over its ten minutes; Tunisia has the floor, two others wait.
#[test]
fn call() {
    let at = |time: &str| Moment::parse(&format!("2021-09-01T{time}Z")).unwrap();
    let mut call = Call::begin("c21", "hind", at("10:00:00"));
    call.take_up("c21:27", at("10:00:00"));
    call.plan("c21:27", 10, at("10:00:00"));
    call.give_floor("TUN", at("10:10:00"));
    call.ask("EGY", at("10:10:00"));
    call.ask("KWT", at("10:10:00"));
    look_at("call", |screen| {
        screen.app.at(at("10:11:02"));
        screen
            .app
            .hear_call(State::On(Box::new(call.clone())).into());
        screen.draw();
    });
}

#[test]
fn recital() {
    look("recital", "j R j k");
}

#[test]
fn recital_in_both_languages() {
    look("recital-both", "j R d j k");
}

#[test]
fn council_without_colour() {
    without_colour("council", "j j");
}

#[test]
fn search_without_colour() {
    without_colour("search", "/ <191> down");
}

#[test]
fn detail_without_colour() {
    without_colour("detail", "j enter j");
}

/// Two screens that differ only in what has the keys, or in which row is in hand, differ also
/// without colour.
#[test]
fn nothing_hangs_on_colour() {
    let dump = |keys: &str| {
        let mut screen = Screen::sized(Language::Arabic, 140, 40);
        screen.keys(keys);
        (signs(&screen), attributes(&screen))
    };
    for (one, other) in [
        ("a", "a 2"),
        ("a 2", "a 2 tab"),
        ("j", "j enter"),
        ("", "j"),
        ("enter", "enter j"),
    ] {
        let (first, second) = (dump(one), dump(other));
        assert_ne!(first.1, second.1, "{one} and {other}");
    }
    // Letters that matched a search are underlined, wherever they stand.
    let mut screen = Screen::sized(Language::English, 140, 40);
    screen.keys("/ <Kuwait>");
    let marked: String = screen
        .buffer
        .content()
        .iter()
        .filter(|cell| {
            cell.fg == ratatui::style::Color::Black && cell.bg == ratatui::style::Color::Yellow
        })
        .map(|cell| {
            assert!(cell.modifier.contains(Modifier::UNDERLINED));
            cell.symbol()
        })
        .collect();
    assert!(marked.contains("Kuwait"), "{marked}");
}

/// The same of a library of one's own, in which records can be changed.
fn look_changing(name: &str, keys: &str) {
    for language in [Language::Arabic, Language::English] {
        for size in SIZES {
            let (_folder, mut screen) = desk::desk_of(language, size);
            screen.keys("/ <c21:27/position> enter").keys(keys);
            let (word, (width, height)) = (language.code(), size);
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}-{word}-{width}x{height}"), signs(&screen));
            });
        }
    }
}

#[test]
fn forms() {
    look_changing("form", "e j");
    look_changing("form-choice", "e j*3 enter");
    look_changing("form-names", "e j*4 enter <egy, kuw>");
    look_changing("form-date", "e j*5 enter <15/9>");
    look_changing("form-text", "e enter down end <C26/35>");
    look_changing("form-new", "n n tab <eg-> tab enter esc");
    look_changing("form-first", "n t");
}

#[test]
fn lines_that_add_a_record() {
    look_changing("quick", "@ <tech-sec 2021-09 إعداد ورقة عن C26/35>");
    look_changing("quick-unknown", "@ <tech-sek 2021-09>");
    look_changing("quick-person", "+ <nom Nadia Haddad EGY vice-chair>");
    look_changing("quick-empty", "+");
}

#[test]
fn two_versions() {
    // Another program writes the wording while the field is open.
    for language in [Language::Arabic, Language::English] {
        for size in SIZES {
            let (folder, mut screen) = desk::desk_of(language, size);
            screen.keys("/ <c21:27/position> enter e enter alt-a <نص آخر another wording>");
            desk::another_program(&folder, language.code());
            screen.keys("ctrl-s j");
            let rows = signs(&screen);
            let (word, (width, height)) = (language.code(), size);
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("versions-{word}-{width}x{height}"), rows);
            });
        }
    }
}

#[test]
fn the_question_before_a_record_is_deleted() {
    for language in [Language::Arabic, Language::English] {
        for size in SIZES {
            let (_folder, mut screen) = desk::desk_of(language, size);
            screen.keys("/ <c21:27> enter X down");
            let rows = signs(&screen);
            let (word, (width, height)) = (language.code(), size);
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("removal-{word}-{width}x{height}"), rows);
            });
        }
    }
}

/// What was typed, perhaps for this library when its folder had another name, is told with where it lies.
#[cfg(unix)]
#[test]
fn typed_text_that_may_lie_elsewhere_is_told() {
    use std::os::unix::fs::MetadataExt;
    for (language, said) in [
        (Language::Arabic, "نص كُتب ولم يُحفظ موجود في"),
        (
            Language::English,
            "What was typed and not saved, perhaps in this library",
        ),
    ] {
        for size in SIZES {
            let (folder, mut screen) = desk::desk_of(language, size);
            let meta = std::fs::metadata(folder.path()).unwrap();
            let typing = folder.path().join("state").join("typing");
            std::fs::create_dir_all(&typing).unwrap();
            // The folder has the same numbers, and nothing says when it was made.
            let head = format!(
                "# \"hind\"\n# {}:{}\n# \"/elsewhere\"\n",
                meta.dev(),
                meta.ino()
            );
            std::fs::write(
                typing.join("other.yaml"),
                format!("{head}- line: '+note x'\n"),
            )
            .unwrap();
            screen.app.keep_typing();
            screen.draw();
            let rows = screen.text();
            let words: Vec<&str> = said.split(' ').take(3).collect();
            let first = harness::painted(&words.join(" "));
            let at = rows.iter().position(|row| row.contains(&first));
            let at = at.unwrap_or_else(|| panic!("{said}: {rows:#?}"));
            if size.0 > 40 {
                assert!(rows[at].contains(&harness::painted(said)), "{rows:#?}");
            }
            let below = rows[at..].join("");
            assert!(below.contains("other.yaml"), "{rows:#?}");
        }
    }
}
