/** Days as `2026-11-24`, in Dutch time. */
export interface Range {
	from: string;
	/** Up to, not including. */
	until: string;
}
