// Vehicles that travel together – a scout ahead of a ring's car along an odd way – and nights on which a commuter is where it never is. A stream
// of chance of its own, added to the other captures, so that nothing else of the demo moves.
import { createChance } from "./chance.ts";
import { day, hour, minute, startOfDay } from "./clock.ts";
import type { Series } from "./model.ts";
import type { Capture } from "./movements.ts";
import type { World } from "./world.ts";

export interface Convoy {
  readonly ahead: string;
  readonly behind: string;
  readonly journeys: number;
}

export interface OddNight {
  readonly plate: string;
  readonly at: number;
}

export interface Convoys {
  readonly captures: readonly Capture[];
  readonly convoys: readonly Convoy[];
  readonly oddNights: readonly OddNight[];
}

const stops = 5;
const mostConvoys = 6;
const mostNights = 5;
/** Captures that make a habit. */
const habitual = 24;

export function createConvoys(world: World, seed: number, series: readonly Series[], known: readonly Capture[]): Convoys {
  const { geography, start, end, county, numbers } = world;
  const chance = createChance(seed, `convoys ${county}`);
  const captures: Capture[] = [];
  const pass = (plate: string, checkpoint: Capture["checkpoint"], at: number): void => {
    captures.push({ plate, checkpoint, at: Math.round(at / 1000) * 1000, lane: chance.int(1, 3) });
  };
  const someDay = (): number => startOfDay(start + chance.next() * (end - start - 2 * day));
  const convoys = series
    .filter(({ isFraud }) => !isFraud)
    .slice(0, mostConvoys)
    .map(({ vehicle }): Convoy => {
      const scout = numbers.plate();
      const journeys = chance.int(1, 3);
      for (let journey = 0; journey < journeys; journey++) {
        let at = someDay() + chance.int(21, 26) * hour;
        for (const checkpoint of chance.sample(geography.checkpoints, stops)) {
          pass(scout, checkpoint, at);
          pass(vehicle, checkpoint, at + chance.int(40, 150) * 1000);
          at += chance.int(9, 22) * minute;
        }
      }
      return { ahead: scout, behind: vehicle, journeys };
    });
  const commuters = [...Map.groupBy(known, ({ plate }) => plate)]
    .filter(([, own]) => own.length >= habitual)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const oddNights = chance.sample(commuters, mostNights).map(([plate, own]): OddNight => {
    const usual = new Set(own.map(({ checkpoint }) => checkpoint));
    const at = someDay() + 2 * hour + chance.int(0, 110) * minute;
    pass(plate, chance.pick(geography.checkpoints.filter((checkpoint) => !usual.has(checkpoint))), at);
    return { plate, at };
  });
  return { captures, convoys, oddNights };
}
