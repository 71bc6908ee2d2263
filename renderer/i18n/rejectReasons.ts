// Why a row was rejected or skipped: code → key of the catalogue.
import type { RowReason } from "../../shared/import/facts.ts";

export const rejectReasonKeys: Readonly<Record<RowReason, string>> = {
  blank: "import.reason.blank",
  banner: "import.reason.banner",
  total: "import.reason.total",
  "heading-again": "import.reason.heading-again",
  excluded: "import.reason.excluded",
  ragged: "import.reason.ragged",
  "cell-too-long": "import.reason.cell-too-long",
  "time-missing": "import.reason.time-missing",
  "time-invalid": "import.reason.time-invalid",
  "amount-missing": "import.reason.amount-missing",
  "amount-invalid": "import.reason.amount-invalid",
  "direction-unknown": "import.reason.direction-unknown",
  "party-missing": "import.reason.party-missing",
  "case-number-missing": "import.reason.case-number-missing",
  "key-missing": "import.reason.key-missing",
  "kind-missing": "import.reason.kind-missing",
  "place-missing": "import.reason.place-missing",
  "code-doubled": "import.reason.code-doubled",
  "coordinate-outside": "import.reason.coordinate-outside",
  "precision-lost": "import.reason.precision-lost",
  "number-invalid": "import.reason.number-invalid",
  "undeclared-end": "import.reason.undeclared-end",
  "too-long": "import.reason.too-long",
  unreadable: "import.reason.unreadable",
};
