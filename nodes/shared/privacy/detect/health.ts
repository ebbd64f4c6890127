import type { Span } from '../finding';
import { bounded, spanOf } from './bounded';

/** Beginnings of words about somebody's health (a special category, GDPR article 9); compounds go on behind them. */
const BEGINNINGS = [
	'autis[mt]|asperger|dyslexi|hoogsensitief',
	'allergi|astma|copd|diabet|suikerziekte|epilep|migraine|reuma|artrose|hernia|fibromyalgie',
	'kanker|tumor|chemo|bestraling|uitzaaiing|hartinfarct|hartaanval|hartklacht|herseninfarct|hersenbloeding|hersenschudding|beroerte',
	'burn-?out|depressie|depressief|overspannen|angststoornis|paniekaanval|ptss|psychos|psychiat|psycholo|psychisch|verslaving|verslaafd|alcoholist|suicid',
	'ziek|griep|koorts|corona|covid|longcovid|hepatitis|besmet',
	'zwanger|miskraam|bevalling|bevallen|kraamtijd',
	'geopereerd|ziekenhuis|revalid|fysiotherap|huisarts|bedrijfsarts|arboarts|keuringsarts|diagnose|medicijn|medicatie|antidepressiva|prothese',
	'gehandicapt|handicap|arbeidsongeschikt|invalide|rolstoel|slechthorend|slechtziend|doofheid|blindheid|whiplash',
];
/** Words that other words begin with too. */
const WHOLE = 'adhd|doof|dove|hiv|rsi|tia';
const WORD = bounded(String.raw`(?:${BEGINNINGS.join('|')})[\p{L}-]{0,40}|${WHOLE}`);

/** Words that tell something of somebody's health. */
export const findHealthWords = (text: string): Span[] =>
	[...text.matchAll(WORD)]
		.map((match) => spanOf(match))
		.map(({ start, end }) => ({ start, end: text[end - 1] === '-' ? end - 1 : end }));
