// Loaded before n8n (NODE_OPTIONS=--import): shifts Date by what stands in the file REGIE_TEST_CLOCK, in milliseconds.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const READ_AGAIN_MS = 20;
const file = process.env.REGIE_TEST_CLOCK;
const RealDate = Date;
// Kept apart: a program that sets Date.now to what it reads there would have it call itself.
const realNow = Date.now;

let shift = 0;
let readAt = -Infinity;
function now() {
	if (performance.now() - readAt > READ_AGAIN_MS) {
		shift = Number(readFileSync(file, 'utf8'));
		readAt = performance.now();
	}
	return realNow() + shift;
}

globalThis.Date = new Proxy(RealDate, {
	construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
	apply: () => new RealDate(now()).toString(),
	get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = globalThis.Date;

// n8n's schedules wait by a timer, which knows nothing of this clock. Of the package `cron` only: other timers, such
// as time-outs of connections, are about real time.
const realSetTimeout = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((work, ms, ...given) => {
	if (work?.name !== 'callbackWrapper') return realSetTimeout(work, ms, ...given);
	const dueAt = now() + ms;
	const look = setInterval(() => {
		if (now() < dueAt) return;
		clearInterval(look);
		work(...given);
	}, 100);
	return look;
}, realSetTimeout);
