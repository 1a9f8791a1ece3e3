import { badField } from "../refusal";
import { isPublished } from "../wire/job";
import { publicJobOut } from "../wire/public-job";
import { ok } from "./answer";
import type { PublicRoute } from "./route";

const MAX_ID = 64;

export const publicRoutes: PublicRoute[] = [
  {
    method: "GET",
    path: "/jobs/:id",
    run: (tx, { id, origin }) => {
      if (id.trim() === "" || id.length > MAX_ID) throw badField("id");
      const job = tx.get("jobs", id);
      // One that never existed is told in the same words, so that nobody learns which ones do.
      if (!job || !isPublished(job)) return { status: 404, body: { id, status: "closed" } };
      return ok(publicJobOut(job, tx.account(job.accountId), origin));
    },
  },
];
