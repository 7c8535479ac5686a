//! In which contexts a command applies.

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// A list of a board.
    List,
    /// The detail.
    Detail,
    /// A layer with a line to type in: search, palette, help, filters.
    Picker,
    /// The fields of a record, or of one that is about to be made.
    Form,
    /// A question with its answers, one of which is to be chosen; a history, out of which something is
    /// to be brought back.
    Question,
    /// What is still open, whose keys act on the record in hand.
    Open,
    /// A position that is read out.
    Recital,
}

/// In which contexts a command applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    list: bool,
    detail: bool,
    picker: bool,
    form: bool,
    question: bool,
    open: bool,
    recital: bool,
}

/// In lists and in the detail.
pub(super) const READING: When = When {
    list: true,
    detail: true,
    picker: false,
    form: false,
    question: false,
    open: false,
    recital: false,
};
/// In lists only.
pub(super) const LIST: When = When {
    list: true,
    detail: false,
    picker: false,
    form: false,
    question: false,
    open: false,
    recital: false,
};
/// In the detail only.
pub(super) const DETAIL: When = When {
    list: false,
    detail: true,
    picker: false,
    form: false,
    question: false,
    open: false,
    recital: false,
};
/// Where one types.
pub(super) const PICKER: When = When {
    list: false,
    detail: false,
    picker: true,
    form: false,
    question: false,
    open: false,
    recital: false,
};
/// Everywhere.
pub(super) const ALWAYS: When = When {
    list: true,
    detail: true,
    picker: true,
    form: true,
    question: true,
    open: true,
    recital: true,
};
/// In lists, in the detail and in what is still open: what changes the record in hand. Not in a form,
/// where a letter may be the first of a text: it changes nothing that is kept.
pub(super) const ACTING: When = When {
    list: true,
    detail: true,
    picker: false,
    form: false,
    question: false,
    open: true,
    recital: false,
};
/// In lists, in the detail, in forms and in what is still open: what shows more of the record in hand.
pub(super) const SHOWING: When = When {
    list: true,
    detail: true,
    picker: false,
    form: true,
    question: false,
    open: true,
    recital: false,
};
/// In forms only.
pub(super) const FILLED: When = When {
    list: false,
    detail: false,
    picker: false,
    form: true,
    question: false,
    open: false,
    recital: false,
};
/// In forms and questions.
pub(super) const ASKED: When = When {
    list: false,
    detail: false,
    picker: false,
    form: true,
    question: true,
    open: false,
    recital: false,
};
/// In questions only.
pub(super) const QUESTION: When = When {
    list: false,
    detail: false,
    picker: false,
    form: false,
    question: true,
    open: false,
    recital: false,
};
/// In what is still open.
pub(super) const OPENED: When = When {
    list: false,
    detail: false,
    picker: false,
    form: false,
    question: false,
    open: true,
    recital: false,
};
/// In lists whose keys act until one types: in what is still open, in a history.
pub(super) const NARROWED: When = When {
    list: false,
    detail: false,
    picker: false,
    form: false,
    question: true,
    open: true,
    recital: false,
};
/// In forms, in questions and in what is still open.
pub(super) const CHOOSING: When = When {
    list: false,
    detail: false,
    picker: false,
    form: true,
    question: true,
    open: true,
    recital: false,
};
/// In forms and in what is still open.
pub(super) const FORM: When = When {
    list: false,
    detail: false,
    picker: false,
    form: true,
    question: false,
    open: true,
    recital: false,
};
/// Where something is filled in or typed.
pub(super) const FILLING: When = When {
    list: false,
    detail: false,
    picker: true,
    form: true,
    question: false,
    open: false,
    recital: false,
};
/// Where one reads a position out.
pub(super) const RECITAL: When = When {
    list: false,
    detail: false,
    picker: false,
    form: false,
    question: false,
    open: false,
    recital: true,
};
/// Everywhere but where one types.
pub(super) const KEYS: When = When {
    list: true,
    detail: true,
    picker: false,
    form: false,
    question: false,
    open: false,
    recital: true,
};

impl When {
    /// Whether the command applies in the context.
    #[must_use]
    pub const fn holds(self, context: Context) -> bool {
        match context {
            Context::List => self.list,
            Context::Detail => self.detail,
            Context::Picker => self.picker,
            Context::Form => self.form,
            Context::Question => self.question,
            Context::Open => self.open,
            Context::Recital => self.recital,
        }
    }
}
