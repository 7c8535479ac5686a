//! A screen of a given size that takes keys and draws after each one as the loop does.

use std::sync::{Arc, OnceLock};

use crossterm::event::KeyCode;
use majlis::app::key::Press;
use majlis::app::seen::Area;
use majlis::app::{App, Focus, Layer, Request, Shelf};
use majlis::library::{Key, Library};
use majlis::report::Language;
use majlis::script::{Direction, Form, visual};
use majlis::view::View;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The built-in reports, read once for all tests.
pub fn built_in() -> Arc<Shelf> {
    static SHELF: OnceLock<Arc<Shelf>> = OnceLock::new();
    Arc::clone(SHELF.get_or_init(|| Arc::new(Shelf::new(Library::built_in()))))
}

/// The screen.
pub struct Screen {
    pub app: App,
    /// What drawing keeps from frame to frame.
    pub view: View,
    pub buffer: Buffer,
    pub cursor: Option<(u16, u16)>,
}

impl Screen {
    pub fn new(
        shelf: Arc<Shelf>,
        language: Language,
        form: Form,
        (width, height): (u16, u16),
    ) -> Self {
        let mut screen = Self {
            app: App::new(shelf, language, form),
            view: View::default(),
            buffer: Buffer::empty(Rect::new(0, 0, width, height)),
            cursor: None,
        };
        screen.draw();
        screen
    }

    /// The built-in reports in Arabic at 140×40.
    pub fn arabic() -> Self {
        Self::new(built_in(), Language::Arabic, Form::Visual, (140, 40))
    }

    /// The built-in reports in English at 140×40.
    pub fn english() -> Self {
        Self::new(built_in(), Language::English, Form::Visual, (140, 40))
    }

    /// The built-in reports at another size.
    pub fn sized(language: Language, width: u16, height: u16) -> Self {
        Self::new(built_in(), language, Form::Visual, (width, height))
    }

    /// Draws, and hands back what was seen, as the loop does; measures what there is to measure.
    pub fn draw(&mut self) {
        loop {
            let (seen, cursor) = self.view.draw(&self.app, &mut self.buffer);
            self.cursor = cursor;
            self.app.has_seen(seen);
            if !self.app.seen().detail.more {
                break;
            }
            while self.view.measure(&self.app) {}
        }
    }

    /// Another state of the library, and a frame.
    pub fn replace(&mut self, shelf: &Arc<Shelf>) -> &mut Self {
        self.app.replace(Arc::clone(shelf));
        self.draw();
        self
    }

