use super::*;
use crate::script::Form;

fn parse(line: &str) -> Result<Arguments, Refused> {
    Arguments::parse(line.split_whitespace().map(OsString::from))
}

#[test]
fn the_command_line_is_read() {
    assert_eq!(parse("").unwrap().command, Command::Open { linear: false });
    assert_eq!(
        parse("--linear").unwrap().command,
        Command::Open { linear: true }
    );
    let find = parse("find مباني المقر --kind nominations --limit 3 --json").unwrap();
    assert_eq!(
        find.command,
        Command::Find(Find {
            words: vec!["مباني".to_owned(), "المقر".to_owned()],
            kind: Some(Kind::Nomination),
            report: None,
            limit: Some(3),
            json: true,
        })
    );
    let open = parse("--library /tmp/x --lang ar --bidi off").unwrap();
    assert_eq!(open.library, Some(PathBuf::from("/tmp/x")));
    assert_eq!(open.language, Some(Language::Arabic));
    assert_eq!(open.form, Some(Wish::Form(Form::Off)));
    for (typed, wish) in [
        ("words", Wish::Form(Form::Words)),
        ("kitty", Wish::Form(Form::Kitty)),
        ("visual", Wish::Form(Form::Visual)),
        ("auto", Wish::Auto),
    ] {
        let line = format!("--bidi {typed}");
        assert_eq!(parse(&line).unwrap().form, Some(wish), "{typed}");
    }
    assert!(parse("find x --no-cache").unwrap().no_cache);
    assert!(!parse("find x").unwrap().no_cache);
    assert_eq!(parse("doctor").unwrap().command, Command::Doctor);
    assert_eq!(
        parse("list الترشيحات").unwrap().command,
        Command::List(List {
            kind: Some(Kind::Nomination),
            ..List::default()
        })
    );
}

#[test]
fn what_is_not_understood_says_what_would_be() {
    for (line, says) in [
        ("fnd x", "find"),
        ("list nonsense", "nomination"),
        ("--lang de", "ar, en"),
        ("find", "WORDS"),
        ("show", "ID"),
        ("find x --limit many", "many"),
        ("--nonsense", "nonsense"),
        ("list --linear", "--linear"),
        ("list nominations x", "“x”"),
        ("check a b", "“b”"),
        ("show c21:27 --kind item", "--kind"),
        ("--limit 3", "--limit"),
        ("find x --linear", "--linear"),
    ] {
        let message = parse(line).unwrap_err().why;
        assert!(message.en.contains(says), "{line}: {}", message.en);
    }
}

#[test]
fn what_is_not_understood_is_told_in_the_language_asked_for() {
    for line in [
        "--lang ar fnd x",
        "list --lang ar --linear",
        "--lang ar --nonsense",
    ] {
        assert_eq!(parse(line).unwrap_err().language, Some(Language::Arabic));
    }
    assert_eq!(parse("fnd x").unwrap_err().language, None);
}
