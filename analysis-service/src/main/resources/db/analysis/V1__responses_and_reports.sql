-- One row per answer event. The row is de-duplication, data of every statistic and rebuild in one.
CREATE TABLE response (
  id uuid PRIMARY KEY,
  experiment text NOT NULL,
  arm text NOT NULL,
  persona text NOT NULL,
  story text,
  respondent text,
  question text NOT NULL,
  repeat integer NOT NULL,
  state text NOT NULL,
  answer_kind text,
  option integer,
  code text,
  reason text,
  display_order text NOT NULL,
  question_position integer NOT NULL,
  attempts integer NOT NULL,
  first_state text,
  input_tokens bigint NOT NULL,
  cached_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  reasoning_tokens bigint NOT NULL,
  currency text NOT NULL,
  micros bigint,
  model_alias text NOT NULL,
  model_reported text NOT NULL,
  prompt_hash text NOT NULL,
  prompts text NOT NULL,
  parser text NOT NULL,
  simulated boolean NOT NULL,
  -- This answer's summand of its arm's checksum.
  term bigint NOT NULL
);
CREATE INDEX response_arm ON response (experiment, arm) INCLUDE (term);

-- Closings of arms, newest last; the newest that agrees with the rows holds.
CREATE TABLE closing (
  id uuid PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  experiment text NOT NULL,
  arm text NOT NULL,
  arm_hash text NOT NULL,
  planned bigint NOT NULL,
  expected bigint NOT NULL,
  not_reached bigint NOT NULL,
  states text NOT NULL,
  questions text NOT NULL,
  checksum text NOT NULL,
  simulated boolean NOT NULL
);
CREATE INDEX closing_arm ON closing (experiment, arm);

-- How far each partition was read, written in the transaction that stores what was read.
CREATE TABLE consumed_offset (
  consumer text NOT NULL,
  topic text NOT NULL,
  partition integer NOT NULL,
  next_offset bigint NOT NULL,
  received bigint NOT NULL DEFAULT 0,
  duplicates bigint NOT NULL DEFAULT 0,
  dead_letters bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (consumer, topic, partition)
);

CREATE TABLE report (
  id uuid PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  experiment text NOT NULL,
  document_hash text NOT NULL,
  partial boolean NOT NULL,
  simulated boolean NOT NULL,
  headline text NOT NULL,
  created timestamptz NOT NULL
);
CREATE INDEX report_experiment ON report (experiment, number);

CREATE TABLE report_file (
  report uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  name text NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (report, name)
);

-- What waits to be published.
CREATE TABLE outbox (
  id uuid NOT NULL,
  topic text NOT NULL,
  key text NOT NULL,
  subject text NOT NULL,
  headers text NOT NULL,
  value bytea NOT NULL,
  created timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
