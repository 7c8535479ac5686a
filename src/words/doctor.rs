//! The words of `majlis doctor`.

use super::{Message, Phrase};
use crate::script::{Form, isolate};
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

/// A heading: the answers of the terminal around screen.
pub const AROUND_SCREEN: Phrase = Phrase::new(
    "ما أجابت به الطرفية التي يعمل فيها screen",
    "What the terminal around screen answered",
);

/// A heading: the variables that are set.
pub const ENVIRONMENT: Phrase = Phrase::new("متغيرات البيئة", "Environment variables");

/// A heading: the form and why.
pub const CHOSEN: Phrase = Phrase::new("طريقة إرسال العربية وسببها", "How Arabic is sent, and why");

/// What is sent to switch the terminal's reordering off.
pub const SWITCHED: Phrase = Phrase::new(
    "يوقف ترتيب الطرفية ما دام البرنامج مفتوحاً:",
    "The terminal's own reordering is off while the program is open:",
);

/// What is sent to a terminal that is not known to reorder.
pub const SWITCHED_IF_ANY: Phrase = Phrase::new(
    "لا يُعرف أنها ترتّب السطور، ويُرسل إليها احتياطاً:",
    "It is not known to reorder; sent all the same, to be sure:",
);

/// A heading: the test lines.
pub const TEST_LINES: Phrase = Phrase::new(
    "سطر واحد بكل طريقة، ويجب أن يكون المؤشَّر عليه مقروءاً",
    "One line in each form; the marked one must read right",
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

/// The heads of that table: our count, the terminal's, the character.
pub const WIDTH_HEADS: (Phrase, Phrase, Phrase) = (
    Phrase::new("البرنامج", "ours"),
    Phrase::new("الطرفية", "theirs"),
    Phrase::new("الحرف", "character"),
);

/// The name of a character of doubtful width.
pub const LAM_ALEF: Phrase = Phrase::new("لام ألف", "lam-alef");

/// The name of a letter with its marks.
pub const BEH_SHADDA_FATHA: Phrase = Phrase::new("باء وشدة وفتحة", "beh, shadda, fatha");

/// The name of a Latin letter with a mark of its own.
pub const E_ACUTE: Phrase = Phrase::new("e ثم U+0301", "e, U+0301");

/// A heading: the rest.
pub const REST: Phrase = Phrase::new("غير ذلك", "The rest");

/// The size of the screen.
pub const SIZE: Phrase = Phrase::new("الحجم", "size");

/// The colours.
pub const COLOURS: Phrase = Phrase::new("الألوان", "colours");

/// The sixteen colours of the terminal.
pub const SIXTEEN: Phrase = Phrase::new("ألوان الطرفية الستة عشر", "the terminal's own sixteen");

/// No colours.
pub const NO_COLOUR: Phrase = Phrase::new("بلا ألوان (NO_COLOR)", "none (NO_COLOR)");

/// What is copied with the program.
pub const CLIPBOARD: Phrase = Phrase::new("الحافظة", "clipboard");

/// The clipboard through the terminal.
pub const THROUGH_THE_TERMINAL: Phrase =
    Phrase::new("عن طريق الطرفية (OSC 52)", "through the terminal (OSC 52)");

/// The clipboard through tmux.
pub const THROUGH_TMUX: Phrase = Phrase::new(
    "عن طريق tmux الذي يمرره إلى الطرفية",
    "through tmux, which passes it on to the terminal",
);

/// The clipboard of this machine, by a program.
pub fn of_this_machine(program: &str) -> Message {
    Message::new(
        format!("حافظة هذا الجهاز، عبر {}", isolate(program)),
        format!("this machine's own, by {program}"),
    )
}

/// Where answers of persons are kept.
pub const REMEMBERED_IN: Phrase = Phrase::new(
    "ما اخترته للطرفيات محفوظ في هذا الملف، واحذف منه سطراً لتُسأل من جديد",
    "what you chose for terminals is in this file; delete a line to be asked again",
);

/// What is kept so that a large library opens at once.
pub const CACHE: Phrase = Phrase::new("ما حُفظ لتسريع الفتح", "cache");

/// There is no cache.
pub const NO_CACHE: Phrase = Phrase::new(
    "لا شيء، وتُقرأ الملفات كل مرة",
    "none; files are read each time",
);

/// Where caches lie, how many there are and how many bytes they take.
pub fn cache_in(folder: &str, files: usize, bytes: u64) -> Message {
    let folder = isolate(folder);
    // In tenths of a megabyte, rounded up: what is there is never nothing.
    let tenths = bytes.div_ceil(100_000);
    let size = isolate(&format!("{}.{}", tenths / 10, tenths % 10));
    Message::new(
        format!("{folder} · عدد الملفات: {files} · الحجم: {size} ميغابايت"),
        format!("{folder} · files: {files} · size: {size} MB"),
    )
}

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
        Reason::Told(word) => {
            let (ar, en) = match word {
                Word::Flag => ("كما طُلب في", "as this says:"),
                Word::Variable => ("كما في المتغير", "as the variable says:"),
                Word::Configuration => ("كما في ملف الإعداد:", "as the configuration says:"),
            };
            let name = match word {
                Word::Flag => "--bidi",
                Word::Variable => "MAJLIS_BIDI",
                Word::Configuration => "bidi",
            };
            told(ar, en, name)
        }
        Reason::Known(known, by) => {
            let by = evidence(by);
            Message::new(
                format!("الطرفية {}، {}", isolate(known.name), by.ar),
                format!("the terminal is {}, {}", known.name, by.en),
            )
        }
        Reason::OutOfReach(known, inside) => {
            let inside = name(*inside);
            Message::new(
                format!(
                    "الطرفية {}، ترتّب السطور بنفسها، ولا يمرّر إليها {inside} ما يوقف ذلك",
                    isolate(known.name)
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
            "لا يُعرف عن الطرفية شيء، وهذا ما يناسب معظم الطرفيات",
            "nothing is known of the terminal, and most need this",
        ),
    }
}

/// By what a terminal is known.
fn evidence(by: &Evidence) -> Message {
    let answered = |question: &str, answer: &str| {
        Message::new(
            format!("بجوابها على {question}: {}", isolate(answer)),
            format!("by its answer to {question}: {answer}"),
        )
    };
    match by {
        Evidence::Version(answer) => answered("XTVERSION", answer),
        Evidence::Tertiary(answer) => answered("DA3", answer),
        Evidence::Secondary(numbers) => answered("DA2", &listed(numbers)),
        Evidence::BidiMode => Message::new("لأن لها الوضع 8 (BDSM)", "for it has mode 8 (BDSM)"),
        Evidence::Term(term) => told("بالمتغير", "by", &format!("TERM={term}")),
        Evidence::Variable(variable) => told("بالمتغير", "by the variable", variable),
        Evidence::OuterVersion(version) => told("كما يقول tmux:", "as tmux says:", version),
        Evidence::OuterTerm(term) => {
            told("كما يقول tmux:", "as tmux says:", &format!("TERM={term}"))
        }
    }
}

/// Words, then a code.
fn told(ar: &str, en: &str, code: &str) -> Message {
    Message::new(format!("{ar} {}", isolate(code)), format!("{en} {code}"))
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
