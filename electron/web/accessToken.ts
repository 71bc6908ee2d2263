// Who may talk to the loopback shell: a 256-bit token in a cookie, handed over once for a single-use code. Wrong guesses are answered one a second.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

export interface AccessToken {
  readonly cookieName: string;
  /** A code that buys the token once, within its lifetime. */
  issueCode(lifetimeMilliseconds: number): string;
  /** The Set-Cookie header for a good code, null for a bad one. */
  redeem(code: string): string | null;
  /** From the Cookie header. `missing` is no guess and costs no wait. */
  check(cookieHeader: string | undefined): "valid" | "wrong" | "missing";
  /** Resolves when a wrong guess may be answered; false when too many wait already. The valid cookie never waits. */
  slowDown(): Promise<boolean>;
}

const slowMilliseconds = 1000;
const maxWaiting = 20;

/** `onWrong` is told of every wrong guess, answered or not. */
export function createAccessToken(port: number, clock: () => number, onWrong: () => void): AccessToken {
  const token = randomBytes(32).toString("base64url");
  const codes = new Map<string, number>();
  // Cookies ignore the port, so the name carries it: two workspaces may be open side by side.
  const cookieName = `caseweave-${port}`;
  const turnstile = createTurnstile(clock);
  return {
    cookieName,
    issueCode(lifetimeMilliseconds) {
      const code = randomBytes(32).toString("base64url");
      codes.set(code, clock() + lifetimeMilliseconds);
      return code;
    },
    redeem(code) {
      const known = [...codes.keys()].find((candidate) => isSame(candidate, code));
      if (known === undefined) return null;
      const isFresh = (codes.get(known) ?? 0) >= clock();
      codes.delete(known);
      return isFresh ? `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict` : null;
    },
    check(cookieHeader) {
      const given = readCookie(cookieHeader, cookieName);
      if (given === null) return "missing";
      return isSame(given, token) ? "valid" : "wrong";
    },
    slowDown: () => {
      onWrong();
      return turnstile();
    },
  };
}

function createTurnstile(clock: () => number): () => Promise<boolean> {
  let nextAt = 0;
  return async () => {
    const waitMilliseconds = Math.max(0, nextAt - clock());
    if (waitMilliseconds > maxWaiting * slowMilliseconds) return false;
    nextAt = Math.max(clock(), nextAt) + slowMilliseconds;
    await new Promise((resolve) => setTimeout(resolve, waitMilliseconds));
    return true;
  };
}

/** Compares digests, so that neither length nor content shows in the time it takes. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
