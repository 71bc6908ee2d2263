// Names of people in running text, by the word before them: 报案人张三, 户名：李四.
import { isOrganisationName, surnameOf } from "./kinds/name.ts";

const roleWord = "报案人|报警人|受害人|被害人|事主|嫌疑人|户名|姓名|机主|持卡人|开户人|收款人|付款人|联系人|当事人|户主|名叫|自称";
const afterRole = new RegExp(`(?:${roleWord})(?:姓名|名称)?[:：\\s]*(?:为|是|叫)?\\s*["“]?(\\p{Script=Han}{2,4})`, "gu");
/** Words that go on after a name of two characters. */
const goesOn = /[被在于称到的向与和通收接发报因将从说等及给把对已曾系经今也家某前后来先以用为下所并其时人]/u;

function nameAtHead(text: string): string {
  const surname = surnameOf(text);
  if (surname === "" || isOrganisationName(text)) return "";
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
