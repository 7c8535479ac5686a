//! The form of something new opens with a field open: one types at once, goes from field to field, and saves
//! all of it from within any.

use majlis::app::Layer;
use ratatui::style::Modifier;

use crate::desk::{BOTH, desk, file, go, value};
use crate::harness::Screen;
use crate::linear::Lines;

/// The keys of the field that is open.
fn open(screen: &Screen) -> String {
    match screen.app.layer() {
        Some(Layer::Field(field)) => field.target.path.join("."),
        Some(Layer::Choose(choose)) => choose.target.path.join("."),
        _ => String::new(),
    }
}

#[test]
fn who_begins_something_new_types_at_once_and_saves_it_from_there() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        // Each of these letters is a command elsewhere: none is here.
        screen.keys("n t <it is time, Morocco quit>");
        assert_eq!(screen.typed(), "it is time, Morocco quit");
        assert_eq!(screen.app.language, language);
        assert_eq!(open(&screen), format!("text.{}", language.code()));
        // What it is of stands above it.
        assert!(screen.shows("c21:27"), "{:#?}", screen.text());
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = format!("items [27] notes [27/n2] text {}", language.code());
        assert_eq!(value(&folder, &at), "it is time, Morocco quit");
    }
}

#[test]
fn one_goes_from_field_to_field_of_something_new() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let (own, other) = (language.code(), language.other().code());
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n r <A paper> tab");
        assert_eq!(open(&screen), format!("text.{other}"));
        screen.keys("backtab");
        assert_eq!(open(&screen), format!("text.{own}"));
        assert_eq!(screen.typed(), "A paper");
        // A name is completed, and the next key goes on; Enter goes on from a line.
        screen.keys("tab tab");
        assert_eq!(
            (open(&screen).as_str(), screen.typed().as_str()),
            ("to", "")
        );
        screen.keys("<tech-s> tab");
        assert_eq!(screen.typed(), "tech-sec");
        screen.keys("tab");
        assert_eq!(open(&screen), "due");
        screen.keys("<15/9> enter");
        // What is chosen from stands as it was where one goes on: an empty field stays empty.
        assert_eq!(open(&screen), "status");
        screen.keys("enter");
        assert_eq!(open(&screen), "kind");
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let of = |field: &str| {
            let at = format!("items [eg-itrs] recommendations [eg-itrs/r3] {field}");
            value(&folder, &at)
        };
        assert_eq!(of(&format!("text {own}")), "A paper");
        assert_eq!(of("to"), "[\"tech-sec\"]");
        assert_eq!(of("due"), "2021-09-15");
        assert_eq!((of("status"), of("kind")), (String::new(), String::new()));
    }
}

/// What is needed and not given is told, and its field is open.
#[test]
fn who_saves_too_early_types_what_is_missing() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("n o <The text stands> ctrl-s");
        assert!(screen.message().contains("missing"), "{}", screen.message());
        assert_eq!(open(&screen), "kind");
        screen.keys("esc");
        assert_eq!(screen.layer(), "form");
        // Closed, it is kept; what comes back is open, to go on with.
        screen.keys("esc n o");
        assert_eq!(screen.typed(), "The text stands");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

/// A row of a form tells a day as it is told everywhere, with its day of the week.
#[test]
fn a_row_tells_the_day_of_the_week() {
    for (language, day) in [
        (
            majlis::report::Language::English,
            "Wednesday 15 September 2021",
        ),
        (majlis::report::Language::Arabic, "الأربعاء 15 سبتمبر 2021"),
    ] {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n r tab tab tab <15/9> enter esc");
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form");
        };
        let due = form.rows.iter().find(|row| row.path == ["due"]).unwrap();
        assert!(due.shown.get(language).starts_with(day), "{:?}", due.shown);
        // So it does of what is there already.
        screen.keys("esc");
        go(&mut screen, "c21:27/position");
        screen.keys("e j*5 enter ctrl-u <15/9> enter");
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form");
        };
        let date = form.rows.iter().find(|row| row.path == ["date"]).unwrap();
        assert!(
            date.shown.get(language).starts_with(day),
            "{:?}",
            date.shown
        );
    }
}

/// Whoever is asked to act in the report is offered first, then the countries of the group.
#[test]
fn who_acts_in_the_report_is_offered_first() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n r tab tab");
        let Some(Layer::Field(field)) = screen.app.layer() else {
            panic!("no field");
        };
        let names: Vec<&str> = field.meant().map(|name| name.id.as_str()).collect();
        // Two of three recommendations of c21 are for the secretariat.
        assert!(names[..2].contains(&"tech-sec"), "{names:?}");
        assert!(names[..2].contains(&"arab-group"), "{names:?}");
        let place = |id: &str| names.iter().position(|name| *name == id).unwrap();
        assert!(place("TUN") < place("AFG") && place("DZA") < place("AFG"));
    }
}

/// Tab goes on: it puts in the name that is begun, and makes no other of one that is known or new.
#[test]
fn tab_makes_no_other_name_of_one_that_is_right_or_new() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        // In this report there is a task for a part of it, and none for all of it.
        go(&mut screen, "c26:res-191");
        screen.keys("n r <A paper> tab tab <itu> tab");
        if open(&screen) == "to" {
            assert_eq!(screen.typed(), "itu");
            screen.keys("tab");
        }
        assert_eq!(open(&screen), "due");
        screen.keys("backtab");
        assert_eq!(screen.typed(), "itu");
        screen.keys("esc*2");
        // A new name is near another, and stays until one goes to that.
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n n <Selam> tab");
        assert_eq!(
            (open(&screen).as_str(), screen.typed().as_str()),
            ("person", "Selam")
        );
        assert!(screen.message().contains("Selam"), "{}", screen.message());
        screen.keys("down tab");
        assert_eq!(screen.typed(), "selim");
    }
}

