CREATE TABLE colleague (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  function TEXT,
  email TEXT,
  note TEXT,
  archived_on TEXT CHECK (archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE team_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  colleague_id INTEGER NOT NULL REFERENCES colleague (id) ON DELETE CASCADE,
  part TEXT
) STRICT;
CREATE INDEX team_member_account ON team_member (account_id, colleague_id);
CREATE INDEX team_member_colleague ON team_member (colleague_id);

CREATE TABLE sponsor_pair (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  colleague_id INTEGER REFERENCES colleague (id) ON DELETE SET NULL,
  senior INTEGER CHECK (senior IN (0,1)),
  stake INTEGER CHECK (stake IN (0,1)),
  respected INTEGER CHECK (respected IN (0,1)),
  has_time INTEGER CHECK (has_time IN (0,1)),
  since_on TEXT NOT NULL CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT
) STRICT;
CREATE INDEX sponsor_pair_account ON sponsor_pair (account_id);
CREATE INDEX sponsor_pair_contact ON sponsor_pair (contact_id);
CREATE INDEX sponsor_pair_colleague ON sponsor_pair (colleague_id);

CREATE TABLE away (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_on TEXT NOT NULL CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on TEXT NOT NULL CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_on >= from_on),
  note TEXT
) STRICT;

CREATE TABLE tier_silence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tier TEXT NOT NULL CHECK (tier IN ('strategic','growth','maintenance')),
  code TEXT NOT NULL CHECK (code <> ''),
  since_on TEXT NOT NULL CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT
) STRICT;

CREATE TABLE closing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
  code TEXT NOT NULL CHECK (code <> ''),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX closing_account ON closing (account_id, on_date);
CREATE INDEX closing_contact ON closing (contact_id);

CREATE TABLE risk_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  cause TEXT CHECK (cause IN ('product','service','relationship')),
  exit_criterion TEXT,
  checkpoints TEXT,
  colleague_id INTEGER REFERENCES colleague (id) ON DELETE SET NULL,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  close_reason TEXT
) STRICT;
CREATE INDEX risk_review_account ON risk_review (account_id);
CREATE INDEX risk_review_colleague ON risk_review (colleague_id);

CREATE TABLE loyalty (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 3),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX loyalty_account ON loyalty (account_id, on_date);

CREATE TABLE discovery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  success TEXT,
  obstacles TEXT,
  measured TEXT,
  worked TEXT,
  frustrated TEXT,
  objectives TEXT,
  pain_points TEXT,
  success_metrics TEXT,
  asked_for TEXT,
  real_need TEXT,
  workshop INTEGER NOT NULL CHECK (workshop IN (0,1)),
  note TEXT
) STRICT;
CREATE INDEX discovery_account ON discovery (account_id, on_date);

CREATE TABLE qualification (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  realistic INTEGER NOT NULL CHECK (realistic IN (0,1)),
  why TEXT
) STRICT;
CREATE INDEX qualification_account ON qualification (account_id, on_date);

CREATE TABLE offering (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  archived_on TEXT CHECK (archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE INDEX unit_account ON unit (account_id);

CREATE TABLE whitespace (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  offering_id INTEGER NOT NULL REFERENCES offering (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('won','open','possible','blocked')),
  opportunity_id INTEGER REFERENCES opportunity (id) ON DELETE SET NULL,
  note TEXT
) STRICT;
CREATE INDEX whitespace_account ON whitespace (account_id);
CREATE UNIQUE INDEX whitespace_unit ON whitespace (unit_id, offering_id);
CREATE INDEX whitespace_offering ON whitespace (offering_id);
CREATE INDEX whitespace_opportunity ON whitespace (opportunity_id);

CREATE TABLE value_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  result TEXT NOT NULL CHECK (result IN ('time saved','revenue up','cost down')),
  amount REAL,
  unit TEXT,
  source TEXT,
  confirmed_by INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  confirmed_on TEXT CHECK (confirmed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT
) STRICT;
CREATE INDEX value_item_account ON value_item (account_id, on_date);
CREATE INDEX value_item_confirmed_by ON value_item (confirmed_by);

CREATE TABLE forecast (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends_on TEXT NOT NULL CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome TEXT NOT NULL CHECK (outcome IN ('full','shrink','lost')),
  probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 100),
  new_amount INTEGER,
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  note TEXT
) STRICT;
CREATE INDEX forecast_account ON forecast (account_id, on_date);

CREATE TABLE ask (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('referral','cross-sell','review','speaker','testimonial')),
  granted INTEGER CHECK (granted IN (0,1)),
  note TEXT
) STRICT;
CREATE INDEX ask_account ON ask (account_id, on_date);
CREATE INDEX ask_contact ON ask (contact_id);

