-- Answers that were read again, until they are compared with those kept.
CREATE TABLE response_rebuilt (LIKE response, PRIMARY KEY (id));
CREATE INDEX response_rebuilt_experiment ON response_rebuilt (experiment);

-- Events of an experiment that were known when they came.
CREATE TABLE repeated_event (
  experiment text PRIMARY KEY,
  events bigint NOT NULL
);
