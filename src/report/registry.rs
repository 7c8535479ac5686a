//! The registry: what several reports share. The ids of all its entries are one name space.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::part::record;
use super::{Date, Id, Many, Ref, Text};

/// `registry.yaml`: bodies, people, countries, instruments and documents.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Registry {
    /// Bodies: groups, sectors, agencies, companies of people.
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// People.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Countries, ISO 3166 alpha-3.
    #[serde(default)]
    pub countries: Vec<Country>,
    /// Resolutions, decisions and other instruments.
    #[serde(default)]
    pub instruments: Vec<Instrument>,
    /// Documents.
    #[serde(default)]
    pub documents: Vec<Document>,
}

record! {
    /// A body: whatever acts under a name.
    pub struct Body {
        /// A short word: `eg-itrs`, `council`, `undp`.
        pub id: Id,
        /// Its official name.
        pub name: Text,
        /// Its acronyms, the usual one first.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub acronym: Many<String>,
        /// Other names and spellings.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub aliases: Many<String>,
        /// What kind of body it is.
        pub kind: BodyKind,
        /// The body that it is part of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub parent: Option<Ref>,
        /// A word on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}

/// What kind of body it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// A union or organisation of states.
    Organization,
    /// A sector, bureau, secretariat, department or office.
    Unit,
    /// A conference, assembly, council or forum that meets.
    Conference,
    /// A committee, working group, expert group, task force.
    Group,
    /// A post that acts: the Secretary-General, a director.
    Post,
    /// A regional group of states.
    RegionalGroup,
    /// A programme, initiative, partnership, fund or platform.
    Programme,
    /// A government department.
    Government,
    /// A company, foundation, university or association.
    Private,
    /// Several that are named together: the Member States, the bureaux.
    Collective,
}

record! {
    /// A person.
    pub struct Person {
        /// A short word: `selim`.
        pub id: Id,
        /// The name as printed.
        pub name: Text,
        /// Mr, Ms, Dr.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub honorific: Option<Text>,
        /// The country, ISO 3166 alpha-3.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub country: Option<Ref>,
        /// The post held.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub post: Option<Text>,
        /// The body where it is held.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub body: Option<Ref>,
        /// Telephone, as printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone: Option<String>,
        /// Electronic mail.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub email: Option<String>,
        /// Other spellings.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub aliases: Many<String>,
    }
}

record! {
    /// A country.
    pub struct Country {
        /// ISO 3166 alpha-3.
        pub id: Id,
        /// Its name.
        pub name: Text,
        /// ITU's symbol, where it is not the same as the id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub itu: Option<String>,
        /// Other names and spellings.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub aliases: Many<String>,
        /// Groups that it belongs to.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub groups: Many<Ref>,
    }
}

record! {
    /// A resolution, a decision or another instrument, with who issued it.
    pub struct Instrument {
        /// Issuer and number, and the edition where it matters: `pp-res:191@2022`, `c-dec:619`,
        /// `un:A/RES/76/307`.
        pub id: Id,
        /// What kind of instrument it is.
        pub kind: InstrumentKind,
        /// Who issued it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub issuer: Option<Ref>,
        /// Its number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number: Option<Id>,
        /// The edition: `2022`, `2018-09-18`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// Where it was issued or revised.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub place: Option<Text>,
        /// Its title, or what it is called.
        pub title: Text,
        /// Other ways in which it is cited.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub aliases: Many<String>,
        /// A word on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}

/// What kind of instrument it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    /// A resolution.
    Resolution,
    /// A decision.
    Decision,
    /// A recommendation.
    Recommendation,
    /// A declaration or statement.
    Declaration,
    /// A plan: strategic, financial, operational, of action.
    Plan,
    /// A treaty, convention, compact or agreement.
    Agreement,
    /// An order or rule within a secretariat.
    Order,
    /// Guidelines.
    Guidelines,
    /// Another standing text: an agenda, a goal, an action line.
    Other,
}

record! {
    /// A document.
    pub struct Document {
        /// Its number, `C26/35`, or a word where it has none.
        pub id: Id,
        /// Its title, or what it is.
        pub title: Text,
        /// The body whose document it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub body: Option<Ref>,
        /// When it came out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// Other spellings of its number, or of its title.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub aliases: Many<String>,
        /// A word on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}
