//! Who is to come to a meeting.

use crate::domain::cell::Id;
use crate::domain::record::record;

record! {
    StepPerson in "step_person" {
        StepId step_id: Id,
        ContactId contact_id: Id,
    }
}
