ALTER TABLE standing ADD COLUMN stage TEXT;
ALTER TABLE standing ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0,1));
ALTER TABLE standing ADD COLUMN next_step INTEGER;
ALTER TABLE standing ADD COLUMN next_step_on TEXT;
ALTER TABLE standing ADD COLUMN signals TEXT NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN deciders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN influencers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN users INTEGER NOT NULL DEFAULT 0;

-- What was judged before lacks these: it is judged again.
UPDATE meta SET content = json_set(content, '$.rules', '')
WHERE key = 'judged' AND json_valid(content);
