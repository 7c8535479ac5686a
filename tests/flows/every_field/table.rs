//! A small library with a record of each kind, and every field of its form: what is typed, and what the
//! file says then.

use majlis::report::Kind;

pub const REGISTRY: &str = "\
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
people:
  - {id: selim, name: {ar: شهيرة سليم, en: Shahira Selim}}
  - {id: hajji, name: {ar: هند بن حجي, en: Hend Ben Hajji}}
bodies:
  - {id: tech-sec, kind: unit, name: {ar: الأمانة الفنية, en: Technical Secretariat}}
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
instruments:
  - {id: res-1, kind: resolution, title: {ar: القرار الأول, en: The first resolution}}
documents:
  - {id: doc-1, title: {ar: الوثيقة الأولى, en: The first document}}
";

pub const REPORT: &str = "\
report: {id: rep9, kind: group-report, title: {ar: تقرير, en: Report}}
sections:
  - id: sec1
    title: {ar: مقدمة, en: Introduction}
    paragraphs:
      - {id: par1, text: {ar: نص, en: Text}}
items: # of the Council
  - id: \"81\"
    title: {ar: المصباح, en: Lamp}
    position: {stance: support, status: draft, text: {ar: يبقى, en: It stays}}
    views:
      - {id: 81/v1, text: {ar: رأي, en: View}}
    notes:
      - {id: 81/n1, text: {ar: ملاحظة, en: Note}}
    recommendations:
      - {id: 81/r1, text: {ar: ورقة, en: Paper}}
  - id: \"82\"
    title: {ar: المنارة, en: Lighthouse}
contributions:
  - {id: con/egy, by: TUN, text: {ar: مساهمة, en: Contribution}}
  - {id: con/two, by: EGY, text: {ar: ورقة, en: Paper}, result: {kind: deferred}}
nominations:
  - {id: nom/one, person: hajji, body: tech-sec, role: chair, status: proposed}
  - {id: nom/two, holder: TUN, body: tech-sec, role: member, status: proposed}
outcomes:
  - {id: out/one, kind: decision, text: {ar: نتيجة, en: Outcome}}
  - {id: out/two, kind: approval, text: {ar: موافقة, en: Approval}}
meetings:
  - {id: meet/one, title: {ar: اجتماع, en: Meeting}}
events:
  - {id: ev/one, kind: launch, title: {ar: إطلاق, en: Launch}}
figures:
  - {id: fig/one, title: {ar: رقم, en: Figure}}
";

/// The form of a record: how it is found, its file and its place there, and its fields.
pub struct Of {
    pub kind: Kind,
    pub id: &'static str,
    pub at: &'static str,
    /// A field that it has, which may be named as inferred.
    pub has: &'static str,
    /// The field, what is typed or chosen, the value in the file. A part is a field with keys (`:`) and
    /// the values, each with its own path; `LANG` is the language of the screen.
    pub fields: &'static [(&'static str, &'static str, &'static str)],
}

/// What every record has.
pub const COMMON: &[(&str, &str, &str)] = &[
    ("refs", "res-1, doc-1", "[\"res-1\",\"doc-1\"]"),
    (
        "urls",
        ":+ <https://x.int/> enter <A page> enter ctrl-s",
        "urls #0 url=https://x.int/ urls #0 label LANG=A page",
    ),
    ("src", "s2/t1/r1, s3", "[\"s2/t1/r1\",\"s3\"]"),
];

/// An amount with all its parts, behind the key that opens it.
const QUANTITY: &str =
    ":enter <2.5 million> enter <chf> enter enter enter <about> enter <ca. 2.5> enter ctrl-s";

