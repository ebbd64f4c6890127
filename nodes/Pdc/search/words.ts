import { stemmer as dutchStem } from '@orama/stemmers/dutch';
import { foldText } from '../../shared/text/tokens';

/** Words that say nothing about what somebody is looking for: small words, and those of any question. */
const STOP_WORDS = new Set(
	`aan af al alle allemaal als alsjeblieft altijd andere anders beste bij binnen bedankt collega dag dan dat de deze die dit doen door dus een
	eens en enige er ergens even gaan gaat geachte geen goed goede goedemiddag goedemorgen graag groet groeten had hallo heb hebben hebt heeft heel hem
	het hier hij hoe hoeveel hun iemand iets ik in is ja je jij jullie kan kom komen kost kosten krijg krijgen kun kunnen kunt laten maak maar mag
	me mee meer met mij mijn moet moeten mogelijk mogen na naar nee niet nieuw nieuwe nodig nog nu of om ons onze ook op over precies regelen s snel te toch tot u uit uw
	van vanaf vandaag veel via volgende voor vraag vragen vriendelijke waar waarom wanneer want wat we week weet wel welke werkt weten wie wij wil willen worden wordt zal ze
	werk zich zij zijn zit zo zonder zou zouden dienst product aanvragen aanvraag bestellen medewerker medewerkers afdeling gebouw kantoor via`.split(
		/\s+/,
	),
);

/** The words of a text by which it can be found, as their stems, in order. */
export function searchWords(text: string): string[] {
	const words = foldText(text).match(/[a-z0-9]+/g) ?? [];
	return words.filter((word) => word.length > 1 && !STOP_WORDS.has(word)).map(dutchStem);
}

/** The shortest part of a compound that says what it is about: lunch, print, stoel. */
const SHORTEST_PART = 5;

/** How well one word stands for another: 1 for the same, less when one is a part of the other, 0 otherwise. */
export function likeness(one: string, other: string): number {
	if (one === other) return 1;
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (short.length < SHORTEST_PART) return 0;
	return long.startsWith(short) || long.endsWith(short) ? 0.6 : 0;
}