    /// The terminal has another size from now on.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.draw();
        self
    }

    /// One key with nothing right after it, and a frame.
    pub fn press(&mut self, press: Press) -> &mut Self {
        self.app.key(press);
        self.app.settle();
        self.draw();
        self
    }

    /// Keys by their names with blanks between; what stands in `<…>` is typed letter by letter;
    /// `j*5` is pressed five times.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys.trim_start();
        while !rest.is_empty() {
            if let Some(typed) = rest.strip_prefix('<') {
                let (text, after) = typed.split_once('>').expect("no end of <…>");
                self.type_in(text);
                rest = after.trim_start();
                continue;
            }
            let (name, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            let (name, times) = match name.split_once('*') {
                Some((name, times)) => (name, times.parse().expect("no number of times")),
                None => (name, 1),
            };
            let press = Press::parse(name).unwrap_or_else(|| panic!("{name:?} is no key"));
            for _ in 0..times {
                self.press(press);
            }
            rest = after.trim_start();
        }
        self
    }

    /// Types a text letter by letter.
    pub fn type_in(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.press(Press::plain(KeyCode::Char(letter)));
        }
        self
    }

    pub fn library(&self) -> &Library {
        self.app.library()
    }

    /// The record with this id.
    pub fn key(&self, id: &str) -> Key {
        self.library()
            .find(id)
            .unwrap_or_else(|| panic!("no record {id}"))
    }

    pub fn id(&self, key: Key) -> String {
        self.library().id(key).to_owned()
    }

    /// The id of the record in hand; empty where there is none.
    pub fn in_hand(&self) -> String {
        self.app
            .in_hand()
            .map(|key| self.id(key))
            .unwrap_or_default()
    }

    /// The English name of the board.
    pub fn board(&self) -> &'static str {
        self.app.board().unwrap().kind.title().en
    }

    /// The digit of the pane in use; 0 for the detail.
    pub fn at(&self) -> usize {
        match self.app.focus {
            Focus::Panes => self.app.board().unwrap().pane + 1,
            Focus::Detail => 0,
        }
    }

    /// The ids of the rows of a pane, by its digit.
    pub fn rows(&self, digit: usize) -> Vec<String> {
        let rows = &self.app.board().unwrap().panes[digit - 1].rows;
        rows.iter().map(|key| self.id(*key)).collect()
    }

    /// How many rows each pane holds.
    pub fn counts(&self) -> Vec<usize> {
        let panes = &self.app.board().unwrap().panes;
        panes.iter().map(|pane| pane.rows.len()).collect()
    }

    /// The id of the row in hand of a pane, by its digit.
    pub fn row(&self, digit: usize) -> String {
        let key = self.app.board().unwrap().panes[digit - 1].key();
        key.map(|key| self.id(key)).unwrap_or_default()
    }

    /// What each filter says in English.
    pub fn filters(&self) -> Vec<String> {
        self.app
            .scope
            .filters()
            .map(|filter| format!("{}: {}", filter.what().en, filter.name(self.library()).en))
            .collect()
    }

    /// The message at the bottom in a language, without the marks that keep the name of a key together;
    /// empty where there is none.
    pub fn message_in(&self, language: Language) -> String {
        let message = self.app.message.as_ref();
        let marks = ['\u{fdd0}', '\u{fdd1}'];
        message.map_or_else(String::new, |one| one.get(language).replace(marks, ""))
    }

    /// The message at the bottom in English; empty where there is none.
    pub fn message(&self) -> &str {
        self.app
            .message
            .as_ref()
            .map_or("", |message| message.en.as_str())
    }

    /// The name of the layer on top; empty where there is none.
    pub fn layer(&self) -> &'static str {
        match self.app.layer() {
            None => "",
            Some(Layer::Search(_)) => "search",
            Some(Layer::Help(_)) => "help",
            Some(Layer::Palette(_)) => "palette",
            Some(Layer::Filters(_)) => "filters",
            Some(Layer::Unfilter(_)) => "unfilter",
            Some(Layer::Problems(_)) => "problems",
            Some(Layer::Form(_)) => "form",
            Some(Layer::Field(_)) => "field",
            Some(Layer::Choose(_)) => "choose",
            Some(Layer::Sort(_)) => "sort",
            Some(Layer::Agenda(_)) => "agenda",
            Some(Layer::Quick(_)) => "quick",
            Some(Layer::Clash(_)) => "clash",
            Some(Layer::Removal(_)) => "removal",
            Some(Layer::Past(_)) => "past",
            Some(Layer::Open(_)) => "open",
            Some(Layer::Call(_)) => "call",
        }
    }

    /// What was typed in the layer on top.
    pub fn typed(&self) -> String {
        let input = self.app.layer().and_then(Layer::input);
        input.map_or_else(String::new, |input| input.text().to_owned())
    }

    /// The ids of the hits of the search, best first.
    pub fn hits(&self) -> Vec<String> {
        match self.app.layer() {
            Some(Layer::Search(search)) => search
                .found
                .hits
                .iter()
                .map(|(key, _)| self.id(*key))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The English names of what is offered in a help or palette.
    pub fn offered(&self) -> Vec<String> {
        match self.app.layer() {
            Some(Layer::Help(picker) | Layer::Palette(picker)) => picker
                .shown()
                .map(|choice| choice.name.en.clone())
                .collect(),
            Some(Layer::Filters(picker)) => picker
                .shown()
                .map(|choice| choice.name.en.clone())
                .collect(),
            Some(Layer::Problems(picker)) => picker
                .shown()
                .map(|choice| choice.name.en.clone())
                .collect(),
            Some(Layer::Open(open)) => open
                .picker
                .shown()
                .map(|choice| choice.name.en.clone())
                .collect(),
            Some(Layer::Call(picker)) => picker
                .shown()
                .map(|choice| choice.name.en.clone())
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The ids of what is offered as still open.
    pub fn offered_open(&self) -> Vec<String> {
        match self.app.layer() {
            Some(Layer::Open(open)) => open
                .picker
                .shown()
                .map(|choice| self.id(choice.value))
                .collect(),
            _ => Vec::new(),
        }
    }

    pub fn request(&mut self) -> Option<Request> {
        self.app.take_request()
    }

    /// The signs of an area, a string for each row, as the eye sees them.
    pub fn text_in(&self, area: Area) -> Vec<String> {
        (area.y..area.y + area.height)
            .map(|y| {
                let mut covered = false;
                let mut line = String::new();
                for x in area.x..area.x + area.width {
                    let symbol = self.buffer.cell((x, y)).map_or(" ", |cell| cell.symbol());
                    if !std::mem::take(&mut covered) {
                        line.push_str(symbol);
                        covered = majlis::script::width(symbol) == 2;
                    }
                }
                line.trim_end().to_owned()
            })
            .collect()
    }

    /// The whole screen.
    pub fn text(&self) -> Vec<String> {
        let area = self.buffer.area;
        self.text_in(Area {
            x: area.x,
            y: area.y,
            width: area.width,
            height: area.height,
        })
    }

    /// Whether a text stands on one row of the screen, in the form in which the terminal gets it.
    pub fn shows(&self, text: &str) -> bool {
        self.text().iter().any(|row| row.contains(&painted(text)))
    }

    /// The same of one area.
    pub fn shows_in(&self, area: Area, text: &str) -> bool {
        self.text_in(area)
            .iter()
            .any(|row| row.contains(&painted(text)))
    }

    /// The line on top.
    pub fn header(&self) -> String {
        self.text().swap_remove(0)
    }

    /// Where the detail stands.
    pub fn detail(&self) -> Area {
        self.app.seen().detail.area
    }

    /// Where a pane stands, by its digit.
    pub fn pane(&self, digit: usize) -> Area {
        self.app.seen().panes[digit - 1].area
    }
}

/// A short text as it is painted.
pub fn painted(text: &str) -> String {
    visual(text, Direction::Auto, Form::Visual)
}

/// The letters and digits of painted rows with presentation forms folded back, in an order that
/// says nothing: what stands there, wherever it stands.
pub fn letters<'a>(rows: impl IntoIterator<Item = &'a str>) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    let mut letters: Vec<char> = rows
        .into_iter()
        .flat_map(str::chars)
        .nfkc()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    letters.sort_unstable();
    letters
}
