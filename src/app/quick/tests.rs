use super::*;

mod dates;
mod late;
mod lists;
mod names;
mod positions;

use crate::report::{date_in_line, typed_date};

fn read(line: &str) -> Option<Draft> {
    read_with(line, Date::parse)
}

fn read_with(line: &str, date: impl Fn(&str) -> Result<Date, DateError>) -> Option<Draft> {
    let library = Library::built_in();
    Draft::read(&library, &Directory::of(&library), line, date)
}

/// Reads dates as people type them, on 22 November 2026.
fn read_today(line: &str) -> Draft {
    read_with(line, |typed| date_in_line(typed, (2026, 11, 22))).unwrap()
}

/// The fields, each as `name=value`.
fn fields(line: &str) -> Vec<String> {
    let draft = read(line).unwrap();
    draft
        .fields
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect()
}

#[test]
fn an_at_sign_asks_somebody_to_act() {
    assert_eq!(
        fields("@tech-sec 2021-09 إعداد ورقة عن القرار 191"),
        [
            "to=tech-sec",
            "due=2021-09",
            "text.ar=إعداد ورقة عن القرار 191"
        ]
    );
    assert_eq!(
        fields("@KWT @egy prepare a paper 2021-09"),
        ["to=KWT,EGY", "due=2021-09", "text.en=prepare a paper"]
    );
    let draft = read("@nobody 2021-09 go").unwrap();
    assert_eq!(draft.kind, Kind::Recommendation);
    assert_eq!(draft.unknown, ["nobody"]);
}

#[test]
fn several_who_act_stand_behind_one_sign_with_commas_between() {
    let said = |line: &str| {
        let draft = read_with(line, |text| typed_date(text, (2021, 6, 10))).unwrap();
        let fields = draft.fields.iter();
        let fields = fields.map(|(name, value)| format!("{name}={value}"));
        (fields.collect::<Vec<_>>(), draft.unknown)
    };
    for (line, wanted) in [
        (
            "@EGY,TUN +2w do it",
            &["to=EGY,TUN", "due=2021-06-24", "text.en=do it"][..],
        ),
        (
            "@egypt،tunisia,tech-sec do it",
            &["to=EGY,TUN,tech-sec", "text.en=do it"],
        ),
        (
            "@الأمانة الفنية،المجموعة العربية ورقة",
            &["to=tech-sec,arab-group", "text.ar=ورقة"],
        ),
        (
            "@Technical Secretariat,Arab group do it",
            &["to=tech-sec,arab-group", "text.en=do it"],
        ),
        // As before: a sign each, and a comma that only ends a name.
        ("@EGY, @TUN do it", &["to=EGY,TUN", "text.en=do it"]),
        ("@EGY, do it", &["to=EGY", "text.en=do it"]),
        ("@EGY, TUN do it", &["to=EGY,TUN", "text.en=do it"]),
        (
            "@EGY, TUN, tech-sec 2021-09 do it",
            &["to=EGY,TUN,tech-sec", "due=2021-09", "text.en=do it"],
        ),
        (
            "@مصر، تونس إعداد ورقة",
            &["to=EGY,TUN", "text.ar=إعداد ورقة"],
        ),
        // What is said may begin behind a comma, and with a word that is an entry elsewhere.
        (
            "@EGY, council papers are late",
            &["to=EGY", "text.en=council papers are late"],
        ),
        (
            "@EGY, the Council decides",
            &["to=EGY", "text.en=the Council decides"],
        ),
        // What is said has its own commas, and its own dates.
        (
            "@EGY do this,that and 15,2021",
            &["to=EGY", "text.en=do this,that and 15,2021"],
        ),
        ("+note @EGY,TUN said so", &["by=EGY,TUN", "text.en=said so"]),
    ] {
        assert_eq!(
            said(line),
            (wanted.iter().map(|one| (*one).to_owned()).collect(), vec![]),
            "{line}"
        );
    }
    let (fields, unknown) = said("@EGY,nobody,TUN do it");
    assert_eq!(fields, ["to=EGY,TUN", "text.en=do it"]);
    assert_eq!(unknown, ["nobody"]);
}

#[test]
fn a_nomination_takes_its_words_in_any_order() {
    let expected = [
        "person=selim",
        "country=EGY",
        "role=vice-chair",
        "body=eg-itrs",
        "status=proposed",
    ];
    assert_eq!(
        fields("+nom Shahira Selim EGY vice-chair EG-ITRs"),
        expected
    );
    for line in [
        "+nomination EG-ITRs vice chair Egypt Shahira Selim",
        "+ترشيح شهيرة سليم مصر نائب الرئيس EG-ITRs",
    ] {
        let mut found = fields(line);
        found.sort();
        let mut sorted = expected.map(str::to_owned);
        sorted.sort();
        assert_eq!(found, sorted, "{line}");
    }
}

