//! What the rows of a file can be, and what their columns can mean.

use crate::domain::word::words;

words! {
    /// What one row of a file is.
    Kind { Account = "account", Contact = "contact", Opportunity = "opportunity", Task = "task", }
}

words! {
    /// What a column means, as a dialect and `--mapping` name it.
    Field {
        Id = "id", Name = "name", FirstName = "first name", LastName = "last name",
        Deleted = "deleted", Status = "status", Stage = "stage", Tier = "tier",
        Industry = "industry", Website = "website", Phone = "phone", Mobile = "mobile",
        City = "city", Country = "country", Employees = "employees", Turnover = "turnover",
        Arr = "arr", Currency = "currency", CustomerSince = "customer since",
        EndsOn = "ends on", Owner = "owner", Note = "note",
        AccountId = "account id", Account = "account", Employer = "employer", Title = "title",
        Level = "level", Email = "email", Birthday = "birthday", ReportsToId = "reports to id",
        VerifiedOn = "verified on", Amount = "amount", Closed = "closed", Won = "won",
        Probability = "probability", CloseOn = "close on", AboutId = "about id",
        ContactId = "contact id", ContactEmail = "contact email", DueOn = "due on",
        DoneOn = "done on", Type = "type",
    }
}

impl Kind {
    /// The word behind a number of them.
    #[must_use]
    pub const fn counted(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Account, 1) => "account",
            (Self::Account, _) => "accounts",
            (Self::Contact, 1) => "contact",
            (Self::Contact, _) => "contacts",
            (Self::Opportunity, 1) => "opportunity",
            (Self::Opportunity, _) => "opportunities",
            (Self::Task, 1) => "task",
            (Self::Task, _) => "tasks",
        }
    }

    /// The fields that a row of this kind has.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Account => &[
                Field::Id,
                Field::Name,
                Field::Deleted,
                Field::Status,
                Field::Stage,
                Field::Tier,
                Field::Industry,
                Field::Website,
                Field::Phone,
                Field::City,
                Field::Country,
                Field::Employees,
                Field::Turnover,
                Field::Arr,
                Field::Currency,
                Field::CustomerSince,
                Field::EndsOn,
                Field::Owner,
                Field::Note,
            ],
            Self::Contact => &[
                Field::Id,
                Field::Name,
                Field::FirstName,
                Field::LastName,
                Field::Deleted,
                Field::AccountId,
                Field::Account,
                Field::Employer,
                Field::Title,
                Field::Level,
                Field::Email,
                Field::Phone,
                Field::Mobile,
                Field::Birthday,
                Field::ReportsToId,
                Field::VerifiedOn,
                Field::Note,
            ],
            Self::Opportunity => &[
                Field::Id,
                Field::Name,
                Field::Deleted,
                Field::AccountId,
                Field::Account,
                Field::Amount,
                Field::Currency,
                Field::Stage,
                Field::Closed,
                Field::Won,
                Field::Probability,
                Field::CloseOn,
                Field::Note,
            ],
            Self::Task => &[
                Field::Id,
                Field::Name,
                Field::Deleted,
                Field::AccountId,
                Field::Account,
                Field::AboutId,
                Field::ContactId,
                Field::ContactEmail,
                Field::DueOn,
                Field::DoneOn,
                Field::Status,
                Field::Closed,
                Field::Type,
                Field::Note,
            ],
        }
    }
}

impl Field {
    /// Its cells are days; how a column of them writes day and month is decided over all rows.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(
            self,
            Self::CustomerSince
                | Self::EndsOn
                | Self::Birthday
                | Self::VerifiedOn
                | Self::CloseOn
                | Self::DueOn
                | Self::DoneOn
        )
    }

    /// Its cells are amounts; how a column of them writes decimals is decided over all rows.
    #[must_use]
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Turnover | Self::Amount | Self::Arr)
    }
}
