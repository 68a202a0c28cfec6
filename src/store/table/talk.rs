//! The people of a talk carry its day and whether it was two-way, so that the last talk with a
//! person is one step into an index.

use crate::error::Result;
use rusqlite::Connection;

/// After a person was put into a talk.
pub fn copy_to_person(connection: &Connection, person: i64) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE talk_person SET on_date = talk.on_date, two_way = talk.two_way FROM talk
             WHERE talk_person.id = ?1 AND talk.id = talk_person.talk_id
               AND (talk_person.on_date, talk_person.two_way) IS NOT (talk.on_date, talk.two_way)",
        )?
        .execute([person])?;
    Ok(())
}

/// After the talk was edited.
pub fn copy_to_people(connection: &Connection, talk: i64) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE talk_person SET on_date = talk.on_date, two_way = talk.two_way FROM talk
             WHERE talk_person.talk_id = ?1 AND talk.id = ?1
               AND (talk_person.on_date, talk_person.two_way) IS NOT (talk.on_date, talk.two_way)",
        )?
        .execute([talk])?;
    Ok(())
}
