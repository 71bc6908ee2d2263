// GET /enter?code=…: buys the cookie for a single-use code, then leads to the start page.
import type { AccessToken } from "./accessToken.ts";
import { type Route, sendPage, sendStatus } from "./route.ts";

/** A page and no redirect: a strict cookie is not sent along a redirect that began outside. */
const onward = '<!doctype html><meta charset="utf-8"><title>Caseweave</title><meta http-equiv="refresh" content="0;url=/">\n';

export function entranceRoute(token: AccessToken): Route {
  return {
    method: "GET",
    path: "/enter",
    isEntrance: true,
    async handle({ response, url }) {
      const code = url.searchParams.get("code");
      if (code === null) return sendStatus(response, 401);
      const cookie = token.redeem(code);
      if (cookie === null) return sendStatus(response, (await token.slowDown()) ? 401 : 429);
      response.setHeader("set-cookie", cookie);
      sendPage(response, onward);
    },
  };
}
