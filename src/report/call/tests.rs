use super::*;

/// So many seconds after nine o'clock.
fn at(seconds: i64) -> Moment {
    let nine = Moment::parse("2026-11-22T09:00:00Z").unwrap();
    Moment::from(nine.timestamp() + jiff::SignedDuration::from_secs(seconds))
}

fn names(list: &Many<Ref>) -> Vec<&str> {
    list.iter().map(Ref::as_str).collect()
}

#[test]
fn an_item_taken_up_closes_the_one_before_and_times_add_up() {
    let mut call = Call::begin("c21", "sara", at(0));
    call.take_up("c21:27", at(10));
    call.plan("c21:27", 5, at(11));
    call.take_up("c21:28", at(70));
    call.take_up("c21:27", at(100));
    // It is in hand: nothing changes.
    call.take_up("c21:27", at(110));
    assert_eq!(call.elapsed(at(130)), Duration::from_secs(60 + 30));
    assert_eq!(call.spent(&"c21:28".into()), Duration::from_secs(30));
    // What was planned for the first time does not hold for the second.
    assert_eq!(call.in_hand.as_ref().unwrap().planned, None);
    call.close(at(160));
    assert_eq!(call.spent(&"c21:27".into()), Duration::from_secs(120));
    assert_eq!(call.elapsed(at(200)), Duration::ZERO);
    let items: Vec<&str> = call.items().into_iter().map(Ref::as_str).collect();
    assert_eq!(items, ["c21:27", "c21:28"]);
}

/// Ten minutes were planned, nine were taken; then five more: the clock says what is left of these.
#[test]
fn what_is_planned_for_another_turn_is_held_against_that_turn() {
    let mut call = Call::begin("c21", "sara", at(0));
    call.plan("c21:27", 10, at(0));
    call.take_up("c21:27", at(0));
    assert_eq!(call.against_plan(at(540)), Duration::from_secs(540));
    call.take_up("c21:28", at(540));
    call.take_up("c21:27", at(600));
    // Nothing is planned for it now: what it has taken in all.
    assert_eq!(call.against_plan(at(601)), Duration::from_secs(541));
    call.plan("c21:27", 5, at(601));
    assert_eq!(call.against_plan(at(660)), Duration::from_secs(60));
    assert_eq!(call.elapsed(at(660)), Duration::from_secs(600));
}

#[test]
fn time_is_planned_before_an_item_is_taken_up() {
    let mut call = Call::begin("c21", "sara", at(0));
    call.plan("c21:27", 10, at(1));
    call.plan("c21:28", 5, at(1));
    call.plan("c21:28", 0, at(2));
    call.plan("c21:27", 15, at(3));
    call.take_up("c21:27", at(4));
    assert_eq!(call.in_hand.as_ref().unwrap().planned, Some(15));
    assert_eq!(call.planned, []);
    call.take_up("c21:28", at(5));
    assert_eq!(call.in_hand.as_ref().unwrap().planned, None);
    call.chair(Some("benhajji"), at(6));
    assert_eq!(call.chair.as_ref().map(Ref::as_str), Some("benhajji"));
    call.chair(None, at(7));
    assert_eq!(call.chair, None);
}

#[test]
fn the_list_of_speakers_keeps_its_order_and_names_each_once() {
    let mut call = Call::begin("c21", "sara", at(0));
    call.take_up("c21:27", at(0));
    for who in ["TUN", "EGY", "TUN", "KWT"] {
        call.ask(who, at(1));
    }
    assert_eq!(names(&call.waiting), ["TUN", "EGY", "KWT"]);
    call.move_speaker("KWT", 0, at(2));
    call.move_speaker("TUN", 9, at(2));
    assert_eq!(names(&call.waiting), ["KWT", "EGY", "TUN"]);
    call.next_speaker(at(10));
    call.give_floor("TUN", at(40));
    assert_eq!(call.floor.as_ref().unwrap().who.as_str(), "TUN");
    assert_eq!(names(&call.waiting), ["EGY"]);
    call.withdraw("EGY", at(41));
    call.next_speaker(at(60));
    assert_eq!(call.floor, None);
    let speeches: Vec<(&str, &str, u64)> = call
        .speeches
        .iter()
        .map(|one| {
            let item = one.item.as_ref().map_or("", Ref::as_str);
            (one.who.as_str(), item, one.to.since(one.from).as_secs())
        })
        .collect();
    assert_eq!(speeches, [("KWT", "c21:27", 30), ("TUN", "c21:27", 20)]);
    // Who spoke was there; Egypt was taken off the list.
    assert_eq!(names(&call.present), ["KWT", "TUN"]);
}

