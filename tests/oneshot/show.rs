//! `majlis show` and `majlis list`.

use serde_json::Value;

use super::majlis_program::{Folder, GOOD, run};

#[test]
fn a_record_is_shown_with_its_links() {
    let ran = run(&["show", "c21:27"]);
    assert_eq!((ran.code, ran.error.as_str()), (0, ""));
    assert_eq!(ran.first(), "Item c21:27");
    for line in [
        "تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار 212 والمقرر 619)",
        "Number: 27",
        "For or against: + support",
        "تؤيد المجموعة العربية مساهمة الكويت الداعية إلى مراجعة المقرر 619.",
        "- Council Decision 619 (Union's headquarters premises project) (c-dec:619)",
        "Place in the source: section 2, table 1, row 2",
    ] {
        assert!(
            ran.out.lines().any(|shown| shown == line),
            "{line}\n{}",
            ran.out
        );
    }
    let arabic = run(&["show", "c21:27", "--lang", "ar"]);
    assert_eq!(arabic.first(), "بند c21:27");
}

#[test]
fn both_numbers_of_a_row_show_it() {
    let one = run(&["show", "c21:11"]);
    assert_eq!(one.code, 0);
    assert_eq!(one.first(), "Item c21:11");
    assert!(
        one.out.lines().any(|line| line == "Number: 11, 12"),
        "{}",
        one.out
    );
    assert_eq!(run(&["show", "c21:12"]).out, one.out);
}

#[test]
fn what_a_person_means_is_found() {
    for (typed, id) in [
        ("C21:27", "Item c21:27"),
        ("c21:٢٧", "Item c21:27"),
        ("Kuwait", "Country KWT"),
    ] {
        let ran = run(&["show", typed]);
        assert_eq!(ran.first(), id, "{typed}: {ran:?}");
    }
    assert_eq!(
        run(&["show", "pp-res:191"]).first(),
        "Instrument pp-res:191@2022"
    );
}

#[test]
fn a_misspelt_id_gets_the_nearest_ones() {
    let ran = run(&["show", "c21:nom/selm"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.error.starts_with(
            "majlis: no record has the id “c21:nom/selm”; did you mean: c21:nom/selim"
        ),
        "{ran:?}"
    );
    let arabic = run(&["show", "c21:nom/selm", "--lang", "ar"]);
    assert!(
        arabic.error.contains("لعلك تقصد: c21:nom/selim"),
        "{arabic:?}"
    );
    let far = run(&["show", "qqqqqqqqqqqq"]);
    assert_eq!(
        (far.code, far.error.as_str()),
        (2, "majlis: no record has the id “qqqqqqqqqqqq”\n")
    );
}

#[test]
fn an_id_that_several_records_answer_to_is_told_with_all_of_them() {
    let folder = Folder::good();
    folder.put(
        "registry.yaml",
        "instruments:\n\
         - {id: pp-res:70@2018, kind: resolution, title: {ar: أ, en: A}}\n\
         - {id: pp-res:70@2022, kind: resolution, title: {ar: ب, en: B}}\n",
    );
    folder.put("other.yaml", GOOD.replace("id: good", "id: other"));
    for (typed, ids) in [
        ("pp-res:70", ["pp-res:70@2018", "pp-res:70@2022"]),
        ("PP-RES:٧٠", ["pp-res:70@2018", "pp-res:70@2022"]),
        ("7", ["good:7", "other:7"]),
    ] {
        for language in ["en", "ar"] {
            let ran = run(&[
                "show",
                typed,
                "--library",
                folder.name(),
                "--lang",
                language,
            ]);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
            assert!(ids.iter().all(|id| ran.error.contains(id)), "{ran:?}");
            assert_eq!(ran.error.lines().count(), 1);
        }
    }
    let ran = run(&["show", "pp-res:70@2018", "--library", folder.name()]);
    assert_eq!(ran.first(), "Instrument pp-res:70@2018");
}

#[test]
fn one_id_is_needed() {
    for mistaken in [&["show"][..], &["show", "c21:27", "c21:52"], &["show", ""]] {
        let ran = run(mistaken);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{mistaken:?}");
    }
}

#[test]
fn json_holds_the_record_and_its_links() {
    let ran = run(&["show", "c21:27", "--json"]);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.out.lines().count(), 1);
    let shown: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (&shown["id"], &shown["kind"], &shown["report"]),
        (&"c21:27".into(), &"item".into(), &"c21".into())
    );
    assert_eq!(shown["record"]["position"]["status"], "delivered");
    let links = shown["links"].as_array().unwrap();
    let decision = links.iter().find(|link| link["id"] == "c-dec:619").unwrap();
    assert_eq!(
        (&decision["relation"], &decision["outgoing"]),
        (&"refs".into(), &true.into())
    );
    let title = &decision["title"];
    assert!(
        title["ar"].as_str().unwrap().contains("619")
            && title["en"].as_str().unwrap().contains("619")
    );
}

