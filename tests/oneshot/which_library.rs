//! Which library is opened: the flag, the variable, the configuration, the built-in one.

use super::majlis_program::{Folder, REGISTRY, run_in};

/// A library whose one report has this id and title.
fn library(folder: &Folder, name: &str) -> String {
    let text =
        format!("report: {{id: {name}, kind: group-report, title: {{en: lighthouse {name}}}}}\n");
    folder.put(&format!("{name}/{name}.yaml"), text);
    folder.put(&format!("{name}/registry.yaml"), REGISTRY);
    folder.path().join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_flag_comes_before_the_variable_and_that_before_the_configuration() {
    let folder = Folder::new();
    let [flag, variable, configured] =
        ["flag", "variable", "configured"].map(|name| library(&folder, name));
    folder.put(
        "config/majlis/config.yaml",
        format!("library: {configured}\n"),
    );
    let config = folder.path().join("config");
    let config = ("XDG_CONFIG_HOME", config.to_str().unwrap());
    let variable = ("MAJLIS_LIBRARY", variable.as_str());
    for (arguments, environment, opened) in [
        (
            &["list", "--library", &flag][..],
            &[config, variable][..],
            "flag",
        ),
        (&["list"], &[config, variable], "variable"),
        (&["list"], &[config, ("MAJLIS_LIBRARY", "")], "configured"),
    ] {
        let ran = run_in(arguments, environment);
        assert_eq!(
            (ran.code, ran.first()),
            (0, format!("{opened}\treport\tlighthouse {opened}").as_str()),
            "{ran:?}"
        );
        assert_eq!(ran.error, "");
    }
    assert!(run_in(&["show", "c21"], &[]).first() == "Report c21");
}

#[test]
fn the_configuration_is_also_found_in_the_home_folder() {
    let folder = Folder::new();
    library(&folder, ".config/majlis/reports");
    folder.put(
        ".config/majlis/reports/a.yaml",
        "report: {id: a, kind: group-report, title: {ar: منارة, en: lighthouse}}\n",
    );
    folder.put(
        ".config/majlis/config.yaml",
        "library: reports\nlanguage: ar\n",
    );
    let home = [("HOME", folder.name()), ("XDG_CONFIG_HOME", "")];
    let ran = run_in(&["show", "a"], &home);
    assert_eq!((ran.code, ran.first()), (0, "تقرير a"), "{ran:?}");
    // The locale says English; the configuration comes first.
    assert_eq!(
        run_in(&["show", "a", "--lang", "en"], &home).first(),
        "Report a"
    );
}

#[test]
fn a_configuration_that_cannot_be_used_is_told_and_passed_over() {
    for (text, says) in [("library: [\n", "line"), ("- a\n", "invalid type")] {
        let folder = Folder::new();
        folder.put("majlis/config.yaml", text);
        let ran = run_in(&["show", "c21"], &[("XDG_CONFIG_HOME", folder.name())]);
        assert_eq!((ran.code, ran.first()), (0, "Report c21"));
        assert!(
            ran.error
                .contains("majlis/config.yaml: the configuration was passed over: "),
            "{}",
            ran.error
        );
        assert!(ran.error.contains(says), "{}", ran.error);
    }
    for text in ["", "# nothing as yet\n", "language:\n"] {
        let folder = Folder::new();
        folder.put("majlis/config.yaml", text);
        let ran = run_in(&["show", "c21"], &[("XDG_CONFIG_HOME", folder.name())]);
        assert_eq!((ran.code, ran.error.as_str()), (0, ""), "{text:?}");
    }
}

#[test]
fn a_key_that_is_not_known_is_told_and_the_rest_holds() {
    let folder = Folder::new();
    library(&folder, "reports");
    let text = "langauge: en\nlanguage: ar\nlibrary: ../reports\n1: x\n";
    let path = folder.put("majlis/config.yaml", text);
    let config = ("XDG_CONFIG_HOME", folder.name());
    let ran = run_in(&["show", "reports"], &[config]);
    assert_eq!((ran.code, ran.first()), (0, "تقرير reports"), "{ran:?}");
    let path = path.to_str().unwrap();
    let known = "known are: library, language, bidi, keyboard, mouse";
    let ran = run_in(&["show", "reports", "--lang", "en"], &[config]);
    let told: Vec<&str> = ran.error.lines().collect();
    assert_eq!(
        told,
        [
            format!("majlis: {path}: “1” is not known; {known}"),
            format!("majlis: {path}: “langauge” is not known; {known}"),
        ]
    );
}

#[test]
fn a_value_that_is_not_known_is_told_and_passed_over() {
    let folder = Folder::new();
    library(&folder, "reports");
    let path = folder.put(
        "majlis/config.yaml",
        "language: fr\nbidi: sideways\nlibrary: ../reports\n",
    );
    let path = path.to_str().unwrap();
    let config = ("XDG_CONFIG_HOME", folder.name());
    let ran = run_in(&["show", "reports"], &[config]);
    // The rest of the configuration holds.
    assert_eq!((ran.code, ran.first()), (0, "Report reports"), "{ran:?}");
    let told: Vec<&str> = ran.error.lines().collect();
    assert_eq!(told.len(), 2, "{ran:?}");
    assert!(
        told[0].starts_with(&format!(
            "majlis: {path}: language: “fr” is not known; known are: ar, en"
        )),
        "{ran:?}"
    );
    assert!(
        told[1].starts_with(&format!(
            "majlis: {path}: bidi: “sideways” is not known; known are: auto, visual, "
        )),
        "{ran:?}"
    );

    let variables = [("MAJLIS_LANG", "zz"), ("MAJLIS_BIDI", "zz")];
    folder.put("majlis/config.yaml", "language: ar\n");
    let ran = run_in(&["show", "c21"], &[config, variables[0], variables[1]]);
    // The configuration comes next.
    assert_eq!((ran.code, ran.first()), (0, "تقرير c21"), "{ran:?}");
    let told: Vec<&str> = ran.error.lines().collect();
    assert_eq!(told.len(), 2, "{ran:?}");
    for (line, name) in told.iter().zip(["MAJLIS_LANG", "MAJLIS_BIDI"]) {
        let says = format!("majlis: {name}: «zz» غير معروف؛ المعروف: ");
        assert!(line.starts_with(&says), "{ran:?}");
    }
}

#[test]
fn a_library_that_is_not_there_is_an_error_not_an_empty_answer() {
    for arguments in [&["find", "x"][..], &["list"], &["show", "c21"], &["check"]] {
        let ran = run_in(arguments, &[("MAJLIS_LIBRARY", "/nowhere/at/all")]);
        let code = if arguments == ["check"] { 1 } else { 2 };
        assert_eq!(ran.code, code, "{ran:?}");
        assert!(
            format!("{}{}", ran.error, ran.out).contains("/nowhere/at/all"),
            "{ran:?}"
        );
    }
    let folder = Folder::new();
    let ran = run_in(&["list"], &[("MAJLIS_LIBRARY", folder.name())]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.error.contains("the folder has no .yaml file"),
        "{ran:?}"
    );
    let file = folder.put("a.yaml", "");
    let ran = run_in(&["list"], &[("MAJLIS_LIBRARY", file.to_str().unwrap())]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.error.contains("this is a file, not a folder"),
        "{ran:?}"
    );
}
