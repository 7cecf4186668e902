//! Where random steps begin, if nobody says where.

use std::time::{SystemTime, UNIX_EPOCH};

/// Another seed each second.
pub fn of_now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |time| time.as_secs())
}