ALTER TABLE account ADD COLUMN strategic_every INTEGER CHECK (strategic_every > 0);
ALTER TABLE account ADD COLUMN qbr_every INTEGER CHECK (qbr_every > 0);
ALTER TABLE account ADD COLUMN channels TEXT;
ALTER TABLE account ADD COLUMN standing_agenda TEXT;
ALTER TABLE account ADD COLUMN feedback_agreed_on TEXT CHECK (feedback_agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE account ADD COLUMN results_shared_on TEXT CHECK (results_shared_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE account ADD COLUMN lost_on TEXT CHECK (lost_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE account ADD COLUMN lost_reason TEXT;
ALTER TABLE account ADD COLUMN lost_avoidable INTEGER CHECK (lost_avoidable IN (0,1));
ALTER TABLE contact ADD COLUMN colleague_id INTEGER REFERENCES colleague (id) ON DELETE SET NULL;
CREATE INDEX contact_colleague ON contact (colleague_id);
ALTER TABLE contract ADD COLUMN notice_by TEXT CHECK (notice_by IN ('either','client','us'));
ALTER TABLE contract ADD COLUMN outcome_on TEXT CHECK (outcome_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE contract ADD COLUMN lost_reason TEXT;
ALTER TABLE goal ADD COLUMN offering_id INTEGER REFERENCES offering (id) ON DELETE SET NULL;
ALTER TABLE goal ADD COLUMN relationship_metric TEXT;
CREATE INDEX goal_offering ON goal (offering_id);
ALTER TABLE opportunity ADD COLUMN solves_problem INTEGER CHECK (solves_problem IN (0,1));
ALTER TABLE opportunity ADD COLUMN voiced_interest INTEGER CHECK (voiced_interest IN (0,1));
ALTER TABLE opportunity ADD COLUMN timing_right INTEGER CHECK (timing_right IN (0,1));
ALTER TABLE opportunity ADD COLUMN fits_goals INTEGER CHECK (fits_goals IN (0,1));
ALTER TABLE opportunity ADD COLUMN measurable_case INTEGER CHECK (measurable_case IN (0,1));
ALTER TABLE opportunity ADD COLUMN champion_inside INTEGER CHECK (champion_inside IN (0,1));
ALTER TABLE opportunity ADD COLUMN deliverable INTEGER CHECK (deliverable IN (0,1));
ALTER TABLE opportunity ADD COLUMN budget_timing INTEGER CHECK (budget_timing IN (0,1));
ALTER TABLE opportunity ADD COLUMN pilot INTEGER CHECK (pilot IN (0,1));
ALTER TABLE opportunity ADD COLUMN case_text TEXT;
ALTER TABLE opportunity ADD COLUMN hints TEXT NOT NULL DEFAULT '';
ALTER TABLE opportunity ADD COLUMN next_talk_on TEXT CHECK (next_talk_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE opportunity ADD COLUMN revisited_on TEXT CHECK (revisited_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE opportunity ADD COLUMN closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE opportunity ADD COLUMN lost_reason TEXT;
ALTER TABLE talk ADD COLUMN opportunity_id INTEGER REFERENCES opportunity (id) ON DELETE SET NULL;
CREATE INDEX talk_opportunity ON talk (opportunity_id);
ALTER TABLE step ADD COLUMN opportunity_id INTEGER REFERENCES opportunity (id) ON DELETE SET NULL;
ALTER TABLE step ADD COLUMN talk_id INTEGER REFERENCES talk (id) ON DELETE SET NULL;
ALTER TABLE step ADD COLUMN play_step TEXT;
CREATE INDEX step_opportunity ON step (opportunity_id);
CREATE INDEX step_talk ON step (talk_id);

-- What the rules ask of a talk stands in the index alone.
DROP INDEX talk_account;
CREATE INDEX talk_account ON talk
  (account_id, on_date, two_way, missed, mood, kind, started_by, topics, opportunity_id);

ALTER TABLE score_history ADD COLUMN rules TEXT;
CREATE TABLE rule_change (
  id INTEGER PRIMARY KEY,
  on_date TEXT NOT NULL,
  sentence TEXT NOT NULL
) STRICT;

-- Every word of the book. Its rows are named for day and record, see store/search.rs, which fills it.
CREATE VIRTUAL TABLE search USING fts5 (
  account, words, content='', contentless_delete=1, prefix='2 3',
  tokenize='unicode61 remove_diacritics 2'
);

-- What was judged before lacks these: it is judged again.
UPDATE meta SET content = json_set(content, '$.rules', '')
WHERE key = 'judged' AND json_valid(content);
