//! Who leads a call, and who chairs it.

use super::{Call, Moment};
use crate::report::Ref;

impl Call {
    /// Somebody leads it from now on.
    pub fn lead(&mut self, who: &str) {
        if self.by != who {
            let before = std::mem::replace(&mut self.by, who.to_owned());
            self.led.push(before);
        }
    }

    /// Whether this person leads it, or has led it.
    #[must_use]
    pub fn is_led_by(&self, who: &str) -> bool {
        self.by == who || self.led.iter().any(|one| one == who)
    }

    /// Gives the chair to a person of the registry, or to nobody.
    pub fn chair(&mut self, who: Option<&str>, now: Moment) {
        self.chair = who.map(Ref::from);
        self.no_chair = who.is_none();
        self.changed = now;
    }
}
