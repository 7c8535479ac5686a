//! `majlis find`.

use serde_json::Value;

use super::majlis_program::{Folder, run, run_in};

#[test]
fn the_headquarters_project_comes_first() {
    for words in [
        &["find", "مباني المقر"][..],
        &["find", "المقر", "مباني"],
        &["find", "headquarters", "premises", "progress"],
    ] {
        let ran = run(words);
        assert_eq!(ran.code, 0);
        assert!(
            ran.first()
                .starts_with("c21:27\titem\tReport on progress on the Union's"),
            "{ran:?}"
        );
        assert_eq!(ran.error, "");
    }
}

#[test]
fn in_arabic_titles_and_kinds_are_arabic_in_logical_order() {
    let ran = run(&["--lang", "ar", "find", "مباني المقر", "--limit", "1"]);
    assert_eq!(
        ran.out,
        "c21:27\tبند\tتقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار 212 والمقرر 619)\n"
    );
}

#[test]
fn the_exit_code_tells_what_was_found() {
    assert_eq!(run(&["find", "headquarters"]).code, 0);
    for (arguments, said) in [
        (&["--lang", "en"][..], "majlis: nothing found\n"),
        (&["--lang", "ar"], "majlis: لا شيء يطابق\n"),
        (&["--lang", "en", "--json"], ""),
    ] {
        let nothing = run(&[arguments, &["find", "xylophone"]].concat());
        assert_eq!(
            (nothing.code, nothing.out.as_str(), nothing.error.as_str()),
            (1, "", said)
        );
    }
    for mistaken in [
        &["find"][..],
        &["find", " "],
        &["find", "x", "--kind", "nonsense"],
        &["find", "x", "--report", "c22"],
        &["find", "x", "--limit", "many"],
        &["find", "x", "--limit", "-1"],
        &["find", "x", "--limit"],
        &["find", "x", "--nonsense"],
    ] {
        let ran = run(mistaken);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{mistaken:?}");
        assert!(ran.error.starts_with("majlis: ") && ran.error.lines().count() == 1);
    }
    assert!(
        run(&["find", "x", "--report", "c22"])
            .error
            .contains("c21, c26, c24, c17, tdag23")
    );
}

#[test]
fn kind_report_and_limit_narrow_it() {
    let nominations = run(&["find", "selim", "--kind", "nomination"]);
    let first = nominations.first();
    assert!(
        first.starts_with("c21:nom/selim\tnomination\t") && first.contains("Shahira Selim"),
        "{first}"
    );
    assert!(
        nominations
            .out
            .lines()
            .all(|line| line.contains("\tnomination\t"))
    );
    assert_eq!(
        run(&["find", "selim", "--kind", "الترشيحات"]).out,
        nominations.out
    );
    let one_report = run(&["find", "ITU", "--report", "C26", "--limit", "500"]);
    assert!(one_report.out.lines().count() > 10);
    assert!(one_report.ids().iter().all(|id| id.starts_with("c26")));
    assert_eq!(run(&["find", "ITU", "--limit", "7"]).out.lines().count(), 7);
    assert_eq!(run(&["find", "ITU"]).out.lines().count(), 50);
    // With a limit of none there is an answer, and nothing of it is shown.
    let none = run(&["find", "ITU", "--limit", "0"]);
    assert_eq!((none.code, none.out.as_str()), (0, ""));
}

