/** Rejected when the answer takes longer than that; a database may be silent rather than gone. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer from the database in time")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
