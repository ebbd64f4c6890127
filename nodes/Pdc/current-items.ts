import { isCurrent, type PdcItem } from '../shared/domain/pdc/item';
import type { Pdc } from '../shared/storage/pdc';
import type { Version } from '../shared/storage/pdc-versions';
import { todayOf } from './today';

/** The items that customers can have today. */
export async function currentItems(pdc: Pdc): Promise<Version<PdcItem>[]> {
	const today = todayOf(pdc.now());
	return (await pdc.items.list()).filter(({ content }) => isCurrent(content, today));
}
