use super::*;
use crate::library::Source;

const REGISTRY: &str = "
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
  - {id: DZA, name: {ar: الجزائر, en: Algeria}}
  - {id: JOR, name: {ar: الأردن, en: Jordan}}
people:
  - {id: benhajji, name: {ar: محمد بن حجي, en: Mohamed Ben Hajji}}
  - {id: selim, honorific: {ar: السيدة, en: Ms}, name: {ar: شهيرة سليم, en: Shahira Selim}}
bodies:
  - {id: tech-sec, kind: unit, name: {ar: الأمانة الفنية, en: Technical Secretariat}}
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
";

const REPORT: &str = "
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"27\"
    number: [\"27\"]
    title: {ar: مباني المقر, en: 'Headquarters | premises'}
    position:
      stance: support
      status: agreed
      text: {ar: يؤيد الفريق المشروع., en: \"The group supports it.\\nAt once.\"}
    recommendations:
      - {id: 27/r1, to: tech-sec, due: 2027-09, text: {ar: إعداد ورقة, en: Prepare a paper}}
  - id: \"28\"
    number: [\"28\"]
    title: {ar: الموازنة, en: Budget}
    position: {stance: defer, status: agreed, text: {ar: يؤيد., en: It supports.}}
nominations:
  - {id: nom/selim, person: selim, country: EGY, body: eg, role: vice-chair, status: proposed, item: '28'}
meetings:
  - {id: meet/old, title: {en: Later but empty}, date: 2027-01-01}
  - id: meet/call
    title: {ar: نداء, en: Call}
    date: 2026-11-22
    began: 09:30
    ended: '10:05'
    chair: benhajji
    attendance: {countries: [TUN, EGY, JOR, DZA]}
    taken_up:
      - {item: \"27\", minutes: 12, planned: 10, speakers: [TUN, EGY]}
      - {item: \"28\", minutes: 0}
    agreed: [27/position, 28/position]
    made: [27/r1, nom/selim]
";

fn library() -> Library {
    let library = Library::from_sources(vec![
        Source::text("registry.yaml", REGISTRY),
        Source::text("x.yaml", REPORT),
    ]);
    assert_eq!(library.problems(), []);
    library
}

#[test]
fn english_minutes_tell_what_was_done() {
    let library = library();
    let key = latest(&library).unwrap();
    assert_eq!(library.id(key), "x:meet/call");
    let expected = "\
# Minutes: Call

- **Date:** 22 November 2026
- **Began:** 09:30
- **Ended:** 10:05
- **Chair:** Mohamed Ben Hajji
- **Present:** Algeria, Egypt, Jordan, Tunisia

## Items taken up

- **Item 27** Headquarters \\| premises (12 minutes; planned: 10 minutes)  
  Spoke: Tunisia, Egypt
- **Item 28** Budget (less than a minute)

## What was agreed

### **Item 27** Headquarters \\| premises (support)

> The group supports it.
> At once.

## Deferred

- **Item 28** Budget
  > It supports.

## Tasks

- [ ] **Technical Secretariat:** Prepare a paper (item 27; by September 2027)

## Nominations

- Shahira Selim: vice-chair, Expert Group (Egypt; item 28)
";
    assert_eq!(
        markdown(&library, key, Language::English).unwrap(),
        expected
    );
}

#[test]
fn arabic_minutes_run_from_right_to_left() {
    let library = library();
    let key = latest(&library).unwrap();
    let expected = "\
<div dir=\"rtl\">

# محضر: نداء

- **التاريخ:** 22 نوفمبر 2026
- **البدء:** 09:30
- **الانتهاء:** 10:05
- **الرئاسة:** محمد بن حجي
- **الحضور:** الأردن، تونس، الجزائر، مصر

## البنود التي نُظر فيها

- **البند 27** مباني المقر (12 دقيقة؛ الوقت المقرر: 10 دقائق)  
  المداخلات: تونس، مصر
- **البند 28** الموازنة (أقل من دقيقة)

## ما اتُّفق عليه

### **البند 27** مباني المقر (تأييد)

> يؤيد الفريق المشروع.

## ما أُرجئ

- **البند 28** الموازنة
  > يؤيد.

## التكليفات

- [ ] **الأمانة الفنية:** إعداد ورقة (البند 27؛ في موعد أقصاه سبتمبر 2027)

## الترشيحات

- شهيرة سليم: نائبة رئيس فريق الخبراء (مصر؛ البند 28)

</div>
";
    assert_eq!(markdown(&library, key, Language::Arabic).unwrap(), expected);
}

/// Item 27 was deferred at the first call and agreed at the second, item 28 the other way round. Each
/// call goes on telling what it did; the texts of today are those of the second.
#[test]
fn what_becomes_of_a_position_later_changes_no_minutes_of_before() {
    let calls = "
  - {id: meet/one, title: {en: One}, date: 2026-11-20, agreed: [28/position], deferred: [27/position]}
  - {id: meet/two, title: {en: Two}, date: 2026-11-21, agreed: [27/position], deferred: [28/position]}
  - {id: meet/only, title: {en: Only}, date: 2026-11-19, agreed: [28/position]}
";
    let report = REPORT
        .replace(
            "stance: defer, status: agreed",
            "stance: oppose, status: deferred",
        )
        .replace(
            "\nmeetings:\n",
            &format!("\nmeetings:{calls}").replace("\n\n", "\n"),
        );
    let library = Library::from_sources(vec![
        Source::text("registry.yaml", REGISTRY),
        Source::text("x.yaml", report),
    ]);
    assert_eq!(library.problems(), []);
    let told = |call: &str| {
        let key = library.find(call).unwrap();
        let text = markdown(&library, key, Language::English).unwrap();
        let from = text.find("## What was agreed").unwrap();
        let to = text.find("## Tasks").unwrap();
        text.get(from..to).unwrap().to_owned()
    };
    assert_eq!(
        told("x:meet/one"),
        "## What was agreed\n\n### **Item 28** Budget (oppose)\n\n\
         *The wording at the meeting was not kept; this is the one of today, which is no longer agreed.*\n\n\
         > It supports.\n\n\
         ## Deferred\n\n- **Item 27** Headquarters \\| premises\n  > The group supports it.\n  > At once.\n\n"
    );
    assert_eq!(
        told("x:meet/two"),
        "## What was agreed\n\n### **Item 27** Headquarters \\| premises (support)\n\n\
         > The group supports it.\n> At once.\n\n## Deferred\n\n- **Item 28** Budget\n  > It supports.\n\n"
    );
    // Nothing was deferred there.
    assert_eq!(
        told("x:meet/only"),
        "## What was agreed\n\n### **Item 28** Budget (oppose)\n\n\
         *The wording at the meeting was not kept; this is the one of today, which is no longer agreed.*\n\n\
         > It supports.\n\n"
    );
}

/// What was written in a hurry in one language says so in the minutes of the other, as on the screen.
#[test]
fn a_text_in_the_other_language_only_says_so() {
    let report = REPORT
        .replace(
            "text: {ar: يؤيد الفريق المشروع., en: \"The group supports it.\\nAt once.\"}",
            "text: {en: \"The group supports it.\\nAt once.\"}",
        )
        .replace(
            "text: {ar: يؤيد., en: It supports.}",
            "text: {en: It supports.}",
        )
        .replace(
            "text: {ar: إعداد ورقة, en: Prepare a paper}",
            "text: {ar: إعداد ورقة}",
        );
    let library = Library::from_sources(vec![
        Source::text("registry.yaml", REGISTRY),
        Source::text("x.yaml", report),
    ]);
    let key = library.find("x:meet/call").unwrap();
    let arabic = markdown(&library, key, Language::Arabic).unwrap();
    for wanted in [
        "> The group supports it.\n> At once. (بالإنكليزية فقط)\n",
        "- **البند 28** الموازنة\n  > It supports. (بالإنكليزية فقط)\n",
        "- [ ] **الأمانة الفنية:** إعداد ورقة (البند 27؛ في موعد أقصاه سبتمبر 2027)\n",
    ] {
        assert!(arabic.contains(wanted), "{arabic}");
    }
    let english = markdown(&library, key, Language::English).unwrap();
    for wanted in [
        "> At once.\n",
        "  > It supports.\n",
        "- [ ] **Technical Secretariat:** إعداد ورقة (in Arabic only) (item 27; by September 2027)\n",
    ] {
        assert!(english.contains(wanted), "{english}");
    }
}

/// A name in one script says so as texts do; whoever is addressed in no way that tells it is called by the
/// work, which is right of a woman and of a man.
#[test]
fn a_name_in_one_script_says_so_and_a_post_is_right_of_anybody() {
    let registry = REGISTRY
        .replace(
            "{ar: محمد بن حجي, en: Mohamed Ben Hajji}",
            "{en: Mohamed Ben Hajji}",
        )
        .replace("{ar: الأردن, en: Jordan}", "{ar: الأردن}")
        .replace(
            "  - {id: selim,",
            "  - {id: mansoori, name: {en: Layla Al Mansoori}}\n  \
             - {id: utaybi, honorific: {ar: السيد}, name: {ar: نايف العتيبي}}\n  - {id: selim,",
        );
    let nominations = "nominations:
  - {id: nom/1, person: mansoori, country: EGY, body: eg, role: chair, status: proposed}
  - {id: nom/2, person: utaybi, body: tech-sec, role: vice-chair, title: {en: First deputy}, status: proposed}
  - {id: nom/3, person: utaybi, body: eg, role: vice-chair, status: proposed}
";
    let report = REPORT
        .replace("nominations:\n", nominations)
        .replace("title: {ar: الموازنة, en: Budget}", "title: {en: Budget}")
        .replace(
            "made: [27/r1, nom/selim]",
            "made: [nom/1, nom/2, nom/3, nom/selim]",
        );
    let library = Library::from_sources(vec![
        Source::text("registry.yaml", registry),
        Source::text("x.yaml", report),
    ]);
    let key = library.find("x:meet/call").unwrap();
    for (language, lines) in [
        (
            Language::Arabic,
            [
                "- **الرئاسة:** Mohamed Ben Hajji (بالإنكليزية فقط)",
                "- **الحضور:** الأردن، تونس، الجزائر، مصر",
                "- **البند 28** Budget (بالإنكليزية فقط) (أقل من دقيقة)",
                "- Layla Al Mansoori (بالإنكليزية فقط): رئاسة فريق الخبراء (مصر)",
                "- نايف العتيبي: First deputy (بالإنكليزية فقط)",
                "- نايف العتيبي: نائب رئيس فريق الخبراء",
                "- شهيرة سليم: نائبة رئيس فريق الخبراء (مصر؛ البند 28)",
            ],
        ),
        (
            Language::English,
            [
                "- **Chair:** Mohamed Ben Hajji",
                "- **Present:** Algeria, Egypt, Tunisia, الأردن (in Arabic only)",
                "- **Item 28** Budget (less than a minute)",
                "- Layla Al Mansoori: chair, Expert Group (Egypt)",
                "- نايف العتيبي (in Arabic only): First deputy",
                "- نايف العتيبي (in Arabic only): vice-chair, Expert Group",
                "- Shahira Selim: vice-chair, Expert Group (Egypt; item 28)",
            ],
        ),
    ] {
        let text = markdown(&library, key, language).unwrap();
        let text = crate::script::without_isolates(&text);
        for line in lines {
            assert!(text.lines().any(|one| one == line), "{line}\n{text}");
        }
    }
}

#[test]
fn only_a_meeting_has_minutes() {
    let library = library();
    let item = library.find("x:27").unwrap();
    assert_eq!(markdown(&library, item, Language::English), None);
}

/// Of a contribution that has a title it is told what it proposes, too.
#[test]
fn a_contribution_is_told_with_its_title_and_its_text() {
    let contributions = "
contributions:
  - {id: con/1, kind: proposal, item: \"27\", by: EGY, title: {ar: مبنى ثانٍ, en: A second building}, text: {ar: يُبنى في عام 2030., en: It is built in 2030.}}
  - {id: con/2, kind: proposal, item: \"27\", by: TUN, text: {en: No second one.}}
  - {id: con/3, kind: proposal, item: \"27\", by: JOR, title: {en: A title}, text: {en: And a text}}
";
    let report = REPORT.replace("made: [27/r1,", "made: [con/1, con/2, con/3, 27/r1,");
    let library = Library::from_sources(vec![
        Source::text("registry.yaml", REGISTRY),
        Source::text("x.yaml", report + contributions),
    ]);
    let key = latest(&library).unwrap();
    for (language, lines) in [
        (
            Language::English,
            [
                "  - Contribution (Egypt): A second building: It is built in 2030.",
                "  - Contribution (Tunisia): No second one.",
                "  - Contribution (Jordan): A title: And a text",
            ],
        ),
        (
            Language::Arabic,
            [
                "  - مساهمة (مصر): مبنى ثانٍ: يُبنى في عام 2030.",
                "  - مساهمة (تونس): No second one. (بالإنكليزية فقط)",
                "  - مساهمة (الأردن): A title: And a text (بالإنكليزية فقط)",
            ],
        ),
    ] {
        let text = markdown(&library, key, language).unwrap();
        let text = crate::script::without_isolates(&text);
        for line in lines {
            assert!(text.lines().any(|one| one == line), "{line}\n{text}");
        }
    }
}

/// A meeting of before wordings were kept: what stands there counts as long as it is agreed.
#[test]
fn of_a_meeting_that_kept_no_wordings_it_is_said_whose_wording_is_quoted() {
    let told = |report: String| {
        let library = Library::from_sources(vec![
            Source::text("registry.yaml", REGISTRY),
            Source::text("x.yaml", report),
        ]);
        let key = latest(&library).unwrap();
        [Language::English, Language::Arabic].map(|language| {
            let text = markdown(&library, key, language).unwrap();
            let (_, agreed) = text.split_once("\n### ").unwrap();
            let (agreed, _) = agreed.split_once("\n## ").unwrap();
            agreed.trim_end().to_owned()
        })
    };
    let is = told(REPORT.to_owned());
    assert_eq!(
        is[0],
        "**Item 27** Headquarters \\| premises (support)\n\n> The group supports it.\n> At once."
    );
    let withdrawn = REPORT.replacen("status: agreed", "status: draft", 1);
    assert_eq!(
        told(withdrawn),
        [
            "**Item 27** Headquarters \\| premises (support)\n\n\
             *The wording at the meeting was not kept; this is the one of today, which is no longer agreed.*\n\n\
             > The group supports it.\n> At once.",
            "**البند 27** مباني المقر (تأييد)\n\n\
             *لم يُحفظ نص الموقف وقت الاجتماع؛ هذا نصه اليوم، ولم يعد متفقاً عليه.*\n\n\
             > يؤيد الفريق المشروع."
        ]
    );
    let begin = REPORT.find("    position:\n").unwrap();
    let end = REPORT.find("    recommendations:").unwrap();
    let mut gone = REPORT.to_owned();
    gone.replace_range(begin..end, "");
    assert_eq!(
        told(gone),
        [
            "**Item 27** Headquarters \\| premises\n\n\
             *The wording at the meeting was not kept, and the position is no longer in the report.*",
            "**البند 27** مباني المقر\n\n\
             *لم يُحفظ نص الموقف وقت الاجتماع، ولم يعد الموقف في التقرير.*"
        ]
    );
}
