//! Prints the cells of a screen as majlis means them, row by row from the left: what can be read
//! back from any terminal that keeps the order. No terminal takes part.
//!
//! ```sh
//! cargo run --example cells -- ar visual 120x36 '/ <مباني ITU> enter'
//! ```
//!
//! The keys are written as in the tests (`tests/flows`): names with blanks between, and in `<…>` what
//! is typed letter by letter.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing)]

#[path = "../tests/flows/harness.rs"]
#[allow(dead_code, reason = "the flows ask it for more")]
mod harness;

use std::process::ExitCode;

use harness::{Screen, built_in};
use majlis::report::Language;
use majlis::script::Form;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(screen) = screen(&arguments) else {
        eprintln!("cells: (ar|en) (visual|words|kitty|off) COLUMNSxROWS [KEYS]");
        return ExitCode::from(2);
    };
    for row in screen.text() {
        println!("{row}");
    }
    ExitCode::SUCCESS
}

fn screen(arguments: &[String]) -> Option<Screen> {
    let [language, form, size, keys @ ..] = arguments else {
        return None;
    };
    let language = match language.as_str() {
        "ar" => Language::Arabic,
        "en" => Language::English,
        _ => return None,
    };
    let form = match form.as_str() {
        "visual" => Form::Visual,
        "words" => Form::Words,
        "kitty" => Form::Kitty,
        "off" => Form::Off,
        _ => return None,
    };
    let (columns, rows) = size.split_once('x')?;
    let size = (columns.parse().ok()?, rows.parse().ok()?);
    let mut screen = Screen::new(built_in(), language, form, size);
    screen.keys(&keys.join(" "));
    // Who looks at a terminal looks longer than the program waits for the cursor to rest.
    screen.app.rest();
    screen.draw();
    Some(screen)
}
