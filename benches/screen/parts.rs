//! The parts of the start and of the search, in process.

use std::sync::Arc;

use majlis::app::finder::Finder;
use majlis::app::{App, Shelf};
use majlis::library::Library;
use majlis::report::{Language, Registry, ReportFile};
use majlis::script::Form;
use majlis::search::Query;
use majlis::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde::de::IgnoredAny;

use super::table::{Times, head, ratio};
use super::{Effort, SIZE};

/// The built-in files; the first is the registry.
const FILES: [&str; 6] = [
    include_str!("../../data/registry.yaml"),
    include_str!("../../data/c17.yaml"),
    include_str!("../../data/c21.yaml"),
    include_str!("../../data/c24.yaml"),
    include_str!("../../data/c26.yaml"),
    include_str!("../../data/tdag23.yaml"),
];

/// Typed letter by letter.
const QUERIES: [&str; 8] = [
    "مباني المقر",
    "الانتخابات",
    "headquarters project",
    "C26/35",
    "سليم",
    "resolution 212",
    "تنمية القدرات",
    "zzqqx",
];

pub fn print(effort: Effort) {
    head("Parts of the start");
    let yaml = Times::of(effort.parts, || {
        for text in FILES {
            serde_yaml::from_str::<IgnoredAny>(text).unwrap();
        }
    });
    yaml.print("peer: YAML read and thrown away, one thread", "");
    let typed = Times::of(effort.parts, || {
        let (registry, reports) = FILES.split_first().unwrap();
        let reports: Vec<ReportFile> = reports
            .iter()
            .map(|text| serde_yaml::from_str(text).unwrap())
            .collect();
        (serde_yaml::from_str::<Registry>(registry).unwrap(), reports)
    });
    typed.print("peer: YAML read into the types, one thread", "");
    let built = Times::of(effort.parts, Library::built_in);
    built.print("Library::built_in", "");
    ratio("  to the first peer", &built, &yaml);

    let shelf = Arc::new(Shelf::new(Library::built_in()));
    Times::of(effort.parts, || {
        App::new(Arc::clone(&shelf), Language::Arabic, Form::Visual)
    })
    .print("App::new", "");
    for (name, language) in [("Arabic", Language::Arabic), ("English", Language::English)] {
        let app = App::new(Arc::clone(&shelf), language, Form::Visual);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        Times::of(effort.parts, || view::draw(&app, &mut buffer))
            .print(&format!("first frame drawn into a buffer, {name}"), "");
    }
    // Every link of a record is laid out, though few are in sight.
    let most = shelf
        .library
        .keys()
        .max_by_key(|key| shelf.library.links(*key).len());
    let mut app = App::new(Arc::clone(&shelf), Language::Arabic, Form::Visual);
    app.reading.followed = most;
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    let links = most.map_or(0, |key| shelf.library.links(key).len());
    Times::of(effort.parts, || view::draw(&app, &mut buffer))
        .print(&format!("a record with {links} links drawn, Arabic"), "< 5");

    head("Search");
    Times::of(effort.parts, || Finder::new(&shelf.library))
        .print("Finder::new", "behind the first frame");
    let finder = shelf.finder();
    let mut find = Times::default();
    for _ in 0..effort.rounds {
        for query in QUERIES {
            let mut typed = String::new();
            for letter in query.chars() {
                typed.push(letter);
                find.time(|| finder.find(&Query::parse(&typed), 200, None));
            }
        }
    }
    find.print("Finder::find, letter by letter", "");
}
