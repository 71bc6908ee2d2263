// The registry of identifier kinds: one line a kind, in the order in which equal readings are listed.
import { account } from "./account.ts";
import { address } from "./address.ts";
import { alipay } from "./alipay.ts";
import { bankCard } from "./bankCard.ts";
import { creditCode } from "./creditCode.ts";
import { cryptoAddress } from "./cryptoAddress.ts";
import { date } from "./date.ts";
import { domain } from "./domain.ts";
import { drivingLicence } from "./drivingLicence.ts";
import { email } from "./email.ts";
import { hkId } from "./hkId.ts";
import { iccid } from "./iccid.ts";
import { identityNumber } from "./identityNumber.ts";
import { imei } from "./imei.ts";
import { imsi } from "./imsi.ts";
import { ip } from "./ip.ts";
import type { IdentifierKind } from "./kind.ts";
import { landline } from "./landline.ts";
import { mac } from "./mac.ts";
import { meid } from "./meid.ts";
import { mobile } from "./mobile.ts";
import { moId } from "./moId.ts";
import { passport } from "./passport.ts";
import { personName } from "./personName.ts";
import { phone } from "./phone.ts";
import { plate } from "./plate.ts";
import { qq } from "./qq.ts";
import { residencePermit } from "./residencePermit.ts";
import { serviceNumber } from "./serviceNumber.ts";
import { travelPermit } from "./travelPermit.ts";
import { twId } from "./twId.ts";
import { url } from "./url.ts";
import { vin } from "./vin.ts";
import { wechat } from "./wechat.ts";

export const identifierKinds: readonly IdentifierKind[] = [
  identityNumber,
  creditCode,
  mobile,
  bankCard,
  alipay,
  cryptoAddress,
  plate,
  vin,
  email,
  ip,
  url,
  domain,
  mac,
  imsi,
  imei,
  meid,
  iccid,
  serviceNumber,
  landline,
  hkId,
  twId,
  moId,
  residencePermit,
  passport,
  travelPermit,
  drivingLicence,
  wechat,
  qq,
];

/** Kinds that a column may have although they are too wide to recognise a value by. */
export const columnKinds: readonly IdentifierKind[] = [phone, account, personName, address, date];

const byId: ReadonlyMap<string, IdentifierKind> = new Map([...identifierKinds, ...columnKinds].map((kind) => [kind.id, kind]));

export const findKind = (id: string): IdentifierKind | undefined => byId.get(id);
