-- What an event is about, told from its stream and its data, and the indexes by which the history is searched. No read model: what is
-- appended is found at once. The store's own tables, so LedgerStore says that these indexes are to stay.

create or replace function ledger.event_zone(stream text, data jsonb) returns text language sql immutable parallel safe as $$
  select case
    when stream like 'return/%' or stream like 'cultivation/%' then split_part(stream, '/', 2)
    -- A zone, or another unit; only the programme knows which.
    when stream like 'task/%' then split_part(stream, '/', 3)
    when stream like 'assessment/%' or stream like 'officer/%' or stream like 'institution/%' then data->>'zone'
  end
$$;

create or replace function ledger.event_period(stream text) returns text language sql immutable parallel safe as $$
  select case
    when stream like 'return/%' then split_part(stream, '/', 3)
    when stream like 'notice/%' or stream like 'assessment/%' then split_part(stream, '/', 2)
  end
$$;

create index if not exists mt_events_zone on ledger.mt_events (ledger.event_zone(stream_id, data));
create index if not exists mt_events_period on ledger.mt_events (ledger.event_period(stream_id));
create index if not exists mt_events_officer on ledger.mt_events (user_name);
create index if not exists mt_events_organisation on ledger.mt_events ((headers->>'organisation'));
create index if not exists mt_events_decision on ledger.mt_events ((headers->>'decision')) where headers ? 'decision';
