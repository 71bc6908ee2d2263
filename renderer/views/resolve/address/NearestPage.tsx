// The standard addresses nearest to a point: typed coordinates in a system of one's choice, within a distance; what lies beyond is told where nothing is so near.
import { useState } from "react";
import { datums, type NearAddress, type NearestAnswer } from "../../../../shared/resolve/addressCalls.ts";
import { levelKeys } from "../../../i18n/addressWords.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, type Column, DataTable, EmptyState, ErrorPanel, formatCount, PageTitle, Panel, Skeleton } from "../../../parts/index.ts";
import { openStandard, readPoint } from "../../../state/addresses.ts";
import { goTo } from "../../../state/navigation.ts";
import { useCall } from "../../../state/useCall.ts";

const distances = [100, 500, 2000, 10_000] as const;
type Datum = (typeof datums)[number];

const keyOf = ({ place }: NearAddress): string => place;

function useColumns(): readonly Column<NearAddress>[] {
  const t = useWords();
  return [
    {
      key: "metres",
      title: t("resolve.address.near.metres"),
      width: "104px",
      align: "right",
      render: ({ metres }) => <span className="cw-number">{formatCount(Math.round(metres))}</span>,
      text: ({ metres }) => String(metres),
    },
    {
      key: "level",
      title: t("resolve.address.near.level"),
      width: "104px",
      render: ({ level }) => t(levelKeys[level]),
      text: ({ level }) => t(levelKeys[level]),
    },
    {
      key: "label",
      title: t("resolve.address.tab"),
      width: "minmax(240px, 1fr)",
      render: ({ label }) => label,
      text: ({ label }) => label,
    },
    {
      key: "point",
      title: t("resolve.address.point"),
      width: "240px",
      render: ({ longitude, latitude, datum }) => (
        <span className="cw-number cw-second">
          {longitude}, {latitude} {datum ?? ""}
        </span>
      ),
      text: ({ longitude, latitude }) => `${longitude},${latitude}`,
    },
  ];
}

/** Nothing is so near. */
function None({ answer: { beyond, points }, metres }: { readonly answer: NearestAnswer; readonly metres: number }) {
  const t = useWords();
  if (points === 0) return <EmptyState icon="mapPin" title={t("resolve.address.near.noPoints")} />;
  return (
    <EmptyState
      icon="mapPin"
      title={t("resolve.address.near.none", { metres: formatCount(metres) })}
      action={beyond && <Button onClick={() => openStandard(beyond.place)}>{beyond.label}</Button>}
    >
      {beyond === null
        ? t("resolve.address.near.nowhere")
        : t("resolve.address.near.beyond", { metres: formatCount(Math.round(beyond.metres)) })}
    </EmptyState>
  );
}

function Found({ typed, datum, metres }: { readonly typed: string; readonly datum: Datum; readonly metres: number }) {
  const t = useWords();
  const point = readPoint(typed);
  const columns = useColumns();
  const { data, error, reload } = useCall("resolve.findNearestAddresses", point && { ...point, datum, metres, top: 50 }, ["facts"]);
  if (point === null)
    return (
      <EmptyState icon="mapPin" title={t(typed.trim() === "" ? "resolve.address.near.begin" : "resolve.address.near.wrong")}>
        {t("resolve.address.near.form")}
      </EmptyState>
    );
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={8} />;
  if (data.items.length === 0) return <None answer={data} metres={metres} />;
  return (
    <DataTable
      label={t("resolve.address.near.title")}
      columns={columns}
      rows={data.items}
      keyOf={keyOf}
      onOpen={({ place }) => openStandard(place)}
    />
  );
}

export function NearestPage() {
  const t = useWords();
  const [typed, setTyped] = useState("");
  const [datum, setDatum] = useState<Datum>("WGS-84");
  const [metres, setMetres] = useState<number>(500);
  const [title, point] = [t("resolve.address.near.title"), t("resolve.address.near.typed")];
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle
        title={title}
        tools={
          <>
            <input
              className="cw-input cw-address-point"
              aria-label={point}
              placeholder={point}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <select
              className="cw-input"
              aria-label={t("resolve.address.near.datum")}
              value={datum}
              onChange={(event) => setDatum(event.target.value as Datum)}
            >
              {datums.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
            <select
              className="cw-input"
              aria-label={t("resolve.address.near.within")}
              value={metres}
              onChange={(event) => setMetres(Number(event.target.value))}
            >
              {distances.map((one) => (
                <option key={one} value={one}>
                  {t("resolve.address.near.withinMetres", { metres: formatCount(one) })}
                </option>
              ))}
            </select>
            <Button small onClick={() => goTo("resolve", "address")}>
              {t("resolve.address.desk")}
            </Button>
          </>
        }
      />
      <Panel label={title} isScrolled>
        <Found typed={typed} datum={datum} metres={metres} />
      </Panel>
    </div>
  );
}
