// WeChat accounts: a weak form, except for those that begin with wxid_.
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

/** A letter, then letters, digits, _ or -: 6 to 20 signs in all; old accounts are wxid_…, groups …@chatroom. */
function cleanWechat(text: string): Cleaned {
  const id = tidyText(text)
    .replace(/^(?:微信|微信号|VX|WX)[:：]/i, "")
    .trim();
  if (id === "") return refuse("empty");
  if (/^\d+@chatroom$/.test(id)) return { value: id };
  if (!/^[A-Za-z]/.test(id)) return refuse("form");
  if (!/^[\w-]+$/.test(id)) return refuse("characters");
  return id.length >= 6 && id.length <= 32 ? { value: id.toLowerCase() } : refuse("length");
}

export const wechat = defineKind({
  id: "wechat",
  entityKind: "netid",
  clean: cleanWechat,
  specificity: (text) => (/^wxid_|@chatroom$/i.test(text) ? 0.98 : 0.08),
  compare: compareDigits,
  rarityBits: 30,
});
