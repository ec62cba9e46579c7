-- Every checkpoint that the log ever signed, so that none contradicts another, and what outside witnesses said of it.
create table if not exists ledger.log_checkpoint (
  size    bigint      primary key check (size > 0),
  root    bytea       not null,
  note    text        not null,  -- with the log's own signatures
  made_at timestamptz not null default clock_timestamp()
);

create table if not exists ledger.log_cosignature (
  size     bigint      not null references ledger.log_checkpoint,
  witness  text        not null,  -- as a verifier key
  given_at timestamptz not null,  -- by the witness's clock
  line     text        not null,
  primary key (size, witness, given_at)
);
