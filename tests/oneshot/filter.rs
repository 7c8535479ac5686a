//! `majlis filter`: lines in, lines out.

use super::majlis_program::{Ran, run, shell};

/// The program over these lines.
fn filter(lines: &str, words: &str) -> Ran {
    shell(&format!("printf '{lines}' | \"$0\" filter {words}"))
}

const LINES: &str =
    "قرار المجلس 27\\nميزانية الاتحاد\\nوالميزانية والقرارات\\nbudget of the Union\\n";

#[test]
fn lines_that_match_come_out_best_first() {
    for (words, expected) in [
        ("ميزانية", "ميزانية الاتحاد\nوالميزانية والقرارات\n"),
        ("الميزانيه", "والميزانية والقرارات\nميزانية الاتحاد\n"),
        ("ميزنية", "ميزانية الاتحاد\nوالميزانية والقرارات\n"),
        ("الميزانة", "والميزانية والقرارات\nميزانية الاتحاد\n"),
        ("mizaniya", "ميزانية الاتحاد\nوالميزانية والقرارات\n"),
        ("hgl[gs", "قرار المجلس 27\n"),
        ("لاعيلثف", "budget of the Union\n"),
        ("قرار", "قرار المجلس 27\nوالميزانية والقرارات\n"),
        ("٢٧", "قرار المجلس 27\n"),
        ("budget union", "budget of the Union\n"),
        ("ميزانية --limit 1", "ميزانية الاتحاد\n"),
    ] {
        let ran = filter(LINES, words);
        assert_eq!((ran.code, ran.out.as_str()), (0, expected), "{words}");
        assert_eq!(ran.error, "", "{words}");
    }
}

#[test]
fn operators_are_those_of_fzf() {
    for (words, expected) in [
        ("'ميزانية !قرار'", "ميزانية الاتحاد\n"),
        ("'!ميزانية'", "قرار المجلس 27\nbudget of the Union\n"),
        ("'27 | budget'", "budget of the Union\nقرار المجلس 27\n"),
        ("'^ميزانية'", "ميزانية الاتحاد\nوالميزانية والقرارات\n"),
        ("'^budget'", "budget of the Union\n"),
        ("'^union'", ""),
        ("'union$'", "budget of the Union\n"),
        ("'\"of the union\"'", "budget of the Union\n"),
        ("'\"the of union\"'", ""),
        ("\"'ميزنية\"", ""),
        ("kind:item", ""),
        (r"'of\ the\ union'", "budget of the Union\n"),
        (r"'the\ of'", ""),
        ("'| budget'", "budget of the Union\n"),
        ("'budget |'", "budget of the Union\n"),
        ("BUDGET", "budget of the Union\n"),
    ] {
        let ran = filter(LINES, words);
        let code = i32::from(expected.is_empty());
        assert_eq!((ran.code, ran.out.as_str()), (code, expected), "{words}");
    }
}

#[test]
fn lines_come_out_to_the_byte() {
    let ran = shell(
        r#"printf 'caf\351 budget\r\n\033[1mbudget\000x\nbudget' | "$0" filter budget | od -An -c | tr -s ' ' | tr -d '\n'"#,
    );
    for line in [
        r"c a f 351 b u d g e t \r \n",
        r"033 [ 1 m b u d g e t \0 x \n",
    ] {
        assert!(ran.out.contains(line), "{}", ran.out);
    }
    assert!(ran.out.starts_with(r" b u d g e t \n"), "{}", ran.out);
}

#[test]
fn the_exit_code_tells_what_was_found() {
    assert_eq!(filter(LINES, "xylophone").code, 1);
    assert_eq!(filter("", "budget").code, 1);
    assert_eq!(filter("\\n\\n", "budget").code, 1);
    let ran = run(&["filter"]);
    assert_eq!(ran.code, 2);
    assert!(ran.error.contains("WORDS"), "{}", ran.error);
    let ran = run(&["filter", "x", "--kind", "item"]);
    assert_eq!(ran.code, 2);
    assert!(ran.error.contains("--kind"), "{}", ran.error);
}

