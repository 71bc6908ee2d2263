// Today as the title says it: 11 月 23 日 星期一.
import { useEffect, useState } from "react";
import { useLanguage } from "../../i18n/index.ts";

export function useToday(): string {
  const language = useLanguage();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const text = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", {
    month: "long",
    day: "numeric",
    weekday: "long",
    timeZone: "Asia/Shanghai",
  }).format(now);
  return language === "en" ? text : text.replace(/(\d+)月(\d+)日/, "$1 月 $2 日 ");
}
