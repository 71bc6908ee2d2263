// The registry of row kinds: one line a kind.
import type { RowKind } from "../mapping.ts";
import { accountKind } from "./account.ts";
import { addressKind } from "./address.ts";
import { callKind } from "./call.ts";
import { captureKind } from "./capture.ts";
import { caseKind } from "./case.ts";
import { entityKindSpec } from "./entity.ts";
import { houseKind } from "./house.ts";
import { involvementKind } from "./involvement.ts";
import { linkKind } from "./link.ts";
import { loginKind } from "./login.ts";
import { measureKind } from "./measure.ts";
import { messageKind } from "./message.ts";
import { organisationKind } from "./organisation.ts";
import { personKind } from "./person.ts";
import { phoneKind } from "./phone.ts";
import { placeKind } from "./place.ts";
import { populationKind } from "./population.ts";
import { stayKind } from "./stay.ts";
import type { RowKindSpec, Target } from "./target.ts";
import { taskKind } from "./task.ts";
import { transferKind } from "./transfer.ts";
import { vehicleKind } from "./vehicle.ts";

export const rowKindSpecs: readonly RowKindSpec[] = [
  caseKind,
  involvementKind,
  personKind,
  transferKind,
  callKind,
  messageKind,
  accountKind,
  measureKind,
  phoneKind,
  organisationKind,
  vehicleKind,
  placeKind,
  addressKind,
  houseKind,
  stayKind,
  captureKind,
  loginKind,
  linkKind,
  entityKindSpec,
  taskKind,
  populationKind,
];

const byKind = new Map(rowKindSpecs.map((spec) => [spec.rowKind, spec]));

export const findRowKind = (rowKind: RowKind): RowKindSpec => byKind.get(rowKind)!;

/** A target of a row kind; `attribute.*` and the parts of a time included. */
export const findTarget = (rowKind: RowKind, name: string): Target | undefined =>
  findRowKind(rowKind).targets.find((target) => target.name === name);