/// A choice to which one has typed or moved goes along; one that was not made is none.
#[test]
fn tab_takes_the_choice_that_was_made() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n o <A word> tab tab");
        assert_eq!(open(&screen), "kind");
        screen.keys("<decision> tab ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert!(file(&folder, "c21.yaml").contains("kind: decision"));
    }
}

/// Nothing is chosen by letters that were erased again; the first choice is one like the others where one goes
/// to it.
#[test]
fn what_is_needed_is_chosen_by_no_accident() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let approvals = || file(&folder, "c21.yaml").matches("kind: approval").count();
        let before = approvals();
        go(&mut screen, "c21:27");
        screen.keys("n o <A word> tab tab <x> backspace ctrl-s");
        assert_eq!(open(&screen), "kind", "{}", screen.message());
        assert_eq!(approvals(), before);
        screen.keys("down tab ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(approvals(), before + 1);
    }
}

/// Two letters of a country are completed to one of the group.
#[test]
fn two_letters_are_a_country_of_the_group_first() {
    for (language, letters, country) in [
        (BOTH[0], "al", "DZA"),
        (BOTH[1], "al", "DZA"),
        (BOTH[0], "تو", "TUN"),
        (BOTH[1], "كو", "KWT"),
    ] {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys(&format!("n r <A paper> tab tab <{letters}> tab"));
        assert_eq!(screen.typed(), country);
    }
}

/// The first row of the list on top, and whether it is marked.
fn first_row(screen: &Screen) -> ((u16, u16), bool) {
    let area = screen.app.seen().layer.area;
    let cells = (area.x..area.x + area.width).map(|x| &screen.buffer[(x, area.y)]);
    let marked = cells.filter(|cell| cell.modifier.contains(Modifier::REVERSED));
    ((area.x + area.width / 2, area.y), marked.count() > 0)
}

/// A name that is only near is not in hand before one goes to it: it is not marked as if it were, the first
/// step takes the first, and so does the first click.
#[test]
fn a_near_name_is_in_hand_when_one_goes_to_it() {
    for language in BOTH {
        for typed in ["Selam", ""] {
            let (_folder, mut screen) = desk(language);
            go(&mut screen, "c21:eg-itrs");
            screen.keys(&format!("n n <{typed}>"));
            assert_eq!(open(&screen), "person");
            let Some(Layer::Field(field)) = screen.app.layer() else {
                panic!("no field");
            };
            let first = field.meant().next().unwrap().id.clone();
            let (row, is_marked) = first_row(&screen);
            assert!(!is_marked, "{:#?}", screen.text());
            screen.keys("down");
            assert!(first_row(&screen).1, "{:#?}", screen.text());
            screen.keys("tab");
            assert_eq!(screen.typed(), first);
            // By the mouse alone.
            screen.keys("ctrl-u").type_in(typed);
            screen.app.click(row.0, first_row(&screen).0.1);
            screen.draw();
            assert!(first_row(&screen).1, "{:#?}", screen.text());
            assert_eq!(screen.typed(), typed);
            let (row, _) = first_row(&screen);
            screen.app.click(row.0, row.1);
            screen.draw();
            assert_eq!(screen.typed(), first, "{}", screen.message());
        }
        // One that begins so is in hand at once.
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n n <sel>");
        assert!(first_row(&screen).1, "{:#?}", screen.text());
    }
}

/// Who empties a field of a record gets no name that is not in hand.
#[test]
fn an_emptied_field_of_a_record_takes_no_name() {
    for language in BOTH {
        for key in ["enter", "tab"] {
            let (folder, mut screen) = desk(language);
            let before = file(&folder, "c21.yaml");
            go(&mut screen, "c21:nom/selim");
            screen.keys("e k*40");
            let in_hand = |screen: &Screen| match screen.app.layer() {
                Some(Layer::Form(form)) => form.current().map(|row| row.path.join(".")),
                _ => None,
            };
            for _ in 0..40 {
                if in_hand(&screen).as_deref() != Some("body") {
                    screen.keys("j");
                }
            }
            screen.keys("enter");
            assert_eq!(open(&screen), "body");
            screen.keys(&format!("ctrl-u {key}"));
            assert_eq!(
                (screen.layer(), screen.typed().as_str()),
                ("field", ""),
                "{key}"
            );
            assert_eq!(file(&folder, "c21.yaml"), before);
        }
    }
}

/// Told in lines, a list in which nothing is chosen says so.
#[test]
fn that_nothing_is_chosen_is_told_in_lines() {
    for (language, none) in [(BOTH[0], "لم يُختر شيء بعد"), (BOTH[1], "none chosen yet")]
    {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        let mut lines = Lines { app: screen.app };
        let said = lines.keys("n o <A_word> tab tab").join("\n");
        assert!(said.contains(none), "{said}");
        let said = lines.keys("down").join("\n");
        assert!(!said.contains(none), "{said}");
    }
}
