//! Points of time as people name them.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// "Today 14:32", "Yesterday 09:10", "23 Nov 2026, 09:10", in the time zone of `now`.
pub(super) fn words(time: Timestamp, now: &Zoned) -> String {
    let time = time.to_zoned(now.time_zone().clone());
    let (date, hour) = (time.date(), time.strftime("%H:%M"));
    if date == now.date() {
        format!("Today {hour}")
    } else if now.yesterday().is_ok_and(|yesterday| date == yesterday.date()) {
        format!("Yesterday {hour}")
    } else {
        time.strftime("%-d %b %Y, %H:%M").to_string()
    }
}

/// "2026-11-23 14.32", since names of files have no colons; in the time zone of the system.
pub(super) fn for_file(time: Timestamp) -> String {
    time.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H.%M").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_those_of_where_one_is() {
        for (zone, expected) in [
            ("UTC", ["Today 14:32", "Today 00:00", "Yesterday 23:59", "9 Nov 2026, 09:10", "24 Nov 2026, 00:00"]),
            (
                "America/New_York",
                ["Today 09:32", "Yesterday 19:00", "Yesterday 18:59", "9 Nov 2026, 04:10", "Today 19:00"],
            ),
        ] {
            let now = date(2026, 11, 23).at(15, 0, 0, 0).in_tz("UTC").unwrap().in_tz(zone).unwrap();
            let times = [(23, 14, 32), (23, 0, 0), (22, 23, 59), (9, 9, 10), (24, 0, 0)];
            let found = times.map(|(day, hour, minute)| {
                words(date(2026, 11, day).at(hour, minute, 0, 0).in_tz("UTC").unwrap().timestamp(), &now)
            });
            assert_eq!(found, expected, "{zone}");
        }
    }
}
