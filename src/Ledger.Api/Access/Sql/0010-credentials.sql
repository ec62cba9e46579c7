-- How officers prove who they are. Not part of the ledger: a password is changed in place and never an event.
create table if not exists ledger.credential (
  officer       text primary key,
  password_hash text        not null,
  failures      int         not null default 0,
  locked_until  timestamptz,
  -- A sample account's: good on a loopback address only.
  sample        boolean not null default false
);
