-- What operators ordered for model aliases, so that a later run of the experiment knows it.
create table experiment_concurrency (
  experiment text not null references experiment on delete cascade,
  alias      text not null,
  n          int not null,
  primary key (experiment, alias)
);
