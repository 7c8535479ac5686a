//! Figures: counts, shares and amounts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::part::record;
use super::{Date, Id, Ref, Text};

record! {
    /// A figure: one number, or a whole with its shares.
    pub struct Figure {
        /// `fig/…`.
        pub id: Id,
        /// What is counted.
        pub title: Text,
        /// The day or period it holds for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// The number; where there are shares, the whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub total: Option<Quantity>,
        /// What the whole is made of, or what is compared.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub shares: Vec<Share>,
        /// What the percentages add up to in the source, where that is not 100.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub adds_up_to: Option<f64>,
        /// The item it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<Ref>,
        /// A word on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}

/// A part of a whole, or one of several things compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Share {
    /// What it is.
    pub label: Text,
    /// Percent of the whole, 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// Its own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The body or country it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Ref>,
    /// What it is made of in turn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of_which: Vec<Share>,
}

/// A number with what it counts: money with its currency, or a count with its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Quantity {
    /// The number, written out: `9700000` for 9.7 million.
    pub amount: f64,
    /// ISO 4217, for money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    pub currency: Option<String>,
    /// What is counted, for the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// About, more than…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// As the source prints it, where that is not the same: `9,7 مليون`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
}

/// How exact a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// About.
    About,
    /// More than.
    MoreThan,
    /// Less than.
    LessThan,
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
}
