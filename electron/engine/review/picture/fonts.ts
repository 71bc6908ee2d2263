// The font that exports carry (Noto Sans SC, OFL 1.1): the parts of it that a document needs, and which letters it has no shape for.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

export type Weight = "plain" | "bold";

const files: Readonly<Record<Weight, string>> = {
  plain: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf",
};

export const fontPath = (weight: Weight): string => require.resolve(files[weight]);

const loaded = new Map<Weight, Promise<Buffer>>();

function wholeFont(weight: Weight): Promise<Buffer> {
  const known = loaded.get(weight) ?? readFile(fontPath(weight));
  loaded.set(weight, known);
  return known;
}

/** A font of these letters only; `…` and the letter for what is missing are always in it. */
export async function fontOf(weight: Weight, letters: string, format: "sfnt" | "woff2"): Promise<Buffer> {
  return await subsetFont(await wholeFont(weight), `${letters}… □`, { targetFormat: format });
}
