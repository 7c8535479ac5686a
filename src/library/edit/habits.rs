//! How a file is written: what is added to it follows its surroundings.

use std::collections::HashMap;

use super::lines::{char_at, column, line_ending};
use super::tree::{Node, What};

/// What stands nearest to a place tells how to write there.
pub(super) struct Habits<'t> {
    pub eol: &'static str,
    /// By how much a map is indented under its key.
    pub step: usize,
    /// By how much a list is indented under its key; often not at all.
    pub list: usize,
    /// From a dash to what follows it.
    pub dash: usize,
    /// Whether a space stands inside braces.
    pub braces: bool,
    /// Whether a space stands inside brackets.
    pub brackets: bool,
    /// Under a key, and as an element of the list under a key: whether a list, or a map, stands in
    /// brackets or braces.
    examples: HashMap<(&'t str, Role, Sort), bool>,
}

/// Where a list or map stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    Value,
    Element,
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    List,
    Map,
}

impl Sort {
    fn of(node: &Node<'_>) -> Option<Self> {
        match node.what {
            What::List { .. } => Some(Self::List),
            What::Map { .. } => Some(Self::Map),
            _ => None,
        }
    }
}

impl<'t> Habits<'t> {
    /// The habits of a file near this byte: those that stand before it count first.
    pub fn near<'a>(text: &str, root: &'t Node<'a>, at: usize) -> Self {
        let mut walk = Walk {
            text,
            at,
            step: None,
            list: None,
            dash: None,
            braces: None,
            brackets: None,
            examples: HashMap::new(),
        };
        walk.node(root, "");
        Self {
            eol: line_ending(text),
            step: walk.step.map_or(2, |(_, step)| step),
            list: walk.list.map_or(2, |(_, list)| list),
            dash: walk.dash.map_or(2, |(_, dash)| dash),
            braces: walk.braces.is_some_and(|(_, space)| space),
            brackets: walk.brackets.is_some_and(|(_, space)| space),
            examples: walk
                .examples
                .into_iter()
                .map(|(what, (_, flow))| (what, flow))
                .collect(),
        }
    }

    /// Whether what stands so elsewhere in the file is in brackets or braces.
    pub fn example(&self, key: &str, role: Role, sort: Sort) -> Option<bool> {
        self.examples.get(&(key, role, sort)).copied()
    }
}

/// A thing seen, with its place.
type Seen<T> = Option<(usize, T)>;

struct Walk<'s, 't> {
    text: &'s str,
    at: usize,
    step: Seen<usize>,
    list: Seen<usize>,
    dash: Seen<usize>,
    braces: Seen<bool>,
    brackets: Seen<bool>,
    examples: HashMap<(&'t str, Role, Sort), (usize, bool)>,
}

impl<'t> Walk<'_, 't> {
    fn node<'a>(&mut self, node: &'t Node<'a>, key: &'t str) {
        if node.is_flow() && node.end > node.start + 2 {
            let space = char_at(self.text, node.start + 1) == Some(' ');
            match Sort::of(node) {
                Some(Sort::Map) => note(&mut self.braces, self.at, node.start, space),
                _ => note(&mut self.brackets, self.at, node.start, space),
            }
        }
        for entry in node.entries() {
            let value = &entry.value;
            let name = entry.key.text().unwrap_or_default();
            if let Some(sort) = Sort::of(value) {
                self.example((name, Role::Value, sort), value);
                if !value.is_flow() {
                    let from = column(self.text, entry.key.start);
                    if let Some(step) = column(self.text, value.start).checked_sub(from) {
                        match sort {
                            Sort::Map if step > 0 => {
                                note(&mut self.step, self.at, value.start, step);
                            }
                            Sort::Map => {}
                            Sort::List => note(&mut self.list, self.at, value.start, step),
                        }
                    }
                }
            }
            self.node(value, name);
        }
        for item in node.items() {
            if let Some(sort) = Sort::of(&item.node) {
                self.example((key, Role::Element, sort), &item.node);
            }
            let width = item.node.start.saturating_sub(item.dash);
            let on_line = self
                .text
                .get(item.dash..item.node.start)
                .unwrap_or_default();
            if !node.is_flow() && width > 1 && !on_line.contains(['\n', '\r']) {
                note(&mut self.dash, self.at, item.dash, width);
            }
            self.node(&item.node, "");
        }
    }

    fn example(&mut self, what: (&'t str, Role, Sort), node: &Node<'_>) {
        // Of nothing there is only one way to write it.
        if node.items().is_empty() && node.entries().is_empty() {
            return;
        }
        let new = (node.start, node.is_flow());
        let seen = self.examples.entry(what).or_insert(new);
        if node.start < self.at {
            *seen = new;
        }
    }
}

/// Keeps what stands nearest before `at`, else what comes first behind it.
fn note<T>(seen: &mut Seen<T>, at: usize, place: usize, what: T) {
    if seen.is_none() || place < at {
        *seen = Some((place, what));
    }
}
