// Chinese names as they sound: pinyin without tones, surname readings (单 is shan).
import { pinyin } from "pinyin-pro";

export const spellName = (name: string): string => pinyin(name, { toneType: "none", type: "array", mode: "surname" }).join(" ");
