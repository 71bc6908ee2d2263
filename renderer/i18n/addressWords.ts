// Levels, states and reasons of standard addresses → keys of the catalogue.
import type { AddressLevel } from "../../shared/import/address/levels.ts";
import type { DoubtReason, LevelVerdict } from "../../shared/resolve/address/matchAddress.ts";
import type { AddressState } from "../../shared/resolve/addressCalls.ts";

export const levelKeys: Readonly<Record<AddressLevel, string>> = {
  province: "resolve.address.level.province",
  city: "resolve.address.level.city",
  district: "resolve.address.level.district",
  town: "resolve.address.level.town",
  community: "resolve.address.level.community",
  road: "resolve.address.level.road",
  number: "resolve.address.level.number",
  estate: "resolve.address.level.estate",
  building: "resolve.address.level.building",
  unit: "resolve.address.level.unit",
  floor: "resolve.address.level.floor",
  room: "resolve.address.level.room",
};

export const addressStateKeys: Readonly<Record<AddressState, string>> = {
  sure: "resolve.address.state.sure",
  doubtful: "resolve.address.state.doubtful",
  accepted: "resolve.address.state.accepted",
  refused: "resolve.address.state.refused",
  coarse: "resolve.address.state.coarse",
  none: "resolve.address.state.none",
};

export const doubtKeys: Readonly<Record<DoubtReason, string>> = {
  ambiguous: "resolve.address.doubt.ambiguous",
  conflict: "resolve.address.doubt.conflict",
  weak: "resolve.address.doubt.weak",
  "code-conflict": "resolve.address.doubt.code-conflict",
};

export const levelVerdictKeys: Readonly<Record<LevelVerdict, string>> = {
  agrees: "resolve.address.bar.agrees",
  near: "resolve.address.bar.near",
  differs: "resolve.address.bar.differs",
  "other-name": "resolve.address.bar.other-name",
};
