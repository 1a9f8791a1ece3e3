import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

function startTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : rest[18];
  } catch {
    return null;
  }
}

// The number of a dead process is given to another one day; its start time tells them apart.
function isAlive({ pid, startTime }) {
  if (process.platform === "linux") return startTimeOf(pid) !== null && startTimeOf(pid) === startTime;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    // Written whole or not at all, so anything unreadable was left by somebody else.
    return error.code === "ENOENT" ? null : { pid: 0, startTime: null };
  }
}

/** Who holds this lock now, null when nobody alive does. */
export function holderOf(path) {
  const holder = read(path);
  return holder && isAlive(holder) ? holder : null;
}

// A lock left by a dead process is moved aside first: if it changed hands meanwhile, it goes back.
function takeAway(path) {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (holderOf(aside)) {
    try {
      linkSync(aside, path);
    } catch {
      // Somebody else holds it by now.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the lock for this process and leaves `facts` in it for others to read. Returns how to give it back,
 * or `{ holder }` when somebody alive has it.
 */
export function holdLock(path, facts = {}) {
  const mine = `${path}.${process.pid}.new`;
  const content = { pid: process.pid, startTime: startTimeOf(process.pid), ...facts };
  writeFileSync(mine, JSON.stringify(content), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(mine, path);
        return {
          holder: null,
          release: () => read(path)?.pid === process.pid && rmSync(path, { force: true }),
        };
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const holder = holderOf(path);
      if (holder && holder.pid !== process.pid) return { holder, release: () => undefined };
      takeAway(path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
