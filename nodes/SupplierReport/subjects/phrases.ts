import { dutchStem } from '../../shared/text/dutch-stem';
import { foldText } from '../../shared/text/tokens';

/** A word, or two that stand beside each other but for small words. */
export interface Phrase {
	/** Stems, by which forms of one phrase are recognised: `kapot stoel`. */
	key: string;
	/** As it was written. */
	written: string;
}

/** Words that say nothing about the subject: small words, courtesies, and what every mail to a service desk has. */
const SMALL_WORDS = new Set(
	`aan al alle alleen als altijd ander andere anders ben bent bij bijna daar daarna dan dat de deze die dit doe doen doet door
	dus een eens eerder eigenlijk elke en er erg even geen gedaan geeft geweest graag geven gewoon had hadden heb hebben
	hebt heeft heel helaas hele het hier hierbij hij hoe hoor horen iemand iets ik in is ja je jij jullie kan kom komt komen
	konden krijg krijgen krijgt kun kunnen kunt laat laten maak maakt maar meer men met mij mijn misschien moest moet
	moeten mogen na naar net niemand niet niets nog nu nodig of ons onze ook op over per sinds soms staan staat steeds
	te ten ter terug tijdens toch toe toen tot tussen u uit uw van vanaf vanuit veel verder via vind voor vraag vragen waar
	waarom wanneer want waren was wat we weer wel welke werd weten wie wij wil willen word worden wordt zal ze zeer
	zelf zich zien zijn zo zoals zonder zou zouden geachte beste hallo dag goedemorgen goedemiddag heer mevrouw
	groet groeten vriendelijke hartelijke bedankt dank alvast hoogachtend mvg collega collega's bericht mail onderwerp
	week weken maand uur minuten vandaag gisteren morgen ochtend middag keer maal aantal paar meerdere reactie
	dienstencentrum melding meldingen re fwd fw ik graag svp aub`.split(/\s+/),
);

const WORD = /[a-z][a-z'-]*[a-z]/g;
/** Two words further apart than this do not belong together. */
const REACH = 3;

/** Every phrase in a text, each once. */
export function phrasesOf(text: string): Phrase[] {
	const found = new Map<string, string>();
	for (const sentence of foldText(text).split(/[.!?\n]+/)) {
		const words = sentence.match(WORD) ?? [];
		let last: { stem: string; word: string; at: number } | null = null;
		for (const [at, word] of words.entries()) {
			if (SMALL_WORDS.has(word)) continue;
			const stem = dutchStem(word);
			found.set(stem, word);
			if (last && at - last.at <= REACH && last.stem !== stem) {
				found.set(`${last.stem} ${stem}`, words.slice(last.at, at + 1).join(' '));
			}
			last = { stem, word, at };
		}
	}
	return [...found].map(([key, written]) => ({ key, written }));
}
