//! The library as a whole, on a small one written by hand.

use super::*;
use crate::report::{Language, Record};

mod broken;
mod facts;
mod generated;
mod kept;
mod properties;
mod reference;

const ONE: &str = r#"
report: {id: c21, kind: group-report, title: {ar: تقرير المجموعة, en: Group report}, author: arab-group, src: s0}
items:
  - id: "11"
    number: ["11", "12"]
    title: {ar: خطة, en: Plan}
    position: {stance: support, status: agreed, text: {en: Yes}}
    notes: [{id: 11/n1, text: {en: Noted}}]
  - id: "27"
    number: "27"
    title: {ar: اللوائح, en: Regulations}
    recommendations:
      - {id: 27/r1, to: [sg, KWT], text: {en: "Write\n  to him"}}
    refs: [pp-res:191, c-dec:619]
    see: con/kwt
    src: s2/t1/r2
contributions:
  - {id: con/kwt, by: KWT, item: "27", document: C26/35, text: {ar: نص}, refs: [KWT], src: s3/b1}
nominations:
  - {id: nom/selim, person: selim, country: EGY, on_behalf_of: arab-group, body: eg-itrs, role: vice-chair, status: proposed, item: 12, see: c26:1.2}
outcomes:
  - {id: out/a, kind: decision, of: [27/r1], text: {en: Done}}
  - {id: out/b, kind: result, part_of: out/a, text: {en: A part}}
  - {id: out/c, kind: result, of: 12/position, text: {en: Reflected}}
meetings:
  - {id: meet/1, title: {en: First}, chair: selim, attendance: {countries: [EGY, KWT]}, items: ["27", "12"]}
figures:
  - {id: fig/a, title: {en: Shares}, shares: [{label: {en: Kuwait}, percent: 5, of: KWT}]}
sections:
  - id: s2
    title: {en: Table}
    src: s2
  - id: s3
    title: {en: Contributions}
    src: s3
    paragraphs:
      - {id: s3/p1, text: {en: Intro}, src: s3/p1, points: [{id: s3/b1, text: {en: Kuwait}, src: s3/b1}]}
"#;

const TWO: &str = r#"
report: {id: c26, kind: secretary-general-report, title: {en: Coordination}}
recommendations:
  - {id: rec/a, to: council, text: {en: Take note}, see: c21:nom/selim}
sections:
  - id: s1
    title: {en: First}
    paragraphs:
      - {id: "1.2", text: {en: Told}, refs: [pp-res:191@2022, nothing], see: [nowhere]}
"#;

const REGISTRY: &str = r#"
bodies:
  - {id: arab-group, name: {ar: المجموعة العربية, en: Arab group}, kind: regional-group}
  - {id: eg-itrs, name: {en: Expert Group on the ITRs}, acronym: [EG-ITRs], kind: group, parent: council}
  - {id: council, name: {ar: المجلس, en: Council}, kind: conference}
  - {id: sg, name: {en: Secretary-General}, kind: post}
people:
  - {id: selim, name: {ar: سليم, en: Selim}, country: EGY}
countries:
  - {id: EGY, name: {ar: مصر, en: Egypt}, groups: arab-group}
  - {id: KWT, name: {ar: الكويت, en: Kuwait}, itu: KOW, aliases: State of Kuwait}
instruments:
  - {id: pp-res:191@2022, kind: resolution, title: {en: Coordination}, aliases: [القرار 191]}
  - {id: c-dec:619, kind: decision, title: {en: Decision}, aliases: [القرار 619, المقرر 619]}
  - {id: pp-res:70@2018, kind: resolution, title: {en: Gender 2018}}
  - {id: pp-res:70@2022, kind: resolution, title: {en: Gender 2022}}
documents:
  - {id: C26/35, title: {en: A paper}}
  - {id: TDAG-23/INF/1, title: {en: Information}}
"#;

fn small() -> Library {
    let library = Library::from_sources(vec![
        Source::text("c21.yaml", ONE),
        Source::text("c26.yaml", TWO),
        Source::text("registry.yaml", REGISTRY),
    ]);
    assert_eq!(library.problems(), []);
    library
}

fn found<'a>(library: &'a Library, typed: &str) -> &'a str {
    library.find(typed).map_or("", |key| library.id(key))
}

