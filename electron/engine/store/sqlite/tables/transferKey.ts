// A transfer as another telling of it is looked for: the row that comes, and what is known already.

export interface TransferKey {
  readonly at: number | null;
  readonly precision: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly amountFen: number;
  readonly currency: string;
  readonly reference: string;
  readonly channel: string;
  readonly state: number;
  /** 1: its payer's statement, 2: its payee's, 0: nobody's own. */
  readonly side: number;
}

export interface Candidate {
  readonly probe: number;
  readonly id: number;
  readonly sourceId: number;
  readonly at: number;
  readonly precision: number;
  readonly reference: string;
  readonly currency: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly channel: string;
  readonly state: number;
}
