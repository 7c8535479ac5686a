//! New records: by a form, and by one line.

use majlis::app::Layer;
use majlis::report::{Kind, Language};

use crate::desk::{BOTH, desk, file, go, value, value_in};
use crate::harness::Screen;

#[test]
fn one_line_asks_somebody_to_act_and_puts_somebody_forward() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@");
        assert_eq!((screen.layer(), screen.typed().as_str()), ("quick", "@"));
        screen.keys("<tech-sec 2021-09 prepare a paper> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let rec = "items [eg-itrs] recommendations [eg-itrs/r3]";
        assert_eq!(value(&folder, &format!("{rec} to")), "[\"tech-sec\"]");
        assert_eq!(value(&folder, &format!("{rec} due")), "2021-09");
        assert_eq!(value(&folder, &format!("{rec} text en")), "prepare a paper");
        // A person who is not in the registry comes into it in the same go.
        screen.keys("+ <nom Nadia Haddad EGY vice-chair EG-ITRs> ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(
            value_in(&folder, "registry.yaml", "people [haddad] name en"),
            "Nadia Haddad"
        );
        let nom = "nominations [nom/haddad]";
        for (field, wanted) in [
            ("person", "haddad"),
            ("country", "EGY"),
            ("role", "vice-chair"),
            ("body", "eg-itrs"),
            ("status", "proposed"),
            ("item", "eg-itrs"),
        ] {
            assert_eq!(value(&folder, &format!("{nom} {field}")), wanted, "{field}");
        }
        // What is not known is told with the nearest right name, and nothing is lost.
        screen.keys("@ <tech-sek do it> enter");
        assert_eq!(screen.typed(), "@tech-sek do it");
        assert!(
            screen.message().contains("tech-sec"),
            "{}",
            screen.message()
        );
        screen.keys("esc");
        // Undone one after the other: the nomination, the person, the recommendation.
        screen.keys("u u u");
        assert_eq!(value(&folder, &format!("{rec} due")), "");
        assert_eq!(
            value_in(&folder, "registry.yaml", "people [haddad] name en"),
            ""
        );
    }
}

#[test]
fn from_an_empty_pane_one_adds_to_the_item_that_it_follows() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        // An item that has no position, seen from the pane of the positions.
        go(&mut screen, "c21:eg-itrs");
        screen.keys("2");
        assert_eq!(screen.rows(2), [""; 0]);
        screen.keys("@ <tech-sec 2021-09 prepare a paper> enter");
        let rec = "items [eg-itrs] recommendations [eg-itrs/r3]";
        assert_eq!(value(&folder, &format!("{rec} due")), "2021-09");
        screen.keys("n p");
        assert_eq!(screen.layer(), "field", "{}", screen.message());
        screen.keys("esc esc X");
        // What is removed is what one points at.
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(screen.message(), "Choose a record first");
    }
}

/// A position that the pane in hand does not show is not marked from it.
#[test]
fn from_an_empty_pane_nothing_is_marked() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("4");
        assert_eq!(screen.rows(4), [""; 0]);
        for key in ["A", "D", "M"] {
            screen.keys(key);
            assert_eq!(screen.message(), "Choose a record first", "{key}");
        }
        // An item without a position has none that could be marked by mistake: it says how to begin one.
        go(&mut screen, "c21:eg-itrs");
        screen.keys("2 A");
        assert!(
            screen
                .message()
                .starts_with("This item has no position yet"),
            "{}",
            screen.message()
        );
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn a_new_record_is_a_form_with_what_it_needs_first() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n r ctrl-s");
        assert!(screen.message().contains("wording"), "{}", screen.message());
        // The field that is missing is open again.
        screen.keys("<A paper, please> esc esc");
        // It was not added: what was filled in is there again.
        assert!(
            screen.message().contains("Not added"),
            "{}",
            screen.message()
        );
        screen.keys("n r");
        assert_eq!(
            (screen.layer(), screen.typed().as_str()),
            ("field", "A paper, please")
        );
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let side = language.code();
        let at = format!("items [27] recommendations [27/r1] text {side}");
        assert_eq!(value(&folder, &at), "A paper, please");
        assert!(screen.message().contains("27/r1"), "{}", screen.message());
    }
}

