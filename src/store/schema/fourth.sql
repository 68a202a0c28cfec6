-- The weekly review: its accounts in order, and what was promised at its end.
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  steps_before INTEGER NOT NULL CHECK (steps_before >= 0),
  everybody INTEGER NOT NULL CHECK (everybody IN (0,1)),
  minutes TEXT
) STRICT;

CREATE TABLE visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  queued INTEGER NOT NULL CHECK (queued IN (0,1)),
  why TEXT NOT NULL,
  score REAL,
  result TEXT CHECK (result IN ('fine','decided','later','skipped')),
  seconds INTEGER NOT NULL CHECK (seconds >= 0)
) STRICT;
CREATE UNIQUE INDEX visit_review ON visit (review_id, account_id);
CREATE INDEX visit_account ON visit (account_id);

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  step_id INTEGER REFERENCES step (id) ON DELETE SET NULL,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX commitment_review ON commitment (review_id);
CREATE INDEX commitment_account ON commitment (account_id);
CREATE INDEX commitment_step ON commitment (step_id);

-- What a step changed, asked for by record: the history of an account, and what later steps build on.
CREATE INDEX journal_row_key ON journal_row (in_table, key);
