import pg from "pg";

/** What the app may only add to and read. */
const appendOnly = ["events", "event_seals"];

export async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>("select current_user as role");
    return rows[0]?.role ?? "";
  } finally {
    await client.end();
  }
}

export async function currentRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>("select current_user as role");
  return rows[0]?.role ?? "";
}

/**
 * Given anew after every run, so that a new table needs no line of its own. With one role for both there is
 * nothing to give, and the append-only wall is off.
 */
export async function grantToApp(owner: pg.Client, appUrl: string): Promise<void> {
  const role = await roleOf(appUrl);
  if (role === (await currentRole(owner))) return;
  const app = pg.escapeIdentifier(role);
  const walled = appendOnly.map((table) => `countersign.${table}`).join(", ");
  await owner.query("begin");
  try {
    await owner.query(`grant usage on schema countersign to ${app}`);
    await owner.query(`grant select, insert, update, delete on all tables in schema countersign to ${app}`);
    await owner.query(`revoke update, delete, truncate on ${walled} from ${app}`);
    await owner.query(`revoke insert, update, delete, truncate on countersign.schema_migrations from ${app}`);
    await owner.query(`grant usage, select on all sequences in schema countersign to ${app}`);
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback").catch(() => undefined);
    throw error;
  }
}
