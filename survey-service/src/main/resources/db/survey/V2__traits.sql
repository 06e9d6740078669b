-- One request for a trait: an array of draws, or the option masses of a first token; written once.
CREATE TABLE trait_request (
  roster integer NOT NULL,
  member integer NOT NULL,
  request smallint NOT NULL,
  trait smallint NOT NULL,
  source text NOT NULL,
  finished boolean NOT NULL,
  first_draw smallint NOT NULL,
  prompt_hash bytea NOT NULL,
  seed integer NOT NULL,
  display_order text NOT NULL,
  states text[] NOT NULL,
  options smallint[] NOT NULL,
  raws text[] NOT NULL,
  masses double precision[] NOT NULL,
  reason text,
  model text NOT NULL,
  latency_millis integer NOT NULL,
  input_tokens integer NOT NULL,
  output_tokens integer NOT NULL,
  micros bigint,
  written timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (roster, member, request)
);
CREATE TRIGGER trait_request_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON trait_request
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
