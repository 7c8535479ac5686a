//! What is of some days: the records with a date in them, and what the meetings of these days dealt with.

use super::volume::day_as_number;
use super::{Key, Library};
use crate::report::{Kind, Relation};

/// What a meeting dealt with.
const DEALT_WITH: [Relation; 4] = [
    Relation::Item,
    Relation::Agreed,
    Relation::Deferred,
    Relation::Made,
];

impl Library {
    /// Calls `tell` with the records of the days from one to another, each as a number: 20210915 for 15 September
    /// 2021. Such a record has its date in them, or a meeting that was held in them dealt with it, put it off or
    /// agreed on it. One of which only a longer time is known than a month is of none of its days.
    pub fn each_of_days(&self, from: u32, to: u32, tell: &mut impl FnMut(Key)) {
        for at in self.all_shown() {
            for (local, (first, last)) in at.volume.dated_on() {
                let is_within = from <= first && last <= to;
                let meets = first <= to && from <= last;
                let is_short = months(last).saturating_sub(months(first)) <= 1;
                if first == 0 || !(is_within || meets && is_short) {
                    continue;
                }
                let key = at.key(local);
                tell(key);
                if self.kind(key) == Kind::Meeting {
                    let named = at.volume.references(local);
                    let named = named.filter(|one| DEALT_WITH.contains(&one.relation));
                    named
                        .filter_map(|one| self.target(at, one))
                        .for_each(&mut *tell);
                }
            }
        }
    }

    /// The meetings and events that are to come, or not over, on a day, in their order: those of this year or a later one.
    /// Of those of which no more than the year is known that of this year is.
    #[must_use]
    pub fn to_come(&self, today: (i32, u8, u8)) -> Vec<Key> {
        let Some(day) = day_as_number(today) else {
            return Vec::new();
        };
        let year = day / 10_000 * 10_000;
        let mut all = Vec::new();
        for at in self.all_shown() {
            let dated = at.volume.dated_on();
            let to_come = dated.filter(|(_, (first, last))| *first > year && *last >= day);
            let keys = to_come.map(|(local, _)| at.key(local));
            all.extend(keys.filter(|key| matches!(self.kind(*key), Kind::Meeting | Kind::Event)));
        }
        all
    }
}

/// The months from the beginning of our era to that of a day.
const fn months(day: u32) -> u32 {
    day / 10_000 * 12 + day / 100 % 100
}

#[cfg(test)]
mod tests {
    use crate::library::{Library, Source};

    const REPORT: &str = "
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}, session: council@2026}
items:
  - id: \"27\"
    number: [\"27\"]
    title: {ar: مباني المقر, en: Headquarters premises}
    position: {stance: support, status: agreed, text: {ar: نعم, en: Yes}}
  - {id: \"6\", number: [\"6\"], title: {ar: الترشيحات, en: Candidatures}}
meetings:
  - {id: meet/june, title: {ar: لقاء, en: Group in June}, date: 2026-06-30, agreed: [27/position], deferred: [\"6\"]}
  - {id: meet/week, title: {ar: لقاء, en: Group of a week}, date: 2026-06-29/2026-07-03}
events:
  - {id: ev/month, kind: conference, title: {ar: مؤتمر, en: Conference}, date: 2026-06}
  - {id: ev/year, kind: conference, title: {ar: مؤتمر, en: Year}, date: 2026}
";

    fn of(from: u32, to: u32) -> Vec<String> {
        let library = Library::from_sources(vec![Source::text("x.yaml", REPORT)]);
        assert_eq!(library.problems(), []);
        let mut ids: Vec<String> = Vec::new();
        library.each_of_days(from, to, &mut |key| ids.push(library.id(key).to_owned()));
        ids.sort();
        ids
    }

    #[test]
    fn what_is_to_come_is_of_this_year_or_a_later_one() {
        let library = Library::from_sources(vec![Source::text("x.yaml", REPORT)]);
        let ids = |today| -> Vec<String> {
            let keys = library.to_come(today).into_iter();
            keys.map(|key| library.id(key).to_owned()).collect()
        };
        assert_eq!(ids((2026, 7, 1)), ["x:meet/week", "x:ev/year"]);
        assert_eq!(ids((2027, 1, 1)), [""; 0]);
        assert_eq!(ids((2025, 1, 1)).len(), 4);
    }

    #[test]
    fn what_was_agreed_at_a_meeting_is_of_its_day() {
        let june = [
            "x:27/position",
            "x:6",
            "x:ev/month",
            "x:meet/june",
            "x:meet/week",
        ];
        assert_eq!(of(20_260_630, 20_260_630), june);
        assert_eq!(of(20_260_701, 20_260_703), ["x:meet/week"]);
        assert_eq!(of(20_260_615, 20_260_616), ["x:ev/month"]);
        assert_eq!(of(20_260_801, 20_260_831), [""; 0]);
        // A year is of itself.
        assert!(of(20_260_101, 20_261_231).contains(&"x:ev/year".to_owned()));
    }
}
