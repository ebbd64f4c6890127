/** Who works on the intake of a signal or a follow-up, and for how long nobody else may. */
export interface Claim {
	/** Unique per run and mail, for example `execution 812, UID 44`. */
	by: string;
	minutes: number;
}

/** The columns of a row that can be claimed. */
export interface Claimable {
	handled_at: string | null;
	claimed_by: string | null;
	claimed_until: string | null;
}

/** What a run that comes by with this claim may do with the row. */
export function claimOutcome(row: Claimable, claim: Claim, now: Date): 'resumed' | 'busy' | 'handled' {
	if (row.handled_at) return 'handled';
	const heldByOther = row.claimed_by !== null && row.claimed_by !== claim.by;
	return heldByOther && row.claimed_until! > now.toISOString() ? 'busy' : 'resumed';
}

/** The columns of a row that this claim is on from now on. */
export const claimed = (claim: Claim, now: Date) => ({
	claimed_by: claim.by,
	claimed_until: new Date(now.getTime() + claim.minutes * 60_000).toISOString(),
});

/** The columns of a row that anybody may take up. */
export const UNCLAIMED = { claimed_by: null, claimed_until: null };
