// The form of a host name, as URLs, domains and e-mail addresses share it.

const label = "[a-z0-9\\u4e00-\\u9fff](?:[a-z0-9\\-_\\u4e00-\\u9fff]{0,61}[a-z0-9\\u4e00-\\u9fff])?";
export const hostForm = `(?:${label}\\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59}|[\\u4e00-\\u9fff]{2,6})`;
