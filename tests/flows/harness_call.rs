//! A library in a folder, and screens of several people who share it.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::library::live;
use majlis::report::Language;
use majlis::report::call::Moment;
use majlis::script::Form;

use crate::harness::Screen;

const REGISTRY: &str = "\
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
  - {id: KWT, name: {ar: الكويت, en: Kuwait}}
people:
  - {id: benhajji, name: {ar: محمد بن حجي, en: Mohamed Ben Hajji}}
bodies:
  - {id: tech-sec, kind: unit, name: {ar: الأمانة الفنية, en: Technical Secretariat}}
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
";

/// The report of the group.
pub const REPORT: &str = "\
report: {id: x, kind: group-report, title: {ar: تقرير المجموعة, en: Report of the group}}
items:
  - id: \"27\"
    number: [\"27\"]
    title: {ar: مباني المقر, en: Headquarters premises}
    position:
      stance: support
      status: draft
      text: {ar: تؤيد المجموعة المشروع., en: The group supports the project.}
    recommendations:
      - {id: 27/r1, to: tech-sec, due: 2021-08, text: {ar: إعداد ورقة, en: Prepare a paper}}
      - {id: 27/r2, to: tech-sec, due: 2027-09, text: {ar: طباعة الورقة, en: Print the paper}}
  - id: \"28\"
    number: [\"28\"]
    title: {ar: الموازنة, en: Budget}
    position:
      stance: oppose
      status: agreed
      text: {ar: لا تؤيد المجموعة الزيادة., en: The group opposes the increase.}
    recommendations:
      - {id: 28/r1, to: eg, due: 2027-01, text: {ar: مراجعة الأرقام, en: Check the figures}}
      - {id: 28/r2, status: done, to: eg, text: {ar: تم, en: Done already}}
  - id: \"29\"
    number: [\"29\"]
    title: {ar: ما يستجد من أعمال, en: Other business}
nominations:
  - {id: nom/one, person: benhajji, country: TUN, body: eg, role: chair, status: proposed}
  - {id: nom/two, person: benhajji, country: TUN, body: tech-sec, role: member, status: submitted}
";

/// A folder that is shared.
pub struct Shared(tempfile::TempDir);

impl Shared {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("registry.yaml"), REGISTRY).unwrap();
        fs::write(folder.path().join("x.yaml"), REPORT).unwrap();
        Self(folder)
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn put(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    /// Another puts one text in place of another in the report.
    pub fn change(&self, from: &str, to: &str) {
        let path = self.0.path().join("x.yaml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace(from, to)).unwrap();
    }

    pub fn is_there(&self, name: &str) -> bool {
        self.0.path().join(name).exists()
    }

    /// What the report says.
    pub fn text(&self) -> String {
        fs::read_to_string(self.0.path().join("x.yaml")).unwrap()
    }

    pub fn library(&self) -> Library {
        Library::open(self.0.path())
    }

    /// Sara writes a field of the position on an item meanwhile.
    pub fn sara(&self, item: &str, path: &[&str], value: &str) {
        let sara = Keeper::new(self.folder(), "sara", Means::Command).with_state(None);
        Self::write_by(&sara, item, path, value);
    }

    /// The same by this keeper, on whatever thread.
    pub fn write_by(keeper: &Keeper, item: &str, path: &[&str], value: &str) {
        let at = FieldPath::root().key("items").id(item).key("position");
        let at = path.iter().fold(at, |at, key| at.key(*key));
        let change = Change {
            file: "x.yaml".to_owned(),
            record: format!("x:{item}/position"),
            edits: vec![Edit::Set {
                at,
                value: value.into(),
            }],
            seen: Vec::new(),
        };
        keeper.change(&change).unwrap();
    }

    /// A screen reads the folder anew.
    pub fn follow(&self, screen: &mut Screen) {
        let shelf = Arc::new(Shelf::new(self.library()));
        screen.app.follow(shelf, Vec::new(), Instant::now());
        self.hear(screen);
    }

    /// Somebody's screen, at ten o'clock on 1 September 2021.
    pub fn screen(&self, who: &str, language: Language) -> Screen {
        self.sized(who, language, (140, 40))
    }

    pub fn sized(&self, who: &str, language: Language, size: (u16, u16)) -> Screen {
        let shelf = Arc::new(Shelf::new(self.library()));
        let mut screen = Screen::new(shelf, language, Form::Visual, size);
        let keeper = Keeper::new(self.0.path(), who, Means::Hand).with_state(None);
        screen.app.keep_with(keeper);
        self.at(&mut screen, 0);
        self.hear(&mut screen);
        screen
    }

    /// It is so many seconds after ten o'clock.
    pub fn at(&self, screen: &mut Screen, seconds: i64) {
        let ten = Moment::parse("2021-09-01T10:00:00Z").unwrap().timestamp();
        let now = ten + jiff::SignedDuration::from_secs(seconds);
        screen.app.at(Moment::from(now));
        screen.draw();
    }

    /// A screen hears what has happened in the call.
    pub fn hear(&self, screen: &mut Screen) {
        screen.app.hear_call(live::hear(self.0.path()));
        screen.draw();
    }
}

/// The bar of the call.
pub fn bar(screen: &Screen) -> String {
    screen.text().swap_remove(0)
}

/// A call that has begun, and the screen of who leads it.
pub fn begun() -> (Shared, Screen) {
    let shared = Shared::new();
    let mut hind = shared.screen("hind", Language::English);
    hind.keys("c c");
    (shared, hind)
}
