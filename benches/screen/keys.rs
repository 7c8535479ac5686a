//! Keys in process: state, frame, difference, bytes.

use std::io;
use std::sync::Arc;

use crossterm::event::KeyCode;
use majlis::app::key::Press;
use majlis::app::{App, Shelf};
use majlis::library::Library;
use majlis::report::Language;
use majlis::script::Form;
use majlis::terminal::{Device, FrameBackend};
use majlis::view::View;
use ratatui::Terminal;
use ratatui::layout::{Position, Size};
use ratatui::text::Text;
use ratatui::widgets::Paragraph;

use super::table::{Times, figure, head};
use super::{Effort, SIZE};

/// A terminal that takes every byte at once.
struct Sink;

impl Device for Sink {
    fn send(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> Size {
        Size::new(SIZE.0, SIZE.1)
    }
}

/// The program without its terminal.
pub struct Screen {
    pub app: App,
    view: View,
    terminal: Terminal<FrameBackend<Sink>>,
}

impl Screen {
    pub fn new(shelf: &Arc<Shelf>, language: Language) -> Self {
        Self {
            app: App::new(Arc::clone(shelf), language, Form::Visual),
            view: View::default(),
            terminal: Terminal::new(FrameBackend::new(Sink, true)).unwrap(),
        }
    }

    /// As the loop of the program draws; returns the bytes sent.
    pub fn draw(&mut self) -> usize {
        let mut seen = None;
        let (app, view) = (&self.app, &mut self.view);
        self.terminal
            .draw(|frame| {
                let (what, cursor) = view.draw(app, frame.buffer_mut());
                seen = Some(what);
                if let Some((x, y)) = cursor {
                    frame.set_cursor_position(Position { x, y });
                }
            })
            .unwrap();
        self.app.has_seen(seen.unwrap());
        self.terminal.backend().sent()
    }

    /// As the loop measures while it waits for a key.
    pub fn measure(&mut self) {
        if !self.view.measure(&self.app) {
            self.draw();
        }
    }

    pub fn key(&mut self, key: &str) -> usize {
        let press = match key {
            // A blank is typed, not named.
            " " => Press::plain(KeyCode::Char(' ')),
            name => Press::parse(name).unwrap_or_else(|| panic!("no key {name}")),
        };
        self.app.key(press);
        self.draw()
    }
}

/// Keys by their names; what stands in `"` is typed letter by letter.
const TASKS: [(&str, &str); 7] = [
    (
        "j and k, each pane",
        "j j j j j j k k tab j j k tab j j k tab j j k backtab G g pagedown pageup 1",
    ),
    (
        "reading a record, both languages",
        "j j enter j j pagedown d j d j d G g esc z j k z",
    ),
    (
        "search in Arabic",
        "/ \"مباني المقر\" down down up enter [ esc 1",
    ),
    (
        "search in English",
        "/ \"headquarters project\" down down up enter [ esc 1",
    ),
    (
        "search for what is everywhere",
        "/ \"ا\" backspace \"e\" backspace \"council\" esc",
    ),
    (
        "filters",
        "f c \"kuw\" enter j k f x f r j enter f s enter backspace backspace f b \"itu\" enter f x",
    ),
    (
        "boards, link, help, palette, language",
        "v o j j G g v b j v c j v f j j v d j tab j v v a j j a ? \"search\" esc : \"link\" esc i i",
    ),
];

/// The single keys of a task.
pub fn presses(task: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for (nth, part) in task.split('"').enumerate() {
        match nth % 2 {
            0 => keys.extend(part.split_whitespace().map(str::to_owned)),
            _ => keys.extend(part.chars().map(String::from)),
        }
    }
    keys
}

pub fn print(effort: Effort) {
    let shelf = Arc::new(Shelf::new(Library::built_in()));
    shelf.finder();
    head("A key: state, frame, difference, bytes");
    for (name, language) in [("Arabic", Language::Arabic), ("English", Language::English)] {
        let mut screen = Screen::new(&shelf, language);
        screen.draw();
        let mut all = Times::default();
        let mut slowest = (std::time::Duration::ZERO, String::new());
        for (task, keys) in TASKS {
            let keys = presses(keys);
            let mut times = Times::default();
            for _ in 0..effort.rounds {
                for key in &keys {
                    let start = std::time::Instant::now();
                    screen.key(key);
                    let took = start.elapsed();
                    times.push(took);
                    all.push(took);
                    slowest = slowest.max((took, format!("{key:?} in {task:?}")));
                }
            }
            times.print(&format!("{name}: {task}"), "");
        }
        all.print(&format!("{name}: all"), "p99 < 5");
        println!("  the longest: {}", slowest.1);
    }
    ascii(effort).print("peer: a Paragraph of as many ASCII cells", "");

    println!("\n{:<44} {:>16}  target", "Bytes sent, in process", "bytes");
    for (name, language) in [("Arabic", Language::Arabic), ("English", Language::English)] {
        let mut screen = Screen::new(&shelf, language);
        figure(
            &format!("{name}: first frame"),
            &screen.draw().to_string(),
            "",
        );
        figure(
            &format!("{name}: unchanged frame"),
            &screen.draw().to_string(),
            "0",
        );
        moves(name, &mut screen);
        screen.key("a");
        moves(&format!("{name}, link lifted"), &mut screen);
    }
}

/// The bytes of moving the cursor down and up again through the first pane.
fn moves(name: &str, screen: &mut Screen) {
    let mut bytes: Vec<usize> = Vec::new();
    for key in ["j", "k"] {
        for _ in 0..30 {
            bytes.push(screen.key(key));
        }
    }
    bytes.sort_unstable();
    let median = bytes.get(bytes.len() / 2).copied().unwrap_or_default();
    let mean = bytes.iter().sum::<usize>() / bytes.len();
    let most = bytes.last().copied().unwrap_or_default();
    figure(
        &format!("{name}: one row (median, mean, most)"),
        &format!("{median} {mean} {most}"),
        "< 2048",
    );
}

/// Every cell of the screen changed, by the widget that ratatui has for text.
fn ascii(effort: Effort) -> Times {
    let mut terminal = Terminal::new(FrameBackend::new(Sink, true)).unwrap();
    let (width, height) = (usize::from(SIZE.0), usize::from(SIZE.1));
    let pages: Vec<String> = ["a", "b"]
        .into_iter()
        .map(|letter| vec![letter.repeat(width); height].join("\n"))
        .collect();
    let mut pages = pages.iter().cycle();
    Times::of(effort.rounds * 50, || {
        let page = pages.next().unwrap();
        terminal
            .draw(|frame| frame.render_widget(Paragraph::new(Text::raw(page)), frame.area()))
            .unwrap();
    })
}
