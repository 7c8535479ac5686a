//! The one table of commands. Dispatch, the hints at the bottom, the help, the pending-key hints
//! and the palette all come from it, so that none can drift from the others.

use crate::words::{Phrase, command as words, desk, form, open};

mod when;

use super::key::Press;
use super::keyboard::Keyboard;
use super::{App, act};
use when::{
    ACTING, ALWAYS, ASKED, CHOOSING, DETAIL, FILLED, FILLING, FORM, KEYS, LIST, NARROWED, OPENED,
    PICKER, QUESTION, READING, RECITAL, SHOWING,
};
pub use when::{Context, When};

/// A command.
#[derive(Debug)]
pub struct Command {
    /// The name by which tests, documents and the palette know it.
    pub name: &'static str,
    /// What it does.
    pub words: Phrase,
    /// The word beside its key at the bottom, for the few commands that stand there.
    pub hint: Option<Phrase>,
    /// Under which heading the help shows it.
    pub group: Phrase,
    /// Its keys, the usual one first; two with a blank between are pressed one after the other.
    /// In a picker only keys that type nothing count.
    pub keys: &'static [&'static str],
    /// Where it applies.
    pub when: When,
    /// What it does to the state.
    pub run: fn(&mut App),
}

/// Declares the table: name, words, hint, group, keys, when, what it does.
macro_rules! commands {
    ($($name:literal $words:ident $hint:expr, $group:ident $keys:expr, $when:ident $run:path;)*) => {
        /// Every command, in the order of the help.
        pub static COMMANDS: &[Command] = &[
            $(Command {
                name: $name,
                words: words::$words,
                hint: $hint,
                group: words::$group,
                keys: &$keys,
                when: $when,
                run: $run,
            },)*
        ];
    };
}

/// No hint at the bottom.
const NONE: Option<Phrase> = None;