#[test]
fn an_item_without_a_position_is_given_one() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n p <We are for it> tab tab <support> enter ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = "items [eg-itrs] position";
        assert_eq!(value(&folder, &format!("{at} stance")), "support");
        assert_eq!(value(&folder, &format!("{at} status")), "draft");
        // There is one now: the same keys open its form.
        screen.keys("n p");
        assert_eq!(screen.in_hand(), "c21:eg-itrs/position");
        screen.keys("esc esc A u u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn a_new_report_is_seen_and_goes_and_comes_back_with_its_change() {
    for (language, missing, added, undone, taken) in [
        (
            Language::English,
            "missing: id, title",
            "Added: report c90",
            "Undone: adding c90; it is no longer there",
            "c21 is a report already; choose another id",
        ),
        (
            Language::Arabic,
            "ينقص: المعرّف، العنوان",
            "إضافة تقرير c90",
            "تراجع: إضافة c90؛ أُزيل ما أُضيف",
            "c21 تقرير موجود من قبل؛ اختر معرّفاً آخر",
        ),
    ] {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        let items = |screen: &Screen, id: &str| {
            let library = screen.app.library();
            let all = library.of_kind(Kind::Item).iter();
            let prefix = format!("{id}:");
            all.filter(|key| library.id(**key).starts_with(&prefix))
                .count()
        };
        let said = |screen: &Screen| {
            let message = screen.app.message.as_ref().unwrap();
            message.get(language).to_owned()
        };
        let of_c21 = items(&screen, "c21");
        screen.keys("n w <c21> enter ctrl-s");
        assert_eq!(said(&screen), missing);
        // One that is there already is refused, and what was filled in stays.
        screen.keys("<c21> enter <A word> enter ctrl-s");
        assert_eq!(said(&screen), taken);
        screen.keys("k*9 enter alt-a <c90> enter ctrl-s");
        assert_eq!(said(&screen), added);
        assert!(screen.app.library().with_id("c90").is_some());
        assert_eq!(items(&screen, "c90"), of_c21);
        assert!(of_c21 > 1);
        screen.keys("u");
        assert_eq!(said(&screen), undone);
        assert!(screen.app.library().with_id("c90").is_none());
        assert_eq!(items(&screen, "c90"), 0);
        assert_eq!(screen.in_hand(), "c21:27");
        screen.keys("U");
        assert_eq!(items(&screen, "c90"), of_c21);
        // What was filled in and left is there again.
        screen.keys("n w enter <c91> enter esc esc n w enter");
        assert_eq!(screen.typed(), "c91");
        screen.keys("enter <Another> enter ctrl-s");
        assert!(
            screen.app.library().with_id("c91").is_some(),
            "{}",
            screen.message()
        );
    }
}

#[test]
fn a_draft_that_is_taken_up_again_reads_as_people_read_it() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        let status = |screen: &Screen| {
            let Some(Layer::Form(form)) = screen.app.layer() else {
                panic!("no form")
            };
            let mut rows = form.rows.iter();
            let row = rows.find(|row| row.path == ["status"]).unwrap();
            (
                row.typed.clone(),
                row.shown.ar.clone(),
                row.shown.en.clone(),
            )
        };
        screen.keys("n n esc");
        let first = status(&screen);
        assert_eq!(first.0, "proposed");
        assert_ne!(first.1, "proposed");
        screen.keys("esc n n esc");
        assert_eq!(status(&screen), first);
    }
}

/// What was filled in before and not added is told to be so where it stands, until it is changed.
#[test]
fn what_comes_back_into_a_new_form_is_marked_there() {
    for (language, mark) in [
        (Language::English, "not saved"),
        (Language::Arabic, "لم يُحفظ"),
    ] {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n m <Early> enter esc");
        assert!(!screen.shows(mark), "{:#?}", screen.text());
        screen.keys("esc n m esc j");
        assert!(
            screen.shows(mark) && screen.shows("Early"),
            "{:#?}",
            screen.text()
        );
        screen.keys("k enter ctrl-u <Late> enter esc");
        assert!(!screen.shows(mark), "{:#?}", screen.text());
    }
}

/// What an id is made of is asked for by what it is of the record.
#[test]
fn what_an_id_is_made_of_is_asked_for_by_its_name() {
    for (form, said) in [
        ("n i", "the item's number or its title in English"),
        ("n m", "the date or the title in English"),
        ("n y", "ITU symbol"),
    ] {
        let (_folder, mut screen) = desk(Language::Arabic);
        go(&mut screen, "c21:27");
        screen.keys(form).keys("<قيد> enter ctrl-s");
        assert!(
            screen.message().contains(said),
            "{form} {}",
            screen.message()
        );
    }
}

/// Who made a meeting of today by hand begins the call as that meeting.
#[test]
fn a_meeting_of_today_is_what_the_call_is() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        screen
            .app
            .at(majlis::report::call::Moment::parse("2021-06-10T10:00:00Z").unwrap());
        go(&mut screen, "c21:27");
        screen.keys("n m <Early> enter enter <2021-06-10> enter ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        screen.keys("c c");
        let said = screen.message();
        assert!(said.contains("as “Early”"), "{said}");
    }
}

