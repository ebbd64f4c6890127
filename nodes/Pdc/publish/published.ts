import { isCurrent, type PdcItem } from '../../shared/domain/pdc/item';
import type { Version } from '../../shared/storage/pdc-versions';

/** An item as it is published, with which version it is. */
export type PublishedItem = PdcItem & { version: number; changedAt: string };

/** The catalogue as customers get it: what can be had on this day (ISO date), by portfolio and name. */
export function published(versions: ReadonlyArray<Version<PdcItem>>, today: string): PublishedItem[] {
	const collator = new Intl.Collator('nl');
	return versions
		.filter(({ content }) => isCurrent(content, today))
		.map(({ content, version, changedAt }) => ({ ...content, version, changedAt }))
		.sort(
			(one, other) =>
				collator.compare(one.portfolio, other.portfolio) || collator.compare(one.name, other.name),
		);
}
