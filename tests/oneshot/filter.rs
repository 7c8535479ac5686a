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
