mod beforehand;
mod closing;
mod ids;
mod standing;

use std::fs;

use super::*;
use crate::library::edit::{Edit, FieldPath};
use crate::library::keep::Change;
use crate::library::{Library, live};
use crate::report::{Kind, Meeting, Record};

const REGISTRY: &str = "\
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
  - {id: KWT, name: {ar: الكويت, en: Kuwait}}
people:
  - {id: benhajji, name: {ar: محمد بن حجي, en: Mohamed Ben Hajji}}
bodies:
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
  - {id: arab, kind: group, name: {ar: المجموعة العربية, en: Arab group}}
";

const REPORT: &str = "\
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"27\"
    number: [\"27\"]
    title: {ar: المباني, en: Premises}
    position:
      stance: support
      status: draft
      text: {ar: يؤيد الفريق المشروع., en: The group supports it.}
  - id: \"28\"
    number: [\"28\"]
    title: {ar: الموازنة, en: Budget}
    position:
      stance: support
      status: draft
      text: {ar: يؤيد الفريق الموازنة., en: The group supports the budget.}
";

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.put("registry.yaml", REGISTRY);
        place.put("x.yaml", REPORT);
        place
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn live(&self, who: &str) -> Live {
        let keeper = Keeper::new(self.0.path(), who, Means::Hand).with_state(None);
        Live::by(Arc::new(keeper))
    }

    fn read(&self) -> State {
        live::read(self.0.path())
    }

    fn library(&self) -> Library {
        Library::open(self.0.path())
    }
}

/// So many seconds after nine o'clock on 1 September 2021, in UTC.
fn at(seconds: i64) -> Moment {
    let nine = Moment::parse("2021-09-01T09:00:00Z").unwrap().timestamp();
    Moment::from(nine + jiff::SignedDuration::from_secs(seconds))
}

fn begin(live: &Live) -> State {
    let begun = live.change(|call| {
        *call = Some(Call::begin("x", "hind", at(0)));
        Ok(())
    });
    begun.unwrap()
}

#[test]
fn what_is_written_is_read_and_two_who_change_it_both_count() {
    let place = Place::new();
    assert_eq!(place.read(), State::None);
    let (hind, omar) = (place.live("hind"), place.live("omar"));
    begin(&hind);
    let change = |live: &Live, who: &str| {
        let changed = live.change(|call| {
            call.as_mut().unwrap().ask(who, at(10));
            Ok(())
        });
        changed.unwrap()
    };
    change(&hind, "TUN");
    let last = change(&omar, "EGY");
    assert_eq!(place.read(), last);
    let waiting: Vec<String> = last
        .call()
        .unwrap()
        .waiting
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(waiting, ["TUN", "EGY"]);
    let text = fs::read_to_string(place.0.path().join("live.yaml")).unwrap();
    assert!(text.starts_with("# A call in progress"));
    // What somebody refuses to do is not done.
    let refused = hind.change(|_| Err(words::NO_ITEM.into()));
    assert_eq!(refused, Err(words::NO_ITEM.into()));
    assert_eq!(place.read(), last);
    assert_eq!(hind.throw_away(), Ok(State::None));
    assert_eq!(place.read(), State::None);
    assert_eq!(omar.throw_away(), Ok(State::None));
}

#[test]
fn a_file_that_is_cut_or_nonsense_is_a_state_of_its_own() {
    let place = Place::new();
    let live = place.live("hind");
    begin(&live);
    let path = place.0.path().join("live.yaml");
    let whole = fs::read(&path).unwrap();
    for end in 0..whole.len() {
        fs::write(&path, &whole[..end]).unwrap();
        // A shorter one may be a call as well; none of them does harm.
        let _ = place.read();
    }
    let wrong = State::Wrong(words::NOT_A_CALL.into());
    for bytes in [&b""[..], b"\xff\xfe", b"[1, 2", b"report: x\n", b"- a\n"] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(place.read(), wrong, "{bytes:?}");
        assert_eq!(live.change(|_| Ok(())), Err(words::NOT_A_CALL.into()));
    }
    assert!(!wrong.is_left_behind(at(0)));
    assert_eq!(live.throw_away(), Ok(State::None));
    fs::create_dir(&path).unwrap();
    assert_eq!(place.read(), wrong);
    assert!(live.throw_away().is_err());
}

#[test]
fn a_call_of_hours_ago_or_of_hours_ahead_was_left_behind() {
    let place = Place::new();
    let state = begin(&place.live("hind"));
    for (now, left) in [
        (0, false),
        (4 * 3600 - 1, false),
        (4 * 3600, true),
        (-60, false),
        (-4 * 3600, true),
    ] {
        assert_eq!(state.is_left_behind(at(now)), left, "{now}");
    }
}

#[test]
fn who_may_only_read_is_told_so() {
    let place = Place::new();
    let keeper = Keeper::new(place.0.path(), "hind", Means::Hand).read_only(true);
    let live = Live::by(Arc::new(keeper));
    let refused = live.change(|call| {
        *call = Some(Call::begin("x", "hind", at(0)));
        Ok(())
    });
    assert!(refused.is_err());
    assert_eq!(place.read(), State::None);
}
