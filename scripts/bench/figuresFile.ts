// Records of invented figures of the past, copied many times by careless hands: titles and pet names, a surname that is sometimes the title's,
// birth days of which often only the year is known, towns told by another level, postcodes nearby, two callings. Families share name, town and calling.
// The truth stands beside the records; the program never reads it.
import { writeFileSync } from "node:fs";
import { seededRandom } from "../../shared/random.ts";
import type { PersonSet } from "./personFile.ts";

const men =
  "john william thomas george james henry charles robert edward richard joseph samuel arthur frederick alfred walter francis albert david alexander hugh peter andrew harold philip daniel benjamin ernest percy edmund stephen reginald patrick gilbert nicholas matthew leonard roger archibald lionel ralph humphrey";
const women =
  "mary elizabeth anne jane margaret sarah catherine alice florence charlotte edith emma emily ellen frances harriet maria caroline lucy dorothy eleanor isabella agnes beatrice ethel martha rose constance georgiana susan";
const petNames =
  "john:jack,johnny william:bill,will,willie thomas:tom,tommy james:jim,jem,jamie henry:harry,hal charles:charlie,chas robert:bob,rob,bobby edward:ned,ted,eddie richard:dick,rick joseph:joe samuel:sam arthur:art frederick:fred,freddie alfred:alf,fred francis:frank albert:bert,bertie david:dave alexander:alec,sandy andrew:andy philip:phil daniel:dan benjamin:ben edmund:ned stephen:steve patrick:paddy,pat nicholas:nick matthew:matt archibald:archie mary:molly,polly elizabeth:eliza,bess,betty,lizzie anne:nancy,annie margaret:peggy,maggie,meg sarah:sally catherine:kate,kitty florence:flo charlotte:lottie emily:em ellen:nell,nellie frances:fanny harriet:hattie caroline:carrie dorothy:dolly eleanor:nora,nell isabella:bella martha:patty susan:sue,susie";
const surnameStarts =
  "ash brad car den el fair gar hal hart hol ken lang lin mar mil nor ox pem rad rush sel stan thorn wal wat whit win wood har bur cra dun fos gra hep kir lam mor pres";
const surnameEnds = "ford ley ton well worth by field ham hurst lock man more over ridge shaw son stead stone wick wood er ing land croft";
const commonSurnames =
  "smith jones williams taylor brown davies evans thomas wilson roberts johnson walker wright robinson thompson white hughes edwards hall green lewis harris clarke jackson wood turner hill cooper ward morris moore clark lee king baker morgan allen james scott ellis parker bennett";
const callings =
  "politician writer painter clergyman cricketer footballer actor engineer physician lawyer soldier naval-officer composer botanist architect merchant journalist poet historian barrister rower teacher philosopher chemist sculptor singer publisher banker explorer geologist translator mathematician";
const titles = ["sir", "lady", "rev", "dr", "captain", "lord"];
const ranks = ["baronet", "baron", "earl", "viscount", "marquess", "duke"];

const words = (text: string) => text.split(" ");
const pets = new Map(
  words(petNames).map((entry) => {
    const [name = "", list = ""] = entry.split(":");
    return [name, list.split(",")] as const;
  }),
);

interface Town {
  readonly name: string;
  readonly county: string;
  readonly area: string;
}

interface Figure {
  readonly given: readonly string[];
  readonly surname: string;
  readonly title: string;
  /** "3rd earl of oxford", or "". */
  readonly rank: string;
  readonly isMan: boolean;
  readonly birth: string;
  readonly town: Town;
  readonly postcode: string;
  readonly callings: readonly string[];
}

const letters = "abcdefghijklmnopqrstuvwxyz";
const postLetters = "abdefghjlnpqrstuwxyz";
const twoDigits = (value: number) => String(value).padStart(2, "0");

/** Some hands write with care, some do not: the errors of one record come together. */
const carelessnesses = [0.4, 1.3, 2.4, 4];

