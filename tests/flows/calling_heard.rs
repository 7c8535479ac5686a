//! What a call tells whoever is in it: who leads and chairs it, who waits for the floor, what others change
//! in the item in hand.

use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::keep::{Keeper, Means};
use majlis::linear::{Before, by_others};
use majlis::report::Language::{self, Arabic, English};
use majlis::report::call::Moment;
use majlis::script::Form;

use crate::desk::BOTH;
use crate::harness::Screen;
use crate::harness_call::{Shared, bar, begun};

/// What is said at the bottom.
fn said(screen: &Screen, language: Language) -> String {
    let message = screen.app.message.as_ref();
    let said = message.map_or("", |one| one.get(language));
    majlis::script::without_isolates(said).replace('\u{a0}', " ")
}

#[test]
fn who_follows_is_told_who_leads_and_chairs() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        let mut omar = shared.screen("omar", language);
        hind.keys("c c");
        shared.hear(&mut omar);
        let [begun, chair, with_chair, by, chairs, detached, ended] = match language {
            English => [
                "hind leads the call; your screen goes along, and x stays behind",
                "Tunisia chairs the call now",
                "hind leads the call, chaired by Tunisia; your screen goes along, and x stays behind",
                "led by hind",
                "chair: Tunisia",
                "hind leads the call; x returns to it",
                "The call that hind led has ended",
            ],
            Arabic => [
                "يقود hind الاجتماع؛ شاشتك تتابعه، والمفتاح x يوقف المتابعة",
                "رئاسة الاجتماع الآن: تونس",
                "يقود hind الاجتماع، ورئاسته: تونس؛ شاشتك تتابعه، والمفتاح x يوقف المتابعة",
                "بقيادة hind",
                "الرئاسة: تونس",
                "يقود hind الاجتماع؛ المفتاح x يعيدك إليه",
                "اختُتم الاجتماع الذي كان يقوده hind",
            ],
        };
        assert_eq!(said(&omar, language), begun);
        hind.keys("c h <tunisia> enter t");
        shared.hear(&mut omar);
        assert_eq!(said(&omar, language), chair);
        assert!(omar.shows(by) && omar.shows(chairs), "{}", bar(&omar));
        // Who leads knows who does.
        assert!(!bar(&hind).contains("hind"), "{}", bar(&hind));
        let late = shared.screen("late", language);
        assert_eq!(said(&late, language), with_chair);
        // A key that begins a call does not tell how another's is ended.
        omar.keys("c c");
        assert_eq!(said(&omar, language), with_chair);
        omar.keys("x c c");
        assert_eq!(said(&omar, language), detached);
        assert!(omar.app.call.is_shown());
        shared.at(&mut hind, 60);
        hind.keys("c x enter");
        shared.hear(&mut omar);
        assert_eq!(said(&omar, language), ended);
    }
}

#[test]
fn who_waits_is_named_before_the_title_is_whole() {
    let registry = "\
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
bodies:
  - id: tech-sec
    kind: unit
    name: {ar: الأمانة الفنية لمجلس الوزراء العرب للاتصالات والمعلومات, en: Technical Secretariat of the Arab Telecommunications and Information Council of Ministers}
  - {id: cwg, kind: group, acronym: CWG-SFP, name: {ar: فريق العمل التابع للمجلس والمعني بالخطتين الاستراتيجية والمالية, en: Council Working Group for Strategic and Financial Plans}}
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
";
    for (language, columns, who, named) in [
        (English, 140, "cwg", "waiting: CWG-SFP"),
        (English, 80, "cwg", "waiting: CWG-SFP"),
        (Arabic, 80, "cwg", "قائمة المتحدثين: CWG-SFP"),
        (English, 140, "tech-sec", "waiting: Technical Secretariat…"),
        (English, 80, "tech-sec", "waiting: Technical Secretariat…"),
        (
            Arabic,
            80,
            "tech-sec",
            "قائمة المتحدثين: الأمانة الفنية لمجلس…",
        ),
    ] {
        let shared = Shared::new();
        shared.put("registry.yaml", registry);
        shared.change(
            "مباني المقر, en: Headquarters premises",
            "إنشاء مبنى جديد لمقر الاتحاد في جنيف وتمويله, en: Construction of a new headquarters building in Geneva and how it is paid for",
        );
        let mut hind = shared.sized("hind", language, (columns, 24));
        hind.keys("c c t s g <tun> enter s s");
        hind.type_in(who).keys("enter");
        shared.at(&mut hind, 20);
        let shown = bar(&hind);
        assert!(hind.shows(named), "{columns} {named}: {shown}");
        assert!(shown.contains("27"), "{shown}");
    }
}

