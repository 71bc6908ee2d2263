// Names of people in running text, by the word before them: 报案人张三, 户名：李四.
import { isOrganisationName, surnameOf } from "./kinds/name.ts";

const roleWord = "报案人|报警人|受害人|被害人|事主|嫌疑人|户名|姓名|机主|持卡人|开户人|收款人|付款人|联系人|当事人|户主|名叫|自称";
const afterRole = new RegExp(`(?:${roleWord})(?:姓名|名称)?[:：\\s]*(?:为|是|叫)?\\s*["“]?(\\p{Script=Han}{2,4})`, "gu");
/** Words that go on after a name of two characters. */
const goesOn = /[被在于称到的向与和通收接发报因将从说等及给把对已曾系经今也家某前后来先以用为下所并其时人]/u;

/** Days of the week, unless the name goes on (周一鸣 is somebody, 周五前 is not), and words that only begin with a surname. */
const notNames =
  /^(?:周[一二三四五六日天末](?=$|[前后上下早晚中夜凌内起至到的在来去被将就未已也还又才左])|周[内期边围转]|马[上路]|白[天日]|高[峰度压额]|方[才便面向式法]|于(?:[昨今次近当上下本同此某是]|[一二三四五六七八九十]月)|向[其他她我警民公某对]|和[其他她我]|时[间常候]|明[天日确]|常[常用住年]|金[额融]|任[何意务]|单[独位]|平[时台日]|安[装全]|成[功为]|连[续日同]|应[该当]|全[部额]|温[馨]|路[过上])/u;

function nameAtHead(text: string): string {
  const surname = surnameOf(text);
  if (surname === "" || isOrganisationName(text) || notNames.test(text)) return "";
  const given = text.slice(surname.length, surname.length + 2);
  if (goesOn.test(given[0] ?? "的")) return "";
  return surname + (goesOn.test(given[1] ?? "的") ? given[0] : given);
}

export interface NameInText {
  /** UTF-16 places [start, end). */
  readonly start: number;
  readonly end: number;
}

/** A surname after a word that names a person. */
export const findRoleNames = (text: string): readonly NameInText[] =>
  [...text.matchAll(afterRole)].flatMap((match) => {
    const name = nameAtHead(match[1]!);
    const start = match.index + match[0].length - match[1]!.length;
    return name === "" ? [] : [{ start, end: start + name.length }];
  });