pub const ALL: &[Of] = &[
    Of {
        kind: Kind::Item,
        id: "rep9:81",
        at: "items [81]",
        has: "title",
        fields: &[
            ("title", "", ""),
            ("number", "٥٣، 54", "[\"53\",\"54\"]"),
            ("kind", "topic", "topic"),
            ("text", "", ""),
        ],
    },
    Of {
        kind: Kind::Position,
        id: "rep9:81/position",
        at: "items [81] position",
        has: "stance",
        fields: &[
            ("text", "", ""),
            ("stance", "amend", "amend"),
            ("status", "superseded", "superseded"),
            ("by", "Egypt, tech-sec", "[\"EGY\",\"tech-sec\"]"),
            ("date", "15/9/2021", "2021-09-15"),
        ],
    },
    Of {
        kind: Kind::View,
        id: "rep9:81/v1",
        at: "items [81] views [81/v1]",
        has: "text",
        fields: &[("text", "", ""), ("by", "مصر", "[\"EGY\"]")],
    },
    Of {
        kind: Kind::Note,
        id: "rep9:81/n1",
        at: "items [81] notes [81/n1]",
        has: "text",
        fields: &[("text", "", ""), ("by", "tun", "[\"TUN\"]")],
    },
    Of {
        kind: Kind::Recommendation,
        id: "rep9:81/r1",
        at: "items [81] recommendations [81/r1]",
        has: "text",
        fields: &[
            ("text", "", ""),
            ("to", "tech-sec، مصر", "[\"tech-sec\",\"EGY\"]"),
            ("due", "9/2021", "2021-09"),
            ("status", "in-progress", "in-progress"),
            ("kind", "invitation", "invitation"),
            ("by", "eg", "[\"eg\"]"),
        ],
    },
    Of {
        kind: Kind::Contribution,
        id: "rep9:con/egy",
        at: "contributions [con/egy]",
        has: "by",
        fields: &[
            ("text", "", ""),
            ("by", "Egypt", "EGY"),
            ("item", "rep9:82", "82"),
            ("title", "", ""),
            ("kind", "proposal", "proposal"),
            ("document", "doc-1", "doc-1"),
            ("date", "18 june 2021", "2021-06-18"),
            ("result.kind", "partly", "partly"),
        ],
    },
    Of {
        kind: Kind::Contribution,
        id: "rep9:con/two",
        at: "contributions [con/two]",
        has: "by",
        fields: &[("result.text", "", "")],
    },
    Of {
        kind: Kind::Nomination,
        id: "rep9:nom/one",
        at: "nominations [nom/one]",
        has: "body",
        fields: &[
            ("person", "Shahira Selim", "selim"),
            ("country", "egypt", "EGY"),
            ("on_behalf_of", "eg", "eg"),
            ("body", "eg", "eg"),
            ("role", "نائبة رئيس", "vice-chair"),
            ("title", "", ""),
            ("status", "elected", "elected"),
            ("item", "rep9:81", "81"),
            ("date", "غداً", "2021-06-11"),
            ("text", "", ""),
        ],
    },
    Of {
        kind: Kind::Nomination,
        id: "rep9:nom/two",
        at: "nominations [nom/two]",
        has: "body",
        fields: &[("holder", "egypt", "EGY")],
    },
    Of {
        kind: Kind::Outcome,
        id: "rep9:out/one",
        at: "outcomes [out/one]",
        has: "kind",
        fields: &[
            ("text", "", ""),
            ("kind", "postponement", "postponement"),
            ("result", "not-reflected", "not-reflected"),
            ("of", "con/egy", "[\"con/egy\"]"),
            ("item", "rep9:82", "82"),
            ("by", "eg, TUN", "[\"eg\",\"TUN\"]"),
            ("date", "2021-06-18", "2021-06-18"),
            ("part_of", "out/two", "out/two"),
            ("by_correspondence", "yes", "true"),
            (
                "figure",
                QUANTITY,
                "figure amount=2500000 figure currency=CHF figure qualifier=about figure printed=ca. 2.5",
            ),
        ],
    },
    Of {
        kind: Kind::Meeting,
        id: "rep9:meet/one",
        at: "meetings [meet/one]",
        has: "title",
        fields: &[
            ("title", "", ""),
            ("date", "8–18 june 2021", "2021-06-08/2021-06-18"),
            ("began", "9:30", "09:30"),
            ("ended", "٤:٠٥", "04:05"),
            ("chair", "selim", "selim"),
            ("body", "eg", "eg"),
            ("mode", "hybrid", "hybrid"),
            ("place", "", ""),
            ("country", "تونس", "TUN"),
            ("attendance.countries", "EGY, TUN", "[\"EGY\",\"TUN\"]"),
            ("attendance.bodies", "eg", "[\"eg\"]"),
            ("attendance.count", "٢٠", "20"),
            ("attendance.qualifier", "at-least", "at-least"),
            ("items", "rep9:81, rep9:82", "[\"81\",\"82\"]"),
            ("speakers", "EGY, selim", "[\"EGY\",\"selim\"]"),
            (
                "taken_up",
                ":+ <rep9:81> enter <12> enter <10> enter <EGY, TUN> enter ctrl-s",
                "taken_up #0 item=81 taken_up #0 minutes=12 taken_up #0 planned=10 taken_up #0 speakers=[\"EGY\",\"TUN\"]",
            ),
            ("agreed", "rep9:81", "[\"81\"]"),
            (
                "wordings",
                ":+ <rep9:81/position> enter <support> enter <Words> tab <Words> ctrl-s",
                "wordings #0 of=81/position wordings #0 stance=support wordings #0 text ar=Words",
            ),
            ("deferred", "rep9:82", "[\"82\"]"),
            ("made", "rep9:81/r1, nom/one", "[\"81/r1\",\"nom/one\"]"),
            ("count", "3", "3"),
            ("text", "", ""),
        ],
    },
    Of {
        kind: Kind::Event,
        id: "rep9:ev/one",
        at: "events [ev/one]",
        has: "kind",
        fields: &[
            ("title", "", ""),
            ("kind", "deadline", "deadline"),
            ("date", "Q3 2021", "2021-07/2021-09"),
            ("place", "", ""),
            ("country", "EGY", "EGY"),
            ("bodies", "eg, tech-sec", "[\"eg\",\"tech-sec\"]"),
            ("item", "rep9:81", "81"),
            ("text", "", ""),
        ],
    },
    Of {
        kind: Kind::Figure,
        id: "rep9:fig/one",
        at: "figures [fig/one]",
        has: "title",
        fields: &[
            ("title", "", ""),
            ("date", "2021", "2021"),
            (
                "total",
                QUANTITY,
                "total amount=2500000 total currency=CHF total qualifier=about total printed=ca. 2.5",
            ),
            (
                "shares",
                ":+ <All> enter enter <٤١٫٥> enter <EGY> enter ctrl-s",
                "shares #0 label LANG=All shares #0 percent=41.5 shares #0 of=EGY",
            ),
            ("adds_up_to", "99.5", "99.5"),
            ("item", "rep9:82", "82"),
            ("text", "", ""),
        ],
    },
    Of {
        kind: Kind::Report,
        id: "rep9",
        at: "report",
        has: "kind",
        fields: &[
            ("title", "", ""),
            ("kind", "director-report", "director-report"),
            ("session", "eg@2021", "eg@2021"),
            ("document", "doc-1", "doc-1"),
            ("date", "june 2021", "2021-06"),
            ("author", "tech-sec", "tech-sec"),
            ("addressee", "eg", "eg"),
            ("summary", "", ""),
            ("strategic_link", "", ""),
            ("financial_implications", "", ""),
            ("original_language", "", ""),
            ("contacts", "selim, hajji", "[\"selim\",\"hajji\"]"),
            ("source", "R21.docx", "R21.docx"),
            ("unknown", "date", "[\"date\"]"),
        ],
    },
    Of {
        kind: Kind::Section,
        id: "rep9:sec1",
        at: "sections [sec1]",
        has: "title",
        fields: &[("title", "", ""), ("number", "1.2", "1.2")],
    },
    Of {
        kind: Kind::Paragraph,
        id: "rep9:par1",
        at: "sections [sec1] paragraphs [par1]",
        has: "text",
        fields: &[("text", "", ""), ("title", "", ""), ("number", "7", "7")],
    },
    Of {
        kind: Kind::Body,
        id: "eg",
        at: "bodies [eg]",
        has: "kind",
        fields: &[
            ("name", "", ""),
            ("acronym", "EG, ITR", "[\"EG\",\"ITR\"]"),
            ("kind", "programme", "programme"),
            ("parent", "tech-sec", "tech-sec"),
            (
                "aliases",
                "الفريق، the Experts",
                "[\"الفريق\",\"the Experts\"]",
            ),
            ("text", "", ""),
        ],
    },
    Of {
        kind: Kind::Person,
        id: "selim",
        at: "people [selim]",
        has: "name",
        fields: &[
            ("name", "", ""),
            ("honorific", "", ""),
            ("country", "Egypt", "EGY"),
            ("post", "", ""),
            ("body", "eg", "eg"),
            ("phone", "+41 22 730", "+41 22 730"),
            ("email", "s@x.int", "s@x.int"),
            ("aliases", "Selim S.", "[\"Selim S.\"]"),
        ],
    },
    Of {
        kind: Kind::Country,
        id: "TUN",
        at: "countries [TUN]",
        has: "name",
        fields: &[
            ("name", "", ""),
            ("itu", "TNS", "TNS"),
            ("groups", "eg", "[\"eg\"]"),
            ("aliases", "Tunisie", "[\"Tunisie\"]"),
        ],
    },
    Of {
        kind: Kind::Instrument,
        id: "res-1",
        at: "instruments [res-1]",
        has: "kind",
        fields: &[
            ("title", "", ""),
            ("kind", "guidelines", "guidelines"),
            ("number", "212", "212"),
            ("issuer", "eg", "eg"),
            ("date", "2018", "2018"),
            ("place", "", ""),
            ("aliases", "R1", "[\"R1\"]"),
            ("text", "", ""),
        ],
    },
    Of {
        kind: Kind::Document,
        id: "doc-1",
        at: "documents [doc-1]",
        has: "title",
        fields: &[
            ("title", "", ""),
            ("body", "eg", "eg"),
            ("date", "2020-05", "2020-05"),
            ("aliases", "C20/1, C20/2", "[\"C20/1\",\"C20/2\"]"),
            ("text", "", ""),
        ],
    },
];
