// Words of call records: whether the own number called or was called, and what is a message. Data: add a spelling to its line.

export type Way = "out" | "in" | "";

const outWords = /^(?:主叫|呼出|拨出|去电|去话|始发|发送|发出|发|outgoing|out|mo|o|caller|call out|11|21|主叫.*)$/i;
const inWords = /^(?:被叫|呼入|接听|来电|来话|终止|接收|收到|收|呼转|前转|incoming|in|mt|i|callee|call in|12|22|被叫.*|呼转.*)$/i;
export const messageWords = /短信|彩信|短消息|text|sms|mms|message|^2[12]$/i;

export const wayOf = (text: string): Way =>
  outWords.test(text)
    ? "out"
    : inWords.test(text)
      ? "in"
      : /主叫|呼出|去电/.test(text)
        ? "out"
        : /被叫|呼入|来电|呼转/.test(text)
          ? "in"
          : "";
