// From what somebody types to what a trace of money can start from.
import { engine } from "../rpc/engine.ts";

/** Kinds of entities whose payments can be followed. */
const payers: ReadonlySet<string> = new Set(["case", "account", "person"]);

const exactly = async (word: string): Promise<readonly string[]> => {
  const { hits } = await engine.call("workspace.searchEntities", { words: word, limit: 10 });
  return hits.filter(({ kind, label, matched }) => payers.has(kind) && (label === word || matched === word)).map(({ entity }) => entity);
};

const identified = async (text: string): Promise<readonly string[]> =>
  (await engine.call("import.identifyText", { text })).flatMap(({ known }) =>
    known !== null && payers.has(known.entity.slice(0, known.entity.indexOf(":"))) ? [known.entity] : [],
  );

/** References to series, cases, accounts and people of the workspace that a text names; each once, in the order of the text. */
export async function findMoneySeeds(text: string): Promise<readonly string[]> {
  const words = text.split(/[\s,，、;；]+/u).filter((word) => word !== "");
  const named = await Promise.all(words.map((word) => (/^S-\d+$/i.test(word) ? [`series:${word.toUpperCase()}`] : exactly(word))));
  return [...new Set([...named.flat(), ...(await identified(text))])];
}