commands! {
    "search" SEARCH Some(words::HINT_SEARCH), GROUP_FIND ["/", "ctrl-f"], READING act::search;
    "link" LINK Some(words::HINT_LINK), GROUP_FIND ["a"], READING act::toggle_link;
    "filter-report" FILTER_REPORT NONE, GROUP_FIND ["f r"], READING act::filter_report;
    "filter-country" FILTER_COUNTRY NONE, GROUP_FIND ["f c"], READING act::filter_country;
    "filter-body" FILTER_BODY NONE, GROUP_FIND ["f b"], READING act::filter_body;
    "filter-status" FILTER_STATUS NONE, GROUP_FIND ["f s"], READING act::filter_status;
    "filter-last" FILTER_LAST NONE, GROUP_FIND ["backspace"], READING act::filter_last;
    "filter-choose" FILTER_CHOOSE NONE, GROUP_FIND ["f f"], READING act::filter_choose;
    "filter-clear" FILTER_CLEAR NONE, GROUP_FIND ["f x"], READING act::filter_clear;

    "open" OPEN Some(words::HINT_OPEN), GROUP_READ ["enter"], LIST act::open;
    "follow" FOLLOW Some(words::HINT_FOLLOW), GROUP_READ ["enter"], DETAIL act::follow;
    "list" ESCAPE Some(words::HINT_LIST), GROUP_READ ["esc"], READING act::escape;
    "back" BACK Some(words::HINT_BACK), GROUP_READ ["[", "alt-left"], READING act::back;
    "forward" FORWARD NONE, GROUP_READ ["]", "alt-right"], READING act::forward;
    "sides" SIDES Some(words::HINT_SIDES), GROUP_READ ["d"], KEYS act::sides;
    "copy" COPY NONE, GROUP_READ ["y"], READING act::copy;
    "copy-cited" COPY_CITED NONE, GROUP_READ ["Y"], READING act::copy_cited;
    "print" PRINT NONE, GROUP_READ ["p"], READING act::print;
    "zoom" ZOOM NONE, GROUP_READ ["z"], READING act::zoom;

    "down" DOWN NONE, GROUP_MOVE ["down", "j"], READING act::down;
    "up" UP NONE, GROUP_MOVE ["up", "k"], READING act::up;
    "left" LEFT NONE, GROUP_MOVE ["left", "h"], READING act::left;
    "right" RIGHT NONE, GROUP_MOVE ["right", "l"], READING act::right;
    "page-down" PAGE_DOWN NONE, GROUP_MOVE ["pagedown", "space", "ctrl-d"], READING act::page_down;
    "page-up" PAGE_UP NONE, GROUP_MOVE ["pageup", "ctrl-u"], READING act::page_up;
    "top" TOP NONE, GROUP_MOVE ["home", "g"], READING act::top;
    "bottom" BOTTOM NONE, GROUP_MOVE ["end", "G"], READING act::bottom;
    "next-pane" NEXT_PANE NONE, GROUP_MOVE ["tab"], READING act::next_pane;
    "previous-pane" PREVIOUS_PANE NONE, GROUP_MOVE ["backtab"], READING act::previous_pane;
    "pane-1" PANE_1 NONE, GROUP_MOVE ["1"], READING act::pane_1;
    "pane-2" PANE_2 NONE, GROUP_MOVE ["2"], READING act::pane_2;
    "pane-3" PANE_3 NONE, GROUP_MOVE ["3"], READING act::pane_3;
    "pane-4" PANE_4 NONE, GROUP_MOVE ["4"], READING act::pane_4;
    "pane-5" PANE_5 NONE, GROUP_MOVE ["5"], READING act::pane_5;

    "view-council" VIEW_COUNCIL NONE, GROUP_VIEWS ["v v"], READING act::view_council;
    "view-outline" VIEW_OUTLINE NONE, GROUP_VIEWS ["v o"], READING act::view_outline;
    "view-background" VIEW_BACKGROUND NONE, GROUP_VIEWS ["v b"], READING act::view_background;
    "view-calendar" VIEW_CALENDAR NONE, GROUP_VIEWS ["v c"], READING act::view_calendar;
    "view-figures" VIEW_FIGURES NONE, GROUP_VIEWS ["v f"], READING act::view_figures;
    "view-directory" VIEW_DIRECTORY NONE, GROUP_VIEWS ["v d"], READING act::view_directory;

    "change" CHANGE Some(desk::HINT_CHANGE), GROUP_CHANGE ["e"], READING act::change;
    "agree" AGREE NONE, GROUP_CHANGE ["A"], ACTING act::agree;
    "defer" DEFER NONE, GROUP_CHANGE ["D", "P"], ACTING act::defer;
    "delivered" DELIVERED NONE, GROUP_CHANGE ["M", "O"], ACTING act::delivered;
    "remove" REMOVE_RECORD NONE, GROUP_CHANGE ["X", "delete"], READING act::remove;
    "undo-change" UNDO_CHANGE NONE, GROUP_CHANGE ["u"], READING act::undo_change;
    "redo-change" REDO_CHANGE NONE, GROUP_CHANGE ["U", "r", "ctrl-r"], READING act::redo_change;
    "past" PAST NONE, GROUP_CHANGE ["H"], SHOWING act::past;
    "quick-task" QUICK_TASK NONE, GROUP_CHANGE ["@"], READING act::quick_task;
    "quick-add" QUICK_ADD NONE, GROUP_CHANGE ["+"], READING act::quick_add;
    "new-recommendation" NEW_RECOMMENDATION NONE, GROUP_CHANGE ["n r"], READING act::new_recommendation;
    "new-nomination" NEW_NOMINATION NONE, GROUP_CHANGE ["n n"], READING act::new_nomination;
    "new-contribution" NEW_CONTRIBUTION NONE, GROUP_CHANGE ["n c"], READING act::new_contribution;
    "new-note" NEW_NOTE NONE, GROUP_CHANGE ["n t"], READING act::new_note;
    "new-outcome" NEW_OUTCOME NONE, GROUP_CHANGE ["n o"], READING act::new_outcome;
    "new-item" NEW_ITEM NONE, GROUP_CHANGE ["n i"], READING act::new_item;
    "new-meeting" NEW_MEETING NONE, GROUP_CHANGE ["n m"], READING act::new_meeting;
    "new-position" NEW_POSITION NONE, GROUP_CHANGE ["n p"], READING act::new_position;
    "new-view" NEW_VIEW NONE, GROUP_CHANGE ["n v"], READING act::new_view;
    "new-event" NEW_EVENT NONE, GROUP_CHANGE ["n e"], READING act::new_event;
    "new-figure" NEW_FIGURE NONE, GROUP_CHANGE ["n f"], READING act::new_figure;
    "new-report" NEW_REPORT NONE, GROUP_CHANGE ["n w"], READING act::new_report;
    "new-body" NEW_BODY NONE, GROUP_CHANGE ["n b"], READING act::new_body;
    "new-person" NEW_PERSON NONE, GROUP_CHANGE ["n s"], READING act::new_person;
    "new-country" NEW_COUNTRY NONE, GROUP_CHANGE ["n y"], READING act::new_country;
    "new-instrument" NEW_INSTRUMENT NONE, GROUP_CHANGE ["n a"], READING act::new_instrument;
    "new-document" NEW_DOCUMENT NONE, GROUP_CHANGE ["n d"], READING act::new_document;
    "move-down" MOVE_DOWN NONE, GROUP_CHANGE ["J"], READING act::move_down;
    "move-up" MOVE_UP NONE, GROUP_CHANGE ["K"], READING act::move_up;

    "call-begin" CALL_BEGIN NONE, GROUP_CALL ["c c"], READING act::begin_call;
    "call-end" CALL_END NONE, GROUP_CALL ["c x"], READING act::end_call;
    "take-up" TAKE_UP NONE, GROUP_CALL ["t"], READING act::take_up;
    "close-item" CLOSE_ITEM NONE, GROUP_CALL ["T"], READING act::close_item;
    "call-next" CALL_NEXT NONE, GROUP_CALL ["c n"], READING act::next_item;
    "call-plan" CALL_PLAN NONE, GROUP_CALL ["c p"], READING act::plan_minutes;
    "call-chair" CALL_CHAIR NONE, GROUP_CALL ["c h"], READING act::call_chair;
    "call-present" CALL_PRESENT NONE, GROUP_CALL ["c a"], READING act::call_present;
    "speaker-ask" SPEAKER_ASK NONE, GROUP_CALL ["s s"], READING act::want_floor;
    "speaker-next" SPEAKER_NEXT NONE, GROUP_CALL ["s n"], READING act::next_speaker;
    "speaker-give" SPEAKER_GIVE NONE, GROUP_CALL ["s g"], READING act::floor_to;
    "speaker-done" SPEAKER_DONE NONE, GROUP_CALL ["s d"], READING act::floor_done;
    "speaker-up" SPEAKER_UP NONE, GROUP_CALL ["s m"], READING act::speaker_up;
    "speaker-withdraw" SPEAKER_WITHDRAW NONE, GROUP_CALL ["s w"], READING act::withdraw_speaker;
    "detach" DETACH NONE, GROUP_CALL ["x"], KEYS act::detach;

    "still-open" STILL_OPEN NONE, GROUP_OPEN ["o"], READING act::still_open;
    "open-drafts" OPEN_DRAFTS NONE, GROUP_OPEN ["d"], OPENED act::open_drafts;
    "open-tasks" OPEN_TASKS NONE, GROUP_OPEN ["r"], OPENED act::open_tasks;
    "open-nominations" OPEN_NOMINATIONS NONE, GROUP_OPEN ["n"], OPENED act::open_nominations;
    "open-next" OPEN_NEXT Some(open::HINT_PART), GROUP_OPEN ["tab"], OPENED act::open_next;
    "open-previous" OPEN_PREVIOUS NONE, GROUP_OPEN ["backtab"], OPENED act::open_previous;
    "open-left" OPEN_LEFT NONE, GROUP_OPEN ["left", "h"], OPENED act::open_left;
    "open-right" OPEN_RIGHT NONE, GROUP_OPEN ["right", "l"], OPENED act::open_right;
    "open-down" DOWN NONE, GROUP_OPEN ["down", "j"], OPENED act::picker_down;
    "open-up" UP NONE, GROUP_OPEN ["up", "k"], OPENED act::picker_up;
    "open-remove" REMOVE_RECORD NONE, GROUP_OPEN ["X", "delete"], OPENED act::remove;
    "open-undo" UNDO_CHANGE NONE, GROUP_OPEN ["u"], OPENED act::undo_change;
    "open-redo" REDO_CHANGE NONE, GROUP_OPEN ["U", "ctrl-r"], OPENED act::redo_change;

    "recite" RECITE NONE, GROUP_READ ["R"], READING act::recite;
    "recite-end" RECITE_END NONE, GROUP_RECITE ["esc", "R"], RECITAL act::recite_end;
    "recite-next" RECITE_NEXT NONE, GROUP_RECITE ["n"], RECITAL act::recite_next;
    "recite-previous" RECITE_PREVIOUS NONE, GROUP_RECITE ["p"], RECITAL act::recite_previous;
    "recite-left" RECITE_LEFT NONE, GROUP_RECITE ["left", "h"], RECITAL act::recite_left;
    "recite-right" RECITE_RIGHT NONE, GROUP_RECITE ["right", "l"], RECITAL act::recite_right;
    "recite-down" RECITE_DOWN NONE, GROUP_RECITE ["down", "j"], RECITAL act::recite_down;
    "recite-up" RECITE_UP NONE, GROUP_RECITE ["up", "k"], RECITAL act::recite_up;
    "recite-page-down" PAGE_DOWN NONE, GROUP_RECITE ["pagedown", "space", "ctrl-d"], RECITAL act::recite_page_down;
    "recite-page-up" PAGE_UP NONE, GROUP_RECITE ["pageup", "ctrl-u"], RECITAL act::recite_page_up;

    "help" HELP Some(words::HINT_HELP), GROUP_PROGRAM ["?", "f1"], KEYS act::help;
    "palette" PALETTE NONE, GROUP_PROGRAM [":"], KEYS act::palette;
    "language" LANGUAGE Some(words::HINT_LANGUAGE), GROUP_PROGRAM ["i", "f2"], KEYS act::language;
    "form" FORM NONE, GROUP_PROGRAM ["B"], KEYS act::form;
    "problems" PROBLEMS NONE, GROUP_PROGRAM ["!"], READING act::problems;
    "redraw" REDRAW NONE, GROUP_PROGRAM ["ctrl-l"], ALWAYS act::redraw;
    "suspend" SUSPEND NONE, GROUP_PROGRAM ["ctrl-z"], ALWAYS act::suspend;
    "quit" QUIT Some(words::HINT_QUIT), GROUP_PROGRAM ["q"], KEYS act::quit;
    "quit-anywhere" QUIT NONE, GROUP_PROGRAM ["ctrl-c"], ALWAYS act::quit;

    "form-open" FORM_OPEN Some(desk::HINT_FIELD), GROUP_FORM ["enter"], CHOOSING act::form_open;
    "form-editor" FORM_EDITOR Some(desk::HINT_EDITOR), GROUP_FORM ["e"], FORM act::form_editor;
    "form-close" FORM_CLOSE Some(desk::HINT_CLOSE), GROUP_FORM ["esc", "q"], CHOOSING act::form_close;
    "form-down" DOWN NONE, GROUP_FORM ["down", "j", "tab"], ASKED act::picker_down;
    "form-up" UP NONE, GROUP_FORM ["up", "k", "backtab"], ASKED act::picker_up;
    "form-page-down" PAGE_DOWN NONE, GROUP_FORM ["pagedown", "space"], CHOOSING act::picker_page_down;
    "form-page-up" PAGE_UP NONE, GROUP_FORM ["pageup"], CHOOSING act::picker_page_up;
    "form-top" TOP NONE, GROUP_FORM ["home", "g"], CHOOSING act::picker_top;
    "form-bottom" BOTTOM NONE, GROUP_FORM ["end", "G"], CHOOSING act::picker_bottom;
    "form-list" ENTRIES NONE, GROUP_FORM ["l"], FILLED act::form_list;
    "form-add" ADD_ENTRY Some(form::HINT_ADD_ENTRY), GROUP_FORM ["+"], FILLED act::form_add;
    "form-remove" REMOVE Some(form::HINT_REMOVE), GROUP_FORM ["delete"], FILLED act::form_remove;
    "form-entry-down" ENTRY_DOWN Some(form::HINT_MOVE), GROUP_FORM ["ctrl-down", ">"], FILLED act::form_entry_down;
    "form-entry-up" ENTRY_UP NONE, GROUP_FORM ["ctrl-up", "<"], FILLED act::form_entry_up;
    "difference-next" DIFFERENCE_NEXT Some(desk::HINT_APART), GROUP_FORM ["n"], QUESTION act::difference_next;
    "difference-before" DIFFERENCE_BEFORE NONE, GROUP_FORM ["p"], QUESTION act::difference_before;
    "narrow-list" NARROW Some(words::HINT_FILTER), GROUP_FORM ["/"], NARROWED act::narrow_list;
    "form-undo" UNDO_CHANGE NONE, GROUP_FORM ["ctrl-_"], FILLED act::undo_in_form;
    "form-redo" REDO_CHANGE NONE, GROUP_FORM ["ctrl-r", "ctrl-y"], FILLED act::redo_in_form;
    "form-language" LANGUAGE NONE, GROUP_FORM ["i", "f2"], CHOOSING act::language;
    "save" SAVE Some(desk::HINT_SAVE), GROUP_FORM ["ctrl-s"], FILLING act::save;

    "accept" ACCEPT Some(words::HINT_ACCEPT), GROUP_TYPING ["enter"], PICKER act::accept;
    "cancel" CANCEL Some(words::HINT_CANCEL), GROUP_TYPING ["esc"], PICKER act::cancel;
    "picker-down" DOWN NONE, GROUP_TYPING ["down", "ctrl-n"], PICKER act::picker_down;
    "complete" COMPLETE NONE, GROUP_TYPING ["tab"], PICKER act::complete;
    "picker-up" UP NONE, GROUP_TYPING ["up", "ctrl-p"], PICKER act::picker_up;
    "field-before" FIELD_BEFORE NONE, GROUP_TYPING ["backtab"], PICKER act::field_before;
    "picker-page-down" PAGE_DOWN NONE, GROUP_TYPING ["pagedown"], PICKER act::picker_page_down;
    "picker-page-up" PAGE_UP NONE, GROUP_TYPING ["pageup"], PICKER act::picker_page_up;
    "other-down" OTHER_DOWN Some(desk::HINT_OTHER), GROUP_TYPING ["alt-pagedown"], PICKER act::other_down;
    "other-up" OTHER_UP NONE, GROUP_TYPING ["alt-pageup"], PICKER act::other_up;
    "apart-next" DIFFERENCE_NEXT Some(desk::HINT_APART), GROUP_TYPING ["alt-n"], PICKER act::difference_next;
    "apart-before" DIFFERENCE_BEFORE NONE, GROUP_TYPING ["alt-p"], PICKER act::difference_before;
    "language-anywhere" LANGUAGE NONE, GROUP_TYPING ["f2"], PICKER act::language;

    "caret-left" CARET_LEFT NONE, GROUP_FIELD ["left"], PICKER act::caret_left;
    "caret-right" CARET_RIGHT NONE, GROUP_FIELD ["right"], PICKER act::caret_right;
    "word-left" WORD_LEFT NONE, GROUP_FIELD ["ctrl-left", "alt-left"], PICKER act::word_left;
    "word-right" WORD_RIGHT NONE, GROUP_FIELD ["ctrl-right", "alt-right"], PICKER act::word_right;
    "line-start" LINE_START NONE, GROUP_FIELD ["home", "ctrl-a"], PICKER act::line_start;
    "line-end" LINE_END NONE, GROUP_FIELD ["end", "ctrl-e"], PICKER act::line_end;
    "text-start" TEXT_START NONE, GROUP_FIELD ["ctrl-home", "alt-<"], PICKER act::text_start;
    "text-end" TEXT_END NONE, GROUP_FIELD ["ctrl-end", "alt->"], PICKER act::text_end;
    "caret-back" CARET_BACK NONE, GROUP_FIELD ["ctrl-b"], PICKER act::caret_back;
    "caret-on" CARET_ON NONE, GROUP_FIELD ["ctrl-f"], PICKER act::caret_on;
    "word-back" WORD_BACK NONE, GROUP_FIELD ["alt-b"], PICKER act::word_back;
    "word-on" WORD_ON NONE, GROUP_FIELD ["alt-f"], PICKER act::word_on;
    "erase-back" ERASE_BACK NONE, GROUP_FIELD ["backspace", "ctrl-h"], PICKER act::erase_back;
    "erase-on" ERASE_ON NONE, GROUP_FIELD ["delete", "ctrl-d"], PICKER act::erase_on;
    "erase-word-back" ERASE_WORD_BACK NONE, GROUP_FIELD ["alt-backspace", "ctrl-backspace"], PICKER act::erase_word_back;
    "erase-word-on" ERASE_WORD_ON NONE, GROUP_FIELD ["alt-d", "ctrl-delete", "alt-delete"], PICKER act::erase_word_on;
    "erase-blank-back" ERASE_BLANK_BACK NONE, GROUP_FIELD ["ctrl-w"], PICKER act::erase_blank_back;
    "erase-start" ERASE_START NONE, GROUP_FIELD ["ctrl-u"], PICKER act::erase_start;
    "erase-end" ERASE_END NONE, GROUP_FIELD ["ctrl-k"], PICKER act::erase_end;
    "undo" UNDO NONE, GROUP_FIELD ["ctrl-_", "alt-z"], PICKER act::undo;
    "redo" REDO NONE, GROUP_FIELD ["ctrl-y", "alt-y"], PICKER act::redo;
    "select-left" SELECT_LEFT NONE, GROUP_FIELD ["shift-left"], PICKER act::select_left;
    "select-right" SELECT_RIGHT NONE, GROUP_FIELD ["shift-right"], PICKER act::select_right;
    "select-word-left" SELECT_WORD_LEFT NONE, GROUP_FIELD ["ctrl-shift-left", "alt-shift-left"], PICKER act::select_word_left;
    "select-word-right" SELECT_WORD_RIGHT NONE, GROUP_FIELD ["ctrl-shift-right", "alt-shift-right"], PICKER act::select_word_right;
    "select-start" SELECT_START NONE, GROUP_FIELD ["shift-home"], PICKER act::select_start;
    "select-end" SELECT_END NONE, GROUP_FIELD ["shift-end"], PICKER act::select_end;
    "select-up" SELECT_UP NONE, GROUP_FIELD ["shift-up"], PICKER act::select_up;
    "select-down" SELECT_DOWN NONE, GROUP_FIELD ["shift-down"], PICKER act::select_down;
    "select-page-up" SELECT_PAGE_UP NONE, GROUP_FIELD ["shift-pageup"], PICKER act::select_page_up;
    "select-page-down" SELECT_PAGE_DOWN NONE, GROUP_FIELD ["shift-pagedown"], PICKER act::select_page_down;
    "select-text-start" SELECT_TEXT_START NONE, GROUP_FIELD ["ctrl-shift-home"], PICKER act::select_text_start;
    "select-text-end" SELECT_TEXT_END NONE, GROUP_FIELD ["ctrl-shift-end"], PICKER act::select_text_end;
    "select-all" SELECT_ALL NONE, GROUP_FIELD ["alt-a"], PICKER act::select_all;
}