class Scribes {
  private readonly random: () => number;
  private readonly surnames: readonly string[];
  private readonly towns: readonly Town[];
  /** How careless the hand is that writes the record at the moment. */
  private carelessness = 1;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    const made = words(surnameStarts).flatMap((start) => words(surnameEnds).map((end) => start + end));
    this.surnames = [...words(commonSurnames), ...made.sort(() => this.random() - 0.5)];
    const places = words(surnameStarts).flatMap((start) => ["bury", "mouth", "chester", "ford", "minster"].map((end) => start + end));
    const counties = places.filter((_, i) => i % 5 === 0).map((name) => `${name}shire`);
    this.towns = places
      .sort(() => this.random() - 0.5)
      .map((name, i) => ({
        name,
        county: counties[i % counties.length]!,
        area: this.letter() + this.letter() + String(1 + this.below(40)),
      }));
  }

  chance = (share: number): boolean => this.random() < share;
  private errs = (share: number): boolean => this.random() < Math.min(0.85, share * this.carelessness);
  below = (limit: number): number => Math.floor(this.random() * limit);
  pick = <T>(list: readonly T[]): T => list[this.below(list.length)]!;
  /** Early ones far more often, as names are. */
  pickCommon = <T>(list: readonly T[], power = 2.2): T => list[Math.floor(this.random() ** power * list.length)]!;
  private letter = () => postLetters[this.below(postLetters.length)]!;
  private inward = () => `${this.below(10)}${this.letter()}${this.letter()}`;

  private birth(): string {
    const year = 1600 + Math.floor(this.random() ** 0.55 * 350);
    if (this.chance(0.33)) return `${year}-01-01`;
    return `${year}-${twoDigits(1 + this.below(12))}-${this.chance(0.1) ? "01" : twoDigits(1 + this.below(28))}`;
  }

  figure(relative: Figure | null): Figure {
    const isMan = this.chance(0.83);
    const names = words(isMan ? men : women);
    const town = relative && this.chance(0.7) ? relative.town : this.pickCommon(this.towns, 2.6);
    const surname = relative?.surname ?? this.pickCommon(this.surnames, 1.7);
    const rank = this.chance(0.18) ? `${this.pick(["1st", "2nd", "3rd", "4th", "5th"])} ${this.rank(surname)}` : "";
    return {
      given: [
        this.pickCommon(names),
        ...(this.chance(0.45) ? [this.pickCommon(names)] : []),
        ...(this.chance(0.08) ? [this.pick(names)] : []),
      ],
      surname,
      title: this.chance(0.15) ? this.pick(titles) : "",
      rank,
      isMan,
      birth: this.birth(),
      town,
      postcode: `${town.area} ${this.inward()}`,
      callings: [relative && this.chance(0.4) ? relative.callings[0]! : this.pickCommon(words(callings)), this.pickCommon(words(callings))],
    };
  }

  private rank(surname: string): string {
    const kind = this.pick(ranks);
    return kind === "baronet" ? kind : `${kind}${this.chance(0.4) ? ` ${surname}` : ""} of ${this.pick(this.towns).name}`;
  }

  /** One letter wrong, lost, doubled, or two exchanged. */
  private slip(text: string): string {
    const at = this.below(Math.max(1, text.length - 1));
    const kind = this.below(4);
    if (kind === 0) return text.slice(0, at) + letters[this.below(26)]! + text.slice(at + 1);
    if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
    if (kind === 2) return text.slice(0, at) + letters[this.below(26)]! + text.slice(at);
    return text.slice(0, at) + (text[at + 1] ?? "") + text[at]! + text.slice(at + 2);
  }

  private slipDigits(text: string): string {
    const at = this.pick([...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : [])));
    return text.slice(0, at) + this.below(10) + text.slice(at + 1);
  }

  private fullName(figure: Figure): string[] {
    const [first = "", ...others] = figure.given;
    const pet = pets.get(first);
    let names = [pet && this.errs(0.17) ? this.pick(pet) : first, ...others];
    if (names.length > 1 && this.chance(0.35)) names = [names[0]!];
    else if (names.length > 1 && this.errs(0.06)) names = names.slice(1);
    else if (names.length > 1 && this.errs(0.08)) names = [names[0]!, names[1]![0]!];
    const base = [...(figure.title && this.chance(0.6) ? [figure.title] : []), ...names, figure.surname];
    const whole = figure.rank && this.chance(0.65) ? [...base, ...words(figure.rank)] : base;
    const kept = whole.filter((_, i) => whole.length <= 3 || i === 0 || !this.errs(0.1));
    return kept.map((word) => (word.length > 2 && this.errs(0.04) ? this.slip(word) : word));
  }

  private birthTold(birth: string): string {
    if (this.errs(0.1)) return "";
    if (this.errs(0.08)) return `${birth.slice(0, 4)}-01-01`;
    if (this.errs(0.05)) return this.slipDigits(birth);
    if (this.errs(0.03)) return `${Number(birth.slice(0, 4)) + (this.chance(0.5) ? 1 : -1)}${birth.slice(4)}`;
    return birth;
  }

  private postcodeTold({ postcode, town }: Figure): string {
    if (this.errs(0.14)) return "";
    if (this.errs(0.24)) return `${town.area} ${this.inward()}`;
    if (this.errs(0.06)) return `${this.letter()}${this.letter()}${1 + this.below(40)} ${this.inward()}`;
    return postcode;
  }

  private placeTold({ town }: Figure): string {
    if (this.errs(0.1)) return "";
    if (this.errs(0.13)) return town.county;
    return this.errs(0.04) ? this.slip(town.name) : town.name;
  }

  record(figure: Figure): readonly string[] {
    this.carelessness = this.pick(carelessnesses);
    const full = this.fullName(figure);
    const plain = full.filter((word) => !titles.includes(word));
    const hasNames = !this.errs(0.01);
    return [
      full.join(" "),
      hasNames ? plain[0]! : "",
      hasNames && plain.length > 1 ? plain.at(-1)! : "",
      this.birthTold(figure.birth),
      this.placeTold(figure),
      this.postcodeTold(figure),
      this.chance(0.3) ? "" : figure.isMan ? "male" : "female",
      this.errs(0.16) ? "" : (this.errs(0.15) ? figure.callings[1]! : figure.callings[0]!).replace("-", " "),
    ];
  }
}

