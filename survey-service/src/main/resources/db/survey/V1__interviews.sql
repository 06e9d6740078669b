-- Rosters are what is worked on: an arm's personas, or a pool's stories and their traits. Texts are
-- kept once by hash; an answer names its subject by two small numbers and its prompt by hash only.

CREATE TABLE passage (
  hash bytea PRIMARY KEY,
  body text NOT NULL
);

CREATE TABLE roster (
  key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('arm', 'traits')),
  experiment text NOT NULL,
  name text NOT NULL,
  hash text NOT NULL,
  spec text NOT NULL,
  size integer NOT NULL DEFAULT 0,
  steps integer NOT NULL,
  repeats integer NOT NULL,
  simulated boolean NOT NULL,
  epoch integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX roster_of_arm ON roster (experiment, name) WHERE kind = 'arm';
CREATE UNIQUE INDEX roster_of_traits ON roster (name, hash) WHERE kind = 'traits';

CREATE TABLE member (
  roster integer NOT NULL REFERENCES roster,
  ordinal integer NOT NULL,
  subject text NOT NULL,
  story text,
  respondent text,
  passage bytea NOT NULL REFERENCES passage,
  appended bytea REFERENCES passage,
  PRIMARY KEY (roster, ordinal)
);
CREATE UNIQUE INDEX member_subject ON member (roster, subject);

-- The cursor of a series. Updated in place with every result, so rows leave room for their next
-- version and no column that changes is indexed.
CREATE TABLE series (
  roster integer NOT NULL,
  member integer NOT NULL,
  repeat smallint NOT NULL,
  epoch integer NOT NULL,
  phase smallint NOT NULL DEFAULT 0,
  step smallint NOT NULL DEFAULT 0,
  draw smallint NOT NULL DEFAULT 0,
  tries smallint NOT NULL DEFAULT 0,
  malformed smallint NOT NULL DEFAULT 0,
  rejected smallint NOT NULL DEFAULT 0,
  reserved_calls integer NOT NULL DEFAULT 0,
  reserved_tokens bigint NOT NULL DEFAULT 0,
  reserved_micros bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (roster, member, repeat)
) WITH (fillfactor = 50);

CREATE TABLE answer (
  roster integer NOT NULL,
  member integer NOT NULL,
  question smallint NOT NULL,
  repeat smallint NOT NULL,
  id uuid NOT NULL,
  prompt_hash bytea NOT NULL,
  position smallint NOT NULL,
  attempts smallint NOT NULL,
  seed integer NOT NULL,
  state text NOT NULL,
  first_state text NOT NULL,
  reason text,
  option smallint,
  code text,
  display_order text NOT NULL,
  raw text NOT NULL,
  finish text,
  model text NOT NULL,
  latency_millis integer NOT NULL,
  input_tokens integer NOT NULL,
  cached_tokens integer NOT NULL,
  output_tokens integer NOT NULL,
  reasoning_tokens integer NOT NULL,
  estimated boolean NOT NULL,
  micros bigint,
  parser text NOT NULL,
  written timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (roster, member, question, repeat)
);

-- Every ended draw that is not the answer: draws that were asked again, and draws of a try that was
-- no longer current (discarded = its epoch; 0 for a draw that counts).
CREATE TABLE attempt (
  roster integer NOT NULL,
  member integer NOT NULL,
  question smallint NOT NULL,
  repeat smallint NOT NULL,
  draw smallint NOT NULL,
  discarded integer NOT NULL,
  prompt_hash bytea NOT NULL,
  position smallint NOT NULL,
  seed integer NOT NULL,
  state text NOT NULL,
  first_state text NOT NULL,
  reason text,
  option smallint,
  code text,
  display_order text NOT NULL,
  raw text NOT NULL,
  finish text,
  model text NOT NULL,
  latency_millis integer NOT NULL,
  input_tokens integer NOT NULL,
  cached_tokens integer NOT NULL,
  output_tokens integer NOT NULL,
  reasoning_tokens integer NOT NULL,
  estimated boolean NOT NULL,
  micros bigint,
  PRIMARY KEY (roster, member, question, repeat, draw, discarded)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER answer_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON answer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attempt_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON attempt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A batch and the try that holds it. Counters change in the transaction of what they count.
CREATE TABLE lease (
  roster integer NOT NULL,
  experiment text NOT NULL,
  first integer NOT NULL,
  path text NOT NULL,
  turn integer NOT NULL,
  epoch integer NOT NULL,
  answered bigint NOT NULL DEFAULT 0,
  failed bigint NOT NULL DEFAULT 0,
  results bigint NOT NULL DEFAULT 0,
  found bigint NOT NULL DEFAULT -1,
  barren integer NOT NULL DEFAULT 0,
  calls bigint NOT NULL DEFAULT 0,
  tokens bigint NOT NULL DEFAULT 0,
  micros bigint NOT NULL DEFAULT 0,
  lost bigint NOT NULL DEFAULT 0,
  turn_answered bigint NOT NULL DEFAULT 0,
  turn_failed bigint NOT NULL DEFAULT 0,
  turn_calls bigint NOT NULL DEFAULT 0,
  turn_tokens bigint NOT NULL DEFAULT 0,
  turn_micros bigint NOT NULL DEFAULT 0,
  turn_lost bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (roster, experiment, first)
) WITH (fillfactor = 50);

CREATE TABLE control (
  experiment text PRIMARY KEY,
  mode text NOT NULL,
  concurrency text NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE closing (
  roster integer NOT NULL,
  checksum text NOT NULL,
  receipt text NOT NULL,
  event text NOT NULL,
  written timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (roster, checksum)
);

-- One row per writing process: the number of its last commit, so that a commit of unknown outcome
-- can be looked up.
CREATE TABLE writer (
  id uuid PRIMARY KEY,
  sequence bigint NOT NULL,
  started timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

CREATE TABLE outbox (
  id uuid NOT NULL,
  topic text NOT NULL,
  key text NOT NULL,
  subject text NOT NULL,
  headers text NOT NULL,
  value bytea NOT NULL,
  created timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