#[test]
fn json_is_one_object_a_line_with_the_record_in_both_languages() {
    let ran = run(&["find", "مباني المقر", "--json", "--limit", "5"]);
    assert_eq!(ran.code, 0);
    let found: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(found.len(), 5);
    let first = &found[0];
    assert_eq!(first["id"], "c21:27");
    assert_eq!(first["kind"], "item");
    assert_eq!(first["report"], "c21");
    assert_eq!(first["record"]["number"], serde_json::json!(["27"]));
    assert_eq!(first["record"]["position"]["stance"], "support");
    let title = &first["record"]["title"];
    assert!(
        title["ar"]
            .as_str()
            .unwrap()
            .starts_with("تقرير عن التقدم المحرز")
    );
    assert!(
        title["en"]
            .as_str()
            .unwrap()
            .starts_with("Report on progress")
    );
    let scores: Vec<u64> = found
        .iter()
        .map(|one| one["score"].as_u64().unwrap())
        .collect();
    assert!(
        scores.is_sorted_by(|one, next| one >= next),
        "best first: {scores:?}"
    );
    // An entry of the registry belongs to no report.
    let person = run(&["find", "selim", "--kind", "person", "--json"]);
    let person: Value = serde_json::from_str(person.first()).unwrap();
    assert_eq!(
        (&person["id"], &person["report"]),
        (&"selim".into(), &Value::Null)
    );
    // What was asked for and is not in what is found is told; where all is in it nothing is.
    assert_eq!(first["without"], Value::Null);
    for (words, without) in [
        ("bahrain index", vec!["index"]),
        ("xqzwv premises", vec!["xqzwv"]),
        (
            "were the emirates recommendations for the plenipotentiary printed and stamped",
            vec!["printed", "stamped"],
        ),
    ] {
        let ran = run(&["find", words, "--json", "--limit", "1"]);
        let one: Value = serde_json::from_str(ran.first()).unwrap();
        assert_eq!(one["without"], serde_json::json!(without), "{words}");
    }
}

#[test]
fn what_a_person_types_is_forgiven() {
    // A document number in any spelling; hamza and ta marbuta; one slip in a longer word.
    let spelt = run(&["find", "C26/35"]);
    assert_eq!(spelt.code, 0);
    for other in ["C2635", "c26-35", "c26/35", "C٢٦/٣٥"] {
        assert_eq!(run(&["find", other]).out, spelt.out, "{other}");
    }
    assert!(run(&["find", "المقرر ٦١٩"]).ids().contains(&"c-dec:619"));
    assert!(run(&["find", "headqarters"]).ids().contains(&"c21:27"));
}

#[test]
fn words_after_two_hyphens_are_words() {
    // As an option it would be unknown, which is another code.
    assert_eq!(run(&["find", "--zzqx"]).code, 2);
    assert_eq!(run(&["find", "--", "--zzqx"]).code, 1);
    assert_eq!(run(&["find", "--", "--json"]).code, 1);
    assert_eq!(run(&["find", "--", "headquarters"]).code, 0);
}

#[test]
fn the_locale_chooses_the_language_in_the_order_of_posix() {
    for (environment, arabic) in [
        (&[("LC_ALL", "ar_EG.UTF-8")][..], true),
        (&[("LC_ALL", "en_US.UTF-8"), ("LANG", "ar_EG.UTF-8")], false),
        (
            &[("LC_ALL", ""), ("LC_MESSAGES", "ar"), ("LANG", "en_US")],
            true,
        ),
        (&[("LC_ALL", ""), ("LANG", "ar_SA")], true),
        (&[("LC_ALL", "C"), ("LANG", "ar_SA")], false),
        (&[("LC_ALL", "C"), ("MAJLIS_LANG", "ar")], true),
    ] {
        let ran = run_in(&["find", "c21:27", "--limit", "1"], environment);
        assert_eq!(
            ran.first().contains("\tبند\t"),
            arabic,
            "{environment:?}: {ran:?}"
        );
    }
    let flag = run_in(
        &["find", "c21:27", "--lang", "en"],
        &[("MAJLIS_LANG", "ar")],
    );
    assert!(flag.first().contains("\titem\t"));
}

