/** Our clock plus what OpenTrain's answers taught us: what phases, deadlines and reads go by. */
export function connectionNow(connection: { clockOffsetMs: number } | null, now: Date): Date {
  return new Date(now.getTime() + (connection?.clockOffsetMs ?? 0));
}
