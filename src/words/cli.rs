//! The words of the command line.

use super::ui::grouped;
use super::{Message, Phrase};
use crate::script::{apart, isolate};

/// How the program is used.
pub const USAGE: Phrase = Phrase::new(
    "\
مجلس: بنود جدول الأعمال والمواقف والترشيحات والتوصيات، بالعربية والإنكليزية

majlis [--library DIR] [--lang ar|en] [--bidi FORM]
    يفتح التقارير على الشاشة. المفتاح ؟ للمساعدة، والمفتاح q للخروج.
majlis --linear
    الأوامر نفسها سطراً بعد سطر بلا شاشة: لقارئات الشاشة وللشاشات الصغيرة جداً. وعبر أنبوب
    يُقرأ كل سطر مفاتيحَ أو أوامر.
majlis find WORDS… [--kind K] [--report R] [--limit N] [--json]
    يبحث في كل شيء ويعرض الأقرب أولاً. رمز الخروج: 0 وُجد، 1 لم يوجد شيء، 2 خطأ.
majlis filter WORDS… [--limit N] [--json]
    يبحث بالطريقة نفسها في سطور المدخل القياسي، ويخرج ما طابق منها الأقرب أولاً؛ وبصيغة JSON: رقم
    السطر، والسطر بترميز UTF-8، ومواضع التطابق فيه بالبايت.
majlis show ID [--json]
    يعرض سجلاً كاملاً بروابطه، مثل c21:27 أو pp-res:191@2022 أو selim.
majlis list [KIND] [--report R] [--status S] [--item N] … [--limit N] [--json]
    يسرد السجلات، كلها أو نوعاً منها: item وposition وnomination وrecommendation وغيرها. وتضيّقها
    حقول البحث: \u{FDD0}--report\u{FDD1} و\u{FDD0}--status\u{FDD1} و\u{FDD0}--item\u{FDD1} و\u{FDD0}--by\u{FDD1} و\u{FDD0}--to\u{FDD1} و\u{FDD0}--due\u{FDD1}
    و\u{FDD0}--body\u{FDD1} و\u{FDD0}--country\u{FDD1} و\u{FDD0}--person\u{FDD1} و\u{FDD0}--year\u{FDD1}.
majlis minutes [ID] [--json]
    يطبع محضر اجتماع بصيغة Markdown، والأحدث إن لم يُذكر معرِّف؛
    وبصيغة JSON: سجل الاجتماع والسجلات الواردة فيه كاملةً.
majlis check [DIR] [--all] [--json]
    يفحص ملفات التقارير ويذكر كل خطأ بسطره وعموده، ومن كل نوع من التنبيهات أولها، إلا أن
    تُطلب كلها. رمز الخروج: 0 سليم، 1 فيه خطأ.
majlis schema [report|registry]
    يطبع مخطط JSON الذي يستعين به محرر النصوص عند كتابة تقرير.
majlis new ID --ar T --en T [--from REPORT] [FIELD=VALUE…]
    ينشئ تقريراً جديداً، فارغاً أو ببنود تقرير آخر، وينشئ مجلد التقارير إن لم يكن موجوداً.
majlis set ID FIELD=VALUE… [--FIELD VALUE…] [--ar T] [--en T]
    يعدّل حقول سجل، مثل: majlis set c21:27 position.status=agreed. وتضيف += إلى
    القائمة، وتحذف -= منها، و FIELD= يفرغ الحقل.
majlis add KIND ID [FIELD=VALUE…] [--FIELD VALUE…] [--ar T] [--en T] [--id ID] [--new]
    يضيف سجلاً إلى بند أو تقرير، أو هيئة أو شخصاً أو بلداً أو صكاً أو وثيقة إلى السجل المشترك، مثل:
    majlis add recommendation c21:27 --to tech-sec --due 9/2021 --ar '…'
    ومع ترشيح يضيف \u{FDD0}--new\u{FDD1} إلى الدليل من ليس فيه؛ ويذكر majlis add KIND --help الحقول.
majlis note ID TEXT…
    يضيف ملاحظة إلى بند.
majlis remove ID
    يحذف سجلاً وما هو جزء منه، ويزيل الإشارة إليه من سجلات ملفه؛ ويعيده majlis undo كما كان وحيث كان.
majlis log [ID] [--limit N] [--json]
    يذكر ما عُدّل ومن عدّله ومتى، الأحدث أولاً.
majlis undo [CHANGE] [--keep] · majlis redo [--keep]
    يتراجع عن آخر تعديل لك، أو عن التعديل المذكور باسمه كما يذكره majlis log، وإن كان تعارضاً
    كتب ما لم يُكتب؛ ويعيد ما تراجعت عنه. ومع \u{FDD0}--keep\u{FDD1} يُترك ما عدّله غيرك
    بعدك على حاله، ويُنتقل إلى التعديل السابق له.
    ولهذه الأوامر: \u{FDD0}--as NAME\u{FDD1} لاسم من يعدّل (وإلا فالمتغير MAJLIS_WHO، وإلا فملف الإعداد، وإلا فاسم
    الدخول)، و\u{FDD0}--json\u{FDD1}، و\u{FDD0}--read-only\u{FDD1}. رمز الخروج: 0 تم، 1 لم يوجد شيء أو لم يتغيّر، 2 لم يُفهم،
    3 عدّل غيرك الحقل نفسه، 4 لم يُكتب.
majlis doctor
    يذكر ما سُئلت الطرفية عنه وما أجابت به، وكيف تُرسل إليها العربية ولماذا.

--library DIR
    مجلد التقارير، وإلا فالمتغير MAJLIS_LIBRARY، وإلا فملف الإعداد، وإلا فالتقارير الخمسة المضمَّنة.
--lang ar|en
    لغة الواجهة، وإلا فالمتغير MAJLIS_LANG، وإلا فملف الإعداد، وإلا فلغة النظام.
--bidi auto|visual|words|kitty|off
    طريقة إرسال العربية: حسب الطرفية، أو مرتبةً في البرنامج، أو كلمةً كلمةً لطرفية ترتّب
    السطور بنفسها (PuTTY وiTerm2)، أو كما تحتاج إليها kitty، أو كما هي.
    وإلا فالمتغير MAJLIS_BIDI، وإلا فملف الإعداد، وإلا فحسب الطرفية.
--no-cache
    اقرأ الملفات كلها ولا تحفظ منها شيئاً لتسريع الفتح، أو MAJLIS_CACHE=off؛ وMAJLIS_CACHE=DIR
    يحدد مكان الحفظ.",
    "\
majlis: agenda items, positions, nominations and recommendations, in Arabic and English

majlis [--library DIR] [--lang ar|en] [--bidi FORM]
    Opens the reports on the screen. Press ? for help, q to leave.
majlis --linear
    The same commands line after line, without a screen: for screen readers and very small
    displays. Through a pipe each line is keys or commands.
majlis find WORDS… [--kind K] [--report R] [--limit N] [--json]
    Searches everything, best first. Exit code: 0 found, 1 nothing found, 2 an error.
majlis filter WORDS… [--limit N] [--json]
    Searches the lines of standard input in the same way; those that match, best first. In JSON
    with the number of the line, and where it matches, in bytes of the line as UTF-8.
majlis show ID [--json]
    Shows a whole record with its links, such as c21:27, pp-res:191@2022 or selim.
majlis list [KIND] [--report R] [--status S] [--item N] … [--limit N] [--json]
    Lists the records, all or of one kind: item, position, nomination, recommendation… The fields of
    a search narrow it: --report --status --item --by --to --due --body --country --person --year.
majlis minutes [ID] [--json]
    Prints the minutes of a meeting as Markdown; of the latest one where no id is given. In JSON
    its record, and whole those that it names.
majlis check [DIR] [--all] [--json]
    Checks the files of a library and tells every problem with its line and column, of
    warnings the first of each kind (--all: all). Exit code: 0 sound, 1 there are errors.
majlis schema [report|registry]
    Prints the JSON Schema with which an editor helps to write a report.
majlis new ID --ar T --en T [--from REPORT] [FIELD=VALUE…]
    Makes a new report, empty or with the agenda of another one; also the folder, where there is none.
majlis set ID FIELD=VALUE… [--FIELD VALUE…] [--ar T] [--en T]
    Changes fields of a record: majlis set c21:27 position.status=agreed. += adds to a list,
    -= takes from it, FIELD= empties a field.
majlis add KIND ID [FIELD=VALUE…] [--FIELD VALUE…] [--ar T] [--en T] [--id ID] [--new]
    Adds a record to an item or a report; or a body, person, country, instrument or document to the
    registry: majlis add recommendation c21:27 --to tech-sec --due 9/2021 --en '…'
    With a nomination, --new adds who is not in the directory. majlis add KIND --help tells the fields.
majlis note ID TEXT…
    Adds a note to an item.
majlis remove ID
    Deletes a record with its parts, and takes it out of the records of its file that name it; majlis
    undo brings all of it back, whole and at its place.
majlis log [ID] [--limit N] [--json]
    Tells what was changed, by whom and when, the newest first.
majlis undo [CHANGE] [--keep] · majlis redo [--keep]
    Undoes your last change, or the one named as majlis log names it; of a conflict it writes what
    was not written. Does again what you undid. With --keep, what somebody else changed since stays
    as it is, and the change before it comes next.
    All of these take --as NAME for who makes the change (else MAJLIS_WHO, else the configuration,
    else the login name), --json and --read-only. Exit code: 0 done, 1 nothing found or changed,
    2 not understood, 3 somebody else changed the same field, 4 not written.
majlis doctor
    Tells what the terminal was asked, what it answered, how Arabic is sent to it, and why.

--library DIR
    The folder of reports; else MAJLIS_LIBRARY, else the configuration, else the five built in.
--lang ar|en
    The language of the interface; else MAJLIS_LANG, else the configuration, else the locale.
--bidi auto|visual|words|kitty|off
    How Arabic is sent: as the terminal needs it, put in order by the program, word by word for a
    terminal that reorders rows itself (PuTTY, iTerm2), as kitty needs it, or as it is; else
    MAJLIS_BIDI, else the configuration, else as the terminal needs it.
--no-cache
    Reads all files, and keeps nothing for a faster start; or MAJLIS_CACHE=off. MAJLIS_CACHE=DIR
    says where it is kept.",
);

