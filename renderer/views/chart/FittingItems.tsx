// Items of a bar in one row: those that do not fit stand in a menu at the end of it. The bar is the parent; what is marked `data-fixed` in it is never given up.
import { Popover } from "antd";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/index.ts";
import { Icon } from "../../parts/index.ts";

export interface FittingItem {
  readonly id: string;
  readonly node: ReactNode;
}

export interface FittingItemsProps {
  readonly items: readonly FittingItem[];
  /** An item whose menu is open: where it stands in the menu at the end, that opens too. */
  readonly opened: string | null;
}

/** How many of these widths fit, room for the menu at the end kept where not all do. */
export function countFitting(widths: readonly number[], room: number, menuWidth: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= room) return widths.length;
  let used = menuWidth;
  const first = widths.findIndex((width) => {
    used += width;
    return used > room;
  });
  return Math.max(0, first);
}

const outerWidth = (element: Element): number => {
  const { marginLeft, marginRight } = getComputedStyle(element);
  return (element as HTMLElement).offsetWidth + Number.parseFloat(marginLeft || "0") + Number.parseFloat(marginRight || "0");
};

/** null: all are drawn, to be measured before anything is painted. */
function useFitting(box: RefObject<HTMLElement | null>, count: number) {
  const [fitting, setFitting] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (fitting !== null) return;
    const bar = box.current!.parentElement!;
    const style = getComputedStyle(bar);
    const gap = Number.parseFloat(style.columnGap || "0");
    const inner = bar.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const fixed = [...bar.querySelectorAll(":scope > [data-fixed]")];
    const room = inner - fixed.reduce((sum, one) => sum + outerWidth(one) + gap, 0) - gap;
    const widths = [...box.current!.children].slice(0, count).map((one) => outerWidth(one) + gap);
    setFitting(countFitting(widths, room, bar.clientHeight));
  }, [fitting, box, count]);
  useEffect(() => {
    const bar = box.current!.parentElement!;
    const observer = new ResizeObserver(() => setFitting(null));
    observer.observe(box.current!);
    observer.observe(bar);
    for (const one of bar.querySelectorAll(":scope > [data-fixed]")) observer.observe(one);
    return () => observer.disconnect();
  }, [box]);
  return fitting;
}

export function FittingItems({ items, opened }: FittingItemsProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const fitting = useFitting(box, items.length) ?? items.length;
  const [isOpen, setOpen] = useState(false);
  const rest = items.slice(fitting);
  const holdsOpened = rest.some(({ id }) => id === opened);
  return (
    <div ref={box} className="cw-chart-items">
      {items.slice(0, fitting).map(({ id, node }) => (
        <span key={id}>{node}</span>
      ))}
      {rest.length > 0 && (
        <Popover
          open={isOpen || holdsOpened}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomRight"
          content={
            <div className="cw-chart-rest">
              {rest.map(({ id, node }) => (
                <span key={id}>{node}</span>
              ))}
            </div>
          }
        >
          <button type="button" className="cw-chart-action" aria-label={t("chart.bar.more")} title={t("chart.bar.more")}>
            <Icon name="dots" />
          </button>
        </Popover>
      )}
    </div>
  );
}
