//! The line that writes a position: an item has one at most.

use super::super::super::{App, Layer};
use crate::library::Key;
use crate::report::{Kind, PositionStatus, Record};
use crate::words::label::Label;
use crate::words::{Message, desk as words, line};

impl App {
    /// The position that the item with this full id has already, where another would be added to it; and that
    /// this is so.
    pub(super) fn position_there(&self, kind: Kind, item: Option<&str>) -> Option<(Key, Message)> {
        let item = item.filter(|_| kind == Kind::Position)?;
        let key = self.library().with_id(&format!("{item}/position"))?;
        Some((key, self.has_position(key, &self.called(item))))
    }

    /// That an item has this position, and how far it has come: what is typed into one that is agreed changes
    /// that.
    fn has_position(&self, key: Key, item: &Message) -> Message {
        let stage = match self.library().record(key) {
            Some(Record::Position(position)) => position.status,
            _ => PositionStatus::Draft,
        };
        line::has_position(item, stage.label())
    }

    /// Opens the wording of the position that an item has, for somebody who wants a new one.
    pub(in crate::app) fn open_position(&mut self, key: Key) {
        let id = self.library().id(key);
        let item = self.item_called(id).unwrap_or_else(|| {
            let item = id.strip_suffix("/position").unwrap_or(id);
            Message::new(item, item)
        });
        let said = self.has_position(key, &item);
        self.open_form(key);
        self.open_field();
        let all: Vec<Message> = [Some(said), self.message.take()]
            .into_iter()
            .flatten()
            .collect();
        self.message = Some(words::together(&all));
    }

    /// Where the line on top would add a position to an item that has one: says so and opens that one; what is
    /// typed is kept. Says whether it did.
    pub(super) fn open_position_there(&mut self) -> bool {
        let there = match self.layers.last() {
            Some(Layer::Quick(quick)) => {
                let kind = quick.draft.as_ref().map(|draft| draft.kind);
                kind.and_then(|kind| self.position_there(kind, quick.parent.as_deref()))
            }
            _ => None,
        };
        let Some((key, said)) = there else {
            return false;
        };
        self.leave_quick();
        let kept = self.message.take();
        self.open_form(key);
        let why = self.message.take();
        let all: Vec<Message> = [Some(said), kept, why].into_iter().flatten().collect();
        self.message = Some(words::together(&all));
        true
    }
}
