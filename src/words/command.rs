//! The words of the commands: what each does, in few words, and the groups of the help.

use super::Phrase;
pub use super::desk::{
    AGREE, CHANGE, DEFER, DELIVERED, FORM_CLOSE, FORM_EDITOR, FORM_OPEN, GROUP_CHANGE, GROUP_FORM,
    MOVE_DOWN, MOVE_UP, NEW_CONTRIBUTION, NEW_ITEM, NEW_MEETING, NEW_NOMINATION, NEW_NOTE,
    NEW_OUTCOME, NEW_POSITION, NEW_RECOMMENDATION, NEW_VIEW, PAST, QUICK_ADD, QUICK_TASK,
    REDO as REDO_CHANGE, REMOVE_RECORD, SAVE, UNDO as UNDO_CHANGE,
};
pub use super::form::{
    ADD_ENTRY, ENTRIES, ENTRY_DOWN, ENTRY_UP, NARROW, NEW_BODY, NEW_COUNTRY, NEW_DOCUMENT,
    NEW_EVENT, NEW_FIGURE, NEW_INSTRUMENT, NEW_PERSON, NEW_REPORT, REMOVE,
};

/// Declares phrases, one line each: the name, Arabic, English.
macro_rules! phrases {
    ($($name:ident $ar:literal $en:literal)*) => {
        $(
            #[doc = $en]
            pub const $name: Phrase = Phrase::new($ar, $en);
        )*
    };
}

// The groups of the help.
phrases! {
    GROUP_FIND "البحث والتصفية" "Find and narrow"
    GROUP_MOVE "التنقل" "Move about"
    GROUP_READ "القراءة" "Read"
    GROUP_VIEWS "طرق العرض" "Views"
    GROUP_PROGRAM "البرنامج" "Program"
    GROUP_TYPING "أثناء الكتابة في قائمة" "While typing in a list"
    GROUP_FIELD "في سطر الكتابة" "In the line that is typed"
}

// What commands do.
phrases! {
    SEARCH "البحث في كل شيء" "Search everything"
    HELP "المساعدة" "Help"
    PALETTE "البحث عن أمر" "Find a command"
    QUIT "الخروج" "Quit"
    SUSPEND "تعليق البرنامج والعودة إلى سطر الأوامر" "Suspend"
    REDRAW "سؤال الطرفية من جديد وإعادة رسم الشاشة" "Ask the terminal again, and redraw the screen"
    LANGUAGE "الواجهة بالإنكليزية أو العربية" "Interface in Arabic or English"
    FORM "طريقة أخرى لإرسال العربية إلى الطرفية" "Another way of sending Arabic to the terminal"
    PROBLEMS "ما تعذّرت قراءته من الملفات" "What could not be read in the files"
    UP "سطر إلى أعلى" "Up"
    DOWN "سطر إلى أسفل" "Down"
    LEFT "الجزء الأيسر" "Pane to the left"
    RIGHT "الجزء الأيمن" "Pane to the right"
    TOP "إلى الأول" "To the first"
    BOTTOM "إلى الأخير" "To the last"
    PAGE_UP "صفحة إلى أعلى" "Page up"
    PAGE_DOWN "صفحة إلى أسفل" "Page down"
    OTHER_DOWN "صفحة إلى أسفل في النص الآخر" "Page down in the other version"
    DIFFERENCE_NEXT "موضع الاختلاف التالي بين النصّين" "Next difference between the two versions"
    DIFFERENCE_BEFORE "موضع الاختلاف السابق بين النصّين" "Previous difference between the two versions"
    OTHER_UP "صفحة إلى أعلى في النص الآخر" "Page up in the other version"
    NEXT_PANE "الجزء التالي" "Next pane"
    PREVIOUS_PANE "الجزء السابق" "Previous pane"
    PANE_1 "الجزء الأول" "First pane"
    PANE_2 "الجزء الثاني" "Second pane"
    PANE_3 "الجزء الثالث" "Third pane"
    PANE_4 "الجزء الرابع" "Fourth pane"
    PANE_5 "الجزء الخامس" "Fifth pane"
    OPEN "الفتح" "Open"
    FOLLOW "تتبّع الرابط" "Follow the link"
    ESCAPE "العودة إلى القائمة" "Back to the list"
    BACK "الرجوع إلى السجل السابق" "Back through what was visited"
    FORWARD "التقدم إلى السجل التالي" "Forward through what was visited"
    SIDES "التفاصيل بالعربية أو الإنكليزية أو باللغتين" "Detail in Arabic, English or both"
    LINK "ربط الأجزاء بالبند أو عرض الكل" "Follow the item, or show everything"
    COPY "نسخ السجل" "Copy the record"
    COPY_CITED "نسخ السجل مع الإحالة إلى مصدره" "Copy the record with its citation"
    PRINT "كتابة السجل في الطرفية بعد الخروج" "Print the record in the terminal after leaving"
    ZOOM "تكبير الجزء أو إعادته إلى حجمه" "Enlarge the pane, or not"
    FILTER_REPORT "تقرير واحد" "One report"
    FILTER_COUNTRY "بلد واحد" "One country"
    FILTER_BODY "هيئة واحدة" "One body"
    FILTER_STATUS "حالة واحدة أو نوع موقف واحد" "One status or stance"
    FILTER_CHOOSE "اختيار تصفية لإلغائها" "Remove one filter"
    FILTER_CLEAR "إلغاء التصفية كلها" "Remove every filter"
    FILTER_LAST "إلغاء آخر تصفية" "Remove the last filter"
    VIEW_COUNCIL "البنود والمواقف والترشيحات والتوصيات" "Items, positions, nominations, recommendations"
    VIEW_OUTLINE "أقسام التقارير وفقراتها" "Outline of the reports"
    VIEW_BACKGROUND "المساهمات والنتائج" "Contributions and outcomes"
    VIEW_CALENDAR "الاجتماعات والأحداث بتواريخها" "Calendar of meetings and events"
    VIEW_FIGURES "البيانات الإحصائية" "Figures"
    VIEW_DIRECTORY "دليل الهيئات والأشخاص والصكوك والوثائق" "Directory of bodies, people, instruments, documents"
    ACCEPT "الذهاب إليه" "Go there"
    COMPLETE "إكمال الحقل أو قيمته، وإلا فالحقل التالي أو النزول" "Complete a field or its value, else the next field or down"
    FIELD_BEFORE "الحقل السابق، أو الصعود" "The field before, or up"
    CANCEL "الإلغاء" "Cancel"
}

