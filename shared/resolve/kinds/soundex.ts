// Soundex (Russell 1918), as the American census used it.

const digits: Readonly<Record<string, string>> = {
  b: "1",
  f: "1",
  p: "1",
  v: "1",
  c: "2",
  g: "2",
  j: "2",
  k: "2",
  q: "2",
  s: "2",
  x: "2",
  z: "2",
  d: "3",
  t: "3",
  l: "4",
  m: "5",
  n: "5",
  r: "6",
};

export function soundex(word: string): string {
  const [first = ""] = word;
  let code = first;
  let last = digits[first] ?? "";
  for (const letter of word.slice(1)) {
    const digit = digits[letter] ?? "";
    if (digit !== "" && digit !== last) code += digit;
    if (letter !== "h" && letter !== "w") last = digit;
    if (code.length === 4) break;
  }
  return code.padEnd(4, "0");
}
