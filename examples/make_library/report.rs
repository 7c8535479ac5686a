//! A report.

use super::both;
use super::registry::Registry;
use super::texts::Writer;
use std::fmt::Write;

/// The lists of a report, as they grow.
#[derive(Default)]
struct Lists {
    items: String,
    contributions: String,
    nominations: String,
    outcomes: String,
    meetings: String,
    events: String,
    figures: String,
    paragraphs: String,
    /// How many of each there are, in the same order.
    counts: [usize; 8],
}

/// Writes a report of so many records, the report itself among them.
pub fn write(number: usize, records: usize, registry: &Registry, writer: &mut Writer) -> String {
    let mut lists = Lists::default();
    // The report, an item that others refer to, and the section of the paragraphs.
    let mut left = records.saturating_sub(3);
    if records > 1 {
        lists.item(0, registry, writer);
    }
    while left > 0 {
        left -= lists.add(left, registry, writer);
    }
    let year = 2000 + writer.random.below(27);
    let title = both(writer, 60);
    let mut yaml = format!(
        "report:\n  id: r{number}\n  kind: group-report\n  title: {title}\n  session: council@{year}\n  date: {year}-06-30\n  author: arab-group\n  src: s1\n"
    );
    for (name, list) in [
        ("items", &lists.items),
        ("contributions", &lists.contributions),
        ("nominations", &lists.nominations),
        ("outcomes", &lists.outcomes),
        ("meetings", &lists.meetings),
        ("events", &lists.events),
        ("figures", &lists.figures),
    ] {
        if !list.is_empty() {
            _ = write!(yaml, "{name}:\n{list}");
        }
    }
    if records > 2 {
        let title = both(writer, 20);
        _ = write!(
            yaml,
            "sections:\n  - id: s1\n    number: \"1\"\n    title: {title}\n    src: s1\n"
        );
        if !lists.paragraphs.is_empty() {
            _ = write!(yaml, "    paragraphs:\n{}", lists.paragraphs);
        }
    }
    yaml
}

impl Lists {
    /// Adds at most so many records; says how many.
    fn add(&mut self, most: usize, registry: &Registry, writer: &mut Writer) -> usize {
        let refs = registry.refs(writer);
        let item = 1 + writer.random.below(self.counts[0]);
        let text = |writer: &mut Writer| {
            let length = 60 + writer.random.below(120);
            both(writer, length)
        };
        let place = writer.random.below(40) + 1;
        match writer.random.below(100) {
            0..30 => return self.item(most.min(5) - 1, registry, writer),
            30..42 => {
                let n = self.count(1);
                let (by, text) = (Registry::country(writer), text(writer));
                let result =
                    writer
                        .random
                        .of(&["reflected", "partly", "not-reflected", "deferred"]);
                _ = writeln!(
                    self.contributions,
                    "  - {{id: con/{n}, by: {by}, item: \"{item}\", text: {text}, result: {{kind: {result}}}, refs: {refs}, src: s3/p{place}}}"
                );
            }
            42..50 => {
                let n = self.count(2);
                let person = &registry.people[writer.random.below(registry.people.len())];
                let (country, body, title) = (
                    Registry::country(writer),
                    Registry::body(writer),
                    both(writer, 40),
                );
                let role = writer.random.of(&[
                    "chair",
                    "vice-chair",
                    "member",
                    "rapporteur",
                    "coordinator",
                ]);
                let status = writer.random.of(&[
                    "proposed",
                    "submitted",
                    "elected",
                    "in-office",
                    "withdrawn",
                ]);
                _ = writeln!(
                    self.nominations,
                    "  - {{id: nom/{n}, person: {person}, country: {country}, on_behalf_of: arab-group, body: {body}, role: {role}, title: {title}, status: {status}, item: \"{item}\", src: s3/p{place}}}"
                );
            }
            50..60 => {
                let n = self.count(3);
                let text = text(writer);
                let kind = writer.random.of(&[
                    "approval",
                    "decision",
                    "instruction",
                    "request",
                    "agreement",
                    "postponement",
                ]);
                let amount = (writer.random.zipf(5000) + 1) * 100;
                _ = writeln!(
                    self.outcomes,
                    "  - {{id: out/{n}, kind: {kind}, by: council, item: \"{item}\", figure: {{amount: {amount}, currency: CHF}}, text: {text}, refs: {refs}, src: s4/b{place}}}"
                );
            }
            60..63 => {
                let n = self.count(4);
                let (title, text) = (both(writer, 50), text(writer));
                let (month, day) = (1 + writer.random.below(12), 1 + writer.random.below(28));
                let mode = writer.random.of(&["in-person", "virtual", "hybrid"]);
                let count = writer.random.below(200) + 5;
                let year = 2000 + writer.random.below(27);
                _ = writeln!(
                    self.meetings,
                    "  - {{id: meet/{n}, title: {title}, body: arab-group, date: {year}-{month:02}-{day:02}, mode: {mode}, attendance: {{count: {count}}}, items: [\"{item}\"], text: {text}, src: s1/p{place}}}"
                );
            }
            63..67 => {
                let n = self.count(5);
                let (title, text, body) = (both(writer, 50), text(writer), Registry::body(writer));
                let kind = writer.random.of(&[
                    "conference",
                    "forum",
                    "consultation",
                    "launch",
                    "publication",
                    "deadline",
                ]);
                let year = 2000 + writer.random.below(27);
                _ = writeln!(
                    self.events,
                    "  - {{id: ev/{n}, kind: {kind}, title: {title}, date: {year}, bodies: {body}, item: \"{item}\", text: {text}, src: s1/p{place}}}"
                );
            }
            67..70 => {
                let n = self.count(6);
                let (title, one, other, unit) = (
                    both(writer, 40),
                    both(writer, 15),
                    both(writer, 15),
                    both(writer, 8),
                );
                let (share, amount) = (1 + writer.random.below(98), writer.random.zipf(900) + 2);
                _ = writeln!(
                    self.figures,
                    "  - {{id: fig/{n}, title: {title}, total: {{amount: {amount}, unit: {unit}}}, shares: [{{label: {one}, percent: {share}}}, {{label: {other}, percent: {}}}], item: \"{item}\", src: s4/p{place}}}",
                    100 - share
                );
            }
            _ => {
                let n = self.count(7);
                let text = text(writer);
                _ = writeln!(
                    self.paragraphs,
                    "      - {{id: \"1.{n}\", number: \"1.{n}\", text: {text}, refs: {refs}, src: s1/p{n}}}"
                );
            }
        }
        1
    }

