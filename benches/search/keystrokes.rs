//! What is typed: queries letter by letter, as one types, and hostile ones at once.

/// Typed letter by letter.
const QUERIES: [&str; 57] = [
    "مباني المقر",
    "ميزانية الاتحاد",
    "القرار 191",
    "موتمر المندوبين المفوضين",
    "لجنه الخبراء",
    "ترشيحات",
    "التنسيق بين القطاعات",
    "فريق العمل المعني باللغات",
    "الأمن السيبراني",
    "توصية",
    "اتصالات راديوية",
    "الذكاء الاصطناعي",
    "شهيرة سليم",
    "بن حجي",
    "١٩١",
    "2022",
    "27",
    "C26/35",
    "TDAG-23/INF/1",
    "A/70/125",
    "PP-22",
    "CWG-SFP",
    "headquarters project",
    "budget",
    "council working group",
    "telecommunication development",
    "vice-chair nomination",
    "shahira",
    "cybersecurity",
    "318,000",
    // Slips, in short words and long ones.
    "الميزانة",
    "الاصطناغي",
    "المفوصين",
    "الاستراتجيه",
    "headqaurters",
    "telecomunication ministers",
    "coordinnation",
    "محضوظات",
    // Beginnings that very many words share, and words that nobody wrote.
    "ا ل م و ب ت",
    "ال ات ال من",
    "a e i o u",
    "الات والا المت",
    "qqqqzzzzxx",
    "ززززضضضضظظظظ",
    // Operators and fields.
    "'ال",
    "!ال",
    "ا | ب | ت",
    "kind:nomination مقر",
    "by:kuwait",
    "year:2024 تقرير",
    // Places in texts.
    "^ا",
    "^ال",
    "^قرار",
    "!^الم",
    "ات$",
    "الات$",
    "\"the council\"",
];

/// What is pasted, or typed to do harm.
fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "",
        "   ",
        "ـــ",
        "\u{64E}\u{650}\u{651}",
        "😀🎉👩‍👩‍👧",
        "\u{0}\u{7}\u{1b}[2J",
        "!!!|||'''^^^$$$\"\"\"",
        "-/().,",
        "日本語",
        "' ^ $ ! |",
        "((((",
        "a/b/c/d/e/f/g/h",
    ]
    .map(str::to_owned)
    .into();
    all.push("ال".repeat(500_000));
    all.push("قرار ".repeat(110_000));
    all.push("c26/".repeat(260_000));
    all.push("\u{64E}".repeat(500_000));
    all.push(('ا'..='ي').map(|letter| format!("{letter} ")).collect());
    all.push(('a'..='z').map(|letter| format!("{letter} ")).collect());
    all.push((0..40).map(|number| format!("{number} ")).collect());
    all.push(
        "المجلس الاتحاد القرار العمل المعلومات الدول الأعضاء لجنة مقترح مساهمة تنفيذ دولي قطاع"
            .to_owned(),
    );
    // A sentence of 32 words of which each stands in many records, and no record has all.
    all.push(
        "الميزانية المالية والمساهمات المتأخرة والديون في تقرير المراجعة والرقابة على الموارد البشرية \
         والتأمين واللغات والترجمة budget audit oversight ethics staff pension insurance languages \
         translation regional presence ministers regulators operators academia exhibition workshop"
            .to_owned(),
    );
    all
}

/// All keystrokes of queries that are typed letter by letter.
pub fn typed<'a>(queries: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut keystrokes = Vec::new();
    for query in queries {
        let ends = query
            .char_indices()
            .map(|(at, letter)| at + letter.len_utf8());
        keystrokes.extend(ends.map(|end| query[..end].to_owned()));
    }
    keystrokes
}

/// The queries that all searches read alike, each with its letters: typed letter by letter, without
/// operators, fields and what is pasted.
pub fn plain(keystrokes: &[String]) -> Vec<Vec<&str>> {
    let all: Vec<&str> = keystrokes.iter().map(String::as_str).collect();
    let queries = all.chunk_by(|before, after| after.starts_with(before));
    let is_plain = |query: &&[&str]| {
        let typed = |first: &&str| first.chars().count() == 1;
        let last = query.last().copied().unwrap_or_default();
        query.first().is_some_and(typed) && !last.contains(['^', '$', '!', '|', '\'', '"', ':'])
    };
    queries.filter(is_plain).map(<[&str]>::to_vec).collect()
}

/// Those of this bench.
pub fn own() -> Vec<String> {
    let mut keystrokes = typed(QUERIES);
    keystrokes.extend(hostile());
    keystrokes
}
