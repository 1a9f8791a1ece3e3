-- Who follows a feed now, and until when nobody else may; by the database's clock. Lost in a crash: nobody
-- holds anything then.
create unlogged table leases (
  name text primary key,
  holder uuid not null,
  held_until timestamptz(3) not null,
  -- somebody came meanwhile, so that there is to be another turn at once
  wanted boolean not null default false
);

-- How far following a connection has come.
create table feeds (
  connection_id uuid primary key references connections (id),
  -- the last look that reached the present: by OpenTrain's clock, and by ours
  present_at timestamptz(3),
  looked_at timestamptz(3),
  -- when the next scheduled read would come if none could be made early
  reads_at timestamptz(3),
  -- why OpenTrain does not tell us of events by itself, and when that was last looked into
  webhook_problem text,
  webhook_tried_at timestamptz(3)
);
insert into feeds (connection_id, present_at, looked_at)
  select id, last_read_at, last_read_at from connections;

-- What was subscribed to at OpenTrain. The id is the last part of our own address.
create table webhooks (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  connection_id uuid not null references connections (id),
  origin text not null,
  url text not null,
  state text not null check (state in ('making', 'active', 'ending', 'ended')),
  -- OpenTrain's id, null until it told one
  upstream_id text,
  sealed bytea,
  created_at timestamptz(3) not null,
  checked_at timestamptz(3),
  last_delivery_at timestamptz(3),
  ended_at timestamptz(3)
);
create unique index webhooks_in_use on webhooks (connection_id) where state in ('making', 'active');

-- Deliveries seen before: each may come several times. Lost in a crash: one poll too many.
create unlogged table webhook_deliveries (
  hook text not null,
  id text not null,
  at timestamptz(3) not null,
  primary key (hook, id)
);
create index webhook_deliveries_at on webhook_deliveries (at);
