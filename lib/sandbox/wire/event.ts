import { iso } from "../clock";
import type { EventRecord } from "../state/shapes";
import { show } from "./show";

export function eventOut(event: EventRecord) {
  return show(event, {
    id: event.id,
    type: event.type,
    apiVersion: "v1",
    createdAt: iso(event.createdAt),
    resourceId: event.resourceId,
    jobId: event.jobId,
    data: event.data,
  });
}
