//! A folding table, worked out by hand.

use crate::search::fold::{Link, Script, fold};

#[test]
fn spellings_fold_to_the_plain_letters() {
    let table = [
        // Hamza and alef.
        ("أحمد إلى آخر ٱلله", "احمد الي اخر الله"),
        ("مؤتمر", "موتمر"),
        ("هيئة", "هييه"),
        ("الوزراء", "الوزرا"),
        ("شيء", "شي"),
        ("ؤ", "و"),
        ("ا\u{653} ا\u{654} ا\u{655} و\u{654} ي\u{654}", "ا ا ا و ي"),
        ("قراءة", "قراه"),
        // Ta marbuta, alef maqsura.
        ("لجنة", "لجنه"),
        ("مبنى", "مبني"),
        // Harakat and tatweel.
        ("مُحَمَّدٌ", "محمد"),
        ("مـجـــلس", "مجلس"),
        ("هٰذا", "هذا"),
        // Persian and Urdu letters.
        (
            "کیف پاکستان چگونه گروه ژاله ڤيينا",
            "كيف باكستان جكونه كروه زاله فيينا",
        ),
        ("ہندوستان", "هندوستان"),
        ("ێ ې ے", "ي ي ي"),
        // Presentation forms and ligatures.
        ("ﻣﺠﻠﺲ", "مجلس"),
        ("ﻻ ﻼ ﻷ ﻹ ﻵ", "لا لا لا لا لا"),
        ("ﺍﻻﺗﺤﺎﺩ", "الاتحاد"),
        ("ﷲ", "الله"),
        ("مﹷج\u{FE7F}لس", "مجلس"),
        ("پﭘ ﮎ ﯾ", "بب ك ي"),
        // Digits of every kind.
        ("١٩١ ۱۹۱ １９１ १९१ 𝟏𝟗𝟏 ¹⁹¹", "191 191 191 191 191 191"),
        ("௧௯௧ ၁၉၁ 𞥑𞥙𞥑", "191 191 191"),
        // Latin.
        (
            "São ÉCOLE Straße Łódź Ærø ﬁn",
            "sao ecole strasse lodz aero fin",
        ),
        ("ＩＴＵ İstanbul ıı", "itu istanbul ii"),
        // Invisible characters are not there, others end the word.
        ("مج\u{200D}ل\u{200F}س", "مجلس"),
        ("\u{FEFF}coun\u{AD}cil", "council"),
        ("a\u{A0}b;c\td", "a b c d"),
        ("日本 ITU Привет", "itu"),
        ("😀", ""),
        ("\u{1b}[31m", "31m"),
        ("2½ %", "2"),
        // Another script, another word; letters and digits stand together.
        ("وA/70/1", "و a 70 1"),
        ("C26/35", "c26 35"),
        ("و172", "و 172"),
    ];
    for (text, expected) in table {
        assert_eq!(fold(text).text(), expected, "{text}");
    }
}

#[test]
fn each_word_knows_where_it_stood() {
    let text = "في المـؤتمرِ C26";
    let folded = fold(text);
    let words: Vec<_> = folded
        .words()
        .map(|word| (&text[word.range.clone()], word.script, word.link))
        .collect();
    assert_eq!(
        words,
        [
            ("في", Script::Arabic, Link::None),
            ("المـؤتمرِ", Script::Arabic, Link::None),
            ("C", Script::Latin, Link::None),
            ("26", Script::Digits, Link::Direct),
        ]
    );
}

#[test]
fn what_belongs_together_is_linked() {
    let links = |text: &str| fold(text).words().map(|word| word.link).collect::<Vec<_>>();
    assert_eq!(links("9,7"), [Link::None, Link::Point]);
    assert_eq!(links("9٫7"), [Link::None, Link::Point]);
    assert_eq!(links("9, 7"), [Link::None, Link::None]);
    assert_eq!(links("A/70/1"), [Link::None, Link::Joiner, Link::Joiner]);
    assert_eq!(
        links("https://itu.int"),
        [Link::None, Link::Joiner, Link::Joiner]
    );
    assert_eq!(links("+41 22"), [Link::None, Link::Space]);
    assert_eq!(links("(022) 730"), [Link::None, Link::Space]);
    assert_eq!(links("41  22"), [Link::None, Link::None]);
    assert_eq!(links("a b"), [Link::None, Link::None]);
    assert_eq!(links("ا/ب"), [Link::None, Link::None]);
    assert_eq!(links("a----b"), [Link::None, Link::None]);
}
