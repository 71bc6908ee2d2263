// GB18030 bytes of a text. Node decodes GB18030 but does not encode it, so the table is read back from the decoder.
let table: Map<string, number> | undefined;

/** The two-byte part of GB 18030-2005, the same as GBK: lead 0x81–0xFE, trail 0x40–0xFE without 0x7F. */
function buildTable(): Map<string, number> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, number>();
  const bytes = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytes.set([lead, trail]);
      const sign = decoder.decode(bytes);
      if (sign.length === 1 && sign !== "\uFFFD" && !found.has(sign)) found.set(sign, (lead << 8) | trail);
    }
  }
  return found;
}

/** Signs outside the two-byte part become `?`; the demo writes none. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const code = unit < 0x80 ? unit : (table.get(text[i]!) ?? 0x3f);
    if (code > 0xff) bytes[length++] = code >> 8;
    bytes[length++] = code & 0xff;
  }
  return bytes.slice(0, length);
}
