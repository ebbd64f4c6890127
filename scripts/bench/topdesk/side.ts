import { withRetry } from '../../../nodes/shared/http/http-client';
import { TopdeskClient } from '../../../nodes/Topdesk/api/client';
import type { Transport } from '../../../nodes/shared/http/transport';
import { axiosTransport } from '../../../test/support/axios-transport';
import { MemoryWatch } from '../memory';

export interface Measured {
	incidents: number;
	seconds: number;
	idleMb: number;
	peakMb: number;
}

/** What is asked of a process that reads the list. */
export interface Asked {
	/** `node` reads as the TOPdesk node does, `stream` too but keeps nothing, `loop` page by page. */
	how: 'node' | 'stream' | 'loop';
	url: string;
	user: string;
	password: string;
	pageSize: number;
	parallel: number;
}

interface Item {
	json: object;
	pairedItem: { item: number };
}

const toItem = (json: object): Item => ({ json, pairedItem: { item: 0 } });

async function read(asked: Asked): Promise<number> {
	const { how, url, user: username, password, pageSize, parallel } = asked;
	const transport = axiosTransport({ auth: { username, password } });
	const items: Item[] = [];
	if (how === 'loop') {
		for await (const row of pageByPage(transport, url, pageSize)) items.push(toItem(row));
		return items.length;
	}
	const client = new TopdeskClient(withRetry(transport), url);
	let count = 0;
	for await (const incident of client.eachIncident({ pageSize, parallel })) {
		count += 1;
		if (how === 'node') items.push(toItem(incident));
	}
	return count;
}

/** As an HTTP Request node with pagination does it: the next page is asked for when this one is in, until there is no more. */
async function* pageByPage(transport: Transport, url: string, pageSize: number): AsyncGenerator<object> {
	for (let pageStart = 0; ; pageStart += pageSize) {
		const query = { pageStart, pageSize, dateFormat: 'iso8601' };
		const { status, body } = await transport({ method: 'GET', url: `${url}/tas/api/incidents`, query });
		yield* body as object[];
		if (status !== 206) return;
	}
}

process.on('message', async (asked: Asked) => {
	const memory = new MemoryWatch(process.pid);
	const started = performance.now();
	const incidents = await read(asked);
	const seconds = (performance.now() - started) / 1000;
	memory.stop();
	const measured: Measured = { incidents, seconds, idleMb: memory.idle, peakMb: memory.peak };
	process.send!(measured);
});
process.send!({ ready: true });
