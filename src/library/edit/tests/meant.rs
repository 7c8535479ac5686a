//! A text in which anything but what was meant is another is not taken, whoever spliced it so.

use crate::library::edit::plan::{Plan, plan};
use crate::library::edit::replace::Splice;
use crate::library::edit::{Edit, EditError, Reading};

use super::{insert, path, remove, set, set_text, shift};

const TEXT: &str = "\
a: 1
items:
  - id: x
    t: one
  - id: y
    t: two
    u: [p, {q: r}]
  - id: z
    t: three
b: 'two'
";

/// The piece in which two texts differ, put in the place of what stood there.
fn splice(old: &str, new: &str) -> Splice {
    let same = |(one, other): &(u8, u8)| one == other;
    let before = old.bytes().zip(new.bytes()).take_while(same).count();
    let rest = old.len().min(new.len()) - before;
    let behind = old.bytes().rev().zip(new.bytes().rev());
    let behind = behind.take(rest).take_while(same).count();
    Splice {
        from: before,
        to: old.len() - behind,
        with: new[before..new.len() - behind].to_owned(),
    }
}

/// The text as this edit is to make it, were it to become this other text.
fn become_by(edit: &Edit, text: &str, new: &str) -> Result<String, EditError> {
    let reading = Reading::of(text)?;
    let Plan::Make { way, change, .. } = plan(&reading.body, &reading.root, edit)? else {
        panic!("{edit:?} is not made in one piece")
    };
    let splices = vec![splice(text, new)];
    let reading = reading.with_pieces(splices, &way, &change, edit.at())?;
    assert_eq!(reading.text(), new);
    Ok(reading.text())
}

/// What the edit means is taken, however it is written; each of the others is not.
fn only(edit: &Edit, meant: &[&[(&str, &str)]], others: &[&[(&str, &str)]]) {
    only_of(TEXT, edit, meant, others);
}

fn only_of(text: &str, edit: &Edit, meant: &[&[(&str, &str)]], others: &[&[(&str, &str)]]) {
    let put = |pieces: &[(&str, &str)]| {
        pieces.iter().fold(text.to_owned(), |text, (old, new)| {
            assert_eq!(text.matches(old).count(), 1, "{old:?} in\n{text}");
            text.replace(old, new)
        })
    };
    for pieces in meant {
        let new = put(pieces);
        assert_eq!(become_by(edit, text, &new), Ok(new));
    }
    for pieces in others {
        let fails = Err(EditError::NotAsMeant(edit.at().clone()));
        assert_eq!(become_by(edit, text, &put(pieces)), fails, "{pieces:?}");
    }
}

#[test]
fn of_a_field_that_is_set() {
    const DONE: (&str, &str) = ("t: two", "t: zwei");
    only(
        &set("items[y].t", "zwei"),
        &[
            &[DONE],
            &[("t: two", "t:   'zwei' # so")],
            // What stands around it otherwise, and says the same.
            &[DONE, ("a: 1\n", "a:  1 # as it was\n\n")],
            &[DONE, ("[p, {q: r}]", "\n    - p\n    - {q: r}")],
        ],
        &[
            &[],
            &[("t: two", "t: drei")],
            &[("t: two", "t: [zwei]")],
            &[("t: one", "t: zwei")],
            // Another field of the element as well.
            &[DONE, ("[p, {q: r}]", "[p, {q: s}]")],
            &[DONE, ("[p, {q: r}]", "[p, {q: r, s: t}]")],
            &[DONE, ("[p, {q: r}]", "[p]")],
            &[DONE, ("    u: [p, {q: r}]\n", "")],
            &[DONE, ("    u: ", "    v: ")],
            &[DONE, ("    u: ", "    w: 1\n    u: ")],
            &[("t: two\n    u: [p, {q: r}]", "u: [p, {q: r}]\n    t: zwei")],
            &[DONE, ("id: y", "id: v")],
            // Another element, and another field of the file.
            &[DONE, ("t: one", "t: eins")],
            &[DONE, ("t: three", "t: drei")],
            &[DONE, ("  - id: z\n    t: three\n", "")],
            &[DONE, ("  - id: z\n", "  - id: w\n  - id: z\n")],
            &[DONE, ("b: 'two'", "b: 'three'")],
            &[DONE, ("b: 'two'\n", "")],
            &[DONE, ("b: 'two'", "b: 'two'\nc: 1")],
            &[DONE, ("a: 1\n", ""), ("b: 'two'", "b: 'two'\na: 1")],
            // A number is another value than its digits, and an anchor or a tag is a change.
            &[DONE, ("a: 1", "a: '1'")],
            &[DONE, ("b: 'two'", "b: two")],
            &[DONE, ("b: 'two'", "b: &b 'two'")],
            &[DONE, ("b: 'two'", "b: !b 'two'")],
            &[("t: two", "t: &t zwei")],
            &[("t: two", "t: !t zwei")],
            &[DONE, ("  - id: y", "  - &y\n    id: y")],
            // What cannot be read at all.
            &[("t: two", "t: [zwei")],
        ],
    );
    only(
        &set_text("items[y].t", "2"),
        &[&[("t: two", "t: '2'")]],
        &[&[("t: two", "t: 2")]],
    );
    only(
        &set("items[y].u[#2]", "{k: 1, l: 2}"),
        &[
            &[("{q: r}", "{k: 1, l: 2}")],
            // The order of the keys of what is set says nothing.
            &[("{q: r}", "{l: 2, k: 1}")],
        ],
        &[
            &[("{q: r}", "{k: 1}")],
            &[("{q: r}", "{k: 1, l: 2, m: 3}")],
            &[("{q: r}", "{k: 2, l: 1}")],
            &[("p, {q: r}", "{k: 1, l: 2}")],
            &[("p, {q: r}", "{k: 1, l: 2}, p")],
        ],
    );
}

