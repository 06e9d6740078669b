-- A pool is written slot by slot. What was paid for is in `call`, which only grows; everything about
-- a slot that has not ended follows from it.

CREATE TABLE pool (
  id text PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('generated', 'primed', 'imported')),
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  spec text NOT NULL,
  wording text NOT NULL,
  slots integer NOT NULL,
  stories integer NOT NULL DEFAULT 0,
  yield_decided boolean NOT NULL DEFAULT false,
  holder text,
  held_until timestamptz,
  created timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE slot (
  pool text NOT NULL REFERENCES pool,
  slot integer NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'filled', 'exhausted')),
  reason text,
  respondent text,
  codes text NOT NULL DEFAULT '{}',
  verdicts text NOT NULL DEFAULT '',
  rounds integer NOT NULL DEFAULT 0,
  winner text,
  PRIMARY KEY (pool, slot)
) WITH (fillfactor = 70);

-- Every call that was paid for and brought something, with all of its choices.
CREATE TABLE call (
  pool text NOT NULL REFERENCES pool,
  slot integer NOT NULL,
  place text NOT NULL,
  draw integer NOT NULL,
  experiment text NOT NULL,
  prompt_hash text NOT NULL,
  alias text NOT NULL,
  seed integer NOT NULL,
  said text NOT NULL,
  calls bigint NOT NULL,
  tokens bigint NOT NULL,
  micros bigint NOT NULL,
  latency_millis bigint NOT NULL,
  written timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (pool, slot, place, draw)
);

-- Calls on their way, and draws that were sent without a usable reply.
CREATE TABLE call_cursor (
  pool text NOT NULL REFERENCES pool,
  experiment text NOT NULL,
  slot integer NOT NULL,
  place text NOT NULL,
  draw integer NOT NULL,
  epoch integer NOT NULL,
  calling boolean NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  malformed integer NOT NULL DEFAULT 0,
  reserved_calls bigint NOT NULL,
  reserved_tokens bigint NOT NULL,
  reserved_micros bigint NOT NULL,
  PRIMARY KEY (pool, experiment, slot, place, draw)
) WITH (fillfactor = 50);

-- A batch and the try that holds it; first = -1 is the closing of the pool. Sums change in the
-- transaction of what they sum up, so they are never off by a crash.
CREATE TABLE batch (
  pool text NOT NULL REFERENCES pool,
  experiment text NOT NULL,
  first integer NOT NULL,
  path text NOT NULL,
  turn integer NOT NULL,
  epoch integer NOT NULL,
  results bigint NOT NULL DEFAULT 0,
  found bigint NOT NULL DEFAULT -1,
  barren integer NOT NULL DEFAULT 0,
  calls bigint NOT NULL DEFAULT 0,
  tokens bigint NOT NULL DEFAULT 0,
  micros bigint NOT NULL DEFAULT 0,
  lost bigint NOT NULL DEFAULT 0,
  turn_filled bigint NOT NULL DEFAULT 0,
  turn_exhausted bigint NOT NULL DEFAULT 0,
  turn_calls bigint NOT NULL DEFAULT 0,
  turn_tokens bigint NOT NULL DEFAULT 0,
  turn_micros bigint NOT NULL DEFAULT 0,
  turn_lost bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (pool, experiment, first)
) WITH (fillfactor = 50);
CREATE INDEX batch_of_experiment ON batch (experiment);

CREATE TABLE story (
  pool text NOT NULL REFERENCES pool,
  ordinal integer NOT NULL,
  story text NOT NULL,
  passage text NOT NULL,
  respondent text,
  tokens integer NOT NULL,
  provenance text NOT NULL,
  PRIMARY KEY (pool, ordinal)
);
CREATE UNIQUE INDEX story_id ON story (pool, story);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER call_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON call
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON story
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE control (
  experiment text PRIMARY KEY,
  mode text NOT NULL,
  concurrency text NOT NULL,
  version bigint NOT NULL
);
