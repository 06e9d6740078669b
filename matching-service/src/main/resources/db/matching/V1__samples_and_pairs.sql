-- Human samples, draws from them, and pairings. Rows are written once and never changed.

create table human_sample (
  id           text primary key,
  content_hash text not null,
  wave         text not null,
  wave_hash    text not null,
  people       integer not null,
  summary      text not null,
  created_at   timestamptz not null default now()
);

create table human (
  sample     text not null references human_sample,
  respondent text not null,
  key        text not null,
  weight     double precision not null,
  codes      text not null,
  primary key (sample, respondent),
  unique (sample, key)
);

create table sample_draw (
  id         text primary key,
  sample     text not null references human_sample,
  people     integer not null,
  created_at timestamptz not null default now()
);

create table sample_draw_member (
  draw       text not null references sample_draw,
  respondent text not null,
  primary key (draw, respondent)
);

create table matching (
  id         text primary key,
  pairs      integer not null,
  personas   integer not null,
  total      double precision not null,
  gap        double precision,
  unmatched  text not null,
  report     text not null,
  created_at timestamptz not null default now()
);

create table pair (
  matching    text not null references matching,
  respondent  text not null,
  status      text not null,
  story       text,
  weight      double precision not null,
  log_weight  double precision not null,
  rank        integer not null,
  best_weight double precision not null,
  ratio       double precision not null,
  ties        integer not null,
  reuse       integer not null,
  traits      text not null,
  primary key (matching, respondent)
);
