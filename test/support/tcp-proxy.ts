import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A line between a client and a server that can be made to fail. Everything but `stop` can be changed at any time. */
export interface TcpProxy {
	host: '127.0.0.1';
	port: number;
	/** How many connections came in since the start. */
	connections(): number;
	/** Bytes that came from the server since the start, over all connections. */
	received(): number;
	/** Passes nothing on from now on, in either direction, and keeps the connections open: a half-open line. */
	pause(): void;
	/** Passes on what was held back, and all that follows. */
	resume(): void;
	/** Holds every piece of what the server says for so many milliseconds. 0: none. */
	delay(ms: number): void;
	/**
	 * Cuts a connection once it has passed on so many more bytes from the server, also in mid-message.
	 * Only the next connection, or a running one, that comes that far is cut, unless `times` says otherwise.
	 */
	cutAfter(bytes: number, times?: number): void;
	/** Cuts every connection now. */
	cut(): void;
	/** Points new connections at another port, for a server that was started anew. */
	redirect(port: number): void;
	stop(): Promise<void>;
}

interface Line {
	client: Socket;
	server: Socket;
	/** Bytes from the server that were passed on since `cutAfter` was called. */
	passed: number;
}

/** Starts a proxy on a free port in front of a server on this machine. */
export async function startTcpProxy(target: { port: number }): Promise<TcpProxy> {
	const lines = new Set<Line>();
	let targetPort = target.port;
	let connections = 0;
	let received = 0;
	let delayMs = 0;
	let cutting: { bytes: number; times: number } | undefined;
	let gate: { open: Promise<void>; release: () => void } | undefined;

	const end = ({ client, server }: Line) => {
		client.destroy();
		server.destroy();
	};
	const passable = async () => {
		while (gate) await gate.open;
	};

	async function fromServer(line: Line): Promise<void> {
		for await (const chunk of line.server as AsyncIterable<Buffer>) {
			received += chunk.length;
			if (delayMs > 0) await sleep(delayMs);
			await passable();
			const room = cutting && cutting.times > 0 ? cutting.bytes - line.passed : Infinity;
			line.passed += chunk.length;
			if (chunk.length < room) {
				line.client.write(chunk);
				continue;
			}
			cutting!.times -= 1;
			line.client.end(chunk.subarray(0, room), () => end(line));
			return;
		}
		line.client.end();
	}

	async function fromClient(line: Line): Promise<void> {
		for await (const chunk of line.client as AsyncIterable<Buffer>) {
			await passable();
			line.server.write(chunk);
		}
		line.server.end();
	}

	const proxy = createServer({ allowHalfOpen: true }, (client) => {
		connections += 1;
		const line = { client, server: connect(targetPort, '127.0.0.1'), passed: 0 };
		lines.add(line);
		for (const socket of [line.client, line.server]) {
			socket.setNoDelay(true);
			socket.on('error', () => end(line));
		}
		client.once('close', () => lines.delete(line));
		// A socket that is destroyed ends the loop that reads it with an error, which says nothing more.
		for (const direction of [fromServer, fromClient]) direction(line).catch(() => end(line));
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

	const resume = () => {
		gate?.release();
		gate = undefined;
	};
	return {
		host: '127.0.0.1',
		port: (proxy.address() as AddressInfo).port,
		connections: () => connections,
		received: () => received,
		pause() {
			if (gate) return;
			const { promise, resolve } = Promise.withResolvers<void>();
			gate = { open: promise, release: resolve };
		},
		resume,
		delay: (ms) => void (delayMs = ms),
		cutAfter(bytes, times = 1) {
			cutting = { bytes, times };
			for (const line of lines) line.passed = 0;
		},
		cut: () => lines.forEach(end),
		redirect: (port) => void (targetPort = port),
		async stop() {
			resume();
			const closed = new Promise((resolve) => proxy.close(resolve));
			lines.forEach(end);
			await closed;
		},
	};
}
