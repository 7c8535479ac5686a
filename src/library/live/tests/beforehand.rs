//! The record of a call in a meeting that was made before it: who was there.

use super::*;

const BEFOREHAND: &str = "\
meetings:
  - id: meet/third
    title: {en: Third}
    date: 2021-09-01
    attendance: {count: 30, countries: [TUN], bodies: eg} # as announced
";

/// Who is there at the end of a call in which Egypt was noted, with what was written into the meeting
/// meanwhile.
fn attendance(report: &str, written: &[Edit], noted: &[&str]) -> (String, Place) {
    let place = Place::new();
    let live = place.live("hind");
    place.put("x.yaml", report);
    let began = Moment::now();
    let begun = live.change(|call| {
        let mut new = Call::begin("x", "hind", began);
        new.take_up("x:27", began);
        noted.iter().for_each(|who| new.arrive(who, began));
        *call = Some(new);
        Ok(())
    });
    assert!(begun.is_ok());
    for edit in written {
        let change = Change {
            file: "x.yaml".to_owned(),
            record: "x:meet/third".to_owned(),
            edits: vec![edit.clone()],
            seen: Vec::new(),
        };
        live.keeper().change(&change).unwrap();
    }
    let home = Home::Meeting("x:meet/third".into());
    record::close(&live, &place.library(), &home, began).unwrap();
    let library = place.library();
    assert_eq!(library.problems(), []);
    let Some(Record::Meeting(meeting)) = library.record(library.with_id("x:meet/third").unwrap())
    else {
        panic!("no meeting");
    };
    let there = meeting.attendance.as_ref().unwrap();
    let words = |list: &crate::report::Many<crate::report::Ref>| -> String {
        let words: Vec<&str> = list.iter().map(|one| one.as_str()).collect();
        words.join(" ")
    };
    let told = format!(
        "{:?} {:?} [{}] [{}]",
        there.count,
        there.qualifier,
        words(&there.countries),
        words(&there.bodies)
    );
    (told, place)
}

fn third() -> FieldPath {
    let meetings = FieldPath::root().key("meetings");
    meetings.id("meet/third").key("attendance")
}

fn set(at: FieldPath, value: &str) -> Edit {
    let value = serde_yaml::from_str(value).unwrap();
    Edit::Set { at, value }
}

/// A call cannot hold a number of people: what is written of it into the meeting stays. Names that were
/// only expected go where somebody was noted; those that were written since the call began stay.
#[test]
fn what_is_written_into_the_meeting_during_the_call_is_joined_to_who_was_noted() {
    let report = format!("{REPORT}{BEFOREHAND}");
    let (told, place) = attendance(&report, &[], &["EGY"]);
    assert_eq!(told, "Some(30) None [EGY] []");
    let text = fs::read_to_string(place.0.path().join("x.yaml")).unwrap();
    assert!(
        text.contains("{count: 30, countries: [EGY]} # as announced"),
        "{text}"
    );
    // Nobody was noted: all is as it was written.
    let (told, _) = attendance(&report, &[], &[]);
    assert_eq!(told, "Some(30) None [TUN] [eg]");
    // Each list and number by itself, one name, or all at once.
    let each = [
        set(third().key("count"), "42"),
        set(third().key("qualifier"), "about"),
        set(third().key("bodies"), "[arab, eg]"),
    ];
    let (told, _) = attendance(&report, &each, &["EGY"]);
    assert_eq!(told, "Some(42) Some(About) [EGY] [arab]");
    let one = Edit::Insert {
        list: third().key("countries"),
        before: None,
        value: "KWT".into(),
    };
    let (told, _) = attendance(&report, &[one], &["EGY"]);
    assert_eq!(told, "Some(30) None [EGY KWT] []");
    let all = set(third(), "{count: 12, countries: [TUN, EGY, KWT]}");
    let (told, _) = attendance(&report, &[all], &["EGY"]);
    assert_eq!(told, "Some(12) None [EGY KWT] []");
}

/// A meeting that was made in the call tells of those who are there.
#[test]
fn what_a_meeting_made_in_the_call_says_of_who_is_there_stays() {
    let made = Edit::Insert {
        list: FieldPath::root().key("meetings"),
        before: None,
        value: serde_yaml::from_str(
            "{id: meet/third, title: {en: Third}, date: 2021-09-01, attendance: {countries: [TUN, EGY], bodies: [eg]}}",
        )
        .unwrap(),
    };
    let (told, _) = attendance(REPORT, &[made], &["EGY"]);
    assert_eq!(told, "None None [EGY TUN] [eg]");
}
