//! One sort for all rooms. The standard library's costs two to five kilobytes of WebAssembly for
//! every type and every order that it is used with; this one is compiled once.

/// Sorts numbers, such as places in a list, by the order that `before` gives them. Of two numbers
/// neither of which comes before the other, the first stays first.
///
/// Merges neighbouring runs of 1, 2, 4 ... numbers (Knuth, *The Art of Computer Programming* 3,
/// 5.2.4, algorithm S): at most `n log2 n` comparisons, and room for as many numbers again.
#[inline(never)]
pub(crate) fn sort(numbers: &mut Vec<usize>, before: &dyn Fn(usize, usize) -> bool) {
    let mut merged = Vec::with_capacity(numbers.len());
    let mut run = 1;
    while run < numbers.len() {
        for pair in numbers.chunks(2 * run) {
            let (mut one, mut other) = pair.split_at(run.min(pair.len()));
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
        std::mem::swap(numbers, &mut merged);
        merged.clear();
        run *= 2;
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
