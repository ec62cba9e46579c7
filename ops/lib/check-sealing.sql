-- The last position, and how many entries or events do not agree: without the other one, out of place, or with
-- another content than was sealed.
select coalesce(max(l.position), -1),
       count(*) filter (where l.position is null or e.seq_id is null or l.position <> l.place
         or l.leaf_hash <> sha256('\x00'::bytea || convert_to(ledger.entry_text(l.position, l.recorded_at, e), 'UTF8')))
  from ledger.mt_events e
  full join (select *, row_number() over (order by position) - 1 as place from ledger.ledger_entry) l using (seq_id);
