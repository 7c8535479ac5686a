//! Parts of records and lists in forms: shares of a figure, links, names, a quantity.

use majlis::report::Language;

use crate::desk::{BOTH, desk, file, go, keeper, value_in};

/// How many rows the form on top has.
fn rows(screen: &crate::harness::Screen) -> usize {
    match screen.app.layer() {
        Some(majlis::app::Layer::Form(form)) => form.rows.len(),
        _ => 0,
    }
}

#[test]
fn the_shares_of_a_figure_are_changed_added_moved_and_removed() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let name = "tdag23.yaml";
        let before = file(&folder, name);
        go(&mut screen, "tdag23:fig/partners-2022");
        let of = |path: &str| {
            value_in(
                &folder,
                name,
                &format!("figures [fig/partners-2022] {path}"),
            )
        };
        // The list, its first entry, the percentage.
        screen.keys("e j*4 enter");
        let shares = rows(&screen);
        assert!(shares > 1, "{shares}");
        screen.keys("enter enter ctrl-u <Governments> enter");
        let side = language.code();
        let label = format!("label {side}");
        assert_eq!(of(&format!("shares #0 {label}")), "Governments");
        // What the file's own sums forbid is not written, and stays in its field.
        screen.keys("j*2 enter ctrl-u <٤١٫٥> enter");
        assert!(screen.message().contains("100.5"), "{}", screen.message());
        assert_eq!(screen.typed(), "٤١٫٥");
        screen.keys("ctrl-u <42> enter j enter <٤١٫٥> enter ctrl-s");
        assert_eq!(
            of("shares #0 quantity amount"),
            "41.5",
            "{}",
            screen.message()
        );
        // What it is made of in turn.
        screen.keys("j*2 + <of these> enter ctrl-s");
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        let side = language.code();
        assert_eq!(
            of(&format!("shares #0 of_which #0 label {side}")),
            "of these"
        );
        // It moves down and up in its list, and stays in hand.
        screen.keys("esc*2 ctrl-down");
        assert_eq!(of(&format!("shares #1 {label}")), "Governments");
        screen.keys("ctrl-up");
        assert_eq!(of(&format!("shares #0 {label}")), "Governments");
        // A new one needs its label; it comes to the end, and goes again.
        screen.keys("+ ctrl-s");
        assert!(screen.message().contains("label"), "{}", screen.message());
        screen.keys("<Universities> enter ctrl-s");
        assert_eq!(rows(&screen), shares + 1, "{}", screen.message());
        assert_eq!(of(&format!("shares #{shares} {label}")), "Universities");
        screen.keys("delete");
        assert_eq!(rows(&screen), shares);
        assert_eq!(of(&format!("shares #{shares} {label}")), "");
        // Seven changes; all of them undone.
        screen.keys("ctrl-_*7");
        assert_eq!(file(&folder, name), before);
    }
}

#[test]
fn a_quantity_is_given_as_a_whole_and_taken_away() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let name = "c26.yaml";
        let before = file(&folder, name);
        go(&mut screen, "c26:fig/cirts");
        let of = |path: &str| value_in(&folder, name, &format!("figures [fig/cirts] {path}"));
        screen.keys("e j*3 enter ctrl-s");
        assert!(screen.message().contains("amount"), "{}", screen.message());
        screen.keys("<318,000> enter <CHF> enter esc esc");
        // Not added as yet, and not lost.
        assert_eq!(of("total"), "");
        screen.keys("enter ctrl-s");
        assert_eq!(of("total amount"), "318000", "{}", screen.message());
        assert_eq!(of("total currency"), "CHF");
        // It is there: its fields are changed one by one.
        screen.keys("enter j*4 enter <about> enter");
        assert_eq!(of("total qualifier"), "about", "{}", screen.message());
        screen.keys("delete");
        assert_eq!(of("total qualifier"), "");
        // What it cannot be without is not taken from it.
        screen.keys("k*9 delete");
        assert!(screen.message().contains("needs"), "{}", screen.message());
        screen.keys("esc delete");
        assert_eq!(of("total"), "");
        screen.keys("ctrl-_*4");
        assert_eq!(file(&folder, name), before);
    }
}

