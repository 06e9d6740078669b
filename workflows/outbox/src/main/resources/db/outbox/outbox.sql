-- The outbox of a stage. Each stage copies this into a migration of its own schema.
-- No key and no index: rows live for milliseconds, are taken in any order, and what makes an event
-- unique is the unique key of the row that it reports, written in the same transaction.
CREATE TABLE outbox (
  id uuid NOT NULL,
  topic text NOT NULL,
  key text NOT NULL,
  subject text NOT NULL,
  headers text NOT NULL,
  value bytea NOT NULL,
  created timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
