//! What the reports share.

use super::texts::Writer;
use super::{both, pair};
use std::fmt::Write;

/// Country, name in Arabic and in English.
const COUNTRIES: [(&str, &str, &str); 14] = [
    ("KWT", "الكويت", "Kuwait"),
    ("EGY", "مصر", "Egypt"),
    ("TUN", "تونس", "Tunisia"),
    ("SAU", "المملكة العربية السعودية", "Saudi Arabia"),
    ("ARE", "الإمارات العربية المتحدة", "United Arab Emirates"),
    ("DZA", "الجزائر", "Algeria"),
    ("MAR", "المغرب", "Morocco"),
    ("JOR", "الأردن", "Jordan"),
    ("QAT", "قطر", "Qatar"),
    ("BHR", "البحرين", "Bahrain"),
    ("OMN", "عُمان", "Oman"),
    ("IRQ", "العراق", "Iraq"),
    ("LBN", "لبنان", "Lebanon"),
    ("SDN", "السودان", "Sudan"),
];

/// Body, kind, name in Arabic and in English.
const BODIES: [(&str, &str, &str, &str); 8] = [
    (
        "itu",
        "organization",
        "الاتحاد الدولي للاتصالات",
        "International Telecommunication Union",
    ),
    ("council", "conference", "مجلس الاتحاد", "ITU Council"),
    (
        "pp",
        "conference",
        "مؤتمر المندوبين المفوضين",
        "Plenipotentiary Conference",
    ),
    (
        "arab-group",
        "regional-group",
        "المجموعة العربية",
        "Arab group",
    ),
    (
        "eg-itrs",
        "group",
        "فريق الخبراء المعني بلوائح الاتصالات الدولية",
        "Expert Group on the ITRs",
    ),
    (
        "cwg-sfp",
        "group",
        "فريق العمل المعني بالخطتين الاستراتيجية والمالية",
        "Working group on strategic and financial plans",
    ),
    ("tech-sec", "unit", "الأمانة الفنية", "Technical Secretariat"),
    (
        "tdag",
        "group",
        "الفريق الاستشاري لتنمية الاتصالات",
        "Telecommunication Development Advisory Group",
    ),
];

/// The registry, and the ids that reports refer to.
pub struct Registry {
    pub yaml: String,
    pub records: usize,
    pub people: Vec<String>,
    pub instruments: Vec<String>,
    pub documents: Vec<String>,
}

impl Registry {
    /// Of a library of so many records.
    pub fn new(records: usize, writer: &mut Writer) -> Self {
        let mut yaml = String::from("bodies:\n");
        for (id, kind, ar, en) in BODIES {
            _ = writeln!(
                yaml,
                "  - {{id: {id}, name: {}, kind: {kind}}}",
                pair(ar, en)
            );
        }
        yaml.push_str("countries:\n");
        for (id, ar, en) in COUNTRIES {
            _ = writeln!(
                yaml,
                "  - {{id: {id}, name: {}, groups: [arab-group]}}",
                pair(ar, en)
            );
        }
        let share = |part: usize, most: usize| (records / part).clamp(2, most);
        yaml.push_str("people:\n");
        let people: Vec<String> = (0..share(200, 4000))
            .map(|number| format!("person-{number}"))
            .collect();
        for id in &people {
            let (ar, en) = writer.name();
            let country = Self::country(writer);
            _ = writeln!(
                yaml,
                "  - {{id: {id}, name: {}, country: {country}}}",
                pair(&ar, &en)
            );
        }
        yaml.push_str("instruments:\n");
        let instruments: Vec<String> = (0..share(100, 1000))
            .map(|number| format!("pp-res:{}", number + 1))
            .collect();
        for (number, id) in (1..).zip(&instruments) {
            let title = both(writer, 50);
            _ = writeln!(
                yaml,
                "  - {{id: {id:?}, kind: resolution, issuer: pp, number: \"{number}\", title: {title}, aliases: [\"القرار {number}\"]}}"
            );
        }
        yaml.push_str("documents:\n");
        let documents: Vec<String> = (0..share(50, 15_000))
            .map(|number| format!("C{}/{}", 10 + number % 17, 1 + number / 17))
            .collect();
        for id in &documents {
            let title = both(writer, 60);
            _ = writeln!(yaml, "  - {{id: {id:?}, title: {title}, body: council}}");
        }
        let records =
            BODIES.len() + COUNTRIES.len() + people.len() + instruments.len() + documents.len();
        Self {
            yaml,
            records,
            people,
            instruments,
            documents,
        }
    }

    pub fn body(writer: &mut Writer) -> &'static str {
        BODIES[writer.random.below(BODIES.len())].0
    }

    pub fn country(writer: &mut Writer) -> &'static str {
        COUNTRIES[writer.random.below(COUNTRIES.len())].0
    }

    /// One or two things of the registry, as a list.
    pub fn refs(&self, writer: &mut Writer) -> String {
        let instrument = &self.instruments[writer.random.zipf(self.instruments.len())];
        let document = &self.documents[writer.random.below(self.documents.len())];
        match writer.random.below(3) {
            0 => format!("[{instrument:?}]"),
            1 => format!("[{document:?}]"),
            _ => format!("[{instrument:?}, {document:?}]"),
        }
    }
}
