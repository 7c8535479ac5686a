//! The words around the help of a command.

use super::Phrase;

/// What stands above an example.
pub const EXAMPLE: Phrase = Phrase::new("مثال:", "Example:");
/// What stands above the fields of a kind.
pub const FIELDS: Phrase = Phrase::new("الحقول:", "Fields:");
