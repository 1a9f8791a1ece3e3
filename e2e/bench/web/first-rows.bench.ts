import { startBareNext } from "../harness/bare-next";
import { fillInbox, waiting } from "../harness/fill-inbox";
import { firstRows } from "../harness/first-rows";
import { runBench } from "../harness/run-bench";
import { median } from "../harness/timing";

const rows = 30;
const loadsARound = 9;

await runBench(async ({ rounds, ratio, after }) => {
  const bare = await startBareNext();
  after(bare.stop);
  const inbox = await fillInbox(after);
  const load = async (address: string, count: number) => {
    const all: number[] = [];
    while (all.length < loadsARound) all.push(await firstRows(address, inbox.cookie, count));
    return median(all);
  };
  const { first, whole, empty } = await rounds({
    first: () => load(`${inbox.web}/`, rows),
    whole: () => load(`${inbox.web}/`, 0),
    empty: () => load(`${bare.origin}/dynamic`, 0),
  });
  const control = { ...empty, name: "an empty dynamic page" };
  const named = { ...first, name: "ours" };
  ratio(`/ with ${waiting} waiting, until its first ${rows} rows are here`, named, [control], { atMost: 4 });
  ratio(`/ with ${waiting} waiting, until all of it is here`, { ...whole, name: "ours" }, [control], null);
});
