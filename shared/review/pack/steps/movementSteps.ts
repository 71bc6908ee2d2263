// Steps of the trace stage about where people and devices were: meetings, stays, who follows whom, days against the own habit.
import type { LineField, StepKind, TunableArgument } from "../line.ts";
import { shapeOf } from "./shapeOf.ts";

/** Two of whom it is told how often, how unusually and where they were together. */
const together = (places: LineField): readonly LineField[] => [
  { name: "a", form: "entity" },
  { name: "b", form: "entity" },
  { name: "times", form: "count", isTold: true },
  { name: "bits", form: "bits" },
  places,
];

const meetings = shapeOf<"trace.findMeetings">()({
  linesOf: ({ lines }) => lines,
  key: ["a", "b"],
  fields: together({ name: "places[].place", form: "entities" }),
  factsOf: ({ a, b, places }) => places.map(({ from, until }) => ({ kind: "sightings", entities: [a, b], from, until })),
  chartOf: ({ a }) => a,
});

const stays = shapeOf<"trace.readStays">()({
  linesOf: ({ pairs }) => pairs,
  key: ["a", "b"],
  fields: together({ name: "nights[].place", called: "places", form: "entities" }),
  factsOf: ({ a, b, nights }) => nights.map(({ since, until }) => ({ kind: "sightings", entities: [a, b], from: since, until })),
  chartOf: ({ a }) => a,
});

const followers = shapeOf<"trace.findFollowers">()({
  linesOf: ({ lines }) => lines,
  key: ["a", "b"],
  fields: [
    { name: "a", called: "ahead", form: "entity" },
    { name: "b", called: "behind", form: "entity" },
    { name: "journeys", form: "count", isTold: true },
    { name: "placeCount", form: "count", isTold: true },
    { name: "bits", form: "bits" },
  ],
  factsOf: ({ a, b, journeys }) =>
    journeys.flatMap(({ places }) => places.map(({ from, until }) => ({ kind: "sightings" as const, entities: [a, b], from, until }))),
  chartOf: ({ a }) => a,
});

const unusual = shapeOf<"trace.findUnusual">()({
  linesOf: ({ lines }) => lines,
  key: ["entity", "at"],
  fields: [
    { name: "entity", form: "entity" },
    { name: "at", form: "time" },
    { name: "seenAt.place", called: "seenAt", form: "entity" },
    { name: "bits", form: "bits" },
    { name: "onDay", form: "count", isTold: true },
  ],
  factsOf: ({ entity, at }) => [{ kind: "sightings", entities: [entity], from: at, until: at }],
  chartOf: ({ entity }) => entity,
});

const within: readonly TunableArgument[] = [
  { name: "withinMinutes", kind: "number", min: 0, max: 1440 },
  { name: "distanceMetres", kind: "number", min: 0, max: 10_000 },
];

export const movementSteps: readonly StepKind[] = [
  {
    call: "trace.findMeetings",
    tunable: [...within, { name: "min", kind: "number", min: 1, max: 100 }],
    shape: meetings,
    listedBy: null,
  },
  {
    call: "trace.readStays",
    tunable: [
      { name: "person", kind: "text" },
      { name: "place", kind: "text" },
      { name: "day", kind: "day" },
    ],
    shape: stays,
    listedBy: null,
    needs: "stay",
    isLook: true,
  },
  {
    call: "trace.findFollowers",
    tunable: [...within, { name: "places", kind: "number", min: 2, max: 50 }],
    shape: followers,
    listedBy: null,
  },
  {
    call: "trace.findUnusual",
    tunable: [
      { name: "sightings", kind: "number", min: 5, max: 10_000 },
      { name: "days", kind: "number", min: 3, max: 1000 },
      { name: "minBits", kind: "number", min: 0, max: 100 },
    ],
    shape: unusual,
    listedBy: null,
  },
];
