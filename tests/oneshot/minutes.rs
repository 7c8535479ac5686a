//! `majlis minutes`: a page that is sent to everybody when the call is over, worked out by hand.

use super::changing::text;
use super::majlis_program::{Folder, run};

const REGISTRY: &str = "\
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
  - {id: KWT, name: {ar: الكويت, en: Kuwait}}
people:
  - {id: benhajji, name: {ar: محمد بن حجي, en: Mohamed Ben Hajji}, country: TUN}
  - {id: selim, honorific: {ar: السيدة, en: Ms}, name: {ar: شهيرة سليم, en: Shahira Selim}, country: EGY}
bodies:
  - {id: tech-sec, kind: unit, name: {ar: الأمانة الفنية, en: Technical Secretariat}}
  - {id: eg-itrs, kind: group, name: {ar: فريق الخبراء المعني بلوائح الاتصالات, en: Expert Group on the ITRs}}
";

/// A report with the records of two calls, the later one first, and of a meeting that took up nothing.
const REPORT: &str = "\
report: {id: c1, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"27\"
    number: [\"27\"]
    title: {ar: مباني المقر, en: Headquarters premises}
    position:
      stance: support
      status: agreed
      text: {ar: \"تؤيد المجموعة المشروع.\\nوتطلب تقريراً.\", en: \"The group supports it.\\nIt asks for a report.\"}
    recommendations:
      - {id: 27/r1, to: tech-sec, due: 2021-09, text: {ar: إعداد ورقة, en: Prepare a paper}}
      - {id: 27/r2, text: {ar: إبلاغ الأعضاء, en: Tell the members}}
  - id: \"28\"
    number: [\"28\", \"29\"]
    title: {ar: الموازنة, en: Budget}
    position: {stance: oppose, status: deferred, text: {ar: لا تؤيد., en: It does not.}}
  - id: \"30\"
    number: [\"30\"]
    title: {ar: ما يستجد من أعمال, en: Other business}
nominations:
  - {id: nom/selim, person: selim, country: EGY, body: eg-itrs, role: vice-chair, status: proposed}
meetings:
  - id: meet/second
    title: {ar: الاجتماع الثاني, en: Second call}
    date: 2021-06-10
    began: '10:00'
    ended: '11:34'
    chair: benhajji
    attendance: {countries: [TUN, EGY, KWT], bodies: [tech-sec]}
    taken_up:
      - {item: \"27\", minutes: 62, planned: 45, speakers: [KWT, TUN]}
      - {item: \"28\", minutes: 1}
    agreed: [27/position]
    deferred: [28/position]
    made: [27/r1, 27/r2, nom/selim]
  - id: meet/first
    title: {ar: الاجتماع الأول, en: First call}
    date: 2021-06-03
    taken_up: [{item: \"30\", minutes: 2}]
  - {id: meet/later, title: {ar: مشاورة, en: Consultation}, date: 2021-07-01}
";

const ENGLISH: &str = "\
# Minutes: Second call

- **Date:** 10 June 2021
- **Began:** 10:00
- **Ended:** 11:34
- **Chair:** Mohamed Ben Hajji
- **Present:** Egypt, Kuwait, Tunisia, Technical Secretariat

## Items taken up

- **Item 27** Headquarters premises (62 minutes; planned: 45 minutes)  
  Spoke: Kuwait, Tunisia
- **Items 28, 29** Budget (1 minute)

## What was agreed

### **Item 27** Headquarters premises (support)

> The group supports it.
> It asks for a report.

## Deferred

- **Items 28, 29** Budget
  > It does not.

## Tasks

- [ ] **Technical Secretariat:** Prepare a paper (item 27; by September 2021)
- [ ] Tell the members (item 27)

## Nominations

- Shahira Selim: vice-chair, Expert Group on the ITRs (Egypt)
";

const ARABIC: &str = "\
<div dir=\"rtl\">

# محضر: الاجتماع الثاني

- **التاريخ:** 10 يونيو 2021
- **البدء:** 10:00
- **الانتهاء:** 11:34
- **الرئاسة:** محمد بن حجي
- **الحضور:** تونس، الكويت، مصر، الأمانة الفنية

## البنود التي نُظر فيها

- **البند 27** مباني المقر (62 دقيقة؛ الوقت المقرر: 45 دقيقة)  
  المداخلات: الكويت، تونس
- **البندان 28 و29** الموازنة (دقيقة واحدة)

## ما اتُّفق عليه

### **البند 27** مباني المقر (تأييد)

> تؤيد المجموعة المشروع.
> وتطلب تقريراً.

## ما أُرجئ

- **البندان 28 و29** الموازنة
  > لا تؤيد.

## التكليفات

- [ ] **الأمانة الفنية:** إعداد ورقة (البند 27؛ في موعد أقصاه سبتمبر 2021)
- [ ] إبلاغ الأعضاء (البند 27)

## الترشيحات

- شهيرة سليم: نائبة رئيس فريق الخبراء المعني بلوائح الاتصالات (مصر)

</div>
";

fn library() -> Folder {
    let folder = Folder::new();
    folder.put("registry.yaml", REGISTRY);
    folder.put("c1.yaml", REPORT);
    let checked = run(&["check", folder.name()]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    folder
}

#[test]
fn the_latest_call_or_the_one_that_is_named_is_printed_in_either_language() {
    let folder = library();
    let in_folder = ["--library", folder.name(), "minutes"];
    for (language, page) in [("en", ENGLISH), ("ar", ARABIC)] {
        // The latest that took something up; the same by its id, and by as much of it as is enough.
        for id in [None, Some("c1:meet/second"), Some("meet/second")] {
            let mut arguments = in_folder.to_vec();
            arguments.extend(id);
            arguments.extend(["--lang", language]);
            let ran = run(&arguments);
            assert_eq!((ran.code, ran.error.as_str()), (0, ""), "{arguments:?}");
            assert_eq!(ran.out, page);
        }
    }
    let first = [&in_folder[..], &["c1:meet/first", "--lang", "en"]].concat();
    assert_eq!(
        run(&first).out,
        "# Minutes: First call\n\n- **Date:** 3 June 2021\n\n## Items taken up\n\n\
         - **Item 30** Other business (2 minutes)\n\n## What was agreed\n\nnone\n\n\
         ## Tasks\n\nnone\n\n## Nominations\n\nnone\n"
    );
}

#[test]
fn what_is_no_meeting_and_where_there_is_none_is_said() {
    let folder = library();
    for (language, id, code, says) in [
        (
            "en",
            "c1:27",
            2,
            "“c1:27” is not a meeting; majlis list meeting lists those",
        ),
        (
            "ar",
            "c1:27",
            2,
            "«c1:27» ليس اجتماعاً؛ والاجتماعات يسردها majlis list meeting",
        ),
        ("en", "c1:meet/third", 2, "c1:meet/third"),
    ] {
        let arguments = [
            "--library",
            folder.name(),
            "minutes",
            id,
            "--lang",
            language,
        ];
        let ran = run(&arguments);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{id}");
        assert!(ran.error.contains(says), "{}", ran.error);
    }
    let empty = Folder::good();
    for (language, says) in [
        ("en", "There is no meeting in these reports"),
        ("ar", "لا اجتماع في هذه التقارير"),
    ] {
        let ran = run(&["--library", empty.name(), "minutes", "--lang", language]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(ran.error.contains(says), "{}", ran.error);
    }
}

/// No call was held with majlis in the built-in reports: the latest meeting is the last by its date.
#[test]
fn the_built_in_reports_have_a_page_too() {
    let ran = run(&["minutes", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.error);
    assert_eq!(ran.first(), "# Minutes: Last ISCG meeting of 2025");
    let ran = run(&["minutes", "c21:meet/wg", "--lang", "en"]);
    let expected = "\
# Minutes: Meetings of the Arab working group preparing the first virtual consultation of councillors, 2021

- **Date:** 31 May – 18 June 2021
- **Chair:** Hend Ben Hajji
- **Present:** Technical Secretariat of the Arab Telecommunications and Information Council of Ministers

Ten virtual meetings chaired by Dr Hend Ben Hajji of Tunisia, in coordination with the Technical Secretariat.
";
    assert!(ran.out.starts_with(expected), "{}", ran.out);
}

/// Who asks during a call means that one; the last one has its id.
#[test]
fn the_minutes_of_a_call_that_is_on_are_told_as_they_are_so_far() {
    let now = majlis::report::call::Moment::now();
    let call = format!(
        "report: c1\nbegan: {now}\nchanged: {now}\nby: hind\nchair: benhajji\n\
         in_hand: {{item: \"c1:30\", since: {now}}}\nput_off: [{{item: \"c1:30\", by: omar, at: {now}}}]\n\
         present: [TUN, EGY]\n"
    );
    let folder = library();
    folder.put("live.yaml", &call);
    for (language, says, lines) in [
        (
            "en",
            "A call is in progress; these are its minutes so far",
            [
                "- **Present:** Egypt, Tunisia",
                "- **Item 30** Other business (less than a minute)",
                "## Deferred\n\n- **Item 30** Other business\n",
            ],
        ),
        (
            "ar",
            "الاجتماع ما زال جارياً، وهذا محضره حتى الآن",
            [
                "- **الحضور:** تونس، مصر",
                "- **البند 30** ما يستجد من أعمال (أقل من دقيقة)",
                "## ما أُرجئ\n\n- **البند 30** ما يستجد من أعمال\n",
            ],
        ),
    ] {
        let arguments = ["--library", folder.name(), "minutes", "--lang", language];
        let ran = run(&arguments);
        assert_eq!(ran.code, 0, "{}", ran.error);
        assert!(ran.error.contains(says), "{}", ran.error);
        for line in lines {
            assert!(ran.out.contains(line), "{}", ran.out);
        }
        // The paper says so itself, and no hour at which the call has ended.
        assert!(
            ran.out.contains(&format!("\n\n*{says}*\n\n- **")),
            "{}",
            ran.out
        );
        let ended = ["**Ended:**", "**الانتهاء:**"];
        assert!(
            !ended.iter().any(|ended| ran.out.contains(ended)),
            "{}",
            ran.out
        );
        let as_json = run(&[&arguments[..], &["--json"]].concat());
        assert_eq!((as_json.code, as_json.error.as_str()), (0, ""));
        let told: serde_json::Value = serde_json::from_str(as_json.out.trim_end()).unwrap();
        assert_eq!(told["so_far"], true);
        assert_eq!(told["record"]["ended"], serde_json::Value::Null);
        assert_eq!(told["deferred"][0]["id"], "c1:30");
        let named = [&arguments[..], &["meet/second"]].concat();
        assert_eq!(run(&named).error, "");
    }
    // Nothing is written by it.
    assert_eq!(text(&folder, "c1.yaml"), REPORT);
}

/// What is put off in a call that is on is found as deferred, though no record tells it yet.
#[test]
fn what_a_call_puts_off_is_found_while_it_is_on() {
    let now = majlis::report::call::Moment::now();
    let call = format!(
        "report: c1\nbegan: {now}\nchanged: {now}\nby: hind\n\
         put_off: [{{item: \"c1:30\", by: omar, at: {now}}}]\n"
    );
    for query in ["status:deferred", "الحالة:مؤجل"] {
        let folder = library();
        let found = || run(&["--library", folder.name(), "find", query, "--lang", "en"]);
        assert!(!found().out.contains("Other business"), "{}", found().out);
        folder.put("live.yaml", &call);
        assert!(found().out.contains("Other business"), "{}", found().out);
    }
}

/// For a program: the record of the meeting, and whole what it names.
#[test]
fn minutes_are_told_as_json() {
    let folder = Folder::new();
    folder.put("registry.yaml", REGISTRY);
    folder.put("c1.yaml", REPORT);
    let ran = run(&["--library", folder.name(), "minutes", "--json"]);
    assert_eq!((ran.code, ran.error.as_str()), (0, ""));
    let told: serde_json::Value = serde_json::from_str(ran.out.trim_end()).unwrap();
    assert_eq!(told["id"], "c1:meet/second");
    assert_eq!(
        (&told["kind"], &told["report"]),
        (&"meeting".into(), &"c1".into())
    );
    assert_eq!(told["so_far"], false);
    assert_eq!(told["record"]["taken_up"][0]["minutes"], 62);
    let ids = |list: &str| -> Vec<&str> {
        let list = told[list].as_array().unwrap();
        list.iter().map(|one| one["id"].as_str().unwrap()).collect()
    };
    assert_eq!(ids("items"), ["c1:27", "c1:28"]);
    assert_eq!(ids("agreed"), ["c1:27/position"]);
    assert_eq!(ids("deferred"), ["c1:28/position"]);
    assert_eq!(ids("made"), ["c1:27/r1", "c1:27/r2", "c1:nom/selim"]);
    assert_eq!(told["made"][0]["record"]["text"]["en"], "Prepare a paper");
    assert_eq!(told["made"][2]["kind"], "nomination");
    assert_eq!(told["made"][2]["report"], "c1");
    assert_eq!(
        ids("parties"),
        ["benhajji", "TUN", "EGY", "KWT", "tech-sec"]
    );
    assert_eq!(
        told["parties"][0]["record"]["name"]["en"],
        "Mohamed Ben Hajji"
    );
    // What is no meeting, and where there is none.
    let ran = run(&["--library", folder.name(), "minutes", "c1:27", "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    folder.put(
        "c1.yaml",
        "report: {id: c1, kind: group-report, title: {ar: تقرير, en: Report}}\n",
    );
    let ran = run(&["--library", folder.name(), "minutes", "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
}

#[test]
fn a_list_can_be_cut_short() {
    let folder = Folder::new();
    folder.put("registry.yaml", REGISTRY);
    folder.put("c1.yaml", REPORT);
    let list = |more: &[&str]| {
        let mut all = vec!["--library", folder.name(), "list", "meeting"];
        all.extend(more);
        let ran = run(&all);
        (ran.code, ran.out.lines().count())
    };
    assert_eq!(list(&[]), (0, 3));
    assert_eq!(list(&["--limit", "2"]), (0, 2));
    assert_eq!(list(&["--limit", "9"]), (0, 3));
    // The exit code tells that there are some.
    assert_eq!(list(&["--limit", "0"]), (0, 0));
}
