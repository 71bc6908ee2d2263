// The page of one number, or of several together; without one, the numbers there are.
import type { TracePageProps } from "../page.ts";
import { CommonPage } from "./CommonPage.tsx";
import { NumberList } from "./NumberList.tsx";
import { NumberPage } from "./NumberPage.tsx";
import "./calls.css";

export function CallsPage({ about }: TracePageProps) {
  const [phone] = about;
  if (about.length > 1) return <CommonPage phones={about} />;
  return phone === undefined ? <NumberList /> : <NumberPage phone={phone} />;
}
