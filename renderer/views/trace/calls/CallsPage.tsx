// The page of one number; without one, the numbers there are.
import type { TracePageProps } from "../page.ts";
import { NumberList } from "./NumberList.tsx";
import { NumberPage } from "./NumberPage.tsx";
import "./calls.css";

export function CallsPage({ about }: TracePageProps) {
  const [phone] = about;
  return phone === undefined ? <NumberList /> : <NumberPage phone={phone} />;
}
