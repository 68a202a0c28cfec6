CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  status TEXT NOT NULL CHECK (status IN ('prospect','active','notified','lost')),
  stage TEXT CHECK (stage IN ('onboarding','adopting','established','renewing','notice given')),
  tier TEXT CHECK (tier IN ('strategic','growth','maintenance')),
  approach TEXT CHECK (approach IN ('customer success','account-based growth','value realisation','blend')),
  customer_since TEXT CHECK (customer_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  leaves_on TEXT CHECK (leaves_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  talk_every INTEGER CHECK (talk_every > 0),
  review_every INTEGER CHECK (review_every > 0),
  reviewed_on TEXT CHECK (reviewed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  industry TEXT,
  website TEXT,
  phone TEXT,
  city TEXT,
  country TEXT,
  employees INTEGER,
  turnover INTEGER,
  turnover_currency TEXT CHECK (turnover_currency GLOB '[A-Z][A-Z][A-Z]'),
  owner_name TEXT,
  note TEXT,
  created_on TEXT NOT NULL CHECK (created_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  archived_on TEXT CHECK (archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX account_name ON account (name COLLATE NOCASE);

CREATE TABLE contract (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  notice_count INTEGER CHECK (notice_count >= 0),
  notice_unit TEXT CHECK (notice_unit IN ('days','weeks','months')),
  auto_renews INTEGER CHECK (auto_renews IN (0,1)),
  term_months INTEGER CHECK (term_months >= 0),
  renewal TEXT NOT NULL CHECK (renewal IN ('not started','in talks','verbal yes','signed','lost')),
  note TEXT
) STRICT;
CREATE INDEX contract_account ON contract (account_id, ends_on);

CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (title <> ''),
  metric TEXT,
  start_value REAL NOT NULL,
  now_value REAL NOT NULL,
  target_value REAL NOT NULL,
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  measured_on TEXT NOT NULL CHECK (measured_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT NOT NULL CHECK (status IN ('running','reached','dropped'))
) STRICT;
CREATE INDEX goal_account ON goal (account_id);

CREATE TABLE metric (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('features used','features total','seats active','seats licensed','tickets severity 1','tickets severity 2','tickets severity 3','response hours','response norm','invoice days late')),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  amount REAL NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX metric_account ON metric (account_id, on_date);

CREATE TABLE own_score (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  factor TEXT NOT NULL CHECK (factor IN ('Payment','Revenue','Pulse','Feedback','Coverage','Usage','Support','Contact','Goals','Value')),
  points INTEGER NOT NULL CHECK (points BETWEEN 1 AND 10),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT
) STRICT;
CREATE INDEX own_score_account ON own_score (account_id, on_date);

CREATE TABLE silence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('later','not here')),
  code TEXT NOT NULL CHECK (code <> ''),
  since_on TEXT NOT NULL CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT
) STRICT;
CREATE INDEX silence_account ON silence (account_id);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT,
  level TEXT CHECK (level IN ('decision maker','influencer','user')),
  roles TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  mobile TEXT,
  birthday TEXT CHECK (birthday GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  interests TEXT,
  language TEXT,
  employer TEXT,
  influence TEXT CHECK (influence IN ('high','medium','low')),
  stance TEXT CHECK (stance IN ('opponent','neutral','supporter')),
  reports_to INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  verified_on TEXT CHECK (verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  left_on TEXT CHECK (left_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  left_to TEXT,
  archived_on TEXT CHECK (archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT,
  created_on TEXT NOT NULL CHECK (created_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX contact_account ON contact (account_id);
CREATE INDEX contact_reports_to ON contact (reports_to);
CREATE INDEX contact_email ON contact (email COLLATE NOCASE);

CREATE TABLE answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  scale TEXT NOT NULL CHECK (scale IN ('NPS','CES','CSAT','stars','value')),
  points INTEGER NOT NULL CHECK (CASE scale
    WHEN 'NPS' THEN points BETWEEN 0 AND 10
    WHEN 'CES' THEN points BETWEEN 1 AND 7
    WHEN 'value' THEN points BETWEEN 1 AND 10
    ELSE points BETWEEN 1 AND 5 END),
  why TEXT,
  driver TEXT CHECK (driver IN ('product','support','price','delivery','relationship','value','other'))
) STRICT;
CREATE INDEX answer_account ON answer (account_id, on_date);
CREATE INDEX answer_contact ON answer (contact_id);

CREATE TABLE invitation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX invitation_contact ON invitation (contact_id, on_date);

CREATE TABLE revenue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('opening','new','expansion','contraction','price','churn','reactivation','one-time')),
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  note TEXT
) STRICT;
CREATE INDEX revenue_account ON revenue (account_id, on_date);

CREATE TABLE opportunity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (title <> ''),
  kind TEXT CHECK (kind IN ('upsell','cross-sell','new use case','new department','premium tier','seats')),
  amount INTEGER,
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  ease INTEGER CHECK (ease BETWEEN 1 AND 5),
  stage TEXT NOT NULL CHECK (stage IN ('idea','validated','proposed','won','lost','parked')),
  crm_stage TEXT,
  probability INTEGER CHECK (probability BETWEEN 0 AND 100),
  close_on TEXT CHECK (close_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  budget_month INTEGER CHECK (budget_month BETWEEN 1 AND 12),
  champion_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  note TEXT,
  created_on TEXT NOT NULL CHECK (created_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX opportunity_account ON opportunity (account_id);
CREATE INDEX opportunity_champion ON opportunity (champion_id);

CREATE TABLE talk (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('call','meeting','message','event','note')),
  two_way INTEGER NOT NULL CHECK (two_way IN (0,1)),
  missed INTEGER NOT NULL CHECK (missed IN (0,1)),
  started_by TEXT CHECK (started_by IN ('us','client')),
  mood INTEGER CHECK (mood BETWEEN -2 AND 2),
  topics TEXT NOT NULL,
  summary TEXT NOT NULL,
  quote TEXT,
  note TEXT
) STRICT;
CREATE INDEX talk_account ON talk (account_id, on_date, two_way, missed, mood, kind, started_by);

CREATE TABLE talk_person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  talk_id INTEGER NOT NULL REFERENCES talk (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  two_way INTEGER NOT NULL CHECK (two_way IN (0,1))
) STRICT;
CREATE UNIQUE INDEX talk_person_talk ON talk_person (talk_id, contact_id);
CREATE INDEX talk_person_contact ON talk_person (contact_id, two_way, on_date, talk_id);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX plan_account ON plan (account_id);
CREATE UNIQUE INDEX plan_running ON plan (account_id) WHERE ended_on IS NULL;

CREATE TABLE priority (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
  kind TEXT NOT NULL CHECK (kind IN ('renewal','upsell','cross-sell','executive','adoption','repair','goal')),
  title TEXT NOT NULL CHECK (title <> ''),
  metric TEXT
) STRICT;
CREATE INDEX priority_plan ON priority (plan_id);

CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  plan_id INTEGER REFERENCES plan (id) ON DELETE SET NULL,
  priority_id INTEGER REFERENCES priority (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('step','milestone','promise','meeting')),
  title TEXT NOT NULL CHECK (title <> ''),
  owner TEXT NOT NULL CHECK (owner IN ('me','colleague','client')),
  owner_name TEXT,
  contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  first_due_on TEXT CHECK (first_due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT NOT NULL CHECK (status IN ('open','doing','done','dropped','old')),
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  drop_reason TEXT,
  checked_by TEXT,
  signal TEXT,
  playbook TEXT,
  client_sees INTEGER NOT NULL CHECK (client_sees IN (0,1)),
  meeting_type TEXT CHECK (meeting_type IN ('check-in','strategic review','QBR','growth conversation','sponsor','renewal','listening')),
  at_time TEXT CHECK (at_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  agenda TEXT,
  note TEXT,
  created_on TEXT NOT NULL CHECK (created_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX step_account ON step (account_id, status, due_on);
CREATE INDEX step_plan ON step (plan_id);
CREATE INDEX step_priority ON step (priority_id);
CREATE INDEX step_contact ON step (contact_id);

CREATE TABLE step_person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX step_person_step ON step_person (step_id, contact_id);
CREATE INDEX step_person_contact ON step_person (contact_id);

CREATE TABLE external_id (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL CHECK (source <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('account','contact','opportunity','talk','step')),
  name TEXT NOT NULL CHECK (name <> ''),
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
  opportunity_id INTEGER REFERENCES opportunity (id) ON DELETE CASCADE,
  talk_id INTEGER REFERENCES talk (id) ON DELETE CASCADE,
  step_id INTEGER REFERENCES step (id) ON DELETE CASCADE,
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  CHECK ((account_id IS NOT NULL) = (kind = 'account')
    AND (contact_id IS NOT NULL) = (kind = 'contact')
    AND (opportunity_id IS NOT NULL) = (kind = 'opportunity')
    AND (talk_id IS NOT NULL) = (kind = 'talk')
    AND (step_id IS NOT NULL) = (kind = 'step'))
) STRICT;
CREATE UNIQUE INDEX external_id_name ON external_id (source, kind, name);
CREATE INDEX external_id_account ON external_id (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX external_id_contact ON external_id (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX external_id_opportunity ON external_id (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX external_id_talk ON external_id (talk_id) WHERE talk_id IS NOT NULL;
CREATE INDEX external_id_step ON external_id (step_id) WHERE step_id IS NOT NULL;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  files TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts))
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE standing (
  account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  list_group TEXT NOT NULL,
  pushed INTEGER NOT NULL CHECK (pushed IN (0,1)),
  why TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  in_book INTEGER NOT NULL CHECK (in_book IN (0,1)),
  tier TEXT,
  arr INTEGER,
  arr_currency TEXT,
  score REAL,
  band TEXT,
  trend REAL,
  act_by TEXT,
  seats TEXT NOT NULL,
  last_talk_on TEXT,
  strongest REAL NOT NULL,
  rest REAL NOT NULL,
  arr_percentile REAL NOT NULL,
  weight REAL NOT NULL,
  judged_on TEXT NOT NULL
) STRICT;

CREATE TABLE score_history (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL,
  on_date TEXT NOT NULL,
  score REAL,
  known REAL NOT NULL,
  sources TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX score_history_day ON score_history (account_id, on_date);

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE journal_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  account_id INTEGER,
  on_date TEXT NOT NULL,
  at TEXT NOT NULL,
  undoes INTEGER,
  undone_by INTEGER
) STRICT;

CREATE TABLE journal_row (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES journal_step (id) ON DELETE CASCADE,
  in_table TEXT NOT NULL,
  key INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_row_step ON journal_row (step);
