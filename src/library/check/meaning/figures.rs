//! Percentages, parts and wholes, currencies.

use super::codes;
use super::{File, number};
use crate::library::check::nearest::nearest;
use crate::library::tree::{Node, PlainType, SourceText, Spot, Value};
use crate::library::{Code, Problem};
use crate::words::{Message, problem as words};

/// What two sums of decimals may differ by.
const CLOSE: f64 = 1e-6;

pub(super) fn check(file: &File<'_>, source: &mut SourceText<'_>) {
    for record in &file.shape.records {
        match record.kind {
            "Figure" => {
                finite(record.node, "adds_up_to", words::a_number(), source);
                whole(record.node, source);
            }
            "Share" => {
                finite(record.node, "percent", words::zero_to_hundred(), source);
                part(record.node, source);
            }
            "Quantity" => {
                finite(record.node, "amount", words::a_number(), source);
                currency(record.node, source);
            }
            _ => {}
        }
    }
}

/// A number is neither infinite nor `.nan`, which YAML counts among the decimals.
fn finite(record: &Node, field: &str, expected: Message, source: &mut SourceText<'_>) {
    let Some(node) = record.get(field) else {
        return;
    };
    if let Value::Scalar(scalar) = &node.value
        && scalar.plain_type() == PlainType::Decimal
        && number(Some(node)).is_none()
    {
        let place = source.place(node.at);
        let what = words::out_of_range(&scalar.text);
        source.add(Problem::error(Code::OutOfRange, place, what).expecting(expected));
    }
}

/// The shares of a figure add up to 100 percent, or to what it says that they add up to. One share
/// alone is a part that the source names, not the whole divided.
fn whole(figure: &Node, source: &mut SourceText<'_>) {
    let Some((key, shares)) = figure.entry("shares") else {
        return;
    };
    let percents: Vec<Option<f64>> = numbers(shares, "percent");
    let sum: f64 = percents.iter().flatten().sum();
    let stated = figure.get("adds_up_to");
    if let Some(stated_sum) = number(stated) {
        if (sum - stated_sum).abs() > CLOSE {
            let at = stated.map_or(key.at, |node| node.at);
            let what = words::adds_up_otherwise(sum, stated_sum);
            wrong(source, at, Code::WrongPercent, what);
        }
    } else if percents.len() > 1
        && percents.iter().all(Option::is_some)
        && (sum - 100.0).abs() > CLOSE
    {
        let place = source.place(key.at);
        let problem = Problem::error(Code::WrongPercent, place, words::not_a_hundred(sum));
        source.add(problem.expecting(words::hundred_or_stated(sum)));
    }
}

/// A percentage is one, and what a share is made of adds up to it.
fn part(share: &Node, source: &mut SourceText<'_>) {
    let percent = number(share.get("percent"));
    if let (Some(node), Some(percent)) = (share.get("percent"), percent)
        && !(0.0..=100.0).contains(&percent)
    {
        let place = source.place(node.at);
        let problem = Problem::error(Code::WrongPercent, place, words::no_percentage(percent));
        source.add(problem.expecting(words::zero_to_hundred()));
    }
    let Some((key, parts)) = share.entry("of_which") else {
        return;
    };
    let amount = |share: &Node| number(share.get("quantity").and_then(|it| it.get("amount")));
    let percents = numbers(parts, "percent");
    let amounts: Vec<Option<f64>> = parts.members().iter().map(amount).collect();
    for (whole, parts) in [(percent, percents), (amount(share), amounts)] {
        let sum: f64 = parts.iter().flatten().sum();
        if let Some(whole) = whole
            && !parts.is_empty()
            && parts.iter().all(Option::is_some)
            && (sum - whole).abs() > CLOSE
        {
            wrong(
                source,
                key.at,
                Code::WrongSum,
                words::parts_and_whole(sum, whole),
            );
        }
    }
}

fn currency(quantity: &Node, source: &mut SourceText<'_>) {
    let Some(node) = quantity.get("currency") else {
        return;
    };
    let Some(text) = node.text().filter(|text| !text.is_empty()) else {
        return;
    };
    if codes::currencies().all(|known| known != text) {
        let place = source.place(node.at);
        let problem = Problem::error(Code::UnknownCurrency, place, words::unknown_currency(text))
            .expecting(words::a_currency())
            .near(nearest(text, codes::currencies()));
        source.add(problem);
    }
}

fn numbers(shares: &Node, field: &str) -> Vec<Option<f64>> {
    let members = shares.members().iter();
    members.map(|share| number(share.get(field))).collect()
}

fn wrong(source: &mut SourceText<'_>, at: Spot, code: Code, what: Message) {
    let place = source.place(at);
    source.add(Problem::error(code, place, what));
}
