import type { Supplier } from '../../shared/domain/codebook';
import { isOver } from '../../shared/domain/pdc/announcement';
import type { Pdc } from '../../shared/storage/pdc';

/** IDs in a supplier's system of what is not over, by which its systems are asked what became of it. */
export interface KnownIds {
	changes: string[];
	incidents: string[];
}

/** After so many days without a change nobody expects news of it any more. */
const FOLLOWED_DAYS = 60;

export async function knownIds(pdc: Pdc, supplier: Supplier): Promise<KnownIds> {
	const since = pdc.now().getTime() - FOLLOWED_DAYS * 86_400_000;
	const open = (await pdc.announcements.versions.list()).filter(
		({ content, changedAt }) =>
			content.supplier === supplier &&
			!isOver(content) &&
			Math.max(Date.parse(changedAt), Date.parse(content.end ?? content.start ?? changedAt)) >= since,
	);
	const from = (wanted: string) =>
		open.filter(({ content }) => content.source === wanted).map(({ content }) => content.sourceId);
	return {
		changes: from('topdesk-wijziging'),
		incidents: from('topdesk-storing'),
	};
}
