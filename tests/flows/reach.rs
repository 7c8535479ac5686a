//! Nothing is cut that cannot be reached, from the largest screen to the smallest.

use std::collections::BTreeMap;

use majlis::app::detail::{blocks, links};
use majlis::report::{Kind, Language};
use majlis::script::Form;

use crate::harness::{Screen, built_in, letters};

const SIZES: [(u16, u16); 4] = [(140, 40), (80, 24), (40, 12), (20, 5)];

/// Records of every sort and the size at which each is read: an item with all that belongs to it, a
/// position, a meeting with many who attended, a resolution, the head of a report.
const READ: [(&str, u16, u16); 8] = [
    ("c21:27", 140, 40),
    ("c21:27", 20, 5),
    ("c26:res-191", 80, 24),
    ("c24:summit/position", 40, 12),
    ("c21:meet/wg1", 80, 24),
    ("c21:meet/wg1", 20, 5),
    ("pp-res:191@2022", 80, 24),
    ("c21", 40, 12),
];

/// Opens a record and reads it line by line; the lines as they were seen, by their number, and the
/// links that were in hand.
fn read_all(screen: &mut Screen, id: &str) -> (Vec<String>, Vec<usize>) {
    screen.keys("/").type_in(id).keys("enter");
    assert_eq!(screen.in_hand(), id);
    let mut lines: BTreeMap<usize, String> = BTreeMap::new();
    let mut met = Vec::new();
    let total = screen.app.seen().detail.lines;
    for _ in 0..3 * total + 10 {
        let seen = screen.app.seen().detail.clone();
        let mut body = seen.area;
        body.y += 1;
        body.height -= 1;
        // Without the columns of the margin and the scroll bar.
        body.x += 1;
        body.width -= 2;
        for (row, text) in screen.text_in(body).into_iter().enumerate() {
            lines.entry(screen.app.reading.scroll + row).or_insert(text);
        }
        if let Some(link) = screen.app.reading.link.filter(|link| !met.contains(link)) {
            met.push(link);
        }
        let before = screen.app.reading;
        screen.keys("j");
        if screen.app.reading == before {
            break;
        }
    }
    lines.retain(|line, _| *line < total);
    assert_eq!(lines.len(), total, "{id}: lines never seen");
    (lines.into_values().collect(), met)
}

#[test]
fn reading_on_meets_every_line_and_every_link() {
    for (id, width, height) in READ {
        for language in [Language::Arabic, Language::English] {
            let mut screen = Screen::sized(language, width, height);
            let (_, met) = read_all(&mut screen, id);
            let here = screen.key(id);
            let count = links(&blocks(screen.library(), here)).len();
            assert_eq!(
                met,
                (0..count).collect::<Vec<_>>(),
                "{id} at {width}×{height}"
            );
        }
    }
}

#[test]
fn no_letter_of_a_long_text_is_lost() {
    use majlis::app::detail::{Block, Value};
    for (id, width, height) in READ {
        for language in [Language::Arabic, Language::English] {
            let mut screen = Screen::new(built_in(), language, Form::Off, (width, height));
            let (lines, _) = read_all(&mut screen, id);
            let close = |text: &str| -> String {
                // Labels begin with a capital on the screen.
                let letters = text.chars().filter(|sign| !sign.is_whitespace());
                letters.flat_map(char::to_lowercase).collect()
            };
            let seen = close(&lines.concat());
            let here = screen.key(id);
            let linked = |key| {
                let library = screen.library();
                vec![
                    library.title(key, language).into_owned(),
                    library.id(key).to_owned(),
                ]
            };
            for block in blocks(screen.library(), here) {
                let texts: Vec<String> = match block {
                    Block::Heading(heading) => vec![heading.get(language).to_owned()],
                    Block::Fact(_, Value::Text(text)) | Block::Text(text) => {
                        vec![text.in_or_other(language).to_owned()]
                    }
                    Block::Fact(label, Value::Said(message)) => vec![
                        label.get(language).to_owned(),
                        message.get(language).to_owned(),
                    ],
                    Block::Fact(_, Value::Plain(plain)) => vec![plain.into_owned()],
                    Block::Fact(_, Value::Names(names)) => names.to_vec(),
                    Block::Fact(_, Value::Records(keys)) => keys
                        .iter()
                        .map(|key| screen.library().title(*key, language).into_owned())
                        .collect(),
                    Block::Link(key) => linked(key),
                    Block::Related(keys) => keys.into_iter().flat_map(linked).collect(),
                    Block::Chart(_) => Vec::new(),
                };
                for text in texts {
                    let text = majlis::script::sanitise(&text);
                    assert!(
                        seen.contains(&close(&text)),
                        "{id} at {width}×{height} {language:?}: {text}\n{}",
                        lines.join("\n")
                    );
                }
            }
        }
    }
}

