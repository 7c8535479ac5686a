use super::*;

fn read(line: &str) -> Option<Draft> {
    Draft::read(&Library::built_in(), line, |typed| Date::parse(typed).ok())
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
        fields("@KWT @egy prepare a paper by 2021-09"),
        ["to=KWT,EGY", "text.en=prepare a paper by 2021-09"]
    );
    let draft = read("@nobody 2021-09 go").unwrap();
    assert_eq!(draft.kind, Kind::Recommendation);
    assert_eq!(draft.unknown, ["nobody"]);
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
fn who_is_not_in_the_registry_is_somebody_new() {
    let draft = read("+nom Layla Haddad JOR rapporteur EG-ITRs").unwrap();
    assert_eq!(draft.new_person.as_deref(), Some("Layla Haddad"));
    assert_eq!(draft.get("country"), Some("JOR"));
    assert_eq!(draft.get("role"), Some("rapporteur"));
    assert_eq!(draft.unknown, [""; 0]);
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