/// Something on the command line was not understood.
#[must_use]
pub fn not_understood(what: &str) -> Message {
    Message::new(
        format!("لم يُفهم الأمر: {}. جرّب majlis --help", apart(what, true)),
        format!("{what}. Try majlis --help"),
    )
}

/// What is to be checked is no folder: it may be the id of a report.
#[must_use]
pub fn not_a_folder(named: &str) -> Message {
    Message::new(
        format!(
            "«{}» ليس مجلداً؛ والأمر majlis check يفحص مجلد تقارير، ويفحص المكتبة المستعملة إن لم يُذكر مجلد",
            apart(named, true)
        ),
        format!(
            "“{named}” is no folder; majlis check takes a folder of reports, and checks the library in use where none is named"
        ),
    )
}

/// An option that is the name of no field, and the nearest that is one.
#[must_use]
pub fn no_such_field_option(option: &str, near: Option<&str>) -> Message {
    let near_ar = near.map_or_else(String::new, |near| {
        format!("، لعلك تقصد {}", isolate(&format!("--{near}")))
    });
    let near_en = near.map_or_else(String::new, |near| format!("; did you mean --{near}?"));
    Message::new(
        format!(
            "لا حقل باسم «{}»{near_ar}؛ والأمر {} يذكر الحقول",
            apart(option, true),
            isolate("majlis add KIND --help")
        ),
        format!(
            "“{option}” is no field{near_en}{} majlis add KIND --help tells them",
            if near.is_some() { "" } else { ";" }
        ),
    )
}

