//! What stands at the end of a call of what was changed in it.

use super::*;
use crate::library::keep::{Answer, Deed, KeepError};

/// Agreed, then deferred, and the first of the two undone by its name: the position is a draft again,
/// and was neither agreed nor deferred.
#[test]
fn what_is_undone_below_a_later_change_of_the_field_is_a_change_of_its_own() {
    let place = Place::new();
    let live = place.live("hind");
    let now = Moment::now();
    let begun = live.change(|call| {
        let mut new = Call::begin("x", "hind", now);
        new.take_up("x:27", now);
        *call = Some(new);
        Ok(())
    });
    assert!(begun.is_ok());
    let set = |status: &str| {
        let path = FieldPath::root().key("items").id("27");
        let change = Change {
            file: "x.yaml".to_owned(),
            record: "x:27/position".to_owned(),
            edits: vec![Edit::Set {
                at: path.key("position").key("status"),
                value: status.into(),
            }],
            seen: Vec::new(),
        };
        live.keeper().change(&change).unwrap().line.id
    };
    let first = set("agreed");
    set("deferred");
    let Err(KeepError::Conflict(conflict)) = live.keeper().undo_this(&first) else {
        panic!("not asked");
    };
    let answer = Answer {
        of: first.clone(),
        shown: conflict.clashes,
    };
    let undone = live
        .keeper()
        .turn_all_the_same(Deed::Undo, &first, &[answer]);
    assert!(undone.is_ok(), "{undone:?}");
    let text = fs::read_to_string(place.0.path().join("x.yaml")).unwrap();
    assert_eq!(text, REPORT);
    let end = Moment::from(Moment::now().timestamp() + jiff::SignedDuration::from_secs(1));
    let (id, _) = record::close(&live, &place.library(), &Home::Report("x".into()), end).unwrap();
    let library = place.library();
    let Some(Record::Meeting(meeting)) = library.record(library.with_id(&id).unwrap()) else {
        panic!("no meeting");
    };
    let ids = |list: &[crate::report::Ref]| list.iter().map(|id| id.as_str().to_owned()).collect();
    let [agreed, deferred]: [Vec<String>; 2] = [ids(&meeting.agreed.0), ids(&meeting.deferred.0)];
    assert_eq!((agreed, deferred), (Vec::new(), Vec::new()));
}