#[test]
fn a_womans_role_is_the_role_the_longest_first() {
    for (line, role, person) in [
        (
            "+ترشيح هند بن حجي تونس نائبة رئيس EG-ITRs",
            "vice-chair",
            "benhajji",
        ),
        (
            "+ترشيح هند بن حجي تونس نائبة الرئيس EG-ITRs",
            "vice-chair",
            "benhajji",
        ),
        (
            "+ترشيح هند بن حجي نائبه رئيس EG-ITRs",
            "vice-chair",
            "benhajji",
        ),
        ("+ترشيح رئيسة هند بن حجي EG-ITRs", "chair", "benhajji"),
        (
            "+ترشيح هند بن حجي رئيسة مشاركة EG-ITRs",
            "co-chair",
            "benhajji",
        ),
        ("+ترشيح هند بن حجي عضوة EG-ITRs", "member", "benhajji"),
        ("+ترشيح هند بن حجي منسقة EG-ITRs", "coordinator", "benhajji"),
        ("+ترشيح هند بن حجي مقررة EG-ITRs", "rapporteur", "benhajji"),
        ("+ترشيح هند بن حجي ميسرة EG-ITRs", "facilitator", "benhajji"),
        ("+nom Shahira Selim chairwoman EG-ITRs", "chair", "selim"),
        (
            "+nom Shahira Selim vice-chairwoman EG-ITRs",
            "vice-chair",
            "selim",
        ),
        (
            "+nom Shahira Selim deputy chair EG-ITRs",
            "vice-chair",
            "selim",
        ),
    ] {
        let draft = read(line).unwrap();
        assert_eq!(draft.get("role"), Some(role), "{line}");
        assert_eq!(draft.get("person"), Some(person), "{line}");
        assert_eq!(draft.get("body"), Some("eg-itrs"), "{line}");
        assert_eq!(draft.unknown, [""; 0], "{line}");
        assert_eq!(draft.several, [], "{line}");
    }
    let is_woman = |line| read(line).unwrap().is_woman;
    assert!(is_woman("+ترشيح ليلى حداد نائبة رئيس EG-ITRs"));
    assert!(!is_woman("+ترشيح سامي حداد نائب رئيس EG-ITRs"));
}

#[test]
fn who_is_not_in_the_registry_is_somebody_new() {
    let draft = read("+nom Layla Haddad JOR rapporteur EG-ITRs").unwrap();
    assert_eq!(draft.new_person.as_deref(), Some("Layla Haddad"));
    assert_eq!(draft.get("country"), Some("JOR"));
    assert_eq!(draft.get("role"), Some("rapporteur"));
    assert_eq!(draft.unknown, [""; 0]);
    // أمين is a name before it is a post.
    let draft = read("+ترشيح محمد أمين حسن مصر رئيس EG-ITRs").unwrap();
    assert_eq!(draft.new_person.as_deref(), Some("محمد أمين حسن"));
    assert_eq!(draft.get("role"), Some("chair"));
}

#[test]
fn other_records_are_added_by_their_names_shortened_or_not() {
    assert_eq!(
        fields("+note @TUN the wording was changed"),
        ["by=TUN", "text.en=the wording was changed"]
    );
    assert_eq!(
        fields("+con Kuwait يطلب النظر في الأمر"),
        ["by=KWT", "text.ar=يطلب النظر في الأمر"]
    );
    assert_eq!(
        fields("+out approval 2021-06-18 the unit"),
        ["kind=approval", "date=2021-06-18", "text.en=the unit"]
    );
    assert_eq!(fields("+بند مباني المقر"), ["title.ar=مباني المقر"]);
    // `no` may be a note or a nomination; what begins with neither sign is no quick line.
    assert_eq!(read("+no something"), None);
    assert_eq!(read("+xyz"), None);
    assert_eq!(read("+"), None);
    assert_eq!(read("tech-sec 2021-09"), None);
}

#[test]
fn what_is_missing_is_known() {
    let missing = |line: &str| -> Vec<&str> {
        read(line)
            .unwrap()
            .missing()
            .map(|field| field.name)
            .collect()
    };
    assert_eq!(missing("@tech-sec"), ["text"]);
    assert_eq!(missing("@tech-sec text"), [""; 0]);
    assert_eq!(missing("+nom Shahira Selim"), ["body", "role"]);
    assert_eq!(missing("+out text"), ["kind"]);
}

