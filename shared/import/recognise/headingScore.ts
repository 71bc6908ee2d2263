// How well a heading names a target, 0..1: the same words, the same words at its end (Chinese puts the head noun last), or inside it.
import { normaliseHeading } from "../heading.ts";
import type { Target } from "../targets/target.ts";

const cache = new Map<string, readonly string[]>();
const maxCached = 5_000;
const unit =
  /(?:亿元|[亿万千]人|(?<=人口|人数|人口数)人|百万元|万元|千元|百元|元|人民币元?|cny|rmb|秒|分钟|utc[+-]?\d*|单位元|必填|选填|double|int|string|yyyymmdd)$/;

/** A heading and its readings without unit, or by script where it is bilingual. */
export function readingsOf(heading: string): readonly string[] {
  const known = cache.get(heading);
  if (known) return known;
  const whole = normaliseHeading(heading);
  const bare = whole.replace(unit, "");
  const chinese = normaliseHeading(heading.replace(/[^\u3400-\u9fff\uf900-\ufaff]+/g, ""));
  const latin = /[\u4e00-\u9fff]/.test(heading) ? normaliseHeading(heading.replace(/[\u3400-\u9fff\uf900-\ufaff（）]+/g, "")) : "";
  const plain = bare
    .replace(/^(?:19|20)\d\d年(?:年?[末底])?(?=.)/, "") // 2025年末常住人口: a column for each year
    .replace(/案发|事发/, "发案")
    .replace(/^(对方|对手|本方|我方|收款方?|付款方?)信息/, "$1") // the upper one of two headings
    .replace("起始", "开始")
    .replace(/终止|截止/, "结束");
  const readings = [
    ...new Set([whole, bare, plain, whole.length > chinese.length + 2 ? chinese : "", latin.length >= 4 ? latin : ""]),
  ].filter((text) => text !== "");
  if (cache.size < maxCached) cache.set(heading, readings);
  return readings;
}

const isLatin = (word: string) => /^[a-z0-9]+$/.test(word);

function matchWord(reading: string, word: string): number {
  if (reading === word) return 1;
  const shortest = isLatin(word) ? 4 : 2;
  if (word.length < shortest || !reading.includes(word)) return 0;
  const cover = Math.sqrt(word.length / reading.length);
  if (reading.endsWith(word)) return 0.8 * cover;
  // 账号类型 is a type, no account: only Latin headings put the head noun first.
  return (isLatin(word) ? (reading.startsWith(word) ? 0.6 : 0.5) : 0.45) * cover;
}

/** Hundreds of sheets of one package share their headings: every pair of heading and target is scored once. */
const scores = new WeakMap<Target, Map<string, number>>();

export function scoreHeading(heading: string, target: Target): number {
  const known = scores.get(target) ?? new Map<string, number>();
  scores.set(target, known);
  const score = known.get(heading) ?? scoreReadings(heading, target);
  if (known.size < maxCached) known.set(heading, score);
  return score;
}

function scoreReadings(heading: string, target: Target): number {
  let best = 0;
  for (const reading of readingsOf(heading)) {
    for (let i = 0; i < target.words.length; i++) {
      // Words stand in the order of how telling they are.
      const score = matchWord(reading, target.words[i]!) - Math.min(0.12, i * 0.004);
      if (score > best) best = score;
    }
  }
  return best;
}
