import { onvredeAbout, type GivenAnswer } from '../../shared/domain/satisfaction';
import type { Signal } from '../../shared/domain/signal';
import { mayMove } from '../../shared/domain/status';
import { refusalPage, thanksPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { Register } from '../../shared/storage/register';
import type { HouseStyle } from '../../shared/style/house-style';
import { questionPage, readAnswer, thanksFor, type WhenDissatisfied } from './question';

const PURPOSE = 'satisfaction';

/** An answer that counts. */
export interface CountedAnswer extends GivenAnswer {
	/** Of the signal that it is about. */
	reference: string;
	/** The signal in which onvrede was registered. */
	onvredeReference: string | null;
}

export interface AnswerOutcome {
	page: Page;
	/** Null when nothing was counted: the page says why. */
	answer: CountedAnswer | null;
}

/** The page that a link leads to. Changes nothing, however often it is fetched. */
export async function showQuestion(
	register: Register,
	token: string,
	when: WhenDissatisfied,
	style: HouseStyle,
): Promise<Page> {
	const { state, link } = await register.links.look(token, PURPOSE);
	if (state !== 'valid') return refusalPage(state, style);
	if (await register.satisfaction.answerOf(link.subject)) return refusalPage('used', style);
	return questionPage(await register.get(link.subject), when, style);
}

/**
 * Counts the answer that was posted to a link, once, and does what follows from it: all of it or nothing. What
 * cannot be counted leaves the link as it was.
 */
export async function recordAnswer(
	register: Register,
	token: string,
	posted: unknown,
	when: WhenDissatisfied,
	style: HouseStyle,
): Promise<AnswerOutcome> {
	const looked = await register.links.look(token, PURPOSE);
	if (looked.state !== 'valid') return { page: refusalPage(looked.state, style), answer: null };
	const read = readAnswer(posted, when);
	if ('errors' in read) {
		const signal = await register.get(looked.link.subject);
		return { page: questionPage(signal, when, style, read), answer: null };
	}
	return await register.together(async (inside) => {
		const used = await inside.links.use(token, PURPOSE, async ({ subject }) => {
			return await count(inside, subject, read.given);
		});
		if (used.state !== 'valid') return { page: refusalPage(used.state, style), answer: null };
		if (!used.result) return { page: refusalPage('used', style), answer: null };
		const { onvredeReference } = used.result;
		return { page: thanksPage(thanksFor(read.given, onvredeReference), style), answer: used.result };
	});
}

/** Null when this question was answered by another link already. */
async function count(
	register: Register,
	reference: string,
	given: GivenAnswer,
): Promise<CountedAnswer | null> {
	if (await register.satisfaction.answerOf(reference)) return null;
	const signal = await register.get(reference);
	const onvrede = given.consequence === 'onvrede' ? await registerOnvrede(register, signal, given) : null;
	if (!(await register.satisfaction.record(reference, given, onvrede?.id ?? null))) return null;
	const onvredeReference = onvrede?.reference ?? null;
	await register.addAction(reference, {
		kind: 'tevredenheid',
		actor: 'klant',
		text: actionText(given, onvredeReference),
	});
	// The customer may have written in the meantime, and then it is open already.
	if (given.consequence === 'heropenen' && mayMove(signal.status, 'heropend')) {
		await register.setStatus(reference, 'heropend', 'klant');
	}
	return { ...given, reference, onvredeReference };
}

async function registerOnvrede(register: Register, about: Signal, { remark }: GivenAnswer): Promise<Signal> {
	const onvrede = onvredeAbout(about, remark, new Date().toISOString());
	const { signal } = await register.register(onvrede, { by: 'tevredenheid', minutes: 1 });
	return signal;
}

function actionText({ answer, remark, consequence }: GivenAnswer, onvredeReference: string | null): string {
	const words = remark ? `: ${remark}` : ', zonder toelichting';
	const registered = onvredeReference ? ` De onvrede staat onder ${onvredeReference}.` : '';
	const asked = consequence === 'heropenen' ? ' De klant vraagt er opnieuw naar te kijken.' : '';
	return `De klant is ${answer}${words}${/[.!?]$/.test(words) ? '' : '.'}${registered}${asked}`;
}
