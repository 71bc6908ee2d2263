// How hard a passphrase is to try out, roughly: signs that repeat, count on or belong to a well-known one add next to nothing.

export const passphraseStrengths = ["none", "weak", "fair", "strong"] as const;
export type PassphraseStrength = (typeof passphraseStrengths)[number];

/** Signs of a kind that somebody who tries has to reckon with. */
const pools: readonly (readonly [RegExp, number])[] = [
  [/\d/, 10],
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\p{Script=Han}/u, 2_500],
  [/[^\da-zA-Z\p{Script=Han}]/u, 33],
];

const wellKnown =
  /password|passw0rd|qwerty|admin|iloveyou|letmein|abc123|密码|口令|公安|反诈|警察|专案|(19|20)\d{2}(0[1-9]|1[0-2])?([0-2]\d|3[01])?|1[3-9]\d{9}/gi;

/** Below: tried out in hours where the file is at hand, since scrypt costs a tenth of a second a guess; above the second: in no time that matters. */
const bitsOf: Readonly<Record<"fair" | "strong", number>> = { fair: 30, strong: 52 };
/** A whole well-known part counts as one choice of a short list. */
const knownBits = 6;

export function passphraseBits(passphrase: string): number {
  const text = passphrase.normalize("NFC").trim();
  const known = text.match(wellKnown)?.length ?? 0;
  const signs = [...text.replace(wellKnown, " ")].filter((sign) => sign !== " ");
  const pool = pools.reduce((sum, [kind, size]) => sum + (signs.some((sign) => kind.test(sign)) ? size : 0), 0);
  const seen = new Set<string>();
  let telling = 0;
  signs.forEach((sign, at) => {
    const step = at === 0 ? 2 : Math.abs(sign.codePointAt(0)! - signs[at - 1]!.codePointAt(0)!);
    telling += step <= 1 ? 0.2 : seen.has(sign) ? 0.6 : 1;
    seen.add(sign);
  });
  return known * knownBits + (pool === 0 ? 0 : telling * Math.log2(pool));
}

export function passphraseStrength(passphrase: string): PassphraseStrength {
  if (passphrase.trim() === "") return "none";
  const bits = passphraseBits(passphrase);
  return bits < bitsOf.fair ? "weak" : bits < bitsOf.strong ? "fair" : "strong";
}
