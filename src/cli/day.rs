//! What day it is.

use chrono::{DateTime, Local, NaiveDate, Utc};

use super::environment::Environment;
use super::failure::Failure;
use crate::model::{Config, zone};

/// The calendar day that really is.
pub(super) fn real(environment: &Environment<'_>, config: &Config) -> Result<NaiveDate, Failure> {
    Ok(of(now(environment)?, config))
}

/// The moment that counts as now: `SOURCE_DATE_EPOCH`, else the clock's.
pub(super) fn now(environment: &Environment<'_>) -> Result<DateTime<Utc>, Failure> {
    let Some(seconds) = environment.text("SOURCE_DATE_EPOCH") else { return Ok(environment.now()) };
    let moment = seconds.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    moment.ok_or_else(|| {
        Failure::Usage(format!("SOURCE_DATE_EPOCH is `{seconds}`; it must be a whole number of seconds"))
    })
}

/// The calendar day of a moment: in the vault's zone, else the machine's.
pub(super) fn of(moment: DateTime<Utc>, config: &Config) -> NaiveDate {
    let in_zone = config.timezone.as_ref().and_then(|zone| zone::day_in(zone, moment));
    in_zone.unwrap_or_else(|| moment.with_timezone(&Local).date_naive())
}
