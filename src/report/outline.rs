//! The outline of a report: sections, and numbered paragraphs with their points.

use super::part::record;
use super::{Id, Text};

record! {
    /// A section of a report.
    pub struct Section {
        /// `s2` for the second one, `s0` for what stands before the first heading.
        pub id: Id,
        /// The number as printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number: Option<Id>,
        /// Its heading.
        pub title: Text,
        /// Its paragraphs, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub paragraphs: Vec<Paragraph>,
        /// Its sections, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sections: Vec<Section>,
    }
}

record! {
    /// A paragraph, told in our own words.
    pub struct Paragraph {
        /// The number where one is printed, `1.2`; else its place, `s1/p2` or `s4/b7`.
        pub id: Id,
        /// The number as printed, in the right order: «2.1» of section 1 is `1.2`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number: Option<Id>,
        /// Its heading, where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title: Option<Text>,
        /// What it says.
        pub text: Text,
        /// Its bullets, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub points: Vec<Paragraph>,
    }
}
