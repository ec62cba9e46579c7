-- Run last, at every migration. The application reads and appends; it can change read models and its own bookkeeping,
-- never an event, an entry, evidence or an answered key.
grant usage on schema ledger to ledger_app;
grant select, insert, update, delete, truncate on all tables in schema ledger to ledger_app;
grant usage, select on all sequences in schema ledger to ledger_app;

revoke update, delete, truncate on ledger.mt_events, ledger.idempotency, ledger.evidence from ledger_app;
-- Of a stream nothing moves on but its version and when that was.
revoke update, delete, truncate on ledger.mt_streams from ledger_app;
grant update (version, timestamp) on ledger.mt_streams to ledger_app;
revoke insert, update, delete, truncate on ledger.ledger_entry from ledger_app;
-- What the log signed, and what was witnessed, stays.
revoke update, delete, truncate on ledger.log_checkpoint, ledger.log_cosignature from ledger_app;
revoke execute on function ledger.seal() from public;

grant usage on schema wolverine to ledger_app;
grant select, insert, update, delete on all tables in schema wolverine to ledger_app;
grant usage on all sequences in schema wolverine to ledger_app;
