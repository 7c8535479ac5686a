use super::*;

/// `3 minutes` asks for no meeting before what has the words.
#[test]
fn minutes_are_among_the_words_of_a_meeting_and_no_name_of_it() {
    let library = Library::built_in();
    let key = library.find("c21:meet/wg1").unwrap();
    let fields = of(&library, key).fields;
    let of_minutes: Vec<Field> = (fields.iter())
        .filter(|(_, text)| text.as_ref() == "minutes")
        .map(|(field, _)| *field)
        .collect();
    assert_eq!(of_minutes, [Field::Text]);
}

#[test]
fn where_a_record_stands_in_the_source_is_searched_as_the_file_writes_it_only() {
    let library = Library::built_in();
    let key = library.find("c21:27").unwrap();
    let texts = of(&library, key).fields;
    let any = |says: &str| texts.iter().any(|(_, text)| text.contains(says));
    assert!(any("s2/t1/r2"));
    assert!(!any("القسم 2") && !any("section 2") && !any("Section 2"));
}
