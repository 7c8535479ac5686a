//! Taking changes back: out of sight, named in words, and told in the history.

use majlis::report::Language;

use crate::desk::{desk, file, go, past};
use crate::harness::Screen;

fn said(screen: &Screen, language: Language) -> String {
    let message = screen.app.message.as_ref();
    message.map_or_else(String::new, |message| message.get(language).to_owned())
}

#[test]
fn what_is_undone_out_of_sight_is_gone_to_and_named_in_words() {
    for (language, undone, redone) in [
        (
            Language::English,
            "Undone: position “Report on progress on the Union's headquarters premises proj…”, \
             Stage: delivered (was: agreed)",
            "Done again: position",
        ),
        (
            Language::Arabic,
            "تراجع: موقف «تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار …»، المرحلة: \
             قُدِّم (كان: متفق عليه)",
            "إعادة: موقف",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("A");
        go(&mut screen, "c24:1.2");
        screen.keys("u");
        assert_eq!(file(&folder, "c21.yaml"), before);
        assert_eq!(screen.in_hand(), "c21:27/position");
        assert_eq!(said(&screen, language), undone);
        // The way back is known.
        screen.keys("[");
        assert_eq!(screen.in_hand(), "c24:1.2");
        screen.keys("U");
        assert_eq!(screen.in_hand(), "c21:27/position");
        assert!(said(&screen, language).starts_with(redone));
        // In sight, of the item in hand, one stays where one is.
        go(&mut screen, "c21:27");
        screen.keys("u");
        assert_eq!(screen.in_hand(), "c21:27");
    }
}

#[test]
fn a_part_without_an_id_is_undone_in_words() {
    let (_folder, mut screen) = desk(Language::English);
    go(&mut screen, "tdag23:fig/partners-2022");
    screen.keys("e j*4 enter + enter <Universities> enter ctrl-s esc*2");
    go(&mut screen, "c21:27");
    screen.keys("u");
    assert_eq!(screen.in_hand(), "tdag23:fig/partners-2022");
    let said = screen.message();
    assert!(said.starts_with("Undone: adding figure “"), "{said}");
    assert!(said.contains("”, Shares "), "{said}");
    assert!(!said.contains("shares"), "{said}");
}

#[test]
fn the_history_says_what_was_undone_done_again_and_brought_back() {
    for (language, wanted) in [
        (
            Language::English,
            [
                "Brought back: Stage: delivered (was: agreed)",
                "Done again: Stage: agreed (was: delivered)",
                "Undone: Stage: delivered (was: agreed)",
                "Stage: agreed (was: delivered)",
            ],
        ),
        (
            Language::Arabic,
            [
                "استعادة قيمة سابقة: المرحلة: قُدِّم (كان: متفق عليه)",
                "إعادة: المرحلة: متفق عليه (كان: قُدِّم)",
                "تراجع: المرحلة: قُدِّم (كان: متفق عليه)",
                "المرحلة: متفق عليه (كان: قُدِّم)",
            ],
        ),
    ] {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A u U H down*2 enter H");
        let told: Vec<String> = past(&screen, language);
        let told: Vec<String> = told
            .iter()
            .map(|line| majlis::script::plain(line))
            .collect();
        assert_eq!(told, wanted);
    }
}
