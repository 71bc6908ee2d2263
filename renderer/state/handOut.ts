// A file that the engine made is handed to the person: saved by the browser or the desktop window under its own name.
import type { ExportedFile } from "../../shared/review/exportCalls.ts";

const releaseMilliseconds = 10_000;

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const chunk = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

export function handOut({ file, mediaType, base64 }: Pick<ExportedFile, "file" | "mediaType" | "base64">): void {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), releaseMilliseconds);
}