#[test]
fn how_a_record_was_found_is_said_where_it_is_not_plain() {
    let first = |words: &[&str]| -> Value {
        let mut all = vec!["--lang", "en", "find", "--json", "--limit", "1"];
        all.extend(words);
        serde_json::from_str(run(&all).first()).unwrap()
    };
    assert_eq!(first(&["unesko"])["found"], "by its sound");
    assert_eq!(first(&["headqaurters"])["found"], "after a correction");
    assert_eq!(first(&["shaheera"])["found"], "by its sound");
    assert_eq!(
        first(&["memorandum", "understanding"])["found"],
        "in another form of the word"
    );
    let keys = first(&["hg;,dj"])["found"].as_str().unwrap().to_owned();
    assert!(
        keys.ends_with("with the keyboard on the other language"),
        "{keys}"
    );
    assert_eq!(
        first(&["قطاع تنمية الاتصالات"])["found"],
        "by its Arabic name"
    );
    for plain in [
        &["Selim"][..],
        &["27"],
        &["headquarters", "premises"],
        &["C26/35"],
    ] {
        assert_eq!(first(plain).get("found"), None, "{plain:?}");
    }
    // In lines it is one column more.
    let ran = run(&["--lang", "en", "find", "unesko", "--limit", "1"]);
    assert!(ran.first().ends_with("\tfound by its sound"), "{ran:?}");
    let ran = run(&["--lang", "ar", "find", "unesko", "--limit", "1"]);
    assert!(ran.first().contains("\tوُجد "), "{ran:?}");
    assert_eq!(
        run(&["find", "Selim", "--limit", "1"])
            .first()
            .matches('\t')
            .count(),
        2
    );
}

#[test]
fn what_is_not_read_as_meant_is_said() {
    for (query, said) in [
        ("foo:bar kuwait", "no field “foo”: searched as words"),
        ("kind:no kuwait", "kind:no is nomination or note"),
        (
            "kind: kuwait kind:",
            "a field has no value: it is passed over",
        ),
        ("by:atlantis", "no by “atlantis”: searched as words"),
        ("item:>20", "no item “>20”: searched as words"),
        ("\"head quarters", "the quote is not closed"),
        ("kuwait |", "an operator stands alone"),
        ("المشاوره الافتراصية", "“الافتراصية” read as “الافتراضية”"),
        (
            "headquartres premises",
            "“headquartres” read as “headquarters”",
        ),
        (
            "headquarters premises zzqqzz",
            "without “zzqqzz”: no record has all the words",
        ),
        ("المواقف المؤجلة", "“المؤجلة” read as “status:deferred”"),
        // As many as have it by itself are told.
        (
            "position of saudi arabia",
            "without “position” (11): no record has all the words",
        ),
    ] {
        let ran = run(&["--lang", "en", "find", query]);
        assert!(ran.error.contains(said), "{query}: {ran:?}");
        // It is for people: a program gets records and nothing else.
        let json = run(&["--lang", "en", "find", "--limit", "1", "--json", query]);
        assert_eq!((json.code, json.error.as_str()), (ran.code, ""), "{query}");
    }
    for plain in [
        "c21:27",
        "kind:position body:arab group",
        "نوع:موقف هيئة:المجموعة العربية",
        "kind:nomination",
        "un:A/RES/70/1",
        "year:>2020 kuwait",
        "kind:note",
    ] {
        assert_eq!(
            run(&["--lang", "en", "find", "--limit", "3", plain]).error,
            "",
            "{plain}"
        );
    }
}

#[test]
fn a_span_of_years_is_those_years() {
    let count = |query: &str| {
        run(&["find", "--limit", "100000", query, "kind:meeting"])
            .out
            .lines()
            .count()
    };
    let all = count("year:1900..2100");
    assert_eq!(all, 25);
    let later = count("year:>2021");
    assert_eq!(later, count("year:≥2022"));
    assert_eq!(later, count("سنة:٢٠٢٢.."));
    assert_eq!(count("year:≤2021") + later, all + overlapping(2021, 2022));
    assert_eq!(count("year:2021..2021"), count("year:2021"));
    assert_eq!(count("year:>2090"), 0);
}

