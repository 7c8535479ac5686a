//! A figure drawn as bars: what a list of numbers does not show at a glance.

use crate::report::{Figure, Language, Share};
use crate::words::{date, ui};

use super::canvas::{Canvas, Drawn};
use super::styled::Styled;
use super::theme;

/// A piece of a line: columns from the start, columns it may take, and what.
type Piece = (u16, u16, Drawn);

/// A share with how deep it stands under others.
struct Bar<'a> {
    share: &'a Share,
    depth: u16,
}

/// The lines of the chart in a width: for each share its label and number, then its bar.
#[must_use]
pub fn lines(figure: &Figure, canvas: &Canvas<'_>, width: u16) -> Vec<Vec<Piece>> {
    let mut bars = Vec::new();
    collect(&figure.shares, 0, &mut bars);
    let whole = scale(&bars);
    let language = canvas.language();
    let mut lines = Vec::new();
    for bar in bars {
        let indent = (bar.depth * 2).min(width / 4);
        let room = width - indent;
        let mut label = Styled::default();
        if bar.depth > 0 {
            label.push(ui::OF_WHICH.get(language), theme::QUIET);
            label.push(" ", theme::QUIET);
        }
        label.push(bar.share.label.in_or_other(language), theme::PLAIN);
        label.push("  ", theme::PLAIN);
        label.push_code(&value(bar.share, language), theme::HEADING);
        for line in canvas.wrapped_words(&label, room) {
            lines.push(vec![(indent, room, line)]);
        }
        if let Some(part) = fraction(bar.share, whole) {
            let drawn = canvas.words(&Styled::new(blocks(part, room, language), theme::BAR), room);
            lines.push(vec![(indent, room, drawn)]);
        }
    }
    lines
}

/// All shares, each followed by what it is made of.
fn collect<'a>(shares: &'a [Share], depth: u16, bars: &mut Vec<Bar<'a>>) {
    for share in shares {
        bars.push(Bar { share, depth });
        collect(&share.of_which, depth + 1, bars);
    }
}

/// The number that fills a bar: 100 for percentages; for amounts of one currency the largest of
/// them. Amounts in several currencies are not drawn, since their bars could not be compared.
fn scale(bars: &[Bar<'_>]) -> Option<f64> {
    if bars.iter().all(|bar| bar.share.percent.is_some()) {
        return Some(100.0);
    }
    let mut largest = 0.0_f64;
    let mut unit = None;
    for quantity in bars.iter().filter_map(|bar| bar.share.quantity.as_ref()) {
        let this = (&quantity.currency, &quantity.unit);
        if *unit.get_or_insert(this) != this {
            return None;
        }
        largest = largest.max(quantity.amount);
    }
    (largest > 0.0).then_some(largest)
}

/// How much of the full length a share's bar has, 0 to 1.
fn fraction(share: &Share, whole: Option<f64>) -> Option<f64> {
    let whole = whole?;
    let amount = share
        .percent
        .or_else(|| share.quantity.as_ref().map(|quantity| quantity.amount))?;
    Some((amount / whole).clamp(0.0, 1.0))
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

/// A bar of so many columns in eighths. From the right, where there is no sign for eighths that
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

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(blocks(0.5, 10, Language::English), "█████");
        assert_eq!(blocks(0.42, 10, Language::English), "████▎");
        assert_eq!(blocks(0.45, 10, Language::Arabic), "████▐");
        assert_eq!(blocks(0.0, 10, Language::English), "▏");
        assert_eq!(blocks(1.0, 3, Language::Arabic), "███");
    }
}
