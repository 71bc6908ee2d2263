// Which glyph stands beside a target: the kind of entity that it names, none for times, amounts and words.

const patterns: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)(account|card|number)$/, "account"],
  [/(^case\.number|incidentNumber)$/, "case"],
  [/(phone|caller|callee)$/, "phone"],
  [/(imei|imsi|mac|device)$/, "device"],
  [/(netid|ip)$/, "netid"],
  [/(vehicle|plate)$/, "vehicle"],
  [/(^|\.)(name|holder|identityNumber|givenName|surname|key)$/, "person"],
  [/^(place|address)\.|(place|address)$/, "place"],
  [/(unit|bank|branch|organisation)$/, "organisation"],
];

/** The kind a target speaks of; null where it is only a value. */
export function targetKindOf(target: string): string | null {
  if (target.startsWith("place.")) return "place";
  if (target === "case.number") return "case";
  return patterns.find(([pattern]) => pattern.test(target))?.[1] ?? null;
}
