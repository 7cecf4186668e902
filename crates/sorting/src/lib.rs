//! One stable sort for lists of any type.
//!
//! The standard library compiles its sorts anew for every type and order: some
//! fifty times here, which was a tenth of the program that every reader
//! downloads. These sort positions, by one sort compiled once, and then move the
//! items to where they belong. Lists here are of some thousand items, and the
//! longer way is not felt. It uses no other crate.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Lists that can be put in order. All three keep equal items as they are.
pub trait Arrange<T> {
    /// Smallest first.
    fn arrange(&mut self)
    where
        T: Ord;

    /// By what a comparison says of two.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key of each, which is asked for at every comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut from = positions(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        for to in 0..self.len() {
            // What belongs here may have been moved by an earlier swap: to where
            // that swap took its own from.
            let mut at = from[to];
            while at < to {
                at = from[at];
            }
            from[to] = at;
            self.swap(to, at);
        }
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// From which position the item of each position comes.
fn positions(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut all: Vec<usize> = (0..len).collect();
    all.sort_by(|a, b| compare(*a, *b));
    all
}

/// A map of pairs, put in one by one: to collect them compiles a sort.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut all = BTreeMap::new();
    all.extend(pairs);
    all
}

/// A set of items, put in one by one: to collect them compiles a sort.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut all = BTreeSet::new();
    all.extend(items);
    all
}

#[cfg(test)]
mod tests {
    use super::{Arrange, map, set};

    #[test]
    fn items_move_to_where_they_belong_and_equal_ones_stay_in_order() {
        // All lists of up to six letters of three, each with its place.
        for len in 0..=6_u32 {
            for code in 0..3_usize.pow(len) {
                let list: Vec<(usize, String)> = (0..len)
                    .map(|at| (code / 3_usize.pow(at) % 3, at.to_string()))
                    .collect();
                let mut ours = list.clone();
                let mut expected = list;
                ours.arrange_by_key(|(letter, _)| *letter);
                expected.sort_by_key(|(letter, _)| *letter);
                assert_eq!(ours, expected);
            }
        }
    }

    #[test]
    fn long_lists_in_any_order_are_sorted() {
        let mut list: Vec<u32> = (0..5_000).map(|n| n * 7_919 % 5_003).collect();
        list.arrange();
        assert!(list.windows(2).all(|pair| pair[0] <= pair[1]));
        list.arrange_by(|a, b| b.cmp(a));
        assert!(list.windows(2).all(|pair| pair[0] >= pair[1]));
    }

    #[test]
    fn the_last_of_equal_keys_stays_in_a_map() {
        assert_eq!(
            map([(2, 'a'), (1, 'b'), (2, 'c')])
                .into_iter()
                .collect::<Vec<_>>(),
            [(1, 'b'), (2, 'c')]
        );
        assert_eq!(set([3, 1, 3, 2]).into_iter().collect::<Vec<_>>(), [1, 2, 3]);
    }
}
