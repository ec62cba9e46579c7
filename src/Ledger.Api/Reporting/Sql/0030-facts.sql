-- The bitemporal facts: how every figure stood, from one position of the ledger to the next. A read model, filled by the
-- daemon from the Domain's own fold, to be thrown away and rebuilt at will. See ops/decisions/0002.

create table if not exists ledger.facts (
  zone          text    not null,
  series        text    not null,
  period        text    not null,
  -- Quarters in their order, each year after its fourth: 20231 … 20234, 20235.
  period_order  int     not null,
  position_from bigint  not null,
  -- The position at which it stood otherwise; null while it stands.
  position_to   bigint,
  value         numeric not null,
  status        text    not null,
  version       int     not null,
  reported_on   date    not null,
  known_on      date    not null,
  -- The date of the paper by which it came to stand otherwise; null while it stands.
  known_to      date,
  event_id      uuid    not null,
  primary key (zone, series, period, position_from),
  check (position_to > position_from),
  check (known_to >= known_on)
);

-- A figure stands one way at a time.
create unique index if not exists facts_standing on ledger.facts (zone, series, period) where position_to is null;

-- What papers dated up to a day had stated: the last standing known by then.
create index if not exists facts_known_on on ledger.facts (zone, series, period, known_on, position_from);

-- Each figure once, so that a question about few of them finds those first and then looks each up by one step down an
-- index, however often it changed.
create table if not exists ledger.facts_figure (
  zone           text   not null,
  series         text   not null,
  period         text   not null,
  period_order   int    not null,
  first_position bigint not null,
  primary key (zone, series, period)
);

create index if not exists facts_figure_period on ledger.facts_figure (period_order);
