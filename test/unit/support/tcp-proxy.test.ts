import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy';

const TEXT = 'x'.repeat(1000);

let server: Server;
let proxy: TcpProxy;

beforeEach(async () => {
	server = createServer((socket) => socket.on('error', () => undefined).end(TEXT));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	proxy = await startTcpProxy({ port: (server.address() as AddressInfo).port });
});
afterEach(async () => {
	await proxy.stop();
	await new Promise((resolve) => server.close(resolve));
});

/** What a client gets until the line ends; `onOpen` runs once it is connected. */
async function read(onOpen?: () => void): Promise<number> {
	const socket = connect(proxy.port, proxy.host, onOpen);
	let bytes = 0;
	socket.on('data', (chunk) => (bytes += chunk.length));
	socket.on('error', () => undefined);
	await new Promise((resolve) => socket.once('close', resolve));
	return bytes;
}

describe('the proxy that makes a line fail', () => {
	it('passes everything on', async () => {
		expect(await read()).toBe(1000);
		expect([proxy.connections(), proxy.received()]).toEqual([1, 1000]);
	});

	it('cuts in the middle, once', async () => {
		proxy.cutAfter(300);
		expect([await read(), await read()]).toEqual([300, 1000]);
	});

	it('holds everything back until it may go on', async () => {
		proxy.pause();
		let done = false;
		const reading = read(() => setTimeout(() => proxy.resume(), 50)).then((bytes) => {
			done = true;
			return bytes;
		});
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(done).toBe(false);
		expect(await reading).toBe(1000);
	});

	it('cuts what is open', async () => {
		proxy.pause();
		expect(await read(() => setTimeout(() => proxy.cut(), 20))).toBe(0);
	});
});