export const figureHeadings = ["full_name", "first_name", "surname", "dob", "birth_place", "postcode", "gender", "occupation"] as const;

export interface FigureSet {
  readonly rows: readonly (readonly string[])[];
  /** Figure of each row. */
  readonly truth: readonly number[];
}

/** About ten records a figure; one figure in twelve is a relative of the one before. */
export function inventFigures(count: number, seed: number): FigureSet {
  const scribes = new Scribes(seed);
  const rows: { readonly owner: number; readonly key: number; readonly cells: readonly string[] }[] = [];
  let before: Figure | null = null;
  for (let owner = 0; owner < count; owner++) {
    const figure: Figure = scribes.figure(scribes.chance(0.08) ? before : null);
    before = figure;
    const copies = scribes.chance(0.15) ? 1 : 2 + scribes.below(19);
    for (let copy = 0; copy < copies; copy++) rows.push({ owner, key: scribes.below(1e9), cells: scribes.record(figure) });
  }
  rows.sort((a, b) => a.key - b.key);
  return { rows: rows.map(({ cells }) => cells), truth: rows.map(({ owner }) => owner) };
}

export function writeFigureFile(path: string, count: number, seed: number): PersonSet {
  const { rows, truth } = inventFigures(count, seed);
  writeFileSync(path, [figureHeadings, ...rows].map((cells) => cells.join(",")).join("\n"));
  return { records: rows.length, truth };
}
