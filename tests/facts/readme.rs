//! What the README teaches is right.
