-- A way in for one person, once. The secret is in the link and nowhere else; here is its hash.
create table invitations (
  id uuid primary key,
  workspace_id uuid not null references workspaces (id),
  role text not null check (role in ('finance', 'viewer')),
  -- the owner's own word for whom it is, a name or an address
  label text,
  secret_hash bytea not null unique,
  -- who comes back by it, having been removed; null: somebody new
  person_id uuid references people (id),
  created_by uuid not null references people (id),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  accepted_by uuid references people (id),
  revoked_at timestamptz(3),
  check (accepted_at is null or revoked_at is null),
  check ((accepted_at is null) = (accepted_by is null))
);
create index invitations_workspace on invitations (workspace_id, created_at desc);
