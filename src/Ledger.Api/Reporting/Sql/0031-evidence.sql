-- Papers under the hash of their bytes. Kept once, never changed: an event that names the hash names these very bytes.
create table if not exists ledger.evidence (
  sha256     text        primary key constraint evidence_under_its_hash check (sha256 = encode(sha256(content), 'hex')),
  name       text        not null,
  media_type text        not null,
  size       bigint      not null constraint evidence_of_its_size check (size = length(content)),
  content    bytea       not null,
  kept_by    text        not null,
  kept_at    timestamptz not null default clock_timestamp()
);

-- Papers are packed already; packing them again would only cost time.
alter table ledger.evidence alter column content set storage external;
