import type { Pdc } from '../../shared/storage/pdc';
import type { PlannedWork } from '../digest/compile-digest';
import { periodForPeople } from './moment';
import { isPast, wordsFor } from './review-policy';

/**
 * Planned work that is still to come or going on, in order of its start, for colleagues: also what no person has approved
 * for customers, in the words that customers read once there are.
 */
export async function plannedWork(pdc: Pdc): Promise<PlannedWork[]> {
	const now = pdc.now();
	return (await pdc.announcements.versions.list())
		.map(({ content }) => content)
		.filter((one) => one.kind === 'gepland werk' && !isPast(one, now))
		.sort((one, other) => (one.start ?? '9').localeCompare(other.start ?? '9'))
		.map((one) => {
			const { title, place } = wordsFor(one, 'all') ?? one.words;
			const where = place === '' ? '' : ` (${place})`;
			const when = `${periodForPeople(one.start, one.end)}${one.state === 'bezig' ? ', begonnen' : ''}`;
			return { supplier: one.supplier, title: `${title}${where}`, when };
		});
}
