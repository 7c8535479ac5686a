//! Small libraries in which a few ids and words meet in every way.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::library::Source;

/// What records name: their own report's, others', the registry's, further numbers, nothing.
pub(super) const WORDS: [&str; 26] = [
    "1",
    "2",
    "4",
    "1/position",
    "4/n1",
    "out/1",
    "out/2",
    "out/3",
    "con/1",
    "fig/1",
    "a",
    "b",
    "a:1",
    "a:4",
    "b:2",
    "b:out/1",
    "a:out/2",
    "b:4/position",
    "c:out/3",
    "b:con/1",
    "KWT",
    "x",
    "y",
    "i:1",
    "i:1@2",
    "nothing",
];

fn words() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 0..3).prop_map(|words| format!("{words:?}"))
}

/// Of a reference to one record.
fn word(key: &'static str) -> impl Strategy<Value = String> {
    proptest::option::of(select(&WORDS[..]))
        .prop_map(move |word| word.map_or(String::new(), |word| format!("{key}: \"{word}\", ")))
}

fn common() -> impl Strategy<Value = String> {
    const PLACES: [&str; 5] = ["s1", "s1/p1", "s1/p2/b1", "s2", "s3"];
    (words(), words(), vec(select(&PLACES[..]), 0..3))
        .prop_map(|(refs, see, src)| format!("refs: {refs}, see: {see}, src: {src:?}"))
}

fn item() -> impl Strategy<Value = String> {
    let id = select(&["1", "2", "3"][..]);
    let numbers = vec(select(&["1", "2", "4", "5"][..]), 0..3);
    let position = proptest::option::of(common());
    let notes = vec((1..3, common()), 0..2);
    (id, numbers, position, notes, common()).prop_map(|(id, numbers, position, notes, common)| {
        let position = position.map_or(String::new(), |common| {
            format!("position: {{stance: support, status: agreed, text: {{en: P}}, {common}}}, ")
        });
        let notes = notes.into_iter();
        let notes = notes.map(|(nth, common)| {
            format!("{{id: {id}/n{nth}, text: {{en: N}}, {common}}}, ")
        });
        let notes: String = notes.collect();
        format!(
            "  - {{id: \"{id}\", number: {numbers:?}, title: {{en: T}}, {position}notes: [{notes}], {common}}}\n"
        )
    })
}

fn outcome() -> impl Strategy<Value = String> {
    (1..5, words(), word("part_of"), word("item"), common()).prop_map(
        |(id, of, part, item, common)| {
            format!(
                "  - {{id: out/{id}, kind: result, of: {of}, {part}{item}text: {{en: O}}, {common}}}\n"
            )
        },
    )
}

fn contribution() -> impl Strategy<Value = String> {
    (1..3, words(), word("item"), common()).prop_map(|(id, by, item, common)| {
        format!("  - {{id: con/{id}, by: {by}, {item}text: {{en: C}}, {common}}}\n")
    })
}

fn figure() -> impl Strategy<Value = String> {
    (1..3, word("of"), word("item"), common()).prop_map(|(id, of, item, common)| {
        format!(
            "  - {{id: fig/{id}, title: {{en: F}}, shares: [{{{of}label: {{en: L}}, percent: 2.5}}], {item}{common}}}\n"
        )
    })
}

fn section() -> impl Strategy<Value = String> {
    (1..4, common(), common(), common()).prop_map(|(id, one, two, three)| {
        format!(
            "  - {{id: s{id}, title: {{en: S}}, {one}, paragraphs: [{{id: s{id}/p1, text: {{en: A}}, {two}}}, {{id: s{id}/p2, text: {{en: B}}, points: [{{id: s{id}/p2/b1, text: {{en: B}}, {three}}}]}}], sections: [{{id: s{id}/s1, title: {{en: D}}}}]}}\n"
        )
    })
}

fn list(name: &'static str, one: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    vec(one, 0..4).prop_map(move |all| match all.is_empty() {
        true => String::new(),
        false => format!("{name}:\n{}", all.concat()),
    })
}

fn report() -> impl Strategy<Value = String> {
    let lists = (
        list("items", item()),
        list("contributions", contribution()),
        list("outcomes", outcome()),
        list("figures", figure()),
        list("sections", section()),
    );
    (select(&["a", "b", "c"][..]), word("author"), common(), lists).prop_map(
        |(id, author, common, (items, contributions, outcomes, figures, sections))| {
            format!(
                "report: {{id: {id}, kind: group-report, {author}title: {{en: R}}, {common}}}\n{items}{contributions}{outcomes}{figures}{sections}"
            )
        },
    )
}

fn registry() -> impl Strategy<Value = String> {
    let entry = |rest: &'static str, ids: &'static [&'static str]| {
        (select(ids), common())
            .prop_map(move |(id, common)| format!("  - {{id: \"{id}\", {rest}, {common}}}\n"))
    };
    let bodies = entry(
        "name: {en: N}, kind: group, parent: y",
        &["x", "y", "a", "i:1"],
    );
    let countries = entry("name: {en: N}, groups: x", &["KWT", "a:4"]);
    let instruments = entry(
        "title: {en: I}, kind: resolution",
        &["i:1@1", "i:1@2", "i:2@1"],
    );
    (
        list("bodies", bodies),
        list("countries", countries),
        list("instruments", instruments),
    )
        .prop_map(|(bodies, countries, instruments)| {
            format!("{bodies}{countries}{instruments}documents: []\n")
        })
}

/// Up to four reports, of which two may have one id, and a registry or two, wherever they stand.
pub(super) fn sources() -> impl Strategy<Value = Vec<Source>> {
    let reports = vec(report(), 0..5);
    let registries = vec(registry(), 0..3);
    (reports, registries)
        .prop_map(|(reports, registries)| {
            let report = |(nth, text)| Source::text(format!("r{nth}.yaml"), text);
            let registry = |(nth, text)| Source::text(format!("{nth}/registry.yaml"), text);
            let reports = reports.into_iter().enumerate().map(report);
            let registries = registries.into_iter().enumerate().map(registry);
            reports.chain(registries).collect::<Vec<Source>>()
        })
        .prop_shuffle()
}