// The call, what is open, and reading out.
phrases! {
    GROUP_CALL "الاجتماع الجاري" "A call"
    GROUP_OPEN "ما لم يُنجَز بعد" "What is still open"
    GROUP_RECITE "قراءة موقف على الحاضرين" "While a position is read out"
    CALL_BEGIN "بدء اجتماع" "Begin a call"
    CALL_END "اختتام الاجتماع وكتابة سجله" "End the call and write its record"
    TAKE_UP "الشروع في النظر في هذا البند" "Take up this item"
    CLOSE_ITEM "اختتام النظر في البند الجاري" "Close the item in hand"
    CALL_NEXT "الانتقال إلى البند التالي" "Take up the next item"
    CALL_PLAN "الدقائق المخصصة للبند" "Minutes planned for the item"
    CALL_CHAIR "تغيير رئيس الاجتماع" "Change who chairs the call"
    CALL_PRESENT "تسجيل الحضور" "Who is there"
    SPEAKER_ASK "تسجيل طلب الكلمة" "Somebody asks for the floor"
    SPEAKER_NEXT "إعطاء الكلمة للتالي في القائمة" "Give the floor to the next"
    SPEAKER_GIVE "إعطاء الكلمة لمتحدث معيّن" "Give the floor to somebody"
    SPEAKER_DONE "انتهاء المتحدث من كلمته" "The speaker is done"
    SPEAKER_UP "تقديم متحدث في القائمة" "Move a speaker up the list"
    SPEAKER_WITHDRAW "سحب طلب الكلمة" "Withdraw a request for the floor"
    DETACH "ترك متابعة الاجتماع أو العودة إليها" "Leave the call's item, or follow it again"
    STILL_OPEN "ما لم يُنجَز بعد: مسودات وتوصيات وترشيحات" "What is still open: drafts, recommendations, nominations"
    OPEN_NEXT "القائمة التالية" "The next list"
    OPEN_PREVIOUS "القائمة السابقة" "The list before"
    OPEN_LEFT "القائمة التي إلى اليسار" "The list to the left"
    OPEN_RIGHT "القائمة التي إلى اليمين" "The list to the right"
    OPEN_DRAFTS "المواقف التي ما زالت مسودات أو أُرجئت" "Positions still in draft, or deferred"
    OPEN_TASKS "التوصيات التي لم تُنفَّذ، بحسب الجهة والأجل" "Recommendations by who must act and date"
    OPEN_NOMINATIONS "الترشيحات التي لم تُقدَّم بعد" "Nominations not yet submitted"
    RECITE "قراءة الموقف بخط واسع" "Read the position out, large and calm"
    RECITE_END "العودة من القراءة" "Back from reading"
    RECITE_NEXT "الموقف التالي" "Next position"
    RECITE_PREVIOUS "الموقف السابق" "Previous position"
    RECITE_LEFT "الموقف الأيسر في اتجاه القراءة" "Position to the left"
    RECITE_RIGHT "الموقف الأيمن في اتجاه القراءة" "Position to the right"
    RECITE_DOWN "سطر إلى أسفل" "Down"
    RECITE_UP "سطر إلى أعلى" "Up"
}

