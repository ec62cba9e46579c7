-- The register laid out in days, as it was known from one position of the ledger to the next. A read model, filled by the daemon from the
-- Domain's own fold, to be thrown away and rebuilt at will. What is still so bears the last day and the last position there are, so that
-- a question compares numbers and nothing else. See Registers/README.md.

-- Where an institution lay, under which name.
create table if not exists ledger.register_residence (
  code          text   not null,
  name          text   not null,
  -- Empty: in none.
  zone          text   not null,
  valid_from    date   not null,
  valid_to      date   not null,
  position_from bigint not null,
  position_to   bigint not null,
  known_on      date   not null,
  known_to      date   not null,
  primary key (code, valid_from, position_from),
  check (valid_to > valid_from),
  check (position_to > position_from)
);

-- What it counted as. Of one kind an institution has one row a day, so that rows are institutions.
create table if not exists ledger.register_standing (
  position_from bigint not null,
  position_to   bigint not null,
  valid_from    date   not null,
  valid_to      date   not null,
  known_on      date   not null,
  known_to      date   not null,
  zone          text   not null,
  kind          text   not null,
  -- Empty: the kind has none.
  level         text   not null,
  code          text   not null,
  primary key (code, kind, valid_from, position_from),
  check (valid_to > valid_from),
  check (position_to > position_from)
);

create index if not exists register_standing_kind on ledger.register_standing (zone, kind, valid_to);

-- When it first came to a level of a kind, and where it lay then.
create table if not exists ledger.register_first (
  code          text   not null,
  kind          text   not null,
  level         text   not null,
  zone          text   not null,
  day           date   not null,
  position_from bigint not null,
  position_to   bigint not null,
  known_on      date   not null,
  known_to      date   not null,
  primary key (code, kind, level, position_from),
  check (position_to > position_from)
);

create index if not exists register_first_kind on ledger.register_first (kind, day);

-- The last act on the register, found at once: a reader waits for that, and not for whatever else is being written.
-- Written with the operator, whose definition PostgreSQL gives back in parentheses: Marten reads the indexes of its own table again at each start.
create index if not exists mt_events_institution on ledger.mt_events (seq_id) where stream_id ^@ 'institution/';
