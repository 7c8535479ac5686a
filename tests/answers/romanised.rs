//! Arabic words of the field as people spell them in Latin letters, by the schemes of the United Nations, of
//! libraries, of the French, and by ear: `romanised.txt` has a word a line, and its spellings. Each is to
//! find a record that has the Arabic word among its first answers, but for a few that are known.

use super::marks::{bare, letters, texts};
use majlis::app::finder::{Finder, Inquiry};
use majlis::library::Library;

/// So many answers stand on a small screen.
const DEEP: usize = 10;

/// The spellings that find nothing that has the word: other words are as near.
const MISSED: [&str; 6] = [
    "tawsiya", "tawsiyah", "a'da'", "a'mal", "shuraka'", "shoraka",
];

#[test]
fn an_arabic_word_in_latin_letters_finds_what_has_it() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let (mut asked, mut missed, mut told) = (0, Vec::new(), Vec::new());
    for line in include_str!("romanised.txt").lines() {
        let (arabic, spellings) = line.split_once('\t').unwrap();
        let arabic = letters(arabic);
        for spelling in spellings.split(' ') {
            asked += 1;
            let query = finder.read(&library, spelling);
            let found = finder.search(Inquiry::of(&library, &query, DEEP));
            let has = |key| {
                let texts = texts(&library, key);
                let mut words = texts.iter().flat_map(|text| text.split_whitespace());
                words.any(|word| bare(word).contains(&arabic))
            };
            if !found.hits.iter().any(|&(key, _)| has(key)) {
                let first = found.hits.first().map(|&(key, _)| library.id(key));
                told.push(format!("{spelling} for {arabic}: {first:?}"));
                missed.push(spelling);
            }
        }
    }
    println!("romanised: {asked} spellings\n{}", told.join("\n"));
    assert_eq!(asked, 310);
    assert_eq!(missed, MISSED, "{}", told.join("\n"));
}
