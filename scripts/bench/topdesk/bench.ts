import type { Bench, Row } from '../bench';
import { Child } from './child';
import type { Asked, Measured } from './side';

interface Address {
	url: string;
	user: string;
	password: string;
}
interface Round extends Measured {
	requests: number;
}
type Side = Pick<Asked, 'how' | 'pageSize' | 'parallel'> & { what: string };

/** What TOPdesk gives on a page when nothing is said about it, and the most it gives. */
const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 10_000;
/** What TOPdesk recommends, and the node uses. */
const RECOMMENDED_PAGE = 5000;

/** Reading a long list of incidents, beside reading it page by page. */
export const topdeskBench: Bench = {
	name: 'topdesk',
	options: { incidents: 100_000, latency: 20, rounds: 3 },

	async run({ incidents, latency, rounds }, say) {
		const sides: Side[] = [
			...[1000, RECOMMENDED_PAGE, LARGEST_PAGE].flatMap((page) => [
				side('TOPdesk node', 'node', page),
				side('loop', 'loop', page),
			]),
			side('TOPdesk node, items not kept', 'stream', RECOMMENDED_PAGE),
			side('loop, pages as TOPdesk gives them', 'loop', DEFAULT_PAGE),
		];
		const [simulator, address] = await Child.start<Address>(
			'simulator.ts',
			String(incidents),
			String(latency),
		);
		const asked = async () => (await simulator.ask<{ requests: number }>({})).requests;
		const rounded = new Map(sides.map((one) => [one, [] as Round[]]));
		try {
			// The simulator sorts its incidents once; nobody has to wait for that in the figures.
			await measure(side('', 'stream', LARGEST_PAGE), address);
			// Round after round, so that what else the machine does falls on every side.
			for (let round = 1; round <= rounds!; round++) {
				say(`round ${round}`);
				for (const one of sides) {
					if (one.pageSize === DEFAULT_PAGE && round > 1) continue;
					const before = await asked();
					const measured = await measure(one, address);
					rounded.get(one)!.push({ ...measured, requests: (await asked()) - before });
				}
			}
		} finally {
			await simulator.stop();
		}
		const rows = [...rounded].map(([one, measured]) => rowOf(one, measured, incidents!));
		return {
			columns: Object.keys(rows[0]!.values),
			rows,
			notes: [
				`${incidents} incidents, every request ${latency} ms late. Median of ${rounds} rounds (of 1 for the last line), each in a process of its own; the simulator is one process beside it, on one core.`,
				`A page has ${DEFAULT_PAGE} incidents when nothing is said, and ${LARGEST_PAGE} at most; TOPdesk recommends ${RECOMMENDED_PAGE}, and the node asks for that.`,
				'The least number of requests is incidents / page. Pages that were asked ahead past the end are counted.',
			],
		};
	},
};

const side = (what: string, how: Asked['how'], pageSize: number): Side => ({
	what,
	how,
	pageSize,
	parallel: 4,
});

async function measure({ how, pageSize, parallel }: Side, address: Address): Promise<Measured> {
	const [child] = await Child.start('side.ts');
	try {
		return await child.ask<Measured>({ ...address, how, pageSize, parallel });
	} finally {
		await child.stop();
	}
}

function rowOf({ what, pageSize }: Side, measured: Round[], wanted: number): Row {
	for (const { incidents } of measured) {
		if (incidents !== wanted) throw new Error(`${what} gave ${incidents} of ${wanted} incidents`);
	}
	const middle = (field: keyof Round) =>
		measured.map((one) => one[field]).sort((one, other) => one - other)[Math.floor(measured.length / 2)]!;
	const seconds = middle('seconds');
	return {
		what,
		values: {
			page: pageSize,
			requests: middle('requests'),
			'least possible': Math.ceil(wanted / pageSize),
			seconds: seconds.toFixed(2),
			'incidents/s': Math.round(wanted / seconds),
			'memory idle': `${middle('idleMb').toFixed(0)} MB`,
			'memory peak': `${middle('peakMb').toFixed(0)} MB`,
		},
	};
}
