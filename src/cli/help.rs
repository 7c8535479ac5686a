//! `majlis --help`, and `majlis COMMAND --help`: the command's own part of it, with an example; of
//! `add KIND` also the fields of the kind.

use std::io;

use super::output::Output;
use super::{values, writing};
use crate::library::keep::field::fields_of;
use crate::words::{cli as words, help};

/// Which help is asked for: a command, and what stood behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topic {
    /// The command.
    pub command: Option<String>,
    /// The first word behind it.
    pub word: Option<String>,
}

/// Prints the help.
pub fn run(topic: &Topic, output: &mut Output) -> io::Result<()> {
    let usage = words::USAGE.get(output.language);
    let part = topic
        .command
        .as_deref()
        .map(|name| (name, part(usage, name)));
    let Some((name, part)) = part.filter(|(_, part)| !part.is_empty()) else {
        return output.paragraphs(usage);
    };
    for line in part {
        output.paragraphs(line)?;
    }
    if let Some((_, example)) = EXAMPLES.iter().find(|(known, _)| *known == name) {
        output.paragraphs("")?;
        output.paragraphs(help::EXAMPLE.get(output.language))?;
        output.plain(&format!("    {example}"))?;
    }
    let kind = topic.word.as_deref().filter(|_| name == "add");
    if let Some(kind) = kind.and_then(|typed| values::kind(typed).ok()) {
        output.paragraphs("")?;
        output.paragraphs(help::FIELDS.get(output.language))?;
        output.plain(&format!("    {}", fields_of(kind).join(", ")))?;
    }
    Ok(())
}

/// An example of each command.
const EXAMPLES: &[(&str, &str)] = &[
    ("find", "majlis find --kind position مباني المقر"),
    ("filter", "ls | majlis filter budget"),
    ("show", "majlis show c21:27"),
    (
        "list",
        "majlis list recommendations --report c21 --status open",
    ),
    ("minutes", "majlis minutes > minutes.md"),
    ("check", "majlis check ~/reports"),
    ("schema", "majlis schema report > report.schema.json"),
    (
        "new",
        "majlis new c27 --ar 'تقرير الفريق' --en 'Report of the group' --from c26",
    ),
    ("set", "majlis set c21:27 position.status=agreed refs+=itu"),
    (
        "add",
        "majlis add recommendation c21:27 --to tech-sec --due 2021-09 --ar 'إعداد الملف'",
    ),
    ("note", "majlis note c21:27 'تونس تؤيد' 'Tunisia agrees'"),
    ("remove", "majlis remove c21:27/r1"),
    ("log", "majlis log c21:27 --limit 5"),
    ("undo", "majlis undo"),
    ("redo", "majlis redo"),
];

/// What the help says of one command, and of all that change a library where it is one of them.
fn part<'a>(usage: &'a str, name: &str) -> Vec<&'a str> {
    let is_of = |head: &str| {
        let mut commands = head.split(" · ");
        commands.any(|one| one.split(' ').take(2).eq(["majlis", name]))
    };
    let mut lines = usage.lines().skip_while(|line| !is_of(line));
    let head = lines.next();
    let about = lines.take_while(|line| line.starts_with(' '));
    // What holds for all of them stands at the end of the last.
    let is_common = |line: &&str| line.contains("--as NAME");
    let about = about.take_while(|line| !is_common(line));
    let common = usage.lines().skip_while(|line| !is_common(line));
    let common = common.take_while(|line| line.starts_with(' '));
    let common = common.filter(|_| writing::verb(name).is_some() && head.is_some());
    head.into_iter().chain(about).chain(common).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_that_writes_has_a_part_of_its_own_and_an_example() {
        for usage in [words::USAGE.ar, words::USAGE.en] {
            for takes in writing::COMMANDS {
                let part = part(usage, takes.name);
                assert!(
                    part[0].contains(&format!("majlis {}", takes.name)),
                    "{part:?}"
                );
                assert!(part.len() >= 5, "{part:?}");
                let heads = part.iter().filter(|line| line.starts_with("majlis "));
                assert_eq!(heads.count(), 1, "{part:?}");
                assert!(EXAMPLES.iter().any(|(name, _)| *name == takes.name));
            }
            assert_eq!(part(usage, "nonsense"), Vec::<&str>::new());
        }
    }
}