/// An option that there is not, and the one that was meant.
#[must_use]
pub fn meant_option(option: &str, near: &str) -> Message {
    Message::new(
        format!(
            "لا خيار اسمه {}، لعلك تقصد {}",
            apart(option, true),
            isolate(&format!("--{near}"))
        ),
        format!("there is no option {option}; did you mean --{near}?"),
    )
}

/// An option of one dash that there is not; it may be meant for a text.
#[must_use]
pub fn no_such_option(option: &str) -> Message {
    Message::new(
        format!(
            "لا خيار اسمه {}؛ إن كان أول نص فاكتب قبله \u{FDD0}--\u{FDD1}، مثل: majlis note c21:27 -- '-agreed'. جرّب majlis --help",
            apart(option, true)
        ),
        format!(
            "there is no option {option}; if it begins a text, put -- before the text, such as: \
             majlis note c21:27 -- '-agreed'. Try majlis --help"
        ),
    )
}

/// A number was expected.
#[must_use]
pub fn not_a_number(typed: &str) -> Message {
    Message::new(
        format!("«{typed}» ليس عدداً"),
        format!("“{typed}” is not a number"),
    )
}

/// Text was expected, and it is not Unicode.
#[must_use]
pub fn not_unicode(typed: &str) -> Message {
    Message::new(
        format!("«{typed}» ليس نصاً بترميز UTF-8"),
        format!("“{typed}” is not UTF-8 text"),
    )
}

