// What a kind of value is: how its spellings are cleaned, how sure a reading is, what the number tells. Cleaning never destroys:
// what fails its check is kept as written, with a doubt (`cleanOrKeep`).

export const kindDoubts = [
  "check-digit",
  "prefix-unknown",
  "area-unknown",
  "area-younger",
  "area-abolished",
  "area-missing",
  "length-unusual",
  "masked",
  "data-card",
  "invalid",
] as const;

/** Why a value is kept although something about it is odd. */
export type KindDoubt = (typeof kindDoubts)[number];

export const kindReasons = [
  "empty",
  "length",
  "characters",
  "form",
  "check-digit",
  "prefix-unknown",
  "province-unknown",
  "area-unknown",
  "area-younger",
  "area-abolished",
  "date-impossible",
  "out-of-range",
  "precision-lost",
] as const;

/** Why a text is no value of the kind. */
export type KindReason = (typeof kindReasons)[number];

export interface CleanValue {
  /** Normal form. */
  readonly value: string;
  readonly doubt?: KindDoubt;
}

export interface CleanRefusal {
  readonly reason: KindReason;
}

export type Cleaned = CleanValue | CleanRefusal;

export interface CleanOptions {
  /** Doubts about an area code count as faults. */
  readonly strict?: boolean;
  /** Today as yyyymmdd: a later birth is impossible. Without it every date of the calendar is accepted. */
  readonly today?: number;
}

/** What a number tells by itself: birthDate sex province area bankCode bankName cardType carrier … */
export type Facts = Readonly<Record<string, string>>;

export interface IdentifierKind {
  /** As the command line names it. */
  readonly id: string;
  /** Kind of the entity that such an identifier names; null for the ones that name a person or nothing. */
  readonly entityKind: string | null;
  readonly clean: (text: string, options?: CleanOptions) => Cleaned;
  /** 0..1: how much of what passes `clean` really is of this kind; given the text without spelling noise. */
  readonly specificity: number | ((text: string) => number);
  /** Works on the text even where its check digit is wrong. */
  readonly facts?: (text: string) => Facts;
  /** 0..1: how alike two normal forms are, in the ways in which such identifiers are mistyped. */
  readonly compare: (a: string, b: string) => number;
  /** −log2 of the chance that two strangers share a value: about log2 of how many are in use; 0 for public ones. */
  readonly rarityBits: number | ((value: string) => number);
}

export const isClean = (cleaned: Cleaned): cleaned is CleanValue => "value" in cleaned;

export const refuse = (reason: KindReason): CleanRefusal => ({ reason });

export const rarityOf = ({ rarityBits }: Pick<IdentifierKind, "rarityBits">, value: string): number =>
  typeof rarityBits === "number" ? rarityBits : rarityBits(value);

/** The normal form, or the text as written with a doubt. */
export function cleanOrKeep(kind: Pick<IdentifierKind, "clean">, text: string, options?: CleanOptions): CleanValue {
  const cleaned = kind.clean(text, options);
  return isClean(cleaned) ? cleaned : { value: text.trim(), doubt: "invalid" };
}

/** No identifier is longer; what is would only cost time. */
const longestText = 2048;

/** A kind whose functions never look at texts that are too long to be one. */
export function defineKind(kind: IdentifierKind): IdentifierKind {
  const { clean, facts } = kind;
  return {
    ...kind,
    clean: (text, options) => (text.length > longestText ? refuse("length") : clean(text, options)),
    ...(facts === undefined ? {} : { facts: (text) => (text.length > longestText ? {} : facts(text)) }),
  };
}