/// Meetings of one year and of the next: their date is a span.
fn overlapping(year: i32, next: i32) -> usize {
    let ids = |year: i32| {
        let ran = run(&[
            "find",
            "--limit",
            "100000",
            &format!("year:{year}"),
            "kind:meeting",
        ]);
        let ids = ran.ids();
        ids.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let (one, other) = (ids(year), ids(next));
    one.iter().filter(|id| other.contains(id)).count()
}

#[test]
fn a_value_of_several_words_needs_no_quotes_where_it_is_a_name() {
    let ids = |query: &str| -> Vec<String> {
        let ran = run(&["--lang", "en", "find", query]);
        let ids = ran.out.lines().filter_map(|line| line.split('\t').next());
        ids.map(str::to_owned).collect()
    };
    let ours = ids("kind:position body:\"arab group\"");
    assert!(ours.contains(&"c21:27/position".to_owned()), "{ours:?}");
    assert_eq!(ids("kind:position body:arab group"), ours);
    assert_eq!(ids("نوع:موقف هيئة:المجموعة العربية"), ours);
    assert_eq!(ids("هيئة:المجموعة العربية نوع:موقف"), ours);
    assert_eq!(
        ids("to:technical secretariat"),
        ids("to:\"technical secretariat\"")
    );
    // Either of two words, as people say it.
    let mut either = ids("panama or peru");
    either.truncate(2);
    either.sort();
    assert_eq!(either, ["PAN", "PER"]);
    assert_eq!(ids("بنما أو بيرو"), ids("بنما | بيرو"));
    // What is no name together is a value and words.
    assert_eq!(ids("by:kuwait 619"), ids("619 by:kuwait"));
}

#[test]
fn what_is_overdue_is_found_by_the_day() {
    let ids = |query: &str| -> Vec<String> {
        let ran = run(&["--lang", "en", "find", query]);
        assert_eq!(ran.error, "", "{query}");
        let ids = ran.out.lines().filter_map(|line| line.split('\t').next());
        ids.map(str::to_owned).collect()
    };
    let late = ids("status:overdue");
    assert!(late.contains(&"c21:eg-itrs/r1".to_owned()), "{late:?}");
    let mut found = ids("overdue recommendations");
    found.sort();
    let mut all = late.clone();
    all.sort();
    assert_eq!(found, all);
    assert_eq!(
        ids("التوصيات المتأخرة c21").first(),
        late.iter().find(|id| id.starts_with("c21:"))
    );
    assert_eq!(ids("حالة:متأخرة"), late);
}

#[test]
fn the_forms_of_a_status_word_are_that_status() {
    let first = |query: &str| -> String {
        let ran = run(&["--lang", "ar", "find", "--limit", "1", query]);
        ran.out.split('\t').next().unwrap_or_default().to_owned()
    };
    // What was put off is the index, whatever the gender of what is asked for; the position on it is agreed.
    assert_eq!(first("المواقف المؤجلة"), "c21:out/idi");
    assert_eq!(first("مساهمة مؤجلة"), "c21:con/tun");
    assert_eq!(first("نتيجة مؤجلة تقرير:c21"), "c21:out/idi");
    // No word of that sound: what was not found is not made up.
    assert_eq!(first("القاهرة"), "");
}

/// Items without a position that a meeting put off are deferred, as they are on the screen, also where an outcome
/// is called so too and no record has it for its status.
#[test]
fn what_a_meeting_put_off_is_deferred() {
    const MEETING: &str = "meetings:
  - id: meet/call
    title: {en: Call of the group, ar: اجتماع المجموعة}
    date: 2026-11-23
    items: [\"11\", \"6\"]
    deferred: [\"11\", \"6\"]
";
    let folder = Folder::new();
    let report = include_str!("../../data/c21.yaml").replacen("meetings:\n", MEETING, 1);
    folder.put("c21.yaml", report);
    folder.put("registry.yaml", include_str!("../../data/registry.yaml"));
    for query in ["status:deferred", "حالة:مؤجل", "status:postponed"] {
        let ran = run(&["--library", folder.name(), "--lang", "en", "find", query]);
        let ids: Vec<&str> = ran
            .out
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect();
        for id in ["c21:6", "c21:11", "c21:out/idi"] {
            assert!(ids.contains(&id), "{query}: {ran:?}");
        }
    }
}