#[test]
fn shaping_loses_no_letter_either() {
    for (id, width, height) in READ {
        let read = |form| {
            let mut screen = Screen::new(built_in(), Language::Arabic, form, (width, height));
            let (lines, _) = read_all(&mut screen, id);
            letters(lines.iter().map(String::as_str))
        };
        assert_eq!(
            read(Form::Visual),
            read(Form::Off),
            "{id} at {width}×{height}"
        );
    }
}

#[test]
fn every_row_of_every_list_is_shown() {
    for (width, height) in SIZES {
        for keys in ["a", "a 3", "v b", "v c g", "v d 2", "v d 4"] {
            let mut screen = Screen::sized(Language::Arabic, width, height);
            screen.keys(keys);
            let pane = screen.at();
            let count = screen.counts()[pane - 1];
            for row in 0..count {
                let list = screen.app.seen().panes[pane - 1];
                assert!(
                    (list.offset..list.offset + list.fits).contains(&row),
                    "row {row} of {keys} at {width}×{height}: {list:?}"
                );
                // The mark of the row in hand stands on the screen, beside something.
                let area = screen.pane(pane);
                let marked = screen
                    .text_in(area)
                    .into_iter()
                    .skip(1)
                    .find(|line| line.contains('◂'));
                assert!(
                    marked.is_some_and(|line| line.trim().chars().count() > 1),
                    "row {row} of {keys}"
                );
                screen.keys("j");
            }
        }
    }
}

#[test]
fn every_command_of_the_help_is_read_at_every_size() {
    for (width, height) in SIZES {
        for language in [Language::Arabic, Language::English] {
            let mut screen = Screen::new(built_in(), language, Form::Off, (width, height));
            screen.keys("?");
            let names = screen.offered();
            for _ in &names {
                let current = match screen.app.layer() {
                    Some(majlis::app::Layer::Help(picker)) => picker.current().unwrap().value,
                    _ => panic!("no help"),
                };
                let close = |text: &str| -> String {
                    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
                };
                let seen = close(&screen.text().concat());
                let first = current.words.get(language).split(' ').next().unwrap();
                assert!(
                    seen.contains(&close(first)),
                    "{} at {width}×{height}\n{}",
                    current.name,
                    screen.text().join("\n")
                );
                screen.keys("down");
            }
        }
    }
}

#[test]
fn every_hit_of_a_search_is_shown_with_its_title() {
    for (width, height) in SIZES {
        let mut screen = Screen::new(built_in(), Language::English, Form::Off, (width, height));
        screen.keys("/ <Kuwait>");
        for id in screen.hits() {
            assert_eq!(screen.in_hand(), id);
            let area = screen.app.seen().layer.area;
            let seen = screen.text_in(area).join(" ");
            // The beginning of the title stands in the list, not only the kind and the id.
            let title = screen
                .library()
                .title(screen.key(&id), Language::English)
                .into_owned();
            let word: String = title.split(' ').next().unwrap().chars().take(10).collect();
            assert!(
                seen.contains(&word),
                "{id} {word} at {width}×{height}\n{}",
                screen.text().join("\n")
            );
            screen.keys("down");
        }
    }
}

#[test]
fn every_kind_of_record_can_be_read_at_every_size() {
    for (width, height) in SIZES {
        for language in [Language::Arabic, Language::English] {
            let mut screen = Screen::sized(language, width, height);
            for kind in Kind::ALL {
                let key = screen.library().of_kind(kind)[0];
                let id = screen.id(key);
                // An id is also found within longer ones.
                screen.keys("/").type_in(&id);
                let place = screen.hits().iter().position(|hit| *hit == id).unwrap();
                screen.keys(&format!("down*{place}")).keys("enter");
                assert_eq!(screen.in_hand(), id);
                assert_eq!(screen.at(), 0);
                assert!(screen.app.seen().detail.lines > 0, "{id}");
                screen.keys("G g esc");
            }
        }
    }
}