/// What keys come to.
#[derive(Debug, Clone, Copy)]
pub enum Resolved {
    /// A command.
    Run(&'static Command),
    /// The beginning of one or several.
    Pending,
    /// Nothing.
    Nothing,
}

impl Command {
    /// Whether it is there to change something: who may not, is told so at its first key. What is also
    /// there to look (a form, the history) or to choose says so itself when something is to be changed.
    #[must_use]
    pub fn changes(&self) -> bool {
        let looks = ["change", "past", "detach"].contains(&self.name);
        let in_form = [
            "form-add",
            "form-remove",
            "form-entry-down",
            "form-entry-up",
            "form-undo",
            "form-redo",
            "open-remove",
            "open-undo",
            "open-redo",
        ];
        (self.is_of_call() || self.group.en == words::GROUP_CHANGE.en) && !looks
            || in_form.contains(&self.name)
    }

    /// Whether it opens what adds something: a line, or the form of something new.
    pub(super) fn adds(&self) -> bool {
        self.name.starts_with("new-") || self.name.starts_with("quick-")
    }

    /// Whether it is done in a call.
    pub(super) fn is_of_call(&self) -> bool {
        self.group.en == words::GROUP_CALL.en
    }

    /// The key sequences of the command.
    pub fn sequences(&self) -> impl Iterator<Item = Vec<Press>> + '_ {
        self.keys
            .iter()
            .filter_map(|keys| keys.split(' ').map(Press::parse).collect())
    }

