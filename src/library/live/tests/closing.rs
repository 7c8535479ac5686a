//! The record that a call leaves when it ends.

use super::*;
use crate::library::keep::wish::{Desk, today};

/// Into the report, as a meeting of its own.
fn report() -> Home {
    Home::Report("x".into())
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
    let (id, done) = record::close(&live, &place.library(), &report(), minute(900)).unwrap();
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
wordings:
  - of: 27/position
    stance: support
    text: {{ar: يؤيد الفريق المشروع., en: The group supports it.}}
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
    assert!(record::close(&live, &library, &report(), minute(901)).is_err());
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
    let (id, _) = record::close(&live, &place.library(), &report(), now).unwrap();
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
/// more: whatever is chosen, there is no second record. So it is where no item was taken up.
#[test]
fn a_call_whose_record_is_in_a_meeting_gets_no_second_one() {
    let third = Home::Meeting("x:meet/third".into());
    let next = Home::Meeting("x:meet/next".into());
    for (again, with_item) in [
        (report(), true),
        (third.clone(), true),
        (next.clone(), true),
        (report(), false),
        (next, false),
    ] {
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
            if with_item {
                new.take_up("x:27", began);
            }
            *call = Some(new);
            Ok(())
        });
        assert!(begun.is_ok());
        let on = fs::read_to_string(place.0.path().join("live.yaml")).unwrap();
        let (id, done) = record::close(&live, &place.library(), &third, began).unwrap();
        assert_eq!((id.as_str(), done.is_some()), ("x:meet/third", true));
        let written = fs::read_to_string(place.0.path().join("x.yaml")).unwrap();
        // What stood in the file when the record was being written.
        place.put("live.yaml", &format!("{on}into: x:meet/third\n"));
        let (id, done) = record::close(&live, &place.library(), &again, began).unwrap();
        assert_eq!((id.as_str(), done.is_none()), ("x:meet/third", true));
        assert_eq!(place.read(), State::None);
        let after = fs::read_to_string(place.0.path().join("x.yaml")).unwrap();
        assert_eq!(after, written);
    }
}

/// One call is ended by mistake, and another begun at once with the same item.
#[test]
fn two_calls_within_a_minute_have_two_records() {
    let place = Place::new();
    let live = place.live("hind");
    for second in [5, 40] {
        let begun = live.change(|call| {
            let mut new = Call::begin("x", "hind", at(second));
            new.take_up("x:27", at(second));
            *call = Some(new);
            Ok(())
        });
        assert!(begun.is_ok());
        let (_, done) = record::close(&live, &place.library(), &report(), at(second + 10)).unwrap();
        assert!(done.is_some());
    }
    assert_eq!(place.library().of_kind(Kind::Meeting).len(), 2);
}

/// What was being written when its writer was stopped, and is not there, is written the second time.
#[test]
fn a_record_that_was_only_begun_is_written() {
    let place = Place::new();
    let live = place.live("hind");
    let begun = live.change(|call| {
        let mut new = Call::begin("x", "hind", at(0));
        new.take_up("x:27", at(0));
        new.into = Some("x:meet/third".to_owned());
        *call = Some(new);
        Ok(())
    });
    assert!(begun.is_ok());
    let (id, done) = record::close(&live, &place.library(), &report(), at(60)).unwrap();
    assert_eq!(
        (id.as_str(), done.is_some()),
        ("x:meet/call-2021-09-01-090000", true)
    );
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
    let (id, done) = record::close(&live, &place.library(), &report(), began).unwrap();
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
    let library = place.library();
    let desk = Desk::of(&library, place.0.path(), today());
    let meeting = record::meeting(&desk, &call, "x", (&[], &[]), later(95), &cairo);
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
    let (id, _) = record::close(&live, &place.library(), &report(), later(24 * 60)).unwrap();
    let library = place.library();
    let Some(Record::Meeting(meeting)) = library.record(library.with_id(&id).unwrap()) else {
        panic!("no meeting");
    };
    assert_eq!(meeting.taken_up[0].minutes, 30);
}