/// Who was put on the list by mistake was not there, unless that was noted or seen otherwise; who waited
/// until the item was closed was.
#[test]
fn who_only_waited_and_was_taken_off_was_not_there() {
    let mut call = Call::begin("c21", "sara", at(0));
    call.take_up("c21:27", at(0));
    call.ask("JOR", at(1));
    assert_eq!(names(&call.present), [""; 0]);
    call.withdraw("JOR", at(2));
    call.arrive("TUN", at(3));
    call.ask("TUN", at(3));
    call.withdraw("TUN", at(4));
    call.ask("EGY", at(5));
    call.close(at(6));
    assert_eq!(names(&call.present), ["TUN", "EGY"]);
}

#[test]
fn closing_an_item_frees_the_floor_and_empties_the_list() {
    let mut call = Call::begin("c21", "sara", at(0));
    call.take_up("c21:27", at(0));
    call.ask("TUN", at(1));
    call.ask("EGY", at(1));
    call.next_speaker(at(2));
    call.take_up("c21:28", at(32));
    assert_eq!(call.floor, None);
    assert!(call.waiting.is_empty());
    assert_eq!(call.speeches.len(), 1);
    // The speech belongs to the item that was in hand while it was held.
    assert_eq!(call.speeches[0].item, Some("c21:27".into()));
}

#[test]
fn what_is_written_is_read_again_and_says_only_what_is_so() {
    let mut call = Call::begin("c21", "سارة", at(0));
    assert_eq!(
        serde_yaml::to_string(&call).unwrap(),
        "report: c21\nbegan: 2026-11-22T09:00:00Z\nchanged: 2026-11-22T09:00:00Z\nby: سارة\n"
    );
    call.take_up("c21:27", at(5));
    call.plan("c21:27", 10, at(5));
    call.ask("TUN", at(6));
    call.next_speaker(at(7));
    call.ask("EGY", at(8));
    call.take_up("c21:28", at(60));
    let text = serde_yaml::to_string(&call).unwrap();
    assert_eq!(serde_yaml::from_str::<Call>(&text).unwrap(), call);
}

/// Versions before noted items by their ids alone.
#[test]
fn what_a_version_before_has_noted_is_read() {
    let text = "report: c21\nbegan: 2026-11-22T09:00:00Z\nchanged: 2026-11-22T09:10:00Z\nby: sara\n\
                confirmed:\n- c21:28\n- {item: c21:30, by: omar, at: 2026-11-22T09:05:00Z}\n\
                put_off: [c21:29]\n";
    let call = serde_yaml::from_str::<Call>(text).unwrap();
    let read = |noted: &[Noted]| -> Vec<(String, String)> {
        let noted = noted.iter();
        noted
            .map(|one| (one.item.to_string(), one.by.clone()))
            .collect()
    };
    let [early, put_off] = ["c21:28", "c21:29"].map(|item| (item.to_owned(), String::new()));
    let known = ("c21:30".to_owned(), "omar".to_owned());
    assert_eq!(read(&call.confirmed), [early, known]);
    assert_eq!(read(&call.put_off), [put_off]);
    assert_eq!(call.confirmed[1].at, at(300));
    let again = serde_yaml::to_string(&call).unwrap();
    assert_eq!(serde_yaml::from_str::<Call>(&again).unwrap(), call);
}

#[test]
fn clocks_that_disagree_give_no_negative_times() {
    let mut call = Call::begin("c21", "sara", at(100));
    call.take_up("c21:27", at(100));
    // Another machine, whose clock is a minute behind, closes the item.
    assert_eq!(call.elapsed(at(40)), Duration::ZERO);
    call.close(at(40));
    assert_eq!(call.spent(&"c21:27".into()), Duration::ZERO);
    assert!(call.taken.iter().all(|one| one.from <= one.to));
}

#[test]
fn a_call_that_nobody_touched_for_hours_was_left_behind() {
    let mut call = Call::begin("c21", "sara", at(0));
    assert!(!call.is_forgotten(at(4 * 3600 - 1)));
    assert!(call.is_forgotten(at(4 * 3600)));
    call.ask("TUN", at(3600));
    assert!(!call.is_forgotten(at(4 * 3600)));
}