#[test]
fn what_another_changes_in_the_item_in_hand_is_told() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        let follow = |screen: &mut Screen, changed: &str| follow(&shared, screen, changed);
        // Without a call the mark beside it tells enough.
        shared.sara("27", &["stance"], "oppose");
        follow(&mut hind, "x:27/position");
        assert_eq!(said(&hind, language), "");
        hind.keys("c c t j");
        shared.sara("28", &["status"], "draft");
        follow(&mut hind, "x:28/position");
        let by_sara = |hind: &Screen| said(hind, language).contains("sara");
        assert!(!by_sara(&hind), "{}", said(&hind, language));
        shared.sara("27", &["status"], "agreed");
        follow(&mut hind, "x:27/position");
        // Nothing that is still to be read goes by it.
        assert!(
            said(&hind, language).contains("27"),
            "{}",
            said(&hind, language)
        );
        let told = match language {
            English => "sara: Item 27, Stage: agreed (was: draft)",
            Arabic => "sara: البند 27، المرحلة: متفق عليه (كان: مسودة)",
        };
        assert!(
            said(&hind, language).ends_with(told),
            "{}",
            said(&hind, language)
        );
        shared.sara("27", &["stance"], "amend");
        follow(&mut hind, "x:27/position");
        let told = match language {
            English => "sara: Item 27, For or against: amend (was: oppose)",
            Arabic => "sara: البند 27، نوع الموقف: تعديل (كان: معارضة)",
        };
        assert_eq!(said(&hind, language), told);
        // Once is enough; and what is one's own is told already.
        hind.keys("esc");
        shared.change("Prepare a paper", "Prepare two");
        follow(&mut hind, "x:27/r1");
        assert!(!by_sara(&hind), "{}", said(&hind, language));
        hind.keys("k D");
        let own = said(&hind, language);
        follow(&mut hind, "x:27/position");
        assert_eq!(said(&hind, language), own);
    }
}

/// A screen learns what has become of a record.
fn follow(shared: &Shared, screen: &mut Screen, changed: &str) {
    let shelf = Arc::new(Shelf::new(shared.library()));
    let changed: Vec<Box<str>> = vec![changed.into()];
    screen.app.follow(shelf, changed.clone(), Instant::now());
    screen.app.tell_of_item(&changed);
    screen.draw();
}

/// Somebody else's change that is older than one's being there is not told, whatever comes to the record
/// then.
#[test]
fn what_another_changed_before_one_came_is_no_news() {
    for language in BOTH {
        let shared = Shared::new();
        shared.screen("hind", language).keys("c c t");
        shared.sara("27", &["status"], "agreed");
        let shelf = Arc::new(Shelf::new(shared.library()));
        let mut omar = Screen::new(shelf, language, Form::Visual, (140, 40));
        let keeper = Keeper::new(shared.folder(), "omar", Means::Hand).with_state(None);
        omar.app.keep_with(keeper);
        // The history has the time of this machine; he comes later than that.
        omar.app.at(Moment::parse("2099-01-01T00:00:00Z").unwrap());
        shared.at(&mut omar, 60);
        shared.hear(&mut omar);
        omar.keys("esc");
        follow(&shared, &mut omar, "x:27/position");
        let told = said(&omar, language);
        assert!(!told.contains("sara"), "{told}");
    }
}