// What keys do in a line that is typed.
phrases! {
    CARET_LEFT "حرف إلى اليسار" "A letter to the left"
    CARET_RIGHT "حرف إلى اليمين" "A letter to the right"
    CARET_BACK "إلى الحرف السابق" "To the letter before"
    CARET_ON "إلى الحرف التالي" "To the letter after"
    WORD_LEFT "كلمة إلى اليسار" "A word to the left"
    WORD_RIGHT "كلمة إلى اليمين" "A word to the right"
    WORD_BACK "إلى أول الكلمة" "To the beginning of the word"
    WORD_ON "إلى آخر الكلمة" "To the end of the word"
    LINE_START "إلى أول السطر" "To the beginning of the line"
    LINE_END "إلى آخر السطر" "To the end of the line"
    TEXT_START "إلى أول النص" "To the beginning of the text"
    TEXT_END "إلى آخر النص" "To the end of the text"
    SELECT_LEFT "تحديد حرف إلى اليسار" "Select a letter to the left"
    SELECT_RIGHT "تحديد حرف إلى اليمين" "Select a letter to the right"
    SELECT_WORD_LEFT "تحديد كلمة إلى اليسار" "Select a word to the left"
    SELECT_WORD_RIGHT "تحديد كلمة إلى اليمين" "Select a word to the right"
    SELECT_START "التحديد إلى أول السطر" "Select to the beginning of the line"
    SELECT_END "التحديد إلى آخر السطر" "Select to the end of the line"
    SELECT_UP "التحديد إلى السطر الأعلى" "Select to the line above"
    SELECT_DOWN "التحديد إلى السطر الأسفل" "Select to the line below"
    SELECT_PAGE_UP "تحديد صفحة إلى أعلى" "Select a page up"
    SELECT_PAGE_DOWN "تحديد صفحة إلى أسفل" "Select a page down"
    SELECT_TEXT_START "التحديد إلى أول النص" "Select to the beginning of the text"
    SELECT_TEXT_END "التحديد إلى آخر النص" "Select to the end of the text"
    SELECT_ALL "تحديد النص كله" "Select all of the text"
    ERASE_BACK "حذف الحرف السابق" "Erase the letter before"
    ERASE_ON "حذف الحرف التالي" "Erase the letter after"
    ERASE_WORD_BACK "حذف الكلمة السابقة" "Erase the word before"
    ERASE_WORD_ON "حذف الكلمة التالية" "Erase the word after"
    ERASE_BLANK_BACK "الحذف إلى الفراغ السابق" "Erase back to a blank"
    ERASE_START "الحذف إلى أول السطر" "Erase to the beginning of the line"
    ERASE_END "الحذف إلى آخر السطر" "Erase to the end of the line"
    UNDO "التراجع عن آخر تعديل" "Undo"
    REDO "إعادة ما تُراجع عنه" "Redo"
}

// What a hint at the bottom says: one word where one will do.
phrases! {
    HINT_SEARCH "بحث" "search"
    HINT_HELP "مساعدة" "help"
    HINT_OPEN "فتح" "open"
    HINT_FOLLOW "تتبّع" "follow"
    HINT_LINK "الكل/البند" "all/linked"
    HINT_FILTER "تصفية" "filter"
    HINT_VIEW "عرض" "view"
    HINT_LANGUAGE "English" "عربي"
    HINT_SIDES "اللغة" "ar/en"
    HINT_BACK "رجوع" "back"
    HINT_LIST "القائمة" "list"
    HINT_QUIT "خروج" "quit"
    HINT_ACCEPT "اذهب" "go"
    HINT_CANCEL "إلغاء" "cancel"
    HINT_UNFILTER "إلغاء التصفية" "unfilter"
}
