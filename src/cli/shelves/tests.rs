use std::path::Path;
use std::sync::mpsc;

use super::*;
use crate::cache::Home;
use crate::library::Library;

/// Longer than anything takes here.
const LONG: Duration = Duration::from_secs(60);

/// A folder with a registry and so many reports of so many items, each of some hundred bytes.
fn folder(reports: usize, items: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: String, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    let registry = "bodies:\n  - {id: x, name: {en: Council}, kind: conference}\n";
    put("registry.yaml".to_owned(), registry.to_owned());
    for report in 0..reports {
        let mut text =
            format!("report: {{id: r{report}, kind: group-report, title: {{en: R}}}}\nitems:\n");
        for item in 0..items {
            text += &format!(
                "  - {{id: \"{item}\", number: [\"{item}\"], title: {{en: \"{}\"}}}}\n",
                "A lamp in the lighthouse. ".repeat(20)
            );
        }
        put(format!("r{report}.yaml"), text);
    }
    folder
}

/// All states until the whole is there, the first one before anything else.
fn states(folder: &Path) -> Vec<(Arc<Shelf>, Option<Progress>)> {
    let shelves = Shelves::open(Some(folder.to_owned()), &Home::none(), None);
    let mut states = vec![shelves.first()];
    let (sender, told) = mpsc::channel();
    shelves.tell(move || _ = sender.send(()));
    while states
        .last()
        .is_some_and(|(_, progress)| progress.is_some())
    {
        told.recv_timeout(LONG).unwrap();
        if let Some(news) = shelves.news() {
            let before = states.last().map(|(shelf, _)| Arc::clone(shelf));
            states.push((news.shelf.or(before).unwrap_or_default(), news.progress));
        }
    }
    assert!(shelves.news().is_none());
    states
}

#[test]
fn a_small_library_is_there_at_once() {
    let folder = folder(3, 5);
    let states = states(folder.path());
    assert_eq!(states.len(), 1);
    assert_eq!(states[0].0.library.len(), 1 + 3 * 6);
    let built_in = Shelves::open(None, &Home::none(), None).first();
    assert_eq!(built_in.0.library.len(), Library::built_in().len());
    assert_eq!(built_in.1, None);
}

#[test]
fn the_first_frame_of_a_large_one_waits_for_nothing() {
    let inbox: Arc<Inbox> = Arc::default();
    inbox.put(|letter| letter.large = true);
    let (shelf, progress) = Shelves { inbox }.first();
    assert_eq!(
        (shelf.library.len(), progress),
        (0, Some(Progress::default()))
    );
}

#[test]
fn a_large_one_grows_at_its_end_and_comes_to_the_same() {
    let folder = folder(40, 150);
    let states = states(folder.path());
    for progress in states.iter().filter_map(|(_, progress)| *progress) {
        assert_eq!(progress.of_files, 41);
        assert!(progress.files <= 41 && progress.bytes <= progress.of_bytes);
        assert!(progress.of_bytes > 3_000_000);
    }
    for pair in states.windows(2) {
        let (before, after) = (&pair[0].0.library, &pair[1].0.library);
        assert!(before.len() <= after.len());
        let (one, other) = (pair[0].1, pair[1].1.unwrap_or_default());
        let one = one.unwrap();
        assert!(pair[1].1.is_none() || one.bytes <= other.bytes && one.files <= other.files);
        // What was there keeps its place among its kind.
        let items = |library: &Library| -> Vec<String> {
            let items = library.of_kind(crate::report::Kind::Item).iter();
            items.map(|key| library.id(*key).to_owned()).collect()
        };
        assert!(items(after).starts_with(&items(before)));
    }
    let whole = &states.last().unwrap().0.library;
    let there = Library::open(folder.path());
    assert_eq!(whole.len(), 1 + 40 * 151);
    let ids = |library: &Library| -> Vec<String> {
        library
            .keys()
            .map(|key| library.id(key).to_owned())
            .collect()
    };
    assert_eq!(ids(whole), ids(&there));
    assert_eq!(whole.problems(), there.problems());
}

#[test]
fn what_is_wrong_with_the_files_is_among_the_problems() {
    let folder = folder(2, 2);
    std::fs::write(folder.path().join("broken.yaml"), "report: [").unwrap();
    std::fs::remove_file(folder.path().join("registry.yaml")).unwrap();
    let states = states(folder.path());
    let there = Library::open(folder.path());
    assert_eq!(there.problems().len(), 2);
    assert_eq!(
        states.last().unwrap().0.library.problems(),
        there.problems()
    );
    // No folder at all.
    let nowhere = folder.path().join("nowhere");
    let (shelf, progress) = Shelves::open(Some(nowhere), &Home::none(), None).first();
    assert_eq!((shelf.library.problems().len(), progress), (1, None));
}

#[test]
fn an_index_of_parts_is_that_of_the_whole() {
    // The built-in reports name each other.
    let built_in = tempfile::tempdir().unwrap();
    for source in crate::library::Source::built_in() {
        let name = Path::new(&source.name).file_name().unwrap();
        std::fs::write(built_in.path().join(name), source.bytes.unwrap()).unwrap();
    }
    let lamps = folder(4, 3);
    // A second report with the id of another is not shown, and not searched.
    let second = std::fs::read_to_string(lamps.path().join("r2.yaml")).unwrap();
    std::fs::write(lamps.path().join("r9.yaml"), second).unwrap();
    for folder in [built_in.path(), lamps.path()] {
        let files = files::Files::new(crate::library::files(folder).unwrap());
        files.start();
        while !files.wait(LONG) {}
        let leaves = files.whole().into_iter().map(|(_, leaf)| leaf);
        let shelf = files::shelf(leaves.collect(), crate::library::Origin::Folder);
        let there = crate::app::finder::Finder::new(&shelf.library);
        for typed in [
            "27",
            "المجلس",
            "council",
            "lamp",
            "kind:item",
            "selim",
            "c21",
            "r2 lighthouse",
        ] {
            let query = there.read(&shelf.library, typed);
            let (one, other) = (
                shelf.finder().find(&query, 500, None),
                there.find(&query, 500, None),
            );
            assert_eq!((one.hits, one.total), (other.hits, other.total), "{typed}");
        }
    }
}

#[test]
fn a_call_that_is_on_when_the_library_is_opened_is_told() {
    let folder = folder(1, 1);
    let call = "report: r0\nbegan: 2021-09-01T10:00:00Z\nchanged: 2021-09-01T10:00:00Z\nby: hind\n";
    std::fs::write(folder.path().join("live.yaml"), call).unwrap();
    // Whichever comes first: the first frame, or what the follower finds.
    for _ in 0..20 {
        let shelves = Shelves::open(Some(folder.path().to_owned()), &Home::none(), None);
        assert_eq!(shelves.first().0.library.len(), 1 + 2);
        let (sender, told) = mpsc::channel();
        shelves.tell(move || _ = sender.send(()));
        told.recv_timeout(LONG).unwrap();
        let call = shelves.news().and_then(|news| news.call);
        assert!(call.is_some_and(|heard| heard.state.call().is_some()));
    }
}
