import type { Bench, Row } from '../bench';
import { Child } from './child';
import type { Asked, Measured } from './side';

interface Address {
	url: string;
	user: string;
	password: string;
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
			side('TOPdesk node, as it comes', 'node', RECOMMENDED_PAGE),
			side('TOPdesk node, largest pages', 'node', LARGEST_PAGE),
			side('TOPdesk node, items not kept', 'stream', RECOMMENDED_PAGE),
			side('loop, default pages', 'loop', DEFAULT_PAGE),
			side('loop, recommended pages', 'loop', RECOMMENDED_PAGE),
			side('loop, largest pages', 'loop', LARGEST_PAGE),
		];
		const [simulator, address] = await Child.start<Address>(
			'simulator.ts',
			String(incidents),
			String(latency),
		);
		const asked = async () => (await simulator.ask<{ requests: number }>({})).requests;
		const rows: Row[] = [];
		try {
			// The simulator sorts its incidents once; nobody has to wait for that in the figures.
			await measure(side('', 'stream', LARGEST_PAGE), address);
			for (const one of sides) {
				say(one.what);
				const before = await asked();
				const times = one.pageSize === DEFAULT_PAGE ? 1 : rounds!;
				const measured: Measured[] = [];
				for (let round = 0; round < times; round++) measured.push(await measure(one, address));
				const requests = Math.round(((await asked()) - before) / times);
				rows.push(rowOf(one, measured, requests, incidents!));
			}
		} finally {
			await simulator.stop();
		}
		return {
			columns: Object.keys(rows[0]!.values),
			rows,
			notes: [
				`${incidents} incidents, every request ${latency} ms late. Median of ${rounds} rounds (of 1 for the default pages), each in a process of its own; the simulator is one process beside it.`,
				`A page has ${DEFAULT_PAGE} incidents by default, ${LARGEST_PAGE} at most; TOPdesk recommends ${RECOMMENDED_PAGE}.`,
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

function rowOf({ what, pageSize }: Side, measured: Measured[], requests: number, wanted: number): Row {
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
			requests,
			'least possible': Math.ceil(wanted / pageSize),
			seconds: seconds.toFixed(2),
			'incidents/s': Math.round(wanted / seconds),
			'memory idle': `${middle('idleMb').toFixed(0)} MB`,
			'memory peak': `${middle('peakMb').toFixed(0)} MB`,
		},
	};
}
