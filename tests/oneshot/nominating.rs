//! `majlis add nomination`: its fields as options, and somebody new with it.

use super::changing::{REGISTRY, REPORT, is_sound, library, majlis, text, tree};

/// A field of the record can be given as an option, as the usual ones can.
#[test]
fn fields_are_given_as_options_too() {
    let folder = library();
    let arguments = [
        "add",
        "nomination",
        "c1:27",
        "--person",
        "Shahira Selim",
        "--country",
        "مصر",
        "--body",
        "itu",
        "--role",
        "vice-chair",
        "--title",
        "First deputy",
        "--status",
        "submitted",
    ];
    let ran = majlis(&folder, &arguments);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "c1:nom/selim: added\n"),
        "{ran:?}"
    );
    let wanted = "{id: nom/selim, person: selim, country: EGY, body: itu, role: vice-chair, \
                  title: {en: First deputy}, status: submitted, item: '27'}";
    assert_eq!(
        tree(&folder, "c1.yaml")["nominations"][0],
        serde_yaml::from_str::<serde_yaml::Value>(wanted).unwrap()
    );
    let ran = majlis(&folder, &["set", "c1:nom/selim", "--status", "منتخبة"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        tree(&folder, "c1.yaml")["nominations"][0]["status"],
        "elected"
    );
    let outcome = [
        "add",
        "outcome",
        "c1:27",
        "--kind",
        "noted",
        "--en",
        "The Council noted it",
    ];
    assert_eq!(majlis(&folder, &outcome).code, 0);
    assert_eq!(tree(&folder, "c1.yaml")["outcomes"][0]["kind"], "noted");
    is_sound(&folder);
    // Of another command it is none, and one that no record has is told so with the near one.
    for (arguments, says) in [
        (&["find", "x", "--person", "y"][..], "--person"),
        (&["note", "c1:27", "x", "--status", "y"], "--status"),
        (&["set", "c1:27", "--id", "28"], "--id"),
        (&["add", "nomination", "c1:27", "--persn", "x"], "--person"),
        (
            &["add", "nomination", "c1:27", "--zzzzzz", "x"],
            "majlis add KIND --help",
        ),
        (&["add", "note", "c1:27", "--person", "x"], "person"),
        (
            &["set", "c1:27", "status=agreed", "--read-olny"],
            "there is no option --read-olny; did you mean --read-only?",
        ),
        (
            &["set", "c1:27", "status=agreed", "--jsno"],
            "there is no option --jsno; did you mean --json?",
        ),
        (
            &["add", "note", "c1:27", "--lnag", "ar"],
            "there is no option --lnag; did you mean --lang?",
        ),
    ] {
        let ran = majlis(&folder, arguments);
        assert_eq!(ran.code, 2, "{arguments:?} {ran:?}");
        assert!(ran.error.contains(says), "{arguments:?} {ran:?}");
    }
    let arabic = majlis(
        &folder,
        &["--lang", "ar", "add", "nomination", "c1:27", "--persn", "x"],
    );
    assert!(arabic.error.contains("لعلك تقصد --person"), "{arabic:?}");
}

/// Who is nominated and is not in the directory comes into it where that is asked for; both are one change.
#[test]
fn somebody_new_comes_into_the_directory_where_that_is_asked_for() {
    let folder = library();
    let nominate = |person: &str, more: &[&str]| {
        let mut arguments = vec!["add", "nomination", "c1:27", "--person", person];
        arguments.extend(["--country", "EGY", "--role", "نائبة رئيس"]);
        arguments.extend(more);
        majlis(&folder, &arguments)
    };
    let ran = nominate("Dr Layla Al Mansoori", &["--body", "itu"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.error.contains("--new"), "{ran:?}");
    let ran = nominate("ليلى المنصوري", &["--body", "itu", "--lang", "ar"]);
    assert!(ran.error.contains("--new"), "{ran:?}");
    // Where the nomination is not right, nobody comes.
    let ran = nominate("Dr Layla Al Mansoori", &["--new"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.error.contains("body=…"), "{ran:?}");
    assert_eq!(text(&folder, "registry.yaml"), REGISTRY);
    let ran = nominate(
        "Dr Layla Al Mansoori - د. ليلى المنصوري",
        &["--body", "itu", "--new"],
    );
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "mansoori: added\nc1:nom/mansoori: added\n"),
        "{ran:?}"
    );
    let wanted = "{id: mansoori, name: {ar: ليلى المنصوري, en: Layla Al Mansoori}, \
                  honorific: {ar: الدكتورة, en: Dr}, country: EGY}";
    assert_eq!(
        tree(&folder, "registry.yaml")["people"][1],
        serde_yaml::from_str::<serde_yaml::Value>(wanted).unwrap()
    );
    assert_eq!(
        tree(&folder, "c1.yaml")["nominations"][0]["person"],
        "mansoori"
    );
    is_sound(&folder);
    assert_eq!(majlis(&folder, &["undo"]).code, 0);
    assert_eq!(
        (
            text(&folder, "registry.yaml").as_str(),
            text(&folder, "c1.yaml").as_str()
        ),
        (REGISTRY, REPORT)
    );
    // Each as a line of JSON; who is known is not made again.
    let ran = nominate("Omar Haddad", &["--body", "itu", "--new", "--json"]);
    let lines: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let records: Vec<&str> = lines
        .iter()
        .map(|line| line["record"].as_str().unwrap())
        .collect();
    assert_eq!(records, ["haddad", "c1:nom/haddad"], "{ran:?}");
    assert_eq!(lines[1]["with"], lines[0]["id"]);
    let ran = nominate("selim", &["--body", "itu", "--new"]);
    assert_eq!(ran.out, "c1:nom/selim: added\n", "{ran:?}");
    // No other record takes somebody new on the way.
    let ran = majlis(
        &folder,
        &[
            "add",
            "note",
            "c1:27",
            "--by",
            "Nobody New",
            "--en",
            "x",
            "--new",
        ],
    );
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.error.contains("--new"), "{ran:?}");
}

