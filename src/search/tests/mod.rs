//! What must hold of the search.
