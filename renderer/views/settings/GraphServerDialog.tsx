// Connects to a Neo4j server: address, test, then either the copy of this workspace or a graph that others keep, with what each costs.
import { type FormEvent, useId } from "react";
import type { ServerReport } from "../../../shared/workspace/graphCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Dialog, ErrorPanel, formatCount, Segmented, SignMark } from "../../parts/index.ts";
import { chooseUse, connectGraph, type ServerForm, testServer, typeInto, useGraphServer } from "../../state/graphServer.ts";
import { ForeignGraph } from "./ForeignGraph.tsx";
import { OwnGraph } from "./OwnGraph.tsx";
import { TrustServer } from "./TrustServer.tsx";

const fieldKeys: Readonly<Record<keyof ServerForm, string>> = {
  uri: "graph.field.uri",
  user: "graph.field.user",
  password: "graph.field.password",
  database: "graph.field.database",
  certificate: "graph.field.certificate",
};

const placeholderKeys: Partial<Readonly<Record<keyof ServerForm, string>>> = {
  database: "graph.field.databaseDefault",
  certificate: "graph.field.certificateDefault",
};

function Field({ name }: { readonly name: keyof ServerForm }) {
  const t = useWords();
  const id = useId();
  const value = useGraphServer((state) => state.form[name]);
  return (
    <div className={`cw-graph-field cw-graph-field-${name}`}>
      <label htmlFor={id}>{t(fieldKeys[name])}</label>
      <input
        id={id}
        className="cw-field"
        type={name === "password" ? "password" : "text"}
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholderKeys[name] === undefined ? "" : t(placeholderKeys[name])}
        onChange={(event) => typeInto(name, event.target.value)}
      />
    </div>
  );
}

function AddressForm() {
  const t = useWords();
  const busy = useGraphServer((state) => state.busy);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void testServer();
  };
  return (
    <form className="cw-graph-form" onSubmit={submit}>
      <Field name="uri" />
      <Field name="database" />
      <Field name="user" />
      <Field name="password" />
      <Field name="certificate" />
      <p className="cw-graph-note">{t("graph.field.note")}</p>
      <button type="submit" className="cw-button cw-button-normal" disabled={busy !== null}>
        {busy === "test" ? t("graph.action.testing") : t("graph.action.test")}
      </button>
    </form>
  );
}

function Found({ report }: { readonly report: ServerReport }) {
  const t = useWords();
  const { version, edition, nodes, relationships, milliseconds } = report;
  return (
    <p className="cw-graph-found" role="status">
      <SignMark sign="+" />
      <span>
        {t("graph.found.server", { version, edition, milliseconds })}
        {" · "}
        {t("graph.found.holds", { nodes: formatCount(nodes), links: formatCount(relationships) })}
      </span>
    </p>
  );
}

export function GraphServerDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { report, use, error, busy, mapping } = useGraphServer();
  const canConnect = report !== null && busy === null && (use === "own" ? report.own.isDone : (mapping?.labels.length ?? 0) > 0);
  const connect = async () => {
    if (await connectGraph()) onClose();
  };
  return (
    <Dialog
      title={t("graph.dialog.title")}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onClick={onClose}>{t("frame.action.close")}</Button>
          <Button tone="primary" disabled={!canConnect} onClick={() => void connect()}>
            {use === "own" ? t("graph.action.useOwn") : t("graph.action.openForeign")}
          </Button>
        </>
      }
    >
      <AddressForm />
      {error?.code === "neo4j-not-trusted" ? (
        <>
          <ErrorPanel error={error}>{t("graph.trust.unsent")}</ErrorPanel>
          <TrustServer error={error} />
        </>
      ) : (
        error && <ErrorPanel error={error} />
      )}
      {report && (
        <>
          <Found report={report} />
          <Segmented
            label={t("graph.use.label")}
            value={use}
            onChange={chooseUse}
            options={[
              { value: "own", text: t("graph.use.own") },
              { value: "foreign", text: t("graph.use.foreign") },
            ]}
          />
          {use === "own" ? <OwnGraph report={report} /> : <ForeignGraph report={report} onDone={onClose} />}
        </>
      )}
    </Dialog>
  );
}
