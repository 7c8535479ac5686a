//! Orders that name what is new, which may get another id than it was shown with.

use super::*;

fn status(becomes: &str) -> Task {
    let at = FieldPath::root()
        .key("nominations")
        .id("nom/a")
        .key("status");
    Task::Change(Change {
        file: "x.yaml".to_owned(),
        record: "x:nom/a".to_owned(),
        seen: vec![Seen {
            at: at.clone(),
            value: Some("proposed".into()),
        }],
        edits: vec![Edit::Set {
            at,
            value: becomes.into(),
        }],
    })
}

/// Another adds a nomination; then I add one of the same id, or what is none.
fn two_nominations(folder: &Path, keeper: Arc<Keeper>, mine: Task) -> Clerk {
    let other = Keeper::new(folder, "omar", Means::Hand).with_state(None);
    let Task::Change(theirs) = nomination() else {
        panic!("no change")
    };
    other.change(&theirs).unwrap();
    let mut clerk = Clerk::new(keeper);
    clerk.carry_out(order(1, mine));
    clerk
}

fn statuses(folder: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(folder.join("x.yaml")).unwrap();
    let tree: Value = serde_yaml::from_str(&text).unwrap();
    let all = tree["nominations"].as_sequence().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    all.map(|one| (text(&one["id"]), text(&one["status"])))
        .collect()
}

#[test]
fn what_is_changed_before_its_new_id_is_known_is_mine_and_not_the_others() {
    let told = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        let own = |(id, status): &(&str, &str)| ((*id).to_owned(), (*status).to_owned());
        all.iter().map(own).collect()
    };
    let (folder, keeper) = library();
    let mut clerk = two_nominations(folder.path(), keeper, nomination());
    // Made while what became of the first order was not known.
    let unheard = |number, task| Order {
        unheard: vec![shown(1, "nom/a")],
        ..order(number, task)
    };
    let done = clerk.carry_out(unheard(2, status("submitted")));
    let done = done.made.unwrap().unwrap();
    assert_eq!(done.line.record, "x:nom/a-2");
    assert_eq!(
        statuses(folder.path()),
        told(&[("nom/a", "proposed"), ("nom/a-2", "submitted")])
    );
    // Made since, it means what it says.
    let done = clerk.carry_out(order(3, status("withdrawn")));
    assert_eq!(done.made.unwrap().unwrap().line.record, "x:nom/a");
    assert_eq!(
        statuses(folder.path()),
        told(&[("nom/a", "withdrawn"), ("nom/a-2", "submitted")])
    );
}

#[test]
fn what_is_changed_of_a_record_that_was_not_added_is_not_the_others() {
    let (folder, keeper) = library();
    let Task::Change(mut wrong) = nomination() else {
        panic!("no change")
    };
    if let Some(Edit::Insert { value, .. }) = wrong.edits.first_mut() {
        *value = serde_yaml::from_str("{id: nom/a, role: none}").unwrap();
    }
    let mut clerk = two_nominations(folder.path(), keeper, Task::Change(wrong));
    let done = clerk.carry_out(Order {
        unheard: vec![shown(1, "nom/a")],
        ..order(2, status("submitted"))
    });
    assert!(done.made.is_none());
    assert_eq!(
        statuses(folder.path()),
        [("nom/a".to_owned(), "proposed".to_owned())]
    );
}

/// However many orders lie between the two.
#[test]
fn what_was_not_added_is_remembered_as_long_as_it_may_be_meant() {
    let (folder, keeper) = library();
    let Task::Change(mut wrong) = nomination() else {
        panic!("no change")
    };
    if let Some(Edit::Insert { value, .. }) = wrong.edits.first_mut() {
        *value = serde_yaml::from_str("{id: nom/a, role: none}").unwrap();
    }
    let mut clerk = two_nominations(folder.path(), keeper, Task::Change(wrong));
    let unheard = |number, task| Order {
        unheard: vec![shown(1, "nom/a")],
        ..order(number, task)
    };
    for number in 2..20 {
        let made = clerk.carry_out(unheard(number, title(&format!("T{number}"))));
        made.made.unwrap().unwrap();
    }
    assert!(
        clerk
            .carry_out(unheard(20, status("submitted")))
            .made
            .is_none()
    );
    // Nor is what depends on it, when that is heard of.
    clerk
        .carry_out(order(21, title("A")))
        .made
        .unwrap()
        .unwrap();
    let after = Order {
        after: vec![1],
        ..order(22, status("submitted"))
    };
    assert!(clerk.carry_out(after).made.is_none());
    assert_eq!(
        statuses(folder.path()),
        [("nom/a".to_owned(), "proposed".to_owned())]
    );
}

