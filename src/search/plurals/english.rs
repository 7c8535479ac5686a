//! English words whose forms no rule gives: a line a word, the singular first.

pub(super) const WORDS: &str = "
agenda agendas
analysis analyses
appendix appendices appendixes
basis bases
bureau bureaux bureaus
chairman chairmen chair chairs
child children
crisis crises
criterion criteria
curriculum curricula
datum data
formula formulae formulas
forum forums fora
hypothesis hypotheses
index indices indexes
leaf leaves
life lives
man men
matrix matrices matrixes
medium media mediums
memorandum memoranda memorandums
parenthesis parentheses
person people persons
phenomenon phenomena
plenary plenaries
quantum quanta
radius radii
spectrum spectra
stimulus stimuli
symposium symposia symposiums
synthesis syntheses
thesis theses
woman women
";
