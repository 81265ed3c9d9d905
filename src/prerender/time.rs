//! Dates as the attribute `datetime` has them.

use crate::edtf::Edtf;

/// A date as HTML can say it (HTML Standard, 4.5.14): its year, month, day and time, as far as they
/// are known from the left on; of an interval or set, where it begins. Nothing before the year 1.
///
/// `2024-02-2X` is `2024-02`, and the autumn of 2023 is `2023`: coarser, and true.
pub(super) fn datetime(date: &Edtf) -> Option<String> {
    let text = date.to_string();
    let first = text.trim_start_matches(['[', '{']).split(['/', ',']).next()?;
    let first = first.split("..").next()?;
    let plain: String = first.chars().filter(|letter| !"?~%]}".contains(*letter)).collect();
    let (day, time) = plain.split_once('T').map_or((plain.as_str(), None), |(d, t)| (d, Some(t)));
    let mut parts = day.split('-');
    let year = parts.next()?;
    let year = year.strip_prefix('Y').unwrap_or(year);
    let year = year.split_once('S').map_or(year, |(year, _)| year);
    let is_year = year.len() >= 4 && is_digits(year) && year.bytes().any(|digit| digit != b'0');
    if !is_year {
        return None;
    }
    let mut written = year.to_owned();
    // Two digits that are one of the twelve, not a season or a quarter.
    let Some(month) = parts.next().filter(|month| is_digits(month) && *month <= "12") else {
        return Some(written);
    };
    written = [&written, "-", month].concat();
    let Some(day) = parts.next().filter(|day| is_digits(day)) else { return Some(written) };
    written = [&written, "-", day].concat();
    if let Some(time) = time {
        // An offset of whole hours is written with its minutes.
        let short =
            time.len() > 3 && matches!(time.as_bytes().get(time.len() - 3), Some(b'+' | b'-'));
        written = [written.as_str(), "T", time, if short { ":00" } else { "" }].concat();
    }
    Some(written)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_fine_as_html_can_say() {
        for (date, expected) in [
            ("2024-03-12", Some("2024-03-12")),
            ("2024-03-12?", Some("2024-03-12")),
            ("?2024-03-~12", Some("2024-03-12")),
            ("2024-02-2X", Some("2024-02")),
            ("2023-04~", Some("2023-04")),
            ("2023-23", Some("2023")),
            ("2023-33", Some("2023")),
            ("2024-XX-12", Some("2024")),
            ("156X", None),
            ("2023-06/2023-12", Some("2023-06")),
            ("2023-06/..", Some("2023-06")),
            ("../2021", None),
            ("[1667,1668]", Some("1667")),
            ("{1670..1672}", Some("1670")),
            ("-0099", None),
            ("0000", None),
            ("Y170000002", Some("170000002")),
            ("Y-170000002", None),
            ("Y17E7", None),
            ("1950S2", Some("1950")),
            ("2024-03-12T14:30:00Z", Some("2024-03-12T14:30:00Z")),
            ("2024-03-12T14:30:00+04:30", Some("2024-03-12T14:30:00+04:30")),
            ("2024-03-12T14:30:00+04", Some("2024-03-12T14:30:00+04:00")),
        ] {
            let read = Edtf::parse(date).unwrap();
            assert_eq!(datetime(&read).as_deref(), expected, "{date}");
        }
    }
}
