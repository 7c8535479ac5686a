//! Every word for people, in Arabic and English, in one place.
