//! Laws of the scale, the ticks and the density that hold for every window.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quote_timeline::timeline::{
    Density, DensityByGroup, LIMIT, SHORTEST, Scale, Second, TickLabel, WIDEST_PX, Window, ticks,
};

/// Times from within minutes of 1970 to the ends of time, each order of magnitude as likely.
fn time() -> impl Strategy<Value = Second> {
    (any::<bool>(), 0_u32..=18, 0_i64..1000).prop_map(|(negative, magnitude, permille)| {
        let time = 10_i64.pow(magnitude) / 1000 * permille + permille;
        if negative { -time } else { time }
    })
}

fn scale() -> impl Strategy<Value = Scale> {
    (time(), time(), 1_i32..=WIDEST_PX)
        .prop_map(|(start, span, width)| Scale::new(Window::new(start, start + span.abs()), width))
}

proptest! {
    #[test]
    fn later_is_never_further_left(scale in scale(), a in time(), b in time()) {
        prop_assert!(scale.to_px(a.min(b)) <= scale.to_px(a.max(b)));
    }

    #[test]
    fn a_pixel_and_its_first_second_belong_together(scale in scale(), permille in 0..1000) {
        let px = i32::try_from(i64::from(scale.width_px()) * i64::from(permille) / 1000).unwrap();
        let time = scale.to_time(px);
        prop_assert!(scale.to_px(time) >= px);
        prop_assert!(time == -LIMIT || scale.to_px(time - 1) < px);
        if scale.window().span() >= scale.width_px().into() {
            prop_assert_eq!(scale.to_px(time), px);
        }
    }

    #[test]
    fn a_time_in_the_window_is_drawn_in_it(scale in scale(), permille in 0_i64..1000) {
        let window = scale.window();
        let time = window.start() + window.span() / 1000 * permille;
        prop_assert!((0..=scale.width_px()).contains(&scale.to_px(time)));
        prop_assert!(window.span() >= SHORTEST);
        prop_assert!(window.start() >= -LIMIT && window.end() <= LIMIT);
    }

    #[test]
    fn zooming_in_and_out_comes_back(
        start in -10_i64.pow(17)..10_i64.pow(17),
        span in 100_000_i64..10_i64.pow(16),
        num in 1_u16..50,
        den in 1_u16..50,
        px in 0..1000,
    ) {
        let scale = Scale::new(Window::new(start, start + span), 1000);
        let back = scale.zoom(num, den, px).zoom(den, num, px);
        let tolerance = 1 + i64::from(num.div_ceil(den).max(den.div_ceil(num)));
        prop_assert!((back.window().start() - scale.window().start()).abs() <= tolerance);
        prop_assert!((back.window().end() - scale.window().end()).abs() <= tolerance);
    }

    #[test]
    fn the_moment_under_the_pointer_stays(
        start in -10_i64.pow(17)..10_i64.pow(17),
        span in 100_000_i64..10_i64.pow(16),
        steps in proptest::collection::vec((1_u16..9, 1_u16..9), 1..20),
        px in 0..1000,
    ) {
        let mut scale = Scale::new(Window::new(start, start + span), 1000);
        let moment = start + i64::try_from(i128::from(px) * i128::from(span) / 1000).unwrap();
        for (num, den) in steps {
            scale = scale.zoom(num, den, px);
            let (start, end) = (scale.window().start(), scale.window().end());
            if start == -LIMIT || end == LIMIT {
                break;
            }
            // One second may be several pixels wide.
            let second = 1000 / i32::try_from(scale.window().span().min(1000)).unwrap();
            prop_assert!((scale.to_px(moment) - px).abs() <= second + 1, "{:?}", scale);
        }
    }

    #[test]
    fn panning_there_and_back_changes_nothing(
        start in -10_i64.pow(17)..10_i64.pow(17),
        span in 100_i64..10_i64.pow(16),
        px in -3000..3000,
    ) {
        let scale = Scale::new(Window::new(start, start + span), 1000);
        prop_assert_eq!(scale.pan(px).pan(-px), scale);
        prop_assert_eq!(scale.pan(px).window().span(), scale.window().span());
    }

    #[test]
    fn bounds_are_kept(scale in scale(), a in time(), b in time()) {
        let bounds = Window::new(a, b);
        let within = scale.within(bounds).window();
        if bounds.span() > 200_000 {
            prop_assert!(within.start() >= bounds.start() && within.end() <= bounds.end());
        }
    }

    #[test]
    fn ticks_are_in_order_apart_and_few(scale in scale(), gap in 20_i32..200) {
        let axis = ticks(scale, gap);
        let width = scale.width_px();
        let most = usize::try_from(width / gap + 2).unwrap();
        prop_assert!(axis.minor.len() <= most && axis.major.len() <= most);
        for pair in axis.minor.windows(2).chain(axis.major.windows(2)) {
            prop_assert!(pair[1].px - pair[0].px >= gap - 1, "{:?}", pair);
        }
        for tick in &axis.minor {
            prop_assert!((0..=width).contains(&tick.px) && scale.to_px(tick.at) == tick.px);
        }
        for tick in &axis.major {
            prop_assert!((0..=width).contains(&tick.px) && scale.to_px(tick.at) <= tick.px);
        }
    }

    #[test]
    fn panning_keeps_the_step_and_the_ticks(
        start in -10_i64.pow(12)..10_i64.pow(12),
        span in 3600_i64..10_i64.pow(11),
        px in 0..300,
    ) {
        let scale = Scale::new(Window::new(start, start + span), 1000);
        let (before, after) = (ticks(scale, 60), ticks(scale.pan(px), 60));
        prop_assert_eq!((before.unit, before.step), (after.unit, after.step));
        let (first, end) = (scale.pan(px).window().start(), scale.window().end());
        let old: Vec<_> = before.minor.iter().map(|t| t.at).filter(|at| *at >= first).collect();
        let new: Vec<_> = after.minor.iter().map(|t| t.at).filter(|at| *at < end).collect();
        prop_assert_eq!(old, new);
    }

    #[test]
    fn years_are_multiples_of_their_step(scale in scale()) {
        let axis = ticks(scale, 60);
        for tick in axis.minor {
            if let TickLabel::Year(year) = tick.label {
                prop_assert_eq!(year % axis.step, 0);
            }
        }
    }

    #[test]
    fn bins_count_everything_once(
        times in proptest::collection::vec(time(), 1..300),
        width in 1..2000,
        bin in 1..300,
        padding in 0_u16..200,
    ) {
        let mut times = times;
        times.sort_unstable();
        let extent = Window::new(times[0], times[times.len() - 1] + 1);
        let counts = Density::new(&times).counts(Scale::fit(extent, padding, width), bin);
        prop_assert_eq!(counts.iter().sum::<u32>(), u32::try_from(times.len()).unwrap());
        let bin = bin.min(width);
        prop_assert_eq!(counts.len(), usize::try_from((width + bin - 1) / bin).unwrap());
    }

    #[test]
    fn a_bin_counts_what_is_drawn_on_it(
        times in proptest::collection::vec(0_i64..100_000, 0..300),
        start in 0_i64..100_000,
        span in 2000_i64..100_000,
        bin in 1..300,
    ) {
        let mut times = times;
        times.sort_unstable();
        let scale = Scale::new(Window::new(start, start + span), 1000);
        let counts = Density::new(&times).counts(scale, bin);
        for (px, count) in (0..1000).step_by(usize::try_from(bin).unwrap()).zip(&counts) {
            if px + bin < 1000 {
                let drawn = |time: &&Second| (px..px + bin).contains(&scale.to_px(**time));
                prop_assert_eq!(times.iter().filter(drawn).count(), *count as usize);
            }
        }
    }

    #[test]
    fn groups_add_up_to_the_whole(
        pairs in proptest::collection::vec((0_u16..5, 0_i64..100_000), 0..300),
        bin in 1..300,
    ) {
        let scale = Scale::new(Window::new(20_000, 90_000), 800);
        let mut times: Vec<Second> = pairs.iter().map(|(_, time)| *time).collect();
        times.sort_unstable();
        let whole = Density::new(&times).counts(scale, bin);
        let groups = DensityByGroup::new(pairs);
        let mut sums = vec![0; whole.len()];
        for group in groups.groups() {
            for (sum, count) in sums.iter_mut().zip(groups.group(group).counts(scale, bin)) {
                *sum += count;
            }
        }
        prop_assert_eq!(sums, whole);
    }
}
