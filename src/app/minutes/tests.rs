use super::*;
use crate::library::Source;

const REGISTRY: &str = "
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
people:
  - {id: benhajji, name: {ar: محمد بن حجي, en: Mohamed Ben Hajji}}
  - {id: selim, honorific: {ar: السيدة}, name: {ar: شاهيرة سليم, en: Shahira Selim}}
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
  - {id: \"28\", number: [\"28\"], title: {ar: الموازنة, en: Budget}}
nominations:
  - {id: nom/selim, person: selim, country: EGY, body: eg, role: vice-chair, status: proposed}
meetings:
  - {id: meet/old, title: {en: Later but empty}, date: 2027-01-01}
  - id: meet/call
    title: {ar: نداء, en: Call}
    date: 2026-11-22
    began: 09:30
    ended: '10:05'
    chair: benhajji
    attendance: {countries: [TUN, EGY]}
    taken_up:
      - {item: \"27\", minutes: 12, planned: 10, speakers: [TUN, EGY]}
      - {item: \"28\", minutes: 0}
    agreed: 27/position
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
- **Present:** Tunisia, Egypt

## Items taken up

- **Item 27** Headquarters \\| premises (12 minutes; planned: 10 minutes)  
  Spoke: Tunisia, Egypt
- **Item 28** Budget (less than a minute)

## What was agreed

### **Item 27** Headquarters \\| premises (support)

> The group supports it.
> At once.

## Tasks

- [ ] **Technical Secretariat:** Prepare a paper (by September 2027) `x:27/r1`

## Nominations

- Shahira Selim: vice-chair, Expert Group (Egypt) `x:nom/selim`
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
    let text = markdown(&library, key, Language::Arabic).unwrap();
    assert!(text.starts_with("<div dir=\"rtl\">\n\n# محضر: نداء\n"));
    assert!(text.ends_with("\n</div>\n"));
    assert!(text.contains("- **البدء:** 09:30\n- **الانتهاء:** 10:05\n"));
    assert!(text.contains("- **البند 27** مباني المقر (12 دقيقة؛ المخطط: 10 دقائق)"));
    assert!(text.contains("- **البند 28** الموازنة (أقل من دقيقة)\n"));
    // Shahira Selim is a woman, as her form of address tells.
    assert!(text.contains("- شاهيرة سليم: نائبة رئيس، فريق الخبراء (مصر)"));
    assert!(
        text.contains(
            "- [ ] **الأمانة الفنية:** إعداد ورقة (في موعد أقصاه سبتمبر 2027) `x:27/r1`\n"
        )
    );
}

#[test]
fn only_a_meeting_has_minutes() {
    let library = library();
    let item = library.find("x:27").unwrap();
    assert_eq!(markdown(&library, item, Language::English), None);
}
