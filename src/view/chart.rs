//! A figure drawn as bars: what a list of numbers does not show at a glance.

use crate::report::{Figure, Language, Share};
use crate::script::head;
use crate::words::{date, ui};

use super::styled::Styled;
use super::theme;

/// Bytes of a label, of which no more is shown.
const LABEL: usize = 4 << 10;

/// A share with how deep it stands under others.
#[derive(Clone, Copy)]
struct Bar<'a> {
    share: &'a Share,
    depth: u16,
}

/// A bar of a figure, and what all bars of that figure measure.
pub struct Scaled<'a> {
    bar: Bar<'a>,
    scale: Option<Scale>,
}

/// The bars of a figure, in order.
#[must_use]
pub fn bars(figure: &Figure) -> Vec<Scaled<'_>> {
    let mut bars = Vec::new();
    collect(&figure.shares, 0, &mut bars);
    let scale = scale(&bars);
    bars.into_iter().map(|bar| Scaled { bar, scale }).collect()
}

/// How a bar is set in a width, each text below the one before: columns from the start, columns it
/// may take, and what. First the label, in the languages wanted, and the number; then the bar.
#[must_use]
pub fn set(
    Scaled { bar, scale }: &Scaled<'_>,
    width: u16,
    language: Language,
    languages: &[Language],
) -> Vec<(u16, u16, Styled)> {
    let indent = bar.depth.saturating_mul(2).min(width / 4);
    let room = width - indent;
    let mut label = Styled::default();
    if bar.depth > 0 {
        label.push(ui::OF_WHICH.get(language), theme::QUIET);
        label.push(" ", theme::QUIET);
    }
    let text = &bar.share.label;
    let mut sides = languages.iter().filter_map(|side| text.get(*side));
    let first = sides.next().unwrap_or_else(|| text.in_or_other(language));
    label.push(head(first, LABEL), theme::PLAIN);
    for side in sides {
        label.push(" · ", theme::QUIET);
        label.push(head(side, LABEL), theme::PLAIN);
    }
    label.push("  ", theme::PLAIN);
    label.push_code(&value(bar.share, language), theme::HEADING);
    let mut set = vec![(indent, room, label)];
    if let Some(part) = scale.and_then(|scale| fraction(bar.share, scale)) {
        let drawn = Styled::new(blocks(part, room, language), theme::BAR);
        set.push((indent, room, drawn));
    }
    set
}

/// All shares, each followed by what it is made of.
fn collect<'a>(shares: &'a [Share], depth: u16, bars: &mut Vec<Bar<'a>>) {
    for share in shares {
        bars.push(Bar { share, depth });
        collect(&share.of_which, depth + 1, bars);
    }
}

/// What the bars of a figure measure: one thing for all of them, or they could not be compared.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scale {
    /// Percentages; 100 fills the line.
    Percent,
    /// Amounts of one currency or unit; the largest, which is held here, fills the line.
    Amount(f64),
}

