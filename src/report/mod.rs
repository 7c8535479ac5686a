//! What a report is: plain types, nothing else.
