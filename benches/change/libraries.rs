//! The libraries that are changed: the real reports, one of very many records, a small one with one
//! of its files, and one file of a megabyte.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use majlis::app::Shelf;
use majlis::library::Library;

/// A library in a folder of its own.
pub struct Place {
    pub name: String,
    pub folder: PathBuf,
    /// An item with a position.
    pub item: String,
    /// The file that it stands in.
    pub file: String,
}

impl Place {
    /// The five real reports.
    pub fn real(base: &Path) -> Self {
        let folder = emptied(base, "real");
        for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/data")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "yaml") {
                fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
            }
        }
        Self {
            name: "the five real reports".to_owned(),
            folder,
            item: "c21:27".to_owned(),
            file: "c21.yaml".to_owned(),
        }
    }

    /// Reports of a thousand records each, as `make_library` writes them.
    pub fn large(base: &Path, records: usize) -> Self {
        let folder = emptied(base, "large");
        let cargo = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--release", "--example", "make_library"])
            .args(["--", "--records", &records.to_string(), "--seed", "5"])
            .arg(&folder)
            .stdout(Stdio::null())
            .status();
        assert!(cargo.unwrap().success());
        let library = Library::open(&folder);
        let position = library.keys().find(|key| {
            let id = library.id(*key);
            id.starts_with("r1:") && id.ends_with("/position")
        });
        let item = library.id(position.unwrap()).trim_end_matches("/position");
        Self {
            name: format!("{} reports, {} records", records / 1000, library.len()),
            item: item.to_owned(),
            folder,
            file: "r1.yaml".to_owned(),
        }
    }

    /// The report of a large library that is changed there, and its registry, alone: what this takes
    /// less there is what the other reports cost.
    pub fn alone(base: &Path, large: &Self) -> Self {
        let folder = emptied(base, "alone");
        for name in [large.file.as_str(), "registry.yaml"] {
            fs::copy(large.folder.join(name), folder.join(name)).unwrap();
        }
        let size = fs::metadata(folder.join(&large.file)).unwrap().len();
        Self {
            name: format!("one of these reports alone, {} KB", size / 1024),
            folder,
            item: large.item.clone(),
            file: large.file.clone(),
        }
    }

    /// One report of a megabyte.
    pub fn big(base: &Path) -> Self {
        let folder = emptied(base, "big");
        let mut text = String::from(
            "report: {id: big, kind: group-report, title: {en: A report of a megabyte}}\nitems:\n",
        );
        let wording = "تدعو المجموعة المجلس إلى النظر في الوثيقة C26/35 وإلى مواصلة العمل عليها. ";
        let mut number = 0;
        while text.len() < 1 << 20 {
            number += 1;
            writeln!(
                text,
                "  - id: \"{number}\"\n    number: [\"{number}\"]\n    title: {{ar: البند {number}, en: Item {number}}}\n    position:\n      stance: support\n      status: draft\n      text:\n        ar: |\n          {}\n        en: The group supports it.\n",
                wording.repeat(4).trim_end()
            )
            .unwrap();
        }
        fs::write(folder.join("big.yaml"), &text).unwrap();
        let registry = concat!(env!("CARGO_MANIFEST_DIR"), "/data/registry.yaml");
        fs::copy(registry, folder.join("registry.yaml")).unwrap();
        Self {
            name: format!(
                "one report of {:.1} MB",
                text.len() as f64 / f64::from(1 << 20)
            ),
            folder,
            item: "big:400".to_owned(),
            file: "big.yaml".to_owned(),
        }
    }

    /// The same library elsewhere.
    pub fn copied(&self, base: &Path) -> Self {
        let folder = emptied(base, self.folder.file_name().unwrap().to_str().unwrap());
        for entry in fs::read_dir(&self.folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
            }
        }
        Self {
            name: self.name.clone(),
            folder,
            item: self.item.clone(),
            file: self.file.clone(),
        }
    }

    pub fn shelf(&self) -> Arc<Shelf> {
        let shelf = Arc::new(Shelf::new(Library::open(&self.folder)));
        shelf.finder();
        shelf
    }

    pub fn path(&self) -> PathBuf {
        self.folder.join(&self.file)
    }
}

fn emptied(base: &Path, name: &str) -> PathBuf {
    let folder = base.join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