/// What was taken for the due date is seen before Enter; two countries are told, and nothing is added.
#[test]
fn a_line_shows_its_due_date_and_takes_one_country() {
    for (language, task, aside, due) in [
        (
            Language::English,
            "tech-sec draft a paper next Tuesday",
            "in quotes it stays in the text",
            "15 June 2021",
        ),
        (
            Language::Arabic,
            "الأمانة الفنية إعداد ورقة الثلاثاء القادم",
            "وبين علامتي تنصيص يبقى في النص",
            "15 يونيو 2021",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("@").type_in(task);
        assert!(
            screen.shows(aside) && screen.shows(due),
            "{:#?}",
            screen.text()
        );
        screen.keys("enter");
        let made = "items [27] recommendations #0 due";
        assert_eq!(value(&folder, made), "2021-06-15", "{}", screen.message());
        let before = file(&folder, "c21.yaml");
        screen.keys("+ <ترشيح منى سالم مصر والكويت مقررة EG-ITRs> enter");
        assert_eq!(screen.layer(), "quick");
        let said = screen.message();
        assert!(
            said.contains("one only, and the line names Egypt, Kuwait"),
            "{said}"
        );
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

/// A line that is pasted as a whole takes the place of one that was left and is offered again; what is
/// pasted behind something typed goes there.
#[test]
fn a_line_that_is_pasted_takes_the_place_of_one_that_was_left() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("@ <tech-sec an old one> esc @");
        assert_eq!(screen.typed(), "@tech-sec an old one");
        screen.app.paste("@EGY a new one");
        assert_eq!(screen.typed(), "@EGY a new one");
        // Where that is added, the old one is gone; left so, it is there again.
        screen.keys("enter @");
        assert_eq!(screen.typed(), "@");
        screen.keys("<tech-sec an old one> esc @");
        screen.app.paste(" and more");
        assert_eq!(screen.typed(), "@tech-sec an old one and more");
        screen.keys("esc @ enter @");
        // A sign is not doubled.
        screen.app.paste("@EGY a third one");
        assert_eq!(screen.typed(), "@EGY a third one");
        // Behind a blank one more is asked: what is offered goes on.
        screen.keys("ctrl-u <EGY a> esc @");
        assert_eq!(screen.typed(), "@EGY a");
        screen.app.paste(" @KWT b");
        assert_eq!(screen.typed(), "@EGY a @KWT b");
        // A line is offered by its own sign, with whatever sign it was opened.
        screen.keys("ctrl-u");
        screen.app.paste("+note it is so");
        screen.keys("esc +");
        assert_eq!(screen.typed(), "+note it is so");
    }
}

/// What is copied from a mail begins with a line end: it is a line of its own, and no second addressee.
#[test]
fn a_line_pasted_behind_a_line_end_takes_the_place_of_one_that_was_left() {
    for language in BOTH {
        for end in ["\n", "\r\n", "  \n "] {
            let (_folder, mut screen) = desk(language);
            go(&mut screen, "c21:27");
            screen.keys("@ <tech-sec an old one> esc @");
            screen.app.paste(&format!("{end}@EGY a text"));
            assert_eq!(screen.typed(), "@EGY a text", "{end:?}");
            screen.keys("enter @");
            assert_eq!(screen.typed(), "@");
        }
    }
}

/// The bar of a call and what is said of it call an item by its number or its title, never by its id.
#[test]
fn a_call_names_what_has_no_number_by_its_title() {
    for (language, title, report) in [
        (
            Language::English,
            "Report of the Expert Group",
            "Close it, and write its record into “",
        ),
        (
            Language::Arabic,
            "تقرير فريق الخبراء",
            "اختتامه وكتابة سجله في «",
        ),
    ] {
        let (_folder, mut screen) = desk(language);
        screen
            .app
            .at(majlis::report::call::Moment::parse("2021-06-10T10:00:00Z").unwrap());
        go(&mut screen, "c21:eg-itrs");
        screen.keys("c c t");
        let said = screen
            .app
            .message
            .as_ref()
            .unwrap()
            .get(language)
            .to_owned();
        assert!(said.contains(title) && !said.contains("eg-itrs"), "{said}");
        screen.keys("R");
        screen.draw();
        let bar = screen.text().swap_remove(0);
        assert!(!bar.contains("eg-itrs"), "{bar}");
        screen.keys("esc c x");
        assert!(screen.shows(report), "{:#?}", screen.text());
    }
}
