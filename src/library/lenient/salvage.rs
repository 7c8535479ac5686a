//! A record without those of its fields that cannot be read.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value as Json;

use super::{Parts, Reader, words};
use crate::library::schema;
use crate::library::tree::Node;

impl Reader<'_> {
    /// The record without the optional fields that cannot be read by themselves; none where a
    /// required one cannot. Each known field is tried once.
    pub(super) fn salvage<T: Parts>(&mut self, node: &Node) -> Option<T> {
        let shape = schema::record(&T::schema_name())?;
        let fields = shape.get("properties").and_then(Json::as_object)?;
        let required: Vec<&str> = shape
            .get("required")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
            .filter_map(Json::as_str)
            .collect();
        if required.iter().any(|key| node.get(key).is_none()) {
            return None;
        }
        let name = |key: &Node| key.text().map(str::to_owned).unwrap_or_default();
        let optional: Vec<String> = node
            .entries()
            .iter()
            .map(|(key, _)| name(key))
            .filter(|key| {
                fields.contains_key(key.as_str())
                    && !required.contains(&key.as_str())
                    && !T::KEYS.contains(&key.as_str())
            })
            .collect();
        let (mut keep, stand_in) = self.least::<T>(node, &required)?;
        let least = keep.clone();
        for key in &optional {
            let with: Vec<&str> = least.iter().copied().chain([key.as_str()]).collect();
            if !keep.contains(&key.as_str()) && self.with::<T>(node, &with, stand_in).is_some() {
                keep.push(key);
            }
        }
        let mut record: T = self.with(node, &keep, stand_in)?;
        if let Some((key, word)) = stand_in
            && let Some((at, value)) = node.entry(key)
        {
            self.text.note_at(at.at.byte..value.end, &[], |what| {
                words::read_as(what, key, word)
            });
        }
        record.fill(node, self);
        Some(record)
    }

    /// The required fields, and the one that is read as another word, if only so they can be read.
    fn least<'r, T: Parts>(
        &self,
        node: &Node,
        required: &[&'r str],
    ) -> Option<(Vec<&'r str>, Option<StandIn>)> {
        if self.with::<T>(node, required, None).is_some() {
            return Some((required.to_vec(), None));
        }
        let (key, _) = T::STAND_IN?;
        let others = required.iter().copied().filter(|name| *name != key);
        let others: Vec<&str> = others.collect();
        self.with::<T>(node, &others, T::STAND_IN)
            .map(|_| (others, T::STAND_IN))
    }

    /// The record as it reads with these of its fields only.
    fn with<T: Parts>(&self, node: &Node, keep: &[&str], stand_in: Option<StandIn>) -> Option<T> {
        let mut cuts: Vec<Range<usize>> = Vec::new();
        let mut goes_on = false;
        for (key, value) in node.entries() {
            let end = value.end.max(key.end);
            if key.text().is_some_and(|key| keep.contains(&key)) {
                if key.holds_refused() || value.holds_refused() {
                    return None;
                }
                goes_on = false;
                continue;
            }
            match cuts.last_mut().filter(|_| goes_on) {
                Some(last) => last.end = end,
                None => cuts.push(key.at.byte..end),
            }
            goes_on = true;
        }
        let text = |range: Range<usize>| self.text.text.get(range).unwrap_or_default();
        let mut stand_in = stand_in.map(|(key, word)| Cow::from(format!("{key}: {word}")));
        let mut piece = " ".repeat(self.indentation(node));
        let mut from = node.at.byte;
        for cut in cuts {
            piece.push_str(text(from..cut.start));
            piece.push_str(&stand_in.take().unwrap_or(Cow::from("_: ")));
            // What follows stands in its column, where it can stand on the same line.
            let lost = text(cut.clone());
            if let Some(at) = lost.rfind('\n') {
                piece.push('\n');
                let last = lost.get(at + 1..).unwrap_or_default();
                piece.extend(last.chars().map(|_| ' '));
            }
            from = cut.end;
        }
        piece.push_str(text(from..node.end));
        serde_yaml::from_str(&piece).ok()
    }
}

/// A required field, and the fixed word that is read where its own cannot be.
pub(super) type StandIn = (&'static str, &'static str);