#[test]
fn a_link_is_added_to_a_record_that_has_none() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("e j*9 + <https://www.itu.int/> enter ctrl-s");
        let of = |path: &str| value_in(&folder, "c21.yaml", &format!("items [27] {path}"));
        assert_eq!(
            of("urls #0 url"),
            "https://www.itu.int/",
            "{}",
            screen.message()
        );
        screen.keys("enter j enter <ITU> enter");
        assert_eq!(of(&format!("urls #0 label {}", language.code())), "ITU");
        // The last entry goes, and the list with it.
        screen.keys("esc delete");
        assert_eq!(of("urls #0 url"), "");
        screen.keys("ctrl-_*3");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn a_list_of_names_is_changed_entry_by_entry() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let name = "registry.yaml";
        let before = file(&folder, name);
        go(&mut screen, "council");
        let aliases = || value_in(&folder, name, "bodies [council] aliases");
        let all = "[\"المجلس\",\"the Council\",\"مجلس الاتحاد الدولي للاتصالات\"]";
        assert_eq!(aliases(), all);
        screen.keys("e j*5 l");
        assert_eq!(rows(&screen), 3);
        screen.keys("ctrl-down");
        assert_eq!(
            aliases(),
            "[\"the Council\",\"المجلس\",\"مجلس الاتحاد الدولي للاتصالات\"]"
        );
        screen.keys("j delete + <Council, of ITU> enter");
        assert_eq!(
            aliases(),
            "[\"the Council\",\"المجلس\",\"Council, of ITU\"]"
        );
        screen.keys("k*9 enter ctrl-u <The Council> enter");
        assert_eq!(
            aliases(),
            "[\"The Council\",\"المجلس\",\"Council, of ITU\"]"
        );
        // A name with a comma in it is no two names: Enter opens such a list by entries.
        screen.keys("esc enter");
        assert_eq!((screen.layer(), rows(&screen)), ("form", 3));
        screen.keys("ctrl-_*4");
        assert_eq!(file(&folder, name), before);
    }
}

#[test]
fn a_part_goes_with_the_field_that_it_needs() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let con = screen
            .library()
            .of_kind(majlis::report::Kind::Contribution)
            .iter()
            .map(|key| screen.id(*key))
            .find(|id| {
                id.starts_with("c21:") && {
                    let local = id.trim_start_matches("c21:");
                    !value_in(
                        &folder,
                        "c21.yaml",
                        &format!("contributions [{local}] result kind"),
                    )
                    .is_empty()
                }
            })
            .unwrap();
        let local = con.trim_start_matches("c21:").to_owned();
        let of = |path: &str| {
            value_in(
                &folder,
                "c21.yaml",
                &format!("contributions [{local}] {path}"),
            )
        };
        let before = file(&folder, "c21.yaml");
        go(&mut screen, &con);
        // The text in two languages, who, the item, the title in two, the sort, the document, the date.
        screen.keys("e j*9 delete");
        assert_eq!(of("result"), "", "{}", screen.message());
        screen.keys("ctrl-_");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn who_may_not_write_sees_the_parts_and_is_told_why_at_each_attempt() {
    for language in [Language::Arabic, Language::English] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "tdag23.yaml");
        screen
            .app
            .keep_with(keeper(folder.path(), "hind").read_only(true));
        go(&mut screen, "tdag23:fig/partners-2022");
        screen.keys("e j*4 enter");
        assert!(rows(&screen) > 1);
        for key in ["+", "delete", "ctrl-down", "ctrl-up", ">"] {
            screen.keys(key);
            assert!(
                screen.message().contains("reading"),
                "{key}: {}",
                screen.message()
            );
        }
        assert_eq!(file(&folder, "tdag23.yaml"), before);
    }
}

#[test]
fn a_new_figure_is_given_its_total_and_its_shares() {
    for (language, total, shares) in [
        (Language::English, "57 partners", "Public 60%, Private 40%"),
        (
            Language::Arabic,
            "57 شريكاً",
            "القطاع العام 60٪، القطاع الخاص 40٪",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("n f");
        let place = |screen: &crate::harness::Screen, name: &str| match screen.app.layer() {
            Some(majlis::app::Layer::Form(form)) => {
                let mut rows = form.rows.iter();
                rows.position(|row| row.path == [name]).unwrap()
            }
            _ => panic!("no form"),
        };
        screen.keys("<Partners by sector> enter <Partners by sector> enter esc k*20");
        let down = place(&screen, "total");
        screen.keys(&format!("j*{down} enter <{total}> enter esc k*20"));
        let down = place(&screen, "shares");
        // What is no share says how they are written.
        screen.keys(&format!("j*{down} enter <Public> enter"));
        assert!(
            screen.message().contains("Africa 12%"),
            "{}",
            screen.message()
        );
        screen.keys(&format!("ctrl-u <{shares}> enter ctrl-s"));
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let of = |path: &str| {
            value_in(
                &folder,
                "c21.yaml",
                &format!("figures [fig/partners-by-sector] {path}"),
            )
        };
        assert_eq!(of("total amount"), "57");
        let side = language.code();
        let [first, second] = match language {
            Language::English => ["Public", "Private"],
            Language::Arabic => ["القطاع العام", "القطاع الخاص"],
        };
        assert_eq!(of(&format!("shares #0 label {side}")), first);
        assert_eq!(of("shares #0 percent"), "60");
        assert_eq!(of(&format!("shares #1 label {side}")), second);
        assert_eq!(of("shares #1 percent"), "40");
        screen.keys("u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}