/// `find` without words.
#[must_use]
pub fn nothing_to_find() -> Message {
    Message::new(
        "ما الذي يُبحث عنه؟ majlis find WORDS…",
        "what is to be found? majlis find WORDS…",
    )
}

/// `filter` without words.
#[must_use]
pub fn nothing_to_filter() -> Message {
    Message::new(
        "ما الذي يُبحث عنه؟ majlis filter WORDS… < FILE",
        "what is to be found? majlis filter WORDS… < FILE",
    )
}

/// `show` without just one id.
#[must_use]
pub fn one_id() -> Message {
    Message::new(
        "اذكر معرّفاً واحداً: majlis show ID",
        "name one id: majlis show ID",
    )
}

/// No such command.
#[must_use]
pub fn unknown_command(typed: &str, nearest: &str) -> Message {
    let (ar, en) = match nearest {
        "" => (
            "جرّب majlis --help".to_owned(),
            "try majlis --help".to_owned(),
        ),
        near => (
            format!("لعلك تقصد {near}؟"),
            format!("did you mean {near}?"),
        ),
    };
    Message::new(
        format!("لا يوجد أمر «{typed}»؛ {ar}"),
        format!("there is no command “{typed}”; {en}"),
    )
}

/// A command does not take this option or value.
#[must_use]
pub fn not_taken(command: &str, given: &str) -> Message {
    Message::new(
        format!(
            "الأمر {command} لا يقبل «{}». جرّب majlis --help",
            apart(given, true)
        ),
        format!("{command} does not take “{given}”. Try majlis --help"),
    )
}

/// The configuration file cannot be used; `why` says it.
#[must_use]
pub fn bad_configuration(path: &str, why: &Message) -> Message {
    Message::new(
        format!("{}: أُهمل ملف الإعداد: {}", apart(path, true), why.ar),
        format!("{path}: the configuration was passed over: {}", why.en),
    )
}