#[test]
fn an_operator_alone_is_as_if_nothing_was_typed() {
    for words in ["'|'", "\"'\"", "'^'", "'!'", "'^$'"] {
        let ran = filter("b\\na\\n", words);
        assert_eq!((ran.code, ran.out.as_str()), (0, "b\na\n"), "{words}");
    }
    assert_eq!(filter("b\\na\\n", "'!' --limit 1").out, "b\n");
    assert_eq!(filter("", "'!'").code, 1);
    // What is typed and cannot be looked for is in no line.
    assert_eq!(filter("b\\na\\n", "'***'").code, 1);
}

#[test]
fn initials_and_abbreviations_are_found_in_lines() {
    for (line, words) in [
        ("Council Working Group", "CWG"),
        ("International Telecommunication Union", "itu"),
        ("القرار 191", "res191"),
        ("قرارات: 191", "'resolution 191'"),
        ("كويت", "';,de'"),
        ("الكويت", "';,de'"),
    ] {
        let ran = filter(&format!("{line}\\nother\\n"), words);
        assert_eq!((ran.code, ran.out), (0, format!("{line}\n")), "{words}");
    }
    assert_eq!(filter("القرار 19\\nres\\n", "res191").code, 1);
    // What has the letters comes before what has them as initials.
    let ran = filter("Council Working Group\\nthe CWG\\n", "cwg");
    assert_eq!(ran.out, "the CWG\nCouncil Working Group\n");
}

#[test]
fn what_is_not_read_as_meant_is_said() {
    for (words, said) in [
        ("'\"budget x'", "the quote is not closed"),
        ("'kindd:item x'", "“kindd” is searched as words"),
        ("'budget !'", "an operator stands alone"),
        ("\"$(printf 'w%s ' $(seq 1 70))\"", "its end is passed over"),
        ("\"$(printf '%05000d' 7)\"", "its end is passed over"),
        (
            "\"$(printf '%049d' 7)\"",
            "of a long word only the first 48 letters count",
        ),
    ] {
        let ran = filter(LINES, &format!("--lang en {words}"));
        assert!(ran.error.contains(said), "{words}: {}", ran.error);
    }
    assert_eq!(filter(LINES, "--lang en budget").error, "");
}

/// 300,000 words stand in the first line, which are more than are searched; the second has as many,
/// but only two different ones.
#[test]
fn of_what_is_not_searched_in_a_line_something_is_said() {
    let script = "{ seq -s ' ' 1 300000; yes lamp buoy | head -n 150000 | tr '\\n' ' '; \
                  echo; echo harbour; } | \"$0\" filter --lang en";
    let ran = shell(&format!("{script} harbour"));
    assert_eq!((ran.code, ran.out.as_str()), (0, "harbour\n"));
    assert!(
        ran.error
            .contains("262,144 different words are searched (such texts: 1)"),
        "{}",
        ran.error
    );
    let lines = "{ yes lamp buoy | head -n 150000 | tr '\\n' ' '; echo; echo harbour; }";
    let ran = shell(&format!("{lines} | \"$0\" filter --lang en harbour"));
    assert_eq!(ran.error, "");
}

/// A program learns which line it was, and where it matches.
#[test]
fn lines_are_told_as_json() {
    let script =
        "printf 'the harbour\\nميناء البصرة\\nno such\\n' | \"$0\" filter --json --lang en";
    let told = |words: &str| -> Vec<(u64, String, serde_json::Value)> {
        let ran = shell(&format!("{script} {words}"));
        assert_eq!(ran.error, "", "{words}");
        let lines = ran.out.lines().map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = line["line"].as_str().unwrap().to_owned();
            (
                line["number"].as_u64().unwrap(),
                text,
                line["marks"].clone(),
            )
        });
        lines.collect()
    };
    let of = |number, text: &str, from: usize, to: usize| {
        vec![(number, text.to_owned(), serde_json::json!([[from, to]]))]
    };
    // In bytes: each of the letters of ميناء has two, and so has each of البصرة.
    assert_eq!(told("harbour"), of(1, "the harbour", 4, 11));
    assert_eq!(told("البصرة"), of(2, "ميناء البصرة", 11, 23));
    assert_eq!(told("nowhere"), []);
}
