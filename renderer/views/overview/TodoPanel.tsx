// What to do first, most urgent on top: one sentence, one reason, one verb.
import type { TodoItem } from "../../../shared/workspace/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, formatBits, formatCount, formatMoney, Icon, type IconName, Panel } from "../../parts/index.ts";
import { goTo, type ViewName, viewNames } from "../../state/navigation.ts";
import { runLinkAndGroup } from "../../state/pipeline.ts";

interface TodoLook {
  readonly icon: IconName;
  readonly tone: "contra" | "warn" | "accent";
  /** Keys of the sentence, the line under it and the verb. */
  readonly text: string;
  readonly why: string;
  readonly verb: string;
  /** Runs something instead of going somewhere. */
  readonly run?: () => void;
}

const run = () => void runLinkAndGroup();

const looks: Readonly<Record<TodoItem["kind"], TodoLook>> = {
  overdue: {
    icon: "clock",
    tone: "contra",
    text: "overview.todo.overdue",
    why: "overview.todo.overdueWhy",
    verb: "overview.todo.overdueVerb",
  },
  match: { icon: "link", tone: "accent", text: "overview.todo.match", why: "overview.todo.matchWhy", verb: "overview.todo.matchVerb" },
  pairs: { icon: "link", tone: "accent", text: "overview.todo.pairs", why: "overview.todo.pairsWhy", verb: "overview.todo.pairsVerb" },
  series: {
    icon: "topology",
    tone: "accent",
    text: "overview.todo.series",
    why: "overview.todo.seriesWhy",
    verb: "overview.todo.seriesVerb",
  },
  reused: {
    icon: "alertTriangle",
    tone: "warn",
    text: "overview.todo.reused",
    why: "overview.todo.reusedWhy",
    verb: "overview.todo.reusedVerb",
  },
  rejects: {
    icon: "fileImport",
    tone: "warn",
    text: "overview.todo.rejects",
    why: "overview.todo.rejectsWhy",
    verb: "overview.todo.rejectsVerb",
  },
  stale: {
    icon: "refresh",
    tone: "warn",
    text: "overview.todo.stale",
    why: "overview.todo.staleWhy",
    verb: "overview.todo.staleVerb",
    run,
  },
  unlinked: {
    icon: "link",
    tone: "warn",
    text: "overview.todo.unlinked",
    why: "overview.todo.unlinkedWhy",
    verb: "overview.todo.unlinkedVerb",
    run,
  },
};

const viewOf = (stage: string): ViewName => ((viewNames as readonly string[]).includes(stage) ? (stage as ViewName) : "overview");

const readableValue = (name: string, value: string | number): string | number => {
  if (name === "loss") return formatMoney(value);
  if (typeof value !== "number") return value;
  return name === "bits" ? formatBits(value) : formatCount(value);
};

/** Counts with groups of three, bits with their sign. */
const readable = (values: TodoItem["values"]): TodoItem["values"] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readableValue(name, value)]));

function TodoRow({ item, isFirst }: { readonly item: TodoItem; readonly isFirst: boolean }) {
  const t = useWords();
  const look = looks[item.kind];
  const act = look.run ?? (() => goTo(viewOf(item.stage), item.subject));
  return (
    <li className="cw-todo">
      <span className={`cw-todo-icon cw-tag-${look.tone}`}>
        <Icon name={look.icon} size={17} />
      </span>
      <div>
        <p className="cw-todo-text">{t(look.text, readable(item.values))}</p>
        <p className="cw-todo-why">{t(look.why, readable(item.values))}</p>
      </div>
      <Button small tone={isFirst ? "primary" : "normal"} onClick={act}>
        {t(look.verb)}
      </Button>
    </li>
  );
}

export function TodoPanel({ items }: { readonly items: readonly TodoItem[] }) {
  const t = useWords();
  return (
    <Panel
      title={t("overview.todo.title")}
      note={t("overview.todo.note")}
      tools={items.length > 0 ? t("overview.todo.count", { count: items.length }) : undefined}
    >
      {items.length === 0 ? (
        <EmptyState icon="circleCheck" title={t("overview.todo.none")}>
          {t("overview.todo.noneWhy")}
        </EmptyState>
      ) : (
        <ul className="cw-todos">
          {items.map((item, index) => (
            <TodoRow key={`${item.kind}${item.subject}`} item={item} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