#[test]
fn a_name_of_several_words_is_the_longest_that_fits() {
    for (line, wanted) in [
        (
            "@الأمانة الفنية 2021-09 ورقة",
            &["to=tech-sec", "due=2021-09", "text.ar=ورقة"][..],
        ),
        // Without hamza and article; as far as the full name goes.
        ("@امانه فنيه ورقة", &["to=tech-sec", "text.ar=ورقة"]),
        (
            "@الأمانة الفنية لمجلس الوزراء العرب ورقة",
            &["to=tech-sec", "text.ar=ورقة"],
        ),
        ("@الأمانة ورقة", &["to=gs", "text.ar=ورقة"]),
        ("@الأمانة العامة ورقة", &["to=gs", "text.ar=ورقة"]),
        ("@المجموعة العربية ورقة", &["to=arab-group", "text.ar=ورقة"]),
        (
            "@Arab group 2021-09 paper",
            &["to=arab-group", "due=2021-09", "text.en=paper"],
        ),
        (
            "@technical secretariat, paper",
            &["to=tech-sec", "text.en=paper"],
        ),
        (
            "@the technical secretariat of the Arab paper",
            &["to=tech-sec", "text.en=paper"],
        ),
        (
            "@saudi arabia @arab group paper",
            &["to=SAU,arab-group", "text.en=paper"],
        ),
        ("+con saudi arabia asks", &["by=SAU", "text.en=asks"]),
        (
            "+note @arab group agreed",
            &["by=arab-group", "text.en=agreed"],
        ),
    ] {
        assert_eq!(fields(line), wanted, "{line}");
        assert!(read(line).unwrap().several.is_empty(), "{line}");
    }
}

#[test]
fn a_name_that_is_not_clear_is_asked_about() {
    let several = |line: &str| read(line).unwrap().several;
    let [(said, ids)] = several("@المجموعة ورقة").try_into().unwrap();
    assert_eq!(said, "المجموعة");
    assert!(ids.contains(&"arab-group".to_owned()), "{ids:?}");
    // The first word of a name does not stand for it.
    assert_eq!(
        several("@technical paper"),
        [(
            "technical".to_owned(),
            vec!["tech-sec".to_owned(), "sdg-fund-tst".to_owned()]
        )]
    );
    assert_eq!(read("@technical paper").unwrap().get("to"), None);
    assert_eq!(read("@nobody at all").unwrap().unknown, ["nobody"]);
}

#[test]
fn a_sign_that_is_typed_twice_is_one() {
    let once = fields("@tech-sec paper");
    for line in [
        "@@tech-sec paper",
        "@ @tech-sec paper",
        "+@tech-sec paper",
        "@ tech-sec paper",
    ] {
        assert_eq!(fields(line), once, "{line}");
    }
    let note = fields("+note a text");
    for line in ["++note a text", "+ +note a text", "@+note a text"] {
        assert_eq!(fields(line), note, "{line}");
    }
}

#[test]
fn two_countries_or_two_roles_are_told_and_not_guessed() {
    for (line, field, named) in [
        (
            "+nom Jordan Lee EGY chair CWG-SFP",
            "country",
            ["JOR", "EGY"],
        ),
        (
            "+nom Rana Chair EGY vice-chair CWG-SFP",
            "role",
            ["chair", "vice-chair"],
        ),
        // A word that joins two names is no part of a person's.
        (
            "+ترشيح منى سالم مصر والكويت مقررة EG-ITRs",
            "country",
            ["EGY", "KWT"],
        ),
        (
            "+ترشيح منى سالم مصر و الكويت مقررة EG-ITRs",
            "country",
            ["EGY", "KWT"],
        ),
        (
            "+nom Rana Adel Egypt and the UAE chair EG-ITRs",
            "country",
            ["EGY", "ARE"],
        ),
        (
            "+nom Rana Adel, Egypt, Kuwait, chair EG-ITRs",
            "country",
            ["EGY", "KWT"],
        ),
        (
            "+nom Rana Adel EGY chair EG-ITRs and CWG-SFP",
            "body",
            ["eg-itrs", "cwg-sfp"],
        ),
    ] {
        let draft = read_today(line);
        let named = named.map(str::to_owned).to_vec();
        assert_eq!(draft.twice, [(field, named)], "{line}");
        assert_eq!(draft.several, [], "{line}");
    }
    let draft = read_today("+ترشيح منى سالم مصر والكويت مقررة EG-ITRs");
    assert_eq!(draft.new_person.as_deref(), Some("منى سالم"));
    // What is said twice is said, and a name may begin with waw.
    let draft = read_today("+nom Rana Adel EGY Egypt chair CWG-SFP");
    assert_eq!(draft.twice, []);
    assert_eq!(draft.new_person.as_deref(), Some("Rana Adel"));
    let draft = read_today("+ترشيح من مصر وليد وهبة رئيس EG-ITRs");
    assert_eq!(draft.new_person.as_deref(), Some("وليد وهبة"));
    let draft = read_today("+nom Rana Adel the UAE chair EG-ITRs");
    assert_eq!(draft.get("country"), Some("ARE"));
    assert_eq!(draft.new_person.as_deref(), Some("Rana Adel"));
}