/// What each order means is looked up at once: the first is called now as the second was shown.
#[test]
fn two_new_records_that_both_get_other_ids_are_not_mixed_up() {
    let (folder, keeper) = library();
    let second = |task: Task| match task {
        Task::Change(mut change) => {
            if let Some(Edit::Insert { value, .. }) = change.edits.first_mut() {
                value["id"] = "nom/a-2".into();
            }
            change.record = "x:nom/a-2".to_owned();
            Task::Change(change)
        }
        task => task,
    };
    let mut clerk = two_nominations(folder.path(), keeper, nomination());
    let unheard = |upto: usize, number, task| Order {
        unheard: [shown(1, "nom/a"), shown(2, "nom/a-2")][..upto].to_vec(),
        ..order(number, task)
    };
    let made = clerk.carry_out(unheard(1, 2, second(nomination())));
    assert_eq!(made.made.unwrap().unwrap().line.record, "x:nom/a-3");
    let made = clerk.carry_out(unheard(2, 3, status("submitted")));
    assert_eq!(made.made.unwrap().unwrap().line.record, "x:nom/a-2");
    let told = |all: [&str; 3]| -> Vec<(String, String)> {
        let ids = ["nom/a", "nom/a-2", "nom/a-3"].map(str::to_owned);
        ids.into_iter().zip(all.map(str::to_owned)).collect()
    };
    assert_eq!(
        statuses(folder.path()),
        told(["proposed", "submitted", "proposed"])
    );
    // One that was shown by its new id since is meant by that one.
    let since = Order {
        unheard: vec![shown(1, "nom/a-2"), shown(2, "nom/a-3")],
        ..order(4, status("withdrawn"))
    };
    let made = clerk.carry_out(since).made.unwrap().unwrap();
    assert_eq!(made.line.record, "x:nom/a");
    assert_eq!(
        statuses(folder.path()),
        told(["withdrawn", "submitted", "proposed"])
    );
}

/// What was seen of a new record has the ids of then; that is no change of another's.
#[test]
fn what_was_seen_of_a_new_record_is_told_by_its_id_of_now() {
    let (folder, keeper) = library();
    let mut clerk = two_nominations(folder.path(), keeper, nomination());
    let Task::Change(Change { edits, .. }) = nomination() else {
        panic!("no change")
    };
    let Some(Edit::Insert { value, .. }) = edits.first() else {
        panic!("nothing new")
    };
    let at = FieldPath::root().key("nominations").id("nom/a");
    let see = |text: &str| serde_yaml::from_str::<Value>(text).unwrap();
    let link = |number, value: Value, was: Option<Value>| {
        let at = FieldPath::root().key("report").key("see");
        let change = Change {
            file: "x.yaml".to_owned(),
            record: "x".to_owned(),
            edits: vec![Edit::Set {
                at: at.clone(),
                value,
            }],
            seen: vec![Seen { at, value: was }],
        };
        Order {
            unheard: vec![shown(1, "nom/a")],
            ..order(number, Task::Change(change))
        }
    };
    let made = clerk.carry_out(link(2, see("[nom/a]"), None)).made.unwrap();
    assert!(made.is_ok(), "{made:?}");
    let made = clerk.carry_out(link(3, see("['x:nom/a', x]"), Some(see("[nom/a]"))));
    assert!(made.made.unwrap().is_ok());
    let text = fs::read_to_string(folder.path().join("x.yaml")).unwrap();
    assert!(text.contains("x:nom/a-2"), "{text}");
    let remove = Task::Change(Change {
        file: "x.yaml".to_owned(),
        record: "x:nom/a".to_owned(),
        edits: vec![Edit::Remove { at: at.clone() }],
        seen: vec![Seen {
            at,
            value: Some(value.clone()),
        }],
    });
    let made = clerk.carry_out(Order {
        unheard: vec![shown(1, "nom/a")],
        ..order(4, remove)
    });
    let made = made.made.unwrap();
    assert!(made.is_ok(), "{made:?}");
    assert_eq!(
        statuses(folder.path()),
        [("nom/a".to_owned(), "proposed".to_owned())]
    );
}