    fn count(&mut self, list: usize) -> usize {
        self.counts[list] += 1;
        self.counts[list]
    }

    /// An item with at most so many records inside: a position, a recommendation, a note, a view.
    fn item(&mut self, inside: usize, registry: &Registry, writer: &mut Writer) -> usize {
        let n = self.count(0);
        let length = 30 + writer.random.below(60);
        let (title, refs) = (both(writer, length), registry.refs(writer));
        _ = write!(
            self.items,
            "  - id: \"{n}\"\n    number: [\"{n}\"]\n    title: {title}\n    refs: {refs}\n    src: s2/t1/r{n}\n"
        );
        let inside = writer.random.below(inside + 1);
        if inside > 0 {
            let stance = writer
                .random
                .of(&["support", "oppose", "amend", "defer", "neutral"]);
            let status =
                writer
                    .random
                    .of(&["draft", "agreed", "delivered", "superseded", "withdrawn"]);
            let text = both(writer, 90);
            _ = writeln!(
                self.items,
                "    position: {{stance: {stance}, status: {status}, text: {text}, src: s2/t1/r{n}}}"
            );
        }
        if inside > 1 {
            let kind =
                writer
                    .random
                    .of(&["recommendation", "instruction", "request", "invitation"]);
            let (to, text) = (Registry::body(writer), both(writer, 80));
            _ = writeln!(
                self.items,
                "    recommendations:\n      - {{id: {n}/r1, kind: {kind}, to: {to}, text: {text}, src: s2/t1/r{n}}}"
            );
        }
        if inside > 2 {
            let (by, text) = (Registry::country(writer), both(writer, 80));
            _ = writeln!(
                self.items,
                "    notes:\n      - {{id: {n}/n1, by: {by}, text: {text}, src: s2/t1/r{n}}}"
            );
        }
        if inside > 3 {
            let (by, text) = (Registry::country(writer), both(writer, 80));
            _ = writeln!(
                self.items,
                "    views:\n      - {{id: {n}/v1, by: {by}, text: {text}, src: s2/t1/r{n}}}"
            );
        }
        1 + inside
    }
}
