//! What is marked in a record that was found is what was met: a form of a word of the query, by the
//! way that is said.

use super::TABLES;
use majlis::app::finder::{Finder, Inquiry};
use majlis::library::Library;
use majlis::report::Language;
use majlis::search::fold::fold;
use majlis::search::{Guesses, Marker, Way};

/// All texts of a record: its titles, and what stands in the file.
pub fn texts(library: &Library, key: majlis::library::Key) -> Vec<String> {
    fn all(value: &serde_json::Value, texts: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => texts.push(text.clone()),
            serde_json::Value::Array(values) => values.iter().for_each(|value| all(value, texts)),
            serde_json::Value::Object(fields) => {
                fields.values().for_each(|value| all(value, texts))
            }
            _ => {}
        }
    }
    let mut texts = vec![
        library.title(key, Language::Arabic).to_string(),
        library.title(key, Language::English).to_string(),
    ];
    if let Some(record) = library.record(key) {
        all(&serde_json::to_value(record).unwrap(), &mut texts);
    }
    texts
}

/// The letters alone, without an Arabic article.
pub fn letters(text: &str) -> String {
    let joined = fold(text).text().replace(' ', "");
    joined
        .strip_prefix("ال")
        .map_or(joined.clone(), str::to_owned)
}

/// A word as it is typed, and without what is written in front of it.
pub fn bare(word: &str) -> Vec<String> {
    let word = letters(word);
    let fronts = [
        "وبال", "بال", "كال", "فال", "وال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك",
    ];
    let bare = fronts.iter().filter_map(|front| word.strip_prefix(front));
    let long = bare.filter(|bare| bare.chars().count() >= 3);
    let mut all: Vec<String> = long.map(str::to_owned).collect();
    all.push(word);
    all
}

/// What these say in other words, as the table of what is said has it.
fn is_said(query: &str, piece: &str) -> bool {
    [
        ("رسوم", ["مساهم", "وحد"]),
        ("القسم", ["قطاع", "راديو"]),
        ("الصناعي", ["اصطناعي", "ذكا"]),
        ("كانون", ["ديسمبر", "يناير"]),
        ("التاسع", ["9", "هدف"]),
        ("five", ["5", "5"]),
        ("seventy four", ["74", "74"]),
        ("خمسة", ["5", "5"]),
        ("الف", ["000", "318"]),
        ("مليون", ["000", "."]),
        ("million", ["000", "."]),
        ("2.4m", ["million", "مليون"]),
        ("30bn", ["billion", "مليار"]),
        ("السابع والعشرون", ["27", "27"]),
        ("fifty two", ["52", "52"]),
        ("fifty-two", ["52", "52"]),
        ("twenty-seven", ["27", "27"]),
        ("twenty seven", ["27", "27"]),
        ("سبعة وعشرين", ["27", "27"]),
        ("اثنان وخمسون", ["52", "52"]),
        ("الثاني عشر", ["12", "12"]),
        ("318k", ["000", "الف"]),
        ("مليار", ["000", "."]),
        ("قمار الصناع", ["فضا", "ساتل"]),
        ("القمر الصناع", ["فضا", "ساتل"]),
        ("2021", ["مايو", "may"]),
        ("٢٠٢١", ["مايو", "may"]),
        ("2015", ["ديسمبر", "december"]),
        ("2023", ["مايو", "may"]),
        ("2019", ["سبتمبر", "september"]),
        ("2024-04-17", ["ابريل", "april"]),
        ("jaza2ir", ["jazair", "jazair"]),
        ("ba7rain", ["bahrain", "bahrain"]),
        ("ma8rib", ["maghrib", "maghrib"]),
    ]
    .iter()
    .any(|(typed, written)| {
        query.contains(typed) && written.iter().any(|written| piece.contains(written))
    })
}

#[test]
fn what_is_marked_was_met() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let mut wrong = Vec::new();
    let mut looked = 0;
    for line in TABLES.iter().flat_map(|(_, table, _)| table.lines()) {
        let Some((query, _)) = line.split_once('\t') else {
            continue;
        };
        let query = query.strip_prefix('!').unwrap_or(query);
        if query.contains(['!', ':', '|', '^', '$', '"', '\'', '«']) {
            continue;
        }
        let asked = finder.read(&library, query);
        let found = finder.search(Inquiry::of(&library, &asked, 5));
        let words = query.split(|c: char| !c.is_alphanumeric() && c != '\u{64B}');
        let typed: Vec<String> = words
            .chain(query.split_whitespace())
            .flat_map(bare)
            .filter(|word| !word.is_empty())
            .collect();
        let all = letters(&query.replace(char::is_whitespace, ""));
        let mut marker = Marker::of(&asked, &found.guesses);
        let guessed = found.guesses != Guesses::default();
        for (key, _) in &found.hits {
            for text in texts(&library, *key) {
                let marks = marker.marks(&text);
                let ways: Vec<Way> = marker.ways().iter().collect();
                looked += marks.len();
                // Without a guess of the search there is no mark by one.
                let guess = |way: &Way| matches!(way, Way::Sound | Way::Slip | Way::OtherWord);
                if !guessed && ways.iter().any(guess) {
                    wrong.push(format!("{query}: {ways:?} in {text}"));
                }
                if !ways.is_empty() || guessed {
                    continue;
                }
                // As it was typed: what is marked has a word of the query, or is a part of a code.
                for mark in marks {
                    let piece = letters(&text[mark]);
                    let is = |word: &String| piece.contains(word) || word.contains(&piece);
                    if !typed.iter().any(is) && !all.contains(&piece) && !is_said(query, &piece) {
                        wrong.push(format!("{query}: marked {piece} in {text}"));
                    }
                }
            }
        }
    }
    assert!(looked > 1000);
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
