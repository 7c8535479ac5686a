//! `majlis --linear` through a pipe changes records, and tells what others change meanwhile.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::changing::{REPORT, is_sound, library, majlis, text, tree};
use super::majlis_program::{Folder, MAJLIS, NEUTRAL};

/// Longer than anything takes; only a failure waits for it.
const LONG: Duration = Duration::from_secs(60);

/// The program, listening to lines.
pub struct Talk {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    /// All that was told.
    told: Vec<String>,
}

impl Talk {
    pub fn start(folder: &Folder, language: &str, more: &[&str]) -> Self {
        let mut child = Command::new(MAJLIS)
            .args(["--linear", "--lang", language, "--library", folder.name()])
            .args(more)
            .envs(NEUTRAL)
            .env("MAJLIS_WHO", "hind")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in out.lines() {
                let _ = send.send(line.unwrap());
            }
        });
        let stdin = child.stdin.take();
        let told = Vec::new();
        let mut talk = Self {
            child,
            stdin,
            lines,
            told,
        };
        talk.wait(if language == "ar" {
            "للخروج"
        } else {
            "to leave"
        });
        talk.told.clear();
        talk
    }

    pub fn say(&mut self, line: &str) {
        writeln!(self.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Waits for a line in which this stands; gives it.
    pub fn wait(&mut self, words: &str) -> String {
        loop {
            let Ok(line) = self.lines.recv_timeout(LONG) else {
                panic!("“{words}” was not told, but {:#?}", self.told);
            };
            self.told.push(line.clone());
            if line.contains(words) {
                return line;
            }
        }
    }

    /// Ends the input; all that was told.
    pub fn end(mut self) -> Vec<String> {
        drop(self.stdin.take());
        while let Ok(line) = self.lines.recv_timeout(LONG) {
            self.told.push(line);
        }
        assert!(self.child.wait().unwrap().success());
        self.told
    }
}

/// What is told for these lines, from the first key on.
fn told(folder: &Folder, language: &str, lines: &str) -> Vec<String> {
    let mut talk = Talk::start(folder, language, &[]);
    for line in lines.lines() {
        talk.say(line);
    }
    talk.end()
}

#[test]
fn one_key_agrees_and_the_change_is_undone_and_done_again() {
    for (language, agreed, undone) in [
        (
            "en",
            "c1:27/position, Stage: agreed (was: draft)",
            "Undone: position “Headquarters”, Stage: draft (was: agreed)",
        ),
        (
            "ar",
            "c1:27/position، المرحلة: متفق عليه (كان: مسودة)",
            "تراجع: موقف «مباني المقر»، المرحلة: مسودة (كان: متفق عليه)",
        ),
    ] {
        let folder = library();
        let lines = told(&folder, language, "A\nu");
        assert_eq!(lines, [agreed, undone], "{language}");
        assert_eq!(text(&folder, "c1.yaml"), REPORT);
        let lines = told(&folder, language, "U D M");
        assert_eq!(lines.len(), 3, "{lines:?}");
        let position = &tree(&folder, "c1.yaml")["items"][0]["position"];
        assert_eq!(position["status"], "delivered");
        assert_eq!(position["stance"], "support");
        // Its history, and a value brought back.
        let lines = told(&folder, language, "H\nenter");
        assert_eq!(lines.len(), 4, "{lines:?}");
        let position = &tree(&folder, "c1.yaml")["items"][0]["position"];
        assert_eq!(position["status"], "deferred");
        is_sound(&folder);
    }
}

#[test]
fn a_form_is_walked_through_and_a_field_is_changed() {
    let folder = library();
    let lines = told(
        &folder,
        "en",
        "e\nj\nenter\nselect-all <مباني المقر الجديدة>\nenter\nesc",
    );
    assert_eq!(
        lines,
        [
            "Item c1:27",
            "1 of 14: Title (en): Headquarters",
            "2 of 14: Title (ar): مباني المقر",
            "Title (ar)",
            "مباني المقر",
            "مباني المقر",
            "مباني المقر الجديدة",
            "c1:27, Title (ar): مباني المقر الجديدة (was: مباني المقر); the English text is as it was before the Arabic was changed",
            "2 of 14: Title (ar): مباني المقر الجديدة",
            "Agenda items, 1 of 1: Headquarters (+ support, draft, c1)",
        ]
    );
    assert_eq!(
        text(&folder, "c1.yaml"),
        REPORT.replace("مباني المقر", "مباني المقر الجديدة")
    );
    // In Arabic the Arabic text comes first; a text of several lines is saved by its own key.
    let lines = told(&folder, "ar", "n t\nسطر أول\nenter\nسطر ثان\nsave");
    let note = &tree(&folder, "c1.yaml")["items"][0]["notes"][0];
    assert_eq!(note["text"]["ar"], "سطر أول\nسطر ثان", "{lines:?}");
    assert!(lines.contains(&"نص من عدة أسطر: Enter لسطر جديد، والمفتاح Ctrl-S للحفظ".to_owned()));
    assert!(
        lines.contains(&"إضافة ملاحظة c1:27/n1".to_owned()),
        "{lines:?}"
    );
    is_sound(&folder);
}

#[test]
fn one_line_adds_a_recommendation_after_telling_what_was_understood() {
    for (language, typed, told_lines) in [
        (
            "en",
            "@tech-sec 2021-09 Prepare the file",
            [
                "Recommendation, goes to c1:27",
                "To act: Technical Secretariat",
                "Due: September 2021",
                "Wording (en): Prepare the file",
                "Enter adds it",
                "Added: recommendation c1:27/r1",
            ],
        ),
        (
            "ar",
            "@ tech-sec 2021-09 إعداد الملف",
            [
                "توصية، الوجهة: c1:27",
                "الجهة المكلَّفة: الأمانة الفنية",
                "الأجل: سبتمبر 2021",
                "النص (عربي): إعداد الملف",
                "Enter يضيفه",
                "إضافة توصية c1:27/r1",
            ],
        ),
    ] {
        let folder = library();
        let lines = told(&folder, language, &format!("{typed}\n\n"));
        let from = lines.iter().position(|line| line == told_lines[0]);
        assert_eq!(lines[from.unwrap()..][..6], told_lines, "{lines:#?}");
        let task = &tree(&folder, "c1.yaml")["items"][0]["recommendations"][0];
        assert_eq!(task["due"], "2021-09");
        is_sound(&folder);
    }
}

/// A line that is read as a whole takes nothing from the lines behind it.
#[test]
fn lines_behind_a_whole_line_are_no_part_of_it() {
    for (language, said) in [
        (
            "en",
            "The line before is not added yet: an empty line adds it, esc leaves it",
        ),
        (
            "ar",
            "السطر السابق لم يُضف بعد؛ السطر الفارغ يضيفه، وesc يتركه",
        ),
    ] {
        let folder = library();
        let lines = told(
            &folder,
            language,
            "@tech-sec 2021-09 prepare a paper\nA\nu\nc c\n\nq\n",
        );
        let refused = lines.iter().filter(|line| *line == said).count();
        assert_eq!(refused, 3, "{lines:#?}");
        let task = &tree(&folder, "c1.yaml")["items"][0]["recommendations"][0];
        assert_eq!(task["text"]["en"], "prepare a paper");
        // What is in the brackets is always typed; Escape leaves the line.
        let more = "@tech-sec prepare\n< a book>\n\n@tech-sec no\nesc\nq\n";
        told(&folder, language, more);
        let tasks = &tree(&folder, "c1.yaml")["items"][0]["recommendations"];
        assert_eq!(tasks[1]["text"]["en"], "prepare a book");
        assert!(tasks.get(2).is_none(), "{tasks:?}");
        is_sound(&folder);
    }
}

/// A line that comes as a whole is that line, whatever was left unsaved before; that is kept.
#[test]
fn a_whole_line_takes_the_place_of_one_that_was_left() {
    for language in ["en", "ar"] {
        for (left, whole, kept) in [
            ("@tech-sec an old one\nesc\n", "@EGY a new one\n\n", "@\n"),
            ("+note an old one\nesc\n", "+note a new one\n\n", "+\n"),
        ] {
            let folder = library();
            let lines = told(&folder, language, &format!("{left}{whole}{kept}esc\nq\n"));
            let item = &tree(&folder, "c1.yaml")["items"][0];
            let made = match left.starts_with('@') {
                true => &item["recommendations"],
                false => &item["notes"],
            };
            assert_eq!(made[0]["text"]["en"], "a new one", "{lines:#?}");
            assert!(made.get(1).is_none());
            let old = lines.iter().filter(|line| line.contains("an old one"));
            assert!(old.count() > 1, "{lines:#?}");
        }
    }
}

#[test]
fn what_another_changes_is_told_by_name_and_nobodys_own_change_is() {
    for (language, by_sara, by_program) in [
        (
            "en",
            "Changed by sara: c1:27/position, For or against: amend (was: support)",
            "Changed by another program: report c1: Record",
        ),
        (
            "ar",
            "تعديل من sara: c1:27/position، نوع الموقف: تعديل (كان: تأييد)",
            "تعديل من برنامج آخر: تقرير c1: تقرير",
        ),
    ] {
        let folder = library();
        let mut talk = Talk::start(&folder, language, &[]);
        talk.say("A");
        let set = majlis(
            &folder,
            &["set", "c1:27", "position.stance=amend", "--as", "sara"],
        );
        assert_eq!(set.code, 0, "{}", set.error);
        assert_eq!(talk.wait("sara"), by_sara);
        let changed = text(&folder, "c1.yaml").replace("en: Report", "en: Record");
        folder.put("c1.yaml", changed);
        let program = by_program.split(':').next().unwrap();
        assert_eq!(talk.wait(program), by_program);
        let lines = talk.end();
        assert!(!lines.iter().any(|line| line.contains("hind")), "{lines:?}");
    }
}

#[test]
fn a_file_that_becomes_wrong_is_told_and_what_was_there_stays() {
    let folder = library();
    let mut talk = Talk::start(&folder, "en", &[]);
    folder.put("c1.yaml", "report: {id: c1");
    let line = talk.wait("c1.yaml");
    assert!(line.contains("c1.yaml:1"), "{line}");
    talk.say("again-no-command");
    talk.say("j");
    talk.wait("Headquarters");
}

#[test]
fn the_call_is_told_to_who_follows_it() {
    let folder = library();
    folder.put(
        "c1.yaml",
        format!("{REPORT}  - {{id: \"28\", number: [\"28\"], title: {{ar: المنارات, en: Lighthouses}}, src: s1}}\n"),
    );
    let mut leads = Talk::start(&folder, "en", &[]);
    let mut follows = Talk::start(&folder, "ar", &["--as", "sara"]);
    leads.say("c c");
    // One line tells that there is a call and that the screen goes along.
    let begun = follows.wait("hind");
    assert_eq!(
        begun,
        "يقود hind الاجتماع؛ شاشتك تتابعه، والمفتاح x يوقف المتابعة"
    );
    leads.say("j t");
    assert_eq!(follows.wait("28"), "البند 28 قيد النظر الآن: المنارات");
    // The one who follows is taken there.
    assert!(follows.wait("2 من 2").contains("المنارات"));
    // Of two steps in quick succession only the last may be seen: each waits for the one before.
    leads.say("s s\n<EGY>\nenter");
    follows.wait("طلب الكلمة: مصر");
    leads.say("s n");
    assert_eq!(follows.wait("الكلمة الآن"), "الكلمة الآن: مصر");
    follows.say("redraw");
    let now = follows.wait("الاجتماع: البند 28");
    assert!(now.starts_with("الاجتماع: البند 28 قيد النظر، "), "{now}");
    leads.say("T");
    follows.wait("اختُتم النظر في البند");
    leads.say("c x\nenter");
    follows.wait("اختُتم الاجتماع");
    let lines = leads.end();
    let own = lines
        .iter()
        .filter(|line| line.contains("taken up") || line.contains("hind"));
    assert_eq!(own.count(), 0, "{lines:#?}");
    follows.end();
}

#[test]
fn two_versions_of_a_field_are_told_and_one_is_chosen() {
    for (language, theirs, yours, choice) in [
        (
            "en",
            "In the file, sara",
            "What you typed: Premises",
            "1 of 3: Keep what is in the file",
        ),
        (
            "ar",
            "في الملف، sara",
            "ما كتبته: Premises",
            "1 من 3: إبقاء ما في الملف",
        ),
    ] {
        let folder = library();
        let mut talk = Talk::start(&folder, language, &[]);
        // In Arabic the Arabic title comes first.
        let down = if language == "ar" { "j " } else { "" };
        talk.say(&format!("e {down}enter"));
        talk.wait("Headquarters");
        let set = majlis(
            &folder,
            &["set", "c1:27", "title.en=Buildings", "--as", "sara"],
        );
        assert_eq!(set.code, 0, "{}", set.error);
        talk.wait("sara");
        talk.say("select-all <Premises> enter");
        let told = talk.wait(theirs);
        assert!(told.ends_with(": Buildings"), "{told}");
        assert_eq!(talk.wait("Premises"), yours);
        assert_eq!(talk.wait("1 "), choice);
        talk.say("down enter");
        talk.wait(if language == "en" {
            "(was: Buildings)"
        } else {
            "(كان: Buildings)"
        });
        talk.end();
        let title = &tree(&folder, "c1.yaml")["items"][0]["title"]["en"];
        assert_eq!(title, "Premises");
    }
}

#[test]
fn a_library_that_is_only_read_says_so_at_each_attempt() {
    let folder = library();
    for (language, said) in [("en", "--read-only"), ("ar", "--read-only")] {
        let mut talk = Talk::start(&folder, language, &["--read-only"]);
        talk.say("A");
        talk.wait(said);
        talk.end();
    }
    assert_eq!(text(&folder, "c1.yaml"), REPORT);
}

#[test]
fn a_position_is_read_out_in_lines() {
    let folder = library();
    let lines = told(&folder, "en", "R\nesc");
    assert!(lines.contains(&"We support.".to_owned()), "{lines:?}");
    let lines = told(&folder, "ar", "R\nesc");
    assert!(lines.contains(&"نؤيد.".to_owned()), "{lines:?}");
}

#[test]
fn what_was_typed_and_not_saved_is_kept_when_the_lines_end() {
    for (language, said) in [("en", "Typed and not saved"), ("ar", "كُتب ولم يُحفظ")] {
        let folder = library();
        let state = folder.path().join("state");
        let mut child = Command::new(MAJLIS)
            .args(["--linear", "--lang", language, "--library", folder.name()])
            .envs(NEUTRAL)
            .env("XDG_STATE_HOME", &state)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        writeln!(stdin, "+ note typed and not lost").unwrap();
        drop(stdin);
        let ran = child.wait_with_output().unwrap();
        assert!(ran.status.success());
        let told = String::from_utf8(ran.stderr).unwrap();
        assert!(
            told.contains(said) && told.contains("-typed.yaml"),
            "{told}"
        );
        let kept = std::fs::read_dir(state.join("majlis/unsaved")).unwrap();
        let [kept] = kept
            .map(|one| one.unwrap().path())
            .collect::<Vec<_>>()
            .try_into()
            .unwrap();
        let kept = std::fs::read_to_string(kept).unwrap();
        assert!(kept.contains("note typed and not lost"), "{kept}");
    }
}
