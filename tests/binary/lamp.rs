//! A small report with one position in draft.

/// Its file; its one item is `m:1`.
pub const LAMP: &str = "\
report: {id: m, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"1\"
    number: [\"1\"]
    title: {ar: المصباح, en: Lamp}
    position:
      stance: support
      status: draft
      text: {ar: يبقى المصباح, en: The lamp stays.}
";