#[test]
fn of_an_alias() {
    let text = "a: &x 1\nb: &y 1\nc: *x\nd: 2\n";
    let done = ("d: 2", "d: 3");
    only_of(
        text,
        &set("d", "3"),
        &[&[done]],
        &[&[done, ("c: *x", "c: *y")], &[done, ("c: *x", "c: 1")]],
    );
}

#[test]
fn of_a_field_that_comes_or_goes() {
    const NEW: (&str, &str) = ("t: two\n", "t: two\n    n: new\n");
    only(
        &set("items[y].n", "new"),
        &[&[NEW], &[("id: y\n", "id: y\n    n: new\n")]],
        &[
            &[],
            &[("t: two\n", "t: two\n    n: old\n")],
            &[("t: two\n", "t: two\n    m: new\n")],
            &[("t: two\n", "t: two\n    n: new\n    m: new\n")],
            &[("t: two\n", "n: new\n")],
            &[NEW, ("    u: [p, {q: r}]\n", "")],
            &[NEW, ("id: y", "id: w")],
            &[("id: x\n", "id: x\n    n: new\n")],
            &[NEW, ("t: three", "t: drei")],
        ],
    );
    const GONE: (&str, &str) = ("    t: two\n", "");
    only(
        &remove("items[y].t"),
        &[&[GONE]],
        &[
            &[],
            &[("    u: [p, {q: r}]\n", "")],
            &[GONE, ("    u: [p, {q: r}]\n", "")],
            &[GONE, ("[p, {q: r}]", "[p]")],
            &[("    t: one\n", "")],
            &[("t: two", "t:")],
            &[GONE, ("a: 1", "a: 2")],
        ],
    );
}

#[test]
fn of_an_element_that_comes_goes_or_moves() {
    const NEW: (&str, &str) = ("  - id: y\n", "  - {id: n}\n  - id: y\n");
    only(
        &insert("items", "y", "{id: n}"),
        &[&[NEW]],
        &[
            &[],
            &[("  - id: y\n", "  - {id: m}\n  - id: y\n")],
            &[("  - id: z\n", "  - {id: n}\n  - id: z\n")],
            &[("  - id: y\n", "  - {id: n}\n  - {id: n}\n  - id: y\n")],
            &[NEW, ("t: two", "t: zwei")],
            &[NEW, ("t: one", "t: eins")],
            &[NEW, ("a: 1", "a: 2")],
        ],
    );
    const GONE: (&str, &str) = ("  - id: y\n    t: two\n    u: [p, {q: r}]\n", "");
    only(
        &remove("items[y]"),
        &[&[GONE]],
        &[
            &[],
            &[("  - id: x\n    t: one\n", "")],
            &[GONE, ("  - id: z\n    t: three\n", "")],
            &[GONE, ("t: three", "t: drei")],
            &[GONE, ("t: one", "t: eins")],
            &[GONE, ("b: 'two'", "b: 'one'")],
        ],
    );
    const MOVED: [(&str, &str); 2] = [
        ("  - id: z\n    t: three\n", ""),
        ("  - id: x\n", "  - id: z\n    t: three\n  - id: x\n"),
    ];
    only(
        &shift("items[z]", "x"),
        &[&MOVED],
        &[
            &[],
            &[
                ("id: z\n    t: three", "id: x\n    t: one"),
                (
                    "  - id: x\n    t: one\n  - id: y",
                    "  - id: z\n    t: three\n  - id: y",
                ),
            ],
            &[
                MOVED[0],
                ("  - id: y\n", "  - id: z\n    t: three\n  - id: y\n"),
            ],
            &[MOVED[0], MOVED[1], ("t: two", "t: zwei")],
            &[MOVED[0], MOVED[1], ("    t: three\n", "")],
            &[MOVED[0]],
            &[MOVED[1]],
        ],
    );
}

#[test]
fn it_is_said_in_both_languages() {
    let said = EditError::NotAsMeant(path("items[y].t")).message();
    assert_eq!(
        said.en,
        "written like this, the change would alter more than was meant: “items[y].t”; nothing was \
         written, make it in a text editor"
    );
    assert_eq!(
        said.ar,
        "لو كُتب هذا التغيير لتغير في الملف غير المقصود: «items[y].t»؛ لم يُكتب شيء، عدّله في محرر النصوص"
    );
}
