//! What must hold of the search.

mod corpus;
mod folding;
mod properties;
mod robust;