#[test]
fn a_title_in_json_stands_in_the_languages_in_which_it_is_written() {
    let folder = Folder::with_registry();
    folder.put(
        "registry.yaml",
        "bodies:\n  - {id: x, name: {ar: المجلس, en: Council}, kind: conference}\n\
         people:\n  - {id: selim, name: {en: Selim}}\n  - {id: nur, name: {ar: نور, en: Nur}}\n",
    );
    folder.put(
        "t.yaml",
        "report: {id: t, kind: group-report, title: {ar: تقرير, en: Report}}\n\
         items:\n\
         - {id: \"1\", title: {ar: بند, en: Item}, see: [\"2\", \"3\", nom/a, nom/b]}\n\
         - {id: \"2\", title: {ar: منارة}}\n\
         - {id: \"3\", title: {ar: ' ', en: ITU}}\n\
         nominations:\n\
         - {id: nom/a, role: chair, status: elected, person: selim, body: x}\n\
         - {id: nom/b, role: chair, status: elected, person: nur, body: x}\n",
    );
    let ran = run(&["show", "t:1", "--json", "--library", folder.name()]);
    assert_eq!((ran.code, ran.error.as_str()), (0, ""), "{ran:?}");
    let shown: Value = serde_json::from_str(&ran.out).unwrap();
    let title = |id: &str| {
        let mut links = shown["links"].as_array().unwrap().iter();
        let link = links.find(|link| link["id"] == id).unwrap();
        assert_eq!(link["relation"], "see");
        let side = |language| link["title"][language].as_str().map(str::to_owned);
        (side("ar"), side("en"))
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(title("t:2"), (said("منارة"), None));
    assert_eq!(title("t:3"), (None, said("ITU")));
    // A nomination is named after its person, who has no Arabic name.
    let (ar, en) = title("t:nom/a");
    assert_eq!(ar, None);
    assert!(en.unwrap().starts_with("Selim: "));
    let (ar, en) = title("t:nom/b");
    assert!(ar.unwrap().starts_with("نور: "));
    assert!(en.unwrap().starts_with("Nur: "));
}

#[test]
fn every_record_that_is_listed_is_shown_by_its_id() {
    let listed = run(&["list", "nominations"]);
    for id in listed.ids() {
        let ran = run(&["show", id]);
        assert_eq!(
            (ran.code, ran.first()),
            (0, format!("Nomination {id}").as_str())
        );
    }
}

#[test]
fn the_list_is_all_or_of_one_kind() {
    let all = run(&["list"]);
    assert_eq!(all.code, 0);
    let ids = all.ids();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "each once");
    let nominations = run(&["list", "nominations"]);
    let first = nominations.first();
    assert!(
        first.starts_with("c21:nom/selim\tnomination\t") && first.contains("Shahira Selim"),
        "{first}"
    );
    assert_eq!(
        nominations
            .ids()
            .iter()
            .filter(|id| id.starts_with("c21:"))
            .count(),
        3
    );
    for other in ["nomination", "Nominations", "الترشيحات", "ترشيح"] {
        assert_eq!(run(&["list", other]).out, nominations.out, "{other}");
    }
    assert_eq!(run(&["list", "items"]).ids().first(), Some(&"c21:52"));
    let unknown = run(&["list", "nomnations"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    assert!(unknown.error.contains("item, position, nomination"));
}
