//! Files that were cut short, changed, forged and written twice.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use proptest::prelude::*;

use super::format::{HEADER, Section, Table, header, table};
use super::{Array, Home, Mapped, Refused, Writer, private};

const VERSION: u64 = 7;

/// A small cache in a folder of its own.
fn small() -> (tempfile::TempDir, PathBuf) {
    let folder = private::folder();
    let path = folder.path().join("small");
    let mut writer = Writer::create(&path, VERSION).unwrap();
    writer.section("numbers", &[1_u32, 2, 3]);
    writer.section::<u64>("nothing", &[]);
    writer.joined("letters", [b"abc".as_slice(), b"", b"de"]);
    writer.section("many", &[u16::MAX; 100]);
    writer.finish().unwrap();
    (folder, path)
}

/// The same, as bytes.
fn bytes() -> Vec<u8> {
    let (_folder, path) = small();
    fs::read(path).unwrap()
}

/// Where the table of a file begins.
fn table_start(file: &[u8]) -> usize {
    u64::from_le_bytes(file[24..32].try_into().unwrap()) as usize
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

#[test]
fn what_was_written_is_read() {
    let (folder, path) = small();
    let file = Mapped::open(&path, VERSION).unwrap();
    let numbers: Array<u32> = file.array("numbers").unwrap();
    assert_eq!(*numbers, [1, 2, 3]);
    assert_eq!(numbers.bytes(), 12);
    assert_eq!(file.array::<u64>("nothing").as_deref(), Some(&[][..]));
    assert_eq!(file.array::<u8>("letters").as_deref(), Some(&b"abcde"[..]));
    assert_eq!(file.bytes("letters"), Some(&b"abcde"[..]));
    assert_eq!(file.bytes("numbers").map(<[u8]>::len), Some(12));
    // Other names and other widths are none.
    assert!(file.array::<u32>("number").is_none());
    assert!(file.array::<u16>("numbers").is_none());
    assert!(file.bytes("").is_none());
    // Nothing but the file is left in the folder.
    assert_eq!(names(folder.path()), ["small", "small.seal"]);
    // The numbers stay when the file is closed and taken away.
    drop(file);
    fs::remove_file(path).unwrap();
    let copy = numbers.clone();
    drop(numbers);
    assert_eq!(copy, Array::from(vec![1_u32, 2, 3]));
}

#[test]
fn a_cache_without_sections_is_one() {
    let folder = private::folder();
    let path = folder.path().join("empty");
    let length = Writer::create(&path, VERSION).unwrap().finish().unwrap();
    assert_eq!(length, HEADER as u64);
    let file = Mapped::open(&path, VERSION).unwrap();
    assert!(file.bytes("x").is_none());
}

#[test]
fn another_version_is_refused() {
    let (_folder, path) = small();
    let refused = Mapped::open(&path, VERSION + 1).unwrap_err();
    assert!(matches!(refused, Refused::Version(VERSION)), "{refused}");
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = private::folder();
    for path in [folder.path().join("none"), folder.path().join("a/b")] {
        let refused = Mapped::open(&path, VERSION).unwrap_err();
        assert!(matches!(refused, Refused::Unreadable(_)), "{refused}");
    }
    let refused = Mapped::open(folder.path(), VERSION).unwrap_err();
    assert!(matches!(refused, Refused::NotACache), "{refused}");
    let text = folder.path().join("text");
    private::put(&text, "a: b\n".repeat(40).as_bytes());
    let refused = Mapped::open(&text, VERSION).unwrap_err();
    assert!(matches!(refused, Refused::NotACache), "{refused}");
    // A pipe that nobody writes to is not waited for.
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        let refused = Mapped::open(&pipe, VERSION).unwrap_err();
        assert!(matches!(refused, Refused::NotACache), "{refused}");
    }
}

#[test]
fn a_file_cut_short_or_longer_is_refused_at_every_length() {
    let whole = bytes();
    assert!(Table::check(&whole, VERSION).is_ok());
    for length in 0..whole.len() {
        let refused = Table::check(&whole[..length], VERSION).unwrap_err();
        assert!(matches!(refused, Refused::CutShort), "{length}: {refused}");
    }
    let longer = [whole.as_slice(), b"\0"].concat();
    let refused = Table::check(&longer, VERSION).unwrap_err();
    assert!(matches!(refused, Refused::CutShort), "{refused}");
    // The same with the file itself, at the places that matter.
    let (_folder, path) = small();
    for length in [0, 1, 63, 64, 65, table_start(&whole), whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        let refused = Mapped::open(&path, VERSION).unwrap_err();
        assert!(matches!(refused, Refused::CutShort), "{length}: {refused}");
    }
}

