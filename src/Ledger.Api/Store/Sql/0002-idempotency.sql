-- The first answer to a write that carried an Idempotency-Key, kept in the same transaction as its events.
create table if not exists ledger.idempotency (
  officer      text   not null,
  key          text   not null,
  request_hash text   not null,
  stream_id    text   not null,
  version      bigint not null,
  events       int    not null,
  primary key (officer, key)
);
