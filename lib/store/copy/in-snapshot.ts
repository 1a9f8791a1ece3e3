import pg from "pg";
import { setPlainText } from "@/lib/store/copy/read-rows";

/** One moment of the database for everything `work` reads, however long it takes and whatever is written. */
export async function inSnapshot<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "countersign-backup" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read, read only");
    await setPlainText(client);
    return await work(client);
  } finally {
    await client.end();
  }
}