/// What the bars measure: percentages where every share with a number has one, else amounts.
/// Amounts in several currencies are not drawn.
fn scale(bars: &[Bar<'_>]) -> Option<Scale> {
    let without = |bar: &Bar<'_>| bar.share.percent.is_none() && bar.share.quantity.is_some();
    if !bars.iter().any(without) {
        return Some(Scale::Percent);
    }
    let mut largest = 0.0_f64;
    let mut unit = None;
    for quantity in bars.iter().filter_map(|bar| bar.share.quantity.as_ref()) {
        let this = (&quantity.currency, &quantity.unit);
        if *unit.get_or_insert(this) != this {
            return None;
        }
        if quantity.amount.is_finite() {
            largest = largest.max(quantity.amount);
        }
    }
    (largest > 0.0).then_some(Scale::Amount(largest))
}

/// How much of the full length a share's bar has, above 0 to 1. Nothing has no bar, nor has what
/// the scale does not measure.
fn fraction(share: &Share, scale: Scale) -> Option<f64> {
    let (number, whole) = match scale {
        Scale::Percent => (share.percent?, 100.0),
        Scale::Amount(largest) => (share.quantity.as_ref()?.amount, largest),
    };
    (number.is_finite() && number > 0.0).then(|| (number / whole).min(1.0))
}

/// The number of a share.
fn value(share: &Share, language: Language) -> String {
    match (share.percent, &share.quantity) {
        (Some(percent), Some(quantity)) => format!(
            "{} ({})",
            date::percent_in(percent, language),
            date::quantity(quantity, language)
        ),
        (Some(percent), None) => date::percent_in(percent, language),
        (None, Some(quantity)) => date::quantity(quantity, language),
        (None, None) => String::new(),
    }
}

/// A bar of so many columns in eighths, at least one sign long. From the right, where there is no sign for eighths that
/// grows that way, it ends in whole and half columns.
fn blocks(part: f64, width: u16, language: Language) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 8 × 65535 fits"
    )]
    let eighths = (part * f64::from(width) * 8.0).round().max(1.0) as usize;
    let (full, rest) = (eighths / 8, eighths % 8);
    let mut bar = "█".repeat(full);
    match language {
        Language::English => {
            const ENDS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
            bar.push_str(ENDS.get(rest).copied().unwrap_or_default());
        }
        Language::Arabic if rest >= 4 || full == 0 => bar.push('▐'),
        Language::Arabic => {}
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Quantity, Text};

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(blocks(0.5, 10, Language::English), "█████");
        assert_eq!(blocks(0.42, 10, Language::English), "████▎");
        assert_eq!(blocks(0.45, 10, Language::Arabic), "████▐");
        assert_eq!(blocks(0.001, 10, Language::English), "▏");
        assert_eq!(blocks(0.001, 10, Language::Arabic), "▐");
        assert_eq!(blocks(1.0, 3, Language::Arabic), "███");
    }

    /// A share with a percentage, an amount, both or neither.
    fn share(percent: Option<f64>, amount: Option<(f64, &str)>) -> Share {
        let quantity = amount.map(|(amount, currency)| Quantity {
            amount,
            currency: Some(currency.to_owned()),
            unit: None,
            qualifier: None,
            printed: None,
        });
        Share {
            label: Text::default(),
            percent,
            quantity,
            of: None,
            of_which: Vec::new(),
        }
    }

    /// The scale of these shares, and what part of the line each one's bar takes.
    fn drawn(shares: &[Share]) -> (Option<Scale>, Vec<Option<f64>>) {
        let mut bars = Vec::new();
        collect(shares, 0, &mut bars);
        let scale = scale(&bars);
        let part = |share| scale.and_then(|scale| fraction(share, scale));
        (scale, shares.iter().map(part).collect())
    }

    #[test]
    fn all_bars_of_a_figure_measure_the_same() {
        // Percentages throughout: amounts beside them do not count.
        assert_eq!(
            drawn(&[
                share(Some(25.0), Some((500.0, "CHF"))),
                share(Some(75.0), None),
                share(None, None),
            ]),
            (Some(Scale::Percent), vec![Some(0.25), Some(0.75), None])
        );
        // Only amounts reach every share with a number but one; 40 % is no 40 francs.
        assert_eq!(
            drawn(&[
                share(Some(40.0), Some((200.0, "CHF"))),
                share(None, Some((50.0, "CHF"))),
                share(Some(10.0), None),
            ]),
            (
                Some(Scale::Amount(200.0)),
                vec![Some(1.0), Some(0.25), None]
            )
        );
        assert_eq!(
            drawn(&[
                share(None, Some((200.0, "CHF"))),
                share(None, Some((50.0, "USD")))
            ]),
            (None, vec![None, None])
        );
    }

    #[test]
    fn nothing_and_what_is_no_number_have_no_bar() {
        let percents = [0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 50.0];
        assert_eq!(
            drawn(&percents.map(|percent| share(Some(percent), None))).1,
            [None, None, None, None, None, Some(0.5)]
        );
        let amounts = [0.0, -3.0, f64::NAN, f64::INFINITY, 8.0, 2.0];
        assert_eq!(
            drawn(&amounts.map(|amount| share(None, Some((amount, "CHF"))))),
            (
                Some(Scale::Amount(8.0)),
                vec![None, None, None, None, Some(1.0), Some(0.25)]
            )
        );
    }
}
