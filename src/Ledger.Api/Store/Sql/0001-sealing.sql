-- The one order of the ledger. Every event gets its entry at commit, whichever client wrote it: a gapless position in
-- commit order, the database's clock, and the RFC 9162 leaf hash of its canonical text. Nothing a client sends decides
-- a place or a time. See ops/decisions/0001.

create table if not exists ledger.ledger_entry (
  position    bigint      primary key,
  seq_id      bigint      not null unique,
  stream_id   text        not null,
  version     bigint      not null,
  recorded_at timestamptz not null,
  leaf_hash   bytea       not null,
  -- The largest seq_id at or below this position: a read model that has passed it has seen everything up to here.
  seq_through bigint      not null,
  unique (stream_id, version)
);

create index if not exists ledger_entry_recorded_at on ledger.ledger_entry (recorded_at, position);

-- The canonical text of an entry, which its leaf hash covers: content and metadata alike. jsonb writes its members
-- ordered by length, then bytes, with the digits of numbers kept, so the text is a function of the entry alone.
create or replace function ledger.entry_text(at_position bigint, at_time timestamptz, e ledger.mt_events)
returns text language sql stable set search_path = pg_catalog as $$
  select jsonb_build_object(
    'position', at_position,
    'recordedAt', to_char(at_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'id', e.id,
    'stream', e.stream_id,
    'version', e.version,
    'type', e.type,
    'officer', e.user_name,
    'correlation', e.correlation_id,
    'causation', e.causation_id,
    'headers', e.headers,
    'data', e.data)::text
$$;

create or replace function ledger.seal() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  head_position bigint;
  head_at timestamptz;
  head_through bigint;
  seal_at timestamptz;
begin
  -- One firing seals all that the transaction has appended so far; the other rows' firings find themselves sealed.
  if exists (select from ledger.ledger_entry l where l.seq_id = new.seq_id) then
    return null;
  end if;

  -- Read models go by seq_id. What came in behind one that has gone by would never be read; its writer takes a new seq_id.
  if exists (select from ledger.mt_event_progression p where p.name <> 'HighWaterMark' and p.last_seq_id >= new.seq_id) then
    raise exception 'The read models have gone by seq_id %.', new.seq_id using errcode = 'serialization_failure';
  end if;

  perform pg_advisory_xact_lock(7164368512);  -- held to the end of the commit: entries are sealed one commit at a time

  select l.position, l.recorded_at, l.seq_through into head_position, head_at, head_through
    from ledger.ledger_entry l order by l.position desc limit 1;
  seal_at := greatest(coalesce(head_at, '-infinity'), clock_timestamp());

  -- Whoever holds the lock sees every committed event sealed; what is unsealed is this transaction's own. Both ends of
  -- the range are given so that it stays an index scan; an event beyond it is sealed by its own firing.
  insert into ledger.ledger_entry (position, seq_id, stream_id, version, recorded_at, leaf_hash, seq_through)
  select p.position, p.seq_id, p.stream_id, p.version, seal_at,
         sha256('\x00'::bytea || convert_to(ledger.entry_text(p.position, seal_at, p.e), 'UTF8')),
         greatest(p.seq_id, head_through)
    from (select e, e.seq_id, e.stream_id, e.version,
                 coalesce(head_position, -1) + row_number() over (order by e.seq_id) as position
            from ledger.mt_events e
           where e.seq_id between new.seq_id and new.seq_id + 1000000
             and not exists (select from ledger.ledger_entry l where l.seq_id = e.seq_id)) p;
  perform pg_notify('mt_events_appended', '');  -- wakes the daemon at commit, whichever client wrote
  return null;
end $$;

drop trigger if exists seal on ledger.mt_events;
create constraint trigger seal after insert on ledger.mt_events
  deferrable initially deferred for each row execute function ledger.seal();
