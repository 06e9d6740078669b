-- Weights of personas that meet the margins of people. Rows are written once and never changed.

create table raking (
  id         text primary key,
  personas   integer not null,
  report     text not null,
  created_at timestamptz not null default now()
);

create table raked_weight (
  raking  text not null references raking,
  persona text not null,
  weight  double precision not null,
  primary key (raking, persona)
);