/// That a field was changed after one keeps nobody from hearing what is changed then.
#[test]
fn what_another_changes_is_told_also_behind_a_change_of_ones_own() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t D");
        shared.sara("27", &["status"], "agreed");
        follow(&shared, &mut hind, "x:27/position");
        let first = said(&hind, language);
        assert!(first.contains("sara"), "{first}");
        hind.keys("esc");
        shared.sara("27", &["stance"], "amend");
        follow(&shared, &mut hind, "x:27/position");
        let told = said(&hind, language);
        let what = match language {
            English => "For or against: amend",
            Arabic => "نوع الموقف: تعديل",
        };
        assert!(told.contains("sara") && told.contains(what), "{told}");
    }
}

#[test]
fn a_person_who_asks_for_the_floor_is_noted_with_the_country() {
    let registry = "\
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
people:
  - {id: bilal, name: {ar: سميرة بلال, en: Samira Bilal}, country: EGY}
  - {id: benhajji, name: {ar: محمد بن حجي, en: Mohamed Ben Hajji}}
bodies:
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
";
    for language in BOTH {
        let shared = Shared::new();
        shared.put("registry.yaml", registry);
        let mut hind = shared.screen("hind", language);
        let (asks, without) = match language {
            English => (
                "Egypt (Samira Bilal) asks for the floor",
                "Mohamed Ben Hajji: the directory names no country; say a country or a body",
            ),
            Arabic => (
                "طلب الكلمة: مصر (سميرة بلال)",
                "محمد بن حجي: لا بلد له في الدليل؛ اذكر بلداً أو هيئة",
            ),
        };
        let waiting = |screen: &Screen| -> Vec<String> {
            let call = screen.app.call.on().unwrap();
            call.waiting.iter().map(ToString::to_string).collect()
        };
        hind.keys("c c t s s");
        hind.keys("<bilal> enter");
        assert_eq!(
            (waiting(&hind), said(&hind, language)),
            (vec!["EGY".to_owned()], asks.to_owned())
        );
        hind.keys("s s <hajji> enter");
        assert_eq!(
            (waiting(&hind), said(&hind, language)),
            (vec!["EGY".to_owned()], without.to_owned())
        );
        // A country is still found before the people.
        hind.keys("s s <tun> enter");
        assert_eq!(waiting(&hind), ["EGY", "TUN"]);
    }
}

/// Who waited, or is given the floor, is noted as there by that: who listens has heard of them already, and is
/// not told it in the breath in which they are dropped from the list.
#[test]
fn who_waited_is_not_announced_as_there() {
    let (shared, mut hind) = begun();
    let mut sara = shared.screen("sara", Language::English);
    hind.keys("t s s <egy> enter s s <kwt> enter");
    shared.hear(&mut sara);
    let mut told = |hind: &mut Screen, keys: &str| {
        let before = Before::of(&sara.app);
        hind.keys(keys);
        shared.hear(&mut sara);
        let call = sara.app.call.on().unwrap();
        let present: Vec<String> = call.present.iter().map(ToString::to_string).collect();
        (by_others(&before, &sara.app), present)
    };
    let (lines, present) = told(&mut hind, "s n");
    assert_eq!(present, ["EGY"]);
    assert!(
        lines.contains(&"Egypt has the floor".to_owned()),
        "{lines:?}"
    );
    assert!(
        !lines.iter().any(|line| line.contains("is there")),
        "{lines:?}"
    );
    let (lines, present) = told(&mut hind, "c n");
    assert_eq!(present, ["EGY", "KWT"], "{lines:?}");
    assert!(
        !lines.iter().any(|line| line.contains("is there")),
        "{lines:?}"
    );
    // Who was not heard of before is told.
    let (lines, _) = told(&mut hind, "c a <tun> enter");
    assert!(
        lines.iter().any(|line| line == "Tunisia is there"),
        "{lines:?}"
    );
}
