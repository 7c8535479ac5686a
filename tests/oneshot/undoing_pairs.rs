//! Two changes that one key made, undone from the shell.

use super::changing::{library, majlis, text};
use super::linear_changing::Talk;

/// What one line made in two files is undone in both by the name of either, or asked about as a whole.
#[test]
fn a_pair_is_undone_as_one_by_the_name_of_either() {
    for half in [0, 1] {
        for is_changed in [false, true] {
            let folder = library();
            let before = ["c1.yaml", "registry.yaml"].map(|file| text(&folder, file));
            let mut talk = Talk::start(&folder, "en", &[]);
            talk.say("+ترشيح selim EGY نائبة رئيس itu");
            talk.say("");
            talk.wait("nomination");
            talk.end();
            let log = majlis(&folder, &["log"]);
            let names: Vec<&str> = log
                .out
                .lines()
                .map(|row| row.split('\t').next().unwrap())
                .collect();
            assert_eq!(names.len(), 2, "{log:?}");
            if is_changed {
                let status = ["set", "c1:nom/selim", "status=elected", "--as", "omar"];
                assert_eq!(majlis(&folder, &status).code, 0);
            }
            let made = ["c1.yaml", "registry.yaml"].map(|file| text(&folder, file));
            let undone = majlis(&folder, &["undo", names[half]]);
            let now = ["c1.yaml", "registry.yaml"].map(|file| text(&folder, file));
            match is_changed {
                true => assert!(undone.code == 3 && now == made, "{undone:?}"),
                false => assert!(undone.code == 0 && now == before, "{undone:?}"),
            }
        }
    }
}
