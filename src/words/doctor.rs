//! The words of `majlis doctor`.

use super::{Message, Phrase};
use crate::script::Form;
use crate::terminal::which::{Evidence, Inside, Reason, Word};
use crate::words::ui;

/// A heading: what the terminal was asked.
pub const ASKED: Phrase = Phrase::new(
    "ما سُئلت الطرفية عنه وما أجابت به",
    "What the terminal was asked, and what it answered",
);

/// There is no terminal.
pub const NOT_ASKED: Phrase = Phrase::new(
    "لا طرفية هنا لتُسأل، فهذا ما تدل عليه البيئة وحدها",
    "There is no terminal here to ask: this is what the environment alone says",
);

/// A question without an answer.
pub const NO_ANSWER: Phrase = Phrase::new("بلا جواب", "no answer");

/// tmux passes nothing on.
pub const PASSES_NOTHING: Phrase = Phrase::new(
    "لا يمرّر شيئاً (allow-passthrough)",
    "passes nothing on (allow-passthrough)",
);

/// A heading: the variables that are set.
pub const ENVIRONMENT: Phrase = Phrase::new("البيئة", "Environment");

/// A heading: the form and why.
pub const CHOSEN: Phrase = Phrase::new("طريقة إرسال العربية وسببها", "How Arabic is sent, and why");

/// What is sent to switch the terminal's reordering off.
pub const SWITCHED: Phrase = Phrase::new(
    "يوقف ترتيب الطرفية ما دام البرنامج مفتوحاً:",
    "The terminal's own reordering is off while the program is open:",
);

/// A heading: the test lines.
pub const TEST_LINES: Phrase = Phrase::new(
    "سطر واحد بكل طريقة، ويجب أن يكون المؤشَّر عليه مقروءاً",
    "One line in each form; the marked one is to read right",
);

/// Some terminals cannot show the first line right after the program has left.
pub const FIRST_LINE_WITHIN: Phrase = Phrase::new(
    "ترتّب هذه الطرفية السطور متى خرج البرنامج، فلا يُحكم هنا على السطر visual",
    "This terminal reorders again once the program has left: the line visual cannot be judged here",
);

/// The line in each form: words, a number, a lam-alef, Latin letters.
pub const TEST_LINE: &str = "بند 52 من جدول أعمال مجلس الاتحاد ITU";

/// A heading: the widths.
pub const WIDTHS: Phrase = Phrase::new(
    "عدد الخانات لما قد يختلف عرضه: بحساب البرنامج، ثم بقياس الطرفية",
    "Columns of characters that may differ: by our count, then by the terminal's",
);

/// A heading: the rest.
pub const REST: Phrase = Phrase::new("غير ذلك", "The rest");

/// The size of the screen.
pub const SIZE: Phrase = Phrase::new("الحجم", "size");

/// The colours.
pub const COLOURS: Phrase = Phrase::new("الألوان", "colours");

/// The sixteen colours of the terminal.
pub const SIXTEEN: Phrase = Phrase::new("الستة عشر الخاصة بالطرفية", "the terminal's own sixteen");

/// No colours.
pub const NO_COLOUR: Phrase = Phrase::new("بلا ألوان (NO_COLOR)", "none (NO_COLOR)");

/// What is copied with the program.
pub const CLIPBOARD: Phrase = Phrase::new("الحافظة", "clipboard");

/// The clipboard through the terminal.
pub const THROUGH_THE_TERMINAL: Phrase =
    Phrase::new("عن طريق الطرفية (OSC 52)", "through the terminal (OSC 52)");

/// The clipboard of this machine.
pub const OF_THIS_MACHINE: Phrase = Phrase::new("حافظة هذا الجهاز", "this machine's own clipboard");

/// Where answers of persons are kept.
pub const REMEMBERED_IN: Phrase = Phrase::new("ما اخترته بنفسك", "what you chose yourself");

/// The name of a form, as it is read in `--bidi`.
#[must_use]
pub const fn form(form: Form) -> Phrase {
    match form {
        Form::Visual => ui::FORM_VISUAL,
        Form::Words => ui::FORM_WORDS,
        Form::Kitty => ui::FORM_KITTY,
        Form::Off => ui::FORM_OFF,
    }
}

/// Why a form was chosen.
#[must_use]
pub fn reason(reason: &Reason) -> Message {
    match reason {
        Reason::Told(Word::Flag) => Message::new("كما طُلب في --bidi", "as --bidi says"),
        Reason::Told(Word::Variable) => Message::new(
            "كما في المتغير MAJLIS_BIDI",
            "as the variable MAJLIS_BIDI says",
        ),
        Reason::Told(Word::Configuration) => {
            Message::new("كما في ملف الإعداد", "as the configuration says")
        }
        Reason::Known(known, by) => {
            let by = evidence(by);
            Message::new(
                format!("الطرفية {}، {}", known.name, by.ar),
                format!("the terminal is {}, {}", known.name, by.en),
            )
        }
        Reason::OutOfReach(known, inside) => {
            let inside = name(*inside);
            Message::new(
                format!(
                    "الطرفية {}، ترتّب السطور بنفسها، ولا يمرّر إليها {inside} ما يوقف ذلك",
                    known.name
                ),
                format!(
                    "the terminal is {}, which reorders rows, and {inside} does not pass on what stops it",
                    known.name
                ),
            )
        }
        Reason::Remembered => Message::new(
            "كما اخترت لهذه الطرفية من قبل",
            "as you chose for this terminal before",
        ),
        Reason::Unknown => Message::new(
            "لا يُعرف عن الطرفية شيء، وهذا ما يناسب معظمها",
            "nothing is known of the terminal, and most need this",
        ),
    }
}

/// By what a terminal is known.
fn evidence(by: &Evidence) -> Message {
    let because = |ar: String, en: String| Message::new(ar, en);
    match by {
        Evidence::Version(told) => because(
            format!("بجوابها على XTVERSION: {told}"),
            format!("by its answer to XTVERSION: {told}"),
        ),
        Evidence::Tertiary(told) => because(
            format!("بجوابها على DA3: {told}"),
            format!("by its answer to DA3: {told}"),
        ),
        Evidence::Secondary(numbers) => {
            let told = listed(numbers);
            because(
                format!("بجوابها على DA2: {told}"),
                format!("by its answer to DA2: {told}"),
            )
        }
        Evidence::BidiMode => because(
            "لأن لها الوضع 8 (BDSM)".to_owned(),
            "for it has mode 8 (BDSM)".to_owned(),
        ),
        Evidence::Term(told) => because(format!("بالمتغير TERM={told}"), format!("by TERM={told}")),
        Evidence::Variable(variable) => because(
            format!("بالمتغير {variable}"),
            format!("by the variable {variable}"),
        ),
        Evidence::OuterVersion(told) => because(
            format!("كما يقول tmux: {told}"),
            format!("as tmux says: {told}"),
        ),
        Evidence::OuterTerm(told) => because(
            format!("كما يقول tmux: TERM={told}"),
            format!("as tmux says: TERM={told}"),
        ),
    }
}

/// Numbers of an answer, as they were sent.
#[must_use]
pub fn listed(numbers: &[u16]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u16::to_string).collect();
    numbers.join(";")
}

/// The name of what stands between us and the terminal.
const fn name(inside: Inside) -> &'static str {
    match inside {
        Inside::Tmux => "tmux",
        Inside::Screen => "screen",
        Inside::Zellij => "Zellij",
    }
}
