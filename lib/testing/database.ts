import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { appRole, ownerRole } from "@/lib/host/postgres/prepare-database";
import { urlFor } from "@/lib/host/postgres/url-for";
import { createDb, createPool, type Db } from "@/lib/store/pool";

export type TestDatabase = {
  /** As the app uses it. */
  readonly db: Db;
  readonly pool: pg.Pool;
  /** The role that owns the tables: for what the app may not do. */
  readonly ownerPool: pg.Pool;
  /** The address for the app's role, and for the owner's. */
  readonly url: string;
  readonly ownerUrl: string;
};

async function asSuperuser(socketDir: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor(socketDir, "postgres", "postgres") });
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}

/** A migrated database for this test file alone, dropped after it. Call it once, outside the tests. */
export function useTestDatabase(): TestDatabase {
  const socketDir = inject("postgresSocketDir");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = urlFor(socketDir, appRole, name);
  const ownerUrl = urlFor(socketDir, ownerRole, name);
  const pool = createPool(url, { max: 5 });
  const ownerPool = createPool(ownerUrl, { max: 5 });

  beforeAll(async () => {
    const template = inject("templateDatabase");
    await asSuperuser(
      socketDir,
      `create database ${name} owner ${ownerRole} template ${template} strategy file_copy`,
    );
  });
  afterAll(async () => {
    await Promise.all([pool.end(), ownerPool.end()]);
    await asSuperuser(socketDir, `drop database ${name} with (force)`);
  });
  return { db: createDb(pool), pool, ownerPool, url, ownerUrl };
}
