//! What a step costs at 1,000, 10,000 and 100,000 things: `cargo bench --bench sizes`.
//!
//! Reading, building and searching grow with the number; laying out and counting must not, for what
//! they cost goes by the pixels that are drawn.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    divan::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::fmt::Write;
    use std::hint::black_box;

    use divan::Bencher;
    use quote_timeline::dossier::read;
    use quote_timeline::state::{Message, State};
    use quote_timeline::timeline::{
        Density, Extent, Index, LayoutOptions, Scale, Window, layout, upright,
    };

    const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
    const DAY: i64 = 86_400;
    const TEN_YEARS: i64 = 3652 * DAY;

    /// When so many things were: bursts and a scattering, the same at every run.
    fn times(count: usize) -> Vec<i64> {
        let mut seed = 1_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            i64::try_from((seed >> 33) % below).unwrap_or_default()
        };
        let mut times: Vec<i64> = (0..count)
            .map(|number| {
                let burst = i64::try_from(number % 37).unwrap_or_default() * 98 * DAY;
                if number % 4 == 0 { random(3652) * DAY } else { burst + random(20) * DAY }
            })
            .collect();
        times.sort_unstable();
        times
    }

    fn index(count: usize) -> Index {
        let extent = |earliest| Extent { earliest, latest: earliest + DAY - 1 };
        Index::new(times(count).into_iter().map(extent).collect())
    }

    /// A dossier of so many events and as many quotes.
    fn text(count: usize) -> String {
        let words = ["open", "source", "modèle", "alliance", "promesse", "marché", "règlement"];
        let sentence = |number: usize| -> String {
            let word = |place: usize| words.get((number * 7 + place * place) % words.len());
            (0..12).filter_map(word).fold(String::new(), |text, word| text + word + " ")
        };
        let (mut events, mut quotes) = (String::new(), String::new());
        for (number, time) in times(count).into_iter().enumerate() {
            let day = 1 + time / DAY % 28;
            let (year, month) = (2015 + time / DAY / 366, 1 + time / DAY / 31 % 12);
            let comma = if number == 0 { "" } else { "," };
            let _ = write!(
                events,
                r#"{comma}{{"id":"e{number}","date":"{year}-{month:02}-{day:02}","title":"{} {number}"}}"#,
                sentence(number)
            );
            let _ = write!(
                quotes,
                r#"{comma}{{"id":"q{number}","date":"{year}-{month:02}-{day:02}","readings":[{{"text":"{}"}}]}}"#,
                sentence(number + 3)
            );
        }
        format!(r#"{{"events":[{events}],"quotes":[{quotes}]}}"#)
    }

    fn state(count: usize) -> State {
        let dossier = read(text(count).as_bytes()).map(|(dossier, _)| dossier);
        State::new(dossier.unwrap_or_default(), 1200)
    }

    #[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
    fn read_text(bencher: Bencher, count: usize) {
        let text = text(count);
        bencher.bench_local(|| read(black_box(text.as_bytes())).is_ok());
    }

    #[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
    fn build_state(bencher: Bencher, count: usize) {
        let text = text(count);
        let dossier = || read(text.as_bytes()).map(|(dossier, _)| dossier).unwrap_or_default();
        bencher.with_inputs(dossier).bench_local_values(|dossier| State::new(dossier, 1200));
    }

    #[divan::bench(args = SIZES)]
    fn lay_out(bencher: Bencher, count: usize) {
        let index = index(count);
        let scale = Scale::new(Window::new(0, TEN_YEARS), 1200);
        let options = LayoutOptions {
            lanes: 5,
            ongoing_lanes: 1,
            gap_px: 8,
            label_px: &|item| 80 + i32::try_from(item % 120).unwrap_or_default(),
            selected: None,
        };
        bencher.bench_local(|| layout(&index, black_box(scale), &options));
    }

    #[divan::bench(args = SIZES)]
    fn lay_out_on_end(bencher: Bencher, count: usize) {
        let index = index(count);
        let scale = Scale::new(Window::new(0, TEN_YEARS), 340);
        bencher.bench_local(|| upright(&index, &index, black_box(scale), 14, [None; 2]));
    }

    #[divan::bench(args = SIZES)]
    fn count_for_the_overview(bencher: Bencher, count: usize) {
        let index = index(count);
        let scale = Scale::new(Window::new(0, TEN_YEARS), 1200);
        bencher.bench_local(|| Density::new(index.earliest()).counts(black_box(scale), 4));
    }

    /// A key typed into the search: two queries that are not the same, and the time of one.
    #[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
    fn search_keystroke(bencher: Bencher, count: usize) {
        let mut state = state(count);
        let mut odd = false;
        bencher.bench_local(|| {
            odd = !odd;
            let typed = if odd { "alliance ou" } else { "alliance" };
            state.update(Message::Search(typed.to_owned()))
        });
    }
}
