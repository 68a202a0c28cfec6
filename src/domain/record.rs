//! One declaration makes a record: its type, its table and columns, its `Field`s and its `Change`.
//! The store applies any change of any record through [`Record`] without knowing what it means.

use super::cell::{Id, Misfit, Seen, Value};
use super::change::{Change, Expected};

/// A record of the book: one row of one table.
pub trait Record: Sized {
    const TABLE: &'static str;
    /// All columns but `id`, in the order of the type's fields.
    const COLUMNS: &'static [&'static str];

    fn id(&self) -> Id;
    /// The cells of [`Self::COLUMNS`], in that order.
    fn values(&self) -> Vec<Value>;

    /// Reads a row: `cell` gives the nth of [`Self::COLUMNS`].
    ///
    /// # Errors
    /// A cell that does not fit, named by its column.
    fn from_row<'a>(
        id: Id,
        cell: impl FnMut(usize) -> Seen<'a>,
    ) -> Result<Self, (&'static str, Misfit)>;

    /// Reads a row: `cells` gives the columns in the order of [`Self::COLUMNS`].
    ///
    /// # Errors
    /// A cell that does not fit, named by its column.
    fn from_cells(
        id: Id,
        cells: &mut dyn Iterator<Item = Value>,
    ) -> Result<Self, (&'static str, Misfit)> {
        let cells: Vec<Value> = cells.take(Self::COLUMNS.len()).collect();
        Self::from_row(id, |column| cells.get(column).map_or(Seen::Null, Seen::from))
    }

    /// The change that brings it into the book.
    fn added_change(self) -> Change;

    /// The change that makes it of what it was; none where nothing differs.
    fn edited_change(&self, old: &Self) -> Option<Change>;

    /// The change that takes one out of the book.
    fn removed_change(id: Id) -> Change;
}

/// That the columns hold what they hold in this record.
pub fn expected<R: Record>(
    record: &R,
    columns: impl Iterator<Item = &'static str>,
) -> Vec<Expected> {
    let values = record.values();
    let held = |column: &'static str| {
        let place = R::COLUMNS.iter().position(|one| *one == column)?;
        let value = values.get(place)?.clone();
        Some(Expected { table: R::TABLE, id: record.id(), column, value })
    };
    columns.filter_map(held).collect()
}

/// What a change does to its table, for the store: no types, only cells.
#[derive(Clone, Debug, PartialEq)]
pub enum RowChange {
    Insert { table: &'static str, id: Id, columns: &'static [&'static str], values: Vec<Value> },
    Update { table: &'static str, id: Id, set: Vec<(&'static str, Value)> },
    Delete { table: &'static str, id: Id },
}

macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident in $table:literal {
            $($(#[$fdoc:meta])* $variant:ident $field:ident: $kind:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        pub struct $name {
            pub id: $crate::domain::cell::Id,
            $($(#[$fdoc])* pub $field: $kind,)+
        }

        /// One field with its new content.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Field { $($variant($kind),)+ }

        impl Field {
            /// The column that holds it.
            #[must_use]
            pub const fn column(&self) -> &'static str {
                match self { $(Self::$variant(_) => stringify!($field),)+ }
            }

            #[must_use]
            pub fn value(&self) -> $crate::domain::cell::Value {
                match self { $(Self::$variant(new) => $crate::domain::cell::Cell::store(new),)+ }
            }
        }

        /// What can happen to this record.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Change {
            /// A negative id is a name that later changes of the same commit may use.
            Added($name),
            Edited { id: $crate::domain::cell::Id, fields: Vec<Field> },
            Removed($crate::domain::cell::Id),
        }

        impl Change {
            #[must_use]
            pub fn row(&self) -> $crate::domain::record::RowChange {
                use $crate::domain::record::{Record, RowChange};
                match self {
                    Self::Added(record) => RowChange::Insert {
                        table: $table,
                        id: record.id,
                        columns: <$name as Record>::COLUMNS,
                        values: record.values(),
                    },
                    Self::Edited { id, fields } => RowChange::Update {
                        table: $table,
                        id: *id,
                        set: fields.iter().map(|field| (field.column(), field.value())).collect(),
                    },
                    Self::Removed(id) => RowChange::Delete { table: $table, id: *id },
                }
            }
        }

        impl $name {
            /// The fields in which `self` differs from `old`, with the content of `self`.
            #[must_use]
            pub fn fields_changed_from(&self, old: &Self) -> Vec<Field> {
                let mut fields = Vec::new();
                $(if self.$field != old.$field {
                    fields.push(Field::$variant(self.$field.clone()));
                })+
                fields
            }

            /// That these fields hold what they hold in `self`.
            #[must_use]
            pub fn expects(&self, fields: &[Field]) -> Vec<$crate::domain::change::Expected> {
                $crate::domain::record::expected(self, fields.iter().map(Field::column))
            }
        }

        impl $crate::domain::record::Record for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field),)+];

            fn id(&self) -> $crate::domain::cell::Id {
                self.id
            }

            fn values(&self) -> Vec<$crate::domain::cell::Value> {
                vec![$($crate::domain::cell::Cell::store(&self.$field),)+]
            }

            fn from_row<'a>(
                id: $crate::domain::cell::Id,
                mut cell: impl FnMut(usize) -> $crate::domain::cell::Seen<'a>,
            ) -> Result<Self, (&'static str, $crate::domain::cell::Misfit)> {
                let mut columns = 0..;
                let mut next = || columns.next().map_or($crate::domain::cell::Seen::Null, &mut cell);
                Ok(Self {
                    id,
                    $($field: $crate::domain::cell::Cell::read(next())
                        .map_err(|misfit| (stringify!($field), misfit))?,)+
                })
            }

            fn added_change(self) -> $crate::domain::change::Change {
                Change::Added(self).into()
            }

            fn edited_change(&self, old: &Self) -> Option<$crate::domain::change::Change> {
                let fields = self.fields_changed_from(old);
                (!fields.is_empty()).then(|| Change::Edited { id: old.id, fields }.into())
            }

            fn removed_change(id: $crate::domain::cell::Id) -> $crate::domain::change::Change {
                Change::Removed(id).into()
            }
        }
    };
}
pub(crate) use record;