#[test]
fn every_byte_that_flips_is_noticed() {
    let whole = bytes();
    let start = table_start(&whole);
    let table = Table::check(&whole, VERSION).unwrap();
    let sections: Vec<Section> = table.sections(&whole).collect();
    let folder = private::folder();
    let path = folder.path().join("flipped");
    for at in 0..whole.len() {
        for flip in [1, 0x80] {
            let mut flipped = whole.clone();
            flipped[at] ^= flip;
            let checked = Table::check(&flipped, VERSION);
            if at < HEADER || at >= start {
                assert!(checked.is_err(), "{at} {flip}");
                continue;
            }
            // In a section, or, between two, harmless.
            assert!(checked.is_ok(), "{at} {flip}");
            // The clock of the file system may not have gone on since the last one was sealed.
            let _ = fs::remove_file(folder.path().join("flipped.seal"));
            private::put(&path, &flipped);
            let in_section = sections
                .iter()
                .any(|section| section.range().unwrap().contains(&at));
            match Mapped::open(&path, VERSION) {
                Ok(_) => assert!(!in_section, "{at} {flip}"),
                Err(refused) => {
                    assert!(in_section, "{at} {flip}");
                    assert!(matches!(refused, Refused::Damaged), "{refused}");
                }
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_byte_that_flips_in_the_file_itself_is_noticed_also_with_its_time_set_back() {
    let (_folder, path) = small();
    assert!(Mapped::open(&path, VERSION).is_ok());
    let before = fs::metadata(&path).unwrap();
    let changed = |known: &fs::Metadata| {
        use std::os::unix::fs::MetadataExt;
        (known.ctime(), known.ctime_nsec())
    };
    // Until the clock of the file system has gone on.
    while changed(&fs::metadata(&path).unwrap()) == changed(&before) {
        let file = fs::File::options().write(true).open(&path).unwrap();
        std::os::unix::fs::FileExt::write_all_at(&file, &[9], HEADER as u64).unwrap();
        file.set_modified(before.modified().unwrap()).unwrap();
    }
    let refused = Mapped::open(&path, VERSION).unwrap_err();
    assert!(matches!(refused, Refused::Damaged), "{refused}");
}

#[cfg(unix)]
#[test]
fn a_file_that_others_may_change_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = small();
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    for (of_folder, of_file, is_refused) in [
        (0o700, 0o600, false),
        (0o755, 0o644, false),
        (0o770, 0o600, true),
        (0o702, 0o600, true),
        (0o1777, 0o600, true),
        (0o700, 0o620, true),
        (0o700, 0o602, true),
        (0o700, 0o600, false),
    ] {
        set(folder.path(), of_folder);
        set(&path, of_file);
        let opened = Mapped::open(&path, VERSION);
        assert_eq!(opened.is_err(), is_refused, "{of_folder:o} {of_file:o}");
        assert!(opened.is_ok() || matches!(opened, Err(Refused::NotOurs)));
    }
}

#[test]
fn without_its_seal_a_file_is_compared_and_sealed_again() {
    let (folder, path) = small();
    let seal = folder.path().join("small.seal");
    let whole = fs::read_to_string(&seal).unwrap();
    for wrong in ["", "1 2 3 4.000000005\n"] {
        fs::write(&seal, wrong).unwrap();
        assert!(Mapped::open(&path, VERSION).is_ok());
        assert_eq!(fs::read_to_string(&seal).unwrap(), whole);
    }
    fs::remove_file(&seal).unwrap();
    assert!(Mapped::open(&path, VERSION).is_ok());
    assert_eq!(fs::read_to_string(&seal).unwrap(), whole);
    // Another file in its place is another file, though it reads the same.
    let copy = folder.path().join("copy");
    fs::copy(&path, &copy).unwrap();
    fs::rename(&copy, &path).unwrap();
    assert!(Mapped::open(&path, VERSION).is_ok());
    assert_ne!(fs::read_to_string(&seal).unwrap(), whole);
}

/// A file of 256 bytes of sections with the right checksums, whatever its table says.
fn forged(sections: &[Section], names: &[u8]) -> Vec<u8> {
    let mut file = vec![0; HEADER + 256];
    let mut table = table(sections, names).unwrap();
    let start = file.len() as u64;
    let header = header(VERSION, start, sections.len(), names.len(), &table);
    file[..HEADER].copy_from_slice(&header);
    file.append(&mut table);
    file
}

const fn section(start: u64, length: u64, name: u32, name_length: u16, width: u16) -> Section {
    Section {
        start,
        length,
        checksum: 0,
        name,
        name_length,
        width,
    }
}

#[test]
fn a_table_that_makes_no_sense_is_refused_though_its_checksum_is_right() {
    let good = [section(64, 64, 0, 1, 4), section(128, 8, 1, 1, 8)];
    assert!(Table::check(&forged(&good, b"ab"), VERSION).is_ok());
    for (wrong, why) in [
        (section(72, 8, 1, 1, 8), "not aligned"),
        (section(64, 8, 1, 1, 8), "over the one before"),
        (section(0, 8, 1, 1, 8), "over the header"),
        (section(128, 256, 1, 1, 8), "into the table"),
        (section(128, u64::MAX - 7, 1, 1, 8), "beyond all numbers"),
        (section(u64::MAX - 63, 64, 1, 1, 8), "beyond the end"),
        (section(128, 9, 1, 1, 8), "half a number"),
        (section(128, 9, 1, 1, 3), "of no width that there is"),
        (section(128, 8, 1, 1, 0), "of no width"),
        (section(128, 8, 1, 2, 8), "a name beyond the names"),
        (section(128, 8, u32::MAX, 1, 8), "a name far beyond"),
    ] {
        let refused = Table::check(&forged(&[good[0], wrong], b"ab"), VERSION).unwrap_err();
        assert!(matches!(refused, Refused::Nonsense), "{why}: {refused}");
    }
    // Two of the same name: the order of names is made by hand, since the writer refuses to.
    let mut file = forged(&good, b"ab");
    let end = file.len();
    file[end - 1] = b'a';
    let start = HEADER + 256;
    let header = header(VERSION, start as u64, 2, 2, &file[start..]);
    file[..HEADER].copy_from_slice(&header);
    let refused = Table::check(&file, VERSION).unwrap_err();
    assert!(matches!(refused, Refused::Nonsense), "{refused}");
}

#[test]
fn two_sections_of_one_name_are_not_written() {
    let folder = private::folder();
    let path = folder.path().join("twice");
    let mut writer = Writer::create(&path, VERSION).unwrap();
    writer.section("a", &[1_u8]);
    writer.section("a", &[2_u8]);
    assert!(writer.finish().is_err());
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_writer_that_does_not_finish_leaves_the_old_file() {
    let (folder, path) = small();
    let before = fs::read(&path).unwrap();
    let mut writer = Writer::create(&path, VERSION).unwrap();
    writer.section("numbers", &vec![9_u8; 1 << 20]);
    drop(writer);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(names(folder.path()), ["small", "small.seal"]);
}

#[test]
fn a_file_that_is_being_written_stays_and_one_that_was_left_is_cleared_away() {
    let folder = private::folder();
    let home = Home::at(folder.path().join("majlis"));
    home.prepare().unwrap();
    let inside = home.folder().unwrap();
    let mut writer = Writer::create(&inside.join("whole"), VERSION).unwrap();
    writer.section("numbers", &vec![9_u8; 1 << 20]);
    // What a program leaves that was ended in the midst of it.
    fs::write(inside.join(".unfinished-left"), "12345").unwrap();
    home.prepare().unwrap();
    let left = names(inside);
    assert_eq!(left.len(), 1);
    assert!(left[0].starts_with(".unfinished-") && left[0] != ".unfinished-left");
    writer.finish().unwrap();
    home.prepare().unwrap();
    assert_eq!(names(inside), ["whole", "whole.seal"]);
}

#[test]
fn several_writers_and_readers_at_once_each_have_a_whole_file() {
    let folder = private::folder();
    let path = folder.path().join("shared");
    let write = |number: u32| {
        let mut writer = Writer::create(&path, VERSION).unwrap();
        writer.section("own", &vec![number; 50_000]);
        writer.section("again", &[number; 10]);
        writer.finish().unwrap();
    };
    write(0);
    thread::scope(|scope| {
        for writer in 1..=3 {
            scope.spawn(move || (0..8).for_each(|round| write(writer * 100 + round)));
        }
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..60 {
                    let file = Mapped::open(&path, VERSION).unwrap();
                    let own: Array<u32> = file.array("own").unwrap();
                    let again: Array<u32> = file.array("again").unwrap();
                    assert_eq!(own.len(), 50_000);
                    assert!(own.iter().chain(&again).all(|&number| number == own[0]));
                }
            });
        }
    });
    assert_eq!(names(folder.path()), ["shared", "shared.seal"]);
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn whatever_the_sections_are_they_come_back(
        sections in prop::collection::btree_map(".{0,12}", prop::collection::vec(any::<u64>(), 0..40), 0..20)
    ) {
        let folder = private::folder();
        let path = folder.path().join("any");
        let mut writer = Writer::create(&path, VERSION).unwrap();
        for (name, rows) in &sections {
            writer.section(name, rows);
        }
        writer.finish().unwrap();
        let file = Mapped::open(&path, VERSION).unwrap();
        for (name, rows) in &sections {
            let array: Array<u64> = file.array(name).unwrap();
            prop_assert_eq!(&*array, rows.as_slice());
        }
    }

    #[test]
    fn a_forged_table_never_leads_out_of_the_file(
        sections in prop::collection::vec(
            (any::<u64>(), any::<u64>(), any::<u32>(), any::<u16>(), 0..10_u16)
                .prop_map(|(start, length, name, name_length, width)| {
                    section(start % 700, length % 300, name % 12, name_length % 8, width)
                }),
            0..6,
        ),
        names in prop::collection::vec(any::<u8>(), 0..12),
    ) {
        // Names that repeat are refused when written.
        if table(&sections, &names).is_ok() {
            let file = forged(&sections, &names);
            if let Ok(table) = Table::check(&file, VERSION) {
                for section in table.sections(&file) {
                    prop_assert!(file.get(section.range().unwrap()).is_some());
                }
            }
        }
    }

    #[test]
    fn bytes_that_were_never_a_cache_are_refused(file in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Table::check(&file, VERSION).is_err());
    }
}
