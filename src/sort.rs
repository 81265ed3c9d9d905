//! One sort for all rooms. The standard library's costs two to five kilobytes of WebAssembly for
//! every type and every order that it is used with; this one is compiled once.

/// Sorts numbers, such as places in a list, by the order that `before` gives them. Of two numbers
/// neither of which comes before the other, the first stays first.
pub(crate) fn sort(numbers: &mut Vec<usize>, before: &dyn Fn(usize, usize) -> bool) {
    let mut sorting = Sorting::new(std::mem::take(numbers));
    while sorting.step(before) {}
    *numbers = sorting.numbers;
}

/// A sort that can be left and gone on with.
///
/// Merges neighbouring runs of 1, 2, 4 ... numbers (Knuth, *The Art of Computer Programming* 3,
/// 5.2.4, algorithm S): at most `n log2 n` comparisons, and room for as many numbers again. Runs that
/// follow each other in order are not compared any further, so what is sorted costs `n` comparisons.
pub(crate) struct Sorting {
    /// What is sorted; all of it once there are no more steps.
    pub(crate) numbers: Vec<usize>,
    merged: Vec<usize>,
    run: usize,
}

/// So many numbers are merged in a step, or the next two runs where these are longer.
const STEP: usize = 4096;

impl Sorting {
    pub(crate) fn new(numbers: Vec<usize>) -> Self {
        Self { merged: Vec::with_capacity(numbers.len()), numbers, run: 1 }
    }

    /// Sorts on for a while; says whether there is more to do.
    #[inline(never)]
    pub(crate) fn step(&mut self, before: &dyn Fn(usize, usize) -> bool) -> bool {
        let Self { numbers, merged, run } = self;
        if *run >= numbers.len() {
            return false;
        }
        let rest = numbers.get(merged.len()..).unwrap_or_default();
        for pair in rest.chunks(2 * *run).take((STEP / *run).max(1)) {
            let (mut one, mut other) = pair.split_at((*run).min(pair.len()));
            if let (Some(last), Some(first)) = (one.last(), other.first())
                && !before(*first, *last)
            {
                merged.extend_from_slice(pair);
                continue;
            }
            loop {
                let next = match (one, other) {
                    ([first, rest @ ..], []) => {
                        one = rest;
                        first
                    }
                    ([first, rest @ ..], [second, ..]) if !before(*second, *first) => {
                        one = rest;
                        first
                    }
                    (_, [second, rest @ ..]) => {
                        other = rest;
                        second
                    }
                    ([], []) => break,
                };
                merged.push(*next);
            }
        }
        if merged.len() == numbers.len() {
            std::mem::swap(numbers, merged);
            merged.clear();
            *run *= 2;
        }
        true
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_and_keeps_what_is_equal_in_order(keys in prop::collection::vec(0..9_u8, 0..70)) {
            let mut numbers: Vec<usize> = (0..keys.len()).rev().collect();
            let mut expected = numbers.clone();
            sort(&mut numbers, &|one, other| keys[one] < keys[other]);
            expected.sort_by_key(|number| keys[*number]);
            prop_assert_eq!(numbers, expected);
        }
    }
}
