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
people:
  - {id: benhajji, name: {ar: محمد بن حجي, en: Mohamed Ben Hajji}}
bodies:
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
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

/// A call, worked out by hand.
///
/// Item 27 from 9:00:00 to 9:12:20 and from 9:12:45 to 9:15:00: 14 min 35 s, so 15 minutes; item 28
/// from 9:12:20 to 9:12:45: 25 s, so 0. Tunisia, Egypt and again Tunisia speak on 27. Position 27 is
/// agreed; 28 is agreed and put back into draft, then deferred. Of two recommendations one is taken back.
#[test]
fn the_record_of_a_call_says_what_was_done_in_it() {
    let place = Place::new();
    let live = place.live("hind");
    let keeper = live.keeper();
    let status = |item: &str, status: &str| {
        let path = FieldPath::root().key("items").id(item);
        let change = Change {
            file: "x.yaml".to_owned(),
            record: format!("x:{item}/position"),
            edits: vec![Edit::Set {
                at: path.key("position").key("status"),
                value: status.into(),
            }],
            seen: Vec::new(),
        };
        keeper.change(&change).unwrap();
    };
    let insert = |record: &str, list: FieldPath, value: &str| {
        let change = Change {
            file: "x.yaml".to_owned(),
            record: record.to_owned(),
            edits: vec![Edit::Insert {
                list,
                before: None,
                value: serde_yaml::from_str(value).unwrap(),
            }],
            seen: Vec::new(),
        };
        keeper.change(&change).unwrap();
    };
    let began = Moment::now();
    let minute =
        |seconds: i64| Moment::from(began.timestamp() + jiff::SignedDuration::from_secs(seconds));
    let state = live.change(|call| {
        let mut new = Call::begin("x", "hind", began);
        new.chair = Some("benhajji".into());
        new.arrive("eg", began);
        new.plan("x:27", 10, began);
        new.take_up("x:27", minute(0));
        new.give_floor("TUN", minute(10));
        new.give_floor("EGY", minute(70));
        new.give_floor("TUN", minute(130));
        new.take_up("x:28", minute(740));
        new.take_up("x:27", minute(765));
        new.plan("x:27", 5, minute(766));
        *call = Some(new);
        Ok(())
    });
    assert!(state.is_ok());
    let recommendations = || {
        FieldPath::root()
            .key("items")
            .id("27")
            .key("recommendations")
    };
    status("27", "agreed");
    status("28", "agreed");
    status("28", "draft");
    let stance = Change {
        file: "x.yaml".to_owned(),
        record: "x:28/position".to_owned(),
        edits: vec![Edit::Set {
            at: FieldPath::root()
                .key("items")
                .id("28")
                .key("position")
                .key("stance"),
            value: "defer".into(),
        }],
        seen: Vec::new(),
    };
    keeper.change(&stance).unwrap();
    insert(
        "x:27/r1",
        recommendations(),
        "{id: 27/r1, to: eg, text: {en: Prepare a paper}}",
    );
    insert(
        "x:27/r2",
        recommendations(),
        "{id: 27/r2, to: eg, text: {en: Print it}}",
    );
    keeper.undo().unwrap();
    insert(
        "x:nom/benhajji",
        FieldPath::root().key("nominations"),
        "{id: nom/benhajji, person: benhajji, country: TUN, body: eg, role: chair, status: proposed}",
    );
    let (id, done) = record::close(&live, &place.library(), None, minute(900)).unwrap();
    assert_eq!(done.unwrap().line.record, id);
    assert_eq!(place.read(), State::None);
    let library = place.library();
    assert_eq!(library.problems(), []);
    let local = began.timestamp().strftime("meet/call-%Y-%m-%d-%H%M%S");
    assert_eq!(id, format!("x:{local}"));
    let Some(Record::Meeting(meeting)) = library.record(library.with_id(&id).unwrap()) else {
        panic!("no meeting");
    };
    let zoned = began.timestamp().to_zoned(jiff::tz::TimeZone::system());
    let day = zoned.strftime("%Y-%m-%d").to_string();
    let by_hand = format!(
        "id: {local}
title: {{ar: T, en: T}}
date: {day}
began: {}
ended: {}
chair: benhajji
attendance: {{countries: [TUN, EGY], bodies: [eg]}}
taken_up:
  - {{item: \"27\", minutes: 15, planned: 15, speakers: [TUN, EGY]}}
  - {{item: \"28\", minutes: 0}}
agreed: [27/position]
deferred: [28/position]
made: [27/r1, nom/benhajji]
",
        zoned.strftime("%H:%M"),
        minute(900)
            .timestamp()
            .to_zoned(jiff::tz::TimeZone::system())
            .strftime("%H:%M"),
    );
    let mut by_hand: Meeting = serde_yaml::from_str(&by_hand).unwrap();
    by_hand.title = meeting.title.clone();
    assert_eq!(*meeting, by_hand);
    let (ar, en) = (meeting.title.ar.as_deref(), meeting.title.en.as_deref());
    assert!(ar.unwrap().starts_with("اجتماع تنسيقي، "));
    assert!(en.unwrap().starts_with("Coordination call, "));
    assert!(record::close(&live, &library, None, minute(901)).is_err());
}

/// A call of yesterday that nobody ended: taken up at one minute past its beginning, and agreed half an
/// hour later; what was changed today is not of it.
#[test]
fn what_was_changed_after_a_call_that_was_left_behind_is_not_of_it() {
    let place = Place::new();
    let live = place.live("hind");
    let now = Moment::now();
    let began = now.timestamp() - jiff::SignedDuration::from_hours(20);
    let at = |minutes: i64| Moment::from(began + jiff::SignedDuration::from_mins(minutes));
    let begun = live.change(|call| {
        let mut new = Call::begin("x", "hind", at(0));
        new.take_up("x:27", at(1));
        *call = Some(new);
        Ok(())
    });
    assert!(begun.is_ok());
    let agree = |item: &str| {
        let path = FieldPath::root().key("items").id(item);
        let change = Change {
            file: "x.yaml".to_owned(),
            record: format!("x:{item}/position"),
            edits: vec![Edit::Set {
                at: path.key("position").key("status"),
                value: "agreed".into(),
            }],
            seen: Vec::new(),
        };
        live.keeper().change(&change).unwrap().line
    };
    let then = agree("27").when;
    // It was so long ago.
    let history = fs::read_dir(place.0.path().join("history")).unwrap();
    let mut paths = history.map(|entry| entry.unwrap().path());
    let path = paths
        .find(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let earlier = format!("{:.3}", at(31).timestamp());
    fs::write(&path, text.replace(&then, &earlier)).unwrap();
    agree("28");
    let (id, _) = record::close(&live, &place.library(), None, now).unwrap();
    let library = place.library();
    let Some(Record::Meeting(meeting)) = library.record(library.with_id(&id).unwrap()) else {
        panic!("no meeting");
    };
    let agreed: Vec<&str> = meeting.agreed.iter().map(|id| id.as_str()).collect();
    assert_eq!(agreed, ["27/position"]);
    let zone = jiff::tz::TimeZone::system();
    let ended = at(31)
        .timestamp()
        .to_zoned(zone)
        .strftime("%H:%M")
        .to_string();
    let told = meeting.ended.as_ref().map(ToString::to_string);
    assert_eq!(told, Some(ended));
    let taken: Vec<u32> = meeting.taken_up.iter().map(|one| one.minutes).collect();
    assert_eq!(taken, [30]);
}

/// One who was stopped behind writing the record into the meeting that was made for it is offered that no
/// more: whatever is chosen, there is no second record.
#[test]
fn a_call_whose_record_is_in_a_meeting_gets_no_second_one() {
    let place = Place::new();
    let live = place.live("hind");
    let began = Moment::now();
    let day = began.timestamp().to_zoned(jiff::tz::TimeZone::system());
    let day = day.strftime("%Y-%m-%d");
    place.put(
        "x.yaml",
        &format!(
            "{REPORT}meetings:\n  - {{id: meet/third, title: {{en: Third}}, date: {day}}}\n  - {{id: meet/next, title: {{en: Next}}, date: {day}}}\n"
        ),
    );
    let begun = live.change(|call| {
        let mut new = Call::begin("x", "hind", began);
        new.take_up("x:27", began);
        *call = Some(new);
        Ok(())
    });
    assert!(begun.is_ok());
    let on = fs::read_to_string(place.0.path().join("live.yaml")).unwrap();
    let of = Some("x:meet/third");
    let (id, done) = record::close(&live, &place.library(), of, began).unwrap();
    assert_eq!((id.as_str(), done.is_some()), ("x:meet/third", true));
    place.put("live.yaml", &on);
    let (id, done) = record::close(&live, &place.library(), None, began).unwrap();
    assert_eq!((id.as_str(), done.is_none()), ("x:meet/third", true));
    assert_eq!(place.read(), State::None);
    assert_eq!(place.library().of_kind(Kind::Meeting).len(), 2);
}

/// One who was stopped when the record was written closes the call once more, and by then it belongs
/// to another report.
#[test]
fn one_call_has_one_record_in_whatever_report() {
    let place = Place::new();
    let live = place.live("hind");
    let began = Moment::now();
    let local = began.timestamp().strftime("meet/call-%Y-%m-%d-%H%M%S");
    let other = format!(
        "report: {{id: y, kind: group-report, title: {{en: Y}}}}\n\
         meetings:\n  - {{id: {local}, title: {{en: Call}}}}\n"
    );
    place.put("y.yaml", &other);
    let begun = live.change(|call| {
        let mut new = Call::begin("x", "hind", began);
        new.take_up("x:27", began);
        *call = Some(new);
        Ok(())
    });
    assert!(begun.is_ok());
    let (id, done) = record::close(&live, &place.library(), None, began).unwrap();
    assert_eq!(id, format!("y:{local}"));
    assert!(done.is_none());
    assert_eq!(place.read(), State::None);
    assert_eq!(place.library().of_kind(Kind::Meeting).len(), 1);
}

#[test]
fn the_hours_are_those_of_the_clock_there_and_a_call_that_was_left_behind_ends_with_its_last_change()
 {
    let place = Place::new();
    let nine = Moment::parse("2026-11-22T09:00:00Z").unwrap();
    let later =
        |minutes: i64| Moment::from(nine.timestamp() + jiff::SignedDuration::from_mins(minutes));
    let mut call = Call::begin("x", "hind", nine);
    call.close(later(95));
    let cairo = jiff::tz::TimeZone::fixed(jiff::tz::offset(2));
    let meeting = record::meeting(&place.library(), &call, "x", &[], later(95), &cairo);
    let told = |key: &str| meeting.get(key).unwrap().as_str().unwrap().to_owned();
    assert_eq!(
        [told("date"), told("began"), told("ended")],
        ["2026-11-22", "11:00", "12:35"]
    );
    // Left behind at the item that was taken up last, and closed the next morning.
    let live = place.live("hind");
    let begun = live.change(|call| {
        let mut new = Call::begin("x", "hind", nine);
        new.take_up("x:27", later(1));
        new.arrive("EGY", later(31));
        *call = Some(new);
        Ok(())
    });
    assert!(begun.is_ok());
    let (id, _) = record::close(&live, &place.library(), None, later(24 * 60)).unwrap();
    let library = place.library();
    let Some(Record::Meeting(meeting)) = library.record(library.with_id(&id).unwrap()) else {
        panic!("no meeting");
    };
    assert_eq!(meeting.taken_up[0].minutes, 30);
}
