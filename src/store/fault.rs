//! What SQLite says went wrong, in words for the person at the keyboard.

use crate::error::{Error, Kind};
use rusqlite::ErrorCode;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error_code() else {
            return match error {
                rusqlite::Error::QueryReturnedNoRows => {
                    Self::new(Kind::NotFound, "there is no such record")
                }
                other => Self::new(Kind::Book, format!("the book cannot be read: {other}")),
            };
        };
        match code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
                Self::new(Kind::Busy, "another program is writing to the book")
                    .hint("wait a moment and try again")
            }
            ErrorCode::DiskFull => Self::new(Kind::System, "the disk is full: nothing was saved")
                .hint("free some space and try again"),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => {
                Self::new(Kind::System, "the book may not be written: nothing was saved")
                    .hint("look at the permissions of the file and of its directory")
            }
            ErrorCode::CannotOpen | ErrorCode::SystemIoFailure => {
                Self::new(Kind::System, format!("the disk does not answer: {error}"))
                    .hint("look at the disk and at the permissions of the directory")
            }
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => {
                Self::new(Kind::Book, format!("the book is damaged: {error}"))
                    .hint("put back a copy from the backups")
            }
            ErrorCode::ConstraintViolation => {
                Self::new(Kind::Usage, format!("the book does not take this: {error}"))
            }
            _ => Self::new(Kind::Book, format!("the book cannot be used: {error}")),
        }
    }
}
