//! Ids that change under a call.

use super::*;

/// A record that gets another id is known by that one in the call.
#[test]
fn a_call_goes_along_with_an_id_that_is_changed() {
    let place = Place::new();
    let live = place.live("hind");
    live.change(|call| {
        let mut begun = Call::begin("x", "hind", at(0));
        begun.present.0.push("eg".into());
        *call = Some(begun);
        Ok(())
    })
    .unwrap();
    live.carry_out(&Act::Plan("x:27".into(), 5), at(1)).unwrap();
    live.carry_out(&Act::TakeUp("x:28".into()), at(2)).unwrap();
    live.carry_out(&Act::TakeUp("x:27".into()), at(3)).unwrap();
    live.carry_out(&Act::Ask("eg".into()), at(4)).unwrap();
    let rename = |file: &str, record: &str, list: &str, now: &str| {
        let local = record.split_once(':').map_or(record, |(_, local)| local);
        let change = Change {
            file: file.to_owned(),
            record: record.to_owned(),
            edits: vec![Edit::Set {
                at: FieldPath::root().key(list).id(local).key("id"),
                value: now.into(),
            }],
            seen: Vec::new(),
        };
        let done = live.keeper().change(&change).unwrap();
        live.follow(&done.line);
    };
    rename("x.yaml", "x:27", "items", "27a");
    rename("x.yaml", "x:28", "items", "28a");
    rename("registry.yaml", "eg", "bodies", "egs");
    let state = place.read();
    let call = state.call().unwrap();
    assert_eq!(call.in_hand.as_ref().unwrap().item.as_str(), "x:27a");
    assert_eq!(call.taken[0].item.as_str(), "x:28a");
    assert!(call.is_present("egs") && call.waits("egs"));
    // Undone, it is called as before.
    let done = live.keeper().undo().unwrap();
    live.follow(&done.line);
    assert!(place.read().call().unwrap().is_present("eg"));
}
