//! Arabic and mixed text in cells: sanitise, shape, reorder, wrap, measure.
