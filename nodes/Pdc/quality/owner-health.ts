import type { PdcItem } from '../../shared/domain/pdc/item';
import type { LastEvents } from '../../shared/storage/pdc-events';
import type { Version } from '../../shared/storage/pdc-versions';
import { completenessOf, describeGaps } from './completeness';
import { describeStaleness, stalenessOf } from './staleness';

/** What one portfolio manager has to mend. */
export interface OwnerHealth {
	/** Address; null for items that nobody answers for. */
	owner: string | null;
	items: number;
	incomplete: number;
	stale: number;
	/** What has to be mended, in plain Dutch: a line for each item. */
	text: string;
}

/** The state of the catalogue, for each portfolio manager who has something to mend. Items without an owner come last. */
export function healthByOwner(
	versions: ReadonlyArray<Version<PdcItem>>,
	events: ReadonlyMap<string, LastEvents>,
	{ now, reviewEveryDays }: { now: Date; reviewEveryDays: number },
): OwnerHealth[] {
	const owners = Map.groupBy(versions, ({ content }) => content.owner);
	return [...owners]
		.map(([owner, theirs]): OwnerHealth => {
			const judged = theirs.map((version) => {
				const completeness = completenessOf(version.content);
				const staleness = stalenessOf(version, events.get(version.code) ?? {}, now, reviewEveryDays);
				const gaps = [
					describeGaps(completeness),
					describeStaleness(staleness, reviewEveryDays),
					owner === null ? 'heeft geen portfoliomanager' : '',
				].filter(Boolean);
				return {
					completeness,
					staleness,
					line: `- ${version.content.name} (${version.code}): ${gaps.join('; ')}`,
					gaps,
				};
			});
			const lines = judged.filter(({ gaps }) => gaps.length > 0).map(({ line }) => line.replace(/\n+/g, ' '));
			return {
				owner,
				items: theirs.length,
				incomplete: judged.filter(({ completeness }) => !completeness.complete).length,
				stale: judged.filter(({ staleness }) => staleness.stale).length,
				text: lines.join('\n'),
			};
		})
		.filter(({ text }) => text !== '')
		.sort((one, other) => (one.owner ?? '\uffff').localeCompare(other.owner ?? '\uffff'));
}
