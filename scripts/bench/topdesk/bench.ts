import type { Bench, Row } from '../bench';
import { Child } from './child';
import { ListingN8n, type Address, type Measured, type Side } from './in-n8n';

/** What TOPdesk gives on a page when nothing is said about it. */
const DEFAULT_PAGE = 10;
/** What TOPdesk recommends, and the node begins with. */
const RECOMMENDED_PAGE = 5000;
/** Enough to know the rate of a loop that needs minutes for all of them. */
const FEW = 2000;

const NODE: Side = { what: 'TOPdesk node', workflow: 'node', pageSize: RECOMMENDED_PAGE };
const loop = (pageSize: number): Side => ({ what: 'HTTP Request', workflow: 'http-request', pageSize });
const SIDES: readonly Side[] = [
	NODE,
	loop(RECOMMENDED_PAGE),
	loop(1000),
	{ ...loop(DEFAULT_PAGE), maxPages: FEW / DEFAULT_PAGE },
];

/** Listing incidents with the TOPdesk node, beside doing it page by page with n8n's HTTP Request. */
export const topdeskBench: Bench = {
	name: 'topdesk',
	options: { incidents: 100_000, latency: 20, rounds: 3 },

	async run({ incidents, latency, rounds }, say) {
		const [simulator, address] = await Child.start<Address>(
			'simulator.ts',
			String(incidents),
			String(latency),
		);
		const asked = async () => (await simulator.ask<{ requests: number }>({})).requests;
		const rounded = new Map(SIDES.map((one) => [one, [] as Measured[]]));
		const n8n = await ListingN8n.start(address);
		try {
			// Round after round, so that what else the machine does falls on every side.
			for (let round = 1; round <= rounds!; round++) {
				say(`→ round ${round}`);
				for (const one of SIDES) {
					const measured = await n8n.measure(one, asked);
					rounded.get(one)!.push(measured);
					say(`  ${one.what}, pages of ${one.pageSize}: ${measured.seconds.toFixed(2)} s`);
				}
			}
		} finally {
			await n8n.stop();
			await simulator.stop();
		}
		const rows = [...rounded].map(([one, measured]) => rowOf(one, measured, incidents!));
		return {
			columns: Object.keys(rows[0]!.values),
			rows,
			notes: notesOf(rows, rounds!, latency!),
		};
	},
};

function notesOf([node, ...loops]: Row[], rounds: number, latency: number): string[] {
	const rate = (row: Row) => Number(row.values['incidents/s']);
	const faster = loops.map(
		(one) => `${(rate(node!) / rate(one)).toFixed(1)} times the rate of pages of ${one.values.page}`,
	);
	return [
		`The TOPdesk node has ${faster.join(', ')}.`,
		`Every request is answered ${latency} ms late. Median of ${rounds} rounds; the last line stops after ${FEW} incidents, because all of them take minutes.`,
	];
}

function rowOf({ what, pageSize, maxPages }: Side, measured: Measured[], all: number): Row {
	const wanted = Math.min(all, (maxPages ?? Infinity) * pageSize);
	for (const { incidents } of measured) {
		if (incidents !== wanted) throw new Error(`${what} gave ${incidents} of ${wanted} incidents`);
	}
	const middle = (field: keyof Measured) =>
		measured.map((one) => one[field]).sort((one, other) => one - other)[Math.floor(measured.length / 2)]!;
	const seconds = middle('seconds');
	return {
		what,
		values: {
			page: pageSize,
			incidents: wanted,
			requests: middle('requests'),
			'least possible': Math.ceil(wanted / pageSize),
			seconds: seconds.toFixed(2),
			'incidents/s': Math.round(wanted / seconds),
			'memory idle': `${middle('idleMb').toFixed(0)} MB`,
			'memory peak': `${middle('peakMb').toFixed(0)} MB`,
		},
	};
}
