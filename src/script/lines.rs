//! The lines of a text, one after the other: no more of the text is looked at than what the lines
//! that are asked for take.

use super::breaks::{Break, Part, breaks, fill};
use super::clean::Clean;
use super::clusters::{Cluster, clusters};
use super::layout::{Direction, Form, Layout};
use super::levels::Levels;
use super::line::Line;
use super::order::paint;
use super::stretch::{STRETCH, Stretch, head};

/// The lines of a text, made as they are asked for. See [`Layout::lines`].
pub struct Lines<'a> {
    walk: Walk<'a>,
    filled: Filled,
}

impl<'a> Lines<'a> {
    pub(super) fn new(layout: Layout, text: &'a str, width: usize) -> Self {
        Self {
            walk: Walk::new(layout, text, width),
            filled: Filled::default(),
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        loop {
            if let Some(part) = self.filled.parts.next() {
                return Some(self.filled.line(part, self.walk.layout.form));
            }
            self.filled = self.walk.next(true)?;
        }
    }
}

/// How many lines a text takes, without the cost of painting them.
pub(super) fn count(layout: Layout, text: &str, width: usize) -> usize {
    let mut walk = Walk::new(layout, text, width);
    let mut count = 0;
    while let Some(filled) = walk.next(false) {
        count += filled.parts.len();
    }
    count
}

/// At most so many lines of a text: see [`Layout::at_most`].
pub(super) fn at_most(layout: Layout, text: &str, width: usize, lines: usize) -> Vec<Line> {
    // Far more than the lines can show; a cell takes up to 24 bytes, and seldom more than 4.
    let room = width.saturating_mul(lines).saturating_mul(16);
    let near = head(text, room.saturating_add(1 << 10));
    let mut found: Vec<Line> = layout.lines(near, width).take(lines + 1).collect();
    let more = found.len() > lines || near.len() < text.len();
    found.truncate(lines);
    if let Some(last) = found.last_mut().filter(|_| more) {
        let start = last.range.start;
        let direction = if last.rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        // The words that follow make the line too long, so that the ellipsis stands.
        let rest = text.get(start..).unwrap_or_default();
        let mut line = Layout::new(layout.form, direction).line(rest, width);
        for range in line.cells.iter_mut().map(|cell| &mut cell.range) {
            *range = range.start + start..range.end + start;
        }
        line.range = start..text.len();
        *last = line;
    }
    found
}

/// A stretch of a paragraph, broken into lines that are still in logical order.
#[derive(Default)]
struct Filled {
    clusters: Vec<Cluster>,
    parts: std::vec::IntoIter<Part>,
    range: std::ops::Range<usize>,
    rtl: bool,
}

impl Filled {
    /// Where the line that begins with this cluster begins in the text.
    fn start(&self, cluster: usize) -> usize {
        match self.clusters.get(cluster) {
            _ if cluster == 0 => self.range.start,
            Some(first) => first.from,
            None => self.range.end,
        }
    }

    fn line(&self, part: Part, form: Form) -> Line {
        let range = self.start(part.start)..match self.clusters.get(part.end) {
            Some(next) => next.from,
            None => self.range.end,
        };
        let painted = self.clusters.get(part.painted).unwrap_or_default();
        Line {
            cells: paint(painted.to_vec(), self.rtl, form),
            range,
            rtl: self.rtl,
        }
    }
}

/// The way through a text, stretch by stretch.
struct Walk<'a> {
    layout: Layout,
    text: &'a str,
    width: usize,
    /// Where the next stretch begins; nothing behind the last one.
    at: Option<usize>,
    /// The direction of the paragraph, once it has begun.
    rtl: Option<bool>,
}

impl<'a> Walk<'a> {
    fn new(layout: Layout, text: &'a str, width: usize) -> Self {
        Self {
            layout,
            text,
            width: width.max(1),
            at: Some(0),
            rtl: None,
        }
    }

    /// The next stretch; its levels are not needed to break it into lines.
    fn next(&mut self, levels: bool) -> Option<Filled> {
        let start = self.at?;
        let limit = STRETCH.max(self.width.saturating_mul(8));
        let stretch = Stretch::new(self.text, start, limit);
        let source = self.text.get(stretch.range.clone()).unwrap_or_default();
        let rtl = match self.rtl {
            Some(rtl) => rtl,
            None => self.layout.rtl(head(source, STRETCH)),
        };
        let clean = Clean::new(source, start, usize::MAX);
        let mut found = if levels {
            self.layout.clusters(&clean, rtl)
        } else {
            clusters(&clean, &Levels::flat(), self.layout.form)
        };
        shrink(&mut found, self.width);
        let allowed: Vec<Break> = breaks(&clean.text, &found);
        let mut parts = fill(&found, &allowed, self.width);
        let mut filled = Filled {
            clusters: found,
            parts: Vec::new().into_iter(),
            range: stretch.range,
            rtl,
        };
        self.at = Some(stretch.next).filter(|next| *next < self.text.len());
        self.rtl = (!stretch.ends).then_some(rtl);
        // The last line of a stretch that was cut goes on in the next one.
        if !stretch.ends
            && let [_, .., last] = parts.as_slice()
        {
            let from = filled.start(last.start);
            self.at = Some(from);
            filled.range.end = from;
            parts.pop();
        }
        filled.parts = parts.into_iter();
        Some(filled)
    }
}

/// Puts a narrow sign for clusters that are wider than the line.
fn shrink(clusters: &mut [Cluster], width: usize) {
    for cluster in clusters {
        if usize::from(cluster.width) > width {
            cluster.replace('\u{25AF}');
        }
    }
}