#[test]
fn every_record_is_there_in_file_order() {
    let library = small();
    let ids: Vec<&str> = library.keys().map(|key| library.id(key)).collect();
    assert_eq!(
        ids[..8],
        [
            "c21",
            "c21:11",
            "c21:11/position",
            "c21:11/n1",
            "c21:27",
            "c21:27/r1",
            "c21:con/kwt",
            "c21:nom/selim",
        ]
    );
    assert_eq!(library.len(), 34);
    for key in library.keys() {
        let record = library.record(key).unwrap();
        assert_eq!(record.kind(), library.kind(key));
        assert!(library.of_kind(library.kind(key)).contains(&key));
        let local = library.id(key).split_once(':').map(|(_, local)| local);
        if let (Some(id), Some(local), Some(_)) = (record.id(), local, library.report_of(key)) {
            assert_eq!(id.as_str(), local);
        }
    }
    let stranger = Key::new(34);
    assert!(library.record(stranger).is_none() && library.links(stranger).is_empty());
}

#[test]
fn a_record_is_found_however_its_id_is_typed() {
    let library = small();
    for (typed, id) in [
        ("c21:27", "c21:27"),
        ("C21:٢٧", "c21:27"),
        (" c21 : 27 ", "c21:27"),
        ("c21:11", "c21:11"),
        ("c21:12", "c21:11"),
        ("12", "c21:11"),
        ("c21:12/position", "c21:11/position"),
        ("C21:12 position", "c21:11/position"),
        ("c21:12/n1", "c21:11/n1"),
        ("12-N1", "c21:11/n1"),
        ("c21:nom selim", "c21:nom/selim"),
        ("nom/selim", "c21:nom/selim"),
        ("c26", "c26"),
        ("c26:1.2", "c26:1.2"),
        ("kwt", "KWT"),
        ("KOW", "KWT"),
        ("state of kuwait", "KWT"),
        ("Egypt", "EGY"),
        ("مصر", "EGY"),
        ("EG ITRs", "eg-itrs"),
        ("pp-res:191", "pp-res:191@2022"),
        ("PP-RES:191@2022", "pp-res:191@2022"),
        ("القرار ٦١٩", "c-dec:619"),
        ("المقرر 619", "c-dec:619"),
        ("C2635", "C26/35"),
        ("c26-35", "C26/35"),
        ("C26/35", "C26/35"),
        ("\u{200F}C26\u{2011}35", "C26/35"),
        ("TDAG23/INF/1", "TDAG-23/INF/1"),
        // In full, but for the letter case.
        ("C21", "c21"),
        ("PP-RES:191@2022", "pp-res:191@2022"),
        // Two editions: neither is meant more than the other.
        ("pp-res:70", ""),
        // A row's number is no document's number.
        ("C21/27", ""),
        ("s", ""),
        ("", ""),
    ] {
        assert_eq!(found(&library, typed), id, "{typed}");
    }
}

#[test]
fn a_slip_gets_the_nearest_ids() {
    let library = small();
    assert_eq!(library.nearest("c21:28", 1), ["c21:27"]);
    assert_eq!(library.nearest("nom/slim", 1), ["c21:nom/selim"]);
    assert_eq!(library.nearest("Kuwiat", 1), ["KWT"]);
    let editions = ["pp-res:70@2018", "pp-res:70@2022"];
    assert_eq!(library.nearest("pp-res:70", 2), editions);
    assert!(library.nearest(&"x".repeat(1_000_000), 3).is_empty());
    assert!(library.nearest("c21:27", 0).is_empty());
}

/// The links of a record, as `relation > id` (outgoing) and `relation < id`.
fn links(library: &Library, id: &str) -> Vec<String> {
    let links = library.links(library.find(id).unwrap()).iter();
    let told = |link: &LinkTo| {
        let arrow = if link.outgoing { '>' } else { '<' };
        format!("{:?} {arrow} {}", link.relation, library.id(link.key))
    };
    links.map(told).collect()
}