/// More is wrong with the library than is told here.
#[must_use]
pub fn more_problems(count: usize) -> Message {
    let count = grouped(count);
    Message::new(
        format!("وغيرها في الملفات ({count}): يذكرها كلها الأمر majlis check"),
        format!("and {count} more in the files: majlis check tells them all"),
    )
}

/// Only the first of what was found is listed.
#[must_use]
pub fn first_of(listed: usize, found: usize) -> Message {
    let found = grouped(found);
    Message::new(
        format!(
            "هذه أول {listed} نتيجة من أصل {found}، والخيار \u{FDD0}--limit\u{FDD1} يعرض غيرها"
        ),
        format!("the first {listed} of {found}; --limit shows more"),
    )
}

/// No such value for an option.
#[must_use]
pub fn unknown_value(option: &str, typed: &str, known: &str) -> Message {
    Message::new(
        format!(
            "{}: «{typed}» غير معروف؛ المعروف: {known}",
            apart(option, true)
        ),
        format!("{option}: “{typed}” is not known; known are: {known}"),
    )
}

/// No record has that id.
#[must_use]
pub fn no_such_id(typed: &str, nearest: &[&str]) -> Message {
    if nearest.is_empty() {
        return Message::new(
            format!("لا يوجد سجل بالمعرّف «{typed}»"),
            format!("no record has the id “{typed}”"),
        );
    }
    Message::new(
        format!(
            "لا يوجد سجل بالمعرّف «{typed}»؛ لعلك تقصد: {}",
            nearest.join("، ")
        ),
        format!(
            "no record has the id “{typed}”; did you mean: {}",
            nearest.join(", ")
        ),
    )
}

/// The record with that id would stand in a file that cannot be read.
#[must_use]
pub fn not_known_now(file: &str, typed: &str) -> Message {
    Message::new(
        format!("تتعذر قراءة {}، فلا يُعرف «{typed}» الآن", apart(file, true)),
        format!("{file} cannot be read, so “{typed}” is not known now"),
    )
}

/// Several records answer to that id.
#[must_use]
pub fn several_ids(typed: &str, candidates: &[&str]) -> Message {
    Message::new(
        format!(
            "يدل «{typed}» على أكثر من سجل؛ اختر واحداً منها: {}",
            candidates.join("، ")
        ),
        format!(
            "“{typed}” may be any of several records; name one of them: {}",
            candidates.join(", ")
        ),
    )
}

/// No report has that id.
#[must_use]
pub fn no_such_report(typed: &str, known: &[&str]) -> Message {
    Message::new(
        format!("لا يوجد تقرير «{typed}»؛ التقارير: {}", known.join("، ")),
        format!(
            "there is no report “{typed}”; the reports are: {}",
            known.join(", ")
        ),
    )
}

/// Nothing answers the words.
pub const NOTHING_FOUND: Phrase = Phrase::new("لا شيء يطابق", "nothing found");

/// The screen needs a terminal.
pub const NO_TERMINAL: Phrase = Phrase::new(
    "تحتاج الشاشة إلى طرفية؛ للاستعمال بلا طرفية: majlis --linear، majlis find، majlis show، majlis list",
    "the screen needs a terminal; without one use majlis --linear, majlis find, majlis show or majlis list",
);

/// The terminal cannot put text where it is wanted.
pub const DUMB_TERMINAL: Phrase = Phrase::new(
    "هذه الطرفية (TERM=dumb) لا تعرض شاشة؛ استعمل majlis --linear أو majlis find أو majlis show أو majlis list",
    "this terminal (TERM=dumb) shows no screen; use majlis --linear, majlis find, majlis show or majlis list",
);

/// There is a terminal to show the screen on, and none to read keys from.
pub const NO_KEYBOARD: Phrase = Phrase::new(
    "لا طرفية تُقرأ منها المفاتيح؛ للاستعمال بلا طرفية: majlis --linear، majlis find، majlis show، majlis list",
    "there is no terminal to read keys from; without one use majlis --linear, majlis find, majlis show or majlis list",
);
