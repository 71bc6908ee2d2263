// The icons in use (Tabler, MIT), as text: drawn inline on screens, and inside kind glyphs for charts and exports.
import affiliate from "@tabler/icons/outline/affiliate.svg?raw";
import alertCircle from "@tabler/icons/outline/alert-circle.svg?raw";
import alertTriangle from "@tabler/icons/outline/alert-triangle.svg?raw";
import appWindow from "@tabler/icons/outline/app-window.svg?raw";
import arrowBackUp from "@tabler/icons/outline/arrow-back-up.svg?raw";
import arrowForwardUp from "@tabler/icons/outline/arrow-forward-up.svg?raw";
import arrowRight from "@tabler/icons/outline/arrow-right.svg?raw";
import arrowsSplit from "@tabler/icons/outline/arrows-split-2.svg?raw";
import bell from "@tabler/icons/outline/bell.svg?raw";
import bookmark from "@tabler/icons/outline/bookmark.svg?raw";
import box from "@tabler/icons/outline/box.svg?raw";
import brandWechat from "@tabler/icons/outline/brand-wechat.svg?raw";
import building from "@tabler/icons/outline/building.svg?raw";
import tower from "@tabler/icons/outline/building-broadcast-tower.svg?raw";
import calendar from "@tabler/icons/outline/calendar-time.svg?raw";
import car from "@tabler/icons/outline/car.svg?raw";
import check from "@tabler/icons/outline/check.svg?raw";
import checklist from "@tabler/icons/outline/checklist.svg?raw";
import chevronDown from "@tabler/icons/outline/chevron-down.svg?raw";
import chevronLeft from "@tabler/icons/outline/chevron-left.svg?raw";
import chevronRight from "@tabler/icons/outline/chevron-right.svg?raw";
import circleCheck from "@tabler/icons/outline/circle-check.svg?raw";
import clock from "@tabler/icons/outline/clock.svg?raw";
import cloudOff from "@tabler/icons/outline/cloud-off.svg?raw";
import coinYuan from "@tabler/icons/outline/coin-yuan.svg?raw";
import copy from "@tabler/icons/outline/copy.svg?raw";
import creditCard from "@tabler/icons/outline/credit-card.svg?raw";
import database from "@tabler/icons/outline/database.svg?raw";
import save from "@tabler/icons/outline/device-floppy.svg?raw";
import deviceMobile from "@tabler/icons/outline/device-mobile.svg?raw";
import dots from "@tabler/icons/outline/dots.svg?raw";
import download from "@tabler/icons/outline/download.svg?raw";
import externalLink from "@tabler/icons/outline/external-link.svg?raw";
import eye from "@tabler/icons/outline/eye.svg?raw";
import eyeOff from "@tabler/icons/outline/eye-off.svg?raw";
import fileImport from "@tabler/icons/outline/file-import.svg?raw";
import fileText from "@tabler/icons/outline/file-text.svg?raw";
import fileCsv from "@tabler/icons/outline/file-type-csv.svg?raw";
import fileTxt from "@tabler/icons/outline/file-type-txt.svg?raw";
import fileXls from "@tabler/icons/outline/file-type-xls.svg?raw";
import fileZip from "@tabler/icons/outline/file-zip.svg?raw";
import filter from "@tabler/icons/outline/filter.svg?raw";
import fingerprint from "@tabler/icons/outline/fingerprint.svg?raw";
import focusCentered from "@tabler/icons/outline/focus-centered.svg?raw";
import folder from "@tabler/icons/outline/folder.svg?raw";
import folderOpen from "@tabler/icons/outline/folder-open.svg?raw";
import handStop from "@tabler/icons/outline/hand-stop.svg?raw";
import historyIcon from "@tabler/icons/outline/history.svg?raw";
import home from "@tabler/icons/outline/home.svg?raw";
import keyboard from "@tabler/icons/outline/keyboard.svg?raw";
import lasso from "@tabler/icons/outline/lasso.svg?raw";
import layoutGrid from "@tabler/icons/outline/layout-grid.svg?raw";
import link from "@tabler/icons/outline/link.svg?raw";
import linkOff from "@tabler/icons/outline/link-off.svg?raw";
import lock from "@tabler/icons/outline/lock.svg?raw";
import mapPin from "@tabler/icons/outline/map-pin.svg?raw";
import minus from "@tabler/icons/outline/minus.svg?raw";
import phone from "@tabler/icons/outline/phone.svg?raw";
import pin from "@tabler/icons/outline/pin.svg?raw";
import playerPause from "@tabler/icons/outline/player-pause.svg?raw";
import playerPlay from "@tabler/icons/outline/player-play.svg?raw";
import plus from "@tabler/icons/outline/plus.svg?raw";
import pointer from "@tabler/icons/outline/pointer.svg?raw";
import presentation from "@tabler/icons/outline/presentation-analytics.svg?raw";
import questionMark from "@tabler/icons/outline/question-mark.svg?raw";
import refresh from "@tabler/icons/outline/refresh.svg?raw";
import route from "@tabler/icons/outline/route.svg?raw";
import search from "@tabler/icons/outline/search.svg?raw";
import settings from "@tabler/icons/outline/settings.svg?raw";
import shield from "@tabler/icons/outline/shield-check.svg?raw";
import sparkles from "@tabler/icons/outline/sparkles.svg?raw";
import table from "@tabler/icons/outline/table.svg?raw";
import topology from "@tabler/icons/outline/topology-star-3.svg?raw";
import trash from "@tabler/icons/outline/trash.svg?raw";
import user from "@tabler/icons/outline/user.svg?raw";
import world from "@tabler/icons/outline/world.svg?raw";
import cross from "@tabler/icons/outline/x.svg?raw";

const texts = {
  affiliate,
  alertCircle,
  alertTriangle,
  appWindow,
  arrowBackUp,
  arrowForwardUp,
  arrowRight,
  arrowsSplit,
  bell,
  bookmark,
  box,
  brandWechat,
  building,
  calendar,
  car,
  check,
  checklist,
  chevronDown,
  chevronLeft,
  chevronRight,
  circleCheck,
  clock,
  cloudOff,
  coinYuan,
  copy,
  creditCard,
  cross,
  database,
  deviceMobile,
  dots,
  download,
  externalLink,
  eye,
  eyeOff,
  fileCsv,
  fileImport,
  fileText,
  fileTxt,
  fileXls,
  fileZip,
  filter,
  fingerprint,
  focusCentered,
  folder,
  folderOpen,
  handStop,
  history: historyIcon,
  home,
  keyboard,
  lasso,
  layoutGrid,
  link,
  linkOff,
  lock,
  mapPin,
  minus,
  phone,
  pin,
  playerPause,
  playerPlay,
  plus,
  pointer,
  presentation,
  questionMark,
  refresh,
  route,
  save,
  search,
  settings,
  shield,
  sparkles,
  table,
  topology,
  tower,
  trash,
  user,
  world,
};

export type IconName = keyof typeof texts;

/** What stands inside the svg element, without the invisible ground that every Tabler icon carries. */
const innerOf = (text: string): string =>
  text
    .slice(text.indexOf(">", text.indexOf("<svg")) + 1, text.lastIndexOf("</svg>"))
    .replace(/<path stroke="none"[^>]*\/>/, "")
    .trim();

/** Name → the paths of the icon, in a box of 24 × 24. */
export const iconPaths: Readonly<Record<IconName, string>> = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, innerOf(text)]),
) as Record<IconName, string>;
