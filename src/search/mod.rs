//! Fold, vocabulary, index, query, rank.
