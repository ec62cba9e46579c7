-- The complete subtrees of the log's tree above its leaves (whose hashes stand in ledger_entry). They are a function of
-- the entries alone, so any program may compute them again and compare.
create table if not exists ledger.log_node (
  level int    not null check (level > 0),
  index bigint not null,
  hash  bytea  not null,
  primary key (level, index)
);
