import type { Db } from "@/lib/store/pool";
import { compare, compareCoverage } from "@/lib/worlds/compare";
import { type Counted, countCoverage } from "@/lib/worlds/expected";
import { follow, followToTheEnd } from "@/lib/worlds/follow";
import { look } from "@/lib/worlds/look";
import { comeBack, move, restart } from "@/lib/worlds/moves";
import type { WorldSandbox } from "@/lib/worlds/open-sandbox";
import { passTime } from "@/lib/worlds/pass-time";
import { makeWorld, truthOf, type World, type WorldOptions } from "@/lib/worlds/world";

const hourMs = 3_600_000;

/** Plays one world to its end and says what its inbox must agree with; the story is told when it does not. */
export async function playWorld(db: Db, sandbox: WorldSandbox, options: WorldOptions): Promise<Counted> {
  const world = await makeWorld(db, sandbox, options);
  try {
    for (let step = 0; step < options.steps; step++) {
      if (step === Math.floor(options.steps / 2)) await restart(world);
      await move(world);
      await look(world);
    }
    await settleDown(world);
    const known = await compare(world, await truthOf(world));
    const counted = countCoverage(world, known);
    await compareCoverage(world, counted);
    return counted;
  } catch (error) {
    const told = world.story.map((line) => `  ${line}`).join("\n");
    throw new Error(`world of seed ${options.seed}, ${JSON.stringify(options.guesses)}:\n${told}`, {
      cause: error,
    });
  } finally {
    await world.recorder.stop();
  }
}

/** Everybody is there again, and everything planned comes due. */
async function settleDown(world: World): Promise<void> {
  if (world.isAway) await comeBack(world);
  for (let hours = 0; hours < 3; hours++) {
    await passTime(world, 7 * hourMs);
    await follow(world);
    await look(world);
  }
  await followToTheEnd(world);
  await look(world);
}