/// Who is called only Dr is not made a man: neither the directory nor the role says so.
#[test]
fn nobody_is_made_a_man_on_the_way_into_the_directory() {
    for (typed, id, honorific) in [
        ("Dr Layla Al Mansoori", "mansoori", "{ar: د., en: Dr}"),
        ("Amb. Layla Qasim", "qasim", "{en: Amb.}"),
    ] {
        let folder = library();
        let ran = majlis(
            &folder,
            &[
                "add",
                "nomination",
                "c1:27",
                "--person",
                typed,
                "--body",
                "itu",
                "--role",
                "chair",
                "--new",
            ],
        );
        assert_eq!(ran.code, 0, "{ran:?}");
        let person = &tree(&folder, "registry.yaml")["people"][1];
        assert_eq!(person["id"], id);
        assert_eq!(
            person["honorific"],
            serde_yaml::from_str::<serde_yaml::Value>(honorific).unwrap(),
            "{typed}"
        );
    }
}

/// A name that two have, or that is of something else, is not unknown: nobody is added, and it is not offered.
#[test]
fn nobody_is_added_whose_name_is_known() {
    let folder = library();
    let registry = REGISTRY.replace(
        "countries:",
        "  - {id: first-h, name: {en: Sami Hajji}, aliases: [Hajji]}\n  \
         - {id: other-h, name: {en: Omar Hajji}, aliases: [Hajji]}\ncountries:",
    );
    folder.put("registry.yaml", &registry);
    for (typed, says) in [
        ("Hajji", "other-h"),
        ("tech-sec", "tech-sec"),
        (
            "Technical Secretariat",
            "“Technical Secretariat” is tech-sec (body), not a person",
        ),
        ("Dr Hajji", "first-h"),
    ] {
        for new in [&[][..], &["--new"]] {
            let usual = ["add", "nomination", "c1:27", "--person", typed];
            let rest = ["--body", "itu", "--role", "chair"];
            let ran = majlis(&folder, &[&usual[..], &rest[..], new].concat());
            assert_eq!(ran.code, 2, "{typed} {ran:?}");
            assert!(ran.error.contains(says), "{typed} {ran:?}");
            assert!(!ran.error.contains("--new"), "{typed} {ran:?}");
            assert_eq!(text(&folder, "registry.yaml"), registry, "{typed}");
        }
    }
}

/// How somebody is addressed is no part of the name by which one is known, nor is the same name in the other
/// script behind it.
#[test]
fn somebody_is_known_with_a_form_of_address_and_in_both_scripts() {
    for typed in [
        "Dr Shahira Selim",
        "Ms Shahira Selim",
        "أ. شهيرة سليم",
        "سعادة السفيرة شهيرة سليم",
        "Her Excellency Dr Shahira Selim",
        "Ms Selim",
        "شهيرة سليم - Shahira Selim",
        "د. شهيرة سليم (Dr Shahira Selim)",
    ] {
        for new in [&[][..], &["--new"]] {
            let folder = library();
            let usual = ["add", "nomination", "c1:27", "--person", typed];
            let rest = ["--body", "itu", "--role", "chair"];
            let ran = majlis(&folder, &[&usual[..], &rest[..], new].concat());
            assert_eq!(
                (ran.code, ran.out.as_str()),
                (0, "c1:nom/selim: added\n"),
                "{typed} {ran:?}"
            );
            assert_eq!(text(&folder, "registry.yaml"), REGISTRY, "{typed}");
        }
    }
    // Who came with one nomination is known in the next.
    let folder = library();
    let nominate = |person: &str, role: &str| {
        let usual = ["add", "nomination", "c1:27", "--person", person];
        let rest = ["--body", "itu", "--role", role, "--new"];
        majlis(&folder, &[usual, rest].concat())
    };
    let ran = nominate("ليلى المنصوري - Layla Al Mansoori", "chair");
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = nominate("Dr Layla Al Mansoori", "vice-chair");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "c1:nom/mansoori-2: added\n"),
        "{ran:?}"
    );
    // That she is put forward for another role of the same body is told.
    assert!(
        ran.error
            .contains("is nominated already, for another role (c1:nom/mansoori)"),
        "{ran:?}"
    );
}

#[test]
fn what_check_takes_is_said_where_it_is_no_folder() {
    let folder = library();
    for (language, says) in [
        (
            "en",
            "“c1” is no folder; majlis check takes a folder of reports",
        ),
        ("ar", "«c1» ليس مجلداً؛ والأمر majlis check يفحص مجلد تقارير"),
    ] {
        for json in [&[][..], &["--json"]] {
            let ran = majlis(
                &folder,
                &[&["--lang", language, "check", "c1"][..], json].concat(),
            );
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
            assert!(ran.error.contains(says), "{ran:?}");
        }
    }
}
