import { migrate } from "@/lib/store/migrate";

// A migration in a process of its own, which tests can strike down.

const { OWNER_URL = "", DATABASE_URL = "", MIGRATIONS = "" } = process.env;
await migrate({ ownerUrl: OWNER_URL, appUrl: DATABASE_URL, folder: MIGRATIONS });
