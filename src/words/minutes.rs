//! The words of a meeting's minutes.

use super::{Message, Phrase};

/// What the minutes begin with.
pub const TITLE: Phrase = Phrase::new("محضر", "Minutes");
/// The heading of the items that were taken up.
pub const TAKEN_UP: Phrase = Phrase::new("البنود التي نُظر فيها", "Items taken up");
/// The heading of the positions that were agreed.
pub const AGREED: Phrase = Phrase::new("ما اتُّفق عليه", "What was agreed");
/// What positions said when they were agreed.
pub const AS_AGREED: Phrase = Phrase::new("المواقف كما اتُّفق عليها", "Positions as agreed");
/// The language whose wording was left as it was when that in the other was changed.
pub const BEHIND: Phrase = Phrase::new("لغة النص الذي لم يُعدّل", "Language left behind");
/// Above what was agreed of a position that says otherwise now.
pub const CHANGED_SINCE: Phrase = Phrase::new(
    "هذا ما اتُّفق عليه في الاجتماع، وقد عُدّل الموقف بعده.",
    "This is what was agreed at the meeting; the position was changed afterwards.",
);
/// Above what a position says today that is no longer agreed, where the meeting kept no wordings.
pub const AS_OF_TODAY: Phrase = Phrase::new(
    "لم يُحفظ نص الموقف وقت الاجتماع؛ هذا نصه اليوم، ولم يعد متفقاً عليه.",
    "The wording at the meeting was not kept; this is the one of today, which is no longer agreed.",
);
/// In its place, where the position is gone.
pub const NOT_KEPT: Phrase = Phrase::new(
    "لم يُحفظ نص الموقف وقت الاجتماع، ولم يعد الموقف في التقرير.",
    "The wording at the meeting was not kept, and the position is no longer in the report.",
);
/// Before what became of a position since a meeting agreed it.
pub const SINCE: Phrase = Phrase::new("بعد الاجتماع", "Since then");
/// It says otherwise, or is no longer agreed.
pub const WAS_CHANGED: Phrase = Phrase::new("عُدّل الموقف", "the position was changed");
/// The same where the meeting does not tell what it said.
pub const WAS_CHANGED_UNTOLD: Phrase = Phrase::new(
    "لم يعد الموقف متفقاً عليه، ولم يُحفظ نصه وقت الاجتماع",
    "the position is no longer agreed; its wording at the meeting was not kept",
);
/// The heading of the items that were put off.
pub const DEFERRED: Phrase = Phrase::new("ما أُرجئ", "Deferred");
/// The heading of the recommendations that were made.
pub const TASKS: Phrase = Phrase::new("التكليفات", "Tasks");
/// Before the countries and bodies that spoke on an item.
pub const SPOKE: Phrase = Phrase::new("المداخلات", "Spoke");
/// Before the countries and bodies that spoke while no item was in hand.
pub const OUTSIDE: Phrase = Phrase::new("متحدثون خارج البنود", "Spoke outside the items");
/// The heading of the nominations that were made.
pub const NOMINATIONS: Phrase = Phrase::new("الترشيحات", "Nominations");
/// The heading of what was made besides, of no item that was taken up.
pub const ALSO: Phrase = Phrase::new("وسُجِّل أيضاً", "Also recorded");
/// Where nothing of a kind was done.
pub const NONE: Phrase = Phrase::new("لا شيء", "none");
/// Before the last day for a task.
pub const UNTIL: Phrase = Phrase::new("في موعد أقصاه", "by");
/// The countries and bodies that were there.
pub const PRESENT: Phrase = Phrase::new("الحضور", "Present");

/// The minutes are of a call that is on.
pub const SO_FAR: Phrase = Phrase::new(
    "الاجتماع ما زال جارياً، وهذا محضره حتى الآن",
    "A call is in progress; these are its minutes so far",
);
/// There is no meeting to tell of.
pub const NO_MEETING: Phrase = Phrase::new(
    "لا اجتماع في هذه التقارير",
    "There is no meeting in these reports",
);

/// The id is that of something else.
#[must_use]
pub fn not_a_meeting(id: &str) -> Message {
    Message::new(
        format!("«{id}» ليس اجتماعاً؛ والاجتماعات يسردها majlis list meeting"),
        format!("“{id}” is not a meeting; majlis list meeting lists those"),
    )
}