    /// Its usual key, as a person reads it: `v o`, `Ctrl-Z`; by the Arabic letters on the keys where
    /// `arabic` says on which keyboard: then the first key that such a keyboard has.
    #[must_use]
    pub fn key(&self, arabic: Option<Keyboard>) -> String {
        let is_there = |presses: &Vec<Press>| {
            let mut keys = presses.iter();
            arabic.is_none_or(|keyboard| keys.all(|press| press.is_on(keyboard)))
        };
        let mut all = self.sequences();
        all.find(is_there)
            .or_else(|| self.sequences().next())
            .map(|presses| told(&presses, arabic))
            .unwrap_or_default()
    }

    /// All its keys, as a person reads them.
    #[must_use]
    pub fn all_keys(&self, arabic: Option<Keyboard>) -> String {
        self.sequences()
            .map(|presses| told(&presses, arabic))
            .collect::<Vec<_>>()
            .join("  ")
    }
}

/// A sequence of keys as a person reads it.
fn told(presses: &[Press], arabic: Option<Keyboard>) -> String {
    presses
        .iter()
        .map(|press| press.told(arabic))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the keys pressed so far come to in a context. Pure: a state and keys in, a command out.
#[must_use]
pub fn resolve(context: Context, presses: &[Press]) -> Resolved {
    let mut pending = false;
    for command in COMMANDS.iter().filter(|c| c.when.holds(context)) {
        for sequence in command.sequences() {
            if sequence == presses {
                return Resolved::Run(command);
            }
            pending |= sequence.starts_with(presses);
        }
    }
    match pending {
        true => Resolved::Pending,
        false => Resolved::Nothing,
    }
}

/// The commands that the keys pressed so far can still come to, with the key that is missing.
pub fn continuations(
    context: Context,
    presses: &[Press],
) -> impl Iterator<Item = (&'static Command, Press)> + '_ {
    COMMANDS
        .iter()
        .filter(move |command| command.when.holds(context))
        .filter_map(move |command| {
            let next = command
                .sequences()
                .filter(|sequence| sequence.starts_with(presses))
                .find_map(|sequence| sequence.get(presses.len()).copied())?;
            Some((command, next))
        })
}

/// The command of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

#[cfg(test)]
mod tests;
