-- The worker's own tables: what was asked for, who holds it, what it may spend, what became of it.
create table experiment (
  id            text primary key,
  workflow_id   text not null,
  run_id        text not null,
  run           int not null,
  document      bytea not null,
  document_hash text not null,
  title         text,
  wave          text not null,
  state         text not null,
  phase         text not null,
  reason        text,
  detail        text not null default '',
  version       bigint not null,
  plan          text not null,
  result        text,
  simulated     boolean not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);

create table experiment_arm (
  experiment text not null references experiment on delete cascade,
  arm        text not null,
  hash       text not null,
  position   int not null,
  primary key (experiment, arm)
);

create table experiment_log (
  experiment text not null references experiment on delete cascade,
  version    bigint not null,
  at         timestamptz not null,
  state      text not null,
  phase      text not null,
  reason     text,
  detail     text not null,
  primary key (experiment, version)
);

-- Limits; null is no limit.
create table ledger (
  experiment text primary key references experiment on delete cascade,
  calls      bigint,
  tokens     bigint,
  micros     bigint
);

-- Granted and settled, by workflow path and generation of its workflow; granted never adds up to more than the limit.
create table ledger_path (
  experiment     text not null references experiment on delete cascade,
  path           text not null,
  generation     int not null,
  granted_calls  bigint not null,
  granted_tokens bigint not null,
  granted_micros bigint not null,
  settled_calls  bigint not null,
  settled_tokens bigint not null,
  settled_micros bigint not null,
  closed         boolean not null,
  primary key (experiment, path, generation)
);

create table ledger_grant (
  experiment text not null references experiment on delete cascade,
  path       text not null,
  generation int not null,
  number     int not null,
  calls      bigint not null,
  tokens     bigint not null,
  micros     bigint not null,
  outlook    text not null,
  primary key (experiment, path, generation, number)
);
