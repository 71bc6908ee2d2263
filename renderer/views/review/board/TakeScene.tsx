// Puts the open chart onto a storyboard as its next scene: one that there is, or a new one.
import { Dropdown } from "antd";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Icon } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { useChart } from "../../../state/chart.ts";
import { useSelection } from "../../../state/selection.ts";
import { changeBoard, openBoard } from "../../../state/storyboards.ts";
import { sceneOf } from "../../../state/takeScene.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { sceneWordsOf } from "../stage/sceneWords.ts";

/** From so many on a scene cannot be read from ten metres. */
export const mostLegible = 24;

export function TakeScene() {
  const t = useWords();
  const language = useLanguage();
  const isEmpty = useChart((state) => state.chart.model.nodes.size === 0);
  const { data } = useCall("review.listStoryboards", {}, ["storyboards"]);
  const take = async (given: string | null) => {
    const { name, chart } = useChart.getState();
    const subject = chart.model.subject;
    const board = given ?? (await engine.call("review.createStoryboard", { name: name || t("review.board.unnamed"), subject })).id;
    const opened = await engine.call("review.readStoryboard", { id: board });
    const scene = sceneOf(chart.model, useSelection.getState().entities, opened.board, sceneWordsOf(t, language === "zh-CN"));
    await changeBoard(board, { step: "add", scenes: [scene], at: null });
    const values = { name: opened.name, scene: opened.board.scenes.length + 1, count: scene.document.nodes.length };
    tell(scene.document.nodes.length > mostLegible ? "review.take.many" : "review.take.done", values, () => openBoard(board));
  };
  const items = [
    { key: "new", label: t("review.take.new"), onClick: () => take(null).catch(reportError) },
    ...(data ?? []).map(({ id, name, scenes }) => ({
      key: id,
      label: t("review.take.into", { name, scenes }),
      onClick: () => take(id).catch(reportError),
    })),
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={isEmpty}>
      <button type="button" className="cw-chart-action" disabled={isEmpty}>
        <Icon name="presentation" />
        {t("review.take.open")}
      </button>
    </Dropdown>
  );
}
