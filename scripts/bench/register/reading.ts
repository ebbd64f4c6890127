import { CATEGORIES, SUPPLIERS } from '../../../nodes/shared/domain/codebook';
import { STATUSES } from '../../../nodes/shared/domain/signal';
import { searchTerms } from '../../../nodes/shared/storage/search-terms';
import type { Dice } from '../../../test/support/dice';
import { question, read, SIGNAL, type Question, type Reader } from './question';

const PAGE = 50;

const newest = (where: string) =>
	`select ${SIGNAL} from signals s where ${where} order by registered_at desc, reference desc limit ${PAGE}`;

const withWords = (postgres: boolean) =>
	postgres
		? `select ${SIGNAL} from search_documents d join signals s on s.id = d.signal_id where d.terms @@ ?::tsquery order by d.number desc limit ${PAGE}`
		: `select ${SIGNAL} from search_words w join search_documents d on d.number = w.rowid join signals s on s.id = d.signal_id where search_words match ? order by w.rowid desc limit ${PAGE}`;

const words = (name: string, typed: (dice: Dice, reader: Reader) => string) =>
	question(
		`search, ${name}`,
		typed,
		async ({ register }, contains) => await register.search({ contains, limit: PAGE }),
		async (raw, contains, postgres) => {
			const stems = searchTerms(contains).map(({ stem }) => stem);
			const asked = postgres
				? stems.map((stem) => `'${stem}'`).join(' & ')
				: stems.map((stem) => `"${stem}"`).join(' AND ');
			return await read(raw, withWords(postgres), [asked]);
		},
	);

const numberOf = (dice: Dice, { count }: Reader) => dice.between(1, count);

/** What people ask of the register. To measure another question, add it here. */
export const READING: readonly Question[] = [
	question(
		'get by reference',
		(dice, reader) => reader.reference(numberOf(dice, reader)),
		async ({ register }, reference) => await register.get(reference),
		async (raw, reference) =>
			await read(raw, `select ${SIGNAL} from signals s where reference = ?`, [reference]),
	),
	question(
		'list, newest 50 of a status',
		(dice) => dice.oneOf(STATUSES),
		async ({ register }, status) => await register.search({ status: [status], limit: PAGE }),
		async (raw, status) => await read(raw, newest('status = ?'), [status]),
	),
	question(
		'list, newest 50 of a supplier',
		(dice) => dice.oneOf(SUPPLIERS),
		async ({ register }, supplier) => await register.search({ supplier: [supplier], limit: PAGE }),
		async (raw, supplier) => await read(raw, newest('supplier = ?'), [supplier]),
	),
	question(
		'list, newest 50 of category and status',
		(dice) => [dice.oneOf(CATEGORIES), dice.oneOf(STATUSES)] as const,
		async ({ register }, [category, status]) =>
			await register.search({ category: [category], status: [status], limit: PAGE }),
		async (raw, values) => await read(raw, newest('category = ? and status = ?'), values),
	),
	question(
		'list, a page in the middle',
		(dice, reader) => reader.reference(numberOf(dice, reader)),
		async ({ register }, after) => await register.search({ after, limit: PAGE }),
		async (raw, after) =>
			await read(
				raw,
				newest(
					'(registered_at, reference) < (select registered_at, reference from signals where reference = ?)',
				),
				[after],
			),
	),
	words('one word that is rare', (dice, reader) => `k${numberOf(dice, reader)}x`),
	words('one word that is common', (dice) => dice.oneOf(['printer', 'lamp', 'lift', 'laptop'])),
	words('two words', (dice) => dice.oneOf(['lamp kapot', 'printer papier', 'laptop traag', 'lift storing'])),
	question(
		'report, two months per supplier and category',
		(dice) => new Date(Date.now() - dice.between(60, 1_000) * 86_400_000).toISOString(),
		async ({ db }, from) =>
			await db
				.selectFrom('signals')
				.select((row) => ['supplier', 'category', row.fn.countAll<number>().as('count')])
				.where('registered_at', '>=', from)
				.where('registered_at', '<', twoMonthsAfter(from))
				.groupBy(['supplier', 'category'])
				.execute(),
		async (raw, from) =>
			await raw.all(
				'select supplier, category, count(*) as count from signals where registered_at >= ? and registered_at < ? group by supplier, category',
				[from, twoMonthsAfter(from)],
			),
	),
];

const twoMonthsAfter = (from: string) => new Date(Date.parse(from) + 61 * 86_400_000).toISOString();
