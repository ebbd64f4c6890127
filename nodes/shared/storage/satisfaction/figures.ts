import type { Category, Supplier } from '../../domain/codebook';
import type { RegisterDatabase } from '../database';
import type { SatisfactionCount, SatisfactionFigures } from './satisfaction';

/** One group of questions that went out. */
interface Tally {
	supplier: string | null;
	category: string | null;
	answer: string | null;
	consequence: string | null;
	count: number;
}

/** See `Satisfaction.figures`. */
export async function satisfactionFigures(
	db: RegisterDatabase,
	from: string | null,
	until: string | null,
): Promise<SatisfactionFigures> {
	let query = db
		.selectFrom('satisfaction')
		.innerJoin('signals', 'signals.id', 'satisfaction.signal_id')
		.leftJoin('outbox', 'outbox.key', 'satisfaction.mail_key')
		.select(['signals.supplier', 'signals.category', 'satisfaction.answer', 'satisfaction.consequence'])
		.select((row) => row.fn.countAll<number>().as('count'))
		// Who answered was asked; of the others only whom the mail reached, as far as is known.
		.where((where) =>
			where.or([
				where('satisfaction.answer', 'is not', null),
				where.and([where('outbox.state', '=', 'sent'), where('outbox.bounced_at', 'is', null)]),
			]),
		)
		.groupBy(['signals.supplier', 'signals.category', 'satisfaction.answer', 'satisfaction.consequence']);
	if (from) query = query.where('satisfaction.invited_at', '>=', new Date(from).toISOString());
	if (until) query = query.where('satisfaction.invited_at', '<', new Date(until).toISOString());
	const tallies: Tally[] = (await query.execute()).map((row) => ({ ...row, count: Number(row.count) }));
	return {
		total: counted(tallies),
		bySupplier: grouped(tallies, 'supplier').map(([supplier, of]) => ({
			supplier: supplier as Supplier | null,
			...counted(of),
		})),
		byCategory: grouped(tallies, 'category').map(([category, of]) => ({
			category: category as Category | null,
			...counted(of),
		})),
	};
}

function grouped(tallies: readonly Tally[], by: 'supplier' | 'category'): Array<[string | null, Tally[]]> {
	const names = [...new Set(tallies.map((tally) => tally[by]))];
	names.sort((one, other) => (one ?? '').localeCompare(other ?? '', 'nl'));
	return names.map((name) => [name, tallies.filter((tally) => tally[by] === name)]);
}

function counted(tallies: readonly Tally[]): SatisfactionCount {
	const sum = (which: (tally: Tally) => boolean) =>
		tallies.filter(which).reduce((total, { count }) => total + count, 0);
	const asked = sum(() => true);
	const satisfied = sum(({ answer }) => answer === 'tevreden');
	const dissatisfied = sum(({ answer }) => answer === 'niet tevreden');
	const answered = satisfied + dissatisfied;
	return {
		asked,
		answered,
		satisfied,
		dissatisfied,
		reopened: sum(({ consequence }) => consequence === 'heropenen'),
		onvrede: sum(({ consequence }) => consequence === 'onvrede'),
		response: asked === 0 ? null : answered / asked,
		satisfaction: answered === 0 ? null : satisfied / answered,
	};
}
