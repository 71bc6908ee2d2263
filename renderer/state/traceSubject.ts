// What the trace screen is asked, in its address: a page and what it is about, `calls|phone:138…`, `collide|series:S-1|source:3`.
// A reference alone opens the page of its kind.

export const pageNames = ["money", "calls", "changes", "meet", "stays", "collide", "map"] as const;
export type PageName = (typeof pageNames)[number];

export interface TraceSubject {
  readonly page: PageName;
  readonly about: readonly string[];
}

const isPageName = (word: string): word is PageName => (pageNames as readonly string[]).includes(word);

export function parseTraceSubject(subject: string): TraceSubject {
  const [head = "", ...about] = subject.split("|");
  if (isPageName(head)) return { page: head, about: about.filter((ref) => ref !== "") };
  return { page: head.startsWith("phone:") ? "calls" : "money", about: head === "" ? [] : [subject] };
}

export const printTraceSubject = ({ page, about }: TraceSubject): string => [page, ...about].join("|");
