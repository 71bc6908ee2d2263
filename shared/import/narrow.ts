// Full-width signs made half-width where places in the text must stay.

/** Full-width letters, digits and signs to half-width one by one, so that places stay. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\uffe5]/g, (sign) => {
    if (sign === "\u3000") return " ";
    return sign === "\uffe5" ? "¥" : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}
