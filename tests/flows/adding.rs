//! New records: by a form, and by one line.

use crate::desk::{BOTH, desk, file, go, value, value_in};

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
        screen.keys("+ <nom Nadia Haddad EGY vice-chair EG-ITRs> enter");
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
fn a_new_record_is_a_form_with_what_it_needs_first() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n r ctrl-s");
        assert!(screen.message().contains("wording"), "{}", screen.message());
        screen.keys("enter <A paper, please> ctrl-s esc");
        // It was not added: what was filled in is there again.
        assert!(
            screen.message().contains("Not added"),
            "{}",
            screen.message()
        );
        screen.keys("n r");
        assert_eq!(screen.layer(), "form");
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
        screen.keys("n p enter alt-a <We are for it> ctrl-s j*2");
        screen.keys("k*9 j*2 enter <support> enter ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = "items [eg-itrs] position";
        assert_eq!(value(&folder, &format!("{at} stance")), "support");
        assert_eq!(value(&folder, &format!("{at} status")), "draft");
        // There is one now: the same keys open its form.
        screen.keys("n p");
        assert_eq!(screen.in_hand(), "c21:eg-itrs/position");
        screen.keys("esc A u u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}