#[test]
fn what_names_two_new_records_follows_both() {
    let (folder, keeper) = library();
    let mut clerk = Clerk::new(keeper);
    let put = "{id: omar, name: {en: Omar}}";
    clerk
        .carry_out(order(1, person(put)))
        .made
        .unwrap()
        .unwrap();
    let selim = person("{id: selim, name: {en: B}}");
    clerk.carry_out(order(2, selim)).made.unwrap().unwrap();
    let omar = Order {
        unheard: vec![shown(2, "selim")],
        ..order(3, person(put))
    };
    clerk.carry_out(omar).made.unwrap().unwrap();
    let value = "{id: ev/a, kind: forum, title: {en: hub}, refs: [selim, omar]}";
    let event = Task::Change(Change {
        file: "x.yaml".to_owned(),
        record: "x:ev/a".to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root().key("events"),
            before: None,
            value: serde_yaml::from_str(value).unwrap(),
        }],
        seen: Vec::new(),
    });
    let after = Order {
        with: None,
        number: 4,
        task: event.clone(),
        after: vec![2, 3],
        unheard: vec![shown(2, "selim"), shown(3, "omar")],
    };
    clerk.carry_out(after).made.unwrap().unwrap();
    let text = fs::read_to_string(folder.path().join("x.yaml")).unwrap();
    assert!(
        text.contains("selim-2") && text.contains("omar-2"),
        "{text}"
    );
    // Where one of the two is not added, nothing is.
    let refused = clerk.carry_out(order(5, person("{id: none}")));
    assert!(refused.made.unwrap().is_err());
    let after = Order {
        number: 6,
        task: event,
        after: vec![5, 3],
        unheard: Vec::new(),
        with: None,
    };
    assert!(clerk.carry_out(after).made.is_none());
}

/// Somebody new who is noted in the call is noted by the id given in the directory; where another took the one
/// that was thought, that is no other's.
#[test]
fn who_is_new_in_a_call_is_named_by_the_id_given_and_not_at_all_where_refused() {
    let person = |name: &str| {
        let value = format!("{{id: omar, name: {{en: {name}}}}}");
        Task::Change(Change {
            file: "registry.yaml".to_owned(),
            record: "omar".to_owned(),
            edits: vec![Edit::Insert {
                list: FieldPath::root().key("people"),
                before: None,
                value: serde_yaml::from_str(&value).unwrap(),
            }],
            seen: Vec::new(),
        })
    };
    let (folder, keeper) = library();
    let other = Keeper::new(folder.path(), "omar", Means::Hand).with_state(None);
    let Task::Change(theirs) = person("Omar Salim") else {
        panic!("no change")
    };
    other.change(&theirs).unwrap();
    let shelf = || Arc::new(Shelf::new(Library::open(folder.path())));
    let now = call::Moment::parse("2021-09-01T09:00:00Z").unwrap();
    let mut clerk = Clerk::new(keeper);
    let call = |act| Task::Call(act, now, shelf());
    clerk.carry_out(order(
        1,
        call(Act::Begin {
            report: "x".into(),
            by: "hind".into(),
            chair: None,
        }),
    ));
    // Both are handed over before anything is heard of the first.
    clerk.carry_out(order(2, person("Omar Hadi")));
    let chairs = Order {
        after: vec![2],
        unheard: vec![shown(2, "omar")],
        ..order(3, call(Act::All(vec![Act::Chair(Some("omar".into()))])))
    };
    let done = clerk.carry_out(chairs).called.unwrap();
    assert!(done.done.is_ok());
    let chair = |heard: &Heard| heard.state.call().unwrap().chair.clone();
    assert_eq!(chair(&done.heard).unwrap().as_str(), "omar-2");
    // One that cannot be read is refused.
    let Task::Change(mut wrong) = person("Omar Nasser") else {
        panic!("no change")
    };
    wrong.file = "nowhere.yaml".to_owned();
    let refused = clerk.carry_out(order(4, Task::Change(wrong)));
    assert!(refused.made.unwrap().is_err());
    let chairs = Order {
        after: vec![4],
        unheard: vec![shown(4, "omar")],
        ..order(5, call(Act::Chair(Some("omar".into()))))
    };
    let done = clerk.carry_out(chairs).called.unwrap();
    let why = done.done.unwrap_err();
    assert!(why.en.contains("not noted in the call"), "{}", why.en);
    assert_eq!(chair(&done.heard).unwrap().as_str(), "omar-2");
}
