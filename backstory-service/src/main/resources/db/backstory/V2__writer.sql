-- One row per writing process: the number of its last commit, so that a commit of unknown outcome
-- can be looked up.
CREATE TABLE writer (
  id uuid PRIMARY KEY,
  sequence bigint NOT NULL,
  started timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);