#[test]
fn links_run_both_ways_and_across_reports() {
    let library = small();
    let all = [
        "Person > selim",
        "Country > EGY",
        "OnBehalfOf > arab-group",
        "Body > eg-itrs",
        "Item > c21:11",
        "See > c26:1.2",
        "See < c26:rec/a",
    ];
    assert_eq!(links(&library, "c21:nom/selim")[1..], all);
    // What is named as the item is not said again as "see also"; the edition may be left out.
    let all = [
        "Owner > c21",
        "Refs > pp-res:191@2022",
        "Refs > c-dec:619",
        "StandsIn > c21:s2",
        "Owner < c21:27/r1",
        "Item < c21:con/kwt",
        "Item < c21:meet/1",
    ];
    assert_eq!(links(&library, "c21:27"), all);
    let all = [
        "Owner > c21",
        "By > KWT",
        "Item > c21:27",
        "Document > C26/35",
        "StandsIn > c21:s3/b1",
    ];
    assert_eq!(links(&library, "c21:con/kwt"), all);
    let all = ["Refs < c21:27", "Refs < c26:1.2"];
    assert_eq!(links(&library, "pp-res:191"), all);
    let all = [
        "To < c21:27/r1",
        "By < c21:con/kwt",
        "Attendance < c21:meet/1",
        "Country < c21:fig/a",
    ];
    assert_eq!(links(&library, "KWT"), all);
}

#[test]
fn each_link_has_its_other_end_and_is_told_once() {
    let library = small();
    for key in library.keys() {
        let links = library.links(key);
        for (at, link) in links.iter().enumerate() {
            assert!(!links[..at].contains(link));
            assert_ne!(link.key, key);
            let back = LinkTo {
                key,
                outgoing: !link.outgoing,
                ..*link
            };
            let other = library.links(link.key);
            assert!(other.contains(&back), "{} {link:?}", library.id(key));
        }
    }
}

#[test]
fn what_belongs_to_an_item_is_its_own_and_what_names_it() {
    let library = small();
    let members = |id| -> Vec<&str> {
        let item = library.find(id).unwrap();
        library
            .belongs_to(item)
            .iter()
            .map(|key| library.id(*key))
            .collect()
    };
    let all = [
        "c21:27/r1",
        "c21:con/kwt",
        "c21:out/a",
        "c21:out/b",
        "c21:meet/1",
    ];
    assert_eq!(members("c21:27"), all);
    let all = [
        "c21:11/position",
        "c21:11/n1",
        "c21:nom/selim",
        "c21:out/c",
        "c21:meet/1",
    ];
    assert_eq!(members("c21:12"), all);
    let item_of = |id| {
        library
            .item_of(library.find(id).unwrap())
            .map(|key| library.id(key))
    };
    assert_eq!(item_of("meet/1"), Some("c21:27"));
    assert_eq!(item_of("c21:27"), None);
    assert_eq!(item_of("rec/a"), None);
    let owner = |id| {
        library
            .owner(library.find(id).unwrap())
            .map(|key| library.id(key))
    };
    assert_eq!(owner("c21:27/r1"), Some("c21:27"));
    assert_eq!(owner("s3/b1"), Some("c21:s3/p1"));
    assert_eq!(owner("s3/p1"), Some("c21:s3"));
    assert_eq!(owner("c21:s3"), Some("c21"));
    assert_eq!(owner("KWT"), None);
}

#[test]
fn a_title_is_one_line_in_the_language_or_the_other() {
    let library = small();
    let title = |id, language| library.title(library.find(id).unwrap(), language);
    let (ar, en) = (Language::Arabic, Language::English);
    assert_eq!(title("c21:27", ar), "اللوائح");
    assert_eq!(title("c21:11/position", en), "Plan");
    assert_eq!(
        title("nom/selim", ar),
        "سليم: نائب رئيس Expert Group on the ITRs"
    );
    assert_eq!(
        title("nom/selim", en),
        "Selim: vice-chair, Expert Group on the ITRs"
    );
    assert_eq!(title("27/r1", ar), "Write to him");
    assert_eq!(title("con/kwt", en), "نص");
    assert_eq!(title("KWT", ar), "الكويت");
    assert_eq!(title("c26:1.2", ar), "Told");
}

#[test]
fn the_built_in_reports_are_whole() {
    let library = Library::built_in();
    assert_eq!(library.problems(), []);
    assert_eq!(library.report_count(), 5);
    for id in ["c21", "c26", "c17", "c24", "tdag23"] {
        let head = library.record(library.find(id).unwrap()).unwrap();
        assert!(matches!(head, Record::Report(head) if head.id.as_str() == id));
    }
}
